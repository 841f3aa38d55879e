/**
 * Speed of the body engine on OpenSim's gait2392 (23 degrees of freedom, 92 muscles) walking: medians of nine runs in processor
 * time (the wall clock beside it: on a busy machine it counts others' work), each beside a fixed reference computation (the
 * product of two dense 96 × 96 matrices). Where the Python package `opensim` is found, the same trial goes through it.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { Session } from "node:inspector";
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
  /** Median milliseconds of processor time of one call: what the wall clock shows on an idle machine. */
  readonly ms: number;
  readonly wall_ms: number;
  /** Median of call by reference computation, both in processor time, timed turn about. */
  readonly ratio: number;
}

/** Processor time of this process since it started [ms]. */
function processor_ms(): number {
  const used = process.cpuUsage();
  return (used.user + used.system) / 1000;
}

/** Times `calls` calls a run, turn about with the reference computation. */
function time(work: () => void, calls: number): Timing {
  for (let i = 0; i < 8; i++) {
    for (let k = 0; k < calls; k++) work();
    multiply();
  }
  const times: number[] = [];
  const walls: number[] = [];
  const ratios: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const wall = performance.now();
    const start = processor_ms();
    for (let k = 0; k < calls; k++) work();
    const middle = processor_ms();
    walls.push((performance.now() - wall) / calls);
    for (let k = 0; k < 8; k++) multiply();
    const reference = (processor_ms() - middle) / 8;
    const each = (middle - start) / calls;
    times.push(each);
    ratios.push(each / reference);
  }
  return { ms: median(times), wall_ms: median(walls), ratio: median(ratios) };
}

interface AllocationNode {
  readonly selfSize: number;
  readonly callFrame: { readonly url: string };
  readonly children: readonly AllocationNode[];
}

/** Bytes that code of the engine allocates per call, garbage included, by V8's sampling heap profiler (a sample every 256 B). */
function allocated(work: () => void, calls: number): number {
  for (let k = 0; k < calls; k++) work();
  const session = new Session();
  session.connect();
  session.post("HeapProfiler.startSampling", {
    samplingInterval: 256,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  for (let k = 0; k < calls; k++) work();
  let bytes = 0;
  session.post("HeapProfiler.stopSampling", (_, answer) => {
    const walk = (node: AllocationNode): void => {
      if (node.callFrame.url.includes("packages/body/src")) bytes += node.selfSize;
      for (const child of node.children) walk(child);
    };
    if (answer) walk(answer.profile.head);
  });
  session.disconnect();
  return bytes / calls;
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
  const heap = allocated(all, 6040);
  const row = (name: string, ms: number, wall_ms: number, ratio: number, limit: string): BenchRow => ({
    name,
    value: 1000 * ms,
    unit: "µs/frame",
    reference_ratio: ratio,
    note: `limit ${limit}; wall clock ${(1000 * wall_ms).toFixed(1)}`,
  });
  return [
    row("kinematics, inverse dynamics, lengths, moment arms", first.ms, first.wall_ms, first.ratio, "30 µs"),
    row(
      "static optimisation, warm",
      second.ms - first.ms,
      second.wall_ms - first.wall_ms,
      second.ratio - first.ratio,
      "100 µs",
    ),
    {
      name: "allocated in the frame loop (ID, SO, JR)",
      value: heap,
      unit: "B/frame",
      note: "6 040 frames under V8's sampling heap profiler, garbage counted",
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
  return [
    {
      name,
      value: timing.ms,
      unit: "ms",
      reference_ratio: timing.ratio,
      note: `limit 50 ms after load; wall clock ${timing.wall_ms.toFixed(1)}`,
    },
  ];
}

/** The same trial through the Python package, where one is found. */
function openSimRows(walking: Walking): BenchRow[] {
  const python = process.env["LEVELHIP_OPENSIM_PYTHON"] || "python3";
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
