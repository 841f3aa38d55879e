/** Solves the prepared frames of a task at a setting and keeps what a series needs. */
import { forcesAt, reservesCarried } from "../effort/staticOptimization.ts";
import { type EffortSolution, makeEffortSolution } from "../effort/effortProblem.ts";
import { HOLDABLE_RULE } from "../effort/holdable.ts";
import { solveEffort } from "../effort/solveEffort.ts";
import { CONTACT_COLUMNS, CONTACT_EDGES } from "./contacts.ts";
import { loadsAt, setFrameProblem, type TaskBody, type TaskFrames, type TaskSetting } from "./frames.ts";
import { LOADS } from "./loadMap.ts";
import type { NotHoldable, TaskSeries } from "./types.ts";

/** Share of body weight (as force, and as moment at one metre) that may be missing for balance. */
const BALANCE_SHARE = 0.01;
const LEAST_KKT = 1e-6;
/** Joint moments below this count as this much [Nm]: a joint at rest, or a leg that swings, is not judged by a fraction of a newton metre. */
const LEAST_MOMENT_NM = 8;
/** Reserve share below which halving the reserves' price cannot matter and is not tried. */
const SURE_SHARE = 1e-4;
/** Loads below this share of body weight count as that, torsion below it at this arm [m]. */
const LEAST_LOAD_SHARE = 0.05;
const LEAST_ARM_M = 0.1;

/** Workspace of one body. */
export interface SolveWork {
  readonly loads: Float64Array; // [10]
  readonly halved: Float64Array; // [10]
  readonly carried: Float64Array; // [nB]
  /** What muscles, passive ones left out, and reserves must give: contacts counted. [nB] */
  readonly asked: Float64Array;
  readonly moment: Float64Array; // [joints]
  readonly share: Float64Array; // [joints]
  readonly force: Float64Array; // [nX]
  readonly second: EffortSolution;
}

export function makeSolveWork(body: TaskBody): SolveWork {
  const { problem } = body.optimizer;
  return {
    loads: new Float64Array(LOADS),
    halved: new Float64Array(LOADS),
    carried: new Float64Array(problem.balances),
    asked: new Float64Array(problem.balances),
    moment: new Float64Array(body.joints),
    share: new Float64Array(body.joints),
    force: new Float64Array(problem.efforts),
    second: makeEffortSolution(problem),
  };
}

/** What one frame came to. */
export interface FrameVerdict {
  why: NotHoldable | null;
  reserveShare: number;
  kkt: number;
  /** Cost of the muscles, and of what they could not do. */
  cost: number;
}

/** Solves frame f: efforts, forces in `optimizer.force`, loads in `work.loads`. Allocates nothing. */
export function solveFrame(
  body: TaskBody,
  frames: TaskFrames,
  f: number,
  setting: TaskSetting,
  work: SolveWork,
  verdict: FrameVerdict,
  reservePrice?: number,
): void {
  const { optimizer } = body;
  const { problem, solution, b } = optimizer;
  setFrameProblem(body, frames, f, setting, reservePrice);
  solveEffort(problem, b, solution);
  frames.lambda.set(solution.lambda, f * problem.balances);
  forcesAt(optimizer, solution.x, optimizer.force);
  loadsAt(body, frames, f, optimizer.force, work.loads);
  verdict.kkt = solution.kkt;
  verdict.cost = solution.cost;
  setReserveShares(body, frames, work, verdict);
  if (!solution.converged && solution.kkt > LEAST_KKT) verdict.why = "not-solved";
  else if (verdict.why === null && verdict.reserveShare > HOLDABLE_RULE.reserveShare) verdict.why = "muscles-too-weak";
  else if (
    reservePrice === undefined &&
    verdict.why === null &&
    verdict.reserveShare > SURE_SHARE &&
    priceDecides(body, frames, f, work)
  ) {
    verdict.why = "loads-undetermined";
  }
}

/** Greatest reserve by moment among the joints, and whether the whole is in balance. */
function setReserveShares(body: TaskBody, frames: TaskFrames, work: SolveWork, verdict: FrameVerdict): void {
  const { optimizer, jointOfBalance } = body;
  const { problem, solution, b } = optimizer;
  const { carried, asked, moment, share } = work;
  reservesCarried(optimizer, solution, carried);
  asked.set(b);
  for (let i = optimizer.muscles.count; i < problem.efforts; i++) {
    for (let e = problem.columnStart[i]; e < problem.columnStart[i + 1]; e++) {
      asked[problem.rowIndex[e]] -= problem.matrix[e] * solution.x[i];
    }
  }
  moment.fill(0);
  share.fill(0);
  verdict.why = null;
  const { moving } = frames.motion;
  for (let j = 0; j < problem.balances; j++) {
    const joint = jointOfBalance[j];
    if (joint >= 0) {
      moment[joint] += asked[j] * asked[j];
      share[joint] += carried[j] * carried[j];
    } else if (!moving && Math.abs(carried[j]) > BALANCE_SHARE * body.weight_N) {
      verdict.why = "out-of-balance";
    }
  }
  verdict.reserveShare = 0;
  for (let k = 0; k < body.joints; k++) {
    verdict.reserveShare = Math.max(
      verdict.reserveShare,
      Math.sqrt(share[k]) / Math.max(LEAST_MOMENT_NM, Math.sqrt(moment[k])),
    );
  }
}

