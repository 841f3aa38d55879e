import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateGcvSpline, fitGcvSpline, SplineDataError, type SplineDegree, sampleGcvSpline } from "./gcvSpline.ts";

const DEGREES: readonly SplineDegree[] = [1, 3, 5, 7];

/** Twelve uneven samples and what OpenSim 4.6's GCVSplineSet(5, …) makes of them at 0, 0.1 … 0.5 s, derivatives 0, 1, 2. */
const UNEVEN_S = [0, 0.05, 0.11, 0.16, 0.2, 0.26, 0.31, 0.37, 0.41, 0.47, 0.52, 0.58];
const UNEVEN = [1.0, 1.3, 0.9, 0.2, -0.4, -0.7, -0.2, 0.6, 1.1, 1.4, 0.8, 0.1];
const OPENSIM = [
  [0.9999999999999999, 1.0091973827575782, -0.40000000000000013, -0.33046986341374535, 0.9802906316775452, 1.0984217156399778],
  [12.657122898615725, -10.249600840879502, -12.884482169430543, 12.675417707669808, 12.269299705304855, -13.932170841658255],
  [-268.6406655739712, -140.51321048919166, 179.45087728695427, 92.13063295665172, -47.460584856118125, -166.05937386622713],
]; // biome-ignore format: a table

const timesArbitrary = fc
  .array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 9, maxLength: 40 })
  .map((gaps) => {
    let t = 0;
    return Float64Array.from(gaps, (gap) => {
      t += gap;
      return t;
    });
  });

function at(spline: ReturnType<typeof fitGcvSpline>, t: number, derivative: number): number {
  const out = new Float64Array(spline.columns);
  evaluateGcvSpline(spline, t, derivative, out);
  return out[0]!;
}

describe("GCV spline", () => {
  it("gives OpenSim's values and derivatives on uneven samples", () => {
    const spline = fitGcvSpline(Float64Array.from(UNEVEN_S), Float64Array.from(UNEVEN), 1);
    for (let derivative = 0; derivative < 3; derivative++) {
      for (let k = 0; k < 6; k++) {
        const expected = OPENSIM[derivative]![k]!;
        expect(Math.abs(at(spline, k * 0.1, derivative) - expected)).toBeLessThan(1e-10 * (1 + Math.abs(expected)));
      }
    }
  });

  it("meets every sample, whatever the times and degree", () => {
    fc.assert(
      fc.property(timesArbitrary, fc.constantFrom(...DEGREES), fc.integer(), (times, degree, seed) => {
        const values = times.map((_, i) => Math.sin(i * 1.7 + seed));
        const spline = fitGcvSpline(times, values, 1, degree);
        for (let i = 0; i < times.length; i++) {
          expect(Math.abs(at(spline, times[i]!, 0) - values[i]!)).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("reproduces polynomials of degree M − 1 everywhere, also outside the samples", () => {
    const times = Float64Array.from([0, 0.3, 0.5, 1.1, 1.2, 1.9, 2.4, 3]);
    const spline = fitGcvSpline(
      times,
      times.map((t) => 2 - 3 * t + 0.5 * t * t),
      1,
    );
    for (const t of [-1, -0.2, 0, 0.77, 2.2, 3, 3.5]) {
      expect(at(spline, t, 0)).toBeCloseTo(2 - 3 * t + 0.5 * t * t, 10);
      expect(at(spline, t, 1)).toBeCloseTo(-3 + t, 9);
      expect(at(spline, t, 2)).toBeCloseTo(1, 8);
    }
  });

  it("has derivatives that are the slopes of the derivatives below, and no third or fourth derivative at its ends", () => {
    const times = Float64Array.from({ length: 30 }, (_, i) => i * 0.1 + 0.02 * Math.sin(i));
    const values = times.map((t) => Math.cos(2 * t));
    const spline = fitGcvSpline(times, values, 1);
    const h = 1e-5;
    for (let t = 0.05; t < 2.9; t += 0.0777) {
      for (let d = 1; d <= 3; d++) {
        const slope = (at(spline, t + h, d - 1) - at(spline, t - h, d - 1)) / (2 * h);
        expect(Math.abs(at(spline, t, d) - slope)).toBeLessThan(1e-4 * (1 + Math.abs(slope)));
      }
    }
    for (const end of [times[0]!, times[29]!]) {
      expect(Math.abs(at(spline, end, 3))).toBeLessThan(1e-6);
      expect(Math.abs(at(spline, end, 4))).toBeLessThan(1e-4);
    }
  });

  it("converges to a sine's second derivative with the fourth power of the step", () => {
    const worst = (n: number): number => {
      const times = Float64Array.from({ length: n + 1 }, (_, i) => (i / n) * 6);
      const spline = fitGcvSpline(times, times.map(Math.sin), 1);
      let error = 0;
      for (let t = 2; t < 4; t += 0.01) error = Math.max(error, Math.abs(at(spline, t, 2) + Math.sin(t)));
      return error;
    };
    expect(worst(30) / worst(60)).toBeGreaterThan(12);
  });

  it("does with many columns what it does with each alone", () => {
    const times = Float64Array.from(UNEVEN_S);
    const two = new Float64Array(24);
    for (let i = 0; i < 12; i++) {
      two[2 * i] = UNEVEN[i]!;
      two[2 * i + 1] = i * i;
    }
    const both = fitGcvSpline(times, two, 2);
    const alone = fitGcvSpline(times, Float64Array.from(UNEVEN), 1);
    const query = Float64Array.from([-0.1, 0.033, 0.3, 0.6]);
    const sampled = sampleGcvSpline(both, query, 1);
    for (let i = 0; i < 4; i++) expect(sampled[2 * i]).toBeCloseTo(at(alone, query[i]!, 1), 10);
  });

  it("takes a last row written twice, apart by rounding, for one", () => {
    const times = Float64Array.from([...Array.from({ length: 20 }, (_, i) => i * 0.1), 1.9 + 2e-14, 2]);
    times[20] = times[19]! + 2e-14;
    const spline = fitGcvSpline(times, times.map(Math.sin), 1);
    const plain = fitGcvSpline(
      times.filter((_, i) => i !== 20),
      times.filter((_, i) => i !== 20).map(Math.sin),
      1,
    );
    for (let t = 0; t <= 2; t += 0.03) {
      for (const d of [0, 1, 2]) expect(at(spline, t, d)).toBeCloseTo(at(plain, t, d), 9);
    }
  });

  it("refuses data that cannot carry a spline, naming the row and a remedy", () => {
    const good = Float64Array.from(UNEVEN_S);
    const refused = (times: Float64Array, values: Float64Array): SplineDataError => {
      try {
        fitGcvSpline(times, values, 1);
      } catch (error) {
        if (error instanceof SplineDataError) return error;
      }
      throw new Error("was not refused");
    };
    const repeated = good.slice();
    repeated[5] = repeated[4]!;
    expect(refused(repeated, Float64Array.from(UNEVEN))).toMatchObject({ code: "time-not-increasing", row: 5 });
    const hole = Float64Array.from(UNEVEN);
    hole[7] = Number.NaN;
    expect(refused(good, hole)).toMatchObject({ code: "not-finite", row: 7 });
    expect(refused(good.slice(0, 4), new Float64Array(4)).code).toBe("too-few-rows");
  });
});
