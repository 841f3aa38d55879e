import { describe, expect, it } from "vitest";
import { evaluateElasticMuscles, makeElasticState } from "../muscle/elasticTendon.ts";
import { setPaths } from "../path/paths.ts";
import { loadFixture } from "../testing/fixtures.ts";
import { swingTrial } from "../testing/swing.ts";
import { effortTables } from "../trial/effortTrial.ts";
import { setTrialDynamics } from "../trial/trial.ts";
import { makeStaticOptimizer, setStaticProblem, solveStatic } from "./staticOptimization.ts";

function solved(strength: number, exponent: 2 | 3) {
  const { model, data } = loadFixture("leg.osim", { lengths: "shortest" });
  const trial = swingTrial(model, data, 1);
  const optimizer = makeStaticOptimizer(model, {
    elastic: true,
    exponent,
    strength: new Float64Array(model.nMuscles).fill(strength),
  });
  setTrialDynamics(trial, 7);
  setPaths(model, data);
  setStaticProblem(optimizer, data);
  solveStatic(optimizer);
  return { model, data, optimizer };
}

describe("static optimisation with tendons that stretch", () => {
  it("balances the moments with the forces the muscles really give, on every frame of a swing", () => {
    const { model, data } = loadFixture("leg.osim");
    for (const exponent of [2, 3] as const) {
      const optimizer = makeStaticOptimizer(model, { elastic: true, exponent });
      const tables = effortTables(swingTrial(model, data, 4), optimizer);
      for (const residual of tables.kkt) expect(residual).toBeLessThan(1e-8);
    }
  });

  it("is at a minimum: no way to keep the balance and shift effort is cheaper, by finite differences", () => {
    for (const exponent of [2, 3] as const) {
      const { optimizer, data } = solved(0.8, exponent);
      const { muscles, problem, solution, columns, force } = optimizer;
      const n = muscles.count;
      const state = makeElasticState(muscles);
      const forceAt = (x: Float64Array): Float64Array => {
        const effort = x.map((value) => 0.8 * value).subarray(0, n);
        evaluateElasticMuscles(muscles, data.pathLength_m, data.pathSpeed_m_s, effort, state);
        return state.force_N.slice();
      };
      const h = 1e-5;
      const more = forceAt(solution.x.map((value) => value + h));
      const less = forceAt(solution.x.map((value) => value - h));
      const here = forceAt(solution.x);
      let free = 0;
      for (let i = 0; i < n; i++) {
        expect(force[i]).toBeCloseTo(here[i], 6);
        const x = solution.x[i];
        if (x <= problem.lower[i] || x >= problem.upper[i]) continue;
        free++;
        let price = 0;
        for (let e = problem.columnStart[i]; e < problem.columnStart[i + 1]; e++) {
          price += columns.arms[e] * solution.lambda[problem.rowIndex[e]];
        }
        const marginal = exponent === 2 ? x : x * x + problem.smoothing * x;
        expect(((more[i] - less[i]) / (2 * h)) * price).toBeCloseTo(marginal, 4);
      }
      expect(free).toBeGreaterThan(1);
    }
  });

  it("does not change what muscles give whose maximal force physiology is left out of", () => {
    const { model } = loadFixture("leg.osim");
    expect(makeStaticOptimizer(model, { elastic: true, physiology: false }).elastic).toBeNull();
  });
});
