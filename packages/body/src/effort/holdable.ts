/**
 * Can the muscles hold this, or does the number come from the reserves?
 *
 * An answer is not holdable where reserves carry more than a share of a joint's moment, or where halving the reserves'
 * price changes a load by more than a share: then the load is a number about the price, not about the body, and must not be
 * shown.
 */
import type { EffortProblem, EffortSolution } from "./effortProblem.ts";
import { solveEffort } from "./solveEffort.ts";

export interface HoldableRule {
  /** Greatest share of a joint's moment that reserves may carry, 0…1. */
  readonly reserveShare: number;
  /** Greatest relative change of a load when the price is halved, 0…1. */
  readonly loadShare: number;
  /** Joint moments below this count as this much, so that a resting joint is not judged [Nm]. */
  readonly leastMoment_Nm: number;
}

export const HOLDABLE_RULE: HoldableRule = { reserveShare: 0.05, loadShare: 0.05, leastMoment_Nm: 1 };

export type HoldableVerdict =
  | { readonly holdable: true; readonly worstReserveShare: number; readonly worstLoadChange: number }
  | {
      readonly holdable: false;
      readonly why: "reserve" | "load-depends-on-price" | "not-balanced";
      /** Joint with the greatest reserve share, index as in `jointOfBalance`; −1 where none is to blame. */
      readonly joint: number;
      readonly worstReserveShare: number;
      readonly worstLoadChange: number;
    };

/**
 * Judges an optimum.
 * @param jointOfBalance the joint each balance belongs to; −1: not judged (the free root)   (nB)
 * @param joints number of joints
 * @param loads fills magnitudes of the loads to be shown, from efforts x (nX) into its second argument; or null
 * @param loadCount how many loads
 * @param reserveOf fills the moments that reserves carry at an answer; null: the priced reserves alone   (nB)
 */
export function judgeHoldable(
  problem: EffortProblem,
  b: Float64Array,
  best: EffortSolution,
  work: EffortSolution,
  jointOfBalance: Int32Array,
  joints: number,
  loads: ((x: Float64Array, out: Float64Array) => void) | null = null,
  loadCount = 0,
  reserveOf: ((solution: EffortSolution, out: Float64Array) => void) | null = null,
  rule: HoldableRule = HOLDABLE_RULE,
): HoldableVerdict {
  const reserve = Float64Array.from(best.reserve);
  if (reserveOf !== null) reserveOf(best, reserve);
  const shares = reserveShares(b, reserve, jointOfBalance, joints, rule.leastMoment_Nm);
  let joint = -1;
  for (let k = 0; k < joints; k++) if (joint < 0 || shares[k] > shares[joint]) joint = k;
  const worstReserveShare = joint < 0 ? 0 : shares[joint];
  if (!best.converged) {
    return { holdable: false, why: "not-balanced", joint, worstReserveShare, worstLoadChange: 0 };
  }
  const worstLoadChange = loads === null ? 0 : loadChange(problem, b, best, work, loads, loadCount);
  if (worstReserveShare > rule.reserveShare) {
    return { holdable: false, why: "reserve", joint, worstReserveShare, worstLoadChange };
  }
  if (worstLoadChange > rule.loadShare) {
    return { holdable: false, why: "load-depends-on-price", joint, worstReserveShare, worstLoadChange };
  }
  return { holdable: true, worstReserveShare, worstLoadChange };
}

/** Reserve carried at each joint by the joint's moment: |r| / max(|b|, least) over the joint's balances   (joints). */
export function reserveShares(
  b: Float64Array,
  reserve: Float64Array,
  jointOfBalance: Int32Array,
  joints: number,
  leastMoment_Nm: number,
): Float64Array {
  const moment = new Float64Array(joints);
  const carried = new Float64Array(joints);
  for (let j = 0; j < b.length; j++) {
    const joint = jointOfBalance[j];
    if (joint < 0) continue;
    moment[joint] += b[j] * b[j];
    carried[joint] += reserve[j] * reserve[j];
  }
  for (let k = 0; k < joints; k++) carried[k] = Math.sqrt(carried[k]) / Math.max(leastMoment_Nm, Math.sqrt(moment[k]));
  return carried;
}

/** Greatest relative change of the loads when every price s is halved. */
function loadChange(
  problem: EffortProblem,
  b: Float64Array,
  best: EffortSolution,
  work: EffortSolution,
  loads: (x: Float64Array, out: Float64Array) => void,
  loadCount: number,
): number {
  const before = new Float64Array(loadCount);
  const after = new Float64Array(loadCount);
  loads(best.x, before);
  for (let j = 0; j < problem.balances; j++) problem.price[j] *= 0.5;
  work.lambda.set(best.lambda);
  solveEffort(problem, b, work);
  for (let j = 0; j < problem.balances; j++) problem.price[j] *= 2;
  loads(work.x, after);
  let worst = 0;
  for (let k = 0; k < loadCount; k++) {
    const size = Math.abs(before[k]);
    if (size > 0) worst = Math.max(worst, Math.abs(after[k] - before[k]) / size);
  }
  return worst;
}
