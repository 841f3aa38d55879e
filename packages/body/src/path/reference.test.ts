import { describe, expect, it } from "vitest";
import { settleCouplers } from "../kinematics/couplers.ts";
import { setPositions } from "../kinematics/positions.ts";
import { type CompileOptions, compileModel, makeData } from "../model/compile.ts";
import { COORDINATE_COUPLED, type Data, type Model } from "../model/model.ts";
import { readModel } from "../osim/readModel.ts";
import { readStorage } from "../osim/storage.ts";
import { haveReferences, REFERENCES_ABSENT, readReference } from "../testing/reference.ts";
import { setPaths } from "./paths.ts";

function load(path: string, options: CompileOptions = {}): { model: Model; data: Data } {
  const model = compileModel(readModel(readReference(path), path), options);
  return { model, data: makeData(model) };
}

function pose(model: Model, data: Data, q: Float64Array): void {
  settleCouplers(model, data, q);
  setPositions(model, data, q);
  setPaths(model, data);
}

describe.skipIf(!haveReferences)(`18 muscles over cylinders, walking${REFERENCES_ABSENT}`, () => {
  const MODEL = "wrapping/subject_walk_armless_18musc.osim";

  /** Postures of the recorded walk. */
  function postures(model: Model): Float64Array[] {
    const file = "wrapping/subject_walk_armless_coordinates.mot";
    const motion = readStorage(readReference(file), file);
    return Array.from({ length: motion.nRows }, (_, r) =>
      Float64Array.from(model.coordinateNames, (name, i) => {
        const value = motion.columns[motion.labels.indexOf(name)][r];
        return model.coordinateRotational[i] === 1 && motion.inDegrees ? (value * Math.PI) / 180 : value;
      }),
    );
  }

  it("every length is OpenSim's to 1e-5 m, in every frame", () => {
    const { model, data } = load(MODEL);
    const file = "wrapping/std_testGeometryPathWrapping_subject_walk_armless_muscle_lengths.sto";
    const reference = readStorage(readReference(file), file);
    const walk = postures(model);
    expect(reference.nRows).toBe(walk.length);
    let worst = 0;
    for (const [r, q] of walk.entries()) {
      pose(model, data, q);
      for (let p = 0; p < model.nPaths; p++) {
        const column = reference.columns[reference.labels.indexOf(`/forceset/${model.pathNames[p]}|length`)];
        worst = Math.max(worst, Math.abs(data.pathLength_m[p] - column[r]));
      }
    }
    // asked for are 1e-5; what is left is the digits OpenSim drops when it rewrites frames of old files
    expect(worst).toBeLessThan(4e-6);
  });

  it("moment arms are −dL/dq to 1e-6 m, along the shortest paths", () => {
    const { model, data } = load(MODEL, { lengths: "shortest" });
    const h = 1e-6;
    let worst = 0;
    const walk = postures(model).filter((_, r) => r % 12 === 0);
    for (const q of walk) {
      pose(model, data, q);
      const arms = data.momentArm_m.slice();
      for (let c = 0; c < model.nCoordinates; c++) {
        const at = (d: number) => {
          const moved = q.slice();
          moved[c] += d;
          setPositions(model, data, moved);
          setPaths(model, data);
          return data.pathLength_m.slice();
        };
        const [above, below] = [at(h), at(-h)];
        for (let p = 0; p < model.nPaths; p++) {
          let arm = 0;
          for (let k = model.armStart[p]; k < model.armStart[p + 1]; k++)
            if (model.armCoordinate[k] === c) arm = arms[k];
          worst = Math.max(worst, Math.abs(-(above[p] - below[p]) / (2 * h) - arm));
        }
      }
    }
    expect(worst).toBeLessThan(1e-6);
  });

  it("over one wrap object the shortest path and OpenSim's have one length; over two OpenSim's may come out shorter", () => {
    const [opensim, shortest] = [load(MODEL), load(MODEL, { lengths: "shortest" })];
    for (const q of postures(opensim.model).filter((_, r) => r % 12 === 0)) {
      pose(opensim.model, opensim.data, q.slice());
      pose(shortest.model, shortest.data, q.slice());
      for (let p = 0; p < opensim.model.nPaths; p++) {
        const wraps = opensim.model.pathWrapStart[p + 1] - opensim.model.pathWrapStart[p];
        const difference = shortest.data.pathLength_m[p] - opensim.data.pathLength_m[p];
        if (wraps < 2) expect(difference).toBeCloseTo(0, 14);
        else expect(Math.abs(difference)).toBeLessThan(0.01);
      }
    }
  });
});

