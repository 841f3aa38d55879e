import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { brokenRules, readSources } from "./imports.ts";

const one = (path: string, text: string): string[] => brokenRules([{ path, text }]);

describe("import rules", () => {
  it("lets a package import those named on its line", () => {
    expect(
      one("packages/motion/src/a.ts", 'import { x } from "@levelhip/signal";\nimport type { y } from "./b.ts";'),
    ).toEqual([]);
  });
  it.each([
    ["packages/signal/src/a.ts", 'import { x } from "@levelhip/motion";'],
    ["packages/motion/src/a.ts", 'export * from "@levelhip/signal/src/inside.ts";'],
    ["packages/motion/src/a.ts", 'import x from "../../signal/src/filters.ts";'],
    ["packages/body/src/a.ts", 'import { readFileSync } from "node:fs";'],
    ["packages/care/src/a.ts", 'import { nanoid } from "nanoid";'],
    ["packages/records/src/a.ts", "const at = Date.now();"],
    ["packages/care/src/a.ts", "const p = Math.random() * 2;"],
    ["packages/motion/src/a.ts", 'const m = await import("react");'],
    ["apps/web/src/a.tsx", 'import { main } from "@levelhip/cli";'],
  ])("refuses in %s: %s", (path, text) => {
    expect(one(path, text)).toHaveLength(1);
  });
  it("does not mistake a comment for a clock", () => {
    expect(one("packages/care/src/a.ts", "// never Date.now() here\n/* Math.random */ const a = 1;")).toEqual([]);
  });
  it("reads this house, and finds it in order", () => {
    const sources = readSources(join(import.meta.dirname, ".."));
    expect(sources.length).toBeGreaterThan(5);
    expect(brokenRules(sources)).toEqual([]);
  });
});
