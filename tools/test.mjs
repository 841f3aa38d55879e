// npm test: installs what is missing, then type check, lint, unit, property and whole-app tests. Ends with "N passed, N failed".
// npm test -- unit   only the fast ones;   npm test -- e2e   only the whole-app ones.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { asCommand, needNode, needPackages, needPrograms, root, SetupError } from "./setup.mjs";

function vitest(project, tally) {
  const report = join(root, ".cache", `${project}.json`);
  mkdirSync(join(root, ".cache"), { recursive: true });
  rmSync(report, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    { cwd: root, stdio: "inherit" },
  );
  let result = null;
  try {
    result = JSON.parse(readFileSync(report, "utf8"));
  } catch {
    tally.broken.push(`${project} tests did not finish`);
    return;
  }
  tally.passed += result.numPassedTests;
  tally.failed += result.numFailedTests;
  tally.skipped += result.numPendingTests;
  if (result.numPassedTests + result.numFailedTests === 0) tally.broken.push(`${project}: no test ran`);
  else if (status !== 0 && result.numFailedTests === 0) tally.broken.push(`${project} tests ended with an error`);
}

await asCommand(async () => {
  const only = process.argv[2];
  needNode();
  needPackages();
  needPrograms(["ffmpeg", "chromium"]);
  const tally = { passed: 0, failed: 0, skipped: 0, broken: [] };
  if (!only) {
    const { check } = await import("./check.mjs");
    await check().catch((error) => {
      if (!(error instanceof SetupError)) throw error;
      tally.broken.push(error.message);
    });
  }
  if (!only || only === "unit") vitest("unit", tally);
  if (!only || only === "e2e") {
    const { buildWeb } = await import("./buildWeb.mjs");
    buildWeb();
    vitest("e2e", tally);
  }
  process.stdout.write(
    `\n${tally.passed} passed, ${tally.failed + tally.broken.length} failed, ${tally.skipped} skipped\n`,
  );
  if (tally.failed + tally.broken.length > 0) throw new SetupError(tally.broken.join("\n") || "Some tests failed.");
});
