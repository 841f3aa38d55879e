/**
 * OpenSim's own low-pass of a table, as InverseDynamicsTool and AnalyzeTool apply it to coordinates
 * (`lowpass_cutoff_frequency_for_coordinates`), step for step, so that their results can be met:
 *   1. pad: half of the rows before and after, reflected through the first and the last point (value and slope kept);
 *      the times are padded the same way;
 *   2. resample to the smallest time step of the padded table with the natural quintic spline; times are summed step by
 *      step from the first, so that they drift from the file's by what its rounding left;
 *   3. a third-order Butterworth low-pass by the bilinear transform with pre-warping, once forwards and once backwards;
 *      the first three points of each pass go through unfiltered (they lie in the padding).
 * The result keeps the padding, as OpenSim's does: splines are fitted to it, so the ends of the trial stay smooth.
 * Source: OpenSim 4 user's guide, "Inverse Dynamics"; Winter DA, "Biomechanics and Motor Control of Human Movement" (the
 * double pass); behaviour checked against OpenSim 4.6.
 */

import { fitGcvSpline, SplineDataError, sampleGcvSpline } from "./gcvSpline.ts";

/** A table on times of its own. */
export interface SampledTable {
  /** sample times [s], increasing   (nRows) */
  readonly t_s: Float64Array;
  /** row-major   (nRows x columns) */
  readonly values: Float64Array;
  readonly columns: number;
}

/** OpenSim stops resampling at this many rows and coarsens the step instead. */
const MOST_ROWS = 100_000;

/**
 * The table padded, resampled and low-passed; longer than the input by its padding.
 * @param cutoff_Hz cut-off of one pass [Hz]; at or above half the sampling rate, 0.49 of it is used as OpenSim does
 * @throws SplineDataError as `fitGcvSpline`
 */
export function lowpassOpenSim(table: SampledTable, cutoff_Hz: number): SampledTable {
  const { columns } = table;
  if (!(cutoff_Hz > 0)) {
    throw new SplineDataError("not-finite", -1, `a cut-off of ${cutoff_Hz} Hz cannot be used`, "give one above 0 Hz");
  }
  const padded = padReflected(table, Math.floor(table.t_s.length / 2));
  const resampled = resample(padded);
  const { step_s } = resampled;
  const rows = resampled.t_s.length;
  const column = new Float64Array(rows);
  const pass = new Float64Array(rows);
  const values = resampled.values;
  for (let c = 0; c < columns; c++) {
    for (let i = 0; i < rows; i++) column[i] = values[i * columns + c]!;
    butterworth3(column, step_s, cutoff_Hz, pass);
    pass.reverse();
    butterworth3(pass, step_s, cutoff_Hz, column);
    for (let i = 0; i < rows; i++) values[i * columns + c] = column[rows - 1 - i]!;
  }
  return { t_s: resampled.t_s, values, columns };
}

/** `pad` points before and after, each reflected through the end point: 2·end − mirrored; times alike. */
export function padReflected(table: SampledTable, pad: number): SampledTable {
  const { t_s, values, columns } = table;
  const rows = t_s.length;
  const outRows = rows + 2 * pad;
  const outTimes = new Float64Array(outRows);
  const outValues = new Float64Array(outRows * columns);
  padColumn(t_s, 1, 0, rows, pad, outTimes);
  for (let c = 0; c < columns; c++) padColumn(values, columns, c, rows, pad, outValues);
  return { t_s: outTimes, values: outValues, columns };
}

function padColumn(from: Float64Array, stride: number, c: number, rows: number, pad: number, to: Float64Array): void {
  const first = from[c]!;
  const last = from[(rows - 1) * stride + c]!;
  for (let i = 0; i < pad; i++) {
    to[i * stride + c] = 2 * first - from[(pad - i) * stride + c]!;
    to[(pad + rows + i) * stride + c] = 2 * last - from[(rows - 2 - i) * stride + c]!;
  }
  for (let i = 0; i < rows; i++) to[(pad + i) * stride + c] = from[i * stride + c]!;
}

function resample(table: SampledTable): SampledTable & { readonly step_s: number } {
  const { t_s, columns } = table;
  const first = t_s[0]!;
  const last = t_s[t_s.length - 1]!;
  let step_s = Number.POSITIVE_INFINITY;
  for (let i = 1; i < t_s.length; i++) step_s = Math.min(step_s, t_s[i]! - t_s[i - 1]!);
  const spline = fitGcvSpline(t_s, table.values, columns, 5);
  if ((last - first) / step_s > MOST_ROWS) step_s = (last - first) / MOST_ROWS;
  const times: number[] = [];
  for (let t = first; t <= last; t += step_s) times.push(t);
  const outTimes = Float64Array.from(times);
  return { t_s: outTimes, values: sampleGcvSpline(spline, outTimes), columns, step_s };
}

/** One forward pass of the third-order Butterworth low-pass; `out[0..2]` repeat the input. */
function butterworth3(signal: Float64Array, step_s: number, cutoff_Hz: number, out: Float64Array): void {
  const rate_Hz = 1 / step_s;
  const used_Hz = cutoff_Hz >= 0.5 * rate_Hz ? 0.49 * rate_Hz : cutoff_Hz;
  // pre-warped cut-off; the analogue prototype (s + 1)(s² + s + 1) by the bilinear transform
  const w = Math.tan(Math.PI * used_Hz * step_s);
  const scale = (w + 1) * (w * w + w + 1);
  const gain = (w * w * w) / scale;
  const b1 = (3 * w * w * w + 2 * w * w - 2 * w - 3) / scale;
  const b2 = (3 * w * w * w - 2 * w * w - 2 * w + 3) / scale;
  const b3 = ((w - 1) * (w * w - w + 1)) / scale;
  for (let i = 0; i < Math.min(3, signal.length); i++) out[i] = signal[i]!;
  for (let i = 3; i < signal.length; i++) {
    out[i] =
      gain * (signal[i]! + 3 * signal[i - 1]! + 3 * signal[i - 2]! + signal[i - 3]!) -
      b1 * out[i - 1]! -
      b2 * out[i - 2]! -
      b3 * out[i - 3]!;
  }
}
