import { describe, expect, it } from "vitest";
import { settleCouplers } from "../kinematics/couplers.ts";
import { setAccelerations, setVelocities } from "../kinematics/motion.ts";
import { setPositions } from "../kinematics/positions.ts";
import { forwardAccelerations, makeForwardWork } from "../load/forwardAccelerations.ts";
import { compileModel, makeData } from "../model/compile.ts";
import type { Data, Model } from "../model/model.ts";
import { readModel } from "../osim/readModel.ts";
import { loadFixture, makeRandom, randomPosture, readFixture } from "../testing/fixtures.ts";
import { mirror } from "../testing/mirror.ts";
import { makeEnergyAndMomentum, measureEnergy } from "./energy.ts";
import { addForce, addTorque, clearLoads, inverseDynamics } from "./inverseDynamics.ts";

/** q̈ of a model left to itself. */
function freeMotion(model: Model, data: Data) {
  const work = makeForwardWork(model);
  return (q: Float64Array, qd: Float64Array): Float64Array => {
    settleCouplers(model, data, q, qd);
    setPositions(model, data, q);
    setVelocities(model, data, qd);
    clearLoads(data);
    forwardAccelerations(model, data, work);
    return data.qdd.slice();
  };
}

/** One Runge–Kutta step of fourth order. */
function step(
  f: (q: Float64Array, qd: Float64Array) => Float64Array,
  q: Float64Array,
  qd: Float64Array,
  h: number,
): void {
  const ahead = (x: Float64Array, d: Float64Array, t: number) => x.map((v, i) => v + t * d[i]);
  const a1 = f(q, qd);
  const v2 = ahead(qd, a1, h / 2);
  const a2 = f(ahead(q, qd, h / 2), v2);
  const v3 = ahead(qd, a2, h / 2);
  const a3 = f(ahead(q, v2, h / 2), v3);
  const v4 = ahead(qd, a3, h);
  const a4 = f(ahead(q, v3, h), v4);
  for (let i = 0; i < q.length; i++) {
    q[i] += (h / 6) * (qd[i] + 2 * v2[i] + 2 * v3[i] + v4[i]);
    qd[i] += (h / 6) * (a1[i] + 2 * a2[i] + 2 * a3[i] + a4[i]);
  }
}

function run(model: Model, data: Data, q: Float64Array, qd: Float64Array, seconds: number, h: number) {
  const f = freeMotion(model, data);
  const measured: { energy: number; linear: Float64Array; angular: Float64Array }[] = [];
  const out = makeEnergyAndMomentum();
  for (let i = 0; i <= seconds / h; i++) {
    if (i % 100 === 0) {
      settleCouplers(model, data, q, qd);
      setPositions(model, data, q);
      setVelocities(model, data, qd);
      measureEnergy(model, data, out);
      measured.push({
        energy: out.kinetic_J + out.potential_J,
        linear: out.linear_kgm_s.slice(),
        angular: out.angular_kgm2_s.slice(),
      });
    }
    step(f, q, qd, h);
  }
  return measured;
}

describe("a pendulum without torques", () => {
  it("keeps its energy", () => {
    const { model, data } = loadFixture("pendulum.osim");
    const measured = run(model, data, Float64Array.of(1.2, -0.7), Float64Array.of(0.5, 2), 2, 0.001);
    const size = Math.abs(measured[0].energy);
    for (const { energy } of measured)
      expect(Math.abs(energy - measured[0].energy)).toBeLessThan(1e-9 * Math.max(1, size));
  });

  it("swings slightly with the period of a physical pendulum", () => {
    const { model, data } = loadFixture("pendulum.osim");
    // the lower part is nearly without mass here: T = 2π √(I / (m g l)), about the pin
    const light = {
      ...model,
      bodyMass_kg: model.bodyMass_kg.slice(),
      bodyInertia_kgm2: model.bodyInertia_kgm2.slice(),
    };
    light.bodyMass_kg[2] = 1e-9;
    for (let i = 18; i < 27; i++) light.bodyInertia_kgm2[i] *= 1e-9;
    const f = freeMotion(light, data);
    const q = Float64Array.of(0.001, 0);
    const qd = new Float64Array(2);
    let t = 0;
    const h = 0.0005;
    while (q[0] > 0) {
      step(f, q, qd, h);
      t += h;
    }
    const l = 0.3;
    const quarter = (Math.PI / 2) * Math.sqrt((0.05 + 1.5 * l * l) / (1.5 * 9.80665 * l));
    expect(Math.abs(t - quarter)).toBeLessThan(2 * h);
  });
});

