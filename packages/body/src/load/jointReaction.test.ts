import { describe, expect, it } from "vitest";
import { addForce, clearLoads, inverseDynamics } from "../dynamics/inverseDynamics.ts";
import { makeStaticOptimizer, setStaticProblem, solveStatic } from "../effort/staticOptimization.ts";
import { reduceCouplers } from "../kinematics/couplers.ts";
import { setAccelerations, setVelocities } from "../kinematics/motion.ts";
import { setPositions } from "../kinematics/positions.ts";
import { compileModel, makeData } from "../model/compile.ts";
import { AXIS_ROTATION, type Data, type Model } from "../model/model.ts";
import { readModel } from "../osim/readModel.ts";
import { setPaths } from "../path/paths.ts";
import { loadFixture, readFixture } from "../testing/fixtures.ts";
import { mirror } from "../testing/mirror.ts";
import { swingTrial } from "../testing/swing.ts";
import { addEffortForces, addEffortLoads, reactionsNow } from "../trial/effortTrial.ts";
import { setTrialDynamics, type Trial } from "../trial/trial.ts";
import { forwardAccelerations, makeForwardWork } from "./forwardAccelerations.ts";
import {
  jointReactions,
  LoadRequestError,
  planReactions,
  type ReactionRequest,
  reactionRequests,
} from "./jointReaction.ts";

function solvedLeg(model: Model, data: Data, k: number) {
  const trial = swingTrial(model, data, 2);
  const optimizer = makeStaticOptimizer(model);
  setTrialDynamics(trial, k);
  setPaths(model, data);
  setStaticProblem(optimizer, data);
  solveStatic(optimizer);
  return { trial, optimizer };
}

const request = (joint: string, on: "child" | "parent", frame: string): ReactionRequest => ({ joint, on, in: frame });

function reactions(model: Model, data: Data, requests: readonly ReactionRequest[]): Float64Array {
  const plan = planReactions(model, requests);
  const out = new Float64Array(9 * plan.count);
  jointReactions(model, data, plan, out);
  return out;
}

