import { describe, expect, it } from "vitest";
import { settleCouplers } from "../kinematics/couplers.ts";
import { compileModel, makeData } from "../model/compile.ts";
import { readModel } from "../osim/readModel.ts";
import { readFixture } from "../testing/fixtures.ts";
import {
  coordinateColumn,
  MotionError,
  motionAt,
  prepareMotion,
  rowAtOrBefore,
  rowsBetween,
  type Table,
} from "./motion.ts";

const description = readModel(readFixture("leg.osim"), "leg.osim");
const model = compileModel(description);
const data = makeData(model);
const index = (name: string): number => model.coordinateNames.indexOf(name);

/** hip_flexion = 20° sin 2t, pelvis_x = 0.3 t, knee at −30°; in degrees; 101 rows of 10 ms. */
function table(labels = ["time", "hip_flexion", "pelvis_x", "knee_angle"], inDegrees = true): Table {
  const t = Float64Array.from({ length: 101 }, (_, r) => r / 100);
  const unit = inDegrees ? 1 : Math.PI / 180;
  return {
    name: "swing.mot",
    labels,
    columns: [t, t.map((s) => unit * 20 * Math.sin(2 * s)), t.map((s) => 0.3 * s), t.map(() => unit * -30)],
    inDegrees,
  };
}

function at(options: Parameters<typeof prepareMotion>[3], t_s: number, from = table(), of = model) {
  const motion = prepareMotion(of, data, from, options);
  const [q, qd, qdd] = [0, 1, 2].map(() => new Float64Array(of.nCoordinates));
  motionAt(of, data, motion, Float64Array.of(t_s), 0, q, qd, qdd);
  return { motion, q, qd, qdd };
}

describe("motion", () => {
  it("turns degrees of rotations into radians, leaves lengths, and differentiates", () => {
    for (const route of ["inverse-dynamics-tool", "analyze-tool"] as const) {
      const { q, qd, qdd } = at({ route, lowpass_Hz: null }, 0.437);
      const size = (20 * Math.PI) / 180;
      expect(q[index("hip_flexion")]).toBeCloseTo(size * Math.sin(0.874), 9);
      expect(qd[index("hip_flexion")]).toBeCloseTo(2 * size * Math.cos(0.874), 7);
      expect(qdd[index("hip_flexion")]).toBeCloseTo(-4 * size * Math.sin(0.874), 4);
      expect(q[index("pelvis_x")]).toBeCloseTo(0.3 * 0.437, 9);
      expect(qd[index("pelvis_x")]).toBeCloseTo(0.3, 9);
    }
    const radians = at({ route: "analyze-tool", lowpass_Hz: null }, 0.437, table(undefined, false));
    expect(radians.q[index("knee_angle")]).toBeCloseTo(-Math.PI / 6, 9);
  });

  it("leaves absent coordinates at their default for inverse dynamics and at zero for analyses, and says which", () => {
    const first = at({ route: "inverse-dynamics-tool", lowpass_Hz: null }, 0.5);
    expect(first.motion.absent).toContain("ankle_angle");
    expect(first.motion.absent).not.toContain("hip_flexion");
    expect(first.q[index("pelvis_y")]).toBeCloseTo(model.coordinateDefault[index("pelvis_y")], 12);
    expect(at({ route: "analyze-tool", lowpass_Hz: null }, 0.5).q[index("pelvis_y")]).toBeCloseTo(0, 12);
  });

  it("puts coupled coordinates where their coupler has them, with its rates", () => {
    const { q, qd, qdd } = at({ route: "analyze-tool", lowpass_Hz: null }, 0.3);
    const settled = [q.slice(), qd.slice(), qdd.slice()];
    settleCouplers(model, data, settled[0], settled[1], settled[2]);
    const cap = model.couplerDependent[0];
    expect(cap).toBeGreaterThanOrEqual(0);
    expect(q[cap]).toBe(settled[0][cap]);
    expect(qd[cap]).toBe(settled[1][cap]);
    expect(qdd[cap]).toBe(settled[2][cap]);
  });

  it("holds locked coordinates at their default, whatever the file says, in analyses only", () => {
    const locked = compileModel({
      ...description,
      joints: description.joints.map((joint) => ({
        ...joint,
        coordinates: joint.coordinates.map((c) =>
          c.name === "hip_flexion" ? { ...c, locked: true, defaultValue: 0.2 } : c,
        ),
      })),
    });
    const analysed = at({ route: "analyze-tool", lowpass_Hz: null }, 0.4, table(), locked);
    expect(analysed.q[index("hip_flexion")]).toBe(0.2);
    expect(analysed.qd[index("hip_flexion")]).toBe(0);
    const tool = at({ route: "inverse-dynamics-tool", lowpass_Hz: null }, 0.4, table(), locked);
    expect(tool.q[index("hip_flexion")]).toBeCloseTo((20 * Math.PI * Math.sin(0.8)) / 180, 9);
  });

  it("takes speeds from a states file, under any of the names OpenSim gave them", () => {
    const labels = ["time", "/jointset/hip/hip_flexion/value", "/jointset/hip/hip_flexion/speed", "knee_angle_u"];
    expect(coordinateColumn(labels, "hip_flexion", "value")).toBe(1);
    expect(coordinateColumn(labels, "hip_flexion", "speed")).toBe(2);
    expect(coordinateColumn(labels, "knee_angle", "speed")).toBe(3);
    expect(coordinateColumn(["time", "hip/hip_flexion/value"], "hip_flexion", "value")).toBe(1);
    expect(coordinateColumn(["time", "my_hip_flexion"], "hip_flexion", "value")).toBe(-1);
    const states = { ...table(), labels: ["time", "hip_flexion", "hip_flexion_u", "pelvis_x"] };
    const { qd } = at({ route: "analyze-tool", lowpass_Hz: null, speedsFromTable: true }, 0.5, states);
    expect(qd[index("hip_flexion")]).toBeCloseTo((0.15 * Math.PI) / 180, 9);
  });

  it("low-passes first, on padded times", () => {
    const { motion, q } = at({ route: "inverse-dynamics-tool", lowpass_Hz: 6 }, 0.5);
    expect(motion.t_s[0]).toBeCloseTo(-0.5, 6);
    expect(motion.t_s.at(-1)).toBeGreaterThan(1.4);
    expect(q[index("hip_flexion")]).toBeCloseTo((20 * Math.PI * Math.sin(1)) / 180, 4);
  });

  it("finds rows as OpenSim does: at or before a time, every n-th by number, the last one always", () => {
    const t = Float64Array.of(0, 0.1, 0.2, 0.3);
    expect([-1, 0, 0.05, 0.1, 0.29, 9].map((s) => rowAtOrBefore(t, s))).toEqual([0, 0, 0, 1, 2, 3]);
    const { motion } = at({ route: "analyze-tool", lowpass_Hz: null }, 0);
    expect([...rowsBetween(motion, 0.05, 0.33, 10)]).toEqual([5, 10, 20, 30, 33]);
    expect([...rowsBetween(motion, 0.5, 0.5)]).toEqual([50]);
    expect(rowsBetween(motion, -9, 9).length).toBe(101);
  });

  it("refuses a table of another model, or without time", () => {
    const foreign = table(["time", "a", "b", "c"]);
    expect(() => prepareMotion(model, data, foreign, { route: "analyze-tool", lowpass_Hz: null })).toThrow(MotionError);
    const timeless = table(["t", "hip_flexion", "pelvis_x", "knee_angle"]);
    expect(() => prepareMotion(model, data, timeless, { route: "analyze-tool", lowpass_Hz: null })).toThrow(/time/);
  });
});
