import { MEASURES, SCALES } from "@levelhip/care";
import {
  allSeries,
  type Judged,
  type Knowledge,
  localDay,
  type Now,
  type PersonState,
  reviewSummary,
  type ReviewSummary,
  type Series,
  verdictOf,
} from "@levelhip/records";
import type { Span } from "./plot/axes.ts";

export const KNOWLEDGE: Knowledge = { scales: SCALES, measures: Object.values(MEASURES) };

export type GroupName = "pain" | "function" | "tests" | "training";
export const GROUPS: readonly GroupName[] = ["pain", "function", "tests", "training"];
const FAMILIES: Readonly<Record<GroupName, readonly Series["family"][]>> = {
  pain: ["pain"],
  function: ["function", "rating"],
  tests: ["test"],
  training: ["form", "capacity"],
};

/** Everything that the room shows, worked out once. */
export interface View {
  readonly summary: ReviewSummary;
  readonly groups: Readonly<Record<GroupName, readonly Judged[]>>;
  /** the time that every picture shares */
  readonly span: Span;
  readonly isEmpty: boolean;
}

const WEEK_MS = 7 * 86_400_000;

export function viewOf(state: PersonState, now: Now): View {
  const summary = reviewSummary(state, KNOWLEDGE, now);
  const series = [...allSeries(state, KNOWLEDGE).values()].filter(
    ({ points, gaps }) => points.length + gaps.length > 0,
  );
  const judged = series.map((one): Judged => ({ series: one, verdict: verdictOf(one) }));
  const of = (name: GroupName) => judged.filter((one) => FAMILIES[name].includes(one.series.family)).sort(byFullness);
  const start_ms = state.decisions[0]?.at_ms ?? null;
  const times = series.flatMap(({ points }) => points.map(({ at_ms }) => at_ms));
  const from_ms = times.reduce((least, at_ms) => Math.min(least, at_ms), start_ms ?? now.at_ms);
  const expected_ms = start_ms === null ? now.at_ms : start_ms + 12.6 * WEEK_MS;
  return {
    summary,
    groups: { pain: of("pain"), function: of("function"), tests: of("tests"), training: of("training") },
    span: { from_ms, to_ms: Math.max(now.at_ms, expected_ms, from_ms + WEEK_MS), start_ms, now_ms: now.at_ms },
    isEmpty: series.length === 0 && state.sessions.length === 0 && state.decisions.length === 0,
  };
}

/** Those that say something first, then those with most to see. */
const byFullness = (a: Judged, b: Judged): number =>
  Number(b.verdict.word !== "cannot-tell") - Number(a.verdict.word !== "cannot-tell") ||
  b.series.points.length - a.series.points.length;

/** What changes the view of one state: the day, not the minute. */
export const dayOf = (now: Now): number => localDay(now.at_ms, now.zone);
