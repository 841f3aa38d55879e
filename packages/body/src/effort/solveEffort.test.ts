import { describe, expect, it } from "vitest";
import { type EffortProblem, makeEffortProblem, makeEffortSolution } from "./effortProblem.ts";
import { denseMatrix, randomProblem, sequence } from "./effortTesting.ts";
import { solveEffort } from "./solveEffort.ts";

// the package ships no types
const { solveQP } = (await import("quadprog" as string)) as {
  solveQP: (
    d: number[][],
    linear: number[],
    a: number[][],
    bounds: number[],
    equalities: number,
  ) => { solution: number[]; message: string };
};

const zeros = (length: number): number[] => Array.from({ length }, () => 0);

/** The same problem for quadprog: variables x and r, in its 1-based arrays. */
function oracle(problem: EffortProblem, b: Float64Array): { x: number[]; reserve: number[] } {
  const { efforts, balances } = problem;
  const size = efforts + balances;
  const dense = denseMatrix(problem);
  const square = (): number[][] => Array.from({ length: size + 1 }, () => zeros(size + 1));
  const d = square();
  for (let i = 0; i < efforts; i++) d[i + 1][i + 1] = problem.weight[i];
  for (let j = 0; j < balances; j++) d[efforts + j + 1][efforts + j + 1] = 1 / problem.price[j] ** 2;
  const constraints = balances + 2 * efforts;
  const a = Array.from({ length: size + 1 }, () => zeros(constraints + 1));
  const bounds = zeros(constraints + 1);
  for (let j = 0; j < balances; j++) {
    for (let i = 0; i < efforts; i++) a[i + 1][j + 1] = dense[j * efforts + i];
    a[efforts + j + 1][j + 1] = 1;
    bounds[j + 1] = b[j];
  }
  for (let i = 0; i < efforts; i++) {
    a[i + 1][balances + 2 * i + 1] = 1;
    bounds[balances + 2 * i + 1] = problem.lower[i];
    a[i + 1][balances + 2 * i + 2] = -1;
    bounds[balances + 2 * i + 2] = -problem.upper[i];
  }
  const answer = solveQP(d, zeros(size + 1), a, bounds, balances);
  if (answer.message !== "") throw new Error(answer.message);
  return { x: answer.solution.slice(1, efforts + 1), reserve: answer.solution.slice(efforts + 1) };
}

/** Cost of any efforts, the reserves taking what is left. */
function costOf(problem: EffortProblem, b: Float64Array, x: Float64Array): number {
  const dense = denseMatrix(problem);
  let cost = 0;
  for (let i = 0; i < problem.efforts; i++) {
    const size = Math.abs(x[i]);
    cost +=
      problem.weight[i] *
      (problem.exponent === 2 ? (size * size) / 2 : size ** 3 / 3 + (problem.smoothing * size * size) / 2);
  }
  for (let j = 0; j < problem.balances; j++) {
    let left = b[j];
    for (let i = 0; i < problem.efforts; i++) left -= dense[j * problem.efforts + i] * x[i];
    cost += 0.5 * (left / problem.price[j]) ** 2;
  }
  return cost;
}

