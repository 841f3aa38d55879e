/**
 * Recorded coordinates → positions, speeds and accelerations of every coordinate at any time, the way OpenSim's tools take
 * them from a file:
 *   inverse dynamics tool: natural quintic splines through the coordinates; speeds and accelerations are their first and second
 *     derivatives; coordinates as the file has them; absent ones stay at their default;
 *   analyze tool: splines through the coordinates give the speeds at the samples; locked, prescribed and coupled coordinates
 *     are put in their place there; splines through those speeds give the accelerations; absent coordinates are zero.
 * A low-pass, where asked for, comes first (`lowpassOpenSim`): the motion then runs on its padded, resampled times.
 */
import { evaluateGcvSplineAt, fitGcvSpline, type GcvSpline, lowpassOpenSim, type SampledTable } from "@levelhip/signal";
import { settleCouplers } from "../kinematics/couplers.ts";
import { evaluateFunction } from "../model/functions.ts";
import { COORDINATE_LOCKED, COORDINATE_PRESCRIBED, type Data, type Model } from "../model/model.ts";

/** Columns of a storage file; labels[0] is time. */
export interface Table {
  readonly name: string;
  readonly labels: readonly string[];
  readonly columns: readonly Float64Array[];
  /** True where rotational coordinates are in degrees. */
  readonly inDegrees: boolean;
}

export type MotionRoute = "inverse-dynamics-tool" | "analyze-tool";

export interface MotionOptions {
  readonly route: MotionRoute;
  /** Cut-off of the low-pass [Hz]; null: none. */
  readonly lowpass_Hz: number | null;
  /** Take speeds from the table's own speed columns (a states file) instead of differentiating. */
  readonly speedsFromTable?: boolean;
}

/** A motion ready to be evaluated. nQ coordinates. */
export interface Motion {
  readonly route: MotionRoute;
  /** Times of the (filtered) samples [s]. */
  readonly t_s: Float64Array;
  /** Coordinates of the model that the table has no column for. */
  readonly absent: readonly string[];
  readonly positions: GcvSpline; // nQ columns
  /** Analyze tool: splines through the speeds. */
  readonly speeds: GcvSpline | null; // nQ columns
}

/** The table cannot be used as this model's motion. */
export class MotionError extends Error {
  readonly code: "no-coordinate" | "no-time";
  readonly remedy: string;
  constructor(code: MotionError["code"], message: string, remedy: string) {
    super(message);
    this.name = "MotionError";
    this.code = code;
    this.remedy = remedy;
  }
}

/**
 * Index of a coordinate's column in the table, −1 where it has none. Known forms: `hip_flexion_r`,
 * `/jointset/hip_r/hip_flexion_r/value`, `hip_r/hip_flexion_r/value`; for speeds `…/speed` and `hip_flexion_r_u`.
 */
export function coordinateColumn(labels: readonly string[], coordinate: string, what: "value" | "speed"): number {
  const plain = what === "value" ? coordinate : `${coordinate}_u`;
  const direct = labels.indexOf(plain);
  if (direct > 0) return direct;
  const tail = `/${coordinate}/${what}`;
  return labels.findIndex((label, i) => i > 0 && (label.endsWith(tail) || label === tail.slice(1)));
}

/**
 * @throws MotionError where the table has no coordinate of the model; SplineDataError where times or values cannot be splined
 */
export function prepareMotion(model: Model, data: Data, table: Table, options: MotionOptions): Motion {
  const n = model.nCoordinates;
  const found = model.coordinateNames.map((name) => coordinateColumn(table.labels, name, "value"));
  if (!table.labels[0] || table.labels[0].toLowerCase() !== "time") {
    throw new MotionError("no-time", `The motion "${table.name}" has no time column.`, 'Name its first column "time".');
  }
  if (found.every((column) => column < 0)) {
    throw new MotionError(
      "no-coordinate",
      `The motion "${table.name}" has no column of the model's coordinates (${model.coordinateNames.slice(0, 4).join(", ")} …).`,
      "Choose the motion that belongs to this model.",
    );
  }
  const rows = table.columns[0].length;
  const values = new Float64Array(rows * n);
  const speeds = options.speedsFromTable ? new Float64Array(rows * n) : null;
  for (let c = 0; c < n; c++) {
    const scale = table.inDegrees && model.coordinateRotational[c] === 1 ? Math.PI / 180 : 1;
    const column = found[c];
    const absent = options.route === "inverse-dynamics-tool" ? model.coordinateDefault[c] : 0;
    for (let r = 0; r < rows; r++) values[r * n + c] = column < 0 ? absent : scale * table.columns[column][r];
    const speedColumn = speeds === null ? -1 : coordinateColumn(table.labels, model.coordinateNames[c], "speed");
    if (speeds !== null && speedColumn >= 0) {
      for (let r = 0; r < rows; r++) speeds[r * n + c] = scale * table.columns[speedColumn][r];
    }
  }
  let sampled: SampledTable = { t_s: table.columns[0], values, columns: n };
  if (options.lowpass_Hz !== null && options.lowpass_Hz > 0) sampled = lowpassOpenSim(sampled, options.lowpass_Hz);
  const absent = model.coordinateNames.filter((_, c) => found[c] < 0);
  const positions = fitGcvSpline(sampled.t_s, sampled.values, n, 5);
  if (options.route === "inverse-dynamics-tool") {
    return { route: options.route, t_s: sampled.t_s, absent, positions, speeds: null };
  }
  return { route: options.route, t_s: sampled.t_s, absent, ...settledSplines(model, data, positions, sampled, speeds) };
}

