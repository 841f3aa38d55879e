import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fillHoles, platformOf } from "./lock.mjs";

describe("the lock file on every platform", () => {
  it.each([
    ["@biomejs/cli-darwin-x64", { os: ["darwin"], cpu: ["x64"] }],
    ["@biomejs/cli-linux-arm64-musl", { os: ["linux"], cpu: ["arm64"], libc: ["musl"] }],
    ["@oxc-parser/binding-linux-arm-gnueabihf", { os: ["linux"], cpu: ["arm"], libc: ["glibc"] }],
    ["@oxc-parser/binding-win32-ia32-msvc", { os: ["win32"], cpu: ["ia32"] }],
    ["@oxc-parser/binding-wasm32-wasi", { cpu: ["wasm32"] }],
    ["fsevents", {}],
  ])("reads %s", (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });
  it("adds what is missing, once", () => {
    const lock = {
      packages: {
        "node_modules/a": { version: "1.0.0", dev: true, optionalDependencies: { "a-darwin-x64": "^1.0.0" } },
      },
    };
    expect(fillHoles(lock)).toEqual(["a-darwin-x64"]);
    expect(lock.packages).toHaveProperty(["node_modules/a-darwin-x64"], {
      version: "1.0.0",
      dev: true,
      optional: true,
      os: ["darwin"],
      cpu: ["x64"],
    });
    expect(fillHoles(lock)).toEqual([]);
  });
  it("finds the committed lock whole", () => {
    expect(fillHoles(JSON.parse(readFileSync(join(import.meta.dirname, "../package-lock.json"), "utf8")))).toEqual([]);
  });
});
