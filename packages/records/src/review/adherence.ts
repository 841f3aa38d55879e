import type { PersonState } from "../state/personState.ts";
import type { SessionState } from "../state/session.ts";
import { shareDone } from "../state/resume.ts";
import { localDay, type Now, weekdayOf } from "./days.ts";

/** The last four weeks: done of planned. No streaks: a missed day moves the plan and nothing else. */
export interface Adherence {
  readonly done: number;
  readonly planned: number;
  /** done / planned, at most 1; null while nothing was planned */
  readonly share: number | null;
  /** oldest first: four weeks of seven days, the last one ending today */
  readonly weeks: readonly { readonly done: number; readonly planned: number }[];
}

const DAYS = 28;

/** Finished, or at least half of the planned sets: who stops early for pain did train. */
export const counts = (session: SessionState): boolean => session.end?.how === "finished" || shareDone(session) >= 0.5;

/** Planned: training days of the programme in force on each day. Today counts as planned only once it is done. */
export function adherence(state: PersonState, now: Now): Adherence {
  const today = localDay(now.at_ms, now.zone);
  const doneOn = new Map<number, number>();
  for (const session of state.sessions) {
    const day = localDay(session.startedAt_ms, session.zone);
    if (counts(session)) doneOn.set(day, (doneOn.get(day) ?? 0) + 1);
  }
  const plannedOn = plannedDays(state, today);
  const weeks = [0, 1, 2, 3].map((week) => {
    const from = today - DAYS + 1 + week * 7;
    const days = [...Array(7).keys()].map((offset) => from + offset);
    return {
      done: days.reduce((sum, day) => sum + (doneOn.get(day) ?? 0), 0),
      planned: days.filter((day) => plannedOn(day) && (day < today || doneOn.has(day))).length,
    };
  });
  const done = weeks.reduce((sum, week) => sum + week.done, 0);
  const planned = weeks.reduce((sum, week) => sum + week.planned, 0);
  return { done, planned, share: planned === 0 ? null : Math.min(1, done / planned), weeks };
}

/** Whether a day was a training day, by the decision that was in force when it ended. */
function plannedDays(state: PersonState, today: number): (day: number) => boolean {
  const decisions = state.decisions.map(({ at_ms, zone, payload }) => ({ day: localDay(at_ms, zone), ...payload }));
  const inForce = (day: number) => decisions.findLast((decision) => decision.day <= day);
  const first = Math.min(...decisions.map(({ day }) => day), today + 1);
  return (day) => {
    const decision = day >= first ? inForce(day) : undefined;
    if (!decision || decision.kind === "stop" || decision.kind === "pause") return false;
    return decision.days.includes(weekdayOf(day));
  };
}
