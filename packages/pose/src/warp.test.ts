import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Picture } from "./picture.ts";
import { pictureFromWindow, type Region } from "./region.ts";
import { warpInto } from "./warp.ts";

/** A picture whose red is a plane over x and y, so that bilinear sampling is exact inside. */
function plane(width: number, height: number, ax: number, ay: number, c: number): Picture {
  const rgba = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = 4 * (width * y + x);
      rgba[i] = c + ax * x + ay * y;
      rgba[i + 1] = 2 * x;
      rgba[i + 2] = 2 * y;
      rgba[i + 3] = 255;
    }
  return { width, height, rgba };
}

/** The plain way: one input pixel by its definition. */
function sample(
  picture: Picture,
  region: Region,
  size: number,
  i: number,
  j: number,
  k: number,
  low: number,
  high: number,
  replicate: boolean,
) {
  const m = pictureFromWindow(region);
  const u = (i + 0.5) / size;
  const v = (j + 0.5) / size;
  const x = m.a * u + m.c * v + m.e - 0.5;
  const y = m.b * u + m.d * v + m.f - 0.5;
  const at = (px: number, py: number) => {
    if (px >= 0 && py >= 0 && px < picture.width && py < picture.height)
      return picture.rgba[4 * (picture.width * py + px) + k];
    if (!replicate) return 0;
    const cx = Math.min(picture.width - 1, Math.max(0, px));
    const cy = Math.min(picture.height - 1, Math.max(0, py));
    return picture.rgba[4 * (picture.width * cy + cx) + k];
  };
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const fx = x - ix;
  const fy = y - iy;
  const top = at(ix, iy) * (1 - fx) + at(ix + 1, iy) * fx;
  const bottom = at(ix, iy + 1) * (1 - fx) + at(ix + 1, iy + 1) * fx;
  return low + ((high - low) * (top * (1 - fy) + bottom * fy)) / 255;
}

describe("warpInto", () => {
  it("copies the picture when window and input have its size", () => {
    const picture = plane(8, 8, 3, 5, 7);
    const out = new Float32Array(3 * 64);
    warpInto(picture, { cx_px: 4, cy_px: 4, size_px: 8, angle_rad: 0 }, 8, out, 0, 255, "replicate");
    for (let p = 0; p < 64; p++) expect(out[3 * p]).toBeCloseTo(picture.rgba[4 * p], 4);
  });

  it("agrees with the definition at every pixel, for any window, inside and outside the picture", () => {
    const picture = plane(37, 23, 2, 3, 11);
    const size = 9;
    const out = new Float32Array(3 * size * size);
    const window = fc.record({
      cx_px: fc.double({ min: -30, max: 70, noNaN: true }),
      cy_px: fc.double({ min: -30, max: 60, noNaN: true }),
      size_px: fc.double({ min: 2, max: 120, noNaN: true }),
      angle_rad: fc.oneof(
        fc.constantFrom(0, Math.PI / 2, Math.PI, -Math.PI / 2),
        fc.double({ min: -3.2, max: 3.2, noNaN: true }),
      ),
      mirrored: fc.boolean(),
    });
    fc.assert(
      fc.property(window, fc.boolean(), (region, replicate) => {
        warpInto(picture, region, size, out, -1, 1, replicate ? "replicate" : "low");
        for (let j = 0; j < size; j++)
          for (let i = 0; i < size; i++)
            for (let k = 0; k < 3; k++) {
              const expected = sample(picture, region, size, i, j, k, -1, 1, replicate);
              expect(Math.abs(out[3 * (size * j + i) + k] - expected)).toBeLessThan(1e-4);
            }
      }),
      { numRuns: 200 },
    );
  });

  it("gives the lowest value for a window that is not a number, and reads nothing outside the picture", () => {
    const picture = plane(5, 5, 1, 1, 0);
    const out = new Float32Array(12).fill(9);
    warpInto(picture, { cx_px: Number.NaN, cy_px: 2, size_px: 4, angle_rad: 0 }, 2, out, -1, 1, "low");
    expect(out.every((value) => value === -1)).toBe(true);
  });

  it("reads a picture that does not start at a whole word", () => {
    const picture = plane(16, 16, 4, 5, 6);
    const odd = new Uint8Array(picture.rgba.length + 3).subarray(3);
    odd.set(picture.rgba);
    const region = { cx_px: 8.3, cy_px: 7.9, size_px: 21, angle_rad: 0.4 };
    for (const border of ["low", "replicate"] as const) {
      const [one, two] = [new Float32Array(192), new Float32Array(192)];
      warpInto(picture, region, 8, one, 0, 1, border);
      warpInto({ ...picture, rgba: odd }, region, 8, two, 0, 1, border);
      expect(two).toEqual(one);
    }
  });

  it("writes the same numbers whether the bytes are shared between threads or not", () => {
    const picture = plane(16, 16, 4, 5, 6);
    const shared = new Uint8Array(new SharedArrayBuffer(picture.rgba.length));
    shared.set(picture.rgba);
    const region = { cx_px: 8.3, cy_px: 7.9, size_px: 11, angle_rad: 0.4 };
    const [one, two] = [new Float32Array(192), new Float32Array(192)];
    warpInto(picture, region, 8, one, 0, 1, "replicate");
    warpInto({ ...picture, rgba: shared }, region, 8, two, 0, 1, "replicate");
    expect(two).toEqual(one);
  });
});
