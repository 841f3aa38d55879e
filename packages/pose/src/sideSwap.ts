import { LANDMARK_COUNT, type LandmarkSeries } from "@levelhip/signal";
import { TWIN } from "./estimate.ts";

/** A part of the body whose sides the model exchanges as one: trunk with head and arms, or the legs below the hips. */
interface SideGroup {
  /** left landmarks that decide */
  readonly deciding: readonly number[];
  /** left landmarks that go with them (each with its twin) */
  readonly members: readonly number[];
}

const lefts = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, k) => from + k).filter((i) => TWIN[i] > i);
const TRUNK: SideGroup = { deciding: [11, 23], members: lefts(0, 25) };
const LEGS: SideGroup = { deciding: [25, 27], members: lefts(25, LANDMARK_COUNT) };
const GROUPS = [TRUNK, LEGS] as const;

/** A gap longer than this ends what is known of the sides [s]. */
const GAP_MAX_S = 0.5;
/** Over this time a leg may truly have passed the other, so that a jump says little [s]. */
const JUMP_TELLS_S = 0.12;
/** Price of each exchange [trunk lengths], so that noise where the sides lie on top of each other does not exchange them. */
const EXCHANGE = 0.25;
/** Price of a second in which the model is taken to be wrong, in trunk lengths of jumping. */
const WRONG_PER_S = 1;

/**
 * Puts left and right back where the model exchanged them for some frames: a body's sides cannot jump across each other
 * between frames. Trunk and legs are judged apart (from the side the model mistakes the legs alone). Of all assignments
 * the one with the least jumping is taken, where each frame that contradicts the model has its price: what stays exchanged
 * for seconds is left as it is. A person who turns round passes the sides through each other without a
 * jump; in a clip of few frames a second nothing is judged.
 * @returns a new series; `swapped` is 1 also where it was before
 */
export function repairSides(series: LandmarkSeries): LandmarkSeries {
  const repaired = {
    ...series,
    x_px: series.x_px.slice(),
    y_px: series.y_px.slice(),
    se_px: series.se_px.slice(),
    visibility: series.visibility.slice(),
    swapped: series.swapped.slice(),
  };
  for (const group of GROUPS) {
    const exchanged = cheapestSides(series, group);
    for (let n = 0; n < exchanged.length; n++) {
      if (exchanged[n] === 0) continue;
      repaired.swapped[n] = 1;
      for (const values of [repaired.x_px, repaired.y_px, repaired.se_px, repaired.visibility])
        exchange(values, LANDMARK_COUNT * n, group.members);
    }
  }
  return repaired;
}

/** Exchanges the left and right entries of one frame that starts at `from`. */
export function exchangeSides(values: Float64Array | Float32Array, from: number): void {
  for (const group of GROUPS) exchange(values, from, group.members);
}

function exchange(values: Float64Array | Float32Array, from: number, members: readonly number[]): void {
  for (const left of members) {
    const kept = values[from + left];
    values[from + left] = values[from + TWIN[left]];
    values[from + TWIN[left]] = kept;
  }
}

/** 1 where the group's sides are to be exchanged   (nFrames): the cheapest path through two states a frame (Viterbi). */
function cheapestSides({ t_s, x_px, y_px }: LandmarkSeries, group: SideGroup): Uint8Array {
  const frames = t_s.length;
  const exchanged = new Uint8Array(frames);
  /** state before on the cheapest path to state 0 and 1 of each frame */
  const before = new Uint8Array(2 * frames);
  let cost = [0, 0];
  let last = -1;
  const chain: number[] = [];
  const settle = () => {
    let state = cost[1] < cost[0] ? 1 : 0;
    for (let k = chain.length - 1; k >= 0; k--) {
      exchanged[chain[k]] = state;
      state = before[2 * chain[k] + state];
    }
    chain.length = 0;
  };
  for (let n = 0; n < frames; n++) {
    if (Number.isNaN(x_px[LANDMARK_COUNT * n])) continue;
    const dt_s = last < 0 ? Number.POSITIVE_INFINITY : t_s[n] - t_s[last];
    if (dt_s > GAP_MAX_S) {
      settle();
      cost = [0, WRONG_PER_S / 30];
    } else {
      const { straight, crossed } = jumps(x_px, y_px, LANDMARK_COUNT * last, LANDMARK_COUNT * n, group);
      const weight = Math.exp(-((dt_s / JUMP_TELLS_S) ** 2));
      const next = [0, 0];
      for (const state of [0, 1]) {
        const stay = cost[state] + weight * straight;
        const change = cost[1 - state] + weight * crossed + EXCHANGE;
        before[2 * n + state] = change < stay ? 1 - state : state;
        next[state] = Math.min(stay, change) + state * WRONG_PER_S * dt_s;
      }
      cost = next;
    }
    chain.push(n);
    last = n;
  }
  settle();
  return exchanged;
}

/** How far the group jumps from frame p to frame q as it is, and with its sides exchanged [trunk lengths]. */
function jumps(x: Float64Array, y: Float64Array, p0: number, q0: number, group: SideGroup) {
  return jumpsBetween(x, y, p0, x, y, q0, group);
}

function jumpsBetween(
  px: Float64Array,
  py: Float64Array,
  p0: number,
  qx: Float64Array,
  qy: Float64Array,
  q0: number,
  group: SideGroup,
): { straight: number; crossed: number } {
  const trunk = Math.max(1, trunkLength(px, py, p0));
  let straight = 0;
  let crossed = 0;
  for (const left of group.deciding) {
    const right = TWIN[left];
    const gap = (i: number, j: number) => Math.hypot(px[p0 + i] - qx[q0 + j], py[p0 + i] - qy[q0 + j]) / trunk;
    straight += gap(left, left) + gap(right, right);
    crossed += gap(left, right) + gap(right, left);
  }
  return { straight, crossed };
}

/** The exchange must explain what is seen this much better than the sides as they are [trunk lengths, over four points]. */
const MARGIN = 0.2;

/** Which groups of frame q (starting at q0) show their sides exchanged against frame p, clearly. */
export function groupsCrossed(
  px: Float64Array,
  py: Float64Array,
  p0: number,
  qx: Float64Array,
  qy: Float64Array,
  q0: number,
): readonly boolean[] {
  return GROUPS.map((group) => {
    const { straight, crossed } = jumpsBetween(px, py, p0, qx, qy, q0, group);
    return straight - crossed > MARGIN && straight > 2 * crossed;
  });
}

/** Exchanges the left and right entries of those groups of one frame. */
export function exchangeGroups(values: Float64Array | Float32Array, from: number, which: readonly boolean[]): void {
  GROUPS.forEach((group, g) => {
    if (which[g]) exchange(values, from, group.members);
  });
}

/** Middle of the shoulders to middle of the hips [px]. */
function trunkLength(x: Float64Array, y: Float64Array, from: number): number {
  const dx = x[from + 11] + x[from + 12] - x[from + 23] - x[from + 24];
  const dy = y[from + 11] + y[from + 12] - y[from + 23] - y[from + 24];
  return Math.hypot(dx, dy) / 2;
}
