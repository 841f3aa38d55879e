import type { PersonState } from "../state/personState.ts";
import type { SessionState } from "../state/session.ts";
import { localDay, type Now } from "./days.ts";

/** Something to do again, or a question to ask. */
export interface Due {
  readonly what: "triage" | "test" | "questionnaire" | "24h";
  /** test id, scale id, or session id; "" for triage */
  readonly id: string;
  /** local day on which it is due, days since 1970 */
  readonly onDay: number;
  readonly state: "later" | "due" | "overdue";
}

/** Days between: mini questions weekly, tests and the long triage form every four weeks, full ones at 6 and 12 weeks. */
const WEEKLY = ["nprs-average", "nprs-worst", "psfs"] as const;
const AT_WEEKS: Readonly<Record<string, readonly number[]>> = { pgic: [6, 12], rmdq: [6, 12] };
const TEST_EVERY_DAYS = 28;
const TRIAGE_EVERY_DAYS = 28;
/** The day-after question makes sense from the next morning for two days. */
export const DAY_AFTER_MS = { from: 16 * 3_600_000, until: 64 * 3_600_000 };

/** What is due, soonest first. Only what was done once comes again; the start is care's. */
export function dueOf(state: PersonState, now: Now): Due[] {
  const today = localDay(now.at_ms, now.zone);
  const found: Due[] = [];
  const add = (what: Due["what"], id: string, onDay: number, grace: number) =>
    found.push({ what, id, onDay, state: today < onDay ? "later" : today <= onDay + grace ? "due" : "overdue" });
  const lastLong = state.triage.findLast(({ payload }) => payload.form === "long");
  if (lastLong) add("triage", "", localDay(lastLong.at_ms, lastLong.zone) + TRIAGE_EVERY_DAYS, 0);
  for (const [test, day] of lastDays(
    state.tests.map(({ at_ms, zone, payload }) => [payload.analysis.test, localDay(at_ms, zone)]),
  )) {
    add("test", test, day + TEST_EVERY_DAYS, 14);
  }
  for (const [measure, day] of lastDays(
    state.values.map(({ at_ms, zone, payload }) => [payload.measure, localDay(at_ms, zone)]),
  )) {
    add("test", measure, day + TEST_EVERY_DAYS, 14);
  }
  const answered = lastDays(
    state.questionnaires.map(({ at_ms, zone, payload }) => [payload.instrument, localDay(at_ms, zone)]),
  );
  for (const scale of WEEKLY) if (answered.has(scale)) add("questionnaire", scale, (answered.get(scale) ?? 0) + 7, 3);
  const start = startDay(state);
  if (start !== null)
    for (const [scale, weeks] of Object.entries(AT_WEEKS)) addAtWeeks(scale, weeks, start, answered.get(scale), add);
  for (const session of openDayAfter(state, now.at_ms))
    add("24h", session.id, localDay(session.startedAt_ms, session.zone) + 1, 1);
  return found.sort((a, b) => a.onDay - b.onDay || (a.what + a.id < b.what + b.id ? -1 : 1));
}

/** Sessions whose day-after question is to be asked now. */
export function openDayAfter(state: PersonState, now_ms: number): SessionState[] {
  const answered = new Set(
    state.painAnswers.filter(({ payload }) => payload.asked === "24h").map(({ payload }) => payload.session),
  );
  return state.sessions.filter(({ id, end, sets }) => {
    if (!end || sets.length === 0 || answered.has(id)) return false;
    const since = now_ms - end.at_ms;
    return since >= DAY_AFTER_MS.from && since < DAY_AFTER_MS.until;
  });
}

/** Local day of the first programme; null before it. */
export function startDay(state: PersonState): number | null {
  const first = state.decisions[0];
  return first ? localDay(first.at_ms, first.zone) : null;
}

function addAtWeeks(
  scale: string,
  weeks: readonly number[],
  start: number,
  last: number | undefined,
  add: (what: "questionnaire", id: string, onDay: number, grace: number) => void,
): void {
  const next = weeks.map((week) => start + 7 * week).find((day) => last === undefined || last < day - 7);
  if (next !== undefined) add("questionnaire", scale, next, 7);
}

function lastDays(all: readonly (readonly [string, number])[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const [id, day] of all) last.set(id, Math.max(day, last.get(id) ?? -Infinity));
  return last;
}
