import type { RecordOf } from "../record/envelope.ts";
import type { PersonState } from "../state/personState.ts";
import type { Said } from "../text.ts";
import { type Adherence, adherence, counts } from "./adherence.ts";
import { compare, type Verdict, verdictOf } from "./change.ts";
import { DAY_MS, localDay, type Now, WEEK_MS, weekdayOf } from "./days.ts";
import { type Due, dueOf, startDay } from "./due.ts";
import { allSeries, type Knowledge, type Point, type Series } from "./series.ts";

/** Where somebody is on the way: "expect first change in 4 to 6 weeks, judge at 12". */
export type Stage = "before-start" | "too-early" | "first-change" | "on-the-way" | "judge";

/** What to do now, as far as records can say; whether to see somebody is care's to decide (`Signals` are for it). */
export type Advice = "start" | "first-session" | "go-on" | "solve-problems" | "look-closer" | "well-done";

/** Facts from the records that care's referral rules ask for. */
export interface Signals {
  /** NPRS average (or PSFS) worse than at the start, by 2 or more, for two weeks on end and still */
  readonly isPainWorseForTwoWeeks: boolean;
  readonly isFunctionWorseForTwoWeeks: boolean;
  /** sessions of the last 7 days that ended red: pain over 5, stopped, or worse a day later */
  readonly redSessions7d: number;
  /** six weeks or more since the start, at least 60 % done, and no improvement */
  readonly isNonResponder: boolean;
  /** days since the last finished session; null before the first */
  readonly daysSinceSession: number | null;
}

export interface ReviewSummary {
  /** full weeks since the first programme; null before it */
  readonly week: number | null;
  readonly stage: Stage;
  readonly expectation: Said;
  /** newest pain and function series that can be compared, with what they say since the start; null where there is none */
  readonly pain: Judged | null;
  readonly function: Judged | null;
  /** every other series that has at least two points */
  readonly others: readonly Judged[];
  /** PSFS +2, or NPRS down by 2 and 30 %, or RMDQ down by 5 or 30 % (with at least 60 % done); null while nothing can be compared */
  readonly hasImproved: boolean | null;
  readonly adherence: Adherence;
  readonly advice: Advice;
  readonly say: Said;
  readonly signals: Signals;
  readonly due: readonly Due[];
  /** programme decisions, newest first, for the time line */
  readonly decisions: readonly RecordOf<"programme">[];
}
export interface Judged {
  readonly series: Series;
  readonly verdict: Verdict;
}

export const ENOUGH_ADHERENCE = 0.6;
const PAIN = ["scale/nprs-average", "scale/nprs-worst"];
const FUNCTION = ["scale/psfs", "scale/rmdq", "scale/odi"];

/** Expectation beside reality, from the records alone. */
export function reviewSummary(state: PersonState, knowledge: Knowledge, now: Now): ReviewSummary {
  const series = allSeries(state, knowledge);
  const done = adherence(state, now);
  const start = startDay(state);
  const week = start === null ? null : Math.max(0, Math.floor((localDay(now.at_ms, now.zone) - start) / 7));
  const stage = stageOf(week);
  const hasImproved = improvement(series);
  const signals = signalsOf(state, series, done, week, hasImproved, now);
  const isUntrained = done.planned === 0 && !state.sessions.some(counts);
  const advice = isUntrained && stage !== "before-start" ? "first-session" : adviceOf(stage, hasImproved, done);
  const pain = firstOf(series, PAIN);
  const ability = firstOf(series, FUNCTION);
  return {
    week,
    stage,
    expectation: { id: `records.review.stage.${stage}`, values: { week: week ?? 0 } },
    pain,
    function: ability,
    others: [...series.values()]
      .filter((one) => one.points.length > 1 && one !== pain?.series && one !== ability?.series)
      .map(judged),
    hasImproved,
    adherence: done,
    advice,
    say: advice === "first-session" ? firstSession(state, now) : sayOf(advice, done),
    signals,
    due: dueOf(state, now),
    decisions: [...state.decisions].reverse(),
  };
}

const judged = (series: Series): Judged => ({ series, verdict: verdictOf(series) });

/** The first of these series that has something to compare, else the first that is there. */
function firstOf(series: ReadonlyMap<string, Series>, keys: readonly string[]): Judged | null {
  const found = keys.flatMap((key) => series.get(key) ?? []);
  const best = found.find(({ points }) => points.length > 1) ?? found[0];
  return best ? judged(best) : null;
}

function stageOf(week: number | null): Stage {
  if (week === null) return "before-start";
  if (week < 4) return "too-early";
  if (week < 7) return "first-change";
  return week < 12 ? "on-the-way" : "judge";
}

function sayOf(advice: Advice, { done, planned }: Adherence): Said {
  if (advice === "go-on" && done + planned === 0) return { id: "records.review.advice.go-on-none" };
  return { id: `records.review.advice.${advice}`, values: { done, planned } };
}

