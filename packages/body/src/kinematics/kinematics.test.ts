import { describe, expect, it } from "vitest";
import { clearLoads, inverseDynamics } from "../dynamics/inverseDynamics.ts";
import type { Data, Model } from "../model/model.ts";
import { loadFixture, makeRandom, openSimAnswers, randomPosture } from "../testing/fixtures.ts";
import { reduceCouplers, settleCouplers } from "./couplers.ts";
import { setAccelerations, setVelocities } from "./motion.ts";
import { pointAcceleration, pointPosition, pointVelocity } from "./points.ts";
import { setPositions } from "./positions.ts";

function move(model: Model, data: Data, q: Float64Array, qd: Float64Array, qdd: Float64Array): void {
  setPositions(model, data, q);
  setVelocities(model, data, qd);
  setAccelerations(model, data, qdd);
}

describe.each(["leg", "joints"] as const)("%s against OpenSim 4.6", (name) => {
  const answers = openSimAnswers(name);
  const { model, data } = loadFixture(`${name}.osim`);
  const inOurOrder = (values: readonly number[]) =>
    Float64Array.from(model.coordinateNames, (c) => values[answers.coordinates.indexOf(c)]);

  it.each(answers.frames.map((frame, i) => [i, frame] as const))(
    "posture %i: poses, velocities, forces",
    (_, frame) => {
      move(model, data, inOurOrder(frame.q), inOurOrder(frame.u), inOurOrder(frame.udot));
      for (const [i, body] of answers.bodies.entries()) {
        const b = model.bodyNames.indexOf(body);
        for (let k = 0; k < 3; k++) {
          expect(Math.abs(data.bodyPosition_m[3 * b + k] - frame.position[i][k])).toBeLessThan(1e-12);
          expect(Math.abs(data.bodyVelocity[3 * b + k] - frame.velocity[i][k])).toBeLessThan(1e-11);
        }
      }
      clearLoads(data);
      inverseDynamics(model, data);
      const tau = inOurOrder(frame.tau);
      for (let i = 0; i < model.nCoordinates; i++) expect(Math.abs(data.tau[i] - tau[i])).toBeLessThan(1e-9);
    },
  );
});

describe("velocities and accelerations", () => {
  it.each(["leg.osim", "joints.osim", "pendulum.osim"] as const)("of %s are the derivatives of the poses", (name) => {
    const { model, data } = loadFixture(name);
    const random = makeRandom(11);
    const n = model.nCoordinates;
    const q0 = randomPosture(model, random).map((v) => 0.7 * v);
    const v0 = Float64Array.from({ length: n }, () => random() - 0.5);
    const a0 = Float64Array.from({ length: n }, () => 2 * random() - 1);
    const local = Float64Array.of(0.1, -0.2, 0.05);
    const body = model.nBodies - 1;
    const at = (t: number) => {
      move(
        model,
        data,
        q0.map((q, i) => q + v0[i] * t + 0.5 * a0[i] * t * t),
        v0.map((v, i) => v + a0[i] * t),
        a0,
      );
      const point = new Float64Array(9);
      pointPosition(data, body, local, 0, point, 0);
      pointVelocity(data, body, point, 0, point, 3);
      pointAcceleration(data, body, point, 0, point, 6);
      return { point, omega: data.bodyOmega.slice(), alpha: data.bodyAlpha.slice() };
    };
    const h = 1e-5;
    const [before, now, after] = [at(-h), at(0), at(h)];
    for (let k = 0; k < 3; k++) {
      expect((after.point[k] - before.point[k]) / (2 * h)).toBeCloseTo(now.point[3 + k], 7);
      expect((after.point[3 + k] - before.point[3 + k]) / (2 * h)).toBeCloseTo(now.point[6 + k], 6);
    }
    for (let i = 0; i < now.alpha.length; i++)
      expect((after.omega[i] - before.omega[i]) / (2 * h)).toBeCloseTo(now.alpha[i], 6);
  });

  it("keep rotations orthonormal", () => {
    const { model, data } = loadFixture("joints.osim");
    setPositions(model, data, randomPosture(model, makeRandom(3)));
    for (let b = 0; b < model.nBodies; b++) {
      const R = data.bodyRotation.subarray(9 * b, 9 * b + 9);
      for (let i = 0; i < 3; i++)
        for (let j = 0; j < 3; j++) {
          const dot = R[i] * R[j] + R[3 + i] * R[3 + j] + R[6 + i] * R[6 + j];
          expect(dot).toBeCloseTo(i === j ? 1 : 0, 13);
        }
    }
  });
});

describe("couplers", () => {
  it("settle value, rate and acceleration as the derivatives say", () => {
    const { model, data } = loadFixture("leg.osim");
    const knee = model.coordinateNames.indexOf("knee_angle");
    const cap = model.coordinateNames.indexOf("knee_cap");
    const at = (t: number) => {
      const q = model.coordinateDefault.slice();
      const qd = new Float64Array(q.length);
      const qdd = new Float64Array(q.length);
      q[knee] = -0.8 + 0.6 * t + t * t;
      qd[knee] = 0.6 + 2 * t;
      qdd[knee] = 2;
      settleCouplers(model, data, q, qd, qdd);
      return [q[cap], qd[cap], qdd[cap]];
    };
    const h = 1e-5;
    const [before, now, after] = [at(-h), at(0), at(h)];
    expect((after[0] - before[0]) / (2 * h)).toBeCloseTo(now[1], 8);
    expect((after[1] - before[1]) / (2 * h)).toBeCloseTo(now[2], 6);
  });

  it("hand forces back with the same power: f·q̇ is kept", () => {
    const { model, data } = loadFixture("leg.osim");
    const random = makeRandom(5);
    const q = randomPosture(model, random);
    const qd = Float64Array.from(q, () => random() - 0.5);
    settleCouplers(model, data, q, qd);
    setPositions(model, data, q);
    const f = Float64Array.from(q, () => random() - 0.5);
    const power = () => f.reduce((sum, value, i) => sum + value * qd[i], 0);
    const before = power();
    reduceCouplers(model, data, f);
    expect(power()).toBeCloseTo(before, 12);
    expect(f[model.coordinateNames.indexOf("knee_cap")]).toBe(0);
  });
});
