import { type BandSeries, median, quantile } from "@levelhip/signal";
import type { BandAppearance } from "./appearance.ts";
import { flagsOf } from "./bandFlags.ts";
import { BIN_STEP, BINS, type BandLog } from "./bandLog.ts";
import {
  type BandShape,
  departureAt,
  endsOf,
  middleError,
  middleOf,
  newPoints,
  pointsOf,
  type Points,
  shapeOf,
} from "./bandShape.ts";
import { lineAngle } from "./bowFit.ts";

const DEG = 180 / Math.PI;
/** Least width that a whole band is taken to have [torso lengths]: less was hidden all the time. */
const LEAST_WIDTH = 0.5;
/** An angle that is this far from its neighbours' median is no pelvis [deg]; so is a thickness so many times theirs. */
const STRAY_DEG = 3;
const STRAY_THICKNESS = 1.4;
const STRAY_LEVEL = 0.05;
/** What the points of one picture cannot know about its angle [deg]: sampling of the camera, chroma at half resolution. */
const SE_FLOOR_DEG = 0.02;
/** how many bins apart residuals may still go together */
const LAGS = 10;
/** A band that was found in fewer of the pictures is no band. */
const LEAST_FOUND = 0.25;

/** The series' columns while they are made. */
interface Columns {
  readonly angle_deg: Float64Array;
  readonly se_deg: Float64Array;
  readonly x0_px: Float64Array;
  readonly y0_px: Float64Array;
  readonly x1_px: Float64Array;
  readonly y1_px: Float64Array;
  readonly sag_px: Float64Array;
  readonly coverage: Float32Array;
}

/**
 * The band over the clip from what was logged in each picture: the angle of the total-least-squares line through the whole
 * visible arc, with the arc's usual form taken off, so that a hidden part does not tilt it. `se_deg` comes from the residuals,
 * with their correlation along the band, and from what hidden parts leave open.
 * @returns null where the band was found in less than a quarter of the pictures
 */
export function bandSeriesOf(log: BandLog, appearance: BandAppearance): BandSeries | null {
  const n = log.count;
  let found = 0;
  for (let f = 0; f < n; f++) found += log.found[f]!;
  if (found < 3 || found < LEAST_FOUND * n) return null;
  const shape = shapeOf(log);
  const columns: Columns = {
    angle_deg: new Float64Array(n).fill(Number.NaN),
    se_deg: new Float64Array(n).fill(Number.NaN),
    x0_px: new Float64Array(n).fill(Number.NaN),
    y0_px: new Float64Array(n).fill(Number.NaN),
    x1_px: new Float64Array(n).fill(Number.NaN),
    y1_px: new Float64Array(n).fill(Number.NaN),
    sag_px: new Float64Array(n).fill(Number.NaN),
    coverage: new Float32Array(n),
  };
  const residuals = new Residuals();
  const points = newPoints();
  for (let f = 0; f < n; f++) if (log.found[f] === 1) residuals.add(fitOne(log, f, shape, points, columns));
  const rho = residuals.correlation();
  for (let f = 0; f < n; f++) if (Number.isFinite(columns.angle_deg[f]!)) errorOf(log, f, shape, points, columns, rho);
  dropStrays(log, columns);
  return {
    kind: appearance.kind,
    t_s: log.t_s.slice(0, n),
    ...columns,
    flags: flagsOf(log, shape, columns, appearance),
    colour: appearance.rgb,
  };
}

/** Line of one picture into the columns. @returns its residuals, by bin [torso lengths], NaN where there is none */
function fitOne(log: BandLog, f: number, shape: BandShape, points: Points, out: Columns): Float64Array {
  const left = new Float64Array(BINS).fill(Number.NaN);
  const ends = { x0: 0, x1: 0 };
  const n = pointsOf(log, f, points);
  if (n < 6 || !endsOf(log, f, ends)) return left;
  const t = log.torso_px[f]!;
  const angle = straighten(log, f, shape, points, n, ends);
  const slope = Math.tan(angle);
  out.angle_deg[f] = -angle * DEG;
  out.x0_px[f] = ends.x0;
  out.x1_px[f] = ends.x1;
  out.y0_px[f] = points.my + slope * (ends.x0 - points.mx);
  out.y1_px[f] = points.my + slope * (ends.x1 - points.mx);
  out.coverage[f] = Math.min(1, (n * BIN_STEP) / Math.max(LEAST_WIDTH, shape.width));
  for (let i = 0; i < n; i++)
    left[points.bin[i]!] = (points.y[i]! - points.my - slope * (points.x[i]! - points.mx)) / t;
  out.sag_px[f] = t * sagOf(left, log, f, shape, points, n, ends);
  return left;
}

/** Takes the usual form off the points, in place. @returns angle of the line through them [rad], + = clockwise */
function straighten(
  log: BandLog,
  f: number,
  shape: BandShape,
  points: Points,
  n: number,
  ends: { x0: number; x1: number },
): number {
  const t = log.torso_px[f]!;
  const mid = middleOf(log, f, shape, ends);
  points.my = 0;
  for (let i = 0; i < n; i++) {
    const u = ((points.x[i]! - mid) * 2) / (shape.width * t);
    points.y[i] = points.y[i]! - departureAt(shape, u) * t;
    points.my += (points.w[i]! * points.y[i]!) / points.sum;
  }
  return lineAngle(points.x, points.y, points.w, n);
}

