import { LANDMARK, LANDMARK_COUNT } from "@levelhip/signal";
import { describe, expect, it } from "vitest";
import {
  decodeEstimate,
  LANDMARKER_POINTS,
  LANDMARKER_SIZE,
  type LandmarkerOutput,
  landmarkerOutput,
  TWIN,
} from "./estimate.ts";

const CELLS = 64;

/** Raw output with every landmark at the given window place and an empty heatmap. */
function output(place: (i: number) => [number, number], presence = 1): LandmarkerOutput {
  const points = new Float32Array(5 * LANDMARKER_POINTS);
  for (let i = 0; i < LANDMARKER_POINTS; i++) {
    const [u, v] = place(i);
    points.set([u * LANDMARKER_SIZE, v * LANDMARKER_SIZE, 0, i - 16, 0], 5 * i);
  }
  const heatmap = new Float32Array(CELLS * CELLS * LANDMARKER_POINTS).fill(-20);
  return { points, presence: Float32Array.of(presence), heatmap };
}

function peak(heatmap: Float32Array, channel: number, col: number, row: number, logit: number): void {
  heatmap[LANDMARKER_POINTS * (CELLS * row + col) + channel] = logit;
}

const region = { cx_px: 300, cy_px: 500, size_px: 640, angle_rad: 0 };

describe("twins", () => {
  it("pair left with right and leave the nose alone", () => {
    expect(TWIN.length).toBe(LANDMARK_COUNT);
    TWIN.forEach((twin, i) => expect(TWIN[twin]).toBe(i));
    expect(TWIN[LANDMARK.nose]).toBe(LANDMARK.nose);
    expect(TWIN[LANDMARK.left_hip]).toBe(LANDMARK.right_hip);
    expect(TWIN[LANDMARK.mouth_left]).toBe(LANDMARK.mouth_right);
    expect(TWIN.filter((twin, i) => twin === i)).toEqual([LANDMARK.nose]);
  });
});

describe("decodeEstimate", () => {
  it("carries the model's own points into the picture where the heatmap is silent", () => {
    const e = decodeEstimate(
      output((i) => [i / 40, 0.25]),
      region,
    );
    expect(e.x_px[20]).toBeCloseTo(300 - 320 + 640 * 0.5, 3);
    expect(e.y_px[20]).toBeCloseTo(500 - 320 + 160, 3);
    expect(e.visibility[16]).toBeCloseTo(0.5, 6);
    expect(e.visibility[32]).toBeGreaterThan(0.99);
  });

  it("moves a point to the centre of its heatmap's cells near it, and to no others", () => {
    const raw = output(() => [0.5, 0.5]);
    peak(raw.heatmap, 5, 34, 32, 20);
    peak(raw.heatmap, 5, 35, 32, 20);
    peak(raw.heatmap, 5, 40, 40, 30); // outside the 7 × 7 cells
    peak(raw.heatmap, 6, 34, 32, -0.1); // not sure enough
    const e = decodeEstimate(raw, region);
    expect(e.x_px[5]).toBeCloseTo(-20 + (640 * 34.5) / 64, 3);
    expect(e.y_px[5]).toBeCloseTo(180 + (640 * 32) / 64, 3);
    expect(e.x_px[6]).toBeCloseTo(300, 3);
  });

  it("leaves a point outside the window where it is, and cuts the cells at the heatmap's edge", () => {
    const raw = output((i) => (i === 3 ? [1.2, 0.5] : [0, 0]));
    peak(raw.heatmap, 4, 2, 1, 20);
    const e = decodeEstimate(raw, region);
    expect(e.x_px[3]).toBeCloseTo(-20 + 640 * 1.2, 3);
    expect(e.x_px[4]).toBeCloseTo(-20 + 20, 3);
    expect(e.y_px[4]).toBeCloseTo(180 + 10, 3);
  });

  it("puts left and right back in a mirrored window: the same picture gives the same points", () => {
    const place = (i: number): [number, number] => [0.2 + i / 100, 0.4];
    const straight = decodeEstimate(output(place), region);
    const mirrored = decodeEstimate(
      output((i) => (i < 33 ? [1 - place(TWIN[i])[0], 0.4] : place(i))),
      { ...region, mirrored: true },
    );
    for (let i = 0; i < LANDMARK_COUNT; i++) expect(mirrored.x_px[i]).toBeCloseTo(straight.x_px[i], 3);
  });

  it("takes the next region from the two auxiliary points", () => {
    const e = decodeEstimate(
      output((i) => (i === 33 ? [0.5, 0.5] : i === 34 ? [0.5, 0.25] : [0, 0])),
      region,
    );
    expect(e.next.cx_px).toBeCloseTo(300, 3);
    expect(e.next.cy_px).toBeCloseTo(500, 3);
    expect(e.next.size_px).toBeCloseTo(2 * 160 * 1.25, 3);
    expect(e.next.angle_rad).toBeCloseTo(0, 6);
  });

  it("tells outputs apart by their length, and says when one is missing", () => {
    const { points, presence, heatmap } = output(() => [0, 0]);
    const mask = new Float32Array(65536);
    expect(landmarkerOutput([mask, heatmap, presence, points]).points).toBe(points);
    expect(() => landmarkerOutput([mask, heatmap, points])).toThrow("no output of 1 values");
  });
});
