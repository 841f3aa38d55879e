import { zeroPhaseLowpass } from "./butterworth.ts";
import { fillGaps, runsWhere } from "./gaps.ts";
import { naturalSpline } from "./interpolate.ts";
import { median } from "./robust.ts";

/** Middle sampling rate 1/median(Δt) [1/s]; NaN for fewer than two samples. */
export function middleRate_hz(t_s: ArrayLike<number>): number {
  const steps = new Float64Array(Math.max(0, t_s.length - 1));
  for (let i = 0; i < steps.length; i++) steps[i] = t_s[i + 1]! - t_s[i]!;
  return 1 / median(steps);
}

/** Times from the first to the last of `t_s`, evenly `1/rate_hz` apart (the last step is dropped when not whole). */
export function evenTimes(t_s: ArrayLike<number>, rate_hz: number): Float64Array {
  if (t_s.length === 0) return new Float64Array(0);
  const count = Math.floor((t_s[t_s.length - 1]! - t_s[0]!) * rate_hz + 1e-9) + 1;
  return Float64Array.from({ length: count }, (_, i) => t_s[0]! + i / rate_hz);
}

/** Values of a natural cubic spline through (t_s, x) at the times `at_s`; no NaN in x. */
export function resample(t_s: ArrayLike<number>, x: ArrayLike<number>, at_s: ArrayLike<number>): Float64Array {
  const curve = naturalSpline(t_s, x);
  return Float64Array.from(at_s, (t) => curve(t));
}

export interface SmoothOptions {
  /** frequency at which the gain is 1/√2 */
  readonly cutoff_hz: number;
  /** NaN bridged at most over this time; longer ones split the series [s] */
  readonly maxGap_s?: number;
}

/**
 * Zero-phase 4th-order Butterworth of an unevenly sampled series with holes: short gaps are filled, every piece between
 * long gaps is put on an even grid (its middle rate), filtered, and read back at its own times. Long gaps stay NaN.
 * @param t_s times, strictly increasing   (n)
 */
export function smoothSeries(t_s: ArrayLike<number>, x: ArrayLike<number>, options: SmoothOptions): Float64Array {
  const maxGap_s = options.maxGap_s ?? 0.2;
  const filled = fillGaps(t_s, x, maxGap_s);
  const smoothed = new Float64Array(filled.length).fill(Number.NaN);
  for (const run of runsWhere(filled.length, (i) => Number.isFinite(filled[i]!))) {
    for (const piece of splitAtPauses(t_s, run.start, run.end, maxGap_s)) {
      const times = Array.from({ length: piece.end - piece.start }, (_, i) => t_s[piece.start + i]!);
      const values = filled.slice(piece.start, piece.end);
      smoothed.set(smoothPiece(times, values, options.cutoff_hz), piece.start);
    }
  }
  return smoothed;
}

function splitAtPauses(
  t_s: ArrayLike<number>,
  start: number,
  end: number,
  maxGap_s: number,
): { start: number; end: number }[] {
  const pieces: { start: number; end: number }[] = [];
  let from = start;
  for (let i = start + 1; i <= end; i++) {
    if (i < end && t_s[i]! - t_s[i - 1]! <= maxGap_s + 1e-9) continue;
    pieces.push({ start: from, end: i });
    from = i;
  }
  return pieces;
}

function smoothPiece(t_s: number[], x: Float64Array, cutoff_hz: number): Float64Array {
  if (t_s.length < 4) return x;
  const rate_hz = middleRate_hz(t_s);
  const grid = evenTimes(t_s, rate_hz);
  const end = t_s[t_s.length - 1]!;
  const times =
    end - grid[grid.length - 1]! > 1e-9 ? Float64Array.from([...grid, grid[grid.length - 1]! + 1 / rate_hz]) : grid;
  const even = resample(t_s, x, times);
  return resample(times, zeroPhaseLowpass(even, rate_hz, cutoff_hz), t_s);
}
