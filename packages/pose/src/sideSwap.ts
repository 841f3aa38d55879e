import { LANDMARK_COUNT, type LandmarkSeries } from "@levelhip/signal";
import { TWIN } from "./estimate.ts";

/** Left landmarks that decide: shoulder, hip, knee, ankle. */
const DECIDING = [11, 23, 25, 27] as const;
/** A gap longer than this ends what is known of the sides [s]. */
const GAP_MAX_S = 0.5;
/** The exchange must explain the step this much better than the model's own sides, in trunk lengths summed over the four. */
const MARGIN = 0.12;

/**
 * Puts left and right back where the model exchanged them for some frames: a body's sides cannot jump across each other
 * between frames. Within a stretch without gaps the sides that hold for longer are taken as the true ones.
 * Returns a new series with `swapped` set; a person who turns round exchanges the sides of the picture without a jump
 * and is left alone. One who is seen from the side, with left and right on top of each other, is too.
 */
export function repairSides(series: LandmarkSeries): LandmarkSeries {
  const swapped = swappedFrames(series);
  const x_px = series.x_px.slice();
  const y_px = series.y_px.slice();
  const se_px = series.se_px.slice();
  const visibility = series.visibility.slice();
  for (let n = 0; n < swapped.length; n++) {
    if (swapped[n] === 0) continue;
    for (const array of [x_px, y_px, se_px, visibility]) exchangeSides(array, LANDMARK_COUNT * n);
  }
  return { ...series, x_px, y_px, se_px, visibility, swapped };
}

/** Exchanges the left and right entries of one frame that starts at `from`. */
export function exchangeSides(values: Float64Array | Float32Array, from: number): void {
  for (let i = 0; i < LANDMARK_COUNT; i++) {
    const twin = TWIN[i];
    if (twin <= i) continue;
    const kept = values[from + i];
    values[from + i] = values[from + twin];
    values[from + twin] = kept;
  }
}

/** 1 where the sides are to be exchanged   (nFrames) */
function swappedFrames({ t_s, x_px, y_px }: LandmarkSeries): Uint8Array {
  const frames = t_s.length;
  const swapped = new Uint8Array(frames);
  let start = 0;
  let last = -1;
  const close = (end: number) => {
    let ones = 0;
    let seen = 0;
    for (let n = start; n < end; n++) {
      if (Number.isNaN(x_px[LANDMARK_COUNT * n + DECIDING[1]])) continue;
      seen++;
      ones += swapped[n];
    }
    if (ones * 2 > seen) for (let n = start; n < end; n++) swapped[n] ^= 1;
  };
  for (let n = 0; n < frames; n++) {
    const row = LANDMARK_COUNT * n;
    if (Number.isNaN(x_px[row + DECIDING[1]])) continue;
    if (last < 0 || t_s[n] - t_s[last] > GAP_MAX_S) {
      close(n);
      start = n;
    } else {
      const crossed = sidesCrossed(x_px, y_px, LANDMARK_COUNT * last, x_px, y_px, row);
      swapped[n] = swapped[last] ^ (crossed ? 1 : 0);
    }
    last = n;
  }
  close(frames);
  for (let n = 0; n < frames; n++) if (Number.isNaN(x_px[LANDMARK_COUNT * n + DECIDING[1]])) swapped[n] = 0;
  return swapped;
}

/**
 * Whether left and right of frame q (starting at index q0) follow from frame p only when they are exchanged.
 */
export function sidesCrossed(
  px: Float64Array,
  py: Float64Array,
  p0: number,
  qx: Float64Array,
  qy: Float64Array,
  q0: number,
): boolean {
  const trunk = trunkLength(px, py, p0);
  let straight = 0;
  let crossed = 0;
  for (const left of DECIDING) {
    const right = TWIN[left];
    const gap = (i: number, j: number) => Math.hypot(px[p0 + i] - qx[q0 + j], py[p0 + i] - qy[q0 + j]);
    straight += gap(left, left) + gap(right, right);
    crossed += gap(left, right) + gap(right, left);
  }
  return straight - crossed > MARGIN * 2 * trunk && straight > 2 * crossed;
}

/** Middle of the shoulders to middle of the hips [px]. */
function trunkLength(x: Float64Array, y: Float64Array, from: number): number {
  const dx = x[from + 11] + x[from + 12] - x[from + 23] - x[from + 24];
  const dy = y[from + 11] + y[from + 12] - y[from + 23] - y[from + 24];
  return Math.hypot(dx, dy) / 2;
}
