import type { Side } from "@levelhip/motion";
import { type CareMeasureId, measureOf } from "../data/measures.ts";
import type { MeasuredBy } from "../data/scales.ts";
import { defaultSem } from "./measure.ts";

/** One value of a measure, from the camera or typed in. */
export interface TestValue {
  readonly measure: CareMeasureId;
  /** null for measures without a side */
  readonly side: Side | null;
  /** in the measure's unit */
  readonly value: number;
  /** standard error in the measure's unit; null: the measure's own default */
  readonly sem: number | null;
  /** how many tries, steps, repetitions or frames it rests on */
  readonly n: number;
  readonly n_of: "trials" | "steps" | "reps" | "frames";
  /** how well it was seen, 0…1 */
  readonly quality: number;
  readonly by: MeasuredBy | "camera";
  /** how it was got, in words or as the camera's instrument name */
  readonly how: string;
  /** ISO date; null when not known */
  readonly on: string | null;
  /** the test was not taken to its end: the true value is this or more, so it can only speak for the person */
  readonly atLeast: boolean;
  /** pain in the trial, 0–10; null when not asked */
  readonly pain: number | null;
}

/** No claimed error is believed below a tenth of the measure's default. */
export const semOf = (value: TestValue): number => {
  const usual = defaultSem(measureOf(value.measure), value.value);
  return Math.max(value.sem ?? usual, usual / 10);
};

/** How far a value can be trusted, 0…1: how well it was seen × on how much it rests. A single picture counts nothing. */
export function qualityOf(value: TestValue): number {
  const enough = { trials: 3, steps: 10, reps: 5, frames: 15 }[value.n_of];
  if (value.n_of === "frames") return value.n >= enough ? clamp01(value.quality) : 0;
  if (value.n_of === "trials") return clamp01(value.quality) * (value.n >= 3 ? 1 : value.n === 2 ? 0.9 : 0.8);
  return clamp01(value.quality) * Math.min(1, value.n / enough);
}
const clamp01 = (x: number): number => Math.max(0, Math.min(1, x));

/** The value that counts for a measure and side: the latest by date, the last given among equals. */
export function latest(values: readonly TestValue[], measure: CareMeasureId, side: Side | null): TestValue | null {
  let best: TestValue | null = null;
  for (const value of values) {
    if (value.measure !== measure || value.side !== side) continue;
    if (best === null || (value.on ?? "") >= (best.on ?? "")) best = value;
  }
  return best;
}
