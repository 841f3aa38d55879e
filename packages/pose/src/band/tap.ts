import type { Picture } from "../picture.ts";
import type { BandAppearance } from "./appearance.ts";
import type { BandRow } from "./bandRow.ts";
import { appearanceOf, NO_PERSON, type BandRefusal } from "./choose.ts";
import { clusters } from "./cluster.ts";
import { CHANNELS, colourDistance, rgbOf, writeFeature } from "./colour.ts";
import { ColumnReader } from "./columnReader.ts";
import type { Finder } from "./finder.ts";
import { type HipFrame, locateHips, newHipFrame } from "./hipFrame.ts";

/** Thicknesses tried under a tap [torso lengths]: 1.5 … 9 cm. */
const THICKNESSES = [0.03, 0.04, 0.052, 0.068, 0.088, 0.115, 0.15] as const;
/** A finger is not a needle: columns to either side of the tap that are looked at [torso lengths]. */
const BESIDE = [0, -0.015, 0.015, -0.03, 0.03] as const;
const USUAL_WIDTH = 0.62;

export const NOTHING_TAPPED: BandRefusal = {
  code: "no-band",
  reason: "There is no strip with an upper and a lower edge where it was tapped.",
  remedy:
    "Tap on the middle of the band, where it is well lit and not covered, or tie one that stands out from the clothes.",
};

/**
 * The band under a tap in one picture. What a person points at is believed more than what is found unasked: neither skin
 * tones nor faint or uneven edges speak against it.
 */
export function bandAtTap(
  picture: Picture,
  row: BandRow,
  x_px: number,
  y_px: number,
  finder: Finder,
): BandAppearance | BandRefusal {
  const hips = newHipFrame();
  if (!locateHips(row, hips) || picture.rgba.length < 4 * picture.width * picture.height) return NO_PERSON;
  const bar = barAt(picture, hips, x_px, y_px);
  if (!bar) return NOTHING_TAPPED;
  const near = finder.find(row.t_s, picture, hips).filter((c) => {
    const x = (x_px - hips.x_px) / hips.torso_px;
    const u = (2 * x - c.from - c.to) / (c.to - c.from);
    const level = c.level + (x - (c.from + c.to) / 2) * c.slope + c.bow * (c.to - c.from) * u * u;
    const away = Math.abs((hips.y_px - y_px) / hips.torso_px - level);
    return away < Math.max(0.02, c.thickness) && colourDistance(c.colour, bar.colour, 0.5) < 14 && Math.abs(u) < 1.3;
  });
  const best = clusters([near], 1)[0];
  if (best && best.filled > 0.6 && best.unevenness < 0.6) return appearanceOf(best);
  return {
    kind: "band",
    colour: bar.colour,
    rgb: rgbOf(bar.colour),
    thickness: bar.thickness,
    level: bar.level,
    centre: 0,
    width: USUAL_WIDTH,
    bow: 0,
    contrast: bar.contrast,
    support: 1,
    above: bar.colour,
    below: bar.colour,
  };
}

interface Bar {
  readonly colour: Float32Array;
  readonly thickness: number;
  readonly level: number;
  readonly contrast: number;
}

/** The strip with the clearest edges around a point. */
function barAt(picture: Picture, hips: HipFrame, x_px: number, y_px: number): Bar | null {
  const reader = new ColumnReader();
  const reading = { centre_px: 0, thickness_px: 0, contrast: 0, off: 0 };
  const t = hips.torso_px;
  let best: Bar | null = null;
  for (const beside of BESIDE) {
    const x = Math.floor(x_px + beside * t);
    if (!(x >= 0 && x < picture.width)) continue;
    const colour = spot(picture, x, y_px);
    if (!colour) continue;
    for (const thickness of THICKNESSES) {
      const search = { x, y: y_px, reach: Math.max(2, (thickness / 2) * t), thickness: thickness * t };
      if (!reader.read(picture, search, colour, reading) || reading.off > 10) continue;
      const seen = reading.thickness_px / t;
      if (Math.abs(reading.centre_px - y_px) > 0.5 * reading.thickness_px + 2 || seen < 0.02 || seen > 0.2) continue;
      // the true thickness gives itself back
      const fit = reading.contrast / (1 + 3 * Math.abs(Math.log(seen / thickness)));
      if (best && fit <= best.contrast) continue;
      best = { colour, thickness: seen, level: (hips.y_px - reading.centre_px) / t, contrast: fit };
    }
  }
  return best;
}

/** Mean colour of 3 x 3 pixels; null outside the picture. */
function spot({ width, height, rgba }: Picture, x: number, y_px: number): Float32Array | null {
  const y = Math.floor(y_px);
  if (!(x >= 1 && y >= 1 && x < width - 1 && y < height - 1)) return null;
  const sum = [0, 0, 0];
  for (let j = -1; j <= 1; j++)
    for (let i = -1; i <= 1; i++) for (let c = 0; c < 3; c++) sum[c]! += rgba[4 * ((y + j) * width + x + i) + c]! / 9;
  const out = new Float32Array(CHANNELS);
  writeFeature(sum[0]!, sum[1]!, sum[2]!, out, 0);
  return out;
}
