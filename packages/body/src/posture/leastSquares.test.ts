import { describe, expect, it } from "vitest";
import { leastSquares } from "./leastSquares.ts";

const bounds = { low: Float64Array.of(-5, -5), high: Float64Array.of(5, 5), difference: Float64Array.of(1e-6, 1e-6) };

describe("leastSquares", () => {
  it("solves a linear problem as the normal equations do", () => {
    const answer = leastSquares(
      {
        variables: 2,
        residuals: 3,
        ...bounds,
        evaluate: (x, out) => {
          out[0] = x[0] - 1;
          out[1] = x[1] - 2;
          out[2] = x[0] + x[1] - 6;
        },
      },
      [0, 0],
    );
    // residuals share the three units left over: x = (2, 3)
    expect(answer.x[0]).toBeCloseTo(2, 4);
    expect(answer.x[1]).toBeCloseTo(3, 4);
    expect(answer.cost).toBeCloseTo(1.5, 6);
  });

  it("stays within its bounds", () => {
    const answer = leastSquares(
      {
        variables: 2,
        residuals: 2,
        ...bounds,
        evaluate: (x, out) => {
          out[0] = x[0] - 9;
          out[1] = x[1] + 0.5 * x[0];
        },
      },
      [0, 0],
    );
    expect(answer.x[0]).toBeCloseTo(5, 9);
    expect(answer.x[1]).toBeCloseTo(-2.5, 4);
  });
});
