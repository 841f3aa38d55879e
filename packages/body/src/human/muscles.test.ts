import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEG_JOINTS, LEVEL_STIFFNESS, LUMBAR_LEVELS, PELVIS_JOINT } from "./data/joints.ts";
import { LANDMARKS } from "./data/landmarks.ts";
import { MUSCLE_GROUPS } from "./data/muscleDatum.ts";
import { LEG_MUSCLES } from "./data/legMuscles.ts";
import { TRUNK_MUSCLES } from "./data/trunkMuscles.ts";
import { WRAPS } from "./data/wraps.ts";
import { humanDescription } from "./humanModel.ts";
import { humanBench } from "./humanTesting.ts";
import { HUMAN_MUSCLES } from "./muscles.ts";
import type { PersonSize } from "./personSize.ts";
import { PROVENANCE } from "./provenance.ts";
import { strengthFactor } from "./strength.ts";

const MAN: PersonSize = { sex: "male", height_m: 1.75, mass_kg: 75 };
const WOMAN: PersonSize = { sex: "female", height_m: 1.65, mass_kg: 62 };
const man = humanBench(MAN);
const woman = humanBench(WOMAN);
const benches = [man, woman];

describe("the muscles", () => {
  it("are the model's, in its order, each in one group and on one side, 105 to 125 of them", () => {
    expect(HUMAN_MUSCLES.map((m) => m.name)).toEqual(man.model.description.muscles.map((m) => m.name));
    expect(HUMAN_MUSCLES.length).toBeGreaterThanOrEqual(105);
    expect(HUMAN_MUSCLES.length).toBeLessThanOrEqual(125);
    const members = man.model.description.groups.flatMap((g) => g.members);
    expect([...members].sort()).toEqual(HUMAN_MUSCLES.map((m) => m.name).sort());
    expect(man.model.description.groups).toHaveLength(2 * MUSCLE_GROUPS.length);
    for (const group of man.model.description.groups) expect(group.members.length).toBeGreaterThan(0);
  });

  it("have a source for every figure, as have joints and wrap objects", () => {
    const known = new Set(Object.keys(PROVENANCE));
    for (const { from } of [
      ...PELVIS_JOINT_AND_LEGS,
      ...LUMBAR_LEVELS,
      ...Object.values(WRAPS),
      ...LANDMARKS,
      LEVEL_STIFFNESS,
    ])
      expect(known).toContain(from);
    for (const { name, from } of [...LEG_MUSCLES, ...TRUNK_MUSCLES]) {
      expect(Object.keys(from).sort(), name).toEqual(["fiber", "force", "passive", "path", "pennation", "tendon"]);
      for (const id of Object.values(from)) expect(known, name).toContain(id);
    }
    for (const source of Object.values(PROVENANCE)) {
      expect(source.citation).not.toBe("");
      expect(source.taken).not.toBe("");
    }
  });

  it("hold psoas once: what begins on a vertebra and ends on the femur", () => {
    const lumbarToFemur = LEG_MUSCLES.filter(
      (m) => m.path[0]?.[0].startsWith("lumbar") && m.path.at(-1)?.[0] === "femur",
    );
    expect(lumbarToFemur.map((m) => m.name)).toEqual(["psoas_l1_l3", "psoas_l4_l5"]);
    // together the force of the leg model's one psoas
    expect(lumbarToFemur.reduce((sum, m) => sum + m.force_N, 0)).toBeCloseTo(1426.8, 0);
    expect(LEG_MUSCLES.filter((m) => m.name.includes("psoas"))).toHaveLength(2);
  });

  it("are none of them taut standing upright", () => {
    for (const bench of benches) {
      bench.pose({});
      HUMAN_MUSCLES.forEach(({ name }, i) => {
        const share = bench.state.passiveForce_N[i] / bench.set.maxForce_N[i];
        if (TRUNK_MUSCLES.some((m) => name === `${m.name}_r` || name === `${m.name}_l`))
          expect(share, name).toBeLessThan(0.005);
        else expect(share, name).toBeLessThan(0.016);
        expect(bench.state.fiberLength[i], name).toBeGreaterThan(0.6);
        expect(bench.state.fiberLength[i], name).toBeLessThan(1.25);
      });
      // what the passive forces add up to at the joints that stand upright
      const mass_kg = bench === man ? MAN.mass_kg : WOMAN.mass_kg;
      for (const coordinate of ["hip_flexion_r", "hip_adduction_r", "hip_rotation_r", "lumbar_extension"]) {
        expect(Math.abs(bench.torque(coordinate, 1).passive) / mass_kg, coordinate).toBeLessThan(0.03);
      }
    }
  });
});

const PELVIS_JOINT_AND_LEGS = [PELVIS_JOINT, ...LEG_JOINTS];

describe("greatest isometric torques, by body mass", () => {
  const range = (value: number, low: number, high: number) => {
    expect(value).toBeGreaterThan(low);
    expect(value).toBeLessThan(high);
  };
  it.each([
    ["a man", man, MAN.mass_kg],
    ["a woman", woman, WOMAN.mass_kg],
  ] as const)("are within measured ranges: %s", (_, bench, mass_kg) => {
    bench.pose({});
    range(bench.torque("hip_adduction_r", -1).active / mass_kg, 1.5, 2);
    range(bench.torque("hip_flexion_r", -1).active / mass_kg, 2, 3);
    bench.pose({ lumbar_extension: -20 });
    range(bench.torque("lumbar_extension", 1).active / mass_kg, 2, 3);
  });

  it("are the same left and right", () => {
    man.pose({ lumbar_extension: -20 });
    expect(man.torque("lumbar_bending", 1).active).toBeCloseTo(man.torque("lumbar_bending", -1).active, 9);
    expect(man.torque("hip_flexion_l", 1).active).toBeCloseTo(man.torque("hip_flexion_r", 1).active, 9);
  });
});

