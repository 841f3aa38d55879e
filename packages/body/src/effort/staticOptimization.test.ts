import { describe, expect, it } from "vitest";
import { reduceCouplers, settleCouplers } from "../kinematics/couplers.ts";
import { setVelocities } from "../kinematics/motion.ts";
import { setPositions } from "../kinematics/positions.ts";
import { compileModel, makeData } from "../model/compile.ts";
import { COORDINATE_COUPLED } from "../model/model.ts";
import { evaluateMuscles, makeMuscleState } from "../muscle/muscleSet.ts";
import { readModel } from "../osim/readModel.ts";
import { setPaths } from "../path/paths.ts";
import { loadFixture, readFixture } from "../testing/fixtures.ts";
import { mirror } from "../testing/mirror.ts";
import { swingTrial } from "../testing/swing.ts";
import { effortTables } from "../trial/effortTrial.ts";
import { setTrialDynamics } from "../trial/trial.ts";
import { denseMatrix } from "./effortTesting.ts";
import { makeEffortSolution } from "./effortProblem.ts";
import { equalAnswers } from "./equalAnswers.ts";
import { judgeHoldable } from "./holdable.ts";
import {
  makeStaticOptimizer,
  muscleCost,
  reservesCarried,
  type StaticOptimizationOptions,
  setStaticProblem,
  solveStatic,
} from "./staticOptimization.ts";

/** The leg at frame `k` of a swing, its problem filled and solved. */
function solved(options: StaticOptimizationOptions = {}, k = 7, seed = 1) {
  const { model, data } = loadFixture("leg.osim", { lengths: "shortest" });
  const trial = swingTrial(model, data, seed);
  const optimizer = makeStaticOptimizer(model, options);
  setTrialDynamics(trial, k);
  setPaths(model, data);
  setStaticProblem(optimizer, data);
  solveStatic(optimizer);
  return { model, data, trial, optimizer };
}

