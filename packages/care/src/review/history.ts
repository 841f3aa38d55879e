import type { IsoDate } from "../dates.ts";
import { addDays, daysBetween } from "../dates.ts";
import type { Programme } from "../programme/programme.ts";
import { type Grade, gradeSession } from "../progression/grade.ts";
import type { NextDay, SessionRecord } from "../progression/record.ts";

/** Scales as read on a day. */
export interface Review {
  readonly on: IsoDate;
  readonly scales: Readonly<Record<string, number | undefined>>;
}
export interface PastSession {
  readonly session: SessionRecord;
  readonly next_day: NextDay | null;
}

/** What lies behind a person. Dates ascend in neither list by need: they are sorted here. */
export interface History {
  readonly reviews: readonly Review[];
  readonly sessions: readonly PastSession[];
}

export const byDate = <T extends { readonly on: IsoDate }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

export const gradesOf = (sessions: readonly PastSession[], greenPain: number): { on: IsoDate; grade: Grade }[] =>
  sessions.map(({ session, next_day }) => ({
    on: session.on,
    grade: gradeSession(session, next_day, greenPain).grade,
  }));

export interface Adherence {
  readonly done: number;
  readonly planned: number;
  /** done / planned, at most 1; null before the first planned session */
  readonly share: number | null;
}

/** Sessions done out of those planned, over a window of days that ends today (or since the start). */
export function adherence(
  programme: Programme,
  sessions: readonly PastSession[],
  today: IsoDate,
  window_days: number = 28,
): Adherence {
  const windowStart = addDays(today, -window_days);
  const from = daysBetween(windowStart, programme.started) > 0 ? programme.started : windowStart;
  const days = Math.max(0, daysBetween(from, today));
  const planned = Math.round((days / 7) * programme.setting.days.length);
  const done = new Set(
    sessions.map((one) => one.session.on).filter((on) => daysBetween(from, on) >= 0 && daysBetween(on, today) >= 0),
  ).size;
  return { done, planned, share: planned === 0 ? null : Math.min(1, done / planned) };
}

/** First and latest reading of a scale; null with fewer than two. */
export function firstAndLast(
  reviews: readonly Review[],
  scale: string,
): { first: number; last: number; from: IsoDate; to: IsoDate } | null {
  const read = byDate(reviews).flatMap((one) =>
    one.scales[scale] === undefined ? [] : [{ on: one.on, value: one.scales[scale] }],
  );
  const [first, last] = [read[0], read.at(-1)];
  return first && last && read.length > 1
    ? { first: first.value, last: last.value, from: first.on, to: last.on }
    : null;
}
