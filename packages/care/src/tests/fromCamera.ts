import { type MeasureResult, type Measurement, isMeasured } from "@levelhip/motion";
import type { CareMeasureId } from "../data/measures.ts";
import type { TestValue } from "./testValue.ts";

/** What `levelhip analyze` says about one clip: the part that care reads. */
export interface AnalysisReport {
  readonly test: string;
  readonly measurements: readonly MeasureResult[];
  /** repetitions found; only their number counts here */
  readonly reps?: readonly unknown[];
}

/**
 * Which measurement of which test stands for which measure; the first that fits wins. How long someone stood on one leg in a clip
 * is not here: it tells how long the clip was, not when the pelvis dropped.
 */
const FROM: readonly { test: string; id: string; statistic: string; measure: CareMeasureId }[] = [
  { test: "single-leg-stance", id: "pelvic-drop", statistic: "mean", measure: "stance-drop" },
  { test: "single-leg-stance", id: "trunk-lean", statistic: "mean", measure: "trunk-lean" },
  { test: "walk", id: "pelvic-drop", statistic: "mean", measure: "gait-drop" },
  { test: "single-leg-squat", id: "knee-fppa", statistic: "mean", measure: "fppa" },
  { test: "squat", id: "knee-fppa", statistic: "mean", measure: "squat-fppa" },
  { test: "bridge", id: "hold-time", statistic: "mean", measure: "bridge-hold" },
  { test: "single-leg-bridge", id: "hold-time", statistic: "mean", measure: "bridge-hold-single" },
  { test: "bridge", id: "hip-angle", statistic: "mean", measure: "bridge-top-angle" },
  { test: "posture-side", id: "pelvic-tilt", statistic: "mean", measure: "pelvic-tilt" },
];
/** Clips end when someone stops filming: their holds and counts say "this or more". */
const OPEN_ENDED: ReadonlySet<CareMeasureId> = new Set(["bridge-hold", "bridge-hold-single", "bridge-reps"]);

/** Turns a clip's measurements into values. What was not measured, or has no meaning for the findings, is left out. */
export function valuesFromAnalysis(report: AnalysisReport, on: string | null): TestValue[] {
  const values: TestValue[] = [];
  const taken = new Set<string>();
  for (const { test, id, statistic, measure } of FROM) {
    if (test !== report.test) continue;
    for (const result of report.measurements) {
      if (!isMeasured(result) || result.id !== id || result.statistic !== statistic) continue;
      const value = asValue(measure, result, on);
      const key = `${measure}/${value.side}`;
      if (taken.has(key) || !Number.isFinite(value.value)) continue;
      taken.add(key);
      values.push(value);
    }
  }
  const reps = report.test === "bridge" ? (report.reps?.length ?? 0) : 0;
  if (reps >= 3) values.push(fromReps(reps, on));
  return values;
}

function asValue(measure: CareMeasureId, result: Measurement, on: string | null): TestValue {
  const unsided = measure === "bridge-hold";
  return {
    measure,
    side: unsided ? null : result.side,
    value: result.value,
    sem: result.sem,
    n: result.n,
    n_of: result.n_of,
    quality: result.quality,
    by: result.instrument === "manual" ? "self" : "camera",
    how: result.instrument,
    on,
    atLeast: OPEN_ENDED.has(measure),
    pain: null,
  };
}

const fromReps = (reps: number, on: string | null): TestValue => ({
  measure: "bridge-reps",
  side: null,
  value: reps,
  sem: null,
  n: 1,
  n_of: "trials",
  quality: 1,
  by: "camera",
  how: "landmarks",
  on,
  atLeast: true,
  pain: null,
});
