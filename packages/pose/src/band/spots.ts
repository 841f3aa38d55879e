import { CHANNELS } from "./colour.ts";
import { COLUMN_STEP, COLUMNS, ROW_STEP, ROWS, type Strip, TOP_LEVEL } from "./strip.ts";

/** A pair of like spots to either side of the hips' middle, in one picture. Lengths in torso lengths, up and right +. */
export interface SpotPair {
  readonly t_s: number;
  /** height above the hip middle, and x against it, of the spot on the left and on the right of the picture */
  readonly left: { readonly x: number; readonly level: number };
  readonly right: { readonly x: number; readonly level: number };
  readonly size: number;
  readonly colour: Float32Array;
  /** smallest contrast to what is above, below, left and right of either */
  readonly contrast: number;
}

interface Spot {
  readonly x: number;
  readonly level: number;
  readonly size: number;
  readonly score: number;
  readonly colour: readonly [number, number, number];
}

/** Diameters tried [torso lengths]: about 2 to 6 cm. */
const SIZES = [0.045, 0.065, 0.095] as const;
const LEAST_SCORE = 12;
const MOST = 5;
const SEPARATION = [0.2, 0.62] as const;
const OFF_CENTRE = 0.12;
const TILT = 0.4;
const SAME_COLOUR = 12;

/** Finds pairs of stickers on a strip. Holds its work space. */
export class SpotFinder {
  readonly #mean = new Float64Array(CHANNELS);
  readonly #side = new Float64Array(CHANNELS);

  /** The best pair, or null. */
  find(t_s: number, strip: Strip): SpotPair | null {
    const spots = this.#spots(strip);
    let best: SpotPair | null = null;
    for (const a of spots)
      for (const b of spots) {
        if (a.x >= b.x || !this.#paired(a, b)) continue;
        const contrast = Math.min(a.score, b.score);
        if (best && contrast <= best.contrast) continue;
        const colour = Float32Array.from(a.colour, (v, i) => (v + b.colour[i]!) / 2);
        best = { t_s, left: a, right: b, size: (a.size + b.size) / 2, colour, contrast };
      }
    return best;
  }

  #paired(a: Spot, b: Spot): boolean {
    const apart = b.x - a.x;
    if (apart < SEPARATION[0] || apart > SEPARATION[1] || Math.abs(a.x + b.x) / 2 > OFF_CENTRE) return false;
    if (Math.abs(a.level - b.level) > TILT * apart) return false;
    const shade = (a.colour[0] - b.colour[0]) * 0.5;
    return Math.hypot(shade, a.colour[1] - b.colour[1], a.colour[2] - b.colour[2]) < SAME_COLOUR;
  }

  #spots(strip: Strip): Spot[] {
    const all: Spot[] = [];
    for (const size of SIZES) {
      const rows = Math.max(3, Math.round((0.7 * size) / ROW_STEP));
      const columns = Math.max(1, Math.round((0.6 * size) / COLUMN_STEP));
      const awayRows = Math.ceil((0.62 * size) / ROW_STEP) + 1;
      const awayColumns = Math.ceil((0.62 * size) / COLUMN_STEP) + 1;
      for (let c = 12; c < COLUMNS - 12; c++)
        for (let r = 12; r < ROWS - 16; r += 2) {
          const score = this.#score(strip, c, r, rows, columns, awayRows, awayColumns);
          if (score < LEAST_SCORE) continue;
          const [u, v, w] = this.#mean;
          const x = (c + columns / 2 - COLUMNS / 2) * COLUMN_STEP;
          all.push({ x, level: TOP_LEVEL - (r + rows / 2) * ROW_STEP, size, score, colour: [u!, v!, w!] });
        }
    }
    all.sort((a, b) => b.score - a.score);
    const kept: Spot[] = [];
    for (const s of all) {
      if (kept.length >= 2 * MOST) break;
      if (kept.every((k) => Math.hypot(k.x - s.x, k.level - s.level) > 0.08)) kept.push(s);
    }
    return kept;
  }

  /** Least contrast of a box to the four boxes around it, less its own raggedness; 0 where one cannot be looked at. */
  #score(
    strip: Strip,
    c: number,
    r: number,
    rows: number,
    columns: number,
    awayRows: number,
    awayColumns: number,
  ): number {
    const middle = c + (columns >> 1);
    const height = r + (rows >> 1);
    if (middle - awayColumns - 1 < 0 || middle + awayColumns + 1 >= COLUMNS) return 0;
    if (height - awayRows - 3 < 0 || height + awayRows + 3 >= ROWS) return 0;
    this.#box(strip, c, c + columns, r, r + rows, this.#mean);
    let least = Number.POSITIVE_INFINITY;
    for (let side = 0; side < 4; side++) {
      if (side === 0) this.#box(strip, c, c + columns, height - awayRows - 3, height - awayRows, this.#side);
      else if (side === 1) this.#box(strip, c, c + columns, height + awayRows, height + awayRows + 3, this.#side);
      else if (side === 2)
        this.#box(strip, middle - awayColumns - 1, middle - awayColumns + 1, r, r + rows, this.#side);
      else this.#box(strip, middle + awayColumns, middle + awayColumns + 2, r, r + rows, this.#side);
      const [a, b] = [this.#mean, this.#side];
      least = Math.min(least, Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!));
      if (least < LEAST_SCORE) return 0;
    }
    return least - 1.2 * this.#spread(strip, c, c + columns, r, r + rows);
  }

  #box(strip: Strip, c0: number, c1: number, r0: number, r1: number, out: Float64Array): void {
    out.fill(0);
    for (let c = c0; c < c1; c++) {
      const a = (c * (ROWS + 1) + r0) * CHANNELS;
      const b = (c * (ROWS + 1) + r1) * CHANNELS;
      for (let k = 0; k < CHANNELS; k++) out[k] = out[k]! + strip.sums[b + k]! - strip.sums[a + k]!;
    }
    const n = 1 / ((c1 - c0) * (r1 - r0));
    for (let k = 0; k < CHANNELS; k++) out[k] = out[k]! * n;
  }

  #spread(strip: Strip, c0: number, c1: number, r0: number, r1: number): number {
    let square = 0;
    for (let c = c0; c < c1; c++) square += strip.squares[c * (ROWS + 1) + r1]! - strip.squares[c * (ROWS + 1) + r0]!;
    const m = this.#mean;
    const spread = square / ((c1 - c0) * (r1 - r0)) - m[0]! ** 2 - m[1]! ** 2 - m[2]! ** 2;
    return Math.sqrt(Math.max(0, spread));
  }
}
