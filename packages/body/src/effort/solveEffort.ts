/**
 * Solves the redundancy problem through its dual: as many unknowns as balances, no inequality.
 *
 * For given multipliers λ the cheapest effort is known in closed form,
 *     xᵢ(λ) = clip(φ'⁻¹((Aᵢ·λ − tᵢ)/wᵢ), lo, hi),   rⱼ(λ) = sⱼ² λⱼ,
 * and the balances A x(λ) + r(λ) = b are the vanishing gradient of a convex, once differentiable function of λ (piecewise
 * quadratic for p = 2). Newton's method takes its generalised Hessian Σ over free efforts of xᵢ' Aᵢ Aᵢᵀ + diag s² and then
 * walks to the exact minimum along the step: the derivative along it is monotone, so the root is bracketed and found by
 * safeguarded Newton, which is exact once both sides lie in one piece. With exact steps the method ends in finitely many
 * iterations for p = 2; the λ of the frame before is a good start.
 * Source: Rockafellar 1974 (duality); Hiriart-Urruty, Strodiot & Nguyen 1984, Qi & Sun 1993 (semismooth Newton).
 */
import { choleskyFactor, choleskySolve } from "./cholesky.ts";
import type { EffortProblem, EffortSolution } from "./effortProblem.ts";

/** Iterations after which the answer is given as it is, with `converged` false. */
const MOST_ITERATIONS = 200;
/** Relative balance error that is good enough. */
const TOLERANCE = 1e-12;
/** Share of the rows' size added to the Hessian: keeps it regular where nothing is free and nothing is priced. */
const RIDGE = 1e-14;

/**
 * Fills `solution` with the optimum for the moments `b`; starts from `solution.lambda`. Allocates nothing.
 * An unbalanceable problem without reserves ends with `converged` false and a large `kkt`.
 */
export function solveEffort(problem: EffortProblem, b: Float64Array, solution: EffortSolution): void {
  setRidge(problem, solution.ridge);
  setDrive(problem, solution);
  setEffort(problem, solution);
  setResidual(problem, b, solution);
  let best = solution.kkt;
  let stalls = 0;
  let iteration = 0;
  for (; iteration < MOST_ITERATIONS && solution.kkt > TOLERANCE; iteration++) {
    factorHessian(problem, solution);
    const { step, residual, lambda, drive, slope } = solution;
    for (let j = 0; j < problem.balances; j++) step[j] = -residual[j];
    choleskySolve(solution.factor, problem.balances, step);
    setSlope(problem, step, slope);
    setExactStep(problem, b, solution);
    const length = trial[0];
    if (!(length > 0)) break;
    for (let j = 0; j < problem.balances; j++) lambda[j] += length * step[j];
    for (let i = 0; i < problem.efforts; i++) drive[i] += length * slope[i];
    if ((iteration & 15) === 15) setDrive(problem, solution); // shed accumulated rounding
    setEffort(problem, solution);
    setResidual(problem, b, solution);
    // at the floor of rounding the residual stops falling
    if (solution.kkt < 0.5 * best) {
      best = solution.kkt;
      stalls = 0;
    } else if (solution.kkt < 1e-9 && ++stalls >= 2) {
      iteration++;
      break;
    }
  }
  factorHessian(problem, solution);
  solution.iterations = iteration;
  solution.converged = solution.kkt < 1e-9;
  setCost(problem, solution);
}

/** Cost of the answer, tilt left out: Σ w|x|ᵖ/p (+ ½ w ε x² for p = 3) + ½ Σ (r/s)². */
function setCost(problem: EffortProblem, solution: EffortSolution): void {
  const { weight, price, exponent, smoothing } = problem;
  const { x, lambda } = solution;
  let cost = 0;
  for (let i = 0; i < problem.efforts; i++) {
    const square = x[i] * x[i];
    cost += weight[i] * (exponent === 2 ? 0.5 * square : square * (Math.abs(x[i]) / 3 + 0.5 * smoothing));
  }
  for (let j = 0; j < problem.balances; j++) cost += 0.5 * price[j] * price[j] * lambda[j] * lambda[j];
  solution.cost = cost;
}

/** Effort for a drive u per weight, unbounded: u for p = 2; for p = 3 the root of x|x| + ε x = u. */
function response(problem: EffortProblem, ratio: number): number {
  if (problem.exponent === 2) return ratio;
  const e = problem.smoothing;
  const size = 2 * Math.abs(ratio);
  const magnitude = size / (e + Math.sqrt(e * e + 2 * size));
  return ratio < 0 ? -magnitude : magnitude;
}

/** Slope of `response`. */
function responseSlope(problem: EffortProblem, ratio: number): number {
  if (problem.exponent === 2) return 1;
  const e = problem.smoothing;
  return 1 / Math.sqrt(e * e + 4 * Math.abs(ratio));
}

function setRidge(problem: EffortProblem, ridge: Float64Array): void {
  const { matrix, rowIndex, columnStart, weight } = problem;
  ridge.fill(0);
  for (let i = 0; i < problem.efforts; i++) {
    for (let k = columnStart[i]; k < columnStart[i + 1]; k++) {
      ridge[rowIndex[k]] += (RIDGE * matrix[k] * matrix[k]) / weight[i];
    }
  }
  for (let j = 0; j < problem.balances; j++) ridge[j] = Math.max(ridge[j], 1e-300);
}

