import { LANDMARK_COUNT } from "@levelhip/signal";
import { type Estimate, PRESENCE_MIN } from "./estimate.ts";
import type { LandmarkRow } from "./observer.ts";
import { nudged, type Region } from "./region.ts";
import { exchangeGroups, groupsCrossed } from "./sideSwap.ts";

export type Quality = "quick" | "standard" | "best";

/** One way to look again: scale, shift right and down as shares of the side, in a mirror. */
type Look = readonly [scale: number, right: number, down: number, mirrored: boolean];

// a shift of 0.006 is about 6 px for a person who fills a 720 × 1280 picture
const STANDARD: readonly Look[] = [
  [1, 0, 0, false],
  [1.06, 0, 0, false],
  [0.94, 0, 0, false],
  [1, 0.006, 0.006, false],
  [1, -0.006, -0.006, false],
];
const BEST: readonly Look[] = [
  ...STANDARD,
  [1, 0.006, -0.006, false],
  [1, -0.006, 0.006, false],
  [1.03, 0, 0, false],
  [0.97, 0, 0, false],
];

const LOOKS: Readonly<Record<Quality, readonly Look[]>> = { quick: [], standard: STANDARD, best: BEST };

/** Crops averaged in each frame of the second pass; "quick" has no second pass: 0. */
export function cropCount(quality: Quality): number {
  return LOOKS[quality].length;
}

/** The windows to look through around one region. */
export function cropsOf(region: Region, quality: Quality): Region[] {
  return LOOKS[quality].map(([scale, right, down, mirrored]) => nudged(region, scale, right, down, mirrored));
}

export interface Averaged {
  readonly row: LandmarkRow;
  /** the model had exchanged left and right in most crops, and it was put back */
  readonly swapped: boolean;
}

/**
 * The mean over the crops that saw somebody, with its standard error from their spread. Before the mean the crops' sides
 * are made the same: those of most crops; those of the reference where it was repaired, since only it knows the frames
 * before and after.
 * @param reference the frame as the first pass has it, sides repaired
 * @param repaired the reference's sides were exchanged to repair them
 * @returns null when no crop saw anybody
 */
export function averaged(estimates: readonly Estimate[], reference: LandmarkRow, repaired: boolean): Averaged | null {
  const seen = estimates.filter((e) => e.presence >= PRESENCE_MIN);
  if (seen.length === 0) return null;
  const swapped = alignSides(seen, reference, repaired);
  const n = seen.length;
  const x_px = new Float64Array(LANDMARK_COUNT);
  const y_px = new Float64Array(LANDMARK_COUNT);
  const se_px = new Float64Array(LANDMARK_COUNT);
  const visibility = new Float32Array(LANDMARK_COUNT);
  for (let i = 0; i < LANDMARK_COUNT; i++) {
    for (const e of seen) {
      x_px[i] += e.x_px[i] / n;
      y_px[i] += e.y_px[i] / n;
      visibility[i] += e.visibility[i] / n;
    }
    let squares = 0;
    for (const e of seen) squares += (e.x_px[i] - x_px[i]) ** 2 + (e.y_px[i] - y_px[i]) ** 2;
    // per axis: half of the squares; standard error of a mean: / (n (n − 1))
    se_px[i] = n > 1 ? Math.sqrt(squares / 2 / (n * (n - 1))) : Number.NaN;
  }
  const presence = estimates.reduce((sum, e) => sum + e.presence, 0) / estimates.length;
  const { index, t_s } = reference;
  const people = Math.max(1, reference.people); // seen through a bridged region where the first look saw nobody
  return { row: { index, t_s, x_px, y_px, se_px, visibility, presence, people }, swapped };
}

/** Makes the sides of all crops the same, in place; whether most crops' sides were exchanged for that. */
function alignSides(seen: readonly Estimate[], reference: LandmarkRow, repaired: boolean): boolean {
  const crossed = seen.map((e) => groupsCrossed(reference.x_px, reference.y_px, 0, e.x_px, e.y_px, 0));
  const most = crossed[0].map((_, group) => crossed.filter((groups) => groups[group]).length * 2 > seen.length);
  const wanted = repaired ? most.map(() => false) : most;
  seen.forEach((e, k) => {
    const exchange = crossed[k].map((is, group) => is !== wanted[group]);
    for (const values of [e.x_px, e.y_px, e.visibility]) exchangeGroups(values, 0, exchange);
  });
  return repaired && most.includes(true);
}