describe("redundancy problem", () => {
  it("has quadprog's optimum to 1e-9, from easy to hopeless loads", () => {
    let saturated = 0;
    for (let seed = 1; seed <= 120; seed++) {
      const load = [0.1, 0.5, 1, 3][seed % 4];
      const { problem, b } = randomProblem(seed, load);
      const solution = makeEffortSolution(problem);
      solveEffort(problem, b, solution);
      const expected = oracle(problem, b);
      expect(solution.converged).toBe(true);
      for (let i = 0; i < problem.efforts; i++) {
        expect(Math.abs(solution.x[i] - expected.x[i])).toBeLessThan(1e-9 * (1 + Math.abs(expected.x[i])));
        if (solution.x[i] === 1) saturated++;
      }
      for (let j = 0; j < problem.balances; j++) {
        expect(Math.abs(solution.reserve[j] - expected.reserve[j])).toBeLessThan(1e-9 * (1 + Math.abs(b[j])));
      }
    }
    expect(saturated).toBeGreaterThan(200);
  });

  it("keeps every balance below 1e-8 for both exponents, cold, on 600 problems", () => {
    for (let seed = 1; seed <= 300; seed++) {
      for (const exponent of [2, 3] as const) {
        const { problem, b } = randomProblem(1000 + seed, [0.2, 1, 4, 20][seed % 4], exponent);
        const solution = makeEffortSolution(problem);
        solveEffort(problem, b, solution);
        expect(solution.kkt).toBeLessThan(1e-8);
        expect(solution.converged).toBe(true);
      }
    }
  });

  it("costs no more than any other answer, for both exponents", () => {
    for (const exponent of [2, 3] as const) {
      for (let seed = 1; seed <= 20; seed++) {
        const { problem, b } = randomProblem(seed, 0.7, exponent);
        const solution = makeEffortSolution(problem);
        solveEffort(problem, b, solution);
        expect(solution.cost).toBeCloseTo(costOf(problem, b, solution.x), 6);
        const next = sequence(seed);
        for (let trial = 0; trial < 100; trial++) {
          const reach = 10 ** (-next() * 5);
          const other = solution.x.map((value, i) =>
            Math.min(problem.upper[i], Math.max(problem.lower[i], value + (next() - 0.5) * reach)),
          );
          expect(costOf(problem, b, other)).toBeGreaterThan(solution.cost * (1 - 1e-9));
        }
      }
    }
  });

  it("starts warm: a small change of the moments takes few iterations and gives a small change of the answer", () => {
    const { problem, b } = randomProblem(7, 0.5, 2, { efforts: 60, balances: 12 });
    const solution = makeEffortSolution(problem);
    solveEffort(problem, b, solution);
    const before = solution.x.slice();
    const near = b.map((value) => value * (1 + 1e-6));
    solveEffort(problem, near, solution);
    expect(solution.iterations).toBeLessThanOrEqual(3);
    for (let i = 0; i < 60; i++) expect(Math.abs(solution.x[i] - before[i])).toBeLessThan(1e-3);
  });

  it("shares one moment by strength over price, and asks less of the expensive", () => {
    const problem = makeEffortProblem(1, [[0], [0]]);
    problem.matrix.set([50, 50]);
    problem.weight.set([1, 4]);
    problem.lower.fill(0);
    const solution = makeEffortSolution(problem);
    solveEffort(problem, Float64Array.of(25), solution);
    // a₁ + a₂ = 0.5 with a₁ = 4 a₂
    expect(solution.x[0]).toBeCloseTo(0.4, 12);
    expect(solution.x[1]).toBeCloseTo(0.1, 12);
  });

  it("approaches the pure cubic answer as the smoothing goes", () => {
    const answer = (smoothing: number): number => {
      const problem = makeEffortProblem(1, [[0], [0]], 3, smoothing);
      problem.matrix.set([50, 20]);
      problem.lower.fill(0);
      const solution = makeEffortSolution(problem);
      solveEffort(problem, Float64Array.of(25), solution);
      return solution.x[0];
    };
    // a₁² / 50 = a₂² / 20 and 50 a₁ + 20 a₂ = 25
    const exact = 25 / (50 + 20 * Math.sqrt(20 / 50));
    expect(Math.abs(answer(1e-4) - exact)).toBeLessThan(1e-5);
    expect(Math.abs(answer(1e-7) - exact)).toBeLessThan(1e-8);
  });

  it("says so when the moments cannot be balanced and nothing is priced", () => {
    const problem = makeEffortProblem(1, [[0]]);
    problem.matrix.set([50]);
    const solution = makeEffortSolution(problem);
    solveEffort(problem, Float64Array.of(80), solution);
    expect(solution.converged).toBe(false);
    expect(solution.x[0]).toBe(1);
    expect(solution.kkt).toBeCloseTo(30 / 81, 6);
  });
});
