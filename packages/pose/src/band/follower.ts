import type { Picture } from "../picture.ts";
import type { BandAppearance } from "./appearance.ts";
import type { BandRow } from "./bandRow.ts";
import { BowFit } from "./bowFit.ts";
import type { Candidate } from "./candidate.ts";
import { CHANNELS, colourDistance } from "./colour.ts";
import { ColumnReader, type ColumnReading, type ColumnSearch } from "./columnReader.ts";
import { Finder } from "./finder.ts";
import { locateHips, newHipFrame } from "./hipFrame.ts";

const MOST_COLUMNS = 512;
/** columns of the first, rough look */
const ROUGH = 32;
/** how far the band may have moved against the hips since the last picture [torso lengths] */
const REACH = 0.045;
/** how far to look for it when it was lost [torso lengths] */
const FAR_REACH = 0.09;
/** how far beyond the expected ends to look [torso lengths] */
const BEYOND = 0.07;
/** how far a column's colour may lie from the band's there (lightness counted a third) */
const SAME_COLOUR = 16;
const OTHER_THICKNESS = 0.28;

/** What one picture showed of the band; reused for every picture. Positions [px], y down. */
export interface BandSight {
  found: boolean;
  /** points of the band's middle line: the columns that agree, from left to right   (first `count` of 512) */
  readonly x: Float64Array;
  readonly y: Float64Array;
  count: number;
  /** columns looked at between the ends, whether they agreed or not */
  between: number;
  thickness_px: number;
  contrast: number;
  torso_px: number;
  /** middle of the hips [px] */
  hip_x_px: number;
  hip_y_px: number;
}

/** Follows a band of known appearance from picture to picture. Holds its work space. */
export class BandTracker {
  readonly sight: BandSight = {
    found: false, x: new Float64Array(MOST_COLUMNS), y: new Float64Array(MOST_COLUMNS), count: 0, between: 0,
    thickness_px: Number.NaN, contrast: Number.NaN, torso_px: Number.NaN, hip_x_px: Number.NaN, hip_y_px: Number.NaN,
  }; // biome-ignore format: a record
  readonly #appearance: BandAppearance;
  readonly #hips = newHipFrame();
  readonly #finder = new Finder();
  readonly #reader = new ColumnReader();
  readonly #reading: ColumnReading = { centre_px: 0, thickness_px: 0, contrast: 0, off: 0 };
  readonly #search: ColumnSearch = { x: 0, y: 0, reach: 0, thickness: 0 };
  readonly #bow = new BowFit(MOST_COLUMNS);
  readonly #x = new Float64Array(MOST_COLUMNS);
  readonly #y = new Float64Array(MOST_COLUMNS);
  readonly #thickness = new Float64Array(MOST_COLUMNS);
  readonly #contrast = new Float64Array(MOST_COLUMNS);
  readonly #work = new Float64Array(MOST_COLUMNS);
  readonly #colour = new Float32Array(CHANNELS);
  /** expected line, relative to the hips, in torso lengths: middle, slope, bow (y down) at u = x/half */
  #locked = false;
  #centre = 0;
  #level = 0;
  #slope = 0;
  #curve = 0;
  #half: number;
  #thick: number;

  constructor(appearance: BandAppearance) {
    this.#appearance = appearance;
    this.#half = appearance.width / 2;
    this.#thick = appearance.thickness;
    this.#colour.set(appearance.colour);
  }

  /** Looks for the band in a picture. @returns `sight`, overwritten by the next call */
  follow(picture: Picture, row: BandRow): BandSight {
    const { sight } = this;
    sight.found = false;
    sight.count = 0;
    if (picture.rgba.length < 4 * picture.width * picture.height || !locateHips(row, this.#hips)) {
      this.#locked = false;
      return sight;
    }
    if (this.#locked) sight.found = this.#measure(picture, REACH);
    if (!sight.found) sight.found = this.#acquire(picture, row.t_s) && this.#measure(picture, REACH / 2);
    if (!sight.found) sight.found = this.#expect() && this.#measure(picture, FAR_REACH);
    this.#locked = sight.found;
    return sight;
  }

  /** Expects the band where it usually is. */
  #expect(): boolean {
    const a = this.#appearance;
    this.#centre = a.centre;
    this.#level = -a.level;
    this.#slope = 0;
    this.#curve = -a.bow * a.width;
    this.#half = a.width / 2;
    this.#thick = a.thickness;
    return true;
  }

  /** Finds the band anywhere around the hips. */
  #acquire(picture: Picture, t_s: number): boolean {
    let best: Candidate | null = null;
    let bestMerit = 0;
    for (const c of this.#finder.find(t_s, picture, this.#hips)) {
      const merit = this.#likeness(c);
      if (merit > bestMerit) [best, bestMerit] = [c, merit];
    }
    if (!best) return false;
    this.#centre = (best.from + best.to) / 2;
    this.#level = -best.level;
    this.#slope = -best.slope * this.#half;
    this.#curve = -best.bow * (best.to - best.from);
    return true;
  }

