/**
 * Natural interpolating splines of odd degree through the columns of a table, with derivatives.
 *
 * This is the spline of Woltring's GCVSPL at zero error variance: degree 2M − 1, data met exactly, derivatives of order
 * M … 2M − 2 zero at both ends (for degree 5: third and fourth), and outside the data the polynomial of degree M − 1 that
 * continues it. OpenSim differentiates recorded coordinates with degree 5.
 * Source: Woltring HJ 1986, "A Fortran package for generalized, cross-validatory spline smoothing and differentiation",
 * Advances in Engineering Software 8:104–113; de Boor C, "A Practical Guide to Splines" (B-spline recurrences).
 *
 * All columns share their times, so the banded system is factored once, and at a time t the weights of the basis
 * functions are computed once for all columns.
 */

/** The data cannot carry a spline; `row` is the first offending row (0-based), or −1 where the table as a whole is at fault. */
export class SplineDataError extends Error {
  readonly code: "too-few-rows" | "time-not-increasing" | "not-finite" | "bad-degree";
  readonly row: number;
  readonly remedy: string;
  constructor(code: SplineDataError["code"], row: number, message: string, remedy: string) {
    super(message);
    this.name = "SplineDataError";
    this.code = code;
    this.row = row;
    this.remedy = remedy;
  }
}

export type SplineDegree = 1 | 3 | 5 | 7;

/** Splines through every column of a table. Build with `fitGcvSpline`; evaluate with `evaluateGcvSpline`. */
export interface GcvSpline {
  readonly degree: SplineDegree;
  /** times of the rows that count [s], strictly increasing   (nRows) */
  readonly t_s: Float64Array;
  readonly columns: number;
  /** clamped knots [s]   (nRows + 2·degree) */
  readonly knots_s: Float64Array;
  /** B-spline coefficients, unit of the column   ((nRows + degree − 1) x columns), row-major */
  readonly coefficients: Float64Array;
  /** workspace of the evaluation   ((degree + 1) x (degree + 1)): weights of the basis functions, a row per derivative */
  readonly weights: Float64Array;
  /** workspace of the evaluation   (2·(degree + 1)²) */
  readonly scratch: Float64Array;
  /** workspace: the time looked at [s]   (1); handed on in an array, as a double that is an argument may be boxed on the heap */
  readonly at_s: Float64Array;
  /** span of the last evaluation: the next one is usually there or one further */
  lastSpan: number;
}

/**
 * Splines through `values` at `t_s`. A row whose time repeats the one before but for rounding does not count.
 * @param t_s sample times [s], strictly increasing   (nRows ≥ degree + 1)
 * @param values the table, row-major   (nRows x columns)
 * @param degree 1, 3, 5 or 7
 * @throws SplineDataError where times do not increase, a value is not finite, or rows are too few
 */
export function fitGcvSpline(
  t_s: Float64Array,
  values: Float64Array,
  columns: number,
  degree: SplineDegree = 5,
): GcvSpline {
  checkData(t_s, values, columns, degree);
  const kept = keepDistinct(t_s, values, columns);
  return kept.t_s.length < degree + 1
    ? fitDistinct(t_s, values, columns, degree)
    : fitDistinct(kept.t_s, kept.values, columns, degree);
}

/** Gaps below this share of the mean gap are the rounding of one time written twice. */
const SAME_TIME = 1e-7;

/** Rows without those that repeat the time of the row before but for rounding (simulators write their last row so). */
function keepDistinct(
  t_s: Float64Array,
  values: Float64Array,
  columns: number,
): { readonly t_s: Float64Array; readonly values: Float64Array } {
  const rows = t_s.length;
  const least = (SAME_TIME * (t_s[rows - 1]! - t_s[0]!)) / (rows - 1);
  const kept: number[] = [0];
  for (let i = 1; i < rows; i++) {
    if (t_s[i]! - t_s[kept[kept.length - 1]!]! >= least) kept.push(i);
    else if (i === rows - 1 && kept.length > 1) kept[kept.length - 1] = i; // the end stays the end
  }
  if (kept.length === rows) return { t_s, values };
  const table = new Float64Array(kept.length * columns);
  kept.forEach((row, k) => table.set(values.subarray(row * columns, (row + 1) * columns), k * columns));
  return { t_s: Float64Array.from(kept, (row) => t_s[row]!), values: table };
}

