import {
  dropOutliers,
  LANDMARK,
  LANDMARK_COUNT,
  type LandmarkName,
  type LandmarkSeries,
  median,
  middleRate_hz,
  smoothSeries,
} from "@levelhip/signal";

/** One place on the body over time, px of the picture after the camera's roll is taken out: x right, y down; NaN = not known. */
export interface Point {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Below this the model says itself that nobody is there. */
const LEAST_PRESENCE = 0.5;
/** Visibility from which a landmark counts as well seen. */
export const WELL_SEEN = 0.6;
/** What a body can do in a picture: above this, movement is noise [Hz]. */
export const MOVEMENT_CUTOFF_HZ = 6;

/** Landmarks made fit for measuring: without stray points, short gaps filled, smoothed, levelled. */
export interface Body {
  readonly n: number;
  readonly t_s: Float64Array;
  readonly rate_hz: number;
  readonly series: LandmarkSeries;
  /** typical size of a body part: mid-shoulder to mid-hip or hip to ankle, whichever is longer (median, px); NaN if never seen */
  readonly size_px: number;
  /** smoothed at `cutoff_hz` (default 6 Hz) */
  at(name: LandmarkName, cutoff_hz?: number): Point;
  mid(a: LandmarkName, b: LandmarkName, cutoff_hz?: number): Point;
  /** share of frames `from`…`to` (exclusive) in which all these landmarks were well seen, 0…1 */
  seen(names: readonly LandmarkName[], from?: number, to?: number): number;
  /** standard error of a landmark's position over crops, root mean square over frames `from`…`to` [px]; 0 where unknown */
  cropError_px(name: LandmarkName, from?: number, to?: number): number;
}

/** @param roll_deg turn of the picture to take out, + = picture turned counter-clockwise */
export function makeBody(series: LandmarkSeries, roll_deg = 0): Body {
  const n = series.t_s.length;
  const raw = levelledColumns(series, roll_deg);
  const size_px = typicalSize(raw);
  const cache = new Map<string, Point>();
  const clean = LANDMARK_INDEX.map((): Point | null => null);
  const cleaned = (index: number): Point => {
    const known = clean[index];
    if (known) return known;
    const floor = 0.03 * (Number.isFinite(size_px) ? size_px : 100);
    const x = dropOutliers(raw[index]!.x, 3, 5, floor);
    const y = dropOutliers(raw[index]!.y, 3, 5, floor);
    for (let i = 0; i < n; i++) if (!Number.isFinite(x[i]! + y[i]!)) x[i] = y[i] = Number.NaN;
    clean[index] = { x, y };
    return clean[index];
  };
  const at = (name: LandmarkName, cutoff_hz = MOVEMENT_CUTOFF_HZ): Point => {
    const key = `${name}/${cutoff_hz}`;
    const known = cache.get(key);
    if (known) return known;
    const { x, y } = cleaned(LANDMARK[name]);
    const point = { x: smoothSeries(series.t_s, x, { cutoff_hz }), y: smoothSeries(series.t_s, y, { cutoff_hz }) };
    cache.set(key, point);
    return point;
  };
  return {
    n,
    t_s: series.t_s,
    rate_hz: middleRate_hz(series.t_s),
    series,
    size_px,
    at,
    mid: (a, b, cutoff_hz) => midPoint(at(a, cutoff_hz), at(b, cutoff_hz)),
    seen: (names, from = 0, to = n) => shareSeen(series, names, from, to),
    cropError_px: (name, from = 0, to = n) => rmsCropError(series, LANDMARK[name], from, to),
  };
}

const LANDMARK_INDEX = Array.from({ length: LANDMARK_COUNT }, (_, i) => i);

export function midPoint(a: Point, b: Point): Point {
  return { x: a.x.map((v, i) => (v + b.x[i]!) / 2), y: a.y.map((v, i) => (v + b.y[i]!) / 2) };
}

/** Columns of positions, rotated about the picture's centre so that gravity points down the picture. */
function levelledColumns(series: LandmarkSeries, roll_deg: number): Point[] {
  const n = series.t_s.length;
  const angle = (roll_deg * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [cx, cy] = [series.width_px / 2, series.height_px / 2];
  return LANDMARK_INDEX.map((index) => {
    const x = new Float64Array(n).fill(Number.NaN);
    const y = new Float64Array(n).fill(Number.NaN);
    for (let i = 0; i < n; i++) {
      const row = i * LANDMARK_COUNT + index;
      const dx = series.x_px[row]! - cx;
      const dy = series.y_px[row]! - cy;
      if (!(series.presence[i]! >= LEAST_PRESENCE) || !Number.isFinite(dx + dy)) continue;
      x[i] = cx + c * dx - s * dy;
      y[i] = cy + s * dx + c * dy;
    }
    return { x, y };
  });
}

function typicalSize(raw: readonly Point[]): number {
  const length = (a: LandmarkName, b: LandmarkName): number => {
    const [p, q] = [raw[LANDMARK[a]]!, raw[LANDMARK[b]]!];
    return median(p.x.map((v, i) => Math.hypot(v - q.x[i]!, p.y[i]! - q.y[i]!)));
  };
  const parts = [
    length("left_shoulder", "left_hip"),
    length("right_shoulder", "right_hip"),
    length("left_hip", "left_ankle"),
    length("right_hip", "right_ankle"),
  ];
  const known = parts.filter((v) => Number.isFinite(v) && v > 0);
  return known.length > 0 ? Math.max(...known) : Number.NaN;
}

function shareSeen(series: LandmarkSeries, names: readonly LandmarkName[], from: number, to: number): number {
  if (to <= from) return 0;
  let seen = 0;
  for (let i = from; i < to; i++) {
    const all = names.every((name) => {
      const row = i * LANDMARK_COUNT + LANDMARK[name];
      return series.visibility[row]! >= WELL_SEEN && Number.isFinite(series.x_px[row]! + series.y_px[row]!);
    });
    if (all && series.presence[i]! >= LEAST_PRESENCE) seen += 1;
  }
  return seen / (to - from);
}

function rmsCropError(series: LandmarkSeries, index: number, from: number, to: number): number {
  let sum = 0;
  let n = 0;
  for (let i = from; i < to; i++) {
    const se = series.se_px[i * LANDMARK_COUNT + index]!;
    if (!Number.isFinite(se)) continue;
    sum += se * se;
    n += 1;
  }
  return n > 0 ? Math.sqrt(sum / n) : 0;
}
