/**
 * Speed of the body engine on OpenSim's gait2392 (23 degrees of freedom, 92 muscles) walking: medians of several runs, each
 * beside a fixed reference computation (the product of two dense 96 × 96 matrices) timed in the same minute. Where the Python
 * package `opensim` is found, the same trial goes through it.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { PerformanceObserver } from "node:perf_hooks";
import v8 from "node:v8";
import {
  addEffortLoads,
  inverseDynamics,
  jointReactions,
  setPaths,
  setStaticProblem,
  setTrialDynamics,
  solveStatic,
} from "../src/index.ts";
import { haveTrials, importModel, loadWalking, trialFolder, type Walking, walkingTexts } from "./trials.ts";

export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly reference_ratio?: number | null;
  readonly note?: string;
}

const RUNS = 9;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

const SIZE = 96;
const left = new Float64Array(SIZE * SIZE).map((_, i) => Math.sin(i));
const right = new Float64Array(SIZE * SIZE).map((_, i) => Math.cos(i));
const product = new Float64Array(SIZE * SIZE);

/** The reference computation, plain loops. */
function multiply(): number {
  for (let i = 0; i < SIZE; i++) {
    for (let j = 0; j < SIZE; j++) {
      let sum = 0;
      for (let k = 0; k < SIZE; k++) sum += left[i * SIZE + k] * right[k * SIZE + j];
      product[i * SIZE + j] = sum;
    }
  }
  return product[0];
}

interface Timing {
  /** Median milliseconds of one call. */
  readonly ms: number;
  /** Median of call by reference computation, timed turn about. */
  readonly ratio: number;
}

/** Times `calls` calls a run, turn about with the reference computation. */
function time(work: () => void, calls: number): Timing {
  for (let i = 0; i < 3; i++) {
    for (let k = 0; k < calls; k++) work();
    multiply();
  }
  const times: number[] = [];
  const ratios: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    for (let k = 0; k < calls; k++) work();
    const middle = performance.now();
    for (let k = 0; k < 4; k++) multiply();
    const reference = (performance.now() - middle) / 4;
    const each = (middle - start) / calls;
    times.push(each);
    ratios.push(each / reference);
  }
  return { ms: median(times), ratio: median(ratios) };
}

/** Bytes the heap grows per call, in a run without garbage collection. */
function growth(work: () => void, calls: number): { readonly bytes: number; readonly collections: number } {
  let collections = 0;
  const observer = new PerformanceObserver((list) => {
    collections += list.getEntries().length;
  });
  observer.observe({ entryTypes: ["gc"] });
  for (let k = 0; k < calls; k++) work();
  const before = v8.getHeapStatistics().used_heap_size;
  for (let k = 0; k < calls; k++) work();
  const after = v8.getHeapStatistics().used_heap_size;
  for (const entry of observer.takeRecords()) if (entry) collections++;
  observer.disconnect();
  return { bytes: (after - before) / calls, collections };
}

export async function run(): Promise<readonly BenchRow[]> {
  if (!haveTrials) {
    return [{ name: "gait2392 walking", value: Number.NaN, unit: "", note: `skipped: ${trialFolder} is absent` }];
  }
  const walking = loadWalking();
  return [...importRows(), ...frameRows(walking), ...trialRows(walking), ...openSimRows(walking)];
}

function importRows(): BenchRow[] {
  const texts = walkingTexts();
  const timing = time(() => importModel(texts), 1);
  return [
    {
      name: "import the model (read and compile)",
      value: timing.ms,
      unit: "ms",
      reference_ratio: timing.ratio,
      note: "limit 150 ms",
    },
  ];
}

/** Frame after frame of the trial, round and round. */
function frames(walking: Walking, work: (k: number) => void): () => void {
  let k = 0;
  return () => {
    work(k);
    k = (k + 1) % walking.trial.rows.length;
  };
}

