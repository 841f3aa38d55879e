import type { BandSeries, LandmarkSeries } from "@levelhip/signal";
import type { Instrument, MeasureResult, Side } from "./measurement.ts";

export type TestName = "single-leg-stance" | "walk" | "squat" | "single-leg-squat" | "bridge" | "posture-side";
export type View = "front" | "rear" | "left" | "right" | "oblique" | "unknown"; // left = the person's left side faces the camera

export type EventKind = "heel-strike" | "toe-off" | "foot-lift" | "foot-down" | "hold-start" | "hold-end";
export interface MotionEvent {
  readonly kind: EventKind;
  readonly side: Side | null;
  readonly t_s: number;
}
export interface Repetition {
  readonly start_s: number;
  readonly top_s: number; // squat: reaches the lowest point; bridge: reaches the top
  readonly top_end_s: number;
  readonly end_s: number;
  readonly range_deg: number;
}

/** A per-frame curve for plots and CSV. (nFrames) each, NaN where not known. */
export interface Trace {
  readonly id: string; // "pelvic-drop", "knee-fppa/left", …
  readonly unit: "deg" | "%";
  readonly t_s: Float64Array;
  readonly value: Float64Array;
  readonly se: Float64Array | null;
}

/** What a test analysis needs. Everything that came from pictures is in the series; nothing else is known. */
export interface AnalysisInput {
  readonly test: TestName | "auto";
  readonly side: Side | null; // asked-for stance side; null = find it
  readonly instrument: "auto" | "band" | "markerless";
  readonly landmarks: LandmarkSeries;
  readonly band: BandSeries | null;
  /** camera roll from the phone's own sensor or file [deg], + = picture turned counter-clockwise; null = not known */
  readonly cameraRoll_deg: number | null;
  readonly model: "lite" | "full" | "heavy";
}

export interface Analysis {
  /** "unknown": asked for "auto" and the clip does not tell */
  readonly test: TestName | "unknown";
  readonly view: View;
  readonly side: Side | null;
  readonly measurements: readonly MeasureResult[];
  readonly events: readonly MotionEvent[];
  readonly reps: readonly Repetition[];
  readonly traces: readonly Trace[];
  /** time of the frame that matters most (worst drop in the hold, lowest point …), for the picture of the result */
  readonly keyFrame_s: number | null;
  readonly instruments: readonly Instrument[];
  readonly warnings: readonly { readonly code: string; readonly text: string }[];
}