function setDrive(problem: EffortProblem, solution: EffortSolution): void {
  setSlope(problem, solution.lambda, solution.drive);
  for (let i = 0; i < problem.efforts; i++) solution.drive[i] -= problem.tilt[i];
}

/** out = Aᵀ y. */
function setSlope(problem: EffortProblem, y: Float64Array, out: Float64Array): void {
  const { matrix, rowIndex, columnStart } = problem;
  for (let i = 0; i < problem.efforts; i++) {
    let sum = 0;
    for (let k = columnStart[i]; k < columnStart[i + 1]; k++) sum += matrix[k] * y[rowIndex[k]];
    out[i] = sum;
  }
}

function setEffort(problem: EffortProblem, solution: EffortSolution): void {
  const { weight, lower, upper } = problem;
  const { drive, x, gain } = solution;
  for (let i = 0; i < problem.efforts; i++) {
    const ratio = drive[i] / weight[i];
    const free = response(problem, ratio);
    if (free <= lower[i]) {
      x[i] = lower[i];
      gain[i] = 0;
    } else if (free >= upper[i]) {
      x[i] = upper[i];
      gain[i] = 0;
    } else {
      x[i] = free;
      gain[i] = responseSlope(problem, ratio) / weight[i];
    }
  }
}

function setResidual(problem: EffortProblem, b: Float64Array, solution: EffortSolution): void {
  const { matrix, rowIndex, columnStart, price } = problem;
  const { x, lambda, reserve, residual } = solution;
  for (let j = 0; j < problem.balances; j++) {
    reserve[j] = price[j] * price[j] * lambda[j];
    residual[j] = reserve[j] - b[j];
  }
  for (let i = 0; i < problem.efforts; i++) {
    for (let k = columnStart[i]; k < columnStart[i + 1]; k++) residual[rowIndex[k]] += matrix[k] * x[i];
  }
  let worst = 0;
  for (let j = 0; j < problem.balances; j++) worst = Math.max(worst, Math.abs(residual[j]) / (1 + Math.abs(b[j])));
  solution.kkt = worst;
}

function factorHessian(problem: EffortProblem, solution: EffortSolution): void {
  const { matrix, rowIndex, columnStart, price, balances } = problem;
  const { factor, gain, ridge } = solution;
  factor.fill(0);
  for (let j = 0; j < balances; j++) factor[j * balances + j] = price[j] * price[j] + ridge[j];
  for (let i = 0; i < problem.efforts; i++) {
    const g = gain[i];
    if (g === 0) continue;
    const from = columnStart[i];
    const to = columnStart[i + 1];
    for (let k = from; k < to; k++) {
      const scaled = g * matrix[k];
      const row = rowIndex[k] * balances;
      for (let l = from; l <= k; l++) factor[row + rowIndex[l]] += scaled * matrix[l];
    }
  }
  choleskyFactor(factor, balances, 1e-300);
}

/** Value and slope of the derivative along the step, handed over in an array: a returned double may be boxed. */
const along = new Float64Array(2);
/** The step length that `setAlong` looks at. */
const trial = new Float64Array(1);

/** Step length to the minimum along `solution.step`, into trial[0]: the root of a monotone function, bracketed and closed in on. */
function setExactStep(problem: EffortProblem, b: Float64Array, solution: EffortSolution): void {
  const { price, balances } = problem;
  const { step, lambda } = solution;
  // the reserves' and the moments' share is linear in the step length: constant + curvature·t
  let constant = 0;
  let curvature = 0;
  for (let j = 0; j < balances; j++) {
    const square = price[j] * price[j];
    constant += step[j] * (square * lambda[j] - b[j]);
    curvature += square * step[j] * step[j];
  }
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  trial[0] = 0;
  setAlong(problem, solution);
  const start = Math.abs(constant + along[0]);
  let t = 1;
  for (let i = 0; i < 100; i++) {
    trial[0] = t;
    setAlong(problem, solution);
    const value = constant + curvature * t + along[0];
    if (Math.abs(value) <= 1e-11 * start) return;
    if (value < 0) low = t;
    else high = t;
    const slope = curvature + along[1];
    let next = slope > 0 ? t - value / slope : Number.NaN;
    if (!(next > low && next < high)) next = high === Number.POSITIVE_INFINITY ? 4 * t + 1 : 0.5 * (low + high);
    if (next === t || next > 1e30) break;
    t = next;
  }
}

/** Σ vᵢ xᵢ(u + t v) and its derivative Σ vᵢ² xᵢ'(u + t v) over the efforts, at t = trial[0]. */
function setAlong(problem: EffortProblem, solution: EffortSolution): void {
  const { weight, lower, upper } = problem;
  const { drive, slope } = solution;
  const t = trial[0];
  let sum = 0;
  let rate = 0;
  for (let i = 0; i < problem.efforts; i++) {
    const v = slope[i];
    if (v === 0) continue;
    const ratio = (drive[i] + t * v) / weight[i];
    const free = response(problem, ratio);
    if (free <= lower[i]) {
      sum += v * lower[i];
    } else if (free >= upper[i]) {
      sum += v * upper[i];
    } else {
      sum += v * free;
      rate += (v * v * responseSlope(problem, ratio)) / weight[i];
    }
  }
  along[0] = sum;
  along[1] = rate;
}
