import { describe, expect, it } from "vitest";
import { setAccelerations, setVelocities } from "../kinematics/motion.ts";
import { setPositions } from "../kinematics/positions.ts";
import { compileModel, makeData } from "../model/compile.ts";
import type { PassiveForceDescription } from "../model/description.ts";
import { fromBodyXyz } from "../model/rotation.ts";
import { readModel } from "../osim/readModel.ts";
import { readFixture } from "../testing/fixtures.ts";
import { clearLoads, inverseDynamics } from "./inverseDynamics.ts";
import { addPassiveForces, compilePassiveForces } from "./passiveForces.ts";

const base = { source: { file: "test", line: 1 }, appliesForce: true };
const FORCES: readonly PassiveForceDescription[] = [
  {
    ...base,
    kind: "springGeneralized",
    name: "spring",
    coordinate: "ankle_angle",
    stiffness: 7,
    restLength: 0.3,
    viscosity: 0.8,
  },
  {
    ...base,
    kind: "coordinateLimit",
    name: "limit",
    coordinate: "hip_flexion",
    upperLimit: 20,
    upperStiffness: 2,
    lowerLimit: -10,
    lowerStiffness: 1.5,
    damping: 0.05,
    transition: 15,
  },
  {
    ...base,
    kind: "bushing",
    name: "bushing",
    frame1: { body: "pelvis", rotation: fromBodyXyz([0.1, 0.2, -0.1]), translation: [0.01, -0.1, 0.02] },
    frame2: { body: "femur", rotation: fromBodyXyz([-0.1, 0.1, 0.3]), translation: [0, 0.15, 0.01] },
    translationalStiffness: [50, 60, 70],
    rotationalStiffness: [10, 20, 30],
    translationalDamping: [4, 5, 6],
    rotationalDamping: [1, 2, 3],
  },
];

/** OpenSim 4.6: what these forces take off the generalised forces of inverse dynamics, in two states of the leg. */
const OPENSIM: readonly (readonly [state: Record<string, number>, forces: Record<string, number>])[] = [
  [
    { hip_flexion: 0.5, hip_adduction: -0.1, ankle_angle: 0.2 },
    {
      hip_flexion: -39.1005219332167,
      hip_adduction: -3.288026463161963,
      hip_rotation: -1.669295968122429,
      knee_angle: 0,
      ankle_angle: 1.58,
      pelvis_tilt: 0,
      pelvis_y: 0,
    },
  ],
  [
    { hip_flexion: -0.3, hip_adduction: 0.05, ankle_angle: -0.4 },
    {
      hip_flexion: -1.387672431367708,
      hip_adduction: 0.5009388295462938,
      hip_rotation: -1.7362627193154794,
      knee_angle: 0,
      ankle_angle: 5.78,
      pelvis_tilt: 0,
      pelvis_y: 0,
    },
  ],
];
const FIXED = { hip_rotation: 0.1, pelvis_tilt: 0.1 };
const SPEEDS: Record<string, number> = {
  hip_flexion: 0.7,
  hip_adduction: -0.4,
  hip_rotation: 0.3,
  ankle_angle: -1.1,
  pelvis_tilt: 0.2,
};

describe("passive forces", () => {
  it.each([0, 1])("gives OpenSim's generalised forces of a limit, a spring and a bushing, state %i", (k) => {
    const description = readModel(readFixture("leg.osim"), "leg.osim");
    const model = compileModel({ ...description, passiveForces: FORCES });
    const data = makeData(model);
    const forces = compilePassiveForces(model);
    const [state, expected] = OPENSIM[k];
    const vector = (values: Record<string, number>): Float64Array =>
      Float64Array.from(model.coordinateNames, (name) => values[name] ?? 0);
    setPositions(model, data, vector({ ...FIXED, ...state }));
    setVelocities(model, data, vector(SPEEDS));
    setAccelerations(model, data, new Float64Array(model.nCoordinates));
    clearLoads(data);
    inverseDynamics(model, data);
    const without = data.tau.slice();
    const generalized = new Float64Array(model.nCoordinates);
    addPassiveForces(data, forces, generalized);
    inverseDynamics(model, data);
    for (const [name, value] of Object.entries(expected)) {
      const c = model.coordinateNames.indexOf(name);
      expect(without[c] - data.tau[c] + generalized[c]).toBeCloseTo(value, 9);
    }
  });

  it("leaves out what is switched off", () => {
    const description = readModel(readFixture("leg.osim"), "leg.osim");
    const off = FORCES.map((force) => ({ ...force, appliesForce: false }));
    expect(compilePassiveForces(compileModel({ ...description, passiveForces: off })).count).toBe(0);
  });
});
