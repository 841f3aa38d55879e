import { describe, expect, it } from "vitest";
import { clearLoads, inverseDynamics } from "../dynamics/inverseDynamics.ts";
import { settleCouplers } from "../kinematics/couplers.ts";
import { setAccelerations, setVelocities } from "../kinematics/motion.ts";
import { setPositions } from "../kinematics/positions.ts";
import { compileModel, makeData } from "../model/compile.ts";
import type { ActuatorDescription } from "../model/description.ts";
import { readModel } from "../osim/readModel.ts";
import { setPaths } from "../path/paths.ts";
import { makeRandom, randomPosture, readFixture } from "../testing/fixtures.ts";
import { actuatorCoordinates, addActuatorForce, addActuatorLoad, compileActuators } from "./actuatorSet.ts";

const base = { source: { file: "test", line: 1 }, appliesForce: true, minControl: -1, maxControl: 1, optimalForce: 20 };
const description = readModel(readFixture("leg.osim"), "leg.osim");
const ACTUATORS: readonly ActuatorDescription[] = [
  {
    ...base,
    kind: "point",
    name: "in ground",
    body: "tibia",
    point_m: [0.1, 0.2, 0.3],
    pointIsGlobal: true,
    direction: [1, 2, 2],
    forceIsGlobal: true,
  },
  {
    ...base,
    kind: "point",
    name: "in the body",
    body: "foot",
    point_m: [0.05, 0, 0.01],
    pointIsGlobal: false,
    direction: [0, 3, 0],
    forceIsGlobal: false,
  },
  { ...base, kind: "torque", name: "torque", bodyA: "femur", bodyB: "pelvis", axis: [0, 0, 2], torqueIsGlobal: true },
  {
    ...base,
    kind: "torque",
    name: "in body A",
    bodyA: "tibia",
    bodyB: "femur",
    axis: [1, 1, 0],
    torqueIsGlobal: false,
  },
  { ...base, kind: "coordinate", name: "coordinate", coordinate: "ankle_angle" },
  { ...base, kind: "path", name: "path", path: (description.muscles[0] as (typeof description.muscles)[number]).path },
  { ...base, kind: "coordinate", name: "off", coordinate: "knee_angle", appliesForce: false },
];
const bodies = new Set(["ground", ...description.bodies.map((body) => body.name)]);

function atRandom(seed: number) {
  const known = ACTUATORS.filter((a) => a.kind !== "point" || bodies.has(a.body));
  const model = compileModel({ ...description, actuators: known });
  const data = makeData(model);
  const random = makeRandom(seed);
  const q = randomPosture(model, random);
  const qd = Float64Array.from(q, () => random() - 0.5);
  settleCouplers(model, data, q, qd);
  setPositions(model, data, q);
  setVelocities(model, data, qd);
  setAccelerations(model, data, new Float64Array(model.nCoordinates));
  setPaths(model, data);
  return { model, data, set: compileActuators(model) };
}

describe("actuators", () => {
  it("names bodies that the fixture has", () => {
    for (const actuator of ACTUATORS) if (actuator.kind === "point") expect(bodies).toContain(actuator.body);
  });

  it("gives as generalised force what its load takes off inverse dynamics", () => {
    for (let seed = 1; seed <= 10; seed++) {
      const { model, data, set } = atRandom(seed);
      for (let i = 0; i < set.count; i++) {
        if (set.coordinate[i] >= 0 || set.path[i] >= 0) continue;
        clearLoads(data);
        inverseDynamics(model, data);
        const before = data.tau.slice();
        addActuatorLoad(data, set, i, Float64Array.of(0, 13), 1);
        inverseDynamics(model, data);
        const force = new Float64Array(model.nCoordinates);
        addActuatorForce(model, data, set, i, Float64Array.of(0, 13), 1, force);
        const reached = actuatorCoordinates(model, set, i);
        for (let c = 0; c < model.nCoordinates; c++) {
          expect(before[c] - data.tau[c]).toBeCloseTo(force[c], 9);
          if (!reached.includes(c)) expect(force[c]).toBe(0);
        }
      }
    }
  });

  it("acts on its own coordinate, along its path, and not at all when switched off", () => {
    const { model, data, set } = atRandom(3);
    const of = (name: string): Float64Array => {
      const out = new Float64Array(model.nCoordinates);
      addActuatorForce(model, data, set, set.names.indexOf(name), Float64Array.of(5), 0, out);
      return out;
    };
    const ankle = of("coordinate");
    expect(ankle[model.coordinateNames.indexOf("ankle_angle")]).toBe(5);
    expect(ankle.filter((value) => value !== 0).length).toBe(1);
    expect(of("off").every((value) => value === 0)).toBe(true);
    // the path actuator runs where the first muscle runs
    const path = of("path");
    for (let k = model.armStart[0]; k < model.armStart[1]; k++) {
      expect(path[model.armCoordinate[k]]).toBeCloseTo(5 * data.momentArm_m[k], 12);
    }
  });
});
