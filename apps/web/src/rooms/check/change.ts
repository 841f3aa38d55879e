import { isMeasured, type Measurement, type MeasureResult } from "@levelhip/motion";

export type Change = "better" | "worse" | "cannot-tell" | "different";

/** Measures where less, more, or nearer to zero is better; anything else is only different. */
const BETTER: Readonly<Partial<Record<Measurement["id"], "less" | "more" | "nearer-zero">>> = {
  "pelvic-drop": "less",
  "trunk-lean": "nearer-zero",
  "knee-fppa": "less",
  "pelvic-shift": "nearer-zero",
  "hold-time": "more",
  sway: "less",
};

export interface Compared {
  readonly now: Measurement;
  readonly before: Measurement;
  readonly difference: number;
  /** smallest difference that is more than both errors: 1.96·√(sem₁² + sem₂²) */
  readonly needed: number;
  readonly change: Change;
}

/** The same measure, side, statistic and instrument in both results; instruments are never mixed. */
const same = (a: Measurement, b: Measurement): boolean =>
  a.id === b.id &&
  a.side === b.side &&
  a.statistic === b.statistic &&
  a.instrument === b.instrument &&
  a.unit === b.unit;

export function compare(now: Measurement, before: Measurement): Compared {
  const difference = now.value - before.value;
  const needed = 1.96 * Math.hypot(now.sem, before.sem);
  const rule = BETTER[now.id];
  const gain =
    rule === "less" ? -difference : rule === "more" ? difference : Math.abs(before.value) - Math.abs(now.value);
  // a drop that has become a lift of the same size is no clear gain: below zero less is not better
  const past = rule === "less" && now.value < 0 && before.value < 0;
  const change: Change = !(Math.abs(difference) > needed)
    ? "cannot-tell"
    : rule === undefined || past
      ? "different"
      : gain > 0
        ? "better"
        : "worse";
  return { now, before, difference, needed, change };
}

export function compareAll(now: readonly MeasureResult[], before: readonly MeasureResult[]): Compared[] {
  return now.filter(isMeasured).flatMap((measured) => {
    const other = before.filter(isMeasured).find((candidate) => same(measured, candidate));
    return other ? [compare(measured, other)] : [];
  });
}
