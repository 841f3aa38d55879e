/**
 * What a recorded analysis costs beside the bare model runs it needs, measured in one run on one machine:
 *   npx tsx packages/pose/bench/speed.ts CLIP [--model full] [--quality standard] [--rounds 3]
 * Bare = the same number of runs of the same networks, on as many threads, without video, crops or decoding of outputs.
 * The two are measured in turns, so that what else the machine does falls on both; the ratio is of the medians.
 */
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { analyseClip, type ModelName, type PoseRuntime, type Quality } from "../src/index.ts";
import { createPoseRuntimeNode, openVideoFile } from "../src/node/index.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    model: { type: "string", default: "full" },
    quality: { type: "string", default: "standard" },
    rounds: { type: "string", default: "3" },
  },
});
const clip = positionals[0];
if (!clip) throw new Error("give a clip");
const model = values.model as ModelName;
const quality = values.quality as Quality;
const lanes = Math.min(8, availableParallelism());

/** Counts what is asked of it. */
class Counting implements PoseRuntime {
  readonly #inner: PoseRuntime;
  detections = 0;
  estimates = 0;
  constructor(inner: PoseRuntime) {
    this.#inner = inner;
  }
  get model() {
    return this.#inner.model;
  }
  get lanes() {
    return this.#inner.lanes;
  }
  detect: PoseRuntime["detect"] = (picture, turn_deg) => {
    this.detections++;
    return this.#inner.detect(picture, turn_deg);
  };
  estimate: PoseRuntime["estimate"] = (picture, regions) => {
    this.estimates += regions.length;
    return this.#inner.estimate(picture, regions);
  };
  close = () => this.#inner.close();
}

const TSX = createRequire(import.meta.url)
  .resolve("tsx/esm/api")
  .replace(/\.cjs$/, ".mjs");

/** A thread that runs the bare networks: answers each {detections, estimates} when they are done. */
class BareLane {
  readonly #worker = new Worker(
    `import(${JSON.stringify(pathToFileURL(TSX).href)}).then(({ register }) => register())
      .then(() => import(${JSON.stringify(new URL("./bareLane.ts", import.meta.url).href)}));`,
    { eval: true, workerData: { model }, execArgv: [] },
  );
  readonly ready = this.#answer();
  run(detections: number, estimates: number): Promise<unknown> {
    const answer = this.#answer();
    this.#worker.postMessage({ detections, estimates }); // oxlint-disable-line unicorn/require-post-message-target-origin
    return answer;
  }
  close(): Promise<number> {
    return this.#worker.terminate();
  }
  #answer(): Promise<unknown> {
    return new Promise((resolve, reject) => this.#worker.once("message", resolve).once("error", reject));
  }
}

interface Cost {
  readonly wall_s: number;
  /** time on the processors, threads and ended children included; NaN where it is not known (not Linux) */
  readonly cpu_s: number;
}

async function cost(work: () => Promise<unknown>): Promise<Cost> {
  const start = performance.now();
  const cpu = cpuNow_s();
  await work();
  return { wall_s: (performance.now() - start) / 1000, cpu_s: cpuNow_s() - cpu };
}

/** utime, stime, cutime, cstime of this process, in hundredths of a second. */
function cpuNow_s(): number {
  if (!existsSync("/proc/self/stat")) return Number.NaN;
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1].split(" ");
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
}

const shown = ({ wall_s, cpu_s }: Cost) => `${wall_s.toFixed(2)} s (processors ${cpu_s.toFixed(2)} s)`;
const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >> 1];

const runtime = await createPoseRuntimeNode({ model, lanes });
const bare = Array.from({ length: lanes }, () => new BareLane());
await Promise.all(bare.map((lane) => lane.ready));
const source = await openVideoFile(clip);
const whole: Cost[] = [];
const alone: Cost[] = [];
for (let round = 0; round < Number(values.rounds); round++) {
  const counting = new Counting(runtime);
  whole.push(await cost(() => analyseClip(source, counting, { quality })));
  const { detections, estimates } = counting;
  const share = (n: number, k: number) => Math.floor(n / lanes) + (k < n % lanes ? 1 : 0);
  alone.push(await cost(() => Promise.all(bare.map((lane, k) => lane.run(share(detections, k), share(estimates, k))))));
  process.stdout.write(
    `round ${round + 1}: ${source.info.frameCount} frames, ${estimates} landmark and ${detections} detector runs on ` +
      `${lanes} threads: analysis ${shown(whole[round])}, bare ${shown(alone[round])}, ` +
      `ratio ${(whole[round].wall_s / alone[round].wall_s).toFixed(3)} (processors ${(whole[round].cpu_s / alone[round].cpu_s).toFixed(3)})\n`,
  );
}
const row = {
  clip: source.info.name,
  model,
  quality,
  lanes,
  frames: source.info.frameCount,
  analysis_s: median(whole.map((c) => c.wall_s)),
  bare_s: median(alone.map((c) => c.wall_s)),
  ratio: median(whole.map((c) => c.wall_s)) / median(alone.map((c) => c.wall_s)),
  cpuRatio: median(whole.map((c) => c.cpu_s)) / median(alone.map((c) => c.cpu_s)),
};
process.stdout.write(`${JSON.stringify(row)}\n`);
await Promise.all([runtime.close(), ...bare.map((lane) => lane.close())]);