describe("static optimisation of the leg", () => {
  it("keeps KKT residuals below 1e-8 on every frame, for both exponents, with and without passive forces", () => {
    const { model, data } = loadFixture("leg.osim");
    for (const exponent of [2, 3] as const) {
      for (const passive of [false, true]) {
        const tables = effortTables(swingTrial(model, data, 4), makeStaticOptimizer(model, { exponent, passive }));
        for (const residual of tables.kkt) expect(residual).toBeLessThan(1e-8);
        expect(tables.kkt.length).toBe(51);
      }
    }
  });

  it("has columns that are minus the slope of length over the free coordinates, couplers followed, times the force", () => {
    const { model, data, optimizer } = solved();
    const { problem, pattern, muscles } = optimizer;
    const dense = denseMatrix(problem);
    const q = data.q.slice();
    const active = optimizer.muscleState.activeForce_N.slice();
    const lengthsAt = (moved: number, by: number): Float64Array => {
      const there = q.slice();
      there[moved] += by;
      settleCouplers(model, data, there);
      setPositions(model, data, there);
      setPaths(model, data);
      return data.pathLength_m.slice();
    };
    const h = 1e-6;
    for (let j = 0; j < problem.balances; j++) {
      const coordinate = pattern.coordinate[j];
      expect(model.coordinateKind[coordinate]).not.toBe(COORDINATE_COUPLED);
      const more = lengthsAt(coordinate, h);
      const less = lengthsAt(coordinate, -h);
      for (let i = 0; i < muscles.count; i++) {
        const arm = -(more[i] - less[i]) / (2 * h);
        expect(Math.abs(dense[j * problem.efforts + i] - arm * active[i])).toBeLessThan(1e-4 * (1 + active[i]));
      }
    }
  });

  it("balances: muscles, reserves and what is left make up the moments", () => {
    const { optimizer } = solved();
    const { problem, solution, b } = optimizer;
    const dense = denseMatrix(problem);
    for (let j = 0; j < problem.balances; j++) {
      let sum = solution.reserve[j];
      for (let i = 0; i < problem.efforts; i++) sum += dense[j * problem.efforts + i] * solution.x[i];
      expect(sum).toBeCloseTo(b[j], 8);
    }
    const carried = new Float64Array(problem.balances);
    reservesCarried(optimizer, solution, carried);
    for (let j = 0; j < problem.balances; j++) {
      let muscles = 0;
      for (let i = 0; i < optimizer.muscles.count; i++) muscles += dense[j * problem.efforts + i] * solution.x[i];
      expect(muscles + carried[j]).toBeCloseTo(b[j], 8);
    }
  });

  it("gives forces as activation times strength times the active force, plus the passive one where it counts", () => {
    const strength = new Float64Array(9).fill(0.6);
    for (const passive of [false, true]) {
      const { optimizer, data } = solved({ passive, strength });
      const state = makeMuscleState(optimizer.muscles);
      evaluateMuscles(optimizer.muscles, data.pathLength_m, data.pathSpeed_m_s, state);
      for (let i = 0; i < 9; i++) {
        const expected =
          optimizer.solution.x[i] * 0.6 * state.activeForce_N[i] + (passive ? state.passiveForce_N[i] : 0);
        expect(optimizer.force[i]).toBeCloseTo(expected, 9);
      }
    }
  });

  it("moves the moments by the passive forces' own, and nothing else", () => {
    const without = solved({ passive: false }, 12);
    const withThem = solved({ passive: true }, 12);
    const { model, data, optimizer } = withThem;
    const moments = new Float64Array(model.nCoordinates);
    for (let i = 0; i < optimizer.muscles.count; i++) {
      for (let k = model.armStart[i]; k < model.armStart[i + 1]; k++) {
        moments[model.armCoordinate[k]] += optimizer.muscleState.passiveForce_N[i] * data.momentArm_m[k];
      }
    }
    expect(moments.some((moment) => Math.abs(moment) > 0.1)).toBe(true);
    reduceCouplers(model, data, moments);
    for (let j = 0; j < optimizer.problem.balances; j++) {
      expect(without.optimizer.b[j] - optimizer.b[j]).toBeCloseTo(moments[optimizer.pattern.coordinate[j]], 8);
    }
  });

  it("takes the maximal isometric force where physiology is off", () => {
    const { optimizer } = solved({ physiology: false });
    expect([...optimizer.muscleState.activeForce_N]).toEqual([...optimizer.muscles.maxForce_N]);
  });

  it("leaves a muscle that is switched off at its lower bound without effect", () => {
    const description = readModel(readFixture("leg.osim"), "leg.osim");
    const off = description.muscles.map((muscle, i) => (i === 0 ? { ...muscle, appliesForce: false } : muscle));
    const model = compileModel({ ...description, muscles: off });
    const data = makeData(model);
    const trial = swingTrial(model, data, 1);
    const optimizer = makeStaticOptimizer(model);
    setTrialDynamics(trial, 3);
    setPaths(model, data);
    setStaticProblem(optimizer, data);
    solveStatic(optimizer);
    expect(optimizer.force[0]).toBe(0);
    expect(optimizer.solution.x[0]).toBe(optimizer.problem.lower[0]);
  });

  it("gives a mirrored body the same efforts", () => {
    const description = readModel(readFixture("leg.osim"), "leg.osim");
    const efforts = [description, mirror(description)].map((side) => {
      const model = compileModel(side);
      const data = makeData(model);
      return effortTables(swingTrial(model, data, 9), makeStaticOptimizer(model)).activation.values;
    });
    for (let i = 0; i < efforts[0].length; i++) expect(efforts[1][i]).toBeCloseTo(efforts[0][i], 8);
  });

  it("says of the leg what it can hold, and how wide the equal answers are", () => {
    const { model, optimizer } = solved();
    const { problem, b, solution } = optimizer;
    const work = makeEffortSolution(problem);
    const direction = new Float64Array(problem.efforts);
    direction[0] = 1;
    const range = equalAnswers(problem, b, solution, direction, work, 0.05 * muscleCost(optimizer));
    expect(range.least).toBeLessThanOrEqual(solution.x[0]);
    expect(range.greatest).toBeGreaterThanOrEqual(solution.x[0]);
    const joints = Int32Array.from(optimizer.pattern.coordinate, (coordinate) => model.coordinateJoint[coordinate]);
    const root = joints.map((joint) => (model.bodyParent[joint + 1] === 0 ? -1 : joint));
    const verdict = judgeHoldable(problem, b, solution, work, root, model.nJoints, null, 0, (answer, out) =>
      reservesCarried(optimizer, answer, out),
    );
    // nine muscles on seven degrees of freedom, and reserves: they carry much of it
    expect(verdict.worstReserveShare).toBeGreaterThan(0);
    expect(typeof verdict.holdable).toBe("boolean");
  });

  it("needs no speeds to be exact in statics: at rest the fibre velocity is zero", () => {
    const { model, data } = loadFixture("leg.osim");
    setPositions(model, data, Float64Array.from(model.coordinateDefault));
    setVelocities(model, data, new Float64Array(model.nCoordinates));
    setPaths(model, data);
    const optimizer = makeStaticOptimizer(model);
    setStaticProblem(optimizer, data);
    for (const velocity of optimizer.muscleState.fiberVelocity) expect(Math.abs(velocity)).toBe(0);
    for (const factor of optimizer.muscleState.velocityFactor) expect(factor).toBeCloseTo(1, 9);
  });
});
