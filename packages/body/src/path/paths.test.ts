import { describe, expect, it } from "vitest";
import { clearLoads, inverseDynamics } from "../dynamics/inverseDynamics.ts";
import { reduceCouplers, settleCouplers } from "../kinematics/couplers.ts";
import { setAccelerations, setVelocities } from "../kinematics/motion.ts";
import { setPositions } from "../kinematics/positions.ts";
import { compileModel, makeData } from "../model/compile.ts";
import { COORDINATE_COUPLED, type Data, type Model } from "../model/model.ts";
import { readModel } from "../osim/readModel.ts";
import { loadFixture, makeRandom, openSimAnswers, randomPosture, readFixture } from "../testing/fixtures.ts";
import { mirror } from "../testing/mirror.ts";
import { addPathTension, denseMomentArms, setLines, setPath, setPaths } from "./paths.ts";

function pose(model: Model, data: Data, q: Float64Array): void {
  setPositions(model, data, q);
  setPaths(model, data);
}

describe("leg.osim against OpenSim 4.6", () => {
  const answers = openSimAnswers("leg");
  const { model, data } = loadFixture("leg.osim");
  // OpenSim meets the torus to its solver's 1e-4, and takes the pull of the straight pieces for the arm over an ellipsoid
  const approximate = ["ring_muscle", "gluteus_maximus"];

  it.each(answers.frames.map((frame, i) => [i, frame] as const))("posture %i: lengths and moment arms", (_, frame) => {
    const q = Float64Array.from(model.coordinateNames, (c) => frame.q[answers.coordinates.indexOf(c)]);
    pose(model, data, q);
    const arms = new Float64Array(model.nCoordinates);
    for (const [i, muscle] of answers.muscles.entries()) {
      const p = model.pathNames.indexOf(muscle);
      const rough = approximate.includes(muscle);
      expect(Math.abs(data.pathLength_m[p] - frame.length[i]), muscle).toBeLessThan(rough ? 5e-4 : 1e-5);
      if (rough) continue;
      denseMomentArms(model, data, p, arms);
      reduceCouplers(model, data, arms);
      for (const [c, name] of answers.coordinates.entries()) {
        const ours = model.coordinateNames.indexOf(name);
        if (model.coordinateKind[ours] === COORDINATE_COUPLED) continue;
        expect(Math.abs(arms[ours] - frame.arm[i][c]), `${muscle} about ${name}`).toBeLessThan(1e-4);
      }
    }
  });
});

describe("moment arms", () => {
  it("are −dL/dq: every muscle, every coordinate, with wraps, moving and conditional points", () => {
    const { model, data } = loadFixture("leg.osim", { lengths: "shortest" });
    const random = makeRandom(4);
    const h = 1e-6;
    for (let k = 0; k < 40; k++) {
      const q = randomPosture(model, random);
      settleCouplers(model, data, q);
      pose(model, data, q);
      const arms = Array.from({ length: model.nPaths }, (_, p) => {
        const out = new Float64Array(model.nCoordinates);
        denseMomentArms(model, data, p, out);
        return out;
      });
      for (let c = 0; c < model.nCoordinates; c++) {
        const at = (d: number) => {
          const moved = q.slice();
          moved[c] += d;
          pose(model, data, moved);
          return data.pathLength_m.slice();
        };
        const [above, below] = [at(h), at(-h)];
        for (let p = 0; p < model.nPaths; p++) {
          const difference = -(above[p] - below[p]) / (2 * h);
          expect(
            Math.abs(difference - arms[p][c]),
            `${model.pathNames[p]} about ${model.coordinateNames[c]}`,
          ).toBeLessThan(1e-6);
        }
      }
    }
  });

  it("are what tension does to the coordinates: the loads on the bodies give the same torques", () => {
    const { model, data } = loadFixture("leg.osim");
    const random = makeRandom(9);
    const q = randomPosture(model, random);
    setPositions(model, data, q);
    setVelocities(model, data, new Float64Array(q.length));
    setAccelerations(model, data, new Float64Array(q.length));
    setPaths(model, data);
    clearLoads(data);
    inverseDynamics(model, data);
    const without = data.tau.slice();
    const arms = new Float64Array(q.length);
    for (let p = 0; p < model.nPaths; p++) {
      const moving = ["rectus_femoris"].includes(model.pathNames[p]);
      clearLoads(data);
      addPathTension(model, data, p, 100);
      inverseDynamics(model, data);
      denseMomentArms(model, data, p, arms);
      for (let c = 0; c < q.length; c++) {
        // a moving point's own course is no load on a body
        if (moving && model.coordinateNames[c] === "knee_angle") continue;
        expect(without[c] - data.tau[c]).toBeCloseTo(100 * arms[c], 9);
      }
    }
  });

  it("give the lengthening speed", () => {
    const { model, data } = loadFixture("leg.osim", { lengths: "shortest" });
    const random = makeRandom(6);
    const q = randomPosture(model, random);
    const qd = Float64Array.from(q, () => random() - 0.5);
    const h = 1e-6;
    const length = (t: number) => {
      pose(
        model,
        data,
        q.map((v, i) => v + t * qd[i]),
      );
      return data.pathLength_m.slice();
    };
    const [above, below] = [length(h), length(-h)];
    setPositions(model, data, q);
    setVelocities(model, data, qd);
    setPaths(model, data);
    for (let p = 0; p < model.nPaths; p++) {
      expect(data.pathSpeed_m_s[p]).toBeCloseTo((above[p] - below[p]) / (2 * h), 6);
    }
  });
});

