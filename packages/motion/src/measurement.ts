/** Ids of what Levelhip measures in the picture plane. Definitions, units and signs: docs/measures.md */
export type MeasureId =
  | "pelvic-drop"
  | "trunk-lean"
  | "knee-fppa"
  | "pelvic-shift"
  | "hip-angle"
  | "knee-flexion"
  | "trunk-inclination"
  | "squat-depth"
  | "cadence"
  | "step-time"
  | "sway"
  | "hold-time"
  | "tempo";
export type Side = "left" | "right";
export type Statistic = "mean" | "peak" | "left-right-difference";
export type Unit = "deg" | "%" | "s" | "steps/min";
/** How the number was got. Never mixed in one trend. */
export type Instrument = "band" | "stickers" | "phone" | "markerless" | "landmarks" | "manual";

/** A number with its error. */
export interface Measurement {
  readonly id: MeasureId;
  /** the side it belongs to (stance side for stance measures); null where it has none */
  readonly side: Side | null;
  readonly statistic: Statistic;
  readonly value: number;
  readonly unit: Unit;
  /** standard error of measurement of this value, all known sources together, in `unit` */
  readonly sem: number;
  /** smallest change between two such values that is more than error: 1.96·√2·sem, in `unit` */
  readonly mdc95: number;
  /** how many of what the value rests on */
  readonly n: number;
  readonly n_of: "frames" | "steps" | "reps" | "trials";
  readonly instrument: Instrument;
  readonly frame: "image-2d";
  /** share of the frames that count in which all that is needed was well seen, 0…1 */
  readonly quality: number;
  /** conditions that hold for this value and that a reader must know, e.g. "against-gravity" (no two-leg baseline) */
  readonly notes: readonly string[];
}

/** A number that the conditions do not support: an honest result, with what to do about it, in plain words. */
export interface NotMeasured {
  readonly id: MeasureId;
  readonly side: Side | null;
  readonly not_measured: { readonly code: string; readonly reason: string; readonly remedy: string };
}
export type MeasureResult = Measurement | NotMeasured;

export const isMeasured = (result: MeasureResult): result is Measurement => !("not_measured" in result);

/** Minimal detectable change at 95 %: 1.96·√2·SEM (Weir 2005, J Strength Cond Res 19:231). */
export const mdc95 = (sem: number): number => 1.96 * Math.SQRT2 * sem;
