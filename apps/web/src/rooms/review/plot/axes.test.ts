import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scaleOf, timeTicks, valueRange, valueTicks } from "./axes.ts";

const WEEK_MS = 7 * 86_400_000;

describe("the time axis", () => {
  it("counts weeks from the start, never closer than there is room", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 200, max: 1_200 }), (weeks, width_px) => {
        const span = { from_ms: 0, to_ms: weeks * WEEK_MS, start_ms: 0, now_ms: 0 };
        const ticks = timeTicks(span, width_px);
        expect(ticks[0]).toEqual({ at: 0, week: 0 });
        const x = scaleOf(0, span.to_ms, 0, width_px);
        for (const [index, { at, week }] of ticks.entries()) {
          expect(at).toBe((week ?? 0) * WEEK_MS);
          expect(at).toBeLessThanOrEqual(span.to_ms);
          if (index > 0 && (week ?? 0) / index < 104)
            expect(x(at) - x(ticks[index - 1]?.at ?? 0)).toBeGreaterThan(79.9);
        }
      }),
    );
  });

  it("shows both ends where nothing has started", () => {
    expect(timeTicks({ from_ms: 5, to_ms: 9, start_ms: null, now_ms: 9 }, 500)).toEqual([
      { at: 5, week: null },
      { at: 9, week: null },
    ]);
  });
});

describe("the value axis", () => {
  it("has a handful of round marks that hold every value between them", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -500, max: 500, noNaN: true }),
        fc.double({ min: 0.01, max: 900, noNaN: true }),
        (low, span) => {
          const ticks = valueTicks(low, low + span);
          expect(ticks.length).toBeGreaterThanOrEqual(2);
          expect(ticks.length).toBeLessThanOrEqual(8);
          expect(ticks[0]).toBeLessThanOrEqual(low + span * 1e-6 + 1e-6);
          expect(ticks.at(-1)).toBeGreaterThanOrEqual(low + span - span * 1e-6 - 1e-6);
        },
      ),
    );
  });

  it("shows a whole scale, and values with their errors and the band elsewhere", () => {
    const point = (value: number, sem: number | null) => ({ value, sem });
    expect(valueRange("scale/psfs/2", [point(4, null)], null)).toEqual({ low: 0, high: 10 });
    const range = valueRange("test/x", [point(-8, 1), point(12, 2)], { low: -14, high: -2 });
    expect(range.low).toBeLessThan(-14);
    expect(range.high).toBeGreaterThan(12 + 3.9);
    // zero is shown where it is near, so that a small number does not look large
    expect(valueRange("capacity/x", [point(8, null), point(12, null)], null).low).toBe(8 - 0.5);
    expect(valueRange("capacity/x", [point(2, null), point(12, null)], null).low).toBe(0);
    expect(valueRange("test/x", [], null)).toEqual({ low: 0, high: 1 });
  });
});
