import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { butterworthLowpass, filterBothWays, gainAt, zeroPhaseLowpass } from "./butterworth.ts";

const wave = (n: number, rate_hz: number, f_hz: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => Math.sin((2 * Math.PI * f_hz * i) / rate_hz));

describe("butterworthLowpass", () => {
  it("follows the analogue gain through the bilinear warp, for every order", () => {
    for (let order = 1; order <= 12; order++) {
      const sections = butterworthLowpass(order, 6, 30);
      for (const f of [0, 1, 3, 6, 9, 14]) {
        const ratio = Math.tan((Math.PI * f) / 30) / Math.tan((Math.PI * 6) / 30);
        expect(gainAt(sections, f, 30)).toBeCloseTo(1 / Math.sqrt(1 + ratio ** (2 * order)), 10);
      }
    }
  });
  it("refuses what has no meaning", () => {
    expect(() => butterworthLowpass(2, 15, 30)).toThrow(RangeError);
    expect(() => butterworthLowpass(2, 0, 30)).toThrow(RangeError);
    expect(() => butterworthLowpass(2.5, 3, 30)).toThrow(RangeError);
    expect(() => zeroPhaseLowpass([1, 2, 3], 30, 3, 3)).toThrow(RangeError);
    expect(() => zeroPhaseLowpass([1, 2, 3], 0, 3)).toThrow(RangeError);
  });
});

describe("zeroPhaseLowpass", () => {
  it("has a gain of 1/√2 at the stated cut-off and no delay", () => {
    const x = wave(3000, 100, 5);
    const y = zeroPhaseLowpass(x, 100, 5);
    for (let i = 1000; i < 2000; i++) expect(y[i]!).toBeCloseTo(x[i]! * Math.SQRT1_2, 6);
  });
  it("keeps constants and straight lines, also at the ends", () => {
    const line = Float64Array.from({ length: 60 }, (_, i) => 3 - 0.2 * i);
    const y = zeroPhaseLowpass(line, 30, 3);
    for (let i = 0; i < 60; i++) expect(y[i]!).toBeCloseTo(line[i]!, i > 10 && i < 50 ? 4 : 2);
    expect(Array.from(zeroPhaseLowpass([7, 7, 7, 7, 7], 30, 3))).toEqual(
      [7, 7, 7, 7, 7].map((v) => expect.closeTo(v, 9)),
    );
  });
  it("is linear, and the same forward and backward in time", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 120, maxLength: 200 }),
        (values) => {
          const y = zeroPhaseLowpass(values, 30, 6);
          const doubled = zeroPhaseLowpass(values.map((v) => 2 * v - 5), 30, 6); // biome-ignore format: one line
          const reversed = zeroPhaseLowpass([...values].reverse(), 30, 6).reverse();
          for (let i = 0; i < y.length; i++) {
            expect(doubled[i]!).toBeCloseTo(2 * y[i]! - 5, 6);
            if (i > 40 && i < y.length - 40) expect(reversed[i]!).toBeCloseTo(y[i]!, 5);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
  it("takes any length, and leaves a series alone whose rate cannot hold the cut-off", () => {
    for (let n = 0; n < 8; n++) expect(zeroPhaseLowpass(wave(n, 30, 1), 30, 3)).toHaveLength(n);
    expect(Array.from(zeroPhaseLowpass([1, 5, 2], 10, 6))).toEqual([1, 5, 2]);
    expect(Array.from(filterBothWays(butterworthLowpass(2, 3, 30), [4], 10))).toEqual([4]);
  });
});
