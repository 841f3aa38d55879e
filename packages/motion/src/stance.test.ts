import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeBody } from "./body.ts";
import { findStances } from "./stance.ts";
import { film, poseLandmarks, stancePose } from "./testing/figure.ts";

describe("findStances", () => {
  it("finds side, lift, hold and the stand on two legs of any stance", () => {
    const plan = fc.record({
      stance: fc.constantFrom("left" as const, "right" as const),
      start: fc.double({ min: 0.8, max: 3, noNaN: true }),
      held: fc.double({ min: 1.8, max: 6, noNaN: true }),
      drop: fc.double({ min: -4, max: 12, noNaN: true }),
      azimuth: fc.constantFrom(0, 180, 8, -9),
    });
    fc.assert(
      fc.property(plan, ({ stance, start, held, drop, azimuth }) => {
        const tm = [start, start + 0.7, start + 0.7 + held, start + 1.4 + held] as const;
        const landmarks = film(
          stancePose({ stance, drop, tm }),
          { duration_s: start + 2.2 + held },
          { azimuth_deg: azimuth, noise_px: 1 },
        );
        const { holds, baseline, baselineAt } = findStances(makeBody(landmarks));
        expect(holds).toHaveLength(1);
        const [h] = holds;
        expect(h!.stance).toBe(stance);
        expect(h!.lift_s).toBeGreaterThan(tm[0]);
        expect(h!.lift_s).toBeLessThan(tm[1]);
        expect(h!.hold.start_s).toBeGreaterThan(tm[1] - 0.1);
        expect(h!.hold.end_s).toBeLessThan(tm[2] + 0.1);
        expect(h!.hold.end_s - h!.hold.start_s).toBeGreaterThan(held - 0.6);
        expect(baselineAt).toBe("start");
        expect(baseline!.end_s).toBeLessThan(tm[0] + 0.15);
      }),
      { numRuns: 25 },
    );
  });
  it("knows a foot that is held forward toward a high camera, where it hardly rises in the picture", () => {
    const pose = (t: number): ReturnType<typeof poseLandmarks> => {
      const up = t > 1.6 && t < 5 ? 1 : 0;
      // the picture of a forward foot: 1.5 cm higher, 4 cm aside, knee as low as the other
      return poseLandmarks({
        midHip: [0.03 * up, 0.9, 0],
        ankle: { left: [0.085, 0.08, 0], right: [-0.085 + 0.04 * up, 0.08 + 0.015 * up, 0] },
      });
    };
    const { holds } = findStances(makeBody(film(pose, { duration_s: 6 }, { noise_px: 0.5 })));
    expect(holds.map((h) => h.stance)).toEqual(["left"]);
  });
  it("takes the stand after the hold when there is none before", () => {
    const pose = stancePose({ stance: "right", drop: 4, tm: [-2, -1.2, 2.5, 3.1] });
    const { baselineAt, holds } = findStances(makeBody(film(pose, { duration_s: 5.5 })));
    expect(holds[0]).toMatchObject({ stance: "right", openStart: true });
    expect(baselineAt).toBe("end");
  });
  it("finds no hold in steps shorter than a second", () => {
    const quick = stancePose({ stance: "left", drop: 2, tm: [1, 1.3, 1.6, 1.9] });
    expect(findStances(makeBody(film(quick, { duration_s: 4 }))).holds).toEqual([]);
  });
});
