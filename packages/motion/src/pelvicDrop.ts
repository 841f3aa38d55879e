import type { Trace } from "./analysis.ts";
import {
  bandMean,
  bandObliquity,
  bandRefusal,
  dropFor,
  flagError_deg,
  LEAST_SHARE,
  smoothObliquity,
} from "./bandDrop.ts";
import type { Manner } from "./instrumentError.ts";
import { markerlessDrop } from "./markerlessDrop.ts";
import { markerlessFeatures } from "./markerlessFeatures.ts";
import { measured, notMeasured } from "./measure.ts";
import { isMeasured, type MeasureResult, mdc95, type Side } from "./measurement.ts";
import { frontalRefusal, type Scene } from "./scene.ts";
import { lastingPeak, type Window } from "./window.ts";

/** A band tied crooked by hand, when no two-leg stand tells how crooked [deg]. */
const CROOKED_BAND_DEG = 2;
/** Below this a still pelvis is smoothed for curves and peaks [Hz]. */
export const HOLD_CUTOFF_HZ = 3;

export interface DropOutcome {
  readonly results: readonly MeasureResult[];
  /** drop per frame, minus the baseline; null when nothing gave one */
  readonly trace: Trace | null;
  readonly peak_s: number;
}

/**
 * Pelvic drop of a stance side over one or more windows (a hold, or the lowest points of repetitions): mean, and peak where the
 * instrument follows it. Instruments are tried in the asked-for order; the hip line of the landmarks alone is none.
 */
export function pelvicDrop(
  scene: Scene,
  stance: Side,
  windows: readonly Window[],
  baseline: Window | null,
  manner: Manner,
): DropOutcome {
  const none = (code: Parameters<typeof notMeasured>[2]): DropOutcome => ({
    results: [notMeasured("pelvic-drop", stance, code)],
    trace: null,
    peak_s: Number.NaN,
  });
  const refusal = frontalRefusal(scene.view);
  if (refusal) return none(refusal);
  if (windows.length === 0) return none("no-hold");
  const { instrument } = scene.input;
  const byBand = instrument === "markerless" ? null : bandDropOver(scene, stance, windows, baseline, manner);
  if (byBand && (instrument === "band" || byBand.results.some(isMeasured))) return byBand;
  const byLandmarks = markerlessOver(scene, stance, windows, baseline, manner);
  const bandWasThere =
    byBand !== null && byBand.results.some((r) => !isMeasured(r) && r.not_measured.code !== "no-band");
  if (byBand && bandWasThere) {
    if (!byLandmarks.results.some(isMeasured)) return byBand;
    const why = byBand.results.find((r) => !isMeasured(r));
    if (why && !isMeasured(why))
      scene.warnings.push({
        code: why.not_measured.code,
        text: `${why.not_measured.reason} ${why.not_measured.remedy}`,
      });
  }
  return byLandmarks;
}

function bandDropOver(
  scene: Scene,
  stance: Side,
  windows: readonly Window[],
  baseline: Window | null,
  manner: Manner,
): DropOutcome {
  const { band } = scene.input;
  const obliquity = band ? bandObliquity(band, scene.view, scene.roll_deg ?? 0) : null;
  const means = band && obliquity ? windows.map((w) => bandMean(band, obliquity, w)) : [];
  const zero = band && obliquity && baseline ? bandMean(band, obliquity, baseline) : null;
  const refusal = bandRefusal(band, means);
  if (refusal || !band || !obliquity)
    return { results: [notMeasured("pelvic-drop", stance, refusal ?? "no-band")], trace: null, peak_s: Number.NaN };
  const levelled = zero !== null && zero.share >= 0.5;
  const offset = levelled ? zero.mean : 0;
  const sign = stance === "left" ? 1 : -1;
  const values = means.map((m) => sign * (m.mean - offset));
  const series = dropFor(
    stance,
    smoothObliquity(band, obliquity, manner === "hold" ? HOLD_CUTOFF_HZ : 4).map((v) => v - offset),
  );
  const peaks = windows.map((w) => lastingPeak(band.t_s, series, w));
  const top = peaks.reduce((a, b) => (b.value > a.value || !Number.isFinite(a.value) ? b : a));
  const ownError = windows.length > 1 ? spreadError(values) : means[0]!.se;
  const shared = {
    id: "pelvic-drop" as const,
    side: stance,
    manner,
    instrument: band.kind,
    randomError: Math.hypot(ownError, levelled ? zero.se : 0),
    extraError: Math.hypot(flagError_deg(band.flags), levelled ? 0 : CROOKED_BAND_DEG),
    n: windows.length > 1 ? windows.length : means[0]!.n,
    n_of: windows.length > 1 ? ("reps" as const) : ("frames" as const),
    quality: Math.min(...means.map((m) => m.share)),
    leastQuality: LEAST_SHARE,
    notes: [...(levelled ? [] : ["against-gravity"]), ...band.flags.map((f) => `band-${f}`)],
  };
  return {
    results: [
      measured({ ...shared, statistic: "mean", value: values.reduce((a, b) => a + b, 0) / values.length }),
      measured({ ...shared, statistic: "peak", value: top.value }),
    ],
    trace: { id: "pelvic-drop", unit: "deg", t_s: band.t_s, value: series, se: band.se_deg },
    peak_s: top.t_s,
  };
}

function markerlessOver(
  scene: Scene,
  stance: Side,
  windows: readonly Window[],
  baseline: Window | null,
  manner: Manner,
): DropOutcome {
  const none = (code: Parameters<typeof notMeasured>[2]): DropOutcome => ({
    results: [notMeasured("pelvic-drop", stance, code)],
    trace: null,
    peak_s: Number.NaN,
  });
  if (manner !== "hold") return none("markerless-not-ready");
  if (!baseline) return none("markerless-needs-baseline");
  const { body, view } = scene;
  const estimate = markerlessDrop(markerlessFeatures(body, view, stance, windows[0]!, baseline));
  if (!estimate.ok) return none(estimate.code);
  const { from, to } = windows[0]!;
  const quality = body.seen(
    ["left_hip", "right_hip", "left_shoulder", "right_shoulder", `${stance}_knee`, `${stance}_ankle`],
    from,
    to,
  );
  if (quality < 0.9) return none("not-seen");
  const { drop_deg, sem_deg } = estimate;
  return {
    results: [
      {
        id: "pelvic-drop", side: stance, statistic: "mean", value: drop_deg, unit: "deg", sem: sem_deg, mdc95: mdc95(sem_deg),
        n: to - from, n_of: "frames", instrument: "markerless", frame: "image-2d", quality, notes: ["estimated-from-posture"],
      }, // biome-ignore format: as it is read
    ],
    trace: null,
    peak_s: Number.NaN,
  };
}

/** Standard error of the mean of a few repeated values; NaN for one. */
export function spreadError(values: readonly number[]): number {
  const finite = values.filter((v) => Number.isFinite(v));
  if (finite.length < 2) return Number.NaN;
  const mean = finite.reduce((a, b) => a + b, 0) / finite.length;
  return Math.sqrt(finite.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (finite.length - 1) / finite.length);
}
