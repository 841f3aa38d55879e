import { describe, expect, it } from "vitest";
import { anchorCentres, DETECTOR_BOXES, DETECTOR_SIZE, decodeDetections, regionOfDetection } from "./detection.ts";
import { wholePicture } from "./region.ts";

/** Raw detector output with one box at each given anchor: [anchor, logit, hip u, hip v, rim u, rim v, side]. */
function raw(boxes: readonly (readonly [number, number, number, number, number, number, number])[]) {
  const anchors = anchorCentres();
  const out = new Float32Array(12 * DETECTOR_BOXES);
  const logits = new Float32Array(DETECTOR_BOXES).fill(-9);
  for (const [anchor, logit, hipU, hipV, rimU, rimV, side] of boxes) {
    const [ax, ay] = [anchors[2 * anchor], anchors[2 * anchor + 1]];
    const values = [hipU - ax, hipV - 0.3 - ay, side, side, hipU - ax, hipV - ay, rimU - ax, rimV - ay];
    values.forEach((value, k) => {
      out[12 * anchor + k] = value * DETECTOR_SIZE;
    });
    logits[anchor] = logit;
  }
  return { out, logits, anchors };
}

describe("anchors", () => {
  it("lie on grids of 28, 14 and 7 cells with 2, 2 and 6 to a cell", () => {
    const centres = anchorCentres();
    expect(centres.length).toBe(2 * DETECTOR_BOXES);
    expect([centres[0], centres[1], centres[2]]).toEqual([0.5 / 28, 0.5 / 28, 0.5 / 28].map(Math.fround));
    const second = 2 * 2 * 28 * 28;
    expect(centres[second]).toBeCloseTo(0.5 / 14, 6);
    const third = second + 2 * 2 * 14 * 14;
    expect([...centres.subarray(third, third + 14)].filter((_, i) => i % 2 === 0)).toEqual(
      [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 1.5].map((c) => Math.fround(c / 7)),
    );
    expect(Math.max(...centres)).toBeLessThan(1);
  });
});

describe("decodeDetections", () => {
  const upright = wholePicture(224, 224, 0);

  it("finds nobody where no score reaches one half", () => {
    const { out, logits, anchors } = raw([[100, -0.01, 0.5, 0.5, 0.5, 0.2, 0.1]]);
    expect(decodeDetections(out, logits, anchors, upright)).toEqual([]);
  });

  it("ignores scores that are not numbers", () => {
    const { out, logits, anchors } = raw([]);
    logits.fill(Number.NaN);
    expect(decodeDetections(out, logits, anchors, upright)).toEqual([]);
  });

  it("puts the points of a person into the picture, with its letterbox taken off", () => {
    const { out, logits, anchors } = raw([[100, 3, 0.5, 0.5, 0.5, 0.25, 0.1]]);
    const [found] = decodeDetections(out, logits, anchors, wholePicture(360, 720, 0));
    expect(found.score).toBeCloseTo(1 / (1 + Math.exp(-3)), 6);
    expect(found.hipX_px).toBeCloseTo(180, 2);
    expect(found.hipY_px).toBeCloseTo(360, 2);
    expect(found.rimX_px).toBeCloseTo(180, 2);
    expect(found.rimY_px).toBeCloseTo(180, 2);
    const region = regionOfDetection(found);
    expect(region.size_px).toBeCloseTo(2 * 180 * 1.25, 1);
    expect(region.angle_rad).toBeCloseTo(0, 4);
  });

  it("turns them back when the picture was seen turned: head up in the window is head right in the picture", () => {
    const { out, logits, anchors } = raw([[100, 3, 0.5, 0.5, 0.5, 0.25, 0.1]]);
    const [found] = decodeDetections(out, logits, anchors, wholePicture(200, 200, 90));
    expect(found.rimX_px - found.hipX_px).toBeCloseTo(50, 2);
    expect(found.rimY_px - found.hipY_px).toBeCloseTo(0, 2);
    expect(regionOfDetection(found).angle_rad).toBeCloseTo(Math.PI / 2, 4);
  });

  it("merges overlapping boxes into their mean by score, and keeps the others, best first", () => {
    const { out, logits, anchors } = raw([
      [100, 1, 0.5, 0.5, 0.5, 0.25, 0.2],
      [101, 2, 0.52, 0.5, 0.52, 0.25, 0.2],
      [900, 4, 0.1, 0.8, 0.1, 0.6, 0.2],
    ]);
    const found = decodeDetections(out, logits, anchors, upright);
    expect(found.length).toBe(2);
    expect(found[0].hipX_px).toBeCloseTo(22.4, 2);
    const [p, q] = [1, 2].map((logit) => 1 / (1 + Math.exp(-logit)));
    expect(found[1].score).toBeCloseTo(q, 6);
    expect(found[1].hipX_px).toBeCloseTo((224 * (0.5 * p + 0.52 * q)) / (p + q), 2);
  });
});
