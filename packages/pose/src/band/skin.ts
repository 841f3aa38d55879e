import { LANDMARK } from "@levelhip/signal";
import type { Picture } from "../picture.ts";
import type { BandRow } from "./bandRow.ts";
import { CHANNELS, colourDistance, writeFeature } from "./colour.ts";

const { nose, mouth_left, mouth_right, left_elbow, right_elbow, left_wrist, right_wrist, left_knee, right_knee, left_ankle, right_ankle } =
  LANDMARK; // biome-ignore format: a list
/** Places where skin may show: pairs of landmarks and how far from the first to the second. */
const PLACES: readonly (readonly [number, number, number])[] = [
  [nose, nose, 0],
  [nose, mouth_left, 0.5],
  [nose, mouth_right, 0.5],
  [left_elbow, left_wrist, 0.6],
  [left_elbow, left_wrist, 0.8],
  [right_elbow, right_wrist, 0.6],
  [right_elbow, right_wrist, 0.8],
  [left_knee, left_ankle, 0.3],
  [right_knee, right_ankle, 0.3],
];
/** pixels to either side that are averaged */
const SPOT = 2;

/**
 * Colours of the person's own skin, or of what covers it: face, forearms, shins.
 * @returns one colour a place that was seen and lies in the picture
 */
export function skinColours({ width, height, rgba }: Picture, row: BandRow): Float32Array[] {
  const out: Float32Array[] = [];
  for (const [a, b, share] of PLACES) {
    if (!(Math.min(row.visibility[a]!, row.visibility[b]!) > 0.5)) continue;
    const x = Math.round(row.x_px[a]! + share * (row.x_px[b]! - row.x_px[a]!));
    const y = Math.round(row.y_px[a]! + share * (row.y_px[b]! - row.y_px[a]!));
    if (!(x >= SPOT && y >= SPOT && x < width - SPOT && y < height - SPOT)) continue;
    let r = 0;
    let g = 0;
    let bl = 0;
    for (let j = -SPOT; j <= SPOT; j++)
      for (let i = -SPOT; i <= SPOT; i++) {
        const at = 4 * ((y + j) * width + x + i);
        r += rgba[at]!;
        g += rgba[at + 1]!;
        bl += rgba[at + 2]!;
      }
    const n = (2 * SPOT + 1) ** 2;
    const colour = new Float32Array(CHANNELS);
    writeFeature(r / n, g / n, bl / n, colour, 0);
    if (skinLike(colour)) out.push(colour);
  }
  return out;
}

/** Reddish and yellowish within the wide range that skin of every tone has in indoor light. */
const skinLike = (c: Float32Array): boolean => c[1]! > 8 && c[1]! < 75 && c[2]! < -6 && c[2]! > -62;

/** How near a colour is to the nearest of the skin colours, lightness counted half; infinite without any. */
export const nearSkin = (colour: Float32Array, skin: readonly Float32Array[]): number =>
  skin.reduce((least, s) => Math.min(least, colourDistance(colour, s, 0.5)), Number.POSITIVE_INFINITY);
