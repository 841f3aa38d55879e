import { mean, meanWithError, median } from "@levelhip/signal";

/** A stretch of frames, `from` … `to` (exclusive), and its times. */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly start_s: number;
  readonly end_s: number;
}

/** The frames with start_s ≤ t ≤ end_s. */
export function windowBetween(t_s: Float64Array, start_s: number, end_s: number): Window {
  const from = firstAtOrAfter(t_s, start_s - 1e-9);
  const to = Math.max(from, firstAtOrAfter(t_s, end_s + 1e-9));
  return { from, to, start_s, end_s };
}
/** First index whose time is not before `at`; n when there is none. */
function firstAtOrAfter(t_s: Float64Array, at: number): number {
  let low = 0;
  let high = t_s.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (t_s[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
export const duration_s = (w: Window): number => w.end_s - w.start_s;
export const inWindow = (values: Float64Array, w: Window): Float64Array => values.subarray(w.from, w.to);
export const medianIn = (values: Float64Array, w: Window): number => median(inWindow(values, w));
export const meanIn = (values: Float64Array, w: Window): number => mean(inWindow(values, w));

/** Mean over a window, minus the mean over a baseline where there is one, with the random standard error of the difference. */
export function changeFrom(
  values: Float64Array,
  hold: Window,
  baseline: Window | null,
): { value: number; se: number; n: number } {
  const held = meanWithError(inWindow(values, hold));
  if (!baseline) return { value: held.mean, se: held.se, n: held.n };
  const start = meanWithError(inWindow(values, baseline));
  return { value: held.mean - start.mean, se: Math.hypot(held.se, start.se), n: held.n };
}

/** Highest value that lasts: the largest running median over `span_s` in the window. NaN when nothing was seen. */
export function lastingPeak(
  t_s: Float64Array,
  values: Float64Array,
  w: Window,
  span_s = 0.25,
): { value: number; t_s: number } {
  let best = { value: Number.NaN, t_s: Number.NaN };
  for (let i = w.from; i < w.to; i++) {
    const around = windowBetween(t_s, t_s[i]! - span_s / 2, t_s[i]! + span_s / 2);
    const level = medianIn(values, { ...around, from: Math.max(around.from, w.from), to: Math.min(around.to, w.to) });
    if (Number.isFinite(level) && !(level <= best.value)) best = { value: level, t_s: t_s[i]! };
  }
  return best;
}
