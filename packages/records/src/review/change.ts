import type { Said } from "../text.ts";
import { DAY_MS } from "./days.ts";
import type { Better, Detectable, Point, Series } from "./series.ts";

export type Word = "better" | "worse" | "cannot-tell";
export type Why =
  | "beyond-error"
  | "within-error"
  | "error-unknown"
  | "no-better" // neither way is better
  | "other-side" // as far from level as before, on the other side
  | "only-one"
  | "instruments-differ";

/** What can honestly be said of a change. */
export interface Verdict {
  readonly word: Word;
  readonly why: Why;
  /** later minus earlier, in the series' unit; null where there is nothing to compare */
  readonly change: number | null;
  /** the smallest change that is more than error; null where nobody knows */
  readonly detectable: number | null;
  /** at least what people notice; null where nobody knows what that is */
  readonly isImportant: boolean | null;
  /** taken less than a fortnight apart: practice and the day count for more than change */
  readonly isTooSoon: boolean;
  readonly say: Said;
}

/** A re-test sooner than this tells little (rule of thumb). */
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
  const limit = detectableBetween(series.detectable, from, to);
  const gain = gainOf(series.better, from.value, to.value);
  const isBeyond = limit !== null && exceeds(Math.abs(gain ?? change), limit);
  const [word, why] = judge(limit !== null, isBeyond, gain, limit !== null && exceeds(Math.abs(change), limit));
  return {
    word,
    why,
    change,
    detectable: limit?.value ?? null,
    isImportant: series.important === null ? null : Math.abs(change) >= smallestImportant(series.important, from.value),
    isTooSoon: series.family === "test" && to.at_ms - from.at_ms < RETEST_MIN_DAYS * DAY_MS,
    say: {
      id: `records.verdict.${word}.${why}`,
      values: {
        change: round(Math.abs(change)),
        error: round(limit?.value ?? 0),
        unit: { id: `records.unit.${series.unit}` },
      },
    },
  };
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

const smallestImportant = (important: { value: number; share: number | null }, from: number): number =>
  important.share === null
    ? important.value
    : Math.min(important.value, important.share * Math.abs(from)) || important.value;

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

const round = (value: number): number => Math.round(value * 10) / 10;

const nothing = (why: "only-one" | "instruments-differ"): Verdict => ({
  word: "cannot-tell",
  why,
  change: null,
  detectable: null,
  isImportant: null,
  isTooSoon: false,
  say: { id: `records.verdict.cannot-tell.${why}`, values: {} },
});
