import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  nudged,
  pictureFromWindow,
  REGION_MARGIN,
  type Region,
  regionFromCircle,
  wholePicture,
  wrapAngle,
} from "./region.ts";

const anyRegion = fc.record({
  cx_px: fc.double({ min: -500, max: 2000, noNaN: true }),
  cy_px: fc.double({ min: -500, max: 2000, noNaN: true }),
  size_px: fc.double({ min: 20, max: 3000, noNaN: true }),
  angle_rad: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
  mirrored: fc.boolean(),
});

function through(region: Region, u: number, v: number): [number, number] {
  const m = pictureFromWindow(region);
  return [m.a * u + m.c * v + m.e, m.b * u + m.d * v + m.f];
}

describe("region", () => {
  it("keeps its centre and its side whatever its turn and hand", () => {
    fc.assert(
      fc.property(anyRegion, (region) => {
        const [cx, cy] = through(region, 0.5, 0.5);
        expect(cx).toBeCloseTo(region.cx_px, 6);
        expect(cy).toBeCloseTo(region.cy_px, 6);
        const [x0, y0] = through(region, 0, 0);
        const [x1, y1] = through(region, 1, 0);
        expect(Math.hypot(x1 - x0, y1 - y0)).toBeCloseTo(region.size_px, 6);
      }),
    );
  });

  it("points its up from the centre to the rim, and holds the rim within its margin", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3.1, max: 3.1, noNaN: true }),
        fc.double({ min: 1, max: 900, noNaN: true }),
        (angle, r) => {
          const rim: [number, number] = [100 + r * Math.sin(angle), 200 - r * Math.cos(angle)];
          const region = regionFromCircle(100, 200, ...rim);
          expect(region.angle_rad).toBeCloseTo(angle, 9);
          const [x, y] = through(region, 0.5, 0.5 - 0.5 / REGION_MARGIN);
          expect(x).toBeCloseTo(rim[0], 6);
          expect(y).toBeCloseTo(rim[1], 6);
        },
      ),
    );
  });

  it("shows in the mirror what lies on the other side of its own axis", () => {
    fc.assert(
      fc.property(anyRegion, fc.double({ min: 0, max: 1, noNaN: true }), (region, u) => {
        const [x, y] = through({ ...region, mirrored: false }, u, 0.3);
        const [mx, my] = through({ ...region, mirrored: true }, 1 - u, 0.3);
        expect(mx).toBeCloseTo(x, 6);
        expect(my).toBeCloseTo(y, 6);
      }),
    );
  });

  it("covers the whole picture, and turns it clockwise: the window's up becomes the picture's right at 90", () => {
    const upright = wholePicture(400, 200, 0);
    expect(through(upright, 0, 0.25)).toEqual([0, 0]);
    expect(through(upright, 1, 0.75)).toEqual([400, 200]);
    const [x, y] = through(wholePicture(400, 200, 90), 0.5, 0);
    expect(x).toBeCloseTo(400, 9);
    expect(y).toBeCloseTo(100, 9);
  });

  it("moves in its own axes", () => {
    const region = { cx_px: 10, cy_px: 20, size_px: 100, angle_rad: Math.PI / 2 };
    const moved = nudged(region, 1.1, 0.1, 0, false);
    expect(moved.size_px).toBeCloseTo(110, 9);
    expect(moved.cx_px).toBeCloseTo(10, 9);
    expect(moved.cy_px).toBeCloseTo(30, 9);
  });

  it("wraps angles into (−π, π]", () => {
    expect(wrapAngle(Math.PI)).toBeCloseTo(Math.PI, 12);
    expect(wrapAngle(-Math.PI)).toBeCloseTo(Math.PI, 12);
    expect(wrapAngle(3 * Math.PI - 0.1)).toBeCloseTo(Math.PI - 0.1, 12);
    expect(wrapAngle(-7)).toBeCloseTo(-7 + 2 * Math.PI, 12);
  });
});
