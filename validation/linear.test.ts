import { describe, expect, it } from "vitest";
import { invertSymmetric, ridge, solveSymmetric } from "./linear.ts";

describe("small linear algebra", () => {
  it("solves a symmetric system", () => {
    expect([...solveSymmetric(Float64Array.of(4, 2, 2, 3), Float64Array.of(2, 5))].map((v) => +v.toFixed(12))).toEqual([
      -0.5, 2,
    ]);
  });
  it("refuses a matrix that is not positive definite", () => {
    expect(() => solveSymmetric(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1))).toThrow(RangeError);
  });
  it("inverts", () => {
    const inverse = invertSymmetric(Float64Array.of(4, 2, 2, 3), 2);
    expect([...inverse].map((v) => +v.toFixed(12))).toEqual([0.375, -0.25, -0.25, 0.5]);
  });
  it("finds exact coefficients without a penalty and smaller ones with it", () => {
    const z = [Float64Array.of(1, 0), Float64Array.of(0, 1), Float64Array.of(-1, -1), Float64Array.of(2, -1)];
    const y = Float64Array.from(z, (row) => 3 * row[0]! - 2 * row[1]!);
    const exact = ridge(z, y, 0);
    expect(exact[0]).toBeCloseTo(3, 10);
    expect(exact[1]).toBeCloseTo(-2, 10);
    expect(Math.abs(ridge(z, y, 1)[0]!)).toBeLessThan(3);
  });
});
