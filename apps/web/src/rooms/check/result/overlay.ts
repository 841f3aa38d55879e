import { LANDMARK, type BandSeries, type LandmarkName, type LandmarkSeries } from "@levelhip/signal";

export interface Dot {
  readonly x: number;
  readonly y: number;
}
export interface Bone {
  readonly from: Dot;
  readonly to: Dot;
}

const BONES: readonly (readonly [LandmarkName, LandmarkName])[] = [
  ["left_shoulder", "right_shoulder"],
  ["left_shoulder", "left_hip"],
  ["right_shoulder", "right_hip"],
  ["left_hip", "right_hip"],
  ["left_hip", "left_knee"],
  ["left_knee", "left_ankle"],
  ["right_hip", "right_knee"],
  ["right_knee", "right_ankle"],
  ["left_ankle", "left_foot_index"],
  ["right_ankle", "right_foot_index"],
  ["left_shoulder", "left_elbow"],
  ["left_elbow", "left_wrist"],
  ["right_shoulder", "right_elbow"],
  ["right_elbow", "right_wrist"],
];
const JOINTS: readonly LandmarkName[] = [
  "left_hip",
  "right_hip",
  "left_knee",
  "right_knee",
  "left_ankle",
  "right_ankle",
  "left_shoulder",
  "right_shoulder",
];

/** Index of the frame shown at time `t_s`: the last that has begun (the first before that). */
export function frameAt(t_s: Float64Array, time_s: number): number {
  let [low, high] = [0, t_s.length - 1];
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if ((t_s[mid] as number) <= time_s + 1e-3) low = mid;
    else high = mid - 1;
  }
  return Math.max(0, low);
}

/** Bones and joints of one frame that were seen, in px of the picture. */
export function skeletonAt(series: LandmarkSeries, frame: number): { bones: Bone[]; joints: Dot[] } {
  const dot = (name: LandmarkName): Dot | null => {
    const i = frame * 33 + LANDMARK[name];
    const [x, y] = [series.x_px[i], series.y_px[i]];
    return x === undefined || y === undefined || Number.isNaN(x) || Number.isNaN(y) || (series.visibility[i] ?? 0) < 0.3
      ? null
      : { x, y };
  };
  const bones = BONES.flatMap(([a, b]) => {
    const [from, to] = [dot(a), dot(b)];
    return from && to ? [{ from, to }] : [];
  });
  return { bones, joints: JOINTS.flatMap((name) => dot(name) ?? []) };
}

/** The band's line in one frame, with its angle [deg, + = right end of the picture up]; null where it was not seen. */
export function bandAt(band: BandSeries | null, frame: number): (Bone & { angle_deg: number }) | null {
  if (!band) return null;
  const value = (row: Float64Array) => row[frame] ?? Number.NaN;
  const line = {
    from: { x: value(band.x0_px), y: value(band.y0_px) },
    to: { x: value(band.x1_px), y: value(band.y1_px) },
    angle_deg: value(band.angle_deg),
  };
  return [line.from.x, line.from.y, line.to.x, line.to.y, line.angle_deg].some(Number.isNaN) ? null : line;
}

/** Height of the person in the picture [px], for the thickness of the lines. */
export function sizeOf(series: LandmarkSeries, frame: number): number {
  let [top, bottom] = [Infinity, -Infinity];
  for (let i = frame * 33; i < frame * 33 + 33; i += 1) {
    const y = series.y_px[i] ?? Number.NaN;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return bottom > top ? bottom - top : series.height_px;
}
