import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillGaps, runsWhere } from "./gaps.ts";
import { evenTimes, middleRate_hz, resample, smoothSeries } from "./smooth.ts";

const times = (n: number, rate_hz = 30): Float64Array => Float64Array.from({ length: n }, (_, i) => i / rate_hz);

describe("fillGaps", () => {
  it("fills 0.2 s and not more", () => {
    const t = times(40);
    const x = Float64Array.from(t, (s) => 2 * s);
    for (let i = 10; i < 15; i++) x[i] = Number.NaN; // neighbours 9 and 15: 0.2 s
    for (let i = 25; i < 31; i++) x[i] = Number.NaN; // neighbours 24 and 31: 0.233 s
    x[0] = Number.NaN;
    const y = fillGaps(t, x);
    for (let i = 10; i < 15; i++) expect(y[i]!).toBeCloseTo(2 * t[i]!, 9);
    for (let i = 25; i < 31; i++) expect(y[i]!).toBeNaN();
    expect(y[0]!).toBeNaN();
  });
  it("never leaves the range of what it bridges", () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.double({ min: -9, max: 9, noNaN: true }), { nil: Number.NaN }), { maxLength: 60 }),
        (x) => {
          const y = fillGaps(times(x.length), x);
          const finite = x.filter((v) => Number.isFinite(v));
          for (let i = 0; i < x.length; i++) {
            if (Number.isFinite(x[i]!)) expect(y[i]).toBe(x[i]);
            else if (Number.isFinite(y[i]!)) {
              expect(y[i]!).toBeGreaterThanOrEqual(Math.min(...finite) - 1e-9);
              expect(y[i]!).toBeLessThanOrEqual(Math.max(...finite) + 1e-9);
            }
          }
        },
      ),
    );
  });
  it("names runs", () => {
    expect(runsWhere(6, (i) => i !== 2)).toEqual([{ start: 0, end: 2 }, { start: 3, end: 6 }]); // biome-ignore format: one line
    expect(runsWhere(0, () => true)).toEqual([]);
  });
});

describe("smoothSeries", () => {
  it("gives the same curve for even and for uneven times", () => {
    const curve = (t: number): number => Math.sin(2 * Math.PI * 0.8 * t) + 0.3 * t;
    const even = times(150);
    const uneven = Float64Array.from(even, (t, i) => t + 0.012 * Math.sin(12.9898 * i));
    const a = smoothSeries(even, even.map(curve), { cutoff_hz: 6 });
    const b = smoothSeries(uneven, uneven.map(curve), { cutoff_hz: 6 });
    for (let i = 5; i < 145; i++) {
      expect(a[i]!).toBeCloseTo(curve(even[i]!), 2);
      expect(b[i]!).toBeCloseTo(curve(uneven[i]!), 2);
    }
  });
  it("takes a shift in time and a change of scale through unchanged", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -100, max: 1e5, noNaN: true }),
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        (shift, scale) => {
          const t = times(60);
          const x = t.map((s, i) => Math.sin(5 * s) + (i % 3) * 0.1);
          const a = smoothSeries(t, x, { cutoff_hz: 5 });
          const b = smoothSeries(t.map((s) => s + shift), x.map((v) => v * scale), { cutoff_hz: 5 }); // biome-ignore format: one line
          for (let i = 0; i < 60; i++) expect(b[i]! / scale).toBeCloseTo(a[i]!, 4);
        },
      ),
      { numRuns: 40 },
    );
  });
  it("keeps long holes and does not smear across them", () => {
    const t = times(90);
    const x = t.map((_, i) => (i < 40 ? 0 : 10));
    for (let i = 35; i < 50; i++) x[i] = Number.NaN;
    const y = smoothSeries(t, x, { cutoff_hz: 3 });
    for (let i = 35; i < 50; i++) expect(y[i]!).toBeNaN();
    expect(Math.max(...y.slice(0, 35))).toBeLessThan(1e-9);
    expect(Math.min(...y.slice(50))).toBeGreaterThan(10 - 1e-9);
  });
  it("knows rates and grids", () => {
    expect(middleRate_hz([0, 0.04, 0.08, 0.2])).toBeCloseTo(25, 9);
    expect(middleRate_hz([1])).toBeNaN();
    expect(evenTimes([1, 1.5, 2.04], 10)).toHaveLength(11);
    expect(Array.from(resample([0, 1, 2], [0, 1, 2], [0.5, 1.25]))).toEqual([
      expect.closeTo(0.5, 9),
      expect.closeTo(1.25, 9),
    ]);
  });
});
