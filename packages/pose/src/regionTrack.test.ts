import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Region } from "./region.ts";
import { localLine, smoothRegions } from "./regionTrack.ts";

const at = (t: number): Region => ({
  cx_px: 300 + 40 * t,
  cy_px: 500 - 10 * t,
  size_px: 800 * Math.exp(0.05 * t),
  angle_rad: 0.02 * t,
});

describe("localLine", () => {
  it("gives back any straight line, at any uneven times, also at the ends", () => {
    const number = fc.double({ min: -50, max: 50, noNaN: true });
    const steps = fc.array(fc.double({ min: 0.01, max: 0.15, noNaN: true }), { minLength: 4, maxLength: 40 });
    fc.assert(
      fc.property(steps, number, number, fc.nat(39), (gaps, a, b, at) => {
        let t = 0;
        const t_s = Float64Array.from(gaps, (gap) => (t += gap));
        const where = t_s[at % t_s.length];
        const line = t_s.map((s) => a + b * s);
        expect(localLine(t_s, line, where, 0.2)).toBeCloseTo(a + b * where, 6);
      }),
    );
  });

  it("keeps a lone sample, and the nearest where none is near", () => {
    expect(localLine(Float64Array.of(1), Float64Array.of(7), 1.1, 0.1)).toBeCloseTo(7, 9);
    expect(localLine(Float64Array.of(0, 1), Float64Array.of(3, 7), 90, 0.1)).toBe(7);
    expect(localLine(Float64Array.of(0, 1), Float64Array.of(3, 7), -90, 0.1)).toBe(3);
  });
});

describe("smoothRegions", () => {
  const t_s = Float64Array.from({ length: 90 }, (_, n) => n / 30);

  it("follows a steady movement without delay", () => {
    const smooth = smoothRegions(t_s, [...t_s].map(at));
    smooth.forEach((region, n) => {
      expect(region!.cx_px).toBeCloseTo(at(t_s[n]).cx_px, 5);
      expect(region!.size_px).toBeCloseTo(at(t_s[n]).size_px, 5);
      expect(region!.angle_rad).toBeCloseTo(at(t_s[n]).angle_rad, 8);
    });
  });

  it("takes most of the noise out, of the turn more than of the place", () => {
    let seed = 7;
    const noise = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed / 1073741824 - 1;
    };
    const noisy = [...t_s].map(() => ({ cx_px: 10 * noise(), cy_px: 0, size_px: 800, angle_rad: 0.1 * noise() }));
    const smooth = smoothRegions(t_s, noisy).map((r) => r!);
    const spread = (values: number[]) => Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / values.length);
    expect(spread(smooth.map((r) => r.cx_px))).toBeLessThan(0.5 * spread(noisy.map((r) => r.cx_px)));
    expect(spread(smooth.map((r) => r.angle_rad))).toBeLessThan(0.35 * spread(noisy.map((r) => r.angle_rad)));
  });

  it("crosses from just below half a turn to just above it without swinging round", () => {
    const lying = [...t_s].map((_, n) => ({ ...at(0), angle_rad: n % 2 ? Math.PI - 0.01 : -Math.PI + 0.01 }));
    for (const region of smoothRegions(t_s, lying))
      expect(Math.abs(Math.cos(region!.angle_rad) + 1)).toBeLessThan(1e-3);
  });

  it("bridges half a second without a person, not longer, and does not look beyond the ends", () => {
    const hole = (from: number, to: number) =>
      smoothRegions(
        t_s,
        [...t_s].map((t, n) => (n >= from && n < to ? null : at(t))),
      );
    expect(hole(30, 40).every((region) => region !== null)).toBe(true);
    expect(hole(30, 60).map((region) => region === null)).toEqual([...t_s].map((_, n) => n >= 30 && n < 60));
    expect(hole(0, 5)[0]).toBeNull();
    expect(
      smoothRegions(
        t_s,
        [...t_s].map(() => null),
      ).every((region) => region === null),
    ).toBe(true);
  });
});