describe("joint reaction", () => {
  it("leaves about every free axis of hip and ankle the reserve there, whatever the frame", () => {
    const { model, data } = loadFixture("leg.osim");
    for (const k of [0, 11, 33]) {
      const { trial, optimizer } = solvedLeg(model, data, k);
      addEffortLoads(trial, optimizer, optimizer.force);
      inverseDynamics(model, data);
      for (const joint of ["hip", "ankle"]) {
        const out = reactions(model, data, [request(joint, "child", "ground")]);
        const body = model.jointNames.indexOf(joint) + 1;
        let axes = 0;
        for (let a = model.axisOfBody[body]; a < model.axisOfBody[body + 1]; a++) {
          if (model.axisKind[a] !== AXIS_ROTATION || model.axisDependStart[a] === model.axisDependStart[a + 1])
            continue;
          const coordinate = model.axisDependCoordinate[model.axisDependStart[a]];
          const reserve = `${model.coordinateNames[coordinate]}_reserve`;
          const force = optimizer.force[optimizer.names.indexOf(reserve)];
          const s = data.axisSpatial.subarray(6 * a, 6 * a + 3);
          const about = s[0] * out[3] + s[1] * out[4] + s[2] * out[5];
          // and what the dear built-in reserve carries
          const balance = optimizer.pattern.balanceOf[coordinate];
          const expected = force + optimizer.solution.reserve[balance];
          expect(Math.abs(about - expected)).toBeLessThan(1e-7 * (1 + Math.abs(expected)));
          axes++;
        }
        expect(axes).toBe(joint === "hip" ? 3 : 1);
      }
    }
  });

  it("passes on at the root what residual actuators give: all generalised forces are the reserves", () => {
    const { model, data } = loadFixture("leg.osim");
    const { trial, optimizer } = solvedLeg(model, data, 5);
    const forces = new Float64Array(model.nCoordinates);
    addEffortForces(trial, optimizer, optimizer.force, forces);
    reduceCouplers(model, data, forces);
    for (let j = 0; j < optimizer.problem.balances; j++) {
      const coordinate = optimizer.pattern.coordinate[j];
      expect(forces[coordinate] + optimizer.solution.reserve[j]).toBeCloseTo(optimizer.b[j], 7);
    }
  });

  it("is opposite and equal on the parent, at the parent's joint frame", () => {
    const { model, data } = loadFixture("leg.osim");
    const { trial, optimizer } = solvedLeg(model, data, 20);
    addEffortLoads(trial, optimizer, optimizer.force);
    inverseDynamics(model, data);
    for (const joint of ["hip", "knee", "ankle"]) {
      const out = reactions(model, data, [request(joint, "child", "ground"), request(joint, "parent", "ground")]);
      const arm = [out[6] - out[15], out[7] - out[16], out[8] - out[17]];
      for (let i = 0; i < 3; i++) expect(out[9 + i]).toBeCloseTo(-out[i], 9);
      // moments about one point are opposite
      const moved = [
        out[3] + arm[1] * out[2] - arm[2] * out[1],
        out[4] + arm[2] * out[0] - arm[0] * out[2],
        out[5] + arm[0] * out[1] - arm[1] * out[0],
      ];
      for (let i = 0; i < 3; i++) expect(out[12 + i]).toBeCloseTo(-moved[i], 8);
    }
  });

  it("is one vector in every frame: sizes agree, and ground, child and parent by name or keyword", () => {
    const { model, data } = loadFixture("leg.osim");
    const { trial, optimizer } = solvedLeg(model, data, 20);
    addEffortLoads(trial, optimizer, optimizer.force);
    inverseDynamics(model, data);
    const out = reactions(model, data, [
      request("hip", "child", "ground"),
      request("hip", "child", "child"),
      request("hip", "child", "femur"),
      request("hip", "child", "parent"),
      request("hip", "child", "pelvis"),
      request("hip", "child", "/bodyset/pelvis"),
    ]);
    const size = (at: number): number => Math.hypot(out[at], out[at + 1], out[at + 2]);
    for (let r = 1; r < 6; r++) {
      expect(size(9 * r)).toBeCloseTo(size(0), 8);
      expect(size(9 * r + 3)).toBeCloseTo(size(3), 8);
    }
    for (let i = 0; i < 9; i++) {
      expect(out[18 + i]).toBe(out[9 + i]);
      expect(out[36 + i]).toBe(out[27 + i]);
      expect(out[45 + i]).toBe(out[27 + i]);
    }
  });

  it("carries the weight above: at rest, held at the root, and nothing when the weight is held from outside", () => {
    const { model, data } = loadFixture("leg.osim");
    const still = new Float64Array(model.nCoordinates);
    setPositions(model, data, Float64Array.from(model.coordinateDefault));
    setVelocities(model, data, still);
    setAccelerations(model, data, still);
    clearLoads(data);
    inverseDynamics(model, data);
    let mass = 0;
    for (let b = 1; b < model.nBodies; b++) mass += model.bodyMass_kg[b];
    const weight = mass * 9.80665;
    const base = reactions(model, data, [request("base", "child", "ground")]);
    expect(base[1]).toBeCloseTo(weight, 8);
    expect(Math.abs(base[0]) + Math.abs(base[2])).toBeLessThan(1e-9 * weight);
    // held up at each body's own mass centre: no residual is left at the root
    for (let b = 1; b < model.nBodies; b++) {
      const R = data.bodyRotation.subarray(9 * b, 9 * b + 9);
      const c = model.bodyCom_m.subarray(3 * b, 3 * b + 3);
      const at = [0, 1, 2].map(
        (i) => data.bodyPosition_m[3 * b + i] + R[3 * i] * c[0] + R[3 * i + 1] * c[1] + R[3 * i + 2] * c[2],
      );
      addForce(data, b, 0, model.bodyMass_kg[b] * 9.80665, 0, at[0], at[1], at[2]);
    }
    inverseDynamics(model, data);
    for (let c = 0; c < model.nCoordinates; c++) expect(Math.abs(data.tau[c])).toBeLessThan(1e-6 * weight);
  });

  it("is the mirror image in a mirrored body", () => {
    const description = readModel(readFixture("leg.osim"), "leg.osim");
    const sides = [description, mirror(description)].map((side) => {
      const model = compileModel(side);
      const data = makeData(model);
      const { trial, optimizer } = solvedLeg(model, data, 14);
      const plan = planReactions(model, reactionRequests(model, ["hip", "knee"], ["child"], ["ground"]));
      const out = new Float64Array(18);
      reactionsNow(trial, optimizer, plan, out, 0);
      return out;
    });
    const sign = [1, 1, -1, -1, -1, 1, 1, 1, -1]; // force, moment, point under z → −z
    for (let i = 0; i < 18; i++) expect(sides[1][i]).toBeCloseTo(sign[i % 9] * sides[0][i], 6);
  });

  it("names columns as OpenSim does, and says what is not there", () => {
    const { model } = loadFixture("leg.osim");
    const plan = planReactions(model, reactionRequests(model, ["hip"], ["parent"], ["child"]));
    expect(plan.labels[0]).toBe("hip_on_pelvis_in_femur_fx");
    expect(plan.labels[8]).toBe("hip_on_pelvis_in_femur_pz");
    expect(reactionRequests(model, ["ALL"], ["child"], ["ground"]).length).toBe(model.nJoints);
    expect(() => planReactions(model, [request("elbow", "child", "ground")])).toThrow(LoadRequestError);
    expect(() => planReactions(model, [request("hip", "child", "moon")])).toThrow(/moon/);
  });
});

