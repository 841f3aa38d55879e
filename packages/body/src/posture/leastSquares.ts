/** Least squares in a few variables whose residuals cost a lot: Levenberg–Marquardt with a Jacobian by differences, inside bounds. */
import { choleskyFactor, choleskySolve } from "../effort/cholesky.ts";

export interface SquaresProblem {
  readonly variables: number;
  readonly residuals: number;
  readonly low: Float64Array; // [variables]
  readonly high: Float64Array;
  /** Step of the differences. [variables] */
  readonly difference: Float64Array;
  /** Fills the residuals at x. */
  readonly evaluate: (x: Float64Array, out: Float64Array) => void;
}

export interface SquaresAnswer {
  readonly x: Float64Array;
  /** Half the sum of squares. */
  readonly cost: number;
  readonly evaluations: number;
}

const MOST_ITERATIONS = 12;
/** Relative fall of the cost that is not worth another step. */
const ENOUGH = 1e-3;

function half(r: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < r.length; i++) sum += r[i] * r[i];
  return 0.5 * sum;
}

/** Minimises ½|r(x)|² from a start, which is moved into the bounds. */
export function leastSquares(problem: SquaresProblem, start: ArrayLike<number>): SquaresAnswer {
  const { variables: m, residuals: n, low, high, difference } = problem;
  const inside = (i: number, v: number): number => Math.min(high[i], Math.max(low[i], v));
  const x = Float64Array.from({ length: m }, (_, i) => inside(i, start[i]));
  const tried = new Float64Array(m);
  let r = new Float64Array(n);
  let next = new Float64Array(n);
  const J = new Float64Array(n * m);
  const normal = new Float64Array(m * m);
  const gradient = new Float64Array(m);
  const step = new Float64Array(m);
  problem.evaluate(x, r);
  let cost = half(r);
  let evaluations = 1;
  let damping = 1e-3;
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    for (let i = 0; i < m; i++) {
      tried.set(x);
      const d = x[i] + difference[i] > high[i] ? -difference[i] : difference[i];
      tried[i] += d;
      problem.evaluate(tried, next);
      evaluations++;
      for (let k = 0; k < n; k++) J[k * m + i] = (next[k] - r[k]) / d;
    }
    for (let i = 0; i < m; i++) {
      gradient[i] = 0;
      for (let k = 0; k < n; k++) gradient[i] += J[k * m + i] * r[k];
    }
    let fallen = 0;
    for (let attempt = 0; attempt < 6; attempt++) {
      setNormal(J, n, m, damping, normal);
      for (let i = 0; i < m; i++) {
        // a variable that is pushed against its bound stays there
        const held = (x[i] <= low[i] && gradient[i] > 0) || (x[i] >= high[i] && gradient[i] < 0);
        step[i] = held ? 0 : -gradient[i];
        if (held) for (let j = 0; j < m; j++) normal[Math.max(i, j) * m + Math.min(i, j)] = i === j ? 1 : 0;
      }
      choleskyFactor(normal, m, 1e-12);
      choleskySolve(normal, m, step);
      for (let i = 0; i < m; i++) tried[i] = inside(i, x[i] + step[i]);
      problem.evaluate(tried, next);
      evaluations++;
      const value = half(next);
      if (value < cost) {
        fallen = (cost - value) / cost;
        cost = value;
        x.set(tried);
        [r, next] = [next, r];
        damping = Math.max(1e-6, damping / 5);
        break;
      }
      damping *= 8;
    }
    if (fallen < ENOUGH) break;
  }
  return { x, cost, evaluations };
}

/** JᵀJ with its diagonal lifted, lower triangle. */
function setNormal(J: Float64Array, n: number, m: number, damping: number, out: Float64Array): void {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += J[k * m + i] * J[k * m + j];
      out[i * m + j] = i === j ? sum * (1 + damping) + 1e-9 : sum;
    }
  }
}
