import { LANDMARK_COUNT } from "@levelhip/signal";
import { describe, expect, it } from "vitest";
import { averaged, cropCount, cropsOf } from "./crops.ts";
import type { Estimate } from "./estimate.ts";
import { emptyRow } from "./landmarkRows.ts";
import { exchangeSides } from "./sideSwap.ts";

const region = { cx_px: 300, cy_px: 500, size_px: 1000, angle_rad: 0.3 };

/** A frontal person: left landmarks at x = 400 + shift, right at 300 + shift. */
function person(shift: number, presence = 1): Estimate {
  const x_px = Float64Array.from({ length: LANDMARK_COUNT }, (_, i) => (i % 2 ? 400 : 300) + shift);
  const y_px = Float64Array.from({ length: LANDMARK_COUNT }, (_, i) => 20 * Math.floor((i + 1) / 2));
  return { presence, x_px, y_px, visibility: new Float32Array(LANDMARK_COUNT).fill(0.8), next: region };
}

const reference = { ...emptyRow(7, 0.25, 1, 1), x_px: person(0).x_px, y_px: person(0).y_px };

describe("crops", () => {
  it("are as many as said, and balanced around the region", () => {
    for (const quality of ["standard", "best"] as const) {
      const crops = cropsOf(region, quality);
      expect(crops.length).toBe(cropCount(quality));
      const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
      expect(mean(crops.map((c) => c.cx_px))).toBeCloseTo(300, 6);
      expect(mean(crops.map((c) => c.cy_px))).toBeCloseTo(500, 6);
      expect(mean(crops.map((c) => c.size_px))).toBeCloseTo(1000, 6);
    }
    expect(cropCount("quick")).toBe(0);
  });
});

describe("averaged", () => {
  it("is the mean with the standard error of the mean, per axis", () => {
    const shifts = [-3, 0, 3];
    const { row, swapped } = averaged(
      shifts.map((s) => person(s)),
      reference,
      false,
    )!;
    expect(row.x_px[11]).toBeCloseTo(400, 9);
    // sd over crops: 3 px in x, 0 in y; the two axes' mean variance is 9/2, over n = 3
    expect(row.se_px[11]).toBeCloseTo(Math.sqrt(9 / 2 / 3), 9);
    expect(row.visibility[11]).toBeCloseTo(0.8, 6);
    expect([row.index, row.t_s, row.people]).toEqual([7, 0.25, 1]);
    expect(swapped).toBe(false);
  });

  it("leaves out crops that saw nobody, and is nothing when none did", () => {
    const { row } = averaged([person(1), person(99, 0.2)], reference, false)!;
    expect(row.x_px[11]).toBeCloseTo(401, 9);
    expect(row.se_px[11]).toBeNaN();
    expect(row.presence).toBeCloseTo(0.6, 9);
    expect(averaged([person(0, 0.1)], reference, false)).toBeNull();
    expect(averaged([], reference, false)).toBeNull();
    // whom the first look missed in a short gap is one person all the same
    expect(averaged([person(0)], { ...reference, people: 0 }, false)!.row.people).toBe(1);
  });

  const exchanged = () => {
    const e = person(0);
    exchangeSides(e.x_px, 0);
    exchangeSides(e.y_px, 0);
    return e;
  };

  it("makes the sides of a crop that differs those of the others, before the mean", () => {
    const one = averaged([person(0), exchanged(), person(0)], reference, false)!;
    expect(one.row.x_px[23]).toBeCloseTo(400, 9);
    expect(one.swapped).toBe(false);
  });

  it("believes most crops against a first look, and the reference where it was repaired", () => {
    const crops = () => [exchanged(), exchanged(), person(0)];
    expect(averaged(crops(), reference, false)!.row.x_px[23]).toBeCloseTo(300, 9);
    const repaired = averaged(crops(), reference, true)!;
    expect(repaired.row.x_px[23]).toBeCloseTo(400, 9);
    expect(repaired.swapped).toBe(true);
  });
});