/** Would half the reserves' price change a load that is shown? */
function priceDecides(body: TaskBody, frames: TaskFrames, f: number, work: SolveWork): boolean {
  const { optimizer, weight_N } = body;
  const { problem, solution, b } = optimizer;
  const { second, loads, halved, force } = work;
  for (let j = 0; j < problem.balances; j++) if (body.jointOfBalance[j] >= 0) problem.price[j] *= 0.5;
  second.lambda.set(solution.lambda);
  solveEffort(problem, b, second);
  for (let j = 0; j < problem.balances; j++) if (body.jointOfBalance[j] >= 0) problem.price[j] *= 2;
  forcesAt(optimizer, second.x, force);
  loadsAt(body, frames, f, force, halved);
  const share = HOLDABLE_RULE.loadShare;
  const least = LEAST_LOAD_SHARE * weight_N;
  for (let k = 0; k < 6; k += 3) {
    const before = Math.hypot(loads[k], loads[k + 1], loads[k + 2]);
    const after = Math.hypot(halved[k], halved[k + 1], halved[k + 2]);
    if (Math.abs(after - before) > share * Math.max(least, before)) return true;
  }
  for (let k = 6; k < LOADS; k++) {
    // torsion is a moment
    const size = Math.max(k < 9 ? least : LEAST_ARM_M * least, Math.abs(loads[k]));
    if (Math.abs(halved[k] - loads[k]) > share * size) return true;
  }
  return false;
}

/** Empty series for a task's frames. */
export function makeSeries(body: TaskBody, frames: number, contactNames: readonly string[]): TaskSeries {
  const { model, optimizer } = body;
  const column = (): Float64Array => new Float64Array(frames);
  return {
    phase: column(),
    frames,
    coordinate_names: model.coordinateNames,
    muscle_names: optimizer.muscles.names,
    coordinates: new Float64Array(frames * model.nCoordinates),
    activations: new Float64Array(frames * optimizer.muscles.count),
    forces_n: new Float64Array(frames * optimizer.muscles.count),
    hip_left_bw: column(),
    hip_right_bw: column(),
    l5s1_compression_n: column(),
    l5s1_shear_ap_n: column(),
    l5s1_shear_lateral_n: column(),
    l5s1_torsion_nm: column(),
    reserve_share: column(),
    holdable: new Uint8Array(frames),
    contacts: contactNames.map((name) => ({
      name,
      point_m: new Float64Array(3 * frames),
      force_n: new Float64Array(3 * frames),
    })),
  };
}

/** Writes the frame that was solved into the series. Loads of a frame that cannot be held are NaN. Allocates nothing. */
export function storeFrame(
  body: TaskBody,
  f: number,
  work: SolveWork,
  verdict: FrameVerdict,
  series: TaskSeries,
): void {
  const { optimizer, weight_N } = body;
  const n = optimizer.muscles.count;
  const { loads } = work;
  for (let i = 0; i < n; i++) {
    series.activations[f * n + i] = optimizer.solution.x[i];
    series.forces_n[f * n + i] = optimizer.force[i];
  }
  const held = verdict.why === null;
  const shown = held ? 1 : Number.NaN;
  series.hip_right_bw[f] = (shown * Math.hypot(loads[0], loads[1], loads[2])) / weight_N;
  series.hip_left_bw[f] = (shown * Math.hypot(loads[3], loads[4], loads[5])) / weight_N;
  series.l5s1_compression_n[f] = shown * loads[6];
  series.l5s1_shear_ap_n[f] = shown * loads[7];
  series.l5s1_shear_lateral_n[f] = shown * loads[8];
  series.l5s1_torsion_nm[f] = shown * loads[9];
  series.reserve_share[f] = verdict.reserveShare;
  series.holdable[f] = held ? 1 : 0;
}

/** Contact forces of the frame that was solved, contacts as unknowns. */
export function storeContacts(body: TaskBody, f: number, series: TaskSeries): void {
  const { optimizer, contacts } = body;
  const n = optimizer.muscles.count;
  for (let c = 0; c < contacts.length; c++) {
    const out = series.contacts[c].force_n;
    for (let k = 0; k < 3; k++) {
      out[3 * f + k] = 0;
      for (let e = 0; e < CONTACT_COLUMNS; e++) {
        out[3 * f + k] += optimizer.force[n + CONTACT_COLUMNS * c + e] * CONTACT_EDGES[e][k];
      }
    }
  }
}
