/** What the band instrument needs of a landmark row. `LandmarkRow` fits it. Positions [px] of the upright picture. */
export interface BandRow {
  readonly t_s: number;
  /** (33) each, in the order of `LANDMARK_NAMES`; NaN = not seen */
  readonly x_px: ArrayLike<number>;
  readonly y_px: ArrayLike<number>;
  /** 0…1   (33) */
  readonly visibility: ArrayLike<number>;
}

/** A tap on the band: where in which picture. */
export interface BandHint {
  readonly t_s: number;
  readonly x_px: number;
  readonly y_px: number;
}
