// Type check, lint, format and the house's own checks. Exits 1 if any complains; runs all of them first.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { asCommand, needNode, needPackages, root, SetupError } from "./setup.mjs";

const bin = (name) => join(root, "node_modules/.bin", name);
/** @type {readonly (readonly [name: string, command: string, args: readonly string[]])[]} */
const CHECKS = [
  ["types", bin("tsc"), ["-b"]],
  ["lint", bin("oxlint"), ["--type-aware", "--quiet", "packages", "apps", "tools", "validation", "e2e"]],
  ["format", bin("biome"), ["format", "--reporter=summary", "."]],
  ["evidence", bin("tsx"), ["tools/evidence-check.ts"]],
  ["texts", bin("tsx"), ["tools/texts-check.ts"]],
];

export async function check() {
  const failed = [];
  for (const [name, command, args] of CHECKS) {
    const [first = ""] = args;
    const script = first.startsWith("tools/") ? join(root, first) : null;
    if (script && !existsSync(script)) throw new SetupError(`The check "${name}" is missing: ${first}`);
    const started = Date.now();
    const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
    process.stderr.write(
      `${status === 0 ? "ok    " : "FAILED"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`,
    );
    if (status !== 0) failed.push(name);
  }
  if (failed.length > 0) throw new SetupError(`Checks that failed: ${failed.join(", ")}`);
}

if (process.argv[1] === join(root, "tools/check.mjs")) {
  await asCommand(async () => {
    needNode();
    needPackages();
    await check();
  });
}
