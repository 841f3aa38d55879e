import { type BandFlag, type BandSeries, madSd, median } from "@levelhip/signal";
import type { Picture } from "../picture.ts";
import type { BandAppearance } from "./appearance.ts";
import type { BandRow } from "./bandRow.ts";
import { middle } from "./cluster.ts";
import { CHANNELS, colourDistance, rgbOf, writeFeature } from "./colour.ts";
import { locateHips, newHipFrame } from "./hipFrame.ts";
import { nearSkin } from "./skin.ts";
import type { SpotPair } from "./spots.ts";

/** Bounds of usable stickers; lengths in torso lengths. */
const SUPPORT = 0.55;
const CONTRAST = 20;
const LEVEL = [-0.02, 0.4] as const;
const STEADY = 0.05;
const SKIN = 12;
/** how far a sticker may have moved against the hips since it was last seen, and where it is looked for first */
const REACH = 0.05;
const FAR_REACH = 0.09;
/** share of the usual area that must be seen, and be no more than */
const AREA = [0.72, 1.45] as const;
/** error of one sticker's centre [px], besides what its area tells */
const CENTRE_PX = 0.12;
const DEG = 180 / Math.PI;

/** What two stickers look like; null where there are none that last. `looked` is how many pictures were looked at. */
export function chooseStickers(
  pairs: readonly SpotPair[],
  looked: number,
  skin: readonly Float32Array[],
): BandAppearance | null {
  let best: readonly SpotPair[] = [];
  for (const seed of pairs) {
    const like = pairs.filter((p) => alike(p, seed));
    if (like.length > best.length) best = like;
  }
  const support = best.length / Math.max(1, looked);
  const contrast = middle(best.map((p) => p.contrast));
  if (support < SUPPORT || !(contrast >= CONTRAST)) return null;
  const colour = Float32Array.from({ length: CHANNELS }, (_, k) => middle(best.map((p) => p.colour[k]!)));
  const level = middle(best.map((p) => (p.left.level + p.right.level) / 2));
  if (level < LEVEL[0] || level > LEVEL[1] || nearSkin(colour, skin) < SKIN) return null;
  return {
    kind: "stickers",
    colour,
    rgb: rgbOf(colour),
    thickness: middle(best.map((p) => p.size)),
    level,
    centre: middle(best.map((p) => (p.left.x + p.right.x) / 2)),
    width: middle(best.map((p) => p.right.x - p.left.x)),
    bow: 0,
    contrast,
    support,
    above: colour,
    below: colour,
  };
}

const alike = (a: SpotPair, b: SpotPair): boolean =>
  colourDistance(a.colour, b.colour, 0.5) < 14 &&
  Math.abs(a.left.x - b.left.x) < STEADY &&
  Math.abs(a.right.x - b.right.x) < STEADY &&
  Math.abs(a.left.level + a.right.level - b.left.level - b.right.level) < 2 * STEADY;

/** One sticker in one picture. */
interface Spot {
  x: number;
  y: number;
  area: number;
}

