import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draw } from "./drawing.ts";
import { hull, limb } from "./outline.ts";
import { mirrored, type Pose } from "./pose.ts";
import * as poses from "./poses.ts";
import { BODY, pointOn, skeletonOf } from "./skeleton.ts";

const pose = fc.record({
  pelvis: fc.record({ tilt: fc.integer({ min: -40, max: 40 }), leftUp: fc.integer({ min: -20, max: 20 }) }),
  spine: fc.record({ flexion: fc.integer({ min: -20, max: 40 }), bendLeft: fc.integer({ min: -20, max: 20 }) }),
  left: fc.record({ flexion: fc.integer({ min: -20, max: 120 }), abduction: fc.integer({ min: -20, max: 45 }), knee: fc.integer({ min: 0, max: 140 }) }),
  right: fc.record({ flexion: fc.integer({ min: -20, max: 120 }), knee: fc.integer({ min: 0, max: 140 }), ankle: fc.integer({ min: -40, max: 30 }) }),
  leftArm: fc.record({ flexion: fc.integer({ min: -40, max: 170 }), elbow: fc.integer({ min: 0, max: 140 }) }),
}); // biome-ignore format: a table

describe("skeleton", () => {
  it("stands straight at zero", () => {
    const s = skeletonOf({});
    expect(s.footLeft.at[0]).toBeCloseTo(BODY.hipHalf);
    expect(s.footLeft.at[1]).toBeCloseTo(-BODY.thigh - BODY.shank);
  });

  it("turns the thigh forward, outward, and the shank back", () => {
    const s = skeletonOf({ left: { flexion: 90, knee: 90 }, right: { abduction: 90 } });
    expect(s.shankLeft.at[2]).toBeCloseTo(BODY.thigh); // knee straight in front
    expect(s.footLeft.at[1]).toBeCloseTo(-BODY.shank); // ankle straight below it
    expect(s.shankRight.at[0]).toBeCloseTo(-BODY.hipHalf - BODY.thigh);
  });

  it("raises the left hip, bends to the left, lies on the named side", () => {
    expect(pointOn(skeletonOf({ pelvis: { leftUp: 10 } }), "pelvis", [10, 0, 0])[1]).toBeGreaterThan(0);
    expect(skeletonOf({ spine: { bendLeft: 20 } }).head.at[0]).toBeGreaterThan(1);
    expect(pointOn(skeletonOf({ lying: "left-side" }), "pelvis", [10, 0, 0])[1]).toBeCloseTo(-10);
    expect(pointOn(skeletonOf({ lying: "supine" }), "pelvis", [0, 0, 10])[1]).toBeCloseTo(10);
  });

  it("keeps the length of every bone, whatever the pose", () => {
    fc.assert(
      fc.property(pose, (p) => {
        const s = skeletonOf(p as Pose);
        const d = Math.hypot(...[0, 1, 2].map((i) => (s.shankLeft.at[i] ?? 0) - (s.thighLeft.at[i] ?? 0)));
        expect(d).toBeCloseTo(BODY.thigh, 6);
      }),
    );
  });

  it("mirrors", () => {
    fc.assert(
      fc.property(pose, (p) => {
        const [a, b] = [skeletonOf(p as Pose), skeletonOf(mirrored(p as Pose))];
        expect(b.footRight.at[0]).toBeCloseTo(-a.footLeft.at[0], 6);
        expect(b.footRight.at[1]).toBeCloseTo(a.footLeft.at[1], 6);
        expect(b.head.at[0]).toBeCloseTo(-a.head.at[0], 6);
      }),
    );
  });
});

describe("drawing", () => {
  it("draws every pose of the tests, from all around, in numbers", () => {
    for (const [name, p] of Object.entries(poses)) {
      for (const azimuth of [0, 45, 90, 180, -90]) {
        const { shapes, bounds } = draw(p, azimuth);
        expect(shapes.length, name).toBeGreaterThan(8);
        expect(shapes.map((s) => s.path).join("")).not.toMatch(/NaN|Infinity|undefined/);
        expect(bounds.width * bounds.height, name).toBeGreaterThan(1000);
      }
    }
  });

  it("survives any pose", () => {
    fc.assert(
      fc.property(
        pose,
        fc.integer({ min: -180, max: 180 }),
        (p, azimuth) =>
          !/NaN/.test(
            draw(p as Pose, azimuth)
              .shapes.map((s) => s.path)
              .join(""),
          ),
      ),
      {
        numRuns: 30,
      },
    );
  });

  it("shows the pelvis tilted by the angle it was given", () => {
    const { left, right } = draw({ pelvis: { leftUp: 8 } }, 0).hips;
    expect((Math.atan2(right.y - left.y, left.x - right.x) * 180) / Math.PI).toBeCloseTo(8, 6);
  });
});

describe("outlines", () => {
  it("takes the larger round where it holds the smaller", () => {
    expect(limb([{ x: 0, y: 0, r: 5 }, { x: 1, y: 0, r: 1 }])).toBe(limb([{ x: 0, y: 0, r: 5 }, { x: 0, y: 0, r: 5 }]));
  });
  it("goes round the points, none outside", () => {
    const square = [[0, 0], [4, 0], [4, 4], [0, 4], [2, 2]].map(([x, y]) => ({ x: x ?? 0, y: y ?? 0 }));
    expect(hull(square)).toHaveLength(4);
  });
}); // biome-ignore format: short tables
