import type { Picture } from "../picture.ts";
import { CHANNELS, writeFeature } from "./colour.ts";

const MOST_ROWS = 512;

/** What one column of pixels says about the band. Reused. */
export interface ColumnReading {
  /** middle between the edges, and their distance [px]; pixel n spans n…n+1 */
  centre_px: number;
  thickness_px: number;
  /** smaller of the contrasts to above and below, in colour steps */
  contrast: number;
  /** distance of the colour inside from the one looked for */
  off: number;
}

/** What to look for in a column [px]. */
export interface ColumnSearch {
  x: number;
  /** expected middle, and how far it may be from there */
  y: number;
  reach: number;
  thickness: number;
}

const SHADE = 0.35;
/** weight of an unfitting colour, and of raggedness, against contrast */
const OFF = 1.5;
const RAGGED = 1;
const CONTRAST_CAP = 40;

/** Finds the band in single columns of a picture, both edges to a fraction of a pixel. Holds its work space; allocates nothing. */
export class ColumnReader {
  readonly #rgb = new Float32Array(MOST_ROWS * 3);
  readonly #feature = new Float32Array(MOST_ROWS * CHANNELS);
  readonly #sums = new Float64Array((MOST_ROWS + 1) * CHANNELS);
  readonly #squares = new Float64Array(MOST_ROWS + 1);
  readonly #inside = new Float64Array(3);
  readonly #outside = new Float64Array(3);
  #rows = 0;
  #top = 0;

  /** @returns false where the column holds nothing like the band */
  read(picture: Picture, search: ColumnSearch, colour: Float32Array, out: ColumnReading): boolean {
    const half = search.thickness / 2;
    const margin = Math.max(3, Math.round(search.thickness * 0.35)) + 2;
    const top = Math.max(0, Math.floor(search.y - half - search.reach - margin));
    const bottom = Math.min(picture.height, Math.ceil(search.y + half + search.reach + margin), top + MOST_ROWS);
    this.#rows = bottom - top;
    this.#top = top;
    if (this.#rows < search.thickness + 6) return false;
    this.#load(picture, search.x, top);
    const start = this.#best(search.thickness, margin, colour, out);
    return start >= 0 && this.#edges(start, search.thickness, margin, out);
  }

  #load({ width, rgba }: Picture, x: number, top: number): void {
    const rgb = this.#rgb;
    const f = this.#feature;
    const s = this.#sums;
    s[0] = s[1] = s[2] = this.#squares[0] = 0;
    for (let i = 0, at = 4 * (top * width + x), k = 0; i < this.#rows; i++, at += 4 * width, k += 3) {
      const r = rgba[at]!;
      const g = rgba[at + 1]!;
      const b = rgba[at + 2]!;
      rgb[k] = r;
      rgb[k + 1] = g;
      rgb[k + 2] = b;
      writeFeature(r, g, b, f, k);
      const u = f[k]!;
      const v = f[k + 1]!;
      const w = f[k + 2]!;
      s[k + 3] = s[k]! + u;
      s[k + 4] = s[k + 1]! + v;
      s[k + 5] = s[k + 2]! + w;
      this.#squares[i + 1] = this.#squares[i]! + u * u + v * v + w * w;
    }
  }

  /** First row of the stretch of about the right thickness that looks most like the band; −1 = none. */
  #best(thickness: number, margin: number, colour: Float32Array, out: ColumnReading): number {
    const s = this.#sums;
    const inner = Math.max(2, Math.round(thickness) - 2);
    const beside = Math.max(2, margin - 3);
    const gap = 2;
    let best = 0;
    let at = -1;
    for (let from = beside + gap; from + inner + gap + beside <= this.#rows; from++) {
      const i0 = from * 3;
      const i1 = i0 + inner * 3;
      const a1 = i0 - gap * 3;
      const a0 = a1 - beside * 3;
      const b0 = i1 + gap * 3;
      const b1 = b0 + beside * 3;
      let above = 0;
      let below = 0;
      let off = 0;
      let square = 0;
      for (let c = 0; c < CHANNELS; c++) {
        const m = (s[i1 + c]! - s[i0 + c]!) / inner;
        const up = (s[a1 + c]! - s[a0 + c]!) / beside - m;
        const down = (s[b1 + c]! - s[b0 + c]!) / beside - m;
        const d = (m - colour[c]!) * (c === 0 ? SHADE : 1);
        above += up * up;
        below += down * down;
        off += d * d;
        square += m * m;
      }
      const spread = (this.#squares[from + inner]! - this.#squares[from]!) / inner - square;
      const contrast = Math.sqrt(above < below ? above : below);
      off = Math.sqrt(off);
      const score =
        (contrast < CONTRAST_CAP ? contrast : CONTRAST_CAP) -
        RAGGED * Math.sqrt(spread > 0 ? spread : 0) -
        OFF * off +
        20;
      if (contrast > 4 && score > best) {
        best = score;
        at = from;
        out.contrast = contrast;
        out.off = off;
      }
    }
    return at;
  }

  /** Half-way crossings outward from the middle of the stretch. */
  #edges(from: number, thickness: number, margin: number, out: ColumnReading): boolean {
    const inner = Math.max(2, Math.round(thickness) - 2);
    const a = from + inner * 0.2;
    const b = from + inner * 0.8;
    this.#mean(Math.floor(a), Math.max(Math.floor(a) + 1, Math.ceil(b)), this.#inside);
    const beside = Math.max(2, margin - 3);
    const middle = from + (inner >> 1);
    this.#mean(Math.max(0, from - 2 - beside), Math.max(1, from - 2), this.#outside);
    const upper = this.#crossing(middle, -1);
    this.#mean(
      Math.min(this.#rows - 1, from + inner + 2),
      Math.min(this.#rows, from + inner + 2 + beside),
      this.#outside,
    );
    const lower = this.#crossing(middle, 1);
    if (!(lower > upper)) return false;
    out.thickness_px = lower - upper;
    out.centre_px = this.#top + (upper + lower) / 2 + 0.5;
    return true;
  }

  #mean(from: number, to: number, out: Float64Array): void {
    out.fill(0);
    for (let i = from; i < to; i++) for (let c = 0; c < 3; c++) out[c] = out[c]! + this.#rgb[i * 3 + c]!;
    for (let c = 0; c < 3; c++) out[c] = out[c]! / Math.max(1, to - from);
  }

  /** Row (middle of a pixel = its number) where the colour is half-way from inside to outside, going up (−1) or down; NaN = never. */
  #crossing(middle: number, step: -1 | 1): number {
    const i = this.#inside;
    const o = this.#outside;
    const d0 = i[0]! - o[0]!;
    const d1 = i[1]! - o[1]!;
    const d2 = i[2]! - o[2]!;
    const n = d0 * d0 + d1 * d1 + d2 * d2;
    if (n < 16) return Number.NaN;
    let before = 1;
    for (let row = middle; row >= 0 && row < this.#rows; row += step) {
      const k = row * 3;
      const p =
        ((this.#rgb[k]! - o[0]!) * d0 + (this.#rgb[k + 1]! - o[1]!) * d1 + (this.#rgb[k + 2]! - o[2]!) * d2) / n;
      if (p < 0.5) return row === middle ? Number.NaN : row - step * ((0.5 - p) / (before - p));
      before = p;
    }
    return Number.NaN;
  }
}
