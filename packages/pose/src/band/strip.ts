import type { Picture } from "../picture.ts";
import { CHANNELS, writeFeature } from "./colour.ts";
import type { HipFrame } from "./hipFrame.ts";

export const COLUMNS = 64;
export const ROWS = 104;
/** Width of a column and height of a row [torso lengths]. */
export const COLUMN_STEP = 1.1 / COLUMNS;
export const ROW_STEP = 0.006;
/** Height of the first row's middle above the hip middle [torso lengths]. */
export const TOP_LEVEL = 0.48;

/**
 * The region between thighs and waist in a grid that is the same for every person and distance: 64 columns of 1/58 torso
 * length about the hip middle, 104 rows of 0.006 from 0.48 torso lengths above the hips to 0.14 below. Holds the colour
 * of each cell, and running sums down each column. Reused for every picture.
 */
export class Strip {
  /** colours   (COLUMNS x ROWS x 3), a column at a time; smoothed over three columns */
  readonly colour = new Float32Array(COLUMNS * ROWS * CHANNELS);
  /** running sums of the colours: entry r holds rows 0…r−1   (COLUMNS x (ROWS+1) x 3) */
  readonly sums = new Float64Array(COLUMNS * (ROWS + 1) * CHANNELS);
  /** running sums of squared colours, all channels together   (COLUMNS x (ROWS+1)) */
  readonly squares = new Float64Array(COLUMNS * (ROWS + 1));
  /** 1 where the cell lies in the picture   (COLUMNS x ROWS) */
  readonly inside = new Uint8Array(COLUMNS * ROWS);
  readonly #raw = new Float32Array(COLUMNS * ROWS * CHANNELS);
  readonly #hips: HipFrame = { x_px: 0, y_px: 0, torso_px: 1 };

  fill(picture: Picture, hips: HipFrame): void {
    Object.assign(this.#hips, hips);
    this.#sample(picture);
    this.#smooth();
    this.#sum();
  }

  x_px(column: number): number {
    return this.#hips.x_px + (column + 0.5 - COLUMNS / 2) * COLUMN_STEP * this.#hips.torso_px;
  }
  y_px(row: number): number {
    return this.#hips.y_px - (TOP_LEVEL - row * ROW_STEP) * this.#hips.torso_px;
  }
  column(x_px: number): number {
    return (x_px - this.#hips.x_px) / (COLUMN_STEP * this.#hips.torso_px) + COLUMNS / 2 - 0.5;
  }
  row(y_px: number): number {
    return (TOP_LEVEL + (y_px - this.#hips.y_px) / this.#hips.torso_px) / ROW_STEP;
  }

  /** Mean colour of rows from…to−1 of a column. */
  mean(column: number, from: number, to: number, out: Float32Array): void {
    const a = (column * (ROWS + 1) + from) * CHANNELS;
    const b = (column * (ROWS + 1) + to) * CHANNELS;
    const n = 1 / (to - from);
    for (let c = 0; c < CHANNELS; c++) out[c] = (this.sums[b + c]! - this.sums[a + c]!) * n;
  }

  #sample({ width, height, rgba }: Picture): void {
    const { x_px, y_px, torso_px } = this.#hips;
    const across = Math.max(1, Math.min(4, Math.round(COLUMN_STEP * torso_px)));
    const down = Math.max(1, Math.min(2, Math.round(ROW_STEP * torso_px)));
    const stepX = (COLUMN_STEP * torso_px) / across;
    const stepY = (ROW_STEP * torso_px) / down;
    const left = x_px - (COLUMNS / 2) * COLUMN_STEP * torso_px + stepX / 2;
    const top = y_px - (TOP_LEVEL + ROW_STEP / 2) * torso_px + stepY / 2;
    const n = 1 / (across * down);
    for (let row = 0; row < ROWS; row++)
      for (let column = 0; column < COLUMNS; column++) {
        let r = 0;
        let g = 0;
        let b = 0;
        let seen = 1;
        for (let j = 0; j < down; j++) {
          const y = Math.floor(top + (row * down + j) * stepY);
          for (let i = 0; i < across; i++) {
            const x = Math.floor(left + (column * across + i) * stepX);
            if (x < 0 || y < 0 || x >= width || y >= height) {
              seen = 0;
              continue;
            }
            const at = 4 * (y * width + x);
            r += rgba[at]!;
            g += rgba[at + 1]!;
            b += rgba[at + 2]!;
          }
        }
        const cell = column * ROWS + row;
        this.inside[cell] = seen;
        writeFeature(r * n, g * n, b * n, this.#raw, cell * CHANNELS);
      }
  }

  #smooth(): void {
    const { colour } = this;
    const stride = ROWS * CHANNELS;
    for (let column = 0; column < COLUMNS; column++) {
      const here = column * stride;
      const before = Math.max(0, column - 1) * stride;
      const after = Math.min(COLUMNS - 1, column + 1) * stride;
      for (let i = 0; i < stride; i++)
        colour[here + i] = (this.#raw[before + i]! + 2 * this.#raw[here + i]! + this.#raw[after + i]!) / 4;
    }
  }

  #sum(): void {
    for (let column = 0; column < COLUMNS; column++) {
      let s = column * (ROWS + 1) * CHANNELS;
      let q = column * (ROWS + 1);
      let at = column * ROWS * CHANNELS;
      this.sums[s] = this.sums[s + 1] = this.sums[s + 2] = 0;
      this.squares[q] = 0;
      for (let row = 0; row < ROWS; row++, at += CHANNELS, s += CHANNELS, q++) {
        const a = this.colour[at]!;
        const b = this.colour[at + 1]!;
        const c = this.colour[at + 2]!;
        this.sums[s + 3] = this.sums[s]! + a;
        this.sums[s + 4] = this.sums[s + 1]! + b;
        this.sums[s + 5] = this.sums[s + 2]! + c;
        this.squares[q + 1] = this.squares[q]! + a * a + b * b + c * c;
      }
    }
  }
}
