/** From solved frames to a task's answer: groups, shares, loads, posture. */
import { equalAnswers } from "../effort/equalAnswers.ts";
import { muscleCost } from "../effort/staticOptimization.ts";
import { settleCouplers } from "../kinematics/couplers.ts";
import { setPositions } from "../kinematics/positions.ts";
import type { TaskBody, TaskFrames, TaskSetting } from "./frames.ts";
import type { SidedGroup } from "./groups.ts";
import { coordinate, DEG, sidesOf } from "./poseKit.ts";
import { type FrameVerdict, type SolveWork, solveFrame } from "./solveFrames.ts";
import type { TaskGroupResult, TaskJoints, TaskSeries, TaskSide } from "./types.ts";

/** Signed value of the greatest size; null where a frame is missing. */
function peakOf(values: Float64Array): number | null {
  let peak = 0;
  for (const v of values) {
    if (Number.isNaN(v)) return null;
    if (Math.abs(v) > Math.abs(peak)) peak = v;
  }
  return peak;
}

export function jointsOf(series: TaskSeries): TaskJoints {
  return {
    hip_left: { contact_bw_peak: peakOf(series.hip_left_bw) },
    hip_right: { contact_bw_peak: peakOf(series.hip_right_bw) },
    l5s1: {
      compression_n_peak: peakOf(series.l5s1_compression_n),
      shear_ap_n_peak: peakOf(series.l5s1_shear_ap_n),
      shear_lateral_n_peak: peakOf(series.l5s1_shear_lateral_n),
      torsion_nm_peak: peakOf(series.l5s1_torsion_nm),
    },
  };
}

/** Activation of a group in a frame: its muscles' by their maximal force. */
function groupActivation(body: TaskBody, group: SidedGroup, x: Float64Array, at: number): number {
  const { maxForce_N } = body.optimizer.muscles;
  let sum = 0;
  let all = 0;
  for (const i of group.members) {
    sum += maxForce_N[i] * x[at + i];
    all += maxForce_N[i];
  }
  return sum / all;
}

interface GroupPeak {
  readonly group: SidedGroup;
  readonly frame: number;
  readonly peak: number;
  readonly mean: number;
  readonly force_N: number;
}

function peakOfGroup(body: TaskBody, group: SidedGroup, series: TaskSeries): GroupPeak {
  const n = body.optimizer.muscles.count;
  let frame = 0;
  let peak = -1;
  let sum = 0;
  let force_N = 0;
  for (let f = 0; f < series.frames; f++) {
    const a = groupActivation(body, group, series.activations, f * n);
    sum += a;
    if (a > peak) {
      peak = a;
      frame = f;
    }
    let F = 0;
    for (const i of group.members) F += series.forces_n[f * n + i];
    force_N = Math.max(force_N, F);
  }
  return { group, frame, peak, mean: sum / series.frames, force_N };
}

/** How closely a range of equal answers spends its allowance. */
const RANGE_PRECISION = 1e-3;

export interface AnswerContext {
  readonly body: TaskBody;
  readonly frames: TaskFrames;
  readonly setting: TaskSetting;
  readonly work: SolveWork;
  readonly series: TaskSeries;
}

/** Every group's figures, with ranges where asked for. */
export function groupsOf(context: AnswerContext, groups: readonly SidedGroup[], ranges: boolean): TaskGroupResult[] {
  const { body, series } = context;
  const shares = hipShares(context, groups);
  return groups.map((group, g) => {
    const found = peakOfGroup(body, group, series);
    const held = series.holdable[found.frame] === 1;
    return {
      group: group.group,
      side: group.side,
      activation_peak: found.peak,
      activation_mean: found.mean,
      range: ranges && held ? rangeOf(context, found) : null,
      force_n_peak: found.force_N,
      hip_moment_share: shares[g] ?? null,
    };
  });
}

const verdict: FrameVerdict = { why: null, reserveShare: 0, kkt: 0, cost: 0 };

function rangeOf(context: AnswerContext, found: GroupPeak): readonly [number, number] {
  const { body, frames, setting, work } = context;
  const { problem, b, solution, muscles } = body.optimizer;
  solveFrame(body, frames, found.frame, setting, work, verdict);
  const direction = new Float64Array(problem.efforts);
  let all = 0;
  for (const i of found.group.members) all += muscles.maxForce_N[i];
  for (const i of found.group.members) direction[i] = muscles.maxForce_N[i] / all;
  const range = equalAnswers(
    problem,
    b,
    solution,
    direction,
    work.second,
    0.05 * muscleCost(body.optimizer),
    RANGE_PRECISION,
  );
  return [range.least, range.greatest];
}