function fitDistinct(t_s: Float64Array, values: Float64Array, columns: number, degree: SplineDegree): GcvSpline {
  const rows = t_s.length;
  const half = (degree + 1) / 2;
  const order = degree + 1;
  const unknowns = rows + degree - 1;
  const knots = new Float64Array(rows + 2 * degree);
  knots.fill(t_s[0]!, 0, degree);
  knots.set(t_s, degree);
  knots.fill(t_s[rows - 1]!, degree + rows);
  const spline: GcvSpline = {
    degree,
    t_s,
    columns,
    knots_s: knots,
    coefficients: new Float64Array(unknowns * columns),
    weights: new Float64Array(order * order),
    scratch: new Float64Array(2 * order * order),
    at_s: new Float64Array(1),
    lastSpan: degree,
  };

  // rows of the system: value at the first time, end conditions there, inner values, end conditions, last value
  const reach = half - 1;
  const band = new BandedSystem(unknowns, reach);
  const coefficients = spline.coefficients;
  const addRow = (row: number, span: number, derivative: number, dataRow: number): void => {
    spline.at_s[0] = dataRow >= 0 ? t_s[dataRow]! : span === degree ? t_s[0]! : t_s[rows - 1]!;
    setBasisWeights(spline, span, derivative);
    let scale = 0;
    for (let k = 0; k < order; k++) scale = Math.max(scale, Math.abs(spline.weights[derivative * order + k]!));
    for (let k = 0; k < order; k++) {
      const weight = spline.weights[derivative * order + k]! / scale;
      const column = span - degree + k;
      if (Math.abs(column - row) <= reach) band.set(row, column, weight);
    }
    for (let c = 0; c < columns; c++) {
      coefficients[row * columns + c] = dataRow >= 0 ? values[dataRow * columns + c]! / scale : 0;
    }
  };
  const lastSpan = rows + degree - 2;
  addRow(0, degree, 0, 0);
  for (let i = 1; i < half; i++) addRow(i, degree, half + i - 1, -1);
  for (let j = 1; j < rows - 1; j++) addRow(j + reach, j + degree, 0, j);
  for (let i = 1; i < half; i++) addRow(unknowns - 1 - i, lastSpan, half + i - 1, -1);
  addRow(unknowns - 1, lastSpan, 0, rows - 1);
  band.solve(coefficients, columns);
  return spline;
}

/**
 * Value (derivative 0) or derivative of every column at time `t_s`; outside the data, the polynomial of degree M − 1
 * that continues the end. Allocates nothing.
 * @param out unit of the column per second^derivative   (columns), from `outOffset` on
 */
export function evaluateGcvSpline(
  spline: GcvSpline,
  t_s: number,
  derivative: number,
  out: Float64Array,
  outOffset = 0,
): void {
  oneTime[0] = t_s;
  evaluateGcvSplineAt(spline, oneTime, 0, derivative, out, outOffset);
}

const oneTime = new Float64Array(1);

