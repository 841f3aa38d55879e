import { LANDMARK_COUNT, LANDMARK_NAMES } from "@levelhip/signal";
import { pictureFromWindow, type Region, regionFromCircle } from "./region.ts";

export const LANDMARKER_SIZE = 256;
/** 33 of the body, two that carry the next region, four unused */
export const LANDMARKER_POINTS = 39;
const CENTRE = 33;
const RIM = 34;
const HEATMAP_CELLS = 64;
const KERNEL_HALF = 3;
const REFINE_MIN = 0.5;
/** from this on somebody is there */
export const PRESENCE_MIN = 0.5;

/** Index of each landmark's twin on the other side of the body   (33) */
export const TWIN: readonly number[] = LANDMARK_NAMES.map((name) => {
  const other = name.includes("left") ? name.replace("left", "right") : name.replace("right", "left");
  return LANDMARK_NAMES.indexOf(other as (typeof LANDMARK_NAMES)[number]);
});

/** What one look through one region saw, in picture pixels. */
export interface Estimate {
  /** confidence that a person is in the region, 0…1 */
  readonly presence: number;
  /** position [px]   (33) */
  readonly x_px: Float64Array;
  readonly y_px: Float64Array;
  /** the model's visibility, 0…1   (33) */
  readonly visibility: Float32Array;
  /** the region around the person as seen now: where to look in the next frame */
  readonly next: Region;
}

/** Raw outputs of the landmark model, told apart by their length. */
export interface LandmarkerOutput {
  /** u, v in 0…256 of the window, depth, visibility and presence before the sigmoid   (39 x 5) */
  readonly points: Float32Array;
  /** 0…1   (1) */
  readonly presence: Float32Array;
  /** before the sigmoid, row-major   (64 x 64 x 39) */
  readonly heatmap: Float32Array;
}

/** @throws Error when a network that is not the landmark model was loaded */
export function landmarkerOutput(outputs: readonly Float32Array[]): LandmarkerOutput {
  const ofLength = (length: number) => {
    const found = outputs.find((output) => output.length === length);
    if (!found) throw new Error(`the landmark model has no output of ${length} values`);
    return found;
  };
  return {
    points: ofLength(5 * LANDMARKER_POINTS),
    presence: ofLength(1),
    heatmap: ofLength(HEATMAP_CELLS * HEATMAP_CELLS * LANDMARKER_POINTS),
  };
}

/**
 * Landmarks in the picture from the model's raw output. Each is moved to the centre of its own heatmap's 7×7 cells
 * around it where the heatmap is sure (MediaPipe's RefineLandmarksFromHeatmap, which counts cells from their corner).
 * In a mirrored region left and right are put back.
 */
export function decodeEstimate(output: LandmarkerOutput, region: Region): Estimate {
  const m = pictureFromWindow(region);
  const { points, heatmap } = output;
  const x_px = new Float64Array(LANDMARK_COUNT);
  const y_px = new Float64Array(LANDMARK_COUNT);
  const visibility = new Float32Array(LANDMARK_COUNT);
  for (let i = 0; i < LANDMARK_COUNT; i++) {
    refine(heatmap, i, points[5 * i] / LANDMARKER_SIZE, points[5 * i + 1] / LANDMARKER_SIZE);
    const to = region.mirrored === true ? TWIN[i] : i;
    x_px[to] = m.a * refined.u + m.c * refined.v + m.e;
    y_px[to] = m.b * refined.u + m.d * refined.v + m.f;
    visibility[to] = 1 / (1 + Math.exp(-points[5 * i + 3]));
  }
  return { presence: output.presence[0], x_px, y_px, visibility, next: nextRegion(output, region) };
}

const refined = { u: 0, v: 0 };

function refine(heatmap: Float32Array, channel: number, u: number, v: number): void {
  refined.u = u;
  refined.v = v;
  const col = Math.trunc(u * HEATMAP_CELLS);
  const row = Math.trunc(v * HEATMAP_CELLS);
  if (!(col >= 0 && row >= 0 && col < HEATMAP_CELLS && row < HEATMAP_CELLS)) return;
  let sum = 0;
  let sumCol = 0;
  let sumRow = 0;
  let max = 0;
  const endRow = Math.min(HEATMAP_CELLS, row + KERNEL_HALF + 1);
  const endCol = Math.min(HEATMAP_CELLS, col + KERNEL_HALF + 1);
  for (let r = Math.max(0, row - KERNEL_HALF); r < endRow; r++) {
    for (let c = Math.max(0, col - KERNEL_HALF); c < endCol; c++) {
      const weight = 1 / (1 + Math.exp(-heatmap[LANDMARKER_POINTS * (HEATMAP_CELLS * r + c) + channel]));
      sum += weight;
      sumCol += weight * c;
      sumRow += weight * r;
      if (weight > max) max = weight;
    }
  }
  if (max < REFINE_MIN) return;
  refined.u = sumCol / sum / HEATMAP_CELLS;
  refined.v = sumRow / sum / HEATMAP_CELLS;
}

/** The two auxiliary points say where the body's circle is, as in MediaPipe's landmarks-to-region graph. */
function nextRegion({ points, heatmap }: LandmarkerOutput, region: Region): Region {
  const m = pictureFromWindow(region);
  const place = (i: number): [number, number] => {
    refine(heatmap, i, points[5 * i] / LANDMARKER_SIZE, points[5 * i + 1] / LANDMARKER_SIZE);
    return [m.a * refined.u + m.c * refined.v + m.e, m.b * refined.u + m.d * refined.v + m.f];
  };
  const [cx, cy] = place(CENTRE);
  const [rx, ry] = place(RIM);
  return regionFromCircle(cx, cy, rx, ry);
}
