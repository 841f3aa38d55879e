import { pictureFromWindow, type Region, regionFromCircle } from "./region.ts";

/** A person as the detector sees them: four points, in picture pixels. */
export interface Detection {
  /** 0…1 */
  readonly score: number;
  /** centre between the hips */
  readonly hipX_px: number;
  readonly hipY_px: number;
  /** point on the circle around the whole body, on the head's side */
  readonly rimX_px: number;
  readonly rimY_px: number;
}

export const DETECTOR_SIZE = 224;
/** Boxes the detector answers with, and numbers to a box: centre x, y, width, height, then four points x, y. */
export const DETECTOR_BOXES = 2254;
const COORDS = 12;
const SCORE_MIN = 0.5;
const SAME_IOU = 0.3;
/** a layer's stride in input pixels; each layer gives two anchors to a cell. Source: MediaPipe's pose detection graph */
const STRIDES = [8, 16, 32, 32, 32] as const;

/**
 * Centres of the detector's anchors in 0…1: x, y alternating   (2254 x 2). Neighbouring layers of one stride share a
 * cell, so the three of stride 32 give six anchors to a cell.
 */
export function anchorCentres(): Float32Array {
  const centres = new Float32Array(2 * DETECTOR_BOXES);
  let n = 0;
  for (let layer = 0; layer < STRIDES.length; ) {
    const stride = STRIDES[layer];
    let perCell = 0;
    for (; layer < STRIDES.length && STRIDES[layer] === stride; layer++) perCell += 2;
    const cells = DETECTOR_SIZE / stride;
    for (let row = 0; row < cells; row++)
      for (let col = 0; col < cells; col++)
        for (let k = 0; k < perCell; k++) {
          centres[n++] = (col + 0.5) / cells;
          centres[n++] = (row + 0.5) / cells;
        }
  }
  return centres;
}

/**
 * People in the window the detector looked at, best first; overlapping boxes are merged, each weighing with its score.
 * @param boxes the raw boxes   (2254 x 12), set by the detector
 * @param logits the raw scores   (2254), set by the detector
 */
export function decodeDetections(
  boxes: Float32Array,
  logits: Float32Array,
  anchors: Float32Array,
  window: Region,
): Detection[] {
  const found: Box[] = [];
  const logitMin = Math.log(SCORE_MIN / (1 - SCORE_MIN));
  for (let i = 0; i < DETECTOR_BOXES; i++) {
    if (!(logits[i] >= logitMin)) continue;
    const box: Box = { score: 1 / (1 + Math.exp(-Math.min(logits[i], 100))), at: new Float64Array(COORDS) };
    for (let k = 0; k < COORDS; k++) {
      const anchor = k === 2 || k === 3 ? 0 : anchors[2 * i + (k & 1)];
      box.at[k] = boxes[COORDS * i + k] / DETECTOR_SIZE + anchor;
    }
    found.push(box);
  }
  return mergedBoxes(found).map((box) => inPicture(box, window));
}

interface Box {
  readonly score: number;
  /** in 0…1 of the window: centre x, y, width, height, then four points x, y   (12) */
  readonly at: Float64Array;
}

/** Weighted non-maximum suppression: each group of boxes that overlap its best one becomes their mean. */
function mergedBoxes(boxes: Box[]): Box[] {
  let rest = [...boxes].sort((p, q) => q.score - p.score);
  const merged: Box[] = [];
  while (rest.length > 0) {
    const best = rest[0];
    const same = rest.filter((box) => box === best || overlap(best, box) > SAME_IOU);
    rest = rest.filter((box) => !same.includes(box));
    const at = new Float64Array(COORDS);
    const total = same.reduce((sum, box) => sum + box.score, 0);
    for (const box of same) for (let k = 0; k < COORDS; k++) at[k] += (box.score / total) * box.at[k];
    merged.push({ score: best.score, at });
  }
  return merged;
}

/** Intersection over union of two boxes. */
function overlap(p: Box, q: Box): number {
  const along = (k: 0 | 1) => {
    const half = (box: Box) => box.at[k + 2] / 2;
    const low = Math.max(p.at[k] - half(p), q.at[k] - half(q));
    const high = Math.min(p.at[k] + half(p), q.at[k] + half(q));
    return Math.max(0, high - low);
  };
  const both = along(0) * along(1);
  const area = (box: Box) => Math.max(0, box.at[2]) * Math.max(0, box.at[3]);
  const union = area(p) + area(q) - both;
  return union > 0 ? both / union : 0;
}

function inPicture(box: Box, window: Region): Detection {
  const m = pictureFromWindow(window);
  const x = (u: number, v: number) => m.a * u + m.c * v + m.e;
  const y = (u: number, v: number) => m.b * u + m.d * v + m.f;
  const [hipU, hipV, rimU, rimV] = box.at.subarray(4, 8);
  return {
    score: box.score,
    hipX_px: x(hipU, hipV),
    hipY_px: y(hipU, hipV),
    rimX_px: x(rimU, rimV),
    rimY_px: y(rimU, rimV),
  };
}

export function regionOfDetection(detection: Detection): Region {
  return regionFromCircle(detection.hipX_px, detection.hipY_px, detection.rimX_px, detection.rimY_px);
}
