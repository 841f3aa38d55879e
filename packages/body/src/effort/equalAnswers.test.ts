import { describe, expect, it } from "vitest";
import { makeEffortProblem, makeEffortSolution } from "./effortProblem.ts";
import { denseMatrix, randomProblem, sequence } from "./effortTesting.ts";
import { equalAnswers } from "./equalAnswers.ts";
import { solveEffort } from "./solveEffort.ts";

describe("range of equal answers", () => {
  it("is what a fine grid over all answers finds", () => {
    // three muscles on one joint: two are chosen freely, the third balances
    const problem = makeEffortProblem(1, [[0], [0], [0]]);
    problem.matrix.set([40, 25, 60]);
    problem.price.fill(1e-4);
    const b = Float64Array.of(45);
    const best = makeEffortSolution(problem);
    solveEffort(problem, b, best);
    const work = makeEffortSolution(problem);
    let least = Number.POSITIVE_INFINITY;
    let greatest = Number.NEGATIVE_INFINITY;
    for (let i = 0; i <= 2000; i++) {
      for (let j = 0; j <= 2000; j += 5) {
        const x0 = 0.01 + (0.99 * i) / 2000;
        const x1 = 0.01 + (0.99 * j) / 2000;
        const x2 = (45 - 40 * x0 - 25 * x1) / 60;
        if (x2 < 0.01 || x2 > 1 || 0.5 * (x0 * x0 + x1 * x1 + x2 * x2) > 1.05 * best.cost) continue;
        least = Math.min(least, x0);
        greatest = Math.max(greatest, x0);
      }
    }
    const range = equalAnswers(problem, b, best, Float64Array.of(1, 0, 0), work);
    expect(range.best).toBe(best.x[0]);
    expect(Math.abs(range.least - least)).toBeLessThan(2e-3);
    expect(Math.abs(range.greatest - greatest)).toBeLessThan(2e-3);
    expect(range.least).toBeLessThanOrEqual(least + 1e-9);
    expect(range.greatest).toBeGreaterThanOrEqual(greatest - 1e-9);
  });

  it("holds every answer that costs at most 5 % more, and widens with the allowance", () => {
    for (let seed = 1; seed <= 12; seed++) {
      const { problem, b } = randomProblem(seed, 0.5);
      const best = makeEffortSolution(problem);
      solveEffort(problem, b, best);
      const work = makeEffortSolution(problem);
      const next = sequence(seed);
      const direction = new Float64Array(problem.efforts).map(() => (next() < 0.4 ? 1 : 0));
      const narrow = equalAnswers(problem, b, best, direction, work, 0.05 * best.cost);
      const wide = equalAnswers(problem, b, best, direction, work, 0.2 * best.cost);
      expect(wide.least).toBeLessThanOrEqual(narrow.least + 1e-9);
      expect(wide.greatest).toBeGreaterThanOrEqual(narrow.greatest - 1e-9);
      const dense = denseMatrix(problem);
      for (let trial = 0; trial < 300; trial++) {
        const reach = 10 ** (-next() * 3);
        let cost = 0;
        let value = 0;
        const left = b.slice();
        for (let i = 0; i < problem.efforts; i++) {
          const x = Math.min(problem.upper[i], Math.max(problem.lower[i], best.x[i] + (next() - 0.5) * reach));
          cost += 0.5 * problem.weight[i] * x * x;
          value += direction[i] * x;
          for (let j = 0; j < problem.balances; j++) left[j] -= dense[j * problem.efforts + i] * x;
        }
        for (let j = 0; j < problem.balances; j++) cost += 0.5 * (left[j] / problem.price[j]) ** 2;
        if (cost > 1.05 * best.cost) continue;
        expect(value).toBeGreaterThanOrEqual(narrow.least - 1e-6);
        expect(value).toBeLessThanOrEqual(narrow.greatest + 1e-6);
      }
    }
  });

  it("works for the cubic cost, and leaves the problem as it was", () => {
    const { problem, b } = randomProblem(5, 0.5, 3);
    const best = makeEffortSolution(problem);
    solveEffort(problem, b, best);
    const direction = new Float64Array(problem.efforts);
    direction[0] = 1;
    const range = equalAnswers(problem, b, best, direction, makeEffortSolution(problem));
    expect(range.least).toBeLessThan(range.greatest);
    expect(problem.tilt.every((t) => t === 0)).toBe(true);
  });

  it("is a point where the only muscle must carry the moment", () => {
    const problem = makeEffortProblem(1, [[0]]);
    problem.matrix.set([50]);
    const b = Float64Array.of(20);
    const best = makeEffortSolution(problem);
    solveEffort(problem, b, best);
    const range = equalAnswers(problem, b, best, Float64Array.of(1), makeEffortSolution(problem));
    expect(range.least).toBeCloseTo(0.4, 9);
    expect(range.greatest).toBeCloseTo(0.4, 9);
  });
});
