import { CHANNELS } from "./colour.ts";
import { COLUMNS, ROWS, type Strip } from "./strip.ts";

/** Thicknesses tried [rows of 0.006 torso lengths]: about 1.5 to 9 cm. */
export const BAR_SIZES = [5, 7, 9, 12, 16, 21, 28] as const;
/** rows left out at each edge (blur, and thicknesses between two sizes), and rows beyond that must look different */
const GAPS = [1, 1, 2, 2, 3, 4, 5] as const;
const BESIDE = 3;
const RAGGED = 1.4;

/** How much each cell of a strip looks like the middle of a bar that differs from what is above and below it. */
export class Bars {
  /** smaller of the two contrasts less the raggedness inside, 0 = no bar   (COLUMNS x ROWS) */
  readonly score = new Float32Array(COLUMNS * ROWS);
  /** index of the thickness that did best   (COLUMNS x ROWS) */
  readonly size = new Uint8Array(COLUMNS * ROWS);
  /** mean colour inside that thickness   (COLUMNS x ROWS x 3) */
  readonly colour = new Float32Array(COLUMNS * ROWS * CHANNELS);

  fill(strip: Strip): void {
    this.score.fill(0);
    for (let column = 0; column < COLUMNS; column++)
      for (let k = 0; k < BAR_SIZES.length; k++) this.#try(strip, column, k);
  }

  #try({ sums, squares, inside }: Strip, column: number, k: number): void {
    const size = BAR_SIZES[k]!;
    const gap = GAPS[k]!;
    const n = 1 / size;
    const m = 1 / BESIDE;
    const s0 = column * (ROWS + 1) * CHANNELS;
    const q0 = column * (ROWS + 1);
    for (let top = gap + BESIDE; top + size + gap + BESIDE <= ROWS; top++) {
      const cell = column * ROWS + top + (size >> 1);
      if (
        inside[column * ROWS + top - gap - BESIDE] === 0 ||
        inside[column * ROWS + top + size + gap + BESIDE - 1] === 0
      )
        continue;
      const i0 = s0 + top * CHANNELS;
      const i1 = i0 + size * CHANNELS;
      const a1 = i0 - gap * CHANNELS;
      const a0 = a1 - BESIDE * CHANNELS;
      const b0 = i1 + gap * CHANNELS;
      const b1 = b0 + BESIDE * CHANNELS;
      let above = 0;
      let below = 0;
      let square = 0;
      for (let c = 0; c < CHANNELS; c++) {
        const inner = (sums[i1 + c]! - sums[i0 + c]!) * n;
        const up = (sums[a1 + c]! - sums[a0 + c]!) * m - inner;
        const down = (sums[b1 + c]! - sums[b0 + c]!) * m - inner;
        above += up * up;
        below += down * down;
        square += inner * inner;
      }
      const nearest = above < below ? above : below;
      const best = this.score[cell]!;
      if (nearest <= best * best) continue;
      const spread = (squares[q0 + top + size]! - squares[q0 + top]!) * n - square;
      const score = Math.sqrt(nearest) - RAGGED * Math.sqrt(spread > 0 ? spread : 0);
      if (!(score > best)) continue;
      this.score[cell] = score;
      this.size[cell] = k;
      for (let c = 0; c < CHANNELS; c++) this.colour[cell * CHANNELS + c] = (sums[i1 + c]! - sums[i0 + c]!) * n;
    }
  }
}
