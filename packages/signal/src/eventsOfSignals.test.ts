import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitHarmonics, fundamental, harmonicValue } from "./harmonic.ts";
import { crossingTime, phasesAbove } from "./hysteresis.ts";
import { ONE_EURO_DEFAULTS, oneEuro } from "./oneEuro.ts";
import { findPeaks, parabolicTop } from "./peaks.ts";
import { dropOutliers, madSd, median, sampleSd } from "./robust.ts";
import { savitzkyGolay } from "./savitzkyGolay.ts";

describe("phasesAbove", () => {
  it("ignores wavering around one threshold", () => {
    const x = [0, 5, 9, 7, 9, 6.5, 8, 3, 0, 9, 9];
    expect(phasesAbove(x, 4, 8)).toEqual([
      { start: 2, end: 7, openStart: false, openEnd: false },
      { start: 9, end: 11, openStart: false, openEnd: true },
    ]);
    expect(phasesAbove([9, 9, 0], 4, 8)[0]).toMatchObject({ openStart: true, openEnd: false });
  });
  it("finds phases in order, apart, and truly above", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 10 }), { maxLength: 80 }), (x) => {
        let last = -1;
        for (const p of phasesAbove(x, 3, 6)) {
          expect(p.start).toBeGreaterThan(last);
          expect(x[p.start]!).toBeGreaterThanOrEqual(6);
          expect(x.slice(p.start, p.end).some((v) => v < 3)).toBe(false);
          last = p.end;
        }
      }),
    );
  });
  it("gives crossing times between samples", () => {
    const t = [0, 1, 2, 3];
    expect(crossingTime(t, [0, 1, 3, 9], 2, 0, 1, 4)).toBeCloseTo(1.5, 12);
    expect(crossingTime(t, [9, 3, 1, 0], 2, 3, -1, -1)).toBeCloseTo(1.5, 12);
    expect(crossingTime(t, [0, 1, 1, 1], 2, 0, 1, 4)).toBeNaN();
  });
});

describe("harmonics", () => {
  const t = Float64Array.from({ length: 180 }, (_, i) => i / 30 + 0.005 * Math.sin(7 * i));
  it("finds the rhythm of an uneven series with holes", () => {
    const x = t.map((s, i) =>
      i % 17 === 0 ? Number.NaN : 4 + Math.cos(2 * Math.PI * 0.87 * s) + 0.4 * Math.sin(4 * Math.PI * 0.87 * s + 1),
    );
    const fit = fundamental(t, x, 0.5, 1.6, 3)!;
    expect(fit.frequency_hz).toBeCloseTo(0.87, 3);
    expect(fit.explained).toBeGreaterThan(0.999);
    expect(harmonicValue(fit, 2)).toBeCloseTo(
      4 + Math.cos(2 * Math.PI * 0.87 * 2) + 0.4 * Math.sin(4 * Math.PI * 0.87 * 2 + 1),
      2,
    );
  });
  it("explains nothing of a constant, and has no rhythm in a moment", () => {
    expect(fitHarmonics(t, t.map(() => 5), 1, 2).explained).toBe(0); // biome-ignore format: one line
    expect(fundamental([0, 0.1, 0.2], [1, 2, 1], 0.5, 1.5, 2)).toBeNull();
  });
});

describe("peaks", () => {
  it("finds the top of a parabola between samples", () => {
    const top = 3.3;
    const x = Array.from({ length: 8 }, (_, i) => 5 - (i - top) ** 2);
    const [peak] = findPeaks(x);
    const { offset, height } = parabolicTop(x, peak!.index);
    expect(peak!.index + offset).toBeCloseTo(top, 9);
    expect(height).toBeCloseTo(5, 9);
    expect(parabolicTop([1, 1, 1], 1)).toEqual({ offset: 0, height: 1 });
  });
  it("counts a flat top once and the ends never", () => {
    expect(findPeaks([5, 1, 3, 3, 3, 1, 6]).map((p) => p.index)).toEqual([3]);
  });
});

describe("one-euro", () => {
  it("settles on a constant, follows a ramp, and calms noise at rest", () => {
    const f = oneEuro();
    let y = 0;
    const noise: number[] = [];
    for (let i = 0; i < 300; i++) {
      y = f.next(100 + (i % 2 ? 1 : -1), i / 30);
      if (i > 200) noise.push(y - 100);
    }
    expect(Math.max(...noise.map(Math.abs))).toBeLessThan(0.25);
    f.reset();
    for (let i = 0; i < 300; i++) y = f.next(500 * (i / 30), i / 30);
    expect(Math.abs(y - 500 * (299 / 30))).toBeLessThan(25); // faster = less lag: one lag frame is 17
  });
  it("keeps its value over holes and repeated times, starts anew after a pause", () => {
    const f = oneEuro(ONE_EURO_DEFAULTS);
    expect(f.next(1, 0)).toBe(1);
    expect(f.next(Number.NaN, 0.03)).toBe(1);
    expect(f.next(5, 0)).toBe(1);
    expect(f.next(9, 5)).toBe(9);
  });
});

describe("robust statistics", () => {
  it("withstand a third of rubbish", () => {
    const x = [1, 2, 3, 2, 1, 2, 3, 2, 1e9, -1e9, Number.NaN];
    expect(median(x)).toBe(2);
    expect(madSd(x)).toBeCloseTo(1.4826, 4);
    expect(sampleSd([2, 4])).toBeCloseTo(Math.SQRT2, 12);
  });
  it("drop a spike and nothing of a steady ramp", () => {
    const ramp = Array.from({ length: 30 }, (_, i) => i);
    expect(Array.from(dropOutliers(ramp, 3, 4, 0.5))).toEqual(ramp);
    const spiked = ramp.map((v, i) => (i === 12 ? 90 : v));
    expect(dropOutliers(spiked, 3, 4, 0.5)[12]).toBeNaN();
  });
});

describe("savitzkyGolay", () => {
  it("reproduces a polynomial of its degree and its derivative everywhere", () => {
    const x = Array.from({ length: 20 }, (_, i) => 1 - 2 * i + 0.3 * i * i);
    savitzkyGolay(x, 3, 2).forEach((v, i) => expect(v).toBeCloseTo(x[i]!, 8));
    savitzkyGolay(x, 3, 2, 1).forEach((v, i) => expect(v).toBeCloseTo(-2 + 0.6 * i, 8));
  });
  it("refuses windows that do not fit", () => {
    expect(() => savitzkyGolay([1, 2, 3], 2, 1)).toThrow(RangeError);
    expect(() => savitzkyGolay([1, 2, 3, 4, 5], 1, 3)).toThrow(RangeError);
  });
});
