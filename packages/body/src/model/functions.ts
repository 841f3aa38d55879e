/**
 * Scalar functions compiled to flat tables. Every one is y = f(x) of one argument, but `linear`, which may have several.
 * Multipliers are folded into the parameters.
 */
import { evaluateGcvSpline, fitGcvSpline, type SplineDegree } from "@levelhip/signal";
import type { FunctionDescription } from "./description.ts";

export const FN_CONSTANT = 0;
export const FN_LINEAR = 1;
export const FN_POLYNOMIAL = 2;
/** Piecewise cubic with linear continuation beyond both ends. */
export const FN_CUBIC = 3;
export const FN_PIECEWISE_LINEAR = 4;
export const FN_SINE = 5;
/** Piecewise polynomial of any degree; the end pieces continue beyond both ends. */
export const FN_PIECEWISE_POLYNOMIAL = 6;

/** Function i has kind[i] and the parameters params[start[i] … start[i+1]−1]. */
export interface FunctionTable {
  readonly kind: Uint8Array; // [nF] FN_*
  readonly start: Int32Array; // [nF+1]
  /** linear: coefficients, then the constant; polynomial: highest power first; cubic: n, then x, y, b, c, d of each knot; piecewise linear: n, x, y; sine: amplitude, omega, phase, offset; piecewise polynomial: n, degree, x, then degree + 1 coefficients (lowest power first) of each piece, in x − its knot. */
  readonly params: Float64Array;
}

/** Collects functions and compiles them into one table. */
export class FunctionTableBuilder {
  readonly #kind: number[] = [];
  readonly #start: number[] = [0];
  readonly #params: number[] = [];

  /** Adds `scale`·f and returns its index. */
  add(f: FunctionDescription, scale = 1): number {
    if (f.kind === "multiplier") return this.add(f.function, scale * f.scale);
    const [kind, params] = compileFunction(f, scale);
    this.#kind.push(kind);
    for (const p of params) this.#params.push(p);
    this.#start.push(this.#params.length);
    return this.#kind.length - 1;
  }

