/**
 * What a recorded analysis costs beside the bare model runs it needs, in one run on one machine: the same number of runs
 * of the same networks on as many threads, without video, crops or decoding of outputs. The two are measured in turns, so
 * that what else the machine does falls on both. The clip is the first demo clip, or what LEVELHIP_BENCH_CLIP names.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { analyseClip, type ClipSource, type ModelName, type PoseRuntime, type Quality } from "../src/index.ts";
import { createPoseRuntimeNode, openVideoFile } from "../src/node/index.ts";

export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly reference_ratio?: number | null;
  readonly note?: string;
}

const DEMO = fileURLToPath(new URL("../../../apps/web/public/demo/demo-single-leg-stance.mp4", import.meta.url));
const TSX = createRequire(import.meta.url)
  .resolve("tsx/esm/api")
  .replace(/\.cjs$/, ".mjs");
const ROUNDS = Number(process.env["LEVELHIP_BENCH_ROUNDS"] ?? 2);

export async function run(): Promise<readonly BenchRow[]> {
  const source = await openVideoFile(process.env["LEVELHIP_BENCH_CLIP"] || DEMO);
  const lanes = Math.min(8, availableParallelism());
  return [
    ...(await measured(source, "full", "quick", lanes)),
    ...(await measured(source, "full", "standard", lanes)),
    await pictures(source),
  ];
}

interface Cost {
  readonly wall_s: number;
  /** time on the processors, threads and ended children included; NaN where it is not known (not Linux) */
  readonly cpu_s: number;
}

async function measured(source: ClipSource, model: ModelName, quality: Quality, lanes: number): Promise<BenchRow[]> {
  const runtime = await createPoseRuntimeNode({ model, lanes });
  const bare = Array.from({ length: lanes }, () => new BareLane(model));
  await Promise.all(bare.map((lane) => lane.ready));
  const whole: Cost[] = [];
  const alone: Cost[] = [];
  let runs = "";
  for (let round = 0; round < ROUNDS; round++) {
    const counting = new Counting(runtime);
    whole.push(await cost(() => analyseClip(source, counting, { quality })));
    const { detections, estimates } = counting;
    const share = (n: number, k: number) => Math.floor(n / lanes) + (k < n % lanes ? 1 : 0);
    alone.push(
      await cost(() => Promise.all(bare.map((lane, k) => lane.run(share(detections, k), share(estimates, k))))),
    );
    runs = `${source.info.frameCount} frames, ${estimates} + ${detections} runs, ${lanes} threads`;
  }
  await Promise.all([runtime.close(), ...bare.map((lane) => lane.close())]);
  const wall_s = least(whole.map((c) => c.wall_s));
  const cpu_s = least(whole.map((c) => c.cpu_s));
  const name = `analysis of a recording, ${model}, ${quality}`;
  const over = "over the bare model runs";
  return [
    {
      name,
      value: wall_s,
      unit: "s",
      reference_ratio: wall_s / least(alone.map((c) => c.wall_s)),
      note: `${over}; ${runs}`,
    },
    {
      name: `${name}, processors`,
      value: cpu_s,
      unit: "s",
      reference_ratio: cpu_s / least(alone.map((c) => c.cpu_s)),
      note: over,
    },
  ];
}

/** Decoding alone, as one of the two passes does it. */
async function pictures(source: ClipSource): Promise<BenchRow> {
  let n = 0;
  const { cpu_s } = await cost(async () => {
    for await (const picture of source.frames({ keep: 2 })) n += Math.sign(picture.width);
  });
  return { name: "a picture from the file, processors", value: (1000 * cpu_s) / n, unit: "ms" };
}

/** Others' work only ever adds: the least of the rounds is the nearest to the truth. */
const least = (values: readonly number[]) => Math.min(...values);

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

/** A thread that runs the bare networks. */
class BareLane {
  readonly ready: Promise<unknown>;
  readonly #worker: Worker;
  constructor(model: ModelName) {
    const source = `import(${JSON.stringify(pathToFileURL(TSX).href)}).then(({ register }) => register())
      .then(() => import(${JSON.stringify(new URL("./bareLane.ts", import.meta.url).href)}));`;
    this.#worker = new Worker(source, { eval: true, workerData: { model }, execArgv: [] });
    this.ready = this.#answer();
  }
  run(detections: number, estimates: number): Promise<unknown> {
    const answer = this.#answer();
    this.#worker.postMessage({ detections, estimates }); // oxlint-disable-line unicorn/require-post-message-target-origin
    return answer;
  }
  close(): Promise<number> {
    return this.#worker.terminate();
  }
  #answer(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#worker.once("message", resolve);
      this.#worker.once("error", reject);
    });
  }
}
