import { describe, expect, it } from "vitest";
import { haveReferences, readReference, REFERENCES_ABSENT } from "../testing/reference.ts";
import { type FixtureName, makeRandom, randomPosture, readFixture } from "../testing/fixtures.ts";
import { compileModel, makeData } from "../model/compile.ts";
import type { ModelDescription } from "../model/description.ts";
import { settleCouplers } from "../kinematics/couplers.ts";
import { setPositions } from "../kinematics/positions.ts";
import { setPaths } from "../path/paths.ts";
import { humanDescription } from "../human/humanModel.ts";
import { readModel } from "./readModel.ts";
import { writeModel } from "./writeModel.ts";

/** Without what belongs to the file alone; directions rounded, as they pass through angles or are made unit vectors; wrap objects, which a file holds by body, by name. */
function bare(read: ModelDescription): unknown {
  const model = { ...read, wraps: read.wraps.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)) };
  const drop = new Set(["source", "version", "ignored"]);
  return JSON.parse(
    JSON.stringify(model, (key, value: unknown) => {
      if (drop.has(key)) return undefined;
      if (["rotation", "translation", "axis"].includes(key) && Array.isArray(value))
        return (value as number[]).map((x) => Math.round(x * 1e12) / 1e12 || 0);
      return Object.is(value, -0) ? 0 : value;
    }),
  );
}

/** Lengths and moment arms of both in a few postures, greatest differences. */
function differences(a: ModelDescription, b: ModelDescription): { length_m: number; arm_m: number } {
  const [one, two] = [a, b].map((d) => compileModel(d, { lengths: "shortest" })) as [
    ReturnType<typeof compileModel>,
    ReturnType<typeof compileModel>,
  ];
  const data = [makeData(one), makeData(two)] as const;
  const random = makeRandom(7);
  let length_m = 0;
  let arm_m = 0;
  for (let k = 0; k < 20; k++) {
    const q = randomPosture(one, random);
    settleCouplers(one, data[0], q);
    for (const [model, d] of [
      [one, data[0]],
      [two, data[1]],
    ] as const) {
      setPositions(model, d, q);
      setPaths(model, d);
    }
    data[0].pathLength_m.forEach((x, i) => (length_m = Math.max(length_m, Math.abs(x - data[1].pathLength_m[i]))));
    data[0].momentArm_m.forEach((x, i) => (arm_m = Math.max(arm_m, Math.abs(x - data[1].momentArm_m[i]))));
  }
  return { length_m, arm_m };
}

describe("writing a model", () => {
  it.each(["leg.osim", "leg-2.osim", "joints.osim", "pendulum.osim"] as FixtureName[])(
    "gives what was read back, to the last figure: %s",
    (name) => {
      const read = readModel(readFixture(name), name);
      const again = readModel(writeModel(read), "again");
      expect(bare(again)).toEqual(bare(read));
      // and once written, the same text ever after
      expect(writeModel(again)).toBe(writeModel(readModel(writeModel(again), "third")));
    },
  );

  it("gives the built-in human model back, with its lengths and moment arms", () => {
    const human = humanDescription({ sex: "female", height_m: 1.68, mass_kg: 61 });
    const again = readModel(writeModel(human), "human.osim");
    expect(bare(again)).toEqual(bare(human));
    const { length_m, arm_m } = differences(human, again);
    expect(length_m).toBeLessThan(1e-12);
    expect(arm_m).toBeLessThan(1e-9);
  });

  it.skipIf(!haveReferences)(`gives published models back${REFERENCES_ABSENT}`, () => {
    for (const file of [
      "rajagopal/RajagopalLaiUhlrich2023.osim",
      "walking-so-jr/subject01_simbody_adjusted_StaticOp.osim",
      "arm26/arm26.osim",
    ]) {
      const read = readModel(readReference(file), file);
      expect(bare(readModel(writeModel(read), "again"))).toEqual(bare(read));
    }
  });

  it("escapes what XML does not allow in names and credits", () => {
    const read = readModel(readFixture("pendulum.osim"), "pendulum.osim");
    const text = writeModel({ ...read, name: 'a "b" <c> & d' }, { credits: "x < y & z" });
    expect(readModel(text, "again").name).toBe('a "b" <c> & d');
  });

  it("refuses a reversed joint, which version 4 cannot say", () => {
    const read = readModel(readFixture("pendulum.osim"), "pendulum.osim");
    const joints = read.joints.map((joint) => ({ ...joint, reversed: true }));
    expect(() => writeModel({ ...read, joints })).toThrow(/reversed/);
  });
});