describe("a leg that floats without gravity", () => {
  it("keeps its linear and angular momentum and its energy", () => {
    const text = readFixture("leg.osim").replace("<gravity>0 -9.80665 0</gravity>", "<gravity>0 0 0</gravity>");
    const model = compileModel(readModel(text, "leg.osim"));
    const data = makeData(model);
    const random = makeRandom(2);
    const q = model.coordinateDefault.slice();
    const qd = Float64Array.from(q, () => 2 * random() - 1);
    q[model.coordinateNames.indexOf("knee_angle")] = -0.7;
    qd[model.coordinateNames.indexOf("knee_cap")] = qd[model.coordinateNames.indexOf("knee_angle")] * 1.1;
    const [first, ...rest] = run(model, data, q, qd, 0.2, 0.00025);
    for (const { linear, angular, energy } of rest) {
      for (let i = 0; i < 3; i++) {
        expect(Math.abs(linear[i] - first.linear[i])).toBeLessThan(1e-7);
        expect(Math.abs(angular[i] - first.angular[i])).toBeLessThan(1e-7);
      }
      expect(Math.abs(energy - first.energy)).toBeLessThan(1e-6);
    }
  });
});

describe("inverse dynamics", () => {
  it("spends what the energy gains: τ·q̇ = dE/dt", () => {
    const { model, data } = loadFixture("joints.osim");
    const random = makeRandom(8);
    const q0 = randomPosture(model, random).map((v) => 0.6 * v);
    const v0 = Float64Array.from(q0, () => random() - 0.5);
    const a0 = Float64Array.from(q0, () => random() - 0.5);
    const out = makeEnergyAndMomentum();
    const energy = (t: number) => {
      setPositions(
        model,
        data,
        q0.map((q, i) => q + v0[i] * t + 0.5 * a0[i] * t * t),
      );
      setVelocities(
        model,
        data,
        v0.map((v, i) => v + a0[i] * t),
      );
      measureEnergy(model, data, out);
      return out.kinetic_J + out.potential_J;
    };
    const h = 1e-5;
    const gain = (energy(h) - energy(-h)) / (2 * h);
    energy(0);
    setAccelerations(model, data, a0);
    clearLoads(data);
    inverseDynamics(model, data);
    const power = data.tau.reduce((sum, value, i) => sum + value * v0[i], 0);
    expect(power).toBeCloseTo(gain, 6);
  });

  it("leaves nothing over at the root when the ground carries the weight", () => {
    const { model, data } = loadFixture("leg.osim");
    setPositions(model, data, model.coordinateDefault);
    setVelocities(model, data, new Float64Array(model.nCoordinates));
    setAccelerations(model, data, new Float64Array(model.nCoordinates));
    clearLoads(data);
    inverseDynamics(model, data);
    const weight = model.bodyMass_kg.reduce((sum, m) => sum + m, 0) * 9.80665;
    expect(data.jointForce_N[4]).toBeCloseTo(weight, 9);
    // hand the root's own wrench to the pelvis as a load
    const at = [3, 4, 5].map((i) => data.bodyPosition_m[i]);
    const [fx, fy, fz, mx, my, mz] = [...data.jointForce_N.slice(3, 6), ...data.jointMoment_Nm.slice(3, 6)];
    addForce(data, 1, fx, fy, fz, at[0], at[1], at[2]);
    addTorque(data, 1, mx, my, mz);
    inverseDynamics(model, data);
    for (let i = 0; i < 6; i++) expect(Math.abs(data.tau[i])).toBeLessThan(1e-9 * weight);
  });

  it("gives the same forces in the mirrored model, whose coordinates are mirrored too", () => {
    const description = readModel(readFixture("leg.osim"), "leg.osim");
    const model = compileModel(description);
    const other = compileModel(mirror(description));
    const random = makeRandom(21);
    const q = randomPosture(model, random);
    const qd = Float64Array.from(q, () => random() - 0.5);
    const qdd = Float64Array.from(q, () => random() - 0.5);
    const torques = [model, other].map((m) => {
      const data = makeData(m);
      setPositions(m, data, q);
      setVelocities(m, data, qd);
      setAccelerations(m, data, qdd);
      clearLoads(data);
      inverseDynamics(m, data);
      return data.tau;
    });
    for (let i = 0; i < q.length; i++) expect(torques[1][i]).toBeCloseTo(torques[0][i], 9);
  });
});
