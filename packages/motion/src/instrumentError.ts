import type { Instrument, MeasureId } from "./measurement.ts";

/** How a value was formed: over a still hold, at the lowest points of repetitions, over the steps of a walk. */
export type Manner = "hold" | "reps" | "steps";

/**
 * Systematic part of the standard error of one value: what stays when frames, steps or repetitions are averaged. Random noise
 * is added from the clip itself. Absolute in the measure's unit, or a share of the value.
 */
export interface InstrumentError {
  readonly id: MeasureId;
  readonly instrument: Instrument;
  readonly manner: Manner | "any";
  readonly sem: number;
  /** added in quadrature: share · |value| */
  readonly share?: number;
  readonly source: string;
}

const CLINICAL = "rule of thumb until own reliability data (single-camera 2-D, test-retest)";

/** Defaults; validation writes what it measured beside them (validation/signs.md). The larger of both belongs here. */
export const INSTRUMENT_ERRORS: readonly InstrumentError[] = [
  { id: "pelvic-drop", instrument: "band", manner: "hold", sem: 1, source: "band against known truth on rendered people: 0.1–0.8°; widened for real bands" },
  { id: "pelvic-drop", instrument: "band", manner: "any", sem: 1.5, source: CLINICAL + "; gait mean 2.0° from landmarks, less with a band" },
  { id: "pelvic-drop", instrument: "stickers", manner: "hold", sem: 1.2, source: "as band, two points instead of a line" },
  { id: "pelvic-drop", instrument: "stickers", manner: "any", sem: 1.7, source: "as band, two points instead of a line" },
  { id: "trunk-lean", instrument: "landmarks", manner: "any", sem: 2, source: CLINICAL },
  { id: "knee-fppa", instrument: "landmarks", manner: "any", sem: 3, source: CLINICAL + "; Gwynne & Curran 2014: SEM 2–4°" },
  { id: "pelvic-shift", instrument: "landmarks", manner: "any", sem: 6, source: "2-D landmark noise of 3 px on a hip width of 80 px, both ends" },
  { id: "hip-angle", instrument: "landmarks", manner: "any", sem: 6, source: CLINICAL },
  { id: "knee-flexion", instrument: "landmarks", manner: "any", sem: 4, source: CLINICAL },
  { id: "squat-depth", instrument: "landmarks", manner: "any", sem: 4, source: CLINICAL + " (as knee flexion, side view)" },
  { id: "trunk-inclination", instrument: "landmarks", manner: "any", sem: 4, source: "as knee flexion: hip and shoulder landmarks in side view" },
  { id: "cadence", instrument: "landmarks", manner: "any", sem: 1, source: "two frames over ten steps" },
  { id: "step-time", instrument: "landmarks", manner: "any", sem: 0.02, source: "heel strikes within 40 ms, over ten steps" },
  { id: "sway", instrument: "landmarks", manner: "any", sem: 5, source: "as pelvic shift, over steps" },
  { id: "hold-time", instrument: "landmarks", manner: "any", sem: 0.1, share: 0.15, source: "test-retest of holds 15 %" },
  { id: "tempo", instrument: "landmarks", manner: "any", sem: 0.1, source: "phases of a repetition within 0.15 s" },
]; // biome-ignore format: a table

/** Systematic standard error for a value; the entry for the manner, else the one for "any". Null where none is known. */
export function instrumentError(id: MeasureId, instrument: Instrument, manner: Manner, value: number): number | null {
  const matching = INSTRUMENT_ERRORS.filter((e) => e.id === id && e.instrument === instrument);
  const entry = matching.find((e) => e.manner === manner) ?? matching.find((e) => e.manner === "any");
  return entry ? Math.hypot(entry.sem, (entry.share ?? 0) * value) : null;
}