describe("lengths", () => {
  it("are those of the lines that are drawn", () => {
    const { model, data } = loadFixture("leg.osim", { lengths: "shortest" });
    pose(model, data, randomPosture(model, makeRandom(12)));
    setLines(model, data);
    const { start, count, position_m: X, along, curve_m } = data.lines;
    for (let p = 0; p < model.nPaths; p++) {
      let length = 0;
      for (let v = start[p]; v < start[p] + count[p] - 1; v++) {
        const straight = Math.hypot(X[3 * v + 3] - X[3 * v], X[3 * v + 4] - X[3 * v + 1], X[3 * v + 5] - X[3 * v + 2]);
        expect(curve_m[v]).toBeGreaterThanOrEqual(along[v] >= 0 ? straight - 1e-9 : 0);
        length += along[v] >= 0 ? curve_m[v] : straight;
      }
      expect(length).toBeCloseTo(data.pathLength_m[p], 12);
    }
  });

  it("do not change when the whole model is moved", () => {
    const { model, data } = loadFixture("leg.osim");
    const random = makeRandom(13);
    const q = randomPosture(model, random);
    pose(model, data, q);
    const before = data.pathLength_m.slice();
    for (let c = 0; c < 6; c++) q[c] += random();
    pose(model, data, q);
    for (let p = 0; p < model.nPaths; p++) expect(data.pathLength_m[p]).toBeCloseTo(before[p], 10);
  });

  it("and moment arms are the same in the mirror", () => {
    const description = readModel(readFixture("leg.osim"), "leg.osim");
    const random = makeRandom(14);
    const models = [compileModel(description), compileModel(mirror(description))].map((model) => ({
      model,
      data: makeData(model),
    }));
    for (let k = 0; k < 20; k++) {
      const q = randomPosture(models[0].model, random);
      for (const { model, data } of models) pose(model, data, q);
      for (let p = 0; p < models[0].model.nPaths; p++) {
        expect(models[1].data.pathLength_m[p]).toBeCloseTo(models[0].data.pathLength_m[p], 9);
      }
      // over an ellipsoid they come from differences: as far as those go
      for (const [i, arm] of models[0].data.momentArm_m.entries())
        expect(models[1].data.momentArm_m[i]).toBeCloseTo(arm, 7);
    }
  });

  it("of one path alone are those of all", () => {
    const { model, data } = loadFixture("leg.osim");
    pose(model, data, model.coordinateDefault);
    const all = data.momentArm_m.slice();
    const lengths = data.pathLength_m.slice();
    data.momentArm_m.fill(Number.NaN);
    for (let p = model.nPaths - 1; p >= 0; p--) setPath(model, data, p);
    expect([...data.momentArm_m]).toEqual([...all]);
    expect([...data.pathLength_m]).toEqual([...lengths]);
  });
});
