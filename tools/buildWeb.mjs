// Builds the app if a source of it changed since the last build. The stamp lies beside the build.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./setup.mjs";

const SOURCES = ["apps/web", "packages", "package-lock.json"];
const SKIP = new Set(["node_modules", "dist", ".tsbuild", ".cache", "bench", "fixtures"]);

function* files(path) {
  if (!statSync(path).isDirectory()) return yield path;
  for (const name of readdirSync(path).toSorted()) {
    if (!SKIP.has(name) && !name.includes(".test.")) yield* files(join(path, name));
  }
}

/** Path of the built app, built if needed. */
export function buildWeb() {
  const hash = createHash("sha256");
  for (const source of SOURCES)
    for (const file of files(join(root, source))) hash.update(file.slice(root.length)).update(readFileSync(file));
  const now = hash.digest("hex");
  const out = join(root, "apps/web/dist");
  const stamp = join(out, ".built-from");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return out;
  process.stderr.write("Building the app …\n");
  run(process.execPath, [join(root, "node_modules/vite/bin/vite.js"), "build", "apps/web", "--logLevel", "warn"]);
  writeFileSync(stamp, now);
  return out;
}
