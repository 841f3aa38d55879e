/**
 * The range of equal answers: the least and the greatest value of a weighted sum of efforts among all answers that balance
 * the moments and cost at most a given share more than the best.
 *
 * max c·x under cost(x, r) ≤ C has the multiplier form  min cost(x, r) − κ c·x,  the same problem with a tilt −κc. Cost rises
 * with κ, and √(cost − best) rises about in proportion, so a few warm dual solves find the κ that spends the allowance.
 */
import type { EffortProblem, EffortSolution } from "./effortProblem.ts";
import { solveEffort } from "./solveEffort.ts";

export interface EqualAnswers {
  /** Least and greatest c·x; equal to `best` where nothing can give way. */
  readonly least: number;
  readonly best: number;
  readonly greatest: number;
}

/** Share of the best cost that an equal answer may cost more. */
export const EQUAL_COST_SHARE = 0.05;

/**
 * Range of c·x.
 * @param direction c   (nX)
 * @param best the solved optimum of `problem` and `b`
 * @param work workspace of the same sizes; its λ is overwritten
 * @param allowance cost that an answer may add to the best's, ≥ 0; 5 % of the best where not given
 * @param precision how closely the allowance is spent, relative
 */
export function equalAnswers(
  problem: EffortProblem,
  b: Float64Array,
  best: EffortSolution,
  direction: Float64Array,
  work: EffortSolution,
  allowance = EQUAL_COST_SHARE * best.cost,
  precision = 1e-7,
): EqualAnswers {
  const value = dot(direction, best.x);
  const greatest = extreme(problem, b, best, direction, work, allowance, precision, 1);
  const least = extreme(problem, b, best, direction, work, allowance, precision, -1);
  problem.tilt.fill(0);
  return { least: Math.min(least, value), best: value, greatest: Math.max(greatest, value) };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function extreme(
  problem: EffortProblem,
  b: Float64Array,
  best: EffortSolution,
  direction: Float64Array,
  work: EffortSolution,
  allowance: number,
  precision: number,
  sign: 1 | -1,
): number {
  const target = Math.sqrt(allowance);
  if (!(target > 0)) return dot(direction, best.x);
  work.lambda.set(best.lambda);
  // first guess: as if the efforts could move without keeping balance
  let pull = 0;
  for (let i = 0; i < problem.efforts; i++) pull += (direction[i] * direction[i]) / problem.weight[i];
  if (pull === 0) return 0;
  let kappa = Math.sqrt((2 * allowance) / pull);
  // beyond this pull only the bounds decide: a corner of what can be balanced within the allowance
  const strongest = 1e9 * (1 + best.cost);
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let lowValue = dot(direction, best.x);
  for (let i = 0; i < 100; i++) {
    for (let j = 0; j < problem.efforts; j++) problem.tilt[j] = -sign * kappa * direction[j];
    solveEffort(problem, b, work);
    const spent = Math.sqrt(Math.max(0, work.cost - best.cost));
    const value = dot(direction, work.x);
    if (Math.abs(spent - target) <= precision * target) return value;
    if (spent < target) {
      if (kappa > strongest || atFarBounds(problem, work, direction, sign)) return value;
      low = kappa;
      lowValue = value;
    } else {
      high = kappa;
    }
    if (low > 0 && high / low < 1 + 1e-13) return value;
    const proposed = spent > 1e-3 * target ? kappa * (target / spent) : kappa * 10;
    if (proposed > low && proposed < high && (i < 10 || i % 2 === 0)) kappa = proposed;
    else if (high === Number.POSITIVE_INFINITY) kappa = low * 10;
    else kappa = low > 0 && high > 4 * low ? Math.sqrt(low * high) : 0.5 * (low + high);
  }
  return lowValue;
}

/** Is every effort of the direction where it can go no further? */
function atFarBounds(problem: EffortProblem, work: EffortSolution, direction: Float64Array, sign: 1 | -1): boolean {
  for (let i = 0; i < problem.efforts; i++) {
    const pull = sign * direction[i];
    if (pull > 0 && work.x[i] < problem.upper[i]) return false;
    if (pull < 0 && work.x[i] > problem.lower[i]) return false;
  }
  return true;
}
