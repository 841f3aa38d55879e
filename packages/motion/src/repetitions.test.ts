import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRepetitions, minimumJerkTime } from "./repetitions.ts";
import { type Rep, repShare } from "./testing/figure.ts";

const t_s = (duration: number): Float64Array =>
  Float64Array.from({ length: Math.round(duration * 30) }, (_, i) => i / 30);
const found = (reps: readonly Rep[], duration: number, noise = 0): ReturnType<typeof findRepetitions> => {
  const t = t_s(duration);
  const signal = t.map((s, i) => repShare(reps, s) + noise * Math.sin(41.7 * i));
  return findRepetitions(t, signal, signal.map((v) => 90 * v), { least: 0.2 }); // biome-ignore format: one line
};

describe("findRepetitions", () => {
  it("inverts the minimum-jerk shape", () => {
    for (const u of [0.1, 0.25, 0.5, 0.8])
      expect(minimumJerkTime(u * u * u * (10 - 15 * u + 6 * u * u))).toBeCloseTo(u, 9);
  });
  it("finds random sets of repetitions exactly, with their phases within 0.1 s", () => {
    const rep = fc.record({ pause: fc.double({ min: 0.15, max: 2, noNaN: true }), down: fc.double({ min: 0.5, max: 2, noNaN: true }), hold: fc.double({ min: 0.05, max: 1.5, noNaN: true }), up: fc.double({ min: 0.5, max: 2, noNaN: true }), share: fc.double({ min: 0.85, max: 1, noNaN: true }) }); // biome-ignore format: one line
    fc.assert(
      fc.property(fc.array(rep, { minLength: 1, maxLength: 6 }), (plan) => {
        let t = 0.4;
        const reps = plan.map((p): Rep => {
          const start = t + p.pause;
          t = start + p.down + p.hold + p.up;
          return { start, bottom: start + p.down, bottomEnd: start + p.down + p.hold, end: t, share: p.share };
        });
        const got = found(reps, t + 0.6, 0.005);
        expect(got).toHaveLength(reps.length);
        for (const [i, r] of got.entries()) {
          expect(Math.abs(r.start_s - reps[i]!.start)).toBeLessThan(0.1);
          expect(Math.abs(r.top_s - reps[i]!.bottom)).toBeLessThan(0.1);
          expect(Math.abs(r.top_end_s - reps[i]!.bottomEnd)).toBeLessThan(0.1);
          expect(Math.abs(r.end_s - reps[i]!.end)).toBeLessThan(0.1);
          expect(r.range_deg).toBeGreaterThan(70);
        }
      }),
      { numRuns: 60 },
    );
  });
  it("knows partial repetitions and ones that dip twice", () => {
    const full = (start: number, share = 1): Rep => ({
      start,
      bottom: start + 0.8,
      bottomEnd: start + 1,
      end: start + 1.8,
      share,
    });
    expect(found([full(0.5), full(3), full(5.5, 0.55), full(8)], 10.5).map((r) => r.kind)).toEqual([
      "whole",
      "whole",
      "partial",
      "whole",
    ]);
    const twice = found(
      [full(0.5), { start: 3, bottom: 3.8, bottomEnd: 4, end: 4.9 }, { start: 4.2, bottom: 5, bottomEnd: 5.2, end: 6 }],
      7,
    );
    expect(twice.map((r) => r.kind)).toEqual(["whole", "double"]);
  });
  it("leaves out what the clip cuts off, and sees nothing in stillness", () => {
    expect(
      found(
        [
          { start: -0.5, bottom: 0.1, bottomEnd: 0.6, end: 1.4 },
          { start: 2, bottom: 2.8, bottomEnd: 3, end: 3.8 },
        ],
        5,
      ),
    ).toHaveLength(1);
    expect(
      found(
        [
          { start: 1, bottom: 1.8, bottomEnd: 2, end: 2.8 },
          { start: 4, bottom: 4.8, bottomEnd: 9, end: 9.8 },
        ],
        6,
      ),
    ).toHaveLength(1);
    expect(found([], 4, 0.01)).toEqual([]);
    expect(findRepetitions(new Float64Array(0), new Float64Array(0), new Float64Array(0), { least: 0.1 })).toEqual([]);
  });
});