describe("strength by size", () => {
  it("rises with mass, less steeply beyond a body mass index of 25, and is less in women", () => {
    const of = (mass_kg: number, sex: "male" | "female" = "male") =>
      strengthFactor({ sex, height_m: 1.7, mass_kg }, "leg");
    expect(of(70) / of(60)).toBeCloseTo(7 / 6, 12);
    expect((of(100) - of(90)) / (of(70) - of(60))).toBeCloseTo(0.25, 12);
    expect(of(60, "female") / of(60)).toBeCloseTo(0.8375, 4);
  });

  it("scales lengths of muscles with height, so that fibres work where they did", () => {
    const tall = humanBench({ ...MAN, height_m: 1.95, mass_kg: 90 });
    tall.pose({ hip_flexion_r: 40, knee_angle_r: 30 });
    man.pose({ hip_flexion_r: 40, knee_angle_r: 30 });
    man.set.names.forEach((name, i) =>
      expect(tall.state.fiberLength[i], name).toBeCloseTo(man.state.fiberLength[i], 9),
    );
  });
});

describe("left and right", () => {
  const SIGNS: Readonly<Record<string, -1>> = {
    pelvis_list: -1,
    pelvis_rotation: -1,
    pelvis_tz: -1,
    lumbar_bending: -1,
    lumbar_rotation: -1,
  };
  const mirrored = (name: string) =>
    name.endsWith("_r") ? `${name.slice(0, -2)}_l` : name.endsWith("_l") ? `${name.slice(0, -2)}_r` : name;

  it("are exact mirrors: in a mirrored posture lengths and moment arms change sides", () => {
    const { model } = man;
    const names = model.coordinateNames.filter((_, i) => model.freeCoordinates.includes(i));
    const postures = fc.tuple(
      ...names.map((name) => {
        const i = model.coordinateNames.indexOf(name);
        const low = Math.max(-1.2, model.coordinateRange[2 * i]);
        const high = Math.min(1.2, model.coordinateRange[2 * i + 1]);
        return fc.double({ min: low, max: high, noNaN: true });
      }),
    );
    const half = model.nMuscles / 2;
    fc.assert(
      fc.property(postures, (values) => {
        const here: Record<string, number> = {};
        const there: Record<string, number> = {};
        names.forEach((name, k) => {
          const degrees = ((values[k] ?? 0) * 180) / Math.PI;
          here[name] = degrees;
          there[mirrored(name)] = (SIGNS[name] ?? 1) * degrees;
        });
        man.pose(here);
        const length = man.data.pathLength_m.slice();
        const arms = names.map((name) => man.set.names.map((_, i) => man.arm(i, name)));
        man.pose(there);
        for (let i = 0; i < model.nMuscles; i++) {
          expect(man.data.pathLength_m[(i + half) % model.nMuscles]).toBeCloseTo(length[i] ?? 0, 10);
        }
        names.forEach((name, k) => {
          for (let i = 0; i < model.nMuscles; i++) {
            const arm = (SIGNS[name] ?? 1) * man.arm((i + half) % model.nMuscles, mirrored(name));
            expect(arm).toBeCloseTo(arms[k]?.[i] ?? 0, 9);
          }
        });
      }),
      { numRuns: 20 },
    );
  });

  it("are so in every figure of the description", () => {
    const { muscles, wraps } = humanDescription(WOMAN);
    for (const muscle of muscles.filter((m) => m.name.endsWith("_r"))) {
      const other = muscles.find((m) => m.name === mirrored(muscle.name));
      expect(other?.maxIsometricForce_N).toBe(muscle.maxIsometricForce_N);
      expect(other?.tendonSlackLength_m).toBe(muscle.tendonSlackLength_m);
      muscle.path.points.forEach((p, k) => {
        const q = other?.path.points[k];
        if (p.kind !== "fixed" || q?.kind !== "fixed") throw new Error("only fixed points are written");
        expect(q.location_m).toEqual([p.location_m[0], p.location_m[1], -p.location_m[2] || 0]);
      });
    }
    expect(wraps.filter((w) => w.name.endsWith("_r")).length).toBe(wraps.filter((w) => w.name.endsWith("_l")).length);
  });
});

describe("moment arms", () => {
  it("are the slopes of the lengths", () => {
    const posture = {
      hip_flexion_r: 35,
      hip_adduction_r: -8,
      hip_rotation_r: 6,
      knee_angle_r: 40,
      ankle_angle_r: 8,
      lumbar_extension: -25,
      lumbar_bending: 9,
      lumbar_rotation: 5,
    };
    const step = 1e-4;
    for (const coordinate of Object.keys(posture) as (keyof typeof posture)[]) {
      const at = (degrees: number) => {
        man.pose({ ...posture, [coordinate]: posture[coordinate] + degrees });
        return man.data.pathLength_m.slice();
      };
      const before = at(-step);
      const after = at(step);
      man.pose(posture);
      man.set.names.forEach((name, i) => {
        const slope = ((after[i] ?? 0) - (before[i] ?? 0)) / (2 * step * (Math.PI / 180));
        expect(man.arm(i, coordinate), `${name} ${coordinate}`).toBeCloseTo(-slope, 6);
      });
    }
  });
});
