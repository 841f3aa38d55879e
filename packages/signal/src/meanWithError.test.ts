import { describe, expect, it } from "vitest";
import { meanWithError } from "./meanWithError.ts";

/** A repeatable normal sequence (Park–Miller, Box–Muller). */
const normals = (seed: number): (() => number) => {
  let s = seed;
  const u = (): number => (s = (s * 48271) % 2147483647) / 2147483647;
  return () => Math.sqrt(-2 * Math.log(u())) * Math.cos(2 * Math.PI * u());
};
/** First-order autoregressive series with unit variance. */
const ar1 = (n: number, rho: number, next: () => number): number[] => {
  const x = [next()];
  while (x.length < n) x.push(rho * x[x.length - 1]! + Math.sqrt(1 - rho * rho) * next());
  return x;
};

describe("meanWithError", () => {
  it("is the plain mean and SD/√n for independent values", () => {
    const next = normals(42);
    const x = Array.from({ length: 400 }, next);
    const m = meanWithError(x);
    expect(m.mean).toBeCloseTo(x.reduce((a, b) => a + b) / 400, 12);
    expect(m.se).toBeGreaterThan(0.04);
    expect(m.se).toBeLessThan(0.065);
  });
  for (const rho of [0.5, 0.8, 0.9])
    it(`states the error of the mean of a series with autocorrelation ${rho}`, () => {
      const next = normals(7);
      const draws = Array.from({ length: 400 }, () => meanWithError(ar1(150, rho, next)));
      const real = Math.sqrt(draws.reduce((sum, d) => sum + d.mean ** 2, 0) / draws.length);
      const stated = Math.sqrt(draws.reduce((sum, d) => sum + d.se ** 2, 0) / draws.length);
      expect(stated / real).toBeGreaterThan(0.8);
      expect(stated / real).toBeLessThan(1.3);
      const naive = 1 / Math.sqrt(150);
      expect(real).toBeGreaterThan(1.5 * naive); // what ignoring it would claim
    });
  it("weights, and leaves out what is not a number", () => {
    expect(meanWithError([1, Number.NaN, 4], [1, 5, 2]).mean).toBeCloseTo(3, 12);
    expect(meanWithError([1, 9], [1, 0])).toMatchObject({ mean: 1, n: 1 });
    expect(meanWithError([])).toMatchObject({ n: 0, nEffective: 0 });
    expect(meanWithError([]).mean).toBeNaN();
    expect(meanWithError([3, 3, 3, 3, 3])).toMatchObject({ mean: 3, se: 0, n: 5 });
  });
});
