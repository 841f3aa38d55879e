import type { BandSeries, LandmarkSeries } from "@levelhip/signal";
import type { Analysis, AnalysisInput } from "../analysis.ts";
import {
  isMeasured,
  type MeasureId,
  type Measurement,
  type NotMeasured,
  type Side,
  type Statistic,
} from "../measurement.ts";

export const inputFor = (landmarks: LandmarkSeries, more: Partial<AnalysisInput> = {}): AnalysisInput => ({
  test: "auto",
  side: null,
  instrument: "auto",
  landmarks,
  band: null,
  cameraRoll_deg: null,
  model: "full",
  ...more,
});

export const find = (
  a: Analysis,
  id: MeasureId,
  side: Side | null,
  statistic: Statistic = "mean",
): Measurement | undefined =>
  a.measurements.filter(isMeasured).find((m) => m.id === id && m.side === side && m.statistic === statistic);
export const refusal = (a: Analysis, id: MeasureId): NotMeasured["not_measured"] | undefined => {
  const m = a.measurements.find((r) => r.id === id && !isMeasured(r));
  return m && !isMeasured(m) ? m.not_measured : undefined;
};

/** A band whose line is read without error: angle per frame [deg], + = picture's right end up. */
export function bandOf(t_s: Float64Array, angle: (t: number) => number, more: Partial<BandSeries> = {}): BandSeries {
  const n = t_s.length;
  return {
    kind: "band", t_s, angle_deg: t_s.map(angle), se_deg: new Float64Array(n).fill(0.15), x0_px: new Float64Array(n).fill(280), y0_px: new Float64Array(n).fill(600),
    x1_px: new Float64Array(n).fill(440), y1_px: new Float64Array(n).fill(600), sag_px: new Float64Array(n), coverage: new Float32Array(n).fill(1), flags: [], colour: [230, 200, 0], ...more,
  }; // biome-ignore format: as it is read
}