/** As `evaluateGcvSpline`, at `times_s[row]`. */
export function evaluateGcvSplineAt(
  spline: GcvSpline,
  times_s: Float64Array,
  row: number,
  derivative: number,
  out: Float64Array,
  outOffset = 0,
): void {
  const t_s = times_s[row]!;
  const { columns, degree } = spline;
  const order = degree + 1;
  for (let c = 0; c < columns; c++) out[outOffset + c] = 0;
  if (derivative > degree) return;
  const first = spline.t_s[0]!;
  const last = spline.t_s[spline.t_s.length - 1]!;
  const inside = t_s < first ? first : t_s > last ? last : t_s;
  spline.at_s[0] = inside;
  const span = findSpan(spline);
  const beyond_s = t_s - inside;
  const highest = beyond_s === 0 ? derivative : (degree - 1) / 2;
  if (derivative > highest) return;
  setBasisWeights(spline, span, highest);
  let power = 1;
  for (let d = derivative; d <= highest; d++) {
    for (let k = 0; k < order; k++) {
      const weight = power * spline.weights[d * order + k]!;
      const row = (span - degree + k) * columns;
      for (let c = 0; c < columns; c++)
        out[outOffset + c] = out[outOffset + c]! + weight * spline.coefficients[row + c]!;
    }
    power *= beyond_s / (d - derivative + 1);
  }
}

/**
 * Values of the given derivative at many times, row-major   (times.length x columns).
 */
export function sampleGcvSpline(spline: GcvSpline, times_s: Float64Array, derivative = 0): Float64Array {
  const out = new Float64Array(times_s.length * spline.columns);
  for (let i = 0; i < times_s.length; i++) evaluateGcvSpline(spline, times_s[i]!, derivative, out, i * spline.columns);
  return out;
}

function checkData(t_s: Float64Array, values: Float64Array, columns: number, degree: SplineDegree): void {
  if (degree !== 1 && degree !== 3 && degree !== 5 && degree !== 7) {
    throw new SplineDataError(
      "bad-degree",
      -1,
      `a spline of degree ${String(degree)} is not available`,
      "use 1, 3, 5 or 7",
    );
  }
  const rows = t_s.length;
  if (rows < degree + 1 || values.length !== rows * columns) {
    throw new SplineDataError(
      "too-few-rows",
      -1,
      `a spline of degree ${degree} needs at least ${degree + 1} rows; there are ${rows}`,
      "record a longer trial, or choose a lower degree",
    );
  }
  for (let i = 0; i < rows; i++) {
    if (!Number.isFinite(t_s[i]!)) {
      throw new SplineDataError("not-finite", i, `the time in row ${i + 1} is not a number`, "remove the row");
    }
    if (i > 0 && !(t_s[i]! > t_s[i - 1]!)) {
      throw new SplineDataError(
        "time-not-increasing",
        i,
        `the time in row ${i + 1} (${t_s[i]} s) does not come after the one before (${t_s[i - 1]} s)`,
        "sort the rows by time and remove repeated ones",
      );
    }
  }
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]!)) {
      const row = Math.floor(i / columns);
      throw new SplineDataError(
        "not-finite",
        row,
        `row ${row + 1} has a value that is not a number`,
        "fill the gap or cut the rows",
      );
    }
  }
}

/** Index s of the knot interval [knots[s], knots[s+1]) that holds the time looked at, clamped to the data. */
function findSpan(spline: GcvSpline): number {
  const t_s = spline.at_s[0]!;
  const { knots_s: knots, degree } = spline;
  const highest = spline.t_s.length + degree - 2;
  let span = spline.lastSpan;
  if (t_s >= knots[span]! && t_s < knots[span + 1]!) return span;
  if (span < highest && t_s >= knots[span + 1]! && t_s < knots[span + 2]!) {
    span++;
  } else {
    let low: number = degree;
    let high = highest;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (knots[middle]! <= t_s) low = middle;
      else high = middle - 1;
    }
    span = low;
  }
  spline.lastSpan = span;
  return span;
}

/**
 * Fills `spline.weights` for derivatives 0 … highest: row d, entry k is the weight of coefficient (span − degree + k) in
 * the d-th derivative at the time looked at. The basis functions of degree − d are lifted to weights on the coefficients by transposing
 * the difference rule of B-spline derivatives.
 */
