/**
 * The redundancy problem of one instant: which efforts x balance the moments b at the least cost.
 *
 *     min over x, r   Σ wᵢ |xᵢ|ᵖ / p + ½ Σ (rⱼ/sⱼ)² + Σ tᵢ xᵢ    subject to   A x + r = b,   lo ≤ x ≤ hi
 *
 * x: activations of the muscles, then controls of other actuators; A[:,i]: generalised force of effort i at one; r: reserve
 * moments priced at s (a reserve of s costs ½, as much as one muscle fully active at weight 1, p = 2); t: a tilt, zero but
 * for the range of equal answers. For p = 3 the cost gains ½ w ε x², so that the answer varies smoothly through zero.
 */

export type EffortExponent = 2 | 3;

/** Sizes and sparsity are fixed; the arrays are filled anew for every frame. nX efforts, nB balances, nA entries of A. */
export interface EffortProblem {
  readonly efforts: number;
  readonly balances: number;
  readonly exponent: EffortExponent;
  /** ε of the smoothed cubic cost, 1; unused for p = 2. */
  readonly smoothing: number;
  /** Entries of column i are columnStart[i] … columnStart[i+1]−1. [nX+1] */
  readonly columnStart: Int32Array;
  /** Row of each entry, ascending within a column. [nA] */
  readonly rowIndex: Int32Array;
  /** Entries of A. [nA] Nm (N in a translation's row) per unit of effort */
  readonly matrix: Float64Array;
  /** Price of effort, > 0. [nX] */
  readonly weight: Float64Array;
  readonly lower: Float64Array; // [nX], may be −∞
  readonly upper: Float64Array; // [nX], may be +∞
  /** Prices of the reserves, ≥ 0; 0: no reserve. [nB] Nm or N */
  readonly price: Float64Array;
  readonly tilt: Float64Array; // [nX]
}

/** Answer and workspace; also the warm start of the next solve (λ). Made by `makeEffortSolution`. */
export interface EffortSolution {
  readonly x: Float64Array; // [nX]
  /** Multipliers of the balances: what one more Nm of moment costs. [nB] 1/Nm */
  readonly lambda: Float64Array;
  readonly reserve: Float64Array; // [nB] Nm or N
  /** A x + r − b. [nB] */
  readonly residual: Float64Array;
  /** Lower-triangular factor of the dual's Hessian at the answer. [nB×nB] */
  readonly factor: Float64Array;
  /** dx/du at the answer: 0 at a bound. [nX] */
  readonly gain: Float64Array;
  /** Aᵀλ − t. [nX] */
  readonly drive: Float64Array;
  /** Greatest |A x + r − b|ⱼ / (1 + |bⱼ|): all other optimality conditions hold exactly by construction. */
  kkt: number;
  cost: number;
  iterations: number;
  converged: boolean;
  /** Workspace. */
  readonly step: Float64Array; // [nB]
  readonly slope: Float64Array; // [nX]
  readonly ridge: Float64Array; // [nB]
}

/** A problem with the sparsity given; numbers zero but weights 1, bounds 0.01 … 1, no reserves. */
export function makeEffortProblem(
  balances: number,
  columns: readonly (readonly number[])[],
  exponent: EffortExponent = 2,
  smoothing = 1e-4,
): EffortProblem {
  const efforts = columns.length;
  const columnStart = new Int32Array(efforts + 1);
  columns.forEach((rows, i) => {
    columnStart[i + 1] = columnStart[i] + rows.length;
  });
  const rowIndex = Int32Array.from(columns.flat());
  return {
    efforts,
    balances,
    exponent,
    smoothing,
    columnStart,
    rowIndex,
    matrix: new Float64Array(rowIndex.length),
    weight: new Float64Array(efforts).fill(1),
    lower: new Float64Array(efforts).fill(0.01),
    upper: new Float64Array(efforts).fill(1),
    price: new Float64Array(balances),
    tilt: new Float64Array(efforts),
  };
}

export function makeEffortSolution(problem: EffortProblem): EffortSolution {
  const { efforts, balances } = problem;
  return {
    x: new Float64Array(efforts),
    lambda: new Float64Array(balances),
    reserve: new Float64Array(balances),
    residual: new Float64Array(balances),
    factor: new Float64Array(balances * balances),
    gain: new Float64Array(efforts),
    drive: new Float64Array(efforts),
    kkt: Number.POSITIVE_INFINITY,
    cost: Number.POSITIVE_INFINITY,
    iterations: 0,
    converged: false,
    step: new Float64Array(balances),
    slope: new Float64Array(efforts),
    ridge: new Float64Array(balances),
  };
}
