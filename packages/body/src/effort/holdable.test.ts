import { describe, expect, it } from "vitest";
import { makeEffortProblem, makeEffortSolution } from "./effortProblem.ts";
import { judgeHoldable, reserveShares } from "./holdable.ts";
import { solveEffort } from "./solveEffort.ts";

/** Two muscles on one joint, asked for `moment_Nm` of at most 100. */
function judge(moment_Nm: number, price_Nm: number) {
  const problem = makeEffortProblem(1, [[0], [0]]);
  problem.matrix.set([60, 40]);
  problem.price.fill(price_Nm);
  const b = Float64Array.of(moment_Nm);
  const best = makeEffortSolution(problem);
  solveEffort(problem, b, best);
  const loads = (x: Float64Array, out: Float64Array): void => {
    out[0] = 300 + 2000 * x[0] + 1500 * x[1];
  };
  return judgeHoldable(problem, b, best, makeEffortSolution(problem), Int32Array.of(0), 1, loads, 1);
}

describe("holdable", () => {
  it("holds what the muscles can carry", () => {
    expect(judge(60, 0.1)).toMatchObject({ holdable: true });
  });

  it("does not hold what only the reserves can carry", () => {
    const verdict = judge(130, 0.1);
    expect(verdict).toMatchObject({ holdable: false, why: "reserve", joint: 0 });
    expect(verdict.worstReserveShare).toBeCloseTo(30 / 130, 3);
  });

  it("does not hold what depends on the reserves' price", () => {
    // cheap reserves below 5 % of the moment would be needed; here they carry more and moving the price moves the load
    const verdict = judge(60, 60);
    expect(verdict.holdable).toBe(false);
    expect(verdict.worstLoadChange).toBeGreaterThan(0.05);
  });

  it("judges a joint by all its moments together, a resting joint by the least moment, the root not at all", () => {
    const b = Float64Array.of(30, 40, 0.001, 500);
    const reserve = Float64Array.of(3, 4, 0.01, 500);
    const shares = reserveShares(b, reserve, Int32Array.of(0, 0, 1, -1), 2, 1);
    expect(shares[0]).toBeCloseTo(0.1, 12);
    expect(shares[1]).toBeCloseTo(0.01, 12);
  });

  it("does not hold what was not balanced", () => {
    const problem = makeEffortProblem(1, [[0]]);
    problem.matrix.set([10]);
    const b = Float64Array.of(80);
    const best = makeEffortSolution(problem);
    solveEffort(problem, b, best);
    const verdict = judgeHoldable(problem, b, best, makeEffortSolution(problem), Int32Array.of(0), 1);
    expect(verdict).toMatchObject({ holdable: false, why: "not-balanced" });
  });
});
