import type { Picture } from "../picture.ts";
import { BAR_SIZES, Bars } from "./bars.ts";
import { type Candidate, readCandidate } from "./candidate.ts";
import type { HipFrame } from "./hipFrame.ts";
import { ColumnReader } from "./columnReader.ts";
import { Path } from "./path.ts";
import { COLUMNS, ROWS, Strip } from "./strip.ts";

const MOST = 5;
/** columns in which a candidate's edges are looked at closely */
const LOOKS = 28;

/** Finds the lines across the hips of a picture that may be a band. Holds its own work space; reuse it. */
export class Finder {
  readonly strip = new Strip();
  readonly bars = new Bars();
  readonly #path = new Path();
  readonly #reader = new ColumnReader();
  readonly #used = new Uint8Array(COLUMNS);

  find(t_s: number, picture: Picture, hips: HipFrame): Candidate[] {
    this.strip.fill(picture, hips);
    this.bars.fill(this.strip);
    const found: Candidate[] = [];
    for (let i = 0; i < MOST; i++) {
      this.#path.find(this.bars.score, this.bars.colour);
      const candidate = readCandidate(t_s, this.strip, this.bars, this.#path, this.#used);
      if (candidate) found.push(this.#inspect(candidate, picture, hips));
      this.#clear(candidate !== null);
    }
    return found;
  }

  /** Looks at the candidate's edges in the picture itself: how thick it is, and how evenly. */
  #inspect(c: Candidate, picture: Picture, hips: HipFrame): Candidate {
    const { torso_px: t } = hips;
    const reading = { centre_px: 0, thickness_px: 0, contrast: 0, off: 0 };
    const all: number[] = [];
    const half = (c.to - c.from) / 2;
    for (let i = 0; i < LOOKS; i++) {
      const u = ((i + 0.5) / LOOKS) * 1.9 - 0.95;
      const x = Math.floor(hips.x_px + t * ((c.from + c.to) / 2 + u * half));
      const up = c.level + u * c.slope * half + c.bow * 2 * half * u * u;
      const search = { x, y: hips.y_px - t * up, reach: 0.02 * t, thickness: c.thickness * t };
      if (x < 0 || x >= picture.width) continue;
      if (this.#reader.read(picture, search, c.colour, reading) && reading.off < 16) all.push(reading.thickness_px / t);
    }
    if (all.length < 6) return { ...c, unevenness: 1, edged: all.length / LOOKS };
    const thickness = all.toSorted((a, b) => a - b)[all.length >> 1]!;
    const deviation = all.map((v) => Math.abs(v - thickness)).sort((a, b) => a - b)[all.length >> 1]!;
    return { ...c, thickness, unevenness: (1.48 * deviation) / thickness, edged: all.length / LOOKS };
  }

  /** Takes the line out of the field, so that the next one is found. */
  #clear(usedOnly: boolean): void {
    for (let column = 0; column < COLUMNS; column++) {
      if (usedOnly && this.#used[column] === 0) continue;
      const row = this.#path.row[column]!;
      const reach = Math.max(3, BAR_SIZES[this.bars.size[column * ROWS + row]!]! >> 1);
      for (let r = Math.max(0, row - reach); r <= Math.min(ROWS - 1, row + reach); r++)
        this.bars.score[column * ROWS + r] = 0;
    }
  }
}
