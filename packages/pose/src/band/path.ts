import { CHANNELS } from "./colour.ts";
import { COLUMNS, ROWS } from "./strip.ts";

/** Above this a column's score counts little more: one loud spot must not draw the line to itself. */
const CAP = 24;
const BEYOND_CAP = 0.15;
/** rows the line may move from one column to the next (2 rows = 35°), what a row costs, what a change of colour costs */
const REACH = 2;
const BEND = 0.8;
const RECOLOUR = 0.35;
const RECOLOUR_CAP = 8;
/** columns that count: 0.45 torso lengths to either side of the hip middle */
const FIRST = 6;
const LAST = COLUMNS - 1 - 6;

/** The best line from left to right through a field of scores, by dynamic programming. */
export class Path {
  /** row of the line in each column   (COLUMNS) */
  readonly row = new Int16Array(COLUMNS);
  readonly #value = new Float64Array(COLUMNS * ROWS);
  readonly #from = new Int8Array(COLUMNS * ROWS);

  /** @returns sum of the scores along the line, less what its bends cost */
  find(score: Float32Array, colour: Float32Array): number {
    const value = this.#value;
    for (let column = FIRST; column <= LAST; column++)
      for (let row = 0; row < ROWS; row++) {
        const cell = column * ROWS + row;
        const s = score[cell]!;
        const own = s < CAP ? s : CAP + BEYOND_CAP * (s - CAP);
        value[cell] = own + (column === FIRST ? 0 : this.#reach(score, colour, cell, row, own > 0));
      }
    let end = 0;
    for (let row = 1; row < ROWS; row++) if (value[LAST * ROWS + row]! > value[LAST * ROWS + end]!) end = row;
    const total = value[LAST * ROWS + end]!;
    for (let column = LAST; column >= FIRST; column--) {
      this.row[column] = end;
      if (column > FIRST) end += this.#from[column * ROWS + end]!;
    }
    return total;
  }

  #reach(score: Float32Array, colour: Float32Array, cell: number, row: number, coloured: boolean): number {
    let best = Number.NEGATIVE_INFINITY;
    const from = Math.max(-REACH, -row);
    const to = Math.min(REACH, ROWS - 1 - row);
    for (let d = from; d <= to; d++) {
      const before = cell - ROWS + d;
      let v = this.#value[before]! - BEND * d * d;
      if (coloured && score[before]! > 0) v -= this.#recolour(colour, cell, before);
      if (v > best) {
        best = v;
        this.#from[cell] = d;
      }
    }
    return best;
  }

  #recolour(colour: Float32Array, a: number, b: number): number {
    let sum = 0;
    for (let c = 0; c < CHANNELS; c++) {
      const d = colour[a * CHANNELS + c]! - colour[b * CHANNELS + c]!;
      sum += d < 0 ? -d : d;
    }
    sum *= RECOLOUR;
    return sum < RECOLOUR_CAP ? sum : RECOLOUR_CAP;
  }
}
export const PATH_FIRST = FIRST;
export const PATH_LAST = LAST;
