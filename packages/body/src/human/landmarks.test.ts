import { describe, expect, it } from "vitest";
import { humanBench } from "./humanTesting.ts";
import { humanLandmarks, lumbosacralEndplate } from "./landmarks.ts";
import type { PersonSize } from "./personSize.ts";

const PERSON: PersonSize = { sex: "male", height_m: 1.8, mass_kg: 78 };

/** Landmarks in the room, standing. */
function standing(): Map<string, readonly [number, number, number]> {
  const { model, data, pose } = humanBench(PERSON);
  pose({});
  return new Map(
    humanLandmarks(PERSON).map(({ name, body, location_m: p }) => {
      const b = model.bodyNames.indexOf(body);
      expect(b, name).toBeGreaterThan(0);
      const row = (i: number) => {
        const r = data.bodyRotation.subarray(9 * b + 3 * i, 9 * b + 3 * i + 3);
        return data.bodyPosition_m[3 * b + i] + r[0] * p[0] + r[1] * p[1] + r[2] * p[2];
      };
      return [name, [row(0), row(1), row(2)]] as const;
    }),
  );
}

describe("landmarks", () => {
  const at = standing();
  const y = (name: string) => at.get(name)?.[1] ?? Number.NaN;
  const x = (name: string) => at.get(name)?.[0] ?? Number.NaN;

  it("reach from the floor to the person's height", () => {
    expect(y("vertex")).toBeCloseTo(PERSON.height_m, 2);
    expect(Math.abs(y("heel_r"))).toBeLessThan(0.015);
    expect(Math.abs(y("toe_tip_r"))).toBeLessThan(0.02);
  });

  it("lie in the body's order, upward and backward", () => {
    const upward = [
      "heel_r",
      "lateral_malleolus_r",
      "tibial_tuberosity_r",
      "knee_center_r",
      "ischial_tuberosity_r",
      "femoral_head_r",
      "asis_r",
      "s1_endplate",
      "lumbar5_middle",
      "lumbar4_middle",
      "lumbar3_middle",
      "lumbar2_middle",
      "lumbar1_middle",
      "t12",
      "xiphoid",
      "suprasternal_notch",
      "head_center",
      "vertex",
    ];
    for (let i = 1; i < upward.length; i++)
      expect(y(upward[i] ?? ""), upward[i]).toBeGreaterThan(y(upward[i - 1] ?? ""));
    for (const level of [5, 4, 3, 2, 1])
      expect(x(`lumbar${level}_spinous_process`)).toBeLessThan(x(`lumbar${level}_middle`) - 0.02);
    expect(x("psis_r")).toBeLessThan(x("asis_r"));
  });

  it("put the hip where its joint is", () => {
    expect(at.get("femoral_head_l")).toEqual(at.get("acetabulum_l"));
  });

  it("mirror left and right", () => {
    const [rx, ry, rz] = at.get("greater_trochanter_r") ?? [0, 0, 0];
    expect(at.get("greater_trochanter_l")).toEqual([rx, ry, -rz]);
  });
});

describe("the lumbosacral endplate", () => {
  it("slopes forward and down by 40°, its normal upward and forward", () => {
    const { rotation: r } = lumbosacralEndplate(PERSON);
    expect((Math.atan2(-r[3], r[0]) * 180) / Math.PI).toBeCloseTo(40, 9);
    expect([r[1], r[4], r[7]]).toEqual([
      expect.closeTo(Math.sin(0.6981317), 6),
      expect.closeTo(Math.cos(0.6981317), 6),
      0,
    ]);
  });
});
