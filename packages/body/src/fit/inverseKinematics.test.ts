import { describe, expect, it } from "vitest";
import { settleCouplers } from "../kinematics/couplers.ts";
import { markerPositions } from "../kinematics/points.ts";
import { setPositions } from "../kinematics/positions.ts";
import { compileModel, makeData } from "../model/compile.ts";
import type { Data, Model } from "../model/model.ts";
import { type IkTasks, readIkTasks } from "../osim/ikTasks.ts";
import { readModel } from "../osim/readModel.ts";
import { readStorage } from "../osim/storage.ts";
import { readTrc } from "../osim/trc.ts";
import { loadFixture, makeRandom, randomPosture, readFixture } from "../testing/fixtures.ts";
import { haveReferences, REFERENCES_ABSENT, readReference } from "../testing/reference.ts";
import { makeIkProblem } from "./ikProblem.ts";
import { makeIkOutcome, makeIkWork, markerError, solveIk } from "./inverseKinematics.ts";

const source = { file: "tasks", line: 1 };

/** The model's markers in a posture. */
function markersOf(model: Model, data: Data, q: Float64Array): Float64Array {
  const out = new Float64Array(3 * model.markerNames.length);
  settleCouplers(model, data, q);
  setPositions(model, data, q);
  markerPositions(model, data, out);
  return out;
}

function fit(
  model: Model,
  data: Data,
  observed: Float64Array,
  start: Float64Array,
  tasks: IkTasks | null = null,
  constraintWeight = Infinity,
) {
  const problem = makeIkProblem(model, model.markerNames, tasks, { constraintWeight });
  const work = makeIkWork(model, problem);
  const outcome = makeIkOutcome();
  const q = start.slice();
  solveIk(model, data, problem, observed, 0, q, work, outcome);
  return { q, outcome, problem, work };
}

const allMarkers = (model: Model, weight = 1) =>
  model.markerNames.map((name) => ({ name, source, apply: true, weight }));

