import { LANDMARK_COUNT, ONE_EURO_DEFAULTS, type OneEuro, oneEuro } from "@levelhip/signal";
import { emptyRow } from "./landmarkRows.ts";
import type { LandmarkRow } from "./observer.ts";
import type { Preference } from "./people.ts";
import type { TimedPicture } from "./picture.ts";
import type { PoseRuntime } from "./poseRuntime.ts";
import { exchangeGroups, groupsCrossed } from "./sideSwap.ts";
import { startState, step, type TrackState } from "./tracker.ts";

/** Seconds between two counts of the people while live. */
const COUNT_EVERY_S = 1;
/** So many exchanged frames in a row are a flip to be put back; more are how the person stands [s]. */
const FLIP_MAX_S = 0.4;

/**
 * Follows one person in live pictures, a frame at a time: each from where they were in the last, One-Euro smoothed,
 * short left/right flips put back. The rows' arrays are new for each frame.
 */
export class LiveTracker {
  #state: TrackState;
  #counted_s = Number.NEGATIVE_INFINITY;
  #filters: OneEuro[] | null = null;
  #last: { x: Float64Array; y: Float64Array; t_s: number } | null = null;
  #flippedSince_s: number | null = null;
  #index = 0;

  constructor(pick: Preference | null = null) {
    this.#state = startState(pick);
  }

  /** @param picture with a time later than the one before */
  async track(runtime: PoseRuntime, picture: TimedPicture): Promise<LandmarkRow> {
    const { t_s } = picture;
    const count = t_s - this.#counted_s >= COUNT_EVERY_S;
    if (count) this.#counted_s = t_s;
    const { sighting, state } = await step(runtime, picture, this.#state, count);
    this.#state = state;
    const index = this.#index++;
    const { estimate, people } = sighting;
    if (estimate === null) {
      this.#last = null;
      return emptyRow(index, t_s, 0, people);
    }
    const row = { ...emptyRow(index, t_s, estimate.presence, people), visibility: estimate.visibility };
    this.#unflip(estimate.x_px, estimate.y_px, estimate.visibility, t_s);
    this.#smooth(estimate.x_px, estimate.y_px, row, picture.height);
    return row;
  }

  #unflip(x: Float64Array, y: Float64Array, visibility: Float32Array, t_s: number): void {
    const last = this.#last;
    const near = last !== null && t_s - last.t_s < FLIP_MAX_S;
    const crossed = near ? groupsCrossed(last.x, last.y, 0, x, y, 0) : [];
    if (!crossed.includes(true)) this.#flippedSince_s = null;
    else {
      this.#flippedSince_s ??= t_s;
      if (t_s - this.#flippedSince_s <= FLIP_MAX_S)
        for (const values of [x, y, visibility]) exchangeGroups(values, 0, crossed);
      else this.#flippedSince_s = null;
    }
    this.#last = { x, y, t_s };
  }

  #smooth(x: Float64Array, y: Float64Array, row: LandmarkRow, height: number): void {
    // tuned for a picture 1280 px high
    const options = { ...ONE_EURO_DEFAULTS, beta: (ONE_EURO_DEFAULTS.beta * 1280) / height };
    this.#filters ??= Array.from({ length: 2 * LANDMARK_COUNT }, () => oneEuro(options));
    for (let i = 0; i < LANDMARK_COUNT; i++) {
      row.x_px[i] = this.#filters[2 * i].next(x[i], row.t_s);
      row.y_px[i] = this.#filters[2 * i + 1].next(y[i], row.t_s);
    }
  }
}