/** Share of the pull on each group's own hip, in the direction of the hip's moment, at the frame where that moment is greatest. */
function hipShares(context: AnswerContext, groups: readonly SidedGroup[]): (number | null)[] {
  const bySide = new Map<TaskSide, (number | null)[]>();
  for (const side of ["left", "right"] as const) bySide.set(side, hipSharesOn(context, groups, side));
  return groups.map((group, g) => bySide.get(group.side)?.[g] ?? null);
}

/** Below this the hip is at rest and shares say nothing. */
const LEAST_HIP_MOMENT_NM = 2;
const HIP = ["hip_flexion", "hip_adduction", "hip_rotation"] as const;

function hipSharesOn(
  { body, frames, series }: AnswerContext,
  groups: readonly SidedGroup[],
  side: TaskSide,
): (number | null)[] {
  const { problem, pattern, muscles } = body.optimizer;
  const rows = HIP.map((name) => pattern.balanceOf[coordinate({ body }, `${name}_${side[0]}`)] ?? -1);
  const entries = problem.rowIndex.length;
  const moment = new Float64Array(problem.balances);
  const along = new Float64Array(problem.balances);
  let frame = 0;
  let greatest = 0;
  for (let f = 0; f < series.frames; f++) {
    moment.fill(0);
    for (let i = 0; i < muscles.count; i++) {
      const F = series.forces_n[f * muscles.count + i];
      for (let e = problem.columnStart[i]; e < problem.columnStart[i + 1]; e++) {
        moment[problem.rowIndex[e]] += F * frames.arms[f * entries + e];
      }
    }
    const size = Math.hypot(...rows.map((j) => (j < 0 ? 0 : moment[j])));
    if (size <= greatest) continue;
    greatest = size;
    frame = f;
    for (const j of rows) if (j >= 0) along[j] = moment[j] / size;
  }
  if (greatest < LEAST_HIP_MOMENT_NM) return groups.map(() => null);
  const pull = new Float64Array(muscles.count);
  let all = 0;
  for (let i = 0; i < muscles.count; i++) {
    let arm = 0;
    for (let e = problem.columnStart[i]; e < problem.columnStart[i + 1]; e++) {
      arm += frames.arms[frame * entries + e] * along[problem.rowIndex[e]];
    }
    pull[i] = Math.max(0, arm * series.forces_n[frame * muscles.count + i]);
    all += pull[i];
  }
  return groups.map((group) => {
    if (group.side !== side || all === 0) return null;
    let sum = 0;
    let crosses = false;
    for (const i of group.members) {
      sum += pull[i];
      for (let e = problem.columnStart[i]; e < problem.columnStart[i + 1]; e++) {
        if (rows.includes(problem.rowIndex[e])) crosses = true;
      }
    }
    return crosses ? sum / all : null;
  });
}

/** Pelvis and trunk in the room and to each other at a posture, in degrees; signs as `TaskPosture`. */
export function postureAngles(
  body: TaskBody,
  q: Float64Array,
  side: TaskSide,
): {
  readonly pelvic_list_deg: number;
  readonly pelvic_tilt_deg: number;
  readonly lordosis_deg: number;
  readonly trunk_lean_deg: number;
  readonly hip_adduction_deg: number;
  readonly hip_rotation_deg: number;
} {
  const { model, data } = body;
  settleCouplers(model, data, q);
  setPositions(model, data, q);
  const { mirror, own } = sidesOf(side);
  const of = (name: string): number => (q[coordinate({ body }, name)] ?? 0) / DEG;
  const torso = 9 * model.bodyNames.indexOf("torso");
  const lean = Math.atan2(data.bodyRotation[torso + 7] ?? 0, data.bodyRotation[torso + 4] ?? 1) / DEG;
  const plain = (v: number): number => (v === 0 ? 0 : v);
  return {
    pelvic_list_deg: plain(-mirror * of("pelvis_list")),
    pelvic_tilt_deg: plain(-of("pelvis_tilt")),
    lordosis_deg: plain(of("lumbar_extension")),
    trunk_lean_deg: plain(mirror * lean),
    hip_adduction_deg: plain(of(`hip_adduction${own}`)),
    hip_rotation_deg: plain(of(`hip_rotation${own}`)),
  };
}