describe("inverse kinematics", () => {
  const { model, data } = loadFixture("leg.osim");
  const index = (name: string) => model.coordinateNames.indexOf(name);

  it("finds the posture that the markers were taken from", () => {
    const random = makeRandom(31);
    for (let k = 0; k < 20; k++) {
      const wanted = randomPosture(model, random).map(
        (v, i) => model.coordinateDefault[i] + 0.5 * (v - model.coordinateDefault[i]),
      );
      const observed = markersOf(model, data, wanted);
      const { q, outcome } = fit(model, data, observed, model.coordinateDefault);
      expect(outcome.converged).toBe(true);
      expect(outcome.max_m).toBeLessThan(1e-9);
      for (let i = 0; i < q.length; i++) expect(q[i]).toBeCloseTo(wanted[i], 6);
    }
  });

  it("is at a minimum: the cost's gradient vanishes where markers disagree", () => {
    const random = makeRandom(32);
    const observed = markersOf(model, data, model.coordinateDefault.slice()).map((v) => v + 0.02 * (random() - 0.5));
    const { q } = fit(model, data, observed, model.coordinateDefault);
    const cost = (x: Float64Array) => {
      const X = markersOf(model, data, x.slice());
      return X.reduce((sum, v, i) => sum + (v - observed[i]) ** 2, 0) / (2 * model.markerNames.length);
    };
    const h = 1e-5;
    for (const c of model.freeCoordinates) {
      // not where the posture rests on the end of a range
      if (
        Math.abs(q[c] - model.coordinateRange[2 * c]) < 1e-9 ||
        Math.abs(q[c] - model.coordinateRange[2 * c + 1]) < 1e-9
      )
        continue;
      const [above, below] = [q.slice(), q.slice()];
      above[c] += h;
      below[c] -= h;
      expect(Math.abs((cost(above) - cost(below)) / (2 * h))).toBeLessThan(1e-7);
    }
  });

  it("keeps clamped coordinates in their range, and finds the best there", () => {
    const wanted = model.coordinateDefault.slice();
    wanted[index("hip_flexion")] = 2.1; // beyond the range
    const { q } = fit(model, data, markersOf(model, data, wanted), model.coordinateDefault);
    expect(q[index("hip_flexion")]).toBe(1.8);
  });

  it("leaves locked coordinates where they are", () => {
    const text = readFixture("leg.osim").replace(/(<Coordinate name="ankle_angle">[\s\S]*?<locked>)false/, "$1true");
    const locked = compileModel(readModel(text, "leg.osim"));
    const lockedData = makeData(locked);
    const wanted = locked.coordinateDefault.slice();
    wanted[index("ankle_angle")] = 0.3;
    wanted[index("hip_flexion")] = 0.4;
    const start = locked.coordinateDefault.slice();
    start[index("ankle_angle")] = -0.1;
    const { q } = fit(locked, lockedData, markersOf(locked, lockedData, wanted), start);
    expect(q[index("ankle_angle")]).toBe(-0.1);
    expect(q[index("hip_flexion")]).toBeGreaterThan(0.2);
  });

  it("holds couplers exactly, or at a price", () => {
    const wanted = model.coordinateDefault.slice();
    wanted[index("knee_angle")] = -1;
    const observed = markersOf(model, data, wanted);
    const exact = fit(model, data, observed, model.coordinateDefault).q;
    expect(exact[index("knee_cap")]).toBeCloseTo(1.1 * exact[index("knee_angle")], 12);
    const priced = fit(model, data, observed, model.coordinateDefault, null, 10).q;
    expect(priced[index("knee_cap")]).toBeCloseTo(1.1 * priced[index("knee_angle")], 5);
    expect(priced[index("knee_angle")]).toBeCloseTo(-1, 5);
  });

  it("does without markers that were not seen", () => {
    const wanted = model.coordinateDefault.slice();
    wanted[index("hip_flexion")] = 0.5;
    const observed = markersOf(model, data, wanted);
    const gone = [4, 9];
    for (const m of gone) observed.fill(Number.NaN, 3 * m, 3 * m + 3);
    const { q, outcome, problem, work } = fit(model, data, observed, model.coordinateDefault);
    expect(outcome.seen).toBe(model.markerNames.length - 2);
    expect(q[index("hip_flexion")]).toBeCloseTo(0.5, 7);
    expect(markerError(problem, observed, 0, work, 4)).toBeNaN();
    observed.fill(Number.NaN);
    const none = fit(model, data, observed, wanted);
    expect(none.outcome.seen).toBe(0);
    expect(none.q[index("hip_flexion")]).toBe(0.5);
  });

  it("reports each marker's error and the worst", () => {
    const observed = markersOf(model, data, model.coordinateDefault.slice());
    const heel = model.markerNames.indexOf("heel");
    observed[3 * heel] += 0.05;
    const { outcome, problem, work } = fit(model, data, observed, model.coordinateDefault);
    expect(problem.markerNames[outcome.worst]).toBe("heel");
    const errors = model.markerNames.map((_, m) => markerError(problem, observed, 0, work, m));
    expect(outcome.max_m).toBe(Math.max(...errors));
    expect(outcome.rms_m).toBeCloseTo(Math.sqrt(errors.reduce((s, e) => s + e * e, 0) / errors.length), 15);
  });

  it("weighs: only the ratio of marker weights counts, and a task draws its coordinate", () => {
    const random = makeRandom(33);
    const observed = markersOf(model, data, model.coordinateDefault.slice()).map((v) => v + 0.02 * (random() - 0.5));
    const once = fit(model, data, observed, model.coordinateDefault, {
      markers: allMarkers(model, 1),
      coordinates: [],
    }).q;
    const tenfold = fit(model, data, observed, model.coordinateDefault, {
      markers: allMarkers(model, 10),
      coordinates: [],
    }).q;
    for (let i = 0; i < once.length; i++) expect(tenfold[i]).toBeCloseTo(once[i], 7);
    const task = { name: "pelvis_tilt", source, apply: true, weight: 1000, from: "value", value: 0.2 } as const;
    const drawn = fit(model, data, observed, model.coordinateDefault, {
      markers: allMarkers(model),
      coordinates: [task],
    }).q;
    expect(drawn[index("pelvis_tilt")]).toBeCloseTo(0.2, 3);
  });

  it("says when there is nothing to fit", () => {
    expect(() => makeIkProblem(model, ["nobody"], null)).toThrow(/marker/);
    const task = { name: "nobody", source, apply: true, weight: 1, from: "default", value: 0 } as const;
    expect(() => makeIkProblem(model, model.markerNames, { markers: allMarkers(model), coordinates: [task] })).toThrow(
      /nobody/,
    );
  });
});

describe.skipIf(!haveReferences)(`gait2354, walking${REFERENCES_ABSENT}`, () => {
  it("every coordinate is OpenSim's within 0.1° or 0.1 mm RMS", () => {
    const model = compileModel(readModel(readReference("ik/subject01_simbody.osim"), "subject01"));
    const data = makeData(model);
    const trc = readTrc(readReference("ik/subject01_synthetic_marker_data.trc"), "trc");
    const tasks = readIkTasks(readReference("ik/gait2354_IK_Tasks_uniform.xml"), "tasks");
    const reference = readStorage(readReference("ik/std_subject01_walk1_ik.mot"), "std.mot");
    const problem = makeIkProblem(model, trc.names, tasks, { constraintWeight: 10 });
    const work = makeIkWork(model, problem);
    const outcome = makeIkOutcome();
    const q = model.coordinateDefault.slice();
    const squares = new Float64Array(model.nCoordinates);
    expect(problem.nMarkers).toBe(31);
    expect(reference.nRows).toBe(trc.nFrames);
    for (let f = 0; f < trc.nFrames; f++) {
      solveIk(model, data, problem, trc.position_m, 3 * f * trc.names.length, q, work, outcome);
      expect(outcome.converged).toBe(true);
      expect(outcome.rms_m).toBeLessThan(0.0005);
      for (const [i, name] of model.coordinateNames.entries()) {
        const theirs = reference.columns[reference.labels.indexOf(name)][f];
        const turns = model.coordinateRotational[i] === 1;
        squares[i] += turns ? ((q[i] * 180) / Math.PI - theirs) ** 2 : (1000 * (q[i] - theirs)) ** 2;
      }
    }
    for (const [i, name] of model.coordinateNames.entries())
      expect(Math.sqrt(squares[i] / trc.nFrames), name).toBeLessThan(0.1);
  });
});
