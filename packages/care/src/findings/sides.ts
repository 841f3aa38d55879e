import type { Side } from "@levelhip/motion";
import { SIDE_SHARE } from "../data/findings.ts";
import { type CareMeasureId, MEASURES, measureOf } from "../data/measures.ts";
import { type TestValue, latest, semOf } from "../tests/testValue.ts";

/** How the two sides of a measure compare. */
export interface SideDifference {
  readonly measure: CareMeasureId;
  readonly left: number;
  readonly right: number;
  /** (left − right) / the larger one; null for angles, where a ratio means nothing */
  readonly index: number | null;
  /** larger than the minimal detectable change between both and, where there is an index, than 15 % */
  readonly counts: boolean;
  /** the side with the less good value; null when equal */
  readonly less: Side | null;
}

/** Every sided measure that has values on both sides. */
export function sideDifferences(values: readonly TestValue[]): SideDifference[] {
  const found: SideDifference[] = [];
  for (const measure of Object.keys(MEASURES) as CareMeasureId[]) {
    const { sided, better, unit } = measureOf(measure);
    if (!sided || better === "neither") continue;
    const left = latest(values, measure, "left");
    const right = latest(values, measure, "right");
    if (!left || !right || left.atLeast || right.atLeast) continue;
    const difference = left.value - right.value;
    const larger = Math.max(Math.abs(left.value), Math.abs(right.value));
    const index = unit === "deg" ? null : larger === 0 ? 0 : difference / larger;
    const beyondError = Math.abs(difference) > 1.96 * Math.hypot(semOf(left), semOf(right));
    const lessIsLeft = better === "higher" ? difference < 0 : difference > 0;
    found.push({
      measure,
      left: left.value,
      right: right.value,
      index,
      counts: beyondError && (index === null || Math.abs(index) > SIDE_SHARE),
      less: difference === 0 ? null : lessIsLeft ? "left" : "right",
    });
  }
  return found;
}

/** Measures whose one-sided drop asks for a look at the nerves when foot or leg signs come with it. */
const HIP_SIGNS: ReadonlySet<CareMeasureId> = new Set([
  "abductor-force",
  "side-lying-reps",
  "abductor-endurance",
  "active-hip-abduction",
  "hike-time",
  "stance-drop",
  "gait-drop",
]);

/** The side whose hip clearly gives less; null when neither, or when the measures disagree. */
export function oneSidedHip(values: readonly TestValue[]): Side | null {
  const sides = new Set(
    sideDifferences(values)
      .filter((one) => one.counts && HIP_SIGNS.has(one.measure))
      .map((one) => one.less),
  );
  return sides.size === 1 ? ([...sides][0] ?? null) : null;
}
