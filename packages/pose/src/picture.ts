/** Upright picture, 8-bit sRGB with alpha, row-major, origin top left. rgba has 4·width·height bytes. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array | Uint8ClampedArray;
}

/** A picture of a clip with its presentation time [s]. Never frame index / rate: phones record at a variable rate. */
export interface TimedPicture extends Picture {
  readonly t_s: number;
}
