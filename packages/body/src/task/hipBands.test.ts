import { describe, expect, it } from "vitest";
import { clearLoads, inverseDynamics } from "../dynamics/inverseDynamics.ts";
import { humanModel } from "../human/humanModel.ts";
import { setAccelerations, setVelocities } from "../kinematics/motion.ts";
import { setPositions } from "../kinematics/positions.ts";
import { makeData } from "../model/compile.ts";
import { addHipBands, makeHipBands } from "./hipBands.ts";

const MASS_KG = 70;
const model = humanModel({ sex: "male", height_m: 1.7, mass_kg: MASS_KG });
const data = makeData(model);
const bands = makeHipBands(model, MASS_KG);
const c = (name: string) => model.coordinateNames.indexOf(name);

/** Generalised forces that the bands alone ask for at a posture [deg]. */
function asked(posture: Readonly<Record<string, number>>): Float64Array {
  const q = new Float64Array(model.nCoordinates);
  for (const [name, deg] of Object.entries(posture)) q[c(name)] = (deg * Math.PI) / 180;
  const still = new Float64Array(model.nCoordinates);
  const tau = [false, true].map((on) => {
    setPositions(model, data, q);
    setVelocities(model, data, still);
    setAccelerations(model, data, still);
    clearLoads(data);
    if (on) addHipBands(data, bands);
    inverseDynamics(model, data);
    return data.tau.slice();
  });
  return tau[1].map((v, i) => v - tau[0][i]);
}

describe("the hip's bands", () => {
  it("are slack at neutral, in abduction and in flexion", () => {
    for (const posture of [{}, { hip_adduction_r: -20 }, { hip_flexion_l: 40 }]) {
      for (const v of asked(posture)) expect(Math.abs(v)).toBeLessThan(1e-9);
    }
  });

  it("carry the pelvis in adduction by their law, nearly all of it as abduction", () => {
    const law = MASS_KG * 0.16 * (Math.exp(1.2) - 1);
    // what is left for muscles falls by what the band gives
    const given = asked({ hip_adduction_r: 12 })[c("hip_adduction_r")];
    expect(given).toBeGreaterThan(0.85 * law);
    expect(given).toBeLessThanOrEqual(law * 1.0001);
  });

  it("flex, turn inward and abduct in extension", () => {
    const given = asked({ hip_flexion_r: -15 });
    expect(given[c("hip_flexion_r")]).toBeLessThan(0);
    expect(given[c("hip_rotation_r")]).toBeLessThan(0);
    expect(given[c("hip_adduction_r")]).toBeGreaterThan(0);
  });

  it("are alike on both sides, and leave the whole body's balance alone", () => {
    const right = asked({ hip_adduction_r: 10, hip_flexion_r: -10 });
    const left = asked({ hip_adduction_l: 10, hip_flexion_l: -10 });
    for (const name of ["hip_flexion", "hip_adduction", "hip_rotation"]) {
      expect(left[c(`${name}_l`)]).toBeCloseTo(right[c(`${name}_r`)], 9);
    }
    for (const name of ["pelvis_tilt", "pelvis_list", "pelvis_rotation", "pelvis_tx", "pelvis_ty", "pelvis_tz"]) {
      expect(right[c(name)]).toBeCloseTo(0, 8);
    }
  });
});
