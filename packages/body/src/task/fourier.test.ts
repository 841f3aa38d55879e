import { describe, expect, it } from "vitest";
import { fourierAt, fourierOf, rotated } from "./fourier.ts";

describe("a Fourier series", () => {
  it("is found again from its samples, with its derivatives", () => {
    const series = Float64Array.of(1, 0.5, -0.25, 0.125, 2);
    const out = new Float64Array(3);
    const samples = Float64Array.from({ length: 32 }, (_, i) => {
      fourierAt(series, i / 32, out);
      return out[0];
    });
    fourierOf(samples, 2).forEach((v, i) => expect(v).toBeCloseTo(series[i], 12));
    const h = 1e-5;
    const [before, here, after] = [0.3 - h, 0.3, 0.3 + h].map((p) => {
      fourierAt(series, p, out);
      return out.slice();
    });
    expect(here[1]).toBeCloseTo((after[0] - before[0]) / (2 * h), 6);
    expect(here[2]).toBeCloseTo((after[1] - before[1]) / (2 * h), 5);
  });

  it("is shifted along the cycle", () => {
    const series = [1, 0.5, -0.25, 0.125, 2];
    const out = new Float64Array(3);
    const there = new Float64Array(3);
    fourierAt(series, 0.2 + 0.3, out);
    fourierAt(rotated(series, 0.3, 2), 0.2, there);
    expect(there[0]).toBeCloseTo(2 * out[0], 12);
  });
});