  build(): FunctionTable {
    return {
      kind: Uint8Array.from(this.#kind),
      start: Int32Array.from(this.#start),
      params: Float64Array.from(this.#params),
    };
  }
}

function compileFunction(f: Exclude<FunctionDescription, { kind: "multiplier" }>, scale: number): [number, number[]] {
  switch (f.kind) {
    case "constant":
      return [FN_CONSTANT, [scale * f.value]];
    case "linear":
      return [FN_LINEAR, f.coefficients.map((c) => scale * c)];
    case "polynomial":
      return [FN_POLYNOMIAL, f.coefficients.map((c) => scale * c)];
    case "simmSpline":
      return [FN_CUBIC, simmSplineParameters(f.x, f.y, scale)];
    case "piecewiseLinear":
      return [FN_PIECEWISE_LINEAR, [f.x.length, ...f.x, ...f.y.map((y) => scale * y)]];
    case "sine":
      return [FN_SINE, [scale * f.amplitude, f.omega, f.phase, scale * f.offset]];
    case "gcvSpline":
      return [FN_PIECEWISE_POLYNOMIAL, gcvParameters(f.x, f.y, f.degree, scale)];
    default:
      throw new RangeError("not a function");
  }
}

/** The natural spline as pieces: its derivatives at every knot. */
function gcvParameters(x: readonly number[], y: readonly number[], degree: number, scale: number): number[] {
  const spline = fitGcvSpline(Float64Array.from(x), Float64Array.from(y), 1, degree as SplineDegree);
  const at = spline.t_s;
  const params = [at.length, degree, ...at];
  const out = new Float64Array(1);
  for (let i = 0; i < at.length; i++) {
    let factorial = 1;
    for (let k = 0; k <= degree; k++) {
      if (k > 0) factorial *= k;
      // the highest derivative jumps at knots: take it within the piece that begins here
      const where = k === degree && i + 1 < at.length ? 0.5 * (at[i] + at[i + 1]) : at[i];
      evaluateGcvSpline(spline, where, k, out);
      params.push((scale * out[0]) / factorial);
    }
  }
  // the last knot begins the continuation, which has no highest derivatives
  for (let k = (degree + 1) / 2; k <= degree; k++) params[params.length - 1 - degree + k] = 0;
  return params;
}

/** Smallest knot distance, as in the original routine: knots that coincide do not divide by zero. */
const TINY = 1e-7;

/**
 * Interpolating cubic whose third derivatives at both ends are those of the cubics through the first and the last four
 * knots (Forsythe, Malcolm & Moler 1977, ch. 4): OpenSim's and SIMM's spline. Layout: n, x[n], y[n], b[n], c[n], d[n].
 */
export function simmSplineParameters(x: readonly number[], y: readonly number[], scale = 1): number[] {
  const n = x.length;
  const b = Array.from(x, () => 0);
  const c = Array.from(x, () => 0);
  const d = Array.from(x, () => 0);
  if (n === 2) {
    b[0] = b[1] = (y[1] - y[0]) / Math.max(TINY, x[1] - x[0]);
  } else if (n > 2) {
    solveSpline(x, y, b, c, d);
  }
  const scaled = (v: number) => scale * v;
  return [n, ...x, ...y.map(scaled), ...b.map(scaled), ...c.map(scaled), ...d.map(scaled)];
}

function solveSpline(x: readonly number[], y: readonly number[], b: number[], c: number[], d: number[]): void {
  const n = x.length;
  const last = n - 1;
  const gap = (i: number, j: number) => Math.max(TINY, x[j] - x[i]);
  // tridiagonal system for the second derivatives / 6: b diagonal, d off-diagonal, c right-hand side
  d[0] = gap(0, 1);
  c[1] = (y[1] - y[0]) / d[0];
  for (let i = 1; i < last; i++) {
    d[i] = gap(i, i + 1);
    b[i] = 2 * (d[i - 1] + d[i]);
    c[i + 1] = (y[i + 1] - y[i]) / d[i];
    c[i] = c[i + 1] - c[i];
  }
  b[0] = -d[0];
  b[last] = -d[last - 1];
  c[0] = 0;
  c[last] = 0;
  if (n > 3) {
    c[0] = ((c[2] / gap(1, 3) - c[1] / gap(0, 2)) * d[0] * d[0]) / gap(0, 3);
    c[last] =
      (-(c[last - 1] / gap(last - 2, last) - c[last - 2] / gap(last - 3, last - 1)) * d[last - 1] * d[last - 1]) /
      gap(last - 3, last);
  }
  for (let i = 1; i < n; i++) {
    const t = d[i - 1] / b[i - 1];
    b[i] = b[i] - t * d[i - 1];
    c[i] = c[i] - t * c[i - 1];
  }
  c[last] = c[last] / b[last];
  for (let i = last - 1; i >= 0; i--) c[i] = (c[i] - d[i] * c[i + 1]) / b[i];
  b[last] = (y[last] - y[last - 1]) / d[last - 1] + d[last - 1] * (c[last - 1] + 2 * c[last]);
  for (let i = 0; i < last; i++) {
    b[i] = (y[i + 1] - y[i]) / d[i] - d[i] * (c[i + 1] + 2 * c[i]);
    d[i] = (c[i + 1] - c[i]) / d[i];
    c[i] = 3 * c[i];
  }
  c[last] = 3 * c[last];
  d[last] = d[last - 1];
}

/**
 * Value, slope and curvature of a function of one argument into out[0…2]. Allocates nothing.
 * A `linear` one of several arguments is evaluated by its own coefficients where it is used, not here.
 */
export function evaluateFunction(table: FunctionTable, index: number, x: number, out: Float64Array): void {
  argument[0] = x;
  evaluate(table, index, out);
}

/** As `evaluateFunction`, at xs[at]: a double handed over as an argument may be boxed on the heap, one in an array is not. */
export function evaluateFunctionAt(
  table: FunctionTable,
  index: number,
  xs: Float64Array,
  at: number,
  out: Float64Array,
): void {
  argument[0] = xs[at];
  evaluate(table, index, out);
}

/** The argument that is looked at. */
const argument = new Float64Array(1);

function evaluate(table: FunctionTable, index: number, out: Float64Array): void {
  const x = argument[0];
  const p = table.params;
  const s = table.start[index];
  out[2] = 0;
  switch (table.kind[index]) {
    case FN_CONSTANT:
      out[0] = p[s];
      out[1] = 0;
      return;
    case FN_LINEAR:
      out[0] = p[s] * x + p[s + 1];
      out[1] = p[s];
      return;
    case FN_POLYNOMIAL:
      evaluatePolynomial(p, s, table.start[index + 1], out);
      return;
    case FN_CUBIC:
      evaluateCubic(p, s, out);
      return;
    case FN_PIECEWISE_LINEAR:
      evaluatePiecewiseLinear(p, s, out);
      return;
    case FN_PIECEWISE_POLYNOMIAL:
      evaluatePieces(p, s, out);
      return;
    default: {
      const angle = p[s + 1] * x + p[s + 2];
      const sine = p[s] * Math.sin(angle);
      out[0] = sine + p[s + 3];
      out[1] = p[s] * p[s + 1] * Math.cos(angle);
      out[2] = -sine * p[s + 1] * p[s + 1];
    }
  }
}

function evaluatePolynomial(p: Float64Array, from: number, to: number, out: Float64Array): void {
  const x = argument[0];
  let value = 0;
  let slope = 0;
  let half = 0;
  for (let i = from; i < to; i++) {
    half = half * x + slope;
    slope = slope * x + value;
    value = value * x + p[i];
  }
  out[0] = value;
  out[1] = slope;
  out[2] = 2 * half;
}

/** Index i of the knot interval with x[i] ≤ x < x[i+1], clamped to 0 … n−2. */
function findInterval(p: Float64Array, xStart: number, n: number): number {
  const x = argument[0];
  let low = 0;
  let high = n - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x < p[xStart + middle]) high = middle;
    else low = middle;
  }
  return low;
}

function evaluateCubic(p: Float64Array, s: number, out: Float64Array): void {
  const x = argument[0];
  const n = p[s];
  const xs = s + 1;
  const ys = xs + n;
  const bs = ys + n;
  const beyond = x < p[xs] ? 0 : x > p[xs + n - 1] ? n - 1 : -1;
  if (beyond >= 0) {
    out[0] = p[ys + beyond] + (x - p[xs + beyond]) * p[bs + beyond];
    out[1] = p[bs + beyond];
    return;
  }
  const i = n > 1 ? findInterval(p, xs, n) : 0;
  const t = x - p[xs + i];
  const b = p[bs + i];
  const c = p[bs + n + i];
  const d = p[bs + 2 * n + i];
  out[0] = p[ys + i] + t * (b + t * (c + t * d));
  out[1] = b + t * (2 * c + 3 * t * d);
  out[2] = 2 * c + 6 * t * d;
}

function evaluatePieces(p: Float64Array, s: number, out: Float64Array): void {
  const x = argument[0];
  const n = p[s];
  const degree = p[s + 1];
  const xs = s + 2;
  const first = p[xs];
  const i = x >= p[xs + n - 1] ? n - 1 : x < first ? 0 : findInterval(p, xs, n);
  const t = x - p[xs + i];
  // before the first knot the natural spline continues with its lower half
  const top = x < first ? (degree - 1) / 2 : degree;
  const c = xs + n + i * (degree + 1);
  let value = 0;
  let slope = 0;
  let half = 0;
  for (let k = top; k >= 0; k--) {
    half = half * t + slope;
    slope = slope * t + value;
    value = value * t + p[c + k];
  }
  out[0] = value;
  out[1] = slope;
  out[2] = 2 * half;
}

function evaluatePiecewiseLinear(p: Float64Array, s: number, out: Float64Array): void {
  const x = argument[0];
  const n = p[s];
  const xs = s + 1;
  const ys = xs + n;
  if (n < 2) {
    out[0] = p[ys];
    out[1] = 0;
    return;
  }
  const i = findInterval(p, xs, n);
  const slope = (p[ys + i + 1] - p[ys + i]) / (p[xs + i + 1] - p[xs + i]);
  out[0] = p[ys + i] + (x - p[xs + i]) * slope;
  out[1] = slope;
}