describe("forward accelerations", () => {
  it("undo inverse dynamics: the forces that a motion needs give the motion back", () => {
    for (const name of ["leg.osim", "pendulum.osim", "joints.osim"] as const) {
      const { model, data } = loadFixture(name);
      const work = makeForwardWork(model);
      const trial: Trial = swingTrial(model, data, 6);
      for (const k of [0, 17, 40]) {
        setTrialDynamics(trial, k);
        const wanted = trial.qdd.slice();
        const tau = data.tau.slice();
        forwardAccelerations(model, data, work, tau, trial.qdd);
        for (const c of model.freeCoordinates) {
          expect(Math.abs(work.qdd[c] - wanted[c])).toBeLessThan(1e-6 * (1 + Math.abs(wanted[c])));
        }
      }
    }
  });

  it("leaves a torque-free pendulum its energy: power of the motion equals the change of energy", () => {
    const { model, data } = loadFixture("pendulum.osim");
    const work = makeForwardWork(model);
    const n = model.nCoordinates;
    const q = new Float64Array(n).fill(0.7);
    const qd = new Float64Array(n).fill(0.4);
    const energy = (): number => totalEnergy(model, data, q, qd);
    const start = energy();
    // classical Runge–Kutta; its own error over a second is far below what a wrong equation would lose
    const h = 1e-3;
    for (let step = 0; step < 1000; step++) rungeKutta(model, data, work.qdd, q, qd, h, () => forward());
    expect(Math.abs(energy() - start)).toBeLessThan(1e-7 * (1 + Math.abs(start)));

    function forward(): void {
      clearLoads(data);
      forwardAccelerations(model, data, work);
    }
  });
});

function totalEnergy(model: Model, data: Data, q: Float64Array, qd: Float64Array): number {
  setPositions(model, data, q);
  setVelocities(model, data, qd);
  let energy = 0;
  for (let b = 1; b < model.nBodies; b++) {
    const R = data.bodyRotation.subarray(9 * b, 9 * b + 9);
    const c = model.bodyCom_m.subarray(3 * b, 3 * b + 3);
    const w = data.bodyOmega.subarray(3 * b, 3 * b + 3);
    const r = [0, 1, 2].map((i) => R[3 * i] * c[0] + R[3 * i + 1] * c[1] + R[3 * i + 2] * c[2]);
    const v = [
      data.bodyVelocity[3 * b] + w[1] * r[2] - w[2] * r[1],
      data.bodyVelocity[3 * b + 1] + w[2] * r[0] - w[0] * r[2],
      data.bodyVelocity[3 * b + 2] + w[0] * r[1] - w[1] * r[0],
    ];
    const local = [0, 1, 2].map((i) => R[i] * w[0] + R[3 + i] * w[1] + R[6 + i] * w[2]);
    const I = model.bodyInertia_kgm2.subarray(9 * b, 9 * b + 9);
    for (let i = 0; i < 3; i++) {
      energy += 0.5 * model.bodyMass_kg[b] * v[i] * v[i];
      energy -= model.bodyMass_kg[b] * model.gravity_m_s2[i] * (data.bodyPosition_m[3 * b + i] + r[i]);
      for (let j = 0; j < 3; j++) energy += 0.5 * local[i] * I[3 * i + j] * local[j];
    }
  }
  return energy;
}

function rungeKutta(
  model: Model,
  data: Data,
  qdd: Float64Array,
  q: Float64Array,
  qd: Float64Array,
  h: number,
  forward: () => void,
): void {
  const n = q.length;
  const slopes: { readonly v: Float64Array; readonly a: Float64Array }[] = [];
  for (const share of [0, 0.5, 0.5, 1]) {
    const last = slopes.at(-1);
    const p = q.map((value, i) => value + h * share * (last?.v[i] ?? 0));
    const v = qd.map((value, i) => value + h * share * (last?.a[i] ?? 0));
    setPositions(model, data, p);
    setVelocities(model, data, v);
    forward();
    slopes.push({ v, a: qdd.slice() });
  }
  for (let i = 0; i < n; i++) {
    q[i] += (h / 6) * (slopes[0].v[i] + 2 * slopes[1].v[i] + 2 * slopes[2].v[i] + slopes[3].v[i]);
    qd[i] += (h / 6) * (slopes[0].a[i] + 2 * slopes[1].a[i] + 2 * slopes[2].a[i] + slopes[3].a[i]);
  }
}
