import { median, quantile } from "@levelhip/signal";
import { BIN_STEP, BINS, type BandLog } from "./bandLog.ts";
import { lineAngle } from "./bowFit.ts";

/** Places along the band at which its shape is known: −1 (left end in the picture) … 1 (right end). */
export const PLACES = 40;
/** A picture counts as showing the whole band from this share of its width. */
const WHOLE = 0.94;
/** At most this many pictures make the shape. */
const MOST = 400;
const END = 0.035;

/**
 * The form a band has in one clip: how wide it is, where it lies against the hips, and by how much it departs from a straight
 * line at each place (bow, wrinkles). What departs in the same way in every picture is no error of the change of its angle.
 */
export interface BandShape {
  /** usual visible width, and its middle against the hip middle [torso lengths] */
  readonly width: number;
  readonly centre: number;
  /** departure from the straight line [torso lengths], + = down   (PLACES) */
  readonly departure: Float64Array;
  /** spread of the bow (middle minus chord) from picture to picture [torso lengths] */
  readonly bowSpread: number;
  /** pictures that showed the whole band */
  readonly whole: number;
}

/** Ends of what was seen in picture f [px]; false where nothing was. */
export function endsOf(log: BandLog, f: number, out: { x0: number; x1: number }): boolean {
  out.x0 = Number.NaN;
  for (let b = f * BINS; b < (f + 1) * BINS; b++) {
    if (log.n[b] === 0) continue;
    if (Number.isNaN(out.x0)) out.x0 = log.x[b]!;
    out.x1 = log.x[b]!;
  }
  return !Number.isNaN(out.x0) && out.x1 > out.x0;
}

export function shapeOf(log: BandLog): BandShape {
  const ends = { x0: 0, x1: 0 };
  const widths: number[] = [];
  for (let f = 0; f < log.count; f++)
    if (log.found[f] === 1 && endsOf(log, f, ends)) widths.push((ends.x1 - ends.x0) / log.torso_px[f]!);
  const width = quantile(widths, 0.75);
  const whole: number[] = [];
  const centres: number[] = [];
  for (let f = 0; f < log.count; f++) {
    if (log.found[f] !== 1 || !endsOf(log, f, ends)) continue;
    const w = (ends.x1 - ends.x0) / log.torso_px[f]!;
    if (w < WHOLE * width || w > width / WHOLE) continue;
    whole.push(f);
    centres.push(((ends.x0 + ends.x1) / 2 - log.hip_x_px[f]!) / log.torso_px[f]!);
  }
  const shape = {
    width,
    centre: median(centres),
    departure: new Float64Array(PLACES),
    bowSpread: 0.01,
    whole: whole.length,
  };
  return whole.length < 5 ? shape : { ...shape, ...departures(log, whole, shape) };
}

/** How well the middle is known [px] where both ends are seen, and [torso lengths] where one or both are hidden. */
const ENDS_SEEN_PX = 0.6;
const ONE_END = 0.008;
const NO_END = 0.02;

/** Standard error of `middleOf` [px]. */
export function middleError(log: BandLog, f: number, shape: BandShape, ends: { x0: number; x1: number }): number {
  const t = log.torso_px[f]!;
  if (ends.x1 - ends.x0 >= WHOLE * shape.width * t) return ENDS_SEEN_PX;
  const expected = log.hip_x_px[f]! + shape.centre * t;
  const off = Math.abs(middleOf(log, f, shape, ends) - expected);
  return t * (off > 1e-9 ? ONE_END : NO_END);
}

/** Middle of the band in picture f [px], also where one end is hidden. */
export function middleOf(log: BandLog, f: number, shape: BandShape, ends: { x0: number; x1: number }): number {
  const t = log.torso_px[f]!;
  if (ends.x1 - ends.x0 >= WHOLE * shape.width * t) return (ends.x0 + ends.x1) / 2;
  const expected = log.hip_x_px[f]! + shape.centre * t;
  const half = (shape.width * t) / 2;
  const left = Math.abs(ends.x0 - (expected - half));
  const right = Math.abs(ends.x1 - (expected + half));
  if (left < right && left < END * t) return ends.x0 + half;
  return right < END * t ? ends.x1 - half : expected;
}

