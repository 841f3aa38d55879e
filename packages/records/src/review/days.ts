import type { Zone } from "../ports.ts";

export const DAY_MS = 86_400_000;
export const WEEK_MS = 7 * DAY_MS;
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
/** 1 January 1970 was a Thursday. */
const WEEKDAYS: readonly Weekday[] = ["thu", "fri", "sat", "sun", "mon", "tue", "wed"];

/** Now, where the person is. */
export interface Now {
  readonly at_ms: number;
  readonly zone: Zone;
}

/** The calendar day somebody lives in at an instant, as days since 1970. */
export const localDay = (at_ms: number, zone: Zone): number => Math.floor((at_ms + zone.offset_min * 60_000) / DAY_MS);
export const weekdayOf = (day: number): Weekday => WEEKDAYS[((day % 7) + 7) % 7] ?? "mon";
/** e.g. "2026-11-22" */
export const isoDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** e.g. "2026-11-22T09:30:00+01:00" */
export function isoTime(at_ms: number, zone: Zone): string {
  const local = new Date(at_ms + zone.offset_min * 60_000).toISOString().slice(0, 19);
  const [sign, minutes] = [zone.offset_min < 0 ? "-" : "+", Math.abs(zone.offset_min)];
  const two = (x: number) => String(Math.floor(x)).padStart(2, "0");
  return `${local}${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
}
