/**
 * What a band looks like in one clip: chosen once, then followed. Lengths in torso lengths (hip middle to shoulder middle,
 * about 0.5 m). Colours as `writeFeature` gives them.
 */
export interface BandAppearance {
  readonly kind: "band" | "stickers";
  readonly colour: Float32Array;
  /** mean colour, sRGB 0…255, to show */
  readonly rgb: readonly [number, number, number];
  readonly thickness: number;
  /** height above the hip middle */
  readonly level: number;
  /** middle of its ends, + = right of the hip middle in the picture */
  readonly centre: number;
  readonly width: number;
  /** middle minus chord, + = hangs down, as a share of the width */
  readonly bow: number;
  /** smaller of the contrasts to above and below (a step of 3 is just seen) */
  readonly contrast: number;
  /** share of the pictures looked at in which it was seen */
  readonly support: number;
  /** colours above and below */
  readonly above: Float32Array;
  readonly below: Float32Array;
}
