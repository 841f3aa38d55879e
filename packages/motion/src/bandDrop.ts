import { type BandFlag, dropOutliers, meanWithError, smoothSeries } from "@levelhip/signal";
import { leftward, sideSign } from "./angles.ts";
import type { View } from "./analysis.ts";
import type { BandSeries } from "@levelhip/signal";
import type { Side } from "./measurement.ts";
import type { RefusalCode } from "./refusals.ts";
import type { Window } from "./window.ts";

/** Share of the hip width over which the band must be seen for a frame to count. */
const LEAST_COVERAGE = 0.5;
/** Share of the frames of a window in which it must be seen. */
export const LEAST_SHARE = 0.6;
/** Frame weights are 1/(se² + floor²): what a fit's residuals do not know [deg]. */
const SE_FLOOR_DEG = 0.2;

/**
 * Obliquity of the pelvis from the band per frame [deg], + = the person's left side higher, against gravity. Frames in which
 * too little of the band was seen, and stray ones, are NaN.
 */
export function bandObliquity(band: BandSeries, view: View, roll_deg: number): Float64Array {
  const sign = leftward(view);
  const raw = band.angle_deg.map((angle, i) =>
    band.coverage[i]! >= LEAST_COVERAGE ? sign * (angle - roll_deg) : Number.NaN,
  );
  return dropOutliers(raw, 5, 5, 1);
}

/** Obliquity smoothed for curves and peaks [deg]. */
export const smoothObliquity = (band: BandSeries, obliquity: Float64Array, cutoff_hz: number): Float64Array =>
  smoothSeries(band.t_s, obliquity, { cutoff_hz });

/** Drop of the free side for a stance side [deg] from the obliquity (+ = left higher): + = free side lower. */
export const dropFor = (stance: Side, obliquity: Float64Array): Float64Array =>
  obliquity.map((v) => sideSign(stance) * v);

export interface WindowMean {
  readonly mean: number;
  readonly se: number;
  readonly n: number;
  /** share of the window's frames in which the band was seen, 0…1 */
  readonly share: number;
}

/** Weighted mean of the obliquity over a window; the fit's own error is not averaged away (neighbouring frames err alike). */
export function bandMean(band: BandSeries, obliquity: Float64Array, w: Window): WindowMean {
  const values = obliquity.subarray(w.from, w.to);
  const se_deg = band.se_deg.subarray(w.from, w.to);
  const weights = se_deg.map((se) => 1 / ((Number.isFinite(se) ? se : 1) ** 2 + SE_FLOOR_DEG ** 2));
  const m = meanWithError(values, weights);
  const fit = meanWithError(se_deg.map((se, i) => (Number.isFinite(values[i]!) ? se : Number.NaN)));
  return {
    mean: m.mean,
    se: Math.hypot(Number.isFinite(m.se) ? m.se : 0, 0.5 * (Number.isFinite(fit.mean) ? fit.mean : 1)),
    n: m.n,
    share: w.to > w.from ? m.n / (w.to - w.from) : 0,
  };
}

/** Systematic error that a warning of the band adds [deg]: 10° of turn fake 1.1° with a band that hangs lower in front. */
const FLAG_ERROR_DEG: Readonly<Record<BandFlag, number>> = {
  slipped: 0,
  yawed: 1.1,
  hangs: 0.8,
  "partly-hidden": 0.7,
  "low-contrast": 0.5,
  uneven: 0.7,
};

export const flagError_deg = (flags: readonly BandFlag[]): number => Math.hypot(...flags.map((f) => FLAG_ERROR_DEG[f]));

/** Why the band cannot be used over these windows, or null. */
export function bandRefusal(band: BandSeries | null, means: readonly WindowMean[]): RefusalCode | null {
  if (!band || !band.angle_deg.some((v) => Number.isFinite(v))) return "no-band";
  if (band.flags.includes("slipped")) return "band-slipped";
  if (band.flags.includes("yawed") && band.flags.includes("hangs")) return "band-yawed";
  if (means.some((m) => m.share < LEAST_SHARE)) return means.every((m) => m.n === 0) ? "no-band" : "band-hidden";
  return null;
}
