/**
 * The 33 body landmarks of BlazePose, in the model's order. left/right are the person's own.
 * Source: Bazarevsky et al. 2020, "BlazePose: On-device real-time body pose tracking".
 */
export const LANDMARK_NAMES = [
  "nose", "left_eye_inner", "left_eye", "left_eye_outer", "right_eye_inner", "right_eye", "right_eye_outer", "left_ear", "right_ear",
  "mouth_left", "mouth_right", "left_shoulder", "right_shoulder", "left_elbow", "right_elbow", "left_wrist", "right_wrist",
  "left_pinky", "right_pinky", "left_index", "right_index", "left_thumb", "right_thumb", "left_hip", "right_hip", "left_knee",
  "right_knee", "left_ankle", "right_ankle", "left_heel", "right_heel", "left_foot_index", "right_foot_index",
] as const; // biome-ignore format: a table
export type LandmarkName = (typeof LANDMARK_NAMES)[number];
export const LANDMARK_COUNT = 33;

/** Index of each landmark in the rows of a `LandmarkSeries`. */
export const LANDMARK: Readonly<Record<LandmarkName, number>> = Object.fromEntries(
  LANDMARK_NAMES.map((name, index) => [name, index]),
) as Record<LandmarkName, number>;

/**
 * One person's landmarks over a clip, in pixels of the upright (rotation-applied) picture: origin top left, x right, y down.
 * A frame without a person has NaN in its row. Uneven sampling is normal: `t_s` are presentation times.
 */
export interface LandmarkSeries {
  readonly width_px: number;
  readonly height_px: number;
  /** presentation time of each frame [s], strictly increasing   (nFrames) */
  readonly t_s: Float64Array;
  /** landmark position [px]   (nFrames x 33), row-major; NaN = not seen */
  readonly x_px: Float64Array;
  readonly y_px: Float64Array;
  /** standard error of the position, from the spread over crops [px]   (nFrames x 33); NaN = one crop only */
  readonly se_px: Float64Array;
  /** the model's own visibility, 0…1   (nFrames x 33) */
  readonly visibility: Float32Array;
  /** the model's confidence that a person is there, 0…1   (nFrames) */
  readonly presence: Float32Array;
  /** people seen in the frame: 0, 1, 2 (= two or more)   (nFrames) */
  readonly people: Uint8Array;
  /** frames whose left and right were exchanged by the model and put back   (nFrames), 1 = repaired */
  readonly swapped: Uint8Array;
}

/**
 * The line of a band tied around the hips (or of two stickers on the front hip bones), a frame at a time, same picture and
 * times as its `LandmarkSeries`. NaN where it was not found.
 */
export interface BandSeries {
  readonly kind: "band" | "stickers";
  readonly t_s: Float64Array;
  /** angle of the fitted line to the picture's horizontal [deg], + = counter-clockwise (right end of the picture up)   (nFrames) */
  readonly angle_deg: Float64Array;
  /** standard error of that angle from the fit's residuals [deg]   (nFrames) */
  readonly se_deg: Float64Array;
  /** ends of the visible line [px]: left end of the picture x0,y0, right end x1,y1   (nFrames) */
  readonly x0_px: Float64Array;
  readonly y0_px: Float64Array;
  readonly x1_px: Float64Array;
  readonly y1_px: Float64Array;
  /** bow of the line: middle minus chord [px], + = hangs down in the picture   (nFrames) */
  readonly sag_px: Float64Array;
  /** share of the expected hip width over which the band was seen, 0…1   (nFrames) */
  readonly coverage: Float32Array;
  /** warnings that hold for the whole clip, e.g. "slipped", "partly-hidden", "hangs", "low-contrast" */
  readonly flags: readonly BandFlag[];
  /** mean colour of the band, sRGB 0…255: what was followed, shown to the person */
  readonly colour: readonly [number, number, number];
}
export type BandFlag = "slipped" | "partly-hidden" | "hangs" | "low-contrast" | "yawed" | "uneven";
