import { describe, expect, it } from "vitest";
import { makeEffortSolution } from "./effortProblem.ts";
import { randomProblem } from "./effortTesting.ts";
import { solveEffort } from "./solveEffort.ts";
import { makeStrengthSensitivity, strengthSensitivity } from "./strengthSensitivity.ts";

describe("sensitivity to a group's strength", () => {
  it("is the slope that solving again with a little more and a little less strength gives", () => {
    let checked = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const exponent = seed % 2 === 0 ? 2 : 3;
      const { problem, b } = randomProblem(seed, 0.6, exponent);
      const member = new Uint8Array(problem.efforts).map((_, i) => (i % 3 === 0 ? 1 : 0));
      const original = problem.matrix.slice();
      const solveAt = (k: number) => {
        for (let i = 0; i < problem.efforts; i++) {
          for (let e = problem.columnStart[i]; e < problem.columnStart[i + 1]; e++) {
            problem.matrix[e] = original[e] * (member[i] === 1 ? k : 1);
          }
        }
        const solution = makeEffortSolution(problem);
        solveEffort(problem, b, solution);
        return solution;
      };
      const h = 1e-6;
      const less = solveAt(1 - h);
      const more = solveAt(1 + h);
      const here = solveAt(1);
      // where an effort touches its bound there is no one slope
      if (here.gain.some((g, i) => (g === 0) !== (less.gain[i] === 0) || (g === 0) !== (more.gain[i] === 0))) continue;
      const out = makeStrengthSensitivity(problem);
      strengthSensitivity(problem, here, member, out);
      for (let i = 0; i < problem.efforts; i++) {
        const slope = (more.x[i] - less.x[i]) / (2 * h);
        expect(Math.abs(out.x[i] - slope)).toBeLessThan(2e-4 * (1 + Math.abs(slope)));
        const force = ((1 + h * member[i]) * more.x[i] - (1 - h * member[i]) * less.x[i]) / (2 * h);
        expect(Math.abs(out.force[i] - force)).toBeLessThan(2e-4 * (1 + Math.abs(force)));
      }
      for (let j = 0; j < problem.balances; j++) {
        const slope = (more.reserve[j] - less.reserve[j]) / (2 * h);
        expect(Math.abs(out.reserve[j] - slope)).toBeLessThan(1e-3 * (1 + Math.abs(slope)));
      }
      const cost = (more.cost - less.cost) / (2 * h);
      expect(Math.abs(out.cost - cost)).toBeLessThan(1e-4 * (1 + Math.abs(cost)));
      checked++;
    }
    expect(checked).toBeGreaterThan(40);
  });
});