/** Middle minus chord [torso lengths], + = hangs down: the usual form's, and what this picture adds. */
function sagOf(
  left: Float64Array,
  log: BandLog,
  f: number,
  shape: BandShape,
  points: Points,
  n: number,
  ends: { x0: number; x1: number },
): number {
  const usual = departureAt(shape, 0) - (departureAt(shape, -0.97) + departureAt(shape, 0.97)) / 2;
  const mid = middleOf(log, f, shape, ends);
  let top = 0;
  let bottom = 0;
  for (let i = 0; i < n; i++) {
    const u = ((points.x[i]! - mid) * 2) / (shape.width * log.torso_px[f]!);
    const q = 1 / 3 - u * u;
    top += points.w[i]! * q * left[points.bin[i]!]!;
    bottom += points.w[i]! * q * q;
  }
  return usual + (bottom > 0 ? top / bottom : 0);
}

/** Standard error of the angle from the residuals of the picture and their usual correlation along the band. */
function errorOf(log: BandLog, f: number, shape: BandShape, points: Points, out: Columns, rho: Float64Array): void {
  const ends = { x0: 0, x1: 0 };
  const n = pointsOf(log, f, points);
  endsOf(log, f, ends);
  const angle = straighten(log, f, shape, points, n, ends);
  const slope = Math.tan(angle);
  const mid = middleOf(log, f, shape, ends);
  const half = (shape.width * log.torso_px[f]!) / 2;
  let xx = 0;
  let square = 0;
  let xq = 0;
  for (let i = 0; i < n; i++) {
    const dx = points.x[i]! - points.mx;
    const e = points.y[i]! - points.my - slope * dx;
    const u = (points.x[i]! - mid) / half;
    xx += points.w[i]! * dx * dx;
    square += (points.w[i]! * e * e) / points.sum;
    xq += points.w[i]! * dx * u * u;
  }
  let double = 0;
  for (let i = 0; i < n; i++)
    for (let j = Math.max(0, i - LAGS); j < Math.min(n, i + LAGS + 1); j++) {
      const lag = Math.abs(points.bin[i]! - points.bin[j]!);
      if (lag <= LAGS)
        double += points.w[i]! * points.w[j]! * (points.x[i]! - points.mx) * (points.x[j]! - points.mx) * rho[lag]!;
    }
  const random = Math.sqrt(((square * n) / Math.max(1, n - 2)) * Math.max(0, double)) / xx;
  const hidden = (Math.abs(xq) / xx) * shape.bowSpread * log.torso_px[f]!;
  // a bow that is taken off beside its place looks like a tilt: 2·sag·shift/half²
  const beside = (2 * Math.abs(out.sag_px[f]!) * middleError(log, f, shape, ends)) / (half * half);
  out.se_deg[f] = Math.hypot(DEG * random, DEG * hidden, DEG * beside, SE_FLOOR_DEG);
}

/** Correlation of residuals along the band, over the whole clip. */
class Residuals {
  readonly #sum = new Float64Array(LAGS + 1);
  readonly #n = new Float64Array(LAGS + 1);

  add(left: Float64Array): void {
    for (let lag = 0; lag <= LAGS; lag++)
      for (let i = 0; i + lag < BINS; i++) {
        const v = left[i]! * left[i + lag]!;
        if (!Number.isFinite(v)) continue;
        this.#sum[lag] = this.#sum[lag]! + v;
        this.#n[lag] = this.#n[lag]! + 1;
      }
  }

  /** 1 at lag 0, falling, 0 from where it is first not positive. */
  correlation(): Float64Array {
    const out = new Float64Array(LAGS + 1);
    const zero = this.#sum[0]! / Math.max(1, this.#n[0]!);
    out[0] = 1;
    for (let lag = 1; lag <= LAGS; lag++) {
      const r = this.#n[lag]! > 0 && zero > 0 ? this.#sum[lag]! / this.#n[lag]! / zero : 0;
      if (!(r > 0)) break;
      out[lag] = Math.min(out[lag - 1]!, r);
    }
    return out;
  }
}

/** Takes out pictures in which something else was followed: angle, thickness or height far from their neighbours'. */
function dropStrays(log: BandLog, columns: Columns): void {
  const n = log.count;
  const thickness = new Float64Array(n);
  const level = new Float64Array(n);
  for (let f = 0; f < n; f++) {
    thickness[f] = log.thickness_px[f]! / log.torso_px[f]!;
    level[f] = ((columns.y0_px[f]! + columns.y1_px[f]!) / 2 - log.hip_y_px[f]!) / log.torso_px[f]!;
  }
  const usual = median(thickness);
  const stray: number[] = [];
  for (let f = 0; f < n; f++) {
    const from = Math.max(0, f - 4);
    const to = Math.min(n, f + 5);
    const angle = median(columns.angle_deg.subarray(from, to));
    const height = quantile(level.subarray(Math.max(0, f - 15), Math.min(n, f + 16)), 0.5);
    const off = Math.max(thickness[f]! / usual, usual / thickness[f]!);
    if (
      Math.abs(columns.angle_deg[f]! - angle) > STRAY_DEG ||
      off > STRAY_THICKNESS ||
      Math.abs(level[f]! - height) > STRAY_LEVEL
    )
      stray.push(f);
  }
  for (const f of stray)
    for (const c of [
      columns.angle_deg,
      columns.se_deg,
      columns.x0_px,
      columns.y0_px,
      columns.x1_px,
      columns.y1_px,
      columns.sag_px,
    ])
      c[f] = Number.NaN;
  for (const f of stray) columns.coverage[f] = 0;
}
