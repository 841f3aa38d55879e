import { describe, expect, it } from "vitest";
import { makeBody } from "./body.ts";
import { forwardOf, forwardSlant, planeFppa, slantError_deg } from "./kneePlane.ts";
import { kneeFppa } from "./angles.ts";
import { hasMedia, MEDIA, readTruth, truthFiles, truthLandmarks } from "./testing/truth.ts";
import { film, squatPose } from "./testing/figure.ts";
import { windowBetween } from "./window.ts";

const reps = [{ start: 1, bottom: 2, bottomEnd: 2.4, end: 3.4 }];
const squat = (azimuth_deg: number): ReturnType<typeof makeBody> =>
  makeBody(film(squatPose(reps, { left: 6, right: 6 }), { duration_s: 4 }, { azimuth_deg }));

describe("forwardOf", () => {
  it("is a leg of two halves: both are half a leg long at every height", () => {
    for (const height of [1, 0.95, 0.8, 0.6, 0.4]) {
      const { hip, knee } = forwardOf(height);
      const d = Math.hypot(height, hip);
      // knee: foot of the perpendicular from the middle of hip and ankle
      const kneeHeight = height / 2 - (Math.sqrt(Math.max(0, 0.25 - (d * d) / 4)) * hip) / d;
      expect(Math.hypot(knee, kneeHeight)).toBeCloseTo(0.5, 9);
      expect(Math.hypot(knee - hip, kneeHeight - height)).toBeCloseTo(0.5, 9);
      expect(knee).toBeGreaterThanOrEqual(0);
    }
  });
  it("makes a turn matter more the deeper the squat", () => {
    expect(slantError_deg(1, 0)).toBeCloseTo(0, 9);
    expect(slantError_deg(0.7, 0)).toBeGreaterThan(slantError_deg(0.9, 0));
    expect(slantError_deg(0.7, 0)).toBeLessThan(6);
    expect(slantError_deg(0.7, 0.1)).toBeGreaterThan(slantError_deg(0.7, 0));
  });
});

describe("forwardSlant", () => {
  it("is zero face to face and from behind, and grows with the turn, with the sign of the picture", () => {
    const at = (azimuth_deg: number): number =>
      forwardSlant(squat(azimuth_deg), windowBetween(squat(azimuth_deg).t_s, 0, 0.9));
    expect(at(0)).toBeCloseTo(0, 9);
    expect(at(180)).toBeCloseTo(0, 9);
    expect(at(-6)).toBeGreaterThan(0.04);
    expect(at(6)).toBeCloseTo(-at(-6), 9);
    expect(at(174)).toBeLessThan(-0.04);
  });
});

describe("planeFppa", () => {
  const lowest = (series: Float64Array): number => series[Math.round(2.2 * 30)]!;
  it("takes out most of what a turn of 5° does to a bent knee", () => {
    const body = squat(5);
    const height = new Float64Array(body.n).fill(1 - 0.25 / 0.838);
    const slant = forwardSlant(body, windowBetween(body.t_s, 0, 0.9));
    for (const side of ["left", "right"] as const) {
      const naive = lowest(kneeFppa(body, "front", side)) - 6;
      const inPlane = lowest(planeFppa(body, side, height, { view: "front", leg_px: body.size_px, slant }));
      const square = lowest(planeFppa(body, side, height, { view: "front", leg_px: body.size_px, slant: 0 }));
      expect(Math.abs(naive)).toBeGreaterThan(3);
      expect(Math.abs(inPlane - square)).toBeGreaterThan(0.4 * Math.abs(naive));
      expect(Math.sign(inPlane - square)).toBe(-Math.sign(naive));
    }
  });
});

describe.skipIf(!hasMedia)("rendered squats, ideal landmarks (skipped where the shared clips are absent)", () => {
  for (const file of ["clips", "demo"].flatMap((set) => truthFiles(`${MEDIA}/${set}`)).filter((f) => /squat/.test(f)))
    it(`${file.split("/").pop()}: within 1° where the plain picture angle is 2–3° low`, () => {
      const truth = readTruth(file);
      const body = makeBody(truthLandmarks(truth));
      const rep = (truth.summary["reps"] as Record<string, number>[])[0]!;
      const i = Math.round((((rep["bottom"] ?? rep["top"])! + (rep["bottomEnd"] ?? rep["top_end"])!) / 2) * 30);
      const standing = body.mid("left_ankle", "right_ankle").y[3]! - body.mid("left_hip", "right_hip").y[3]!;
      const height = body
        .mid("left_hip", "right_hip")
        .y.map((y, k) => (body.mid("left_ankle", "right_ankle").y[k]! - y) / standing);
      const plane = {
        view: "front" as const,
        leg_px: body.size_px,
        slant: forwardSlant(body, windowBetween(body.t_s, 0, 0.3)),
      };
      for (const [side, key] of [
        ["left", "fppa_L"],
        ["right", "fppa_R"],
      ] as const) {
        // biome-ignore format: one line
        const truthful = truth.frames[i]!.ang[key]!;
        expect(Math.abs(planeFppa(body, side, height, plane)[i]! - truthful)).toBeLessThan(1);
        expect(kneeFppa(body, "front", side)[i]! - truthful).toBeLessThan(-1.5);
      }
    });
});