describe.skipIf(!haveReferences)(`Rajagopal–Lai–Uhlrich 2023${REFERENCES_ABSENT}`, () => {
  const MODEL = "rajagopal/RajagopalLaiUhlrich2023.osim";

  it("comes in whole", () => {
    const { model } = load(MODEL);
    expect(model.nMuscles).toBe(80);
    expect(model.nBodies).toBe(23);
    expect(model.nCoordinates).toBe(39);
    expect(model.wrapKind.length).toBe(44);
    expect(model.couplerDependent.length).toBe(2);
    expect(model.markerNames.length).toBe(66);
    expect(model.description.muscles.every((m) => m.parameters.kind === "millard2012")).toBe(true);
    expect(model.description.actuators.length).toBe(17);
  });

  it("every length and moment arm is finite and continuous over each coordinate's range", () => {
    const { model, data } = load(MODEL);
    const steps = 400;
    const bad: string[] = [];
    const note = (isBad: boolean, what: string, p: number, c: number, q: number) => {
      if (isBad) bad.push(`${what}: ${model.pathNames[p]} over ${model.coordinateNames[c]} at ${q}`);
    };
    for (let c = 0; c < model.nCoordinates; c++) {
      if (model.coordinateKind[c] === COORDINATE_COUPLED) continue;
      const low = model.coordinateRange[2 * c];
      const h = (model.coordinateRange[2 * c + 1] - low) / steps;
      let before: Float64Array | null = null;
      let armsBefore: Float64Array | null = null;
      for (let i = 0; i <= steps; i++) {
        const q = model.coordinateDefault.slice();
        q[c] = low + i * h;
        pose(model, data, q);
        for (let p = 0; p < model.nPaths; p++) {
          const length = data.pathLength_m[p];
          note(!(length > 0 && length < 1), "length", p, c, q[c]);
          // no longer a step than the greatest moment arm (0.12 m) makes of it
          if (before) note(!(Math.abs(length - before[p]) < 0.12 * h + 1e-9), "jump", p, c, q[c]);
          for (let k = model.armStart[p]; k < model.armStart[p + 1]; k++) {
            const arm = data.momentArm_m[k];
            note(!Number.isFinite(arm), "arm", p, c, q[c]);
            // a wrap that lets go because an end enters it turns the path by a corner of up to 2.5 mm, in OpenSim too
            if (armsBefore) note(Math.abs(arm - armsBefore[k]) > 0.0025 + 0.6 * h, "arm jump", p, c, q[c]);
          }
        }
        before = data.pathLength_m.slice();
        armsBefore = data.momentArm_m.slice();
      }
    }
    expect(bad).toEqual([]);
  });

  it("left and right have the same lengths and moment arms in the same posture", () => {
    const { model, data } = load(MODEL);
    for (const bend of [0, 0.2, 0.5]) {
      const q = model.coordinateDefault.slice();
      for (const [i, name] of model.coordinateNames.entries()) {
        if (/_[rl]$/.test(name)) q[i] = bend * (name.startsWith("hip") ? 0.8 : 1);
      }
      pose(model, data, q);
      let compared = 0;
      for (let p = 0; p < model.nPaths; p++) {
        if (!model.pathNames[p].endsWith("_r")) continue;
        const other = model.pathNames.indexOf(model.pathNames[p].replace(/_r$/, "_l"));
        expect(data.pathLength_m[p]).toBeCloseTo(data.pathLength_m[other], 6);
        for (let k = model.armStart[p]; k < model.armStart[p + 1]; k++) {
          const name = model.coordinateNames[model.armCoordinate[k]];
          if (!name.endsWith("_r")) continue;
          const coordinate = model.coordinateNames.indexOf(name.replace(/_r$/, "_l"));
          for (let j = model.armStart[other]; j < model.armStart[other + 1]; j++) {
            if (model.armCoordinate[j] !== coordinate) continue;
            expect(data.momentArm_m[k]).toBeCloseTo(data.momentArm_m[j], 5);
            compared++;
          }
        }
      }
      expect(compared).toBeGreaterThan(100);
    }
  });
});