/** When the first session comes: the next training day of the programme in force, today among them. */
function firstSession(state: PersonState, now: Now): Said {
  const decision = state.decisions.at(-1)?.payload;
  const today = localDay(now.at_ms, now.zone);
  const isRunning = decision !== undefined && decision.kind !== "pause" && decision.kind !== "stop";
  const ahead = isRunning ? [0, 1, 2, 3, 4, 5, 6].find((n) => decision.days.includes(weekdayOf(today + n))) : undefined;
  if (ahead === undefined) return { id: "records.review.advice.first-session-open" };
  const day = ahead === 0 ? "records.review.on.today" : `records.review.on.${weekdayOf(today + ahead)}`;
  return { id: "records.review.advice.first-session", values: { day: { id: day } } };
}

function improvement(series: ReadonlyMap<string, Series>): boolean | null {
  const answers = (["scale/psfs", "scale/nprs-average", "scale/rmdq"] as const).flatMap((key) => {
    const [first, last] = ends(series.get(key));
    if (!first || !last) return [];
    const gain = key === "scale/psfs" ? last.value - first.value : first.value - last.value;
    const share = first.value === 0 ? 0 : gain / first.value;
    if (key === "scale/psfs") return [gain >= 2 - 1e-9];
    return [key === "scale/rmdq" ? gain >= 5 || share >= 0.3 - 1e-9 : gain >= 2 && share >= 0.3 - 1e-9];
  });
  return answers.length === 0 ? null : answers.some(Boolean);
}

const ends = (series: Series | undefined): [Point | null, Point | null] =>
  series && series.points.length > 1 ? [series.points[0] ?? null, series.points.at(-1) ?? null] : [null, null];

function adviceOf(stage: Stage, hasImproved: boolean | null, done: Adherence): Advice {
  if (stage === "before-start") return "start";
  if (hasImproved) return stage === "judge" ? "well-done" : "go-on";
  if (done.share !== null && done.share < ENOUGH_ADHERENCE) return "solve-problems";
  return stage === "too-early" || hasImproved === null ? "go-on" : "look-closer";
}

function signalsOf(
  state: PersonState,
  series: ReadonlyMap<string, Series>,
  done: Adherence,
  week: number | null,
  hasImproved: boolean | null,
  now: Now,
): Signals {
  const weekAgo = now.at_ms - WEEK_MS;
  const lastDone = state.sessions.findLast(({ end }) => end?.how === "finished");
  return {
    isPainWorseForTwoWeeks: isWorseForTwoWeeks(series.get("scale/nprs-average"), now.at_ms),
    isFunctionWorseForTwoWeeks: isWorseForTwoWeeks(series.get("scale/psfs"), now.at_ms),
    redSessions7d: redSessions(state).filter((at_ms) => at_ms > weekAgo).length,
    isNonResponder: week !== null && week >= 6 && (done.share ?? 0) >= ENOUGH_ADHERENCE && hasImproved === false,
    daysSinceSession: lastDone ? localDay(now.at_ms, now.zone) - localDay(lastDone.startedAt_ms, lastDone.zone) : null,
  };
}

/** Worse than at the start, by more than error, in every answer since a fortnight or longer, up to one of the last fortnight. */
function isWorseForTwoWeeks(series: Series | undefined, now_ms: number): boolean {
  const first = series?.points[0];
  const last = series?.points.at(-1);
  if (!series || !first || !last || now_ms - last.at_ms > FORTNIGHT_MS) return false;
  const lastGood = series.points.findLastIndex((point) => compare(series, first, point).word !== "worse");
  const firstBad = series.points[lastGood + 1];
  // a day less: who answers every second Monday answers once at nine and once at eight
  return firstBad !== undefined && last.at_ms - firstBad.at_ms >= FORTNIGHT_MS - DAY_MS;
}
const FORTNIGHT_MS = 14 * DAY_MS;

/** When sessions ended red: pain over 5, stopped for pain or a warning sign, or 2 points worse and not settled a day later. */
function redSessions(state: PersonState): number[] {
  const dayAfter = new Map(
    state.painAnswers.filter(({ payload }) => payload.asked === "24h").map(({ payload }) => [payload.session, payload]),
  );
  return state.sessions.flatMap((session) => {
    const answer = dayAfter.get(session.id);
    const isWorseNextDay =
      answer?.spreading === true || (answer?.settled === false && answer.pain >= (session.painBefore ?? 0) + 2);
    const isStopped = session.end?.how === "stopped-pain" || session.end?.how === "stopped-warning-sign";
    const isRed = isStopped || (session.end?.painAfter ?? 0) > 5 || isWorseNextDay;
    return isRed ? [session.end?.at_ms ?? session.lastAt_ms] : [];
  });
}