function frameRows({ model, trial, optimizer, plan }: Walking): BenchRow[] {
  const { data } = trial;
  const out = new Float64Array(9 * plan.count);
  const kinematics = frames({ model, trial, optimizer, plan }, (k) => {
    setTrialDynamics(trial, k);
    setPaths(model, data);
  });
  const first = time(kinematics, 151);
  const effort = frames({ model, trial, optimizer, plan }, (k) => {
    setTrialDynamics(trial, k);
    setPaths(model, data);
    setStaticProblem(optimizer, data);
    solveStatic(optimizer);
  });
  const second = time(effort, 151);
  const all = frames({ model, trial, optimizer, plan }, (k) => {
    setTrialDynamics(trial, k);
    setPaths(model, data);
    setStaticProblem(optimizer, data);
    solveStatic(optimizer);
    addEffortLoads(trial, optimizer, optimizer.force);
    inverseDynamics(model, data);
    jointReactions(model, data, plan, out);
  });
  const heap = growth(all, 3020);
  const row = (name: string, ms: number, ratio: number, note: string): BenchRow => ({
    name,
    value: 1000 * ms,
    unit: "µs/frame",
    reference_ratio: ratio,
    note,
  });
  return [
    row("kinematics, inverse dynamics, lengths, moment arms", first.ms, first.ratio, "limit 30 µs"),
    row("static optimisation, warm", second.ms - first.ms, second.ratio - first.ratio, "limit 100 µs"),
    {
      name: "heap growth of the frame loop (ID, SO, JR)",
      value: heap.bytes,
      unit: "B/frame",
      note: `3 020 frames, ${heap.collections} garbage collections`,
    },
  ];
}

function trialRows({ model, trial, optimizer, plan }: Walking): BenchRow[] {
  const { data } = trial;
  const out = new Float64Array(9 * plan.count * trial.rows.length);
  const timing = time(() => {
    optimizer.solution.lambda.fill(0);
    for (let k = 0; k < trial.rows.length; k++) {
      setTrialDynamics(trial, k);
      setPaths(model, data);
      setStaticProblem(optimizer, data);
      solveStatic(optimizer);
      addEffortLoads(trial, optimizer, optimizer.force);
      inverseDynamics(model, data);
      jointReactions(model, data, plan, out, 9 * plan.count * k);
    }
  }, 1);
  const name = `whole walking trial, ${trial.rows.length} frames: ID → SO → JR`;
  return [{ name, value: timing.ms, unit: "ms", reference_ratio: timing.ratio, note: "limit 50 ms after load" }];
}

/** The same trial through the Python package, where one is found. */
function openSimRows(walking: Walking): BenchRow[] {
  const python = process.env["LEVELHIP_OPENSIM_PYTHON"] ?? "python3";
  const script = new URL("openSimTrial.py", import.meta.url).pathname;
  const answer = spawnSync(python, [script, trialFolder], { encoding: "utf8", timeout: 600_000 });
  const line = answer.stdout?.split("\n").find((text) => text.startsWith("levelhip "));
  const name = "the same trial through OpenSim's Python package";
  if (answer.status !== 0 || line === undefined || !existsSync(script)) {
    return [
      {
        name,
        value: Number.NaN,
        unit: "ms",
        note: "the Python package opensim was not found (LEVELHIP_OPENSIM_PYTHON names another Python)",
      },
    ];
  }
  const [, version, id_ms, so_ms, jr_ms] = line.split(" ");
  const total = Number(id_ms) + Number(so_ms) + Number(jr_ms);
  const ours = trialRows(walking)[0]?.value ?? Number.NaN;
  return [
    {
      name,
      value: total,
      unit: "ms",
      note: `OpenSim ${version}: SO ${Number(so_ms).toFixed(0)} + JR ${Number(jr_ms).toFixed(0)} ms; ours is ${(total / ours).toFixed(0)} times as fast`,
    },
  ];
}
