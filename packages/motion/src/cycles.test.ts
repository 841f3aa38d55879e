import { describe, expect, it } from "vitest";
import { alignCycles } from "./cycles.ts";

const t_s = Float64Array.from({ length: 240 }, (_, i) => i / 30);
/** Bumps at the given times, an uneven shape. */
const bumps = (times: readonly number[]): Float64Array =>
  t_s.map((t) =>
    times.reduce(
      (sum, c) => sum + Math.exp(-(((t - c) / 0.13) ** 2)) + 0.4 * Math.exp(-(((t - c - 0.3) / 0.1) ** 2)),
      0,
    ),
  );

describe("alignCycles", () => {
  it("finds uneven repetitions to a few milliseconds from rough times 80 ms off", () => {
    const times = [0.7, 1.72, 2.8, 3.77, 4.81, 5.9, 6.88];
    const cycles = alignCycles(t_s, bumps(times), times.map((t, i) => t + (i % 2 ? 0.08 : -0.08)), 1.03)!; // biome-ignore format: one line
    expect(cycles.times_s).toHaveLength(times.length);
    const shift = cycles.times_s[0]! - times[0]!;
    for (const [i, t] of cycles.times_s.entries()) expect(t - times[i]!).toBeCloseTo(shift, 2);
  });
  it("is not moved by a spoilt moment, and leaves out what is no repetition", () => {
    const times = [0.7, 1.7, 2.7, 3.7, 4.7, 5.7, 6.7];
    const clean = alignCycles(t_s, bumps(times), times, 1)!;
    const x = bumps(times);
    for (let i = 82; i < 85; i++) x[i]! += 0.5;
    const spoilt = alignCycles(t_s, x, times, 1)!;
    for (const [i, t] of spoilt.times_s.entries()) expect(Math.abs(t - clean.times_s[i]!)).toBeLessThan(0.03);
    const missing = bumps(times.filter((t) => t !== 3.7));
    expect(alignCycles(t_s, missing, times, 1)!.times_s.some((t) => Math.abs(t - 3.7) < 0.1)).toBe(false);
  });
  it("needs two repetitions, and stands unknown ends", () => {
    expect(alignCycles(t_s, bumps([2]), [2], 1)).toBeNull();
    expect(alignCycles(t_s, new Float64Array(240).fill(Number.NaN), [2, 3], 1)).toBeNull();
    const endsUnknown = bumps([1, 2, 3, 4, 5, 6]).fill(Number.NaN, 0, 9).fill(Number.NaN, 230);
    expect(alignCycles(t_s, endsUnknown, [1, 2, 3, 4, 5, 6], 1)!.times_s).toHaveLength(6);
    expect(alignCycles(t_s, new Float64Array(240), [1, 2, 3], 1)?.times_s ?? []).toEqual([]);
  });
});