/** Index of the place of a point, and the share of the way to the next; clamped at the ends. */
export function departureAt(shape: BandShape, u: number): number {
  const at = Math.max(0, Math.min(PLACES - 1.001, ((u + 1) / 2) * PLACES - 0.5));
  const i = Math.floor(at);
  return shape.departure[i]! + (at - i) * (shape.departure[i + 1]! - shape.departure[i]!);
}

function departures(
  log: BandLog,
  whole: readonly number[],
  shape: BandShape,
): { departure: Float64Array; bowSpread: number } {
  const step = Math.max(1, Math.floor(whole.length / MOST));
  const at: number[][] = Array.from({ length: PLACES }, () => []);
  const bows: number[] = [];
  const ends = { x0: 0, x1: 0 };
  const points = newPoints();
  for (let k = 0; k < whole.length; k += step) {
    const f = whole[k]!;
    endsOf(log, f, ends);
    const n = pointsOf(log, f, points);
    const t = log.torso_px[f]!;
    const mid = (ends.x0 + ends.x1) / 2;
    const angle = lineAngle(points.x, points.y, points.w, n);
    const sin = Math.sin(angle);
    const cos = Math.cos(angle);
    const off = (i: number): number => ((points.y[i]! - points.my) * cos - (points.x[i]! - points.mx) * sin) / t;
    let bow = 0;
    for (let i = 0; i < n; i++) {
      const u = ((points.x[i]! - mid) * 2) / (shape.width * t);
      const place = Math.floor(((u + 1) / 2) * PLACES);
      if (place >= 0 && place < PLACES) at[place]!.push(off(i));
      bow += (off(i) * (1 / 3 - u * u) * points.w[i]!) / points.sum;
    }
    bows.push(bow * (45 / 4));
  }
  const departure = Float64Array.from(at, (v) => (v.length < 3 ? Number.NaN : median(v)));
  fillGaps(departure);
  return { departure, bowSpread: Math.max(0.001, 0.74 * (quantile(bows, 0.75) - quantile(bows, 0.25))) };
}

/** Places at the very ends that few pictures reach get their neighbour's value. */
function fillGaps(v: Float64Array): void {
  for (let i = 1; i < v.length; i++) if (Number.isNaN(v[i]!)) v[i] = v[i - 1]!;
  for (let i = v.length - 2; i >= 0; i--) if (Number.isNaN(v[i]!)) v[i] = v[i + 1]!;
  if (Number.isNaN(v[0]!)) v.fill(0);
}

/** Bins of one picture that hold something, with their weights. Reused. */
export interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly w: Float64Array;
  readonly bin: Uint8Array;
  mx: number;
  my: number;
  sum: number;
}
export const newPoints = (): Points => ({
  x: new Float64Array(BINS),
  y: new Float64Array(BINS),
  w: new Float64Array(BINS),
  bin: new Uint8Array(BINS),
  mx: 0,
  my: 0,
  sum: 0,
});

/** @returns how many bins of picture f hold something; bins at the rim that are less than half full are left out */
export function pointsOf(log: BandLog, f: number, out: Points): number {
  const full = BIN_STEP * log.torso_px[f]!;
  let n = 0;
  out.mx = out.my = out.sum = 0;
  for (let b = 0; b < BINS; b++) {
    const at = f * BINS + b;
    const w = log.n[at]!;
    if (w < Math.min(2, full * 0.3)) continue;
    out.x[n] = log.x[at]!;
    out.y[n] = log.y[at]!;
    out.w[n] = w;
    out.bin[n++] = b;
    out.mx += w * log.x[at]!;
    out.my += w * log.y[at]!;
    out.sum += w;
  }
  out.mx /= out.sum;
  out.my /= out.sum;
  return n;
}
