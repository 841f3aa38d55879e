import { describe, expect, it } from "vitest";
import { butterworthLowpass, filterBothWays, zeroPhaseLowpass } from "./butterworth.ts";
import { monotoneCubic, naturalSpline } from "./interpolate.ts";
import { findPeaks } from "./peaks.ts";
import { quantile, trimmedMean } from "./robust.ts";
import { savitzkyGolay } from "./savitzkyGolay.ts";
// Vectors computed with the SciPy version named in the file; each entry holds the call that made it.
import golden from "./testing/scipyVectors.json" with { type: "json" };

const worst = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  expect(a.length).toBe(b.length);
  return Math.max(...Array.from(a, (v, i) => Math.abs(v - b[i]!)));
};

describe(`agreement with ${golden.made_with}`, () => {
  for (const c of golden.butterworth)
    it(c.command, () => {
      const sections = butterworthLowpass(c.order, c.cutoff_hz, golden.rate_hz);
      expect(worst(filterBothWays(sections, golden.x, c.padding), c.y)).toBeLessThan(1e-9);
    });
  for (const c of golden.zero_phase)
    it(`zero phase, order ${c.order}, ${c.cutoff_hz} Hz`, () => {
      expect(worst(zeroPhaseLowpass(golden.x, golden.rate_hz, c.cutoff_hz, c.order), c.y)).toBeLessThan(1e-9);
    });
  for (const c of golden.savitzky_golay)
    it(c.command, () => {
      expect(worst(savitzkyGolay(golden.x, c.half, c.degree, c.derivative, 1 / golden.rate_hz), c.y)).toBeLessThan(
        1e-7,
      );
    });
  for (const c of golden.peaks)
    it(c.command, () => {
      const o = c.options as { height?: number; prominence?: number; distance?: number };
      const found = findPeaks(golden.x, {
        ...(o.height !== undefined && { minHeight: o.height }),
        ...(o.prominence !== undefined && { minProminence: o.prominence }),
        ...(o.distance !== undefined && { minDistance: o.distance }),
      });
      expect(found.map((p) => p.index)).toEqual(c.index);
      expect(worst(found.map((p) => p.prominence), c.prominence)).toBeLessThan(1e-9); // biome-ignore format: one line
    });
  it(golden.spline.command, () => {
    const s = golden.spline;
    expect(worst(s.at.map(naturalSpline(s.t, s.x)), s.natural)).toBeLessThan(1e-9);
    expect(worst(s.at.map(monotoneCubic(s.t, s.x)), s.pchip)).toBeLessThan(1e-9);
  });
  it(golden.quantile.command, () => {
    expect(worst(golden.quantile.q.map((q) => quantile(golden.x, q)), golden.quantile.y)).toBeLessThan(1e-9); // biome-ignore format: one line
    expect(trimmedMean(golden.x, 0.1)).toBeCloseTo(golden.trimmed_mean.y, 9);
  });
});
