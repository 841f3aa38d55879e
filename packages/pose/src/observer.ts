import type { LandmarkSeries } from "@levelhip/signal";
import type { ClipInfo } from "./clipSource.ts";
import type { TimedPicture } from "./picture.ts";

/**
 * One frame's landmarks, as a view that is reused for every frame: copy what must be kept.
 * Positions in pixels of the picture given with it; all NaN when nobody was seen (`presence` then < 0.5).
 */
export interface LandmarkRow {
  /** number of the frame in the clip, from 0 */
  readonly index: number;
  readonly t_s: number;
  /** position [px]   (33) */
  readonly x_px: Float64Array;
  readonly y_px: Float64Array;
  /** standard error from the spread over crops [px]   (33); NaN = one crop only */
  readonly se_px: Float64Array;
  /** the model's visibility, 0…1   (33) */
  readonly visibility: Float32Array;
  /** the model's confidence that a person is there, 0…1 */
  readonly presence: number;
  /** people seen: 0, 1, 2 (= two or more) */
  readonly people: number;
}

/**
 * Something that looks at every picture of a recording beside the landmark model (e.g. the band tracker). Called in the
 * order of the frames, awaited before the picture's bytes are reused; it must not keep the picture. Both passes run for
 * every quality, each over all frames: with "quick" the second pass runs no model and gives the first pass's repaired rows.
 */
export interface ClipObserver {
  /** before the first picture */
  start?(info: ClipInfo): void;
  /** first pass, forward in time: rows as the tracker saw them (left and right not yet repaired); survey here */
  pass1?(picture: TimedPicture, row: LandmarkRow): void | Promise<void>;
  /** between the passes: the whole clip as the first pass saw it, left and right repaired, standard errors NaN */
  surveyed?(series: LandmarkSeries): void | Promise<void>;
  /** second pass, forward in time: final rows (regions smoothed, crops averaged, left and right repaired); measure here */
  pass2?(picture: TimedPicture, row: LandmarkRow): void | Promise<void>;
}