  #likeness(c: Candidate): number {
    const a = this.#appearance;
    const off = colourDistance(c.colour, a.colour, 0.5) / 14;
    const away = Math.abs(c.level - a.level) / 0.09;
    const thick = Math.abs(Math.log(c.thickness / a.thickness)) / 0.6;
    if (off > 1 || away > 1 || thick > 1) return 0;
    return (1 - off * 0.7) * (1 - away * 0.5) * (1 - thick * 0.5) * Math.min(a.width, c.to - c.from) * c.filled;
  }

  #measure(picture: Picture, reach: number): boolean {
    const { torso_px: t, x_px: hx } = this.#hips;
    const first = hx + (this.#centre - this.#half) * t;
    const last = hx + (this.#centre + this.#half) * t;
    const n = this.#read(picture, first, last, Math.max(1, (last - first) / ROUGH), reach * t, null);
    if (n < 10 || !this.#bow.fit(this.#x, this.#y, n, Math.max(1.5, 0.012 * t)) || this.#bow.kept < 10) return false;
    const from = Math.max(0, first - BEYOND * t);
    const to = Math.min(picture.width - 1, last + BEYOND * t);
    const step = Math.max(1, Math.ceil((to - from) / MOST_COLUMNS));
    const m = this.#read(picture, from, to, step, Math.max(2, 0.014 * t), this.#bow);
    return this.#settle(m, step);
  }

  /** Reads columns from…to into the work arrays. @returns how many agree in colour */
  #read(picture: Picture, from: number, to: number, step: number, reach: number, around: BowFit | null): number {
    const { torso_px: t, x_px: hx, y_px: hy } = this.#hips;
    const search = this.#search;
    const reading = this.#reading;
    search.reach = reach;
    search.thickness = this.#thick * t;
    let n = 0;
    for (let at = from; at <= to && n < MOST_COLUMNS; at += step) {
      const x = Math.floor(at);
      if (x < 0 || x >= picture.width) continue;
      const u = ((x + 0.5 - hx) / t - this.#centre) / this.#half;
      search.x = x;
      search.y = around ? around.at(x + 0.5) : hy + t * (this.#level + u * (this.#slope + u * this.#curve));
      if (!this.#reader.read(picture, search, this.#colour, reading) || reading.off > SAME_COLOUR) continue;
      this.#x[n] = x + 0.5;
      this.#y[n] = reading.centre_px;
      this.#thickness[n] = reading.thickness_px;
      this.#contrast[n++] = reading.contrast;
    }
    return n;
  }

  /** Keeps the columns of like thickness on one smooth bow, and remembers where the band was. */
  #settle(n: number, step: number): boolean {
    if (n < 12) return false;
    const { torso_px: t, x_px: hx, y_px: hy } = this.#hips;
    const thickness = this.#median(this.#thickness, n);
    let m = 0;
    for (let i = 0; i < n; i++) {
      if (Math.abs(this.#thickness[i]! - thickness) > Math.max(1.5, OTHER_THICKNESS * thickness)) continue;
      this.#x[m] = this.#x[i]!;
      this.#y[m] = this.#y[i]!;
      this.#contrast[m++] = this.#contrast[i]!;
    }
    if (!this.#bow.fit(this.#x, this.#y, m, Math.max(1.2, 0.007 * t), m >= 40)) return false;
    const { sight } = this;
    let k = 0;
    for (let i = 0; i < m; i++) {
      if (this.#bow.keep[i] === 0) continue;
      sight.x[k] = this.#x[i]!;
      sight.y[k] = this.#y[i]!;
      this.#contrast[k++] = this.#contrast[i]!;
    }
    const width = sight.x[k - 1]! - sight.x[0]! + step;
    if (k < 12 || width < 0.4 * this.#appearance.width * t) return false;
    sight.count = k;
    sight.between = Math.round(width / step);
    sight.thickness_px = thickness;
    sight.contrast = this.#median(this.#contrast, k);
    sight.torso_px = t;
    sight.hip_x_px = hx;
    sight.hip_y_px = hy;
    this.#remember(width);
    return true;
  }

  #remember(width: number): void {
    const { torso_px: t, x_px: hx, y_px: hy } = this.#hips;
    const { sight } = this;
    const x0 = sight.x[0]!;
    const x1 = sight.x[sight.count - 1]!;
    // an end that is hidden does not move the middle
    const whole = width > 0.92 * 2 * this.#half * t;
    if (whole) this.#centre = ((x0 + x1) / 2 - hx) / t;
    if (whole) this.#half += 0.2 * (Math.min(0.45, width / t / 2) - this.#half);
    const middle = hx + this.#centre * t;
    const end = this.#half * t;
    const a = this.#bow.at(middle - end);
    const b = this.#bow.at(middle + end);
    const m = this.#bow.at(middle);
    this.#level = (m - hy) / t;
    this.#slope = (b - a) / 2 / t;
    this.#curve = ((a + b) / 2 - m) / t;
    this.#thick += 0.1 * (sight.thickness_px / t - this.#thick);
  }

  #median(values: Float64Array, n: number): number {
    const part = this.#work.subarray(0, n);
    part.set(values.subarray(0, n));
    part.sort();
    return part[n >> 1]!;
  }
}