function setBasisWeights(spline: GcvSpline, span: number, highest: number): void {
  const t_s = spline.at_s[0]!;
  const { degree, knots_s: knots, weights, scratch } = spline;
  const order = degree + 1;
  // table[p*order + k]: B-spline of degree p, index span − p + k, at t
  scratch[0] = 1;
  for (let p = 1; p <= degree; p++) {
    const above = (p - 1) * order;
    const row = p * order;
    let saved = 0;
    for (let k = 0; k < p; k++) {
      const right = knots[span + k + 1]!;
      const left = knots[span + k + 1 - p]!;
      const term = scratch[above + k]! / (right - left);
      scratch[row + k] = saved + (right - t_s) * term;
      saved = (t_s - left) * term;
    }
    scratch[row + p] = saved;
  }
  const lift = order * order;
  for (let d = 0; d <= highest; d++) {
    // start: weights on the coefficients of the d-th derivative (degree − d + 1 of them)
    let count = degree - d + 1;
    for (let k = 0; k < count; k++) scratch[lift + k] = scratch[(degree - d) * order + k]!;
    for (let level = d; level >= 1; level--) {
      // coefficient j of derivative `level` is factor·(c[j+1] − c[j]) of derivative level − 1
      const p = degree - level + 1;
      let carried = 0;
      for (let k = 0; k < count; k++) {
        const i = span - p + k + 1;
        const share = (scratch[lift + k]! * p) / (knots[i + p]! - knots[i]!);
        scratch[lift + k] = carried - share;
        carried = share;
      }
      scratch[lift + count] = carried;
      count++;
    }
    for (let k = 0; k < order; k++) weights[d * order + k] = scratch[lift + k]!;
  }
}

/** A square system with `reach` bands on either side, solved with row pivoting for many right-hand sides at once. */
class BandedSystem {
  readonly size: number;
  readonly reach: number;
  readonly width: number;
  /** row r, column c at r*width + (c − r + reach); pivoting may fill `reach` further bands to the right */
  readonly data: Float64Array;

  constructor(size: number, reach: number) {
    this.size = size;
    this.reach = reach;
    this.width = 3 * reach + 1;
    this.data = new Float64Array(size * this.width);
  }

  set(row: number, column: number, value: number): void {
    this.data[row * this.width + column - row + this.reach] = value;
  }

  /** Overwrites `x` (size x columns, row-major) with the solution. */
  solve(x: Float64Array, columns: number): void {
    const { size, reach, width, data } = this;
    const at = (row: number, column: number): number => row * width + column - row + reach;
    for (let k = 0; k < size; k++) {
      const lastRow = Math.min(size - 1, k + reach);
      const lastColumn = Math.min(size - 1, k + 2 * reach);
      let pivot = k;
      for (let r = k + 1; r <= lastRow; r++) {
        if (Math.abs(data[at(r, k)]!) > Math.abs(data[at(pivot, k)]!)) pivot = r;
      }
      if (pivot !== k) {
        for (let c = k; c <= lastColumn; c++) swap(data, at(k, c), at(pivot, c));
        for (let c = 0; c < columns; c++) swap(x, k * columns + c, pivot * columns + c);
      }
      const diagonal = data[at(k, k)]!;
      for (let r = k + 1; r <= lastRow; r++) {
        const factor = data[at(r, k)]! / diagonal;
        if (factor === 0) continue;
        for (let c = k + 1; c <= lastColumn; c++) data[at(r, c)] = data[at(r, c)]! - factor * data[at(k, c)]!;
        for (let c = 0; c < columns; c++) x[r * columns + c] = x[r * columns + c]! - factor * x[k * columns + c]!;
      }
    }
    for (let k = size - 1; k >= 0; k--) {
      const lastColumn = Math.min(size - 1, k + 2 * reach);
      const diagonal = data[at(k, k)]!;
      for (let c = 0; c < columns; c++) {
        let sum = x[k * columns + c]!;
        for (let j = k + 1; j <= lastColumn; j++) sum -= data[at(k, j)]! * x[j * columns + c]!;
        x[k * columns + c] = sum / diagonal;
      }
    }
  }
}

function swap(array: Float64Array, i: number, j: number): void {
  const kept = array[i]!;
  array[i] = array[j]!;
  array[j] = kept;
}
