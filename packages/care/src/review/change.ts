import { SCALES, type Scale } from "../data/scales.ts";
import { measureOf } from "../data/measures.ts";
import { daysBetween } from "../dates.ts";
import { type TestValue, semOf } from "../tests/testValue.ts";

export type Reading = "better" | "worse" | "cannot-tell";

export interface ScaleReading {
  readonly scale: string;
  readonly first: number;
  readonly last: number;
  readonly reading: Reading;
  /** large enough that people notice */
  readonly important: boolean;
}

export const scaleOf = (id: string): Scale | undefined => SCALES.find((one) => one.id === id);

/** How two readings of a scale compare: only a change beyond its error is called better or worse. Null for scales without a known error. */
export function compareScale(id: string, first: number, last: number): ScaleReading | null {
  const scale = scaleOf(id);
  if (!scale?.change) return null;
  const { mdc, important, importantShare } = scale.change;
  const gain = scale.better === "higher" ? last - first : first - last;
  const big = Math.abs(gain) >= mdc - 1e-9;
  const noticed =
    (important !== undefined && Math.abs(gain) >= important - 1e-9) ||
    (importantShare !== undefined && first > 0 && Math.abs(gain) / first >= importantShare - 1e-9);
  return {
    scale: id,
    first,
    last,
    reading: !big ? "cannot-tell" : gain > 0 ? "better" : "worse",
    important: big && noticed,
  };
}

/** Least days between two tests that may be compared. */
const LEAST_DAYS = 14;

/** How two values of one measure compare. Null where they cannot be: other instrument, too soon, a test cut short, or nothing to be better at. */
export function compareValues(first: TestValue, last: TestValue): Reading | null {
  const { better } = measureOf(first.measure);
  if (first.measure !== last.measure || first.side !== last.side || better === "neither") return null;
  if (first.how !== last.how || first.atLeast || last.atLeast) return null;
  if (first.on !== null && last.on !== null && daysBetween(first.on, last.on) < LEAST_DAYS) return null;
  const change = last.value - first.value;
  if (Math.abs(change) <= 1.96 * Math.hypot(semOf(first), semOf(last))) return "cannot-tell";
  return change > 0 === (better === "higher") ? "better" : "worse";
}
