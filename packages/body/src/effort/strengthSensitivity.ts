/**
 * How the answer changes with the strength of a group of muscles, from the dual at the optimum.
 *
 * Scaling the columns of the group by k turns the balances into G(λ, k) = 0. With the efforts at a bound staying there,
 *     H dλ/dk = −Σ over the group of Aᵢ (xᵢ + xᵢ' Aᵢ·λ),      dxᵢ/dk = xᵢ' (Aᵢ·dλ/dk + [i in group] Aᵢ·λ),
 * H being the dual's Hessian, whose factor the solver leaves behind; the cost changes by −Σ over the group xᵢ Aᵢ·λ (envelope
 * theorem). Derivatives are one-sided where an effort just touches its bound.
 */
import { choleskySolve } from "./cholesky.ts";
import type { EffortProblem, EffortSolution } from "./effortProblem.ts";

/** Derivatives by the relative strength of the group: what doubling would change, by the slope at today's strength. */
export interface StrengthSensitivity {
  readonly x: Float64Array; // [nX] d activation
  /** d(k·x): the change of force by the column's own force at full effort. [nX] */
  readonly force: Float64Array;
  readonly reserve: Float64Array; // [nB] Nm
  readonly lambda: Float64Array; // [nB]
  cost: number;
}

export function makeStrengthSensitivity(problem: EffortProblem): StrengthSensitivity {
  return {
    x: new Float64Array(problem.efforts),
    force: new Float64Array(problem.efforts),
    reserve: new Float64Array(problem.balances),
    lambda: new Float64Array(problem.balances),
    cost: 0,
  };
}

/**
 * Fills `out` for the efforts whose `member` is not 0. Allocates nothing.
 * @param solution the optimum, as `solveEffort` left it
 * @param member 1 for the efforts of the group   (nX)
 */
export function strengthSensitivity(
  problem: EffortProblem,
  solution: EffortSolution,
  member: Uint8Array,
  out: StrengthSensitivity,
): void {
  const { columnStart, rowIndex, matrix, price, tilt } = problem;
  const { x, gain, drive, factor } = solution;
  const dLambda = out.lambda;
  dLambda.fill(0);
  out.cost = 0;
  for (let i = 0; i < problem.efforts; i++) {
    if (member[i] === 0) continue;
    const pull = drive[i] + tilt[i];
    const scale = x[i] + gain[i] * pull;
    for (let k = columnStart[i]; k < columnStart[i + 1]; k++) dLambda[rowIndex[k]] -= scale * matrix[k];
    out.cost -= pull * x[i];
  }
  choleskySolve(factor, problem.balances, dLambda);
  for (let i = 0; i < problem.efforts; i++) {
    let change = member[i] === 0 ? 0 : drive[i] + tilt[i];
    for (let k = columnStart[i]; k < columnStart[i + 1]; k++) change += matrix[k] * dLambda[rowIndex[k]];
    out.x[i] = gain[i] * change;
    out.force[i] = out.x[i] + (member[i] === 0 ? 0 : x[i]);
  }
  for (let j = 0; j < problem.balances; j++) out.reserve[j] = price[j] * price[j] * dLambda[j];
}