/** Samples with constrained coordinates in their place, and splines through them and their speeds. */
function settledSplines(
  model: Model,
  data: Data,
  splines: GcvSpline,
  sampled: SampledTable,
  given: Float64Array | null,
): { readonly positions: GcvSpline; readonly speeds: GcvSpline } {
  const n = model.nCoordinates;
  const { t_s, values } = sampled;
  const speeds = new Float64Array(values.length);
  const q = new Float64Array(n);
  const qd = new Float64Array(n);
  for (let r = 0; r < t_s.length; r++) {
    q.set(values.subarray(r * n, (r + 1) * n));
    if (given !== null) qd.set(given.subarray(r * n, (r + 1) * n));
    else evaluateGcvSplineAt(splines, t_s, r, 1, qd);
    settleConstrained(model, data, t_s, r, q, qd, null);
    values.set(q, r * n);
    speeds.set(qd, r * n);
  }
  return { positions: fitGcvSpline(t_s, values, n, 5), speeds: fitGcvSpline(t_s, speeds, n, 5) };
}

/** Puts locked coordinates at their default, prescribed ones on their function of time, coupled ones on their coupler. */
export function settleConstrained(
  model: Model,
  data: Data,
  times_s: Float64Array,
  row: number,
  q: Float64Array,
  qd: Float64Array,
  qdd: Float64Array | null,
): void {
  const out = data.scratch.function3;
  for (let c = 0; c < model.nCoordinates; c++) {
    if (model.coordinateKind[c] === COORDINATE_LOCKED) {
      q[c] = model.coordinateDefault[c];
      qd[c] = 0;
      if (qdd !== null) qdd[c] = 0;
    } else if (model.coordinateKind[c] === COORDINATE_PRESCRIBED) {
      evaluateFunction(model.functions, model.coordinatePrescribed[c], times_s[row], out);
      q[c] = out[0];
      qd[c] = out[1];
      if (qdd !== null) qdd[c] = out[2];
    }
  }
  if (qdd === null) settleCouplers(model, data, q, qd);
  else settleCouplers(model, data, q, qd, qdd);
}

/**
 * Positions, speeds and accelerations at the time `times_s[row]`. Allocates nothing.
 * @param q [nQ] rad or m; qd, qdd their rates
 */
export function motionAt(
  model: Model,
  data: Data,
  motion: Motion,
  times_s: Float64Array,
  row: number,
  q: Float64Array,
  qd: Float64Array,
  qdd: Float64Array,
): void {
  evaluateGcvSplineAt(motion.positions, times_s, row, 0, q);
  if (motion.speeds === null) {
    evaluateGcvSplineAt(motion.positions, times_s, row, 1, qd);
    evaluateGcvSplineAt(motion.positions, times_s, row, 2, qdd);
  } else {
    evaluateGcvSplineAt(motion.speeds, times_s, row, 0, qd);
    evaluateGcvSplineAt(motion.speeds, times_s, row, 1, qdd);
    settleConstrained(model, data, times_s, row, q, qd, qdd);
  }
}

/** Last index whose time is not after t; 0 where all are. As OpenSim finds the rows of a time range. */
export function rowAtOrBefore(t_s: Float64Array, time_s: number): number {
  let low = 0;
  let high = t_s.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (t_s[middle] <= time_s) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Rows of a motion that a tool works through: from the row at or before `from` to the one at or before `to`; of the rows
 * between, those whose number is a multiple of `interval`, as OpenSim's step interval has it.
 */
export function rowsBetween(motion: Motion, from_s: number, to_s: number, interval = 1): Int32Array {
  const first = rowAtOrBefore(motion.t_s, from_s);
  const last = Math.max(first, rowAtOrBefore(motion.t_s, to_s));
  const rows: number[] = [first];
  for (let r = first + 1; r < last; r++) if (r % interval === 0) rows.push(r);
  if (last > first) rows.push(last);
  return Int32Array.from(rows);
}
