import { availableParallelism } from "node:os";
import { createPoseRuntimeNode } from "@levelhip/pose/node";
import { EXIT, inWords, UsageError } from "../exit.ts";
import { ANALYZE_HELP, type AnalyzeOptions, readAnalyzeOptions } from "./options.ts";
import { outputsFor, type Outputs } from "./outputs.ts";
import { createProgressBar } from "./progressBar.ts";
import { type FileOutcome, runFile } from "./runFile.ts";

/** `levelhip analyze VIDEO…`. Answers the exit code; one bad file does not stop the others. */
export async function analyzeCommand(argv: string[]): Promise<number> {
  const options = readAnalyzeOptions(argv, availableParallelism());
  if (options === "help") {
    process.stdout.write(ANALYZE_HELP);
    return EXIT.done;
  }
  const outputs = await outputsFor(options);
  const abort = new AbortController();
  const onInterrupt = (): void => abort.abort(new UsageError("Stopped."));
  process.once("SIGINT", onInterrupt);
  try {
    const outcomes = await runAll(options, outputs, abort.signal);
    return exitCode(outcomes);
  } finally {
    process.off("SIGINT", onInterrupt);
  }
}

/** Runs the files `jobs` at a time. They share the lanes of one loaded pose model. */
async function runAll(
  options: AnalyzeOptions,
  outputs: readonly Outputs[],
  signal: AbortSignal,
): Promise<FileOutcome[]> {
  const bar = createProgressBar(process.stderr, () => performance.now());
  const shares = new Map<string, readonly [number, number]>();
  const show = (video: string, done: number, total: number): void => {
    shares.set(video, [done, total]);
    const sums = [...shares.values()].reduce((sum, [d, t]) => [sum[0] + d, sum[1] + t] as const, [0, 0] as const);
    const open = outputs.length - shares.size;
    const mean = sums[1] / Math.max(1, shares.size);
    bar.update(outputs.length === 1 ? video : `${shares.size}/${outputs.length} files`, sums[0], sums[1] + open * mean);
  };
  const outcomes: FileOutcome[] = [];
  const queue = [...outputs];
  const model = options.model ?? (options.quality === "best" ? "heavy" : "full");
  const runtime = await createPoseRuntimeNode({ model });
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next && !signal.aborted; next = queue.shift()) {
      const { video } = next;
      const outcome = await runFile(next, options, {
        runtime,
        signal,
        onProgress: (done, total) => show(video, done, total),
      });
      bar.clear();
      tell(outcome);
      outcomes.push(outcome);
    }
  };
  try {
    await Promise.all(Array.from({ length: options.jobs }, worker));
  } finally {
    await runtime.close();
  }
  bar.clear();
  if (options.json === "-") printJson(outputs, outcomes);
  return outcomes;
}

/** One video: its object. Several: an array in the order asked for. */
function printJson(outputs: readonly Outputs[], outcomes: readonly FileOutcome[]): void {
  const inOrder = outputs.flatMap(({ video }) =>
    outcomes
      .filter((outcome) => outcome.video === video && outcome.kind !== "unreadable")
      .map((outcome) => outcome.json),
  );
  const shown = outputs.length === 1 ? inOrder[0] : inOrder;
  if (shown !== undefined) process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
}

function tell(outcome: FileOutcome): void {
  if (outcome.kind === "unreadable") process.stderr.write(`levelhip: ${outcome.video}: ${inWords(outcome.error)}\n`);
  else process.stderr.write(outcome.summary);
}

/** 3 if a video could not be read, else 4 if nothing at all could be measured, else 0. */
export function exitCode(outcomes: readonly FileOutcome[]): number {
  if (outcomes.some((outcome) => outcome.kind === "unreadable")) return EXIT.unreadable;
  return outcomes.some((outcome) => outcome.kind === "measured") ? EXIT.done : EXIT.nothingMeasured;
}
