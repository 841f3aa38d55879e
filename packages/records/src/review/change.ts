import type { Said } from "../text.ts";
import { localDay } from "./days.ts";
import type { Better, Detectable, Point, Series } from "./series.ts";

export type Word = "better" | "worse" | "cannot-tell";
export type Why =
  | "beyond-error"
  | "within-error"
  | "error-unknown"
  | "no-better" // neither way is better
  | "other-side" // as far from level as before, on the other side
  | "only-one"
  | "too-soon" // a re-test within a fortnight: practice and the day count for more than change
  | "at-least" // one of the two was stopped before its end
  | "instruments-differ";

/** What can honestly be said of a change. */
export interface Verdict {
  readonly word: Word;
  readonly why: Why;
  /** later minus earlier, in the series' unit; null where there is nothing to compare */
  readonly change: number | null;
  /** the smallest change that is more than error; null where nobody knows */
  readonly detectable: number | null;
  /** more than error, and enough that people notice; null where nobody knows what that is */
  readonly isImportant: boolean | null;
  readonly say: Said;
}

/** A re-test sooner than this many days is not compared (rule of thumb, as care has it). */
export const RETEST_MIN_DAYS = 14;

/** The smallest change between two points that is more than error, and whether a change of just this size counts. */
export function detectableBetween(
  rule: Detectable,
  from: Point,
  to: Point,
): { readonly value: number; readonly isInclusive: boolean } | null {
  switch (rule.kind) {
    case "sem":
      return from.sem === null || to.sem === null
        ? null
        : { value: 1.96 * Math.hypot(from.sem, to.sem), isInclusive: false };
    case "fixed":
      return rule;
    case "rule":
      return { value: Math.max(rule.least, rule.share * Math.abs(from.value)), isInclusive: false };
    case "unknown":
      return null;
  }
}

/** Compares two points of one series. */
export function compare(series: Series, from: Point, to: Point): Verdict {
  const change = to.value - from.value;
  const bar = barTo(series, from, to);
  if (bar) return { ...nothing(bar), change };
  const limit = detectableBetween(series.detectable, from, to);
  const gain = gainOf(series.better, from.value, to.value);
  const isBeyond = limit !== null && exceeds(Math.abs(gain ?? change), limit);
  const [word, why] = judge(limit !== null, isBeyond, gain, limit !== null && exceeds(Math.abs(change), limit));
  return {
    word,
    why,
    change,
    detectable: limit?.value ?? null,
    isImportant: series.important && isBeyond && isNoticed(series.important, from.value, Math.abs(change)),
    say: {
      id: `records.verdict.${word}.${why}`,
      values: { change: amount(Math.abs(change), series.unit), error: amount(limit?.value ?? 0, series.unit) },
    },
  };
}

/** Why two points of a series must not be compared; null where they may. */
function barTo(series: Series, from: Point, to: Point): "too-soon" | "at-least" | null {
  if (from.isAtLeast || to.isAtLeast) return "at-least";
  const days = Math.abs(localDay(to.at_ms, to.zone) - localDay(from.at_ms, from.zone));
  return series.family === "test" && days < RETEST_MIN_DAYS ? "too-soon" : null;
}

/** First and newest point of a series. */
export function verdictOf(series: Series): Verdict {
  const [from, to] = [series.points[0], series.points.at(-1)];
  return from && to && from !== to ? compare(series, from, to) : nothing("only-one");
}

/** Two points of different series: numbers of different instruments are never compared. */
export function compareAcross(a: Series, from: Point, b: Series, to: Point): Verdict {
  return a.key === b.key ? compare(a, from, to) : nothing("instruments-differ");
}

/** Where a value lies that is no change against the first one: to draw as a band. Null where the error is not known. */
export function bandOf(series: Series): { readonly low: number; readonly high: number } | null {
  const [first, last] = [series.points[0], series.points.at(-1)];
  if (!first || !last) return null;
  const limit = detectableBetween(series.detectable, first, last);
  return limit && { low: first.value - limit.value, high: first.value + limit.value };
}

/** A whole-step scale counts a change of just the published size; rounding must not decide. */
const exceeds = (size: number, limit: { value: number; isInclusive: boolean }): boolean =>
  limit.isInclusive ? size >= limit.value - 1e-9 : size > limit.value;

/** Either is enough: so many points, or such a share of the first value. */
function isNoticed({ value, share }: NonNullable<Series["important"]>, from: number, size: number): boolean {
  const isByShare = share !== null && from > 0 && size / from >= share - 1e-9;
  return isByShare || (value !== null && size >= value - 1e-9);
}

/** > 0 better, < 0 worse; null where neither way is better. */
function gainOf(better: Better, from: number, to: number): number | null {
  if (better === "neither") return null;
  if (better === "zero") return Math.abs(from) - Math.abs(to);
  return better === "higher" ? to - from : from - to;
}

function judge(isKnown: boolean, isBeyond: boolean, gain: number | null, hasMoved: boolean): [Word, Why] {
  if (!isKnown) return ["cannot-tell", "error-unknown"];
  if (gain === null) return ["cannot-tell", hasMoved ? "no-better" : "within-error"];
  if (!isBeyond) return ["cannot-tell", hasMoved ? "other-side" : "within-error"];
  return [gain > 0 ? "better" : "worse", "beyond-error"];
}

const UNITS = new Set(["deg", "%", "s", "reps", "points", "steps/min", "% body weight"]);

/** A number with its unit, to be put into words. `text` stands for the number where it is more than one ("8 ± 1.2"). */
export function amount(value: number, unit: string, text: string | null = null): Said {
  const rounded = Math.round(value * 10) / 10;
  if (!UNITS.has(unit)) return { id: "records.amount.other", values: { value: text ?? rounded, unit } };
  const isOne = rounded === 1 && text === null && (unit === "reps" || unit === "points");
  return { id: `records.amount.${unit}${isOne ? ".one" : ""}`, values: { value: text ?? rounded } };
}

const nothing = (why: "only-one" | "instruments-differ" | "too-soon" | "at-least"): Verdict => ({
  word: "cannot-tell",
  why,
  change: null,
  detectable: null,
  isImportant: null,
  say: { id: `records.verdict.cannot-tell.${why}`, values: {} },
});
