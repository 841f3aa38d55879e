import type { TimedPicture } from "./picture.ts";

/** What is known of a clip before its pictures are decoded. */
export interface ClipInfo {
  /** file name, for messages and results */
  readonly name: string;
  /** size of the upright pictures that `frames()` gives [px]: the working size, at most the clip's own */
  readonly width_px: number;
  readonly height_px: number;
  /** size of the clip's own upright picture [px], before scaling to the working size */
  readonly sourceWidth_px: number;
  readonly sourceHeight_px: number;
  /** turn that was applied to make the stored picture upright [deg clockwise], 0 | 90 | 180 | 270 */
  readonly rotation_deg: number;
  /** pictures that `frames()` will give; for a live source unknown = null */
  readonly frameCount: number | null;
  /** from the first picture to the end of the last [s] */
  readonly duration_s: number;
  /** mean rate [1/s]; times themselves are per picture and may be uneven */
  readonly meanRate_hz: number;
  /** e.g. "avc", "hevc", "vp9", "av1" */
  readonly codec: string;
}

export interface FrameOptions {
  readonly signal?: AbortSignal;
  /** how many pictures beside the newest must stay untouched; 0 when not said */
  readonly keep?: number;
}

/**
 * A clip that can be read again and again. Each `frames()` starts from the first picture; pictures come in the order of
 * their presentation times, which strictly increase. The bytes of a picture are only valid until `keep` + 1 more were
 * asked for (the source reuses them): copy what must live longer. Leaving the loop early releases the decoder; an aborted
 * signal ends it with the signal's reason.
 */
export interface ClipSource {
  readonly info: ClipInfo;
  frames(options?: FrameOptions): AsyncIterable<TimedPicture>;
}
