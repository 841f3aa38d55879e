import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { humanDescription, humanModel } from "./humanModel.ts";
import { checkPersonSize, PersonSizeError, type PersonSize, SIZE_LIMITS } from "./personSize.ts";
import { makeData } from "../model/compile.ts";
import { settleCouplers } from "../kinematics/couplers.ts";
import { setPositions } from "../kinematics/positions.ts";
import { LUMBAR_LEVELS } from "./data/joints.ts";

/** Sizes within the limits. */
const sizes = fc
  .record({
    sex: fc.constantFrom("female" as const, "male" as const),
    height_m: fc.double({ min: 1.4, max: 2.1, noNaN: true }),
    bmi: fc.double({ min: 15.1, max: 44.9, noNaN: true }),
  })
  .map(({ sex, height_m, bmi }): PersonSize => ({ sex, height_m, mass_kg: bmi * height_m ** 2 }))
  .filter(({ mass_kg }) => mass_kg >= SIZE_LIMITS.mass_kg[0] && mass_kg <= SIZE_LIMITS.mass_kg[1]);

const AVERAGE: PersonSize = { sex: "male", height_m: 1.7, mass_kg: 75 };

describe("the skeleton", () => {
  it("has the mass of the person, and every inertia obeys the triangle inequality", () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const { bodies } = humanDescription(size);
        expect(bodies.reduce((sum, b) => sum + b.mass_kg, 0)).toBeCloseTo(size.mass_kg, 9);
        for (const { inertia_kgm2: i, mass_kg } of bodies) {
          expect(mass_kg).toBeGreaterThan(0);
          const [a = 0, b = 0, c = 0] = [i[0], i[1], i[2]].sort((x, y) => x - y);
          expect(a).toBeGreaterThan(0);
          expect(a + b).toBeGreaterThanOrEqual(c * (1 - 1e-9));
        }
      }),
      { numRuns: 50 },
    );
  });

  it("stands on the floor, its centre of mass at the height that measurements of adults give (55–58 % of stature)", () => {
    for (const sex of ["female", "male"] as const) {
      const model = humanModel({ ...AVERAGE, sex });
      const data = makeData(model);
      const q = Float64Array.from(model.coordinateDefault);
      settleCouplers(model, data, q);
      setPositions(model, data, q);
      let height = 0;
      model.description.bodies.forEach((body, i) => {
        const b = i + 1;
        expect(model.bodyNames[b]).toBe(body.name);
        const r = data.bodyRotation.subarray(9 * b + 3, 9 * b + 6);
        const y =
          (data.bodyPosition_m[3 * b + 1] ?? 0) +
          r[0] * body.massCenter_m[0] +
          r[1] * body.massCenter_m[1] +
          r[2] * body.massCenter_m[2];
        height += (y * body.mass_kg) / AVERAGE.mass_kg;
      });
      expect(height / AVERAGE.height_m).toBeGreaterThan(0.545);
      expect(height / AVERAGE.height_m).toBeLessThan(0.58);
    }
  });

  it("shares the lumbar coordinates out among five levels, whole", () => {
    for (const k of [0, 1, 2] as const) {
      expect(LUMBAR_LEVELS.reduce((sum, level) => sum + level.rhythm[k], 0)).toBeCloseTo(1, 5);
    }
  });

  it("turns the thorax by the lumbar coordinates, each about its own axis", () => {
    const model = humanModel(AVERAGE);
    const data = makeData(model);
    const torso = model.bodyNames.indexOf("torso");
    const turned = (name: string, value: number) => {
      const q = Float64Array.from(model.coordinateDefault);
      q[model.coordinateNames.indexOf(name)] = value;
      settleCouplers(model, data, q);
      setPositions(model, data, q);
      return data.bodyRotation.slice(9 * torso, 9 * torso + 9);
    };
    const r = turned("lumbar_extension", 0.4);
    expect(Math.atan2(r[3], r[0])).toBeCloseTo(0.4, 5);
    const b = turned("lumbar_bending", 0.3);
    expect(Math.atan2(b[7], b[8])).toBeCloseTo(0.3, 4);
    const t = turned("lumbar_rotation", 0.2);
    expect(Math.atan2(t[2], t[0])).toBeCloseTo(0.2, 5);
  });

  it("scales lengths with height", () => {
    const hip = (height_m: number) =>
      humanDescription({ ...AVERAGE, height_m }).joints.find((j) => j.name === "hip_r")?.parent.translation ?? [
        0, 0, 0,
      ];
    expect(hip(1.87)[2] / hip(1.7)[2]).toBeCloseTo(1.1, 12);
  });
});

describe("limits of size", () => {
  it("refuses what the proportions were not measured for, and says what holds", () => {
    for (const [size, figure] of [
      [{ ...AVERAGE, height_m: 1.2 }, "height_m"],
      [{ ...AVERAGE, mass_kg: 200 }, "mass_kg"],
      [{ ...AVERAGE, height_m: 2.05, mass_kg: 50 }, "bodyMassIndex"],
      [{ ...AVERAGE, height_m: Number.NaN }, "height_m"],
      [{ ...AVERAGE, sex: "other" as "male" }, "sex"],
    ] as const) {
      try {
        checkPersonSize(size);
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(PersonSizeError);
        expect((error as PersonSizeError).figure).toBe(figure);
        expect((error as PersonSizeError).remedy).not.toBe("");
      }
    }
  });
});
