import { EXERCISES } from "@levelhip/care";
import { describe, expect, it } from "vitest";
import { draw } from "./drawing.ts";
import { exerciseFigure, poseBetween, poseFrom } from "./exercisePose.ts";
import { pointOn, skeletonOf } from "./skeleton.ts";

describe("exercises as figures", () => {
  it("draws both ends and the way between of every exercise, on both sides", () => {
    for (const exercise of EXERCISES) {
      for (const side of ["left", "right", null] as const) {
        const { start, top, azimuth_deg } = exerciseFigure(exercise, side);
        for (const height of [0, 0.5, 1]) {
          const { shapes, bounds } = draw(poseBetween(start, top, height), azimuth_deg, { band: false });
          expect(shapes.map(({ path }) => path).join(""), exercise.id).not.toMatch(/NaN|Infinity|undefined/);
          expect(bounds.width * bounds.height, exercise.id).toBeGreaterThan(1000);
        }
      }
    }
  });

  it("reads pitch and roll as care writes them", () => {
    const up = (pose: ReturnType<typeof poseFrom>) => pointOn(skeletonOf(pose), "pelvis", [0, 10, 0]);
    const front = (pose: ReturnType<typeof poseFrom>) => pointOn(skeletonOf(pose), "pelvis", [0, 0, 10]);
    expect(up(poseFrom({}))[1]).toBeCloseTo(10);
    expect(front(poseFrom({ pitch_deg: -90 }))[1]).toBeCloseTo(10); // on the back: the front looks up
    expect(front(poseFrom({ pitch_deg: 90 }))[1]).toBeCloseTo(-10);
    const left = pointOn(skeletonOf(poseFrom({ roll_deg: 90 })), "pelvis", [10, 0, 0]);
    expect(left[1]).toBeCloseTo(-10); // on the left side
  });

  it("begins at the start and ends at the top", () => {
    const { start, top } = exerciseFigure(EXERCISES[1] as (typeof EXERCISES)[number], null);
    expect(skeletonOf(poseBetween(start, top, 0)).footLeft.at).toEqual(skeletonOf(start).footLeft.at);
    expect(skeletonOf(poseBetween(start, top, 1)).footLeft.at).toEqual(skeletonOf(top).footLeft.at);
    expect(poseBetween(start, top, 7)).toEqual(poseBetween(start, top, 1));
  });
});
