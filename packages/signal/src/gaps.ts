import { monotoneCubic } from "./interpolate.ts";

/** A run of samples, from index `start` up to and without `end`. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** Runs of consecutive indices 0…n−1 where `holds`. */
export function runsWhere(n: number, holds: (index: number) => boolean): Run[] {
  const runs: Run[] = [];
  let start = -1;
  for (let i = 0; i <= n; i++) {
    const inside = i < n && holds(i);
    if (inside && start < 0) start = i;
    if (!inside && start >= 0) {
      runs.push({ start, end: i });
      start = -1;
    }
  }
  return runs;
}

/**
 * Fills NaN where the finite neighbours on both sides lie at most `maxGap_s` apart, by a monotone cubic through the finite
 * samples; longer gaps and the ends stay NaN. (A gap is the time between the samples around it.)
 * @param t_s times, strictly increasing   (n)
 */
export function fillGaps(t_s: ArrayLike<number>, x: ArrayLike<number>, maxGap_s = 0.2): Float64Array {
  const filled = Float64Array.from(x);
  const holes = runsWhere(filled.length, (i) => !Number.isFinite(filled[i]!)).filter(
    ({ start, end }) => start > 0 && end < filled.length && t_s[end]! - t_s[start - 1]! <= maxGap_s + 1e-9,
  );
  if (holes.length === 0) return filled;
  const kept = Array.from(filled.keys()).filter((i) => Number.isFinite(filled[i]!));
  const curve = monotoneCubic(
    kept.map((i) => t_s[i]!),
    kept.map((i) => filled[i]!),
  );
  for (const { start, end } of holes) for (let i = start; i < end; i++) filled[i] = curve(t_s[i]!);
  return filled;
}
