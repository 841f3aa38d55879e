import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileOf, parseRange, serve } from "./serve.mjs";

const folder = mkdtempSync(join(tmpdir(), "serve-"));
mkdirSync(join(folder, "app/assets"), { recursive: true });
writeFileSync(join(folder, "secret.txt"), "secret");
writeFileSync(join(folder, "app/index.html"), "<p>hello</p>");
writeFileSync(join(folder, "app/assets/a-1.js"), "0123456789");
writeFileSync(join(folder, "app/.built-from"), "x");
const root = join(folder, "app");

let app: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  app = await serve(root, { port: 0 });
});
afterAll(() => app.close());

/** Asks without tidying the path up, as fetch would. */
const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((done, fail) => {
    request({ host: "127.0.0.1", port: app.port, path, method, headers }, (answer) => {
      let body = "";
      answer.on("data", (part: Buffer) => (body += part.toString()));
      answer.on("end", () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    })
      .on("error", fail)
      .end();
  });

describe("serve", () => {
  it("gives the page with its policy and the headers that threads need", async () => {
    const { status, headers, body } = await ask("/");
    expect([status, body]).toEqual([200, "<p>hello</p>"]);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(headers["cross-origin-embedder-policy"]).toBe("require-corp");
    expect(headers["content-type"]).toContain("text/html");
    expect(headers["cache-control"]).toBe("no-cache");
  });
  it("keeps named files for ever, and answers a known tag with 304", async () => {
    const first = await ask("/assets/a-1.js");
    expect(first.headers["cache-control"]).toContain("immutable");
    expect((await ask("/assets/a-1.js", { "If-None-Match": String(first.headers["etag"]) })).status).toBe(304);
  });
  it("gives parts of a file", async () => {
    const { status, headers, body } = await ask("/assets/a-1.js", { Range: "bytes=2-4" });
    expect([status, body, headers["content-range"]]).toEqual([206, "234", "bytes 2-4/10"]);
    expect((await ask("/assets/a-1.js", { Range: "bytes=20-" })).status).toBe(416);
  });
  it("never leaves its folder, and gives no hidden file", async () => {
    for (const path of [
      "/../secret.txt",
      "/%2e%2e/secret.txt",
      "/assets/../../secret.txt",
      "/.built-from",
      "/%00",
      "/%zz",
    ])
      expect((await ask(path)).status).toBe(404);
    expect(fileOf(root, "/../secret.txt")).toBeNull();
  });
  it("takes no other question", async () => expect((await ask("/", {}, "POST")).status).toBe(405));
  it("takes the next free port", async () => {
    const next = await serve(root, { port: app.port });
    expect(next.port).toBeGreaterThan(app.port);
    await next.close();
  });
});

describe("parseRange", () => {
  it.each([
    [undefined, null],
    ["bytes=0-", [0, 9]],
    ["bytes=-3", [7, 9]],
    ["bytes=5-100", [5, 9]],
    ["bytes=10-", "bad"],
    ["bytes=5-2", "bad"],
    ["lines=1-2", null],
  ] as const)("%s of 10 bytes", (header, range) => expect(parseRange(header, 10)).toEqual(range));
});
