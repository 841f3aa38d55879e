import type { Analysis } from "../analysis.ts";
import { isMeasured, type MeasureResult } from "../measurement.ts";

export const ANALYSIS_SCHEMA = "levelhip.analysis/1";

export interface VideoFacts {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly duration_s: number;
  readonly rotation_deg: number;
}
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** How the result was got: program and version, model, passes and crops … whatever the caller knows. Must not hold a path. */
export type Provenance = { readonly [key: string]: Json };

/** The result of one clip, as `JSON.stringify` takes it. Its schema: packages/motion/schema/levelhip.analysis-1.schema.json */
export function analysisJson(
  analysis: Analysis,
  video: VideoFacts,
  provenance: Provenance,
): { readonly [key: string]: Json } {
  return {
    schema: ANALYSIS_SCHEMA,
    video: { ...video, duration_s: rounded(video.duration_s) },
    test: analysis.test,
    view: analysis.view,
    side: analysis.side,
    measurements: analysis.measurements.map(measurementJson),
    events: analysis.events.map(({ kind, side, t_s }) => ({ kind, side, t_s: rounded(t_s) })),
    reps: analysis.reps.map((r) => ({
      start_s: rounded(r.start_s),
      top_s: rounded(r.top_s),
      top_end_s: rounded(r.top_end_s),
      end_s: rounded(r.end_s),
      range_deg: rounded(r.range_deg),
    })),
    key_frame_s: analysis.keyFrame_s === null ? null : rounded(analysis.keyFrame_s),
    warnings: analysis.warnings.map(({ code, text }) => ({ code, text })),
    provenance,
  };
}

function measurementJson(m: MeasureResult): { readonly [key: string]: Json } {
  if (!isMeasured(m)) return { id: m.id, side: m.side, not_measured: { ...m.not_measured } };
  return {
    ...m,
    value: rounded(m.value),
    sem: rounded(m.sem),
    mdc95: rounded(m.mdc95),
    quality: rounded(m.quality),
    notes: [...m.notes],
  };
}

/** To 1/10 000: far below any error, short in the file. */
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
