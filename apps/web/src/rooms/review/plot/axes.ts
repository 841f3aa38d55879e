/** The time that a room's pictures share. */
export interface Span {
  readonly from_ms: number;
  readonly to_ms: number;
  /** of the first programme; null before it */
  readonly start_ms: number | null;
  readonly now_ms: number;
}
export interface Tick {
  readonly at: number;
  /** weeks since the start, or null where the instant itself is to be written */
  readonly week: number | null;
}

const WEEK_MS = 7 * 86_400_000;
const STEPS = [1, 2, 4, 8, 13, 26, 52, 104];

/** Marks of the time axis, at most one in `room_px` pixels: weeks since the start; without a start, both ends. */
export function timeTicks({ from_ms, to_ms, start_ms }: Span, width_px: number, room_px = 80): Tick[] {
  if (start_ms === null)
    return [
      { at: from_ms, week: null },
      { at: to_ms, week: null },
    ];
  const weeks = (to_ms - start_ms) / WEEK_MS;
  const perWeek_px = width_px / ((to_ms - from_ms) / WEEK_MS);
  const step = STEPS.find((one) => one * perWeek_px >= room_px) ?? STEPS.at(-1) ?? 1;
  return Array.from({ length: Math.floor(weeks / step + 1e-9) + 1 }, (_, index) => ({
    at: start_ms + index * step * WEEK_MS,
    week: index * step,
  }));
}

/** Whole steps of 1, 2 or 5 around the values: at most `most` lines. */
export function valueTicks(low: number, high: number, most = 5): number[] {
  const span = Math.max(high - low, 1e-9);
  const power = 10 ** Math.floor(Math.log10(span / most));
  const step = ([1, 2, 5, 10].find((factor) => span / (factor * power) <= most + 1e-9) ?? 10) * power;
  const from = Math.floor(low / step + 1e-9);
  const to = Math.ceil(high / step - 1e-9);
  return Array.from({ length: Math.max(1, to - from) + 1 }, (_, index) => round((from + index) * step));
}
const round = (value: number): number => Math.round(value * 1e6) / 1e6;

export interface Range {
  readonly low: number;
  readonly high: number;
}
const WHOLE: Readonly<Record<string, Range>> = {
  "scale/nprs-average": { low: 0, high: 10 },
  "scale/nprs-worst": { low: 0, high: 10 },
  "scale/nprs-now": { low: 0, high: 10 },
  "scale/psfs": { low: 0, high: 10 },
  "scale/pgic": { low: 1, high: 7 },
  "pain/after-session": { low: 0, high: 10 },
  "pain/24h": { low: 0, high: 10 },
  form: { low: 0, high: 100 },
};

/** What the value axis shows: the whole scale where there is one, else the values with their errors and the band, and zero if it is near. */
export function valueRange(
  key: string,
  points: readonly { readonly value: number; readonly sem: number | null }[],
  band: Range | null,
): Range {
  const whole = WHOLE[key.replace(/^(scale\/psfs)\/\d+$/, "$1")];
  if (whole) return whole;
  const low = Math.min(...points.map(({ value, sem }) => value - 1.96 * (sem ?? 0)), band?.low ?? Infinity);
  const high = Math.max(...points.map(({ value, sem }) => value + 1.96 * (sem ?? 0)), band?.high ?? -Infinity);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return { low: 0, high: 1 };
  const pad = Math.max((high - low) * 0.06, 0.5);
  const floor = low >= 0 && low - pad < (high - low) * 0.6 ? 0 : low - pad;
  return { low: floor, high: high + pad };
}

/** Where a number lies between two, as pixels. */
export const scaleOf =
  (from: number, to: number, at_px: number, end_px: number) =>
  (value: number): number =>
    at_px + ((value - from) / (to - from || 1)) * (end_px - at_px);
