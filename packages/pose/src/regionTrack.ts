import type { Region } from "./region.ts";

/** Spread of the smoothing kernel in time [s]: place follows a moving person, size and turn need not. */
const PLACE_S = 0.12;
const SHAPE_S = 0.35;
/** Gaps up to this are bridged [s]. */
const BRIDGE_S = 0.5;

/**
 * Where to look in the second pass: the regions of the first, smoothed without delay, so that the noise of one frame's
 * landmarks no longer moves the next frame's window. A frame whose own region is missing (nobody seen) gets one only in
 * a gap of up to half a second between two sightings; else null.
 * @param t_s times   (nFrames)
 * @param regions what was seen in each frame itself   (nFrames)
 */
export function smoothRegions(t_s: Float64Array, regions: readonly (Region | null)[]): (Region | null)[] {
  const smooth: (Region | null)[] = regions.map(() => null);
  for (const stretch of stretches(t_s, regions)) {
    const track = new Track(t_s, regions, stretch);
    for (let n = stretch[0]; n <= stretch[stretch.length - 1]; n++) smooth[n] = track.at(t_s[n]);
  }
  return smooth;
}

/** Frame numbers with a region, parted where nothing was seen for longer than can be bridged. */
function stretches(t_s: Float64Array, regions: readonly (Region | null)[]): number[][] {
  const all: number[][] = [];
  let current: number[] = [];
  for (let n = 0; n < regions.length; n++) {
    if (regions[n] === null) continue;
    if (current.length > 0 && t_s[n] - t_s[current[current.length - 1]] > BRIDGE_S) {
      all.push(current);
      current = [];
    }
    current.push(n);
  }
  if (current.length > 0) all.push(current);
  return all;
}

/** One uninterrupted sighting: local straight lines through each of the region's numbers. */
class Track {
  readonly #t: Float64Array;
  readonly #cx: Float64Array;
  readonly #cy: Float64Array;
  readonly #logSize: Float64Array;
  readonly #angle: Float64Array;

  constructor(t_s: Float64Array, regions: readonly (Region | null)[], frames: readonly number[]) {
    const known = frames.map((n) => regions[n]!);
    this.#t = Float64Array.from(frames, (n) => t_s[n]);
    this.#cx = Float64Array.from(known, (r) => r.cx_px);
    this.#cy = Float64Array.from(known, (r) => r.cy_px);
    this.#logSize = Float64Array.from(known, (r) => Math.log(r.size_px));
    this.#angle = unwrapped(Float64Array.from(known, (r) => r.angle_rad));
  }

  at(t: number): Region {
    return {
      cx_px: localLine(this.#t, this.#cx, t, PLACE_S),
      cy_px: localLine(this.#t, this.#cy, t, PLACE_S),
      size_px: Math.exp(localLine(this.#t, this.#logSize, t, SHAPE_S)),
      angle_rad: localLine(this.#t, this.#angle, t, SHAPE_S),
    };
  }
}

/** Angles without jumps of a full turn. */
function unwrapped(angles: Float64Array): Float64Array {
  for (let i = 1; i < angles.length; i++) {
    const turns = Math.round((angles[i - 1] - angles[i]) / (2 * Math.PI));
    angles[i] += 2 * Math.PI * turns;
  }
  return angles;
}

/**
 * Value at `t` of the straight line fitted to the samples around it, each weighing by a Gaussian of its distance in
 * time: a zero-phase smoother that also serves uneven times and does not bend at the ends.
 */
export function localLine(t_s: Float64Array, values: Float64Array, t: number, spread_s: number): number {
  let w0 = 0;
  let w1 = 0;
  let w2 = 0;
  let v0 = 0;
  let v1 = 0;
  let from = lowerBound(t_s, t - 4 * spread_s);
  let to = from;
  while (to < t_s.length && t_s[to] <= t + 4 * spread_s) to++;
  if (from === to) {
    from = Math.max(0, Math.min(from, t_s.length) - 1);
    to = from + 1;
  }
  for (let i = from; i < to; i++) {
    const d = t_s[i] - t;
    const w = Math.exp((-0.5 * d * d) / (spread_s * spread_s));
    w0 += w;
    w1 += w * d;
    w2 += w * d * d;
    v0 += w * values[i];
    v1 += w * d * values[i];
  }
  const det = w0 * w2 - w1 * w1;
  // one sample, or all at one time: their mean
  if (!(det > 1e-9 * w0 * w0 * spread_s * spread_s)) return w0 > 0 ? v0 / w0 : values[from];
  return (w2 * v0 - w1 * v1) / det;
}

function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
