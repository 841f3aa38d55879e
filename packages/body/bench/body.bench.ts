/**
 * Speed of the body engine on OpenSim's gait2392 (23 degrees of freedom, 92 muscles) walking: medians of nine runs in processor
 * time (the wall clock beside it: on a busy machine it counts others' work), each beside a fixed reference computation (the
 * product of two dense 96 × 96 matrices). Where the Python package `opensim` is found, the same trial goes through it.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import {
  addEffortLoads,
  inverseDynamics,
  jointReactions,
  setPaths,
  setStaticProblem,
  setTrialDynamics,
  solveStatic,
} from "../src/index.ts";
import { allocated, type BenchRow, time } from "./timing.ts";
import { haveTrials, importModel, loadWalking, trialFolder, type Walking, walkingTexts } from "./trials.ts";

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
