import { mean } from "@levelhip/signal";
import type { LandmarkName } from "@levelhip/signal";
import type { Trace } from "./analysis.ts";
import type { Body } from "./body.ts";
import { measured, notMeasured } from "./measure.ts";
import type { MeasureId, MeasureResult, Side, Statistic } from "./measurement.ts";
import { spreadError } from "./pelvicDrop.ts";
import type { FoundRep } from "./repetitions.ts";
import { inWindow, type Window, windowBetween } from "./window.ts";

/** The frames around the turning point of each repetition: from reaching it to leaving it, at least `least_s` long. */
export function turningWindows(t_s: Float64Array, reps: readonly FoundRep[], least_s = 0.1): Window[] {
  return reps.map((r) => {
    const centre = (r.top_s + r.top_end_s) / 2;
    const half = Math.max(r.top_end_s - r.top_s, least_s) / 2;
    return windowBetween(t_s, centre - half, centre + half);
  });
}

export interface RepValues {
  readonly id: MeasureId;
  readonly side: Side | null;
  /** measured per frame */
  readonly series: Float64Array;
  /** landmarks that must be well seen */
  readonly needs: readonly LandmarkName[];
  readonly statistics: readonly Statistic[];
  /** taken off each repetition's value, e.g. the same while standing */
  readonly zero?: number;
  readonly randomError?: number;
  readonly extraError?: number;
  readonly notes?: readonly string[];
}

/** Mean over the repetitions' turning points, and the largest of them. */
export function overReps(body: Body, windows: readonly Window[], v: RepValues): MeasureResult[] {
  if (windows.length === 0) return [notMeasured(v.id, v.side, "no-reps")];
  const values = windows.map((w) => mean(inWindow(v.series, w)) - (v.zero ?? 0)).filter((x) => Number.isFinite(x));
  const seen = windows.map((w) => body.seen(v.needs, w.from, w.to));
  const spread = spreadError(values);
  const shared = {
    id: v.id,
    side: v.side,
    manner: "reps" as const,
    n: values.length,
    n_of: "reps" as const,
    quality: mean(seen),
    ...(v.extraError !== undefined && { extraError: v.extraError }),
    ...(v.notes !== undefined && { notes: v.notes }),
  };
  return v.statistics.map((statistic) => {
    const isPeak = statistic === "peak";
    const value = isPeak ? Math.max(...values) : mean(values);
    const ofOne = Number.isFinite(spread) ? spread * Math.sqrt(isPeak ? values.length : 1) : 0;
    return measured({ ...shared, statistic, value, randomError: Math.hypot(ofOne, v.randomError ?? 0) });
  });
}

export const traceOf = (body: Body, id: string, unit: "deg" | "%", value: Float64Array): Trace => ({
  id,
  unit,
  t_s: body.t_s,
  value,
  se: null,
});
