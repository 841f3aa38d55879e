import { describe, expect, it } from "vitest";
import type { Detection } from "./detection.ts";
import type { Estimate } from "./estimate.ts";
import { distinctPeople, isAnother, preferred, sureOnes } from "./people.ts";

const at = (hipX_px: number, radius = 100, score = 0.9): Detection => ({
  score,
  hipX_px,
  hipY_px: 300,
  rimX_px: hipX_px,
  rimY_px: 300 - radius,
});

function standing(x: number, presence = 1): Estimate {
  const x_px = new Float64Array(33).fill(x);
  const y_px = new Float64Array(33).fill(300);
  y_px[11] = y_px[12] = 100;
  return {
    presence,
    x_px,
    y_px,
    visibility: new Float32Array(33).fill(1),
    next: { cx_px: x, cy_px: 300, size_px: 500, angle_rad: 0 },
  };
}

describe("people", () => {
  it("counts two boxes on one body once, two bodies twice", () => {
    expect(distinctPeople([at(100), at(120)])).toEqual([at(100)]);
    expect(distinctPeople([at(100), at(180), at(90)]).map((d) => d.hipX_px)).toEqual([100, 180]);
    expect(distinctPeople([])).toEqual([]);
  });

  it("follows the largest, or the one nearest to the wish", () => {
    const people = [at(100, 80), at(300, 120), at(500, 90)];
    expect(preferred(people, null)?.hipX_px).toBe(300);
    expect(preferred(people, { x_px: 480, y_px: 300 })?.hipX_px).toBe(500);
    expect(preferred([], null)).toBeUndefined();
  });

  it("does not look twice at doubtful detections", () => {
    expect(sureOnes([at(100), at(300, 90, 0.55), at(500, 90, 0.7)]).map((d) => d.hipX_px)).toEqual([100, 500]);
  });

  it("takes a second look that lands on the first body, or on nobody, for no other person", () => {
    expect(isAnother(standing(100), standing(110))).toBe(false);
    expect(isAnother(standing(100), standing(300, 0.7))).toBe(false);
    expect(isAnother(standing(100), standing(300))).toBe(true);
  });
});