/** Follows two stickers from picture to picture and makes the series. */
export class StickerTracker {
  readonly #a: BandAppearance;
  readonly #hips = newHipFrame();
  readonly #feature = new Float32Array(CHANNELS);
  /** last place of each against the hips [torso lengths, y down] */
  readonly #place: [{ x: number; y: number }, { x: number; y: number }];
  readonly #spot: [Spot, Spot] = [
    { x: 0, y: 0, area: 0 },
    { x: 0, y: 0, area: 0 },
  ];
  #locked = false;
  readonly #rows: { t_s: number; x: [number, number]; y: [number, number]; area: [number, number]; torso: number }[] =
    [];

  constructor(appearance: BandAppearance) {
    this.#a = appearance;
    this.#place = this.#usual();
  }

  get count(): number {
    return this.#rows.length;
  }

  add(picture: Picture, row: BandRow): void {
    const none = Number.NaN;
    const seen =
      picture.rgba.length >= 4 * picture.width * picture.height &&
      locateHips(row, this.#hips) &&
      ((this.#locked && this.#look(picture, REACH)) || this.#relook(picture));
    this.#locked = seen;
    const [l, r] = this.#spot;
    const t = this.#hips.torso_px;
    this.#rows.push(
      seen
        ? { t_s: row.t_s, x: [l.x, r.x], y: [l.y, r.y], area: [l.area / t ** 2, r.area / t ** 2], torso: t }
        : { t_s: row.t_s, x: [none, none], y: [none, none], area: [none, none], torso: none },
    );
  }

  /** The line between the stickers over the clip; null where both were seen in less than a quarter of the pictures. */
  series(): BandSeries | null {
    const rows = this.#rows;
    const n = rows.length;
    const usual = [median(rows.map((r) => r.area[0])), median(rows.map((r) => r.area[1]))] as const;
    const whole = rows.map((r) =>
      usual.every((u, i) => r.area[i as 0 | 1] > AREA[0] * u && r.area[i as 0 | 1] < AREA[1] * u),
    );
    const found = whole.filter(Boolean).length;
    if (found < 3 || found < n / 4) return null;
    const of = (f: (r: (typeof rows)[number]) => number): Float64Array =>
      Float64Array.from(rows, (r, i) => (whole[i] ? f(r) : Number.NaN));
    const angle_deg = of((r) => -DEG * Math.atan2(r.y[1] - r.y[0], r.x[1] - r.x[0]));
    const jitter = stepNoise(angle_deg);
    const se_deg = of((r) => {
      const apart = Math.hypot(r.x[1] - r.x[0], r.y[1] - r.y[0]);
      const cut = usual.map((u, i) => (Math.abs(r.area[i as 0 | 1] / u - 1) * Math.sqrt(u) * r.torso) / 4);
      return Math.hypot((DEG * Math.hypot(CENTRE_PX * Math.SQRT2, ...cut)) / apart, jitter);
    });
    const flags: BandFlag[] = [];
    if (found < 0.8 * rows.filter((r) => Number.isFinite(r.t_s)).length) flags.push("partly-hidden");
    if (this.#a.contrast < 25) flags.push("low-contrast");
    return {
      kind: "stickers",
      t_s: Float64Array.from(rows, (r) => r.t_s),
      angle_deg,
      se_deg,
      x0_px: of((r) => r.x[0]),
      y0_px: of((r) => r.y[0]),
      x1_px: of((r) => r.x[1]),
      y1_px: of((r) => r.y[1]),
      sag_px: of(() => 0),
      coverage: Float32Array.from(whole, (w) => (w ? 1 : 0)),
      flags,
      colour: this.#a.rgb,
    };
  }

  #usual(): [{ x: number; y: number }, { x: number; y: number }] {
    const { centre, width, level } = this.#a;
    return [
      { x: centre - width / 2, y: -level },
      { x: centre + width / 2, y: -level },
    ];
  }

  #relook(picture: Picture): boolean {
    const [l, r] = this.#usual();
    Object.assign(this.#place[0], l);
    Object.assign(this.#place[1], r);
    return this.#look(picture, FAR_REACH);
  }

  #look(picture: Picture, reach: number): boolean {
    const { x_px, y_px, torso_px: t } = this.#hips;
    for (const i of [0, 1] as const) {
      const place = this.#place[i];
      const spot = this.#spot[i];
      if (!this.#centroid(picture, x_px + place.x * t, y_px + place.y * t, (reach + this.#a.thickness / 2) * t, spot))
        return false;
      // twice more about what was found, so that the window does not cut it off
      for (let round = 0; round < 2; round++)
        if (!this.#centroid(picture, spot.x, spot.y, 0.95 * this.#a.thickness * t + 2, spot)) return false;
    }
    for (const i of [0, 1] as const) {
      this.#place[i].x = (this.#spot[i].x - x_px) / t;
      this.#place[i].y = (this.#spot[i].y - y_px) / t;
    }
    return this.#spot[1].x - this.#spot[0].x > 0.5 * this.#a.width * t;
  }

  /** Centre of what has the stickers' colour within a radius; edges count by how much of that colour they have. */
  #centroid({ width, height, rgba }: Picture, x: number, y: number, radius: number, out: Spot): boolean {
    const x0 = Math.max(0, Math.floor(x - radius));
    const x1 = Math.min(width - 1, Math.ceil(x + radius));
    const y0 = Math.max(0, Math.floor(y - radius));
    const y1 = Math.min(height - 1, Math.ceil(y + radius));
    const near = 0.3 * this.#a.contrast;
    const far = 0.7 * this.#a.contrast;
    let sum = 0;
    let sx = 0;
    let sy = 0;
    for (let j = y0; j <= y1; j++)
      for (let i = x0; i <= x1; i++) {
        if ((i + 0.5 - x) ** 2 + (j + 0.5 - y) ** 2 > radius * radius) continue;
        const at = 4 * (j * width + i);
        writeFeature(rgba[at]!, rgba[at + 1]!, rgba[at + 2]!, this.#feature, 0);
        const d = colourDistance(this.#feature, this.#a.colour, 0.5);
        if (!(d < far)) continue;
        const w = d < near ? 1 : (far - d) / (far - near);
        sum += w;
        sx += w * (i + 0.5);
        sy += w * (j + 0.5);
      }
    const least = 0.3 * (this.#a.thickness * this.#hips.torso_px) ** 2 * 0.7;
    if (!(sum > least)) return false;
    out.x = sx / sum;
    out.y = sy / sum;
    out.area = sum;
    return true;
  }
}

/** Noise of one sample from the steps of steps: a slow motion leaves none (SD of the second difference is √6 of it). */
function stepNoise(v: Float64Array): number {
  const steps: number[] = [];
  for (let i = 2; i < v.length; i++) steps.push(v[i]! - 2 * v[i - 1]! + v[i - 2]!);
  const noise = madSd(steps.filter((s) => Number.isFinite(s))) / Math.sqrt(6);
  return Number.isFinite(noise) ? noise : 0;
}
