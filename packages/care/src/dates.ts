/** Dates travel as "YYYY-MM-DD" and count as whole days; no clock and no time zone is involved. */
export type IsoDate = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01; NaN when the text is no date of the calendar. */
export function dayNumber(date: IsoDate): number {
  const match = SHAPE.exec(date);
  if (!match) return Number.NaN;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? Math.round(time / 86_400_000) : Number.NaN;
}

export const isDate = (date: string): boolean => !Number.isNaN(dayNumber(date));
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);
export const addDays = (date: IsoDate, days: number): IsoDate =>
  new Date((dayNumber(date) + days) * 86_400_000).toISOString().slice(0, 10);

/** 0 = Monday … 6 = Sunday. */
export const weekdayOf = (date: IsoDate): number => (((dayNumber(date) + 3) % 7) + 7) % 7;
