/** `levelhip body …`: kinematics, dynamics, muscle effort and joint loads from OpenSim's files. */
import { EXIT, UsageError } from "../exit.ts";
import { runInverseDynamics, runLengths, runMomentArms } from "./dynamics.ts";
import { runJointReaction, runStaticOptimization } from "./effort.ts";
import { exportCommand } from "./export.ts";
import { writeText } from "./files.ts";
import { BODY_HELP, helpFor } from "./help.ts";
import { runInverseKinematics } from "./inverseKinematics.ts";
import { NothingToCompute } from "./load.ts";
import { readBodyOptions } from "./options.ts";
import { makeProgress, type Progress } from "./progress.ts";
import type { BodyCommand, BodyRequest } from "./request.ts";
import type { BodySummary } from "./results.ts";
import { taskCommand } from "./task.ts";

const RUN: Readonly<Record<BodyCommand, (request: BodyRequest, progress: Progress) => BodySummary>> = {
  ik: runInverseKinematics,
  id: runInverseDynamics,
  so: runStaticOptimization,
  jr: runJointReaction,
  lengths: runLengths,
  arms: runMomentArms,
};

/** Runs one command line of `levelhip body`; answers its exit code and never throws at a person. */
export async function bodyCommand(argv: string[]): Promise<number> {
  try {
    if (argv[0] === "export") return exportCommand(argv.slice(1));
    if (argv[0] === "task") return taskCommand(argv.slice(1));
    const run = readBodyOptions(argv);
    if ("help" in run) {
      process.stdout.write(run.help === null ? BODY_HELP : helpFor(run.help));
      return EXIT.done;
    }
    const summaries = run.requests.map((request) => RUN[request.command](request, makeProgress(request.command)));
    report(summaries, run.json);
    return EXIT.done;
  } catch (error) {
    return failed(error);
  }
}

function report(summaries: readonly BodySummary[], json: string | null): void {
  const text = `${JSON.stringify(summaries.length === 1 ? summaries[0] : summaries, null, 2)}\n`;
  if (json === "-") {
    process.stdout.write(text);
    return;
  }
  if (json !== null) writeText(json, text);
  for (const summary of summaries) {
    const speed = summary.compute_ms / summary.frames;
    process.stdout.write(
      `${summary.command}: ${summary.frames} frames, ${summary.from_s.toFixed(3)}–${summary.to_s.toFixed(3)} s, ${speed.toFixed(2)} ms a frame\n`,
    );
    const notHoldable = Number(summary.details["frames_not_holdable"] ?? 0);
    if (notHoldable > 0) {
      process.stdout.write(
        `  NOT HOLDABLE by the muscles: ${notHoldable} of ${summary.frames} frames; see holdable in the certificate\n`,
      );
    }
    for (const file of summary.files) process.stdout.write(`  ${file}\n`);
  }
}

/** One plain sentence on standard error, and the code that goes with it. Faults of ours go on to the caller. */
function failed(error: unknown): number {
  const say = (text: string): void => {
    process.stderr.write(`levelhip body: ${text}\n`);
  };
  if (error instanceof NothingToCompute) {
    say(error.message);
    return EXIT.nothingMeasured;
  }
  const typed = error as { readonly code?: unknown; readonly message?: string; readonly remedy?: unknown };
  if (error instanceof UsageError || (typeof typed.code === "string" && typed.code.startsWith("ERR_PARSE_ARGS"))) {
    say(typed.message ?? "wrong usage");
    return EXIT.usage;
  }
  if (error instanceof Error && typeof typed.code === "string" && typeof typed.remedy === "string") {
    const told = typed.message ?? "";
    say(told.endsWith(typed.remedy) ? told : `${told} ${typed.remedy}`);
    return error.name === "LoadRequestError" ? EXIT.usage : EXIT.unreadable;
  }
  throw error;
}
