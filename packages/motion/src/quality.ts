import {
  LANDMARK,
  LANDMARK_COUNT,
  type LandmarkName,
  type LandmarkSeries,
  median,
  middleRate_hz,
} from "@levelhip/signal";
import type { RefusalCode } from "./refusals.ts";
import type { Warning } from "./scene.ts";

/** Least pictures per second; a little below 20 so that phones that promise 20 pass. */
const LEAST_RATE_HZ = 19.5;
/** Share of the picture that the person should fill (long way), and below which nothing is measured. */
const SMALL = 0.5;
const TOO_SMALL = 0.25;
/** Share of frames with a second person, or with left and right put back, that spoils a clip. */
const TWO_PEOPLE_SHARE = 0.2;
const SWAPPED_SHARE = 0.5;

export interface ClipQuality {
  /** why nothing can be measured, or null */
  readonly refusal: RefusalCode | null;
  readonly warnings: readonly Warning[];
}

/** What spoils a whole clip, whatever the test. */
export function clipQuality(series: LandmarkSeries): ClipQuality {
  const n = series.t_s.length;
  const present = countWhere(
    n,
    (i) => series.presence[i]! >= 0.5 && Number.isFinite(series.x_px[i * LANDMARK_COUNT + LANDMARK.left_hip]!),
  );
  if (n < 2 || present < 0.5 * n || present < 10) return refused("no-person");
  const two = countWhere(n, (i) => series.people[i]! >= 2) / n;
  if (two > TWO_PEOPLE_SHARE) return refused("two-people");
  if (!(middleRate_hz(series.t_s) >= LEAST_RATE_HZ)) return refused("low-rate");
  const size = sizeInPicture(series);
  if (!(size >= TOO_SMALL)) return refused("too-small");
  if (shareOutside(series) > 0.25) return refused("cut-off");
  const swapped = countWhere(n, (i) => series.swapped[i] === 1) / n;
  if (swapped > SWAPPED_SHARE) return refused("swapped");
  const warnings: Warning[] = [];
  if (two > 0) warnings.push({ code: "two-people", text: "Another person was in the picture for a moment." });
  if (size < SMALL)
    warnings.push({ code: "small", text: "You fill less than half of the picture: come closer for smaller errors." });
  if (swapped > 0.05)
    warnings.push({ code: "swapped", text: "Left and right were mixed up in some pictures and put back." });
  return { refusal: null, warnings };
}
const refused = (refusal: RefusalCode): ClipQuality => ({ refusal, warnings: [] });

function countWhere(n: number, holds: (i: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < n; i++) if (holds(i)) count += 1;
  return count;
}

const BODY: readonly LandmarkName[] = ["nose", "left_shoulder", "right_shoulder", "left_hip", "right_hip", "left_knee", "right_knee", "left_ankle", "right_ankle", "left_foot_index", "right_foot_index"]; // biome-ignore format: one line

/** Extent of the person over the picture's, along the picture side that is filled most (median over frames). */
function sizeInPicture(series: LandmarkSeries): number {
  const n = series.t_s.length;
  const extent = (values: Float64Array, size: number): number => {
    const spans = new Float64Array(n).fill(Number.NaN);
    for (let i = 0; i < n; i++) {
      let low = Number.POSITIVE_INFINITY;
      let high = Number.NEGATIVE_INFINITY;
      for (const name of BODY) {
        const v = values[i * LANDMARK_COUNT + LANDMARK[name]]!;
        if (v < low) low = v;
        if (v > high) high = v;
      }
      if (high >= low) spans[i] = (high - low) / size;
    }
    return median(spans);
  };
  return Math.max(extent(series.x_px, series.width_px), extent(series.y_px, series.height_px));
}

/** Share of frames in which an ankle or a shoulder lies outside the picture. */
function shareOutside(series: LandmarkSeries): number {
  const n = series.t_s.length;
  const margin = 0.01;
  const outside = (name: LandmarkName, i: number): boolean => {
    const x = series.x_px[i * LANDMARK_COUNT + LANDMARK[name]]! / series.width_px;
    const y = series.y_px[i * LANDMARK_COUNT + LANDMARK[name]]! / series.height_px;
    return x < -margin || x > 1 + margin || y < -margin || y > 1 + margin;
  };
  return (
    countWhere(n, (i) =>
      (["left_ankle", "right_ankle", "left_shoulder", "right_shoulder"] as const).some((name) => outside(name, i)),
    ) / n
  );
}
