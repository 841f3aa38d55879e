import type { LandmarkName } from "@levelhip/signal";
import type { Body } from "./body.ts";
import { instrumentError, type Manner } from "./instrumentError.ts";
import {
  type Instrument,
  type MeasureId,
  type MeasureResult,
  mdc95,
  type NotMeasured,
  type Side,
  type Statistic,
  type Unit,
} from "./measurement.ts";
import { REFUSALS, type RefusalCode } from "./refusals.ts";

export const UNIT: Readonly<Record<MeasureId, Unit>> = {
  "pelvic-drop": "deg",
  "trunk-lean": "deg",
  "knee-fppa": "deg",
  "pelvic-shift": "%",
  "hip-angle": "deg",
  "knee-flexion": "deg",
  "trunk-inclination": "deg",
  "squat-depth": "deg",
  cadence: "steps/min",
  "step-time": "s",
  sway: "%",
  "hold-time": "s",
  tempo: "s",
};

export function notMeasured(id: MeasureId, side: Side | null, code: RefusalCode): NotMeasured {
  const [reason, remedy] = REFUSALS[code];
  return { id, side, not_measured: { code, reason, remedy } };
}

/** What a test found out about one value. */
export interface Draft {
  readonly id: MeasureId;
  readonly side: Side | null;
  readonly statistic?: Statistic;
  readonly value: number;
  /** random standard error from this clip: frames or repetitions and landmark noise, in the unit; NaN = not known */
  readonly randomError: number;
  /** systematic error beyond the table's, e.g. of a missing baseline, in the unit */
  readonly extraError?: number;
  readonly manner: Manner;
  readonly n: number;
  readonly n_of: "frames" | "steps" | "reps" | "trials";
  readonly instrument?: Instrument;
  readonly quality: number;
  /** share of well-seen frames that is enough here; a band that is lost for moments still gives a sure mean */
  readonly leastQuality?: number;
  readonly notes?: readonly string[];
}

/** Share of well-seen frames that a value needs. */
export const LEAST_QUALITY = 0.9;

/** The measurement, or the refusal that its conditions ask for. Never holds a NaN. */
export function measured(draft: Draft): MeasureResult {
  const { id, side, value, n } = draft;
  if (!Number.isFinite(value) || !(n > 0) || !(draft.quality >= (draft.leastQuality ?? LEAST_QUALITY) - 1e-9))
    return notMeasured(id, side, "not-seen");
  const instrument = draft.instrument ?? "landmarks";
  const systematic = instrumentError(id, instrument, draft.manner, value) ?? 0;
  const random = Number.isFinite(draft.randomError) ? draft.randomError : 0;
  const sem = Math.hypot(systematic, random, draft.extraError ?? 0);
  return {
    id,
    side,
    statistic: draft.statistic ?? "mean",
    value,
    unit: UNIT[id],
    sem,
    mdc95: mdc95(sem),
    n,
    n_of: draft.n_of,
    instrument,
    frame: "image-2d",
    quality: Math.min(1, draft.quality),
    notes: draft.notes ?? [],
  };
}

/**
 * Standard error of the angle of a line between two landmarks (or mid-points of two) from the spread over crops [deg]:
 * √(se_a² + se_b²) / length. Crops of neighbouring frames err alike, so it is not divided by the number of frames.
 */
export function lineError_deg(
  body: Body,
  a: readonly LandmarkName[],
  b: readonly LandmarkName[],
  length_px: number,
  from: number,
  to: number,
): number {
  const end = (names: readonly LandmarkName[]): number =>
    Math.sqrt(names.reduce((sum, name) => sum + body.cropError_px(name, from, to) ** 2, 0)) / names.length;
  const error = (Math.hypot(end(a), end(b)) / length_px) * (180 / Math.PI);
  return Number.isFinite(error) ? error : 0;
}
