import { LANDMARK_COUNT, type LandmarkSeries } from "@levelhip/signal";
import type { LandmarkRow } from "./observer.ts";

/** A series that grows by a frame at a time: the clip's length need not be known, and nothing is copied but on growth. */
export class LandmarkRows {
  readonly #width_px: number;
  readonly #height_px: number;
  #count = 0;
  #room: number;
  #s: LandmarkSeries;

  constructor(width_px: number, height_px: number, expectedFrames: number | null) {
    this.#width_px = width_px;
    this.#height_px = height_px;
    this.#room = Math.max(16, expectedFrames ?? 0);
    this.#s = this.#allocated(this.#room);
  }

  get count(): number {
    return this.#count;
  }

  push(row: LandmarkRow, swapped: boolean): void {
    if (this.#count === this.#room) this.#grow();
    const i = this.#count++;
    const at = LANDMARK_COUNT * i;
    this.#s.t_s[i] = row.t_s;
    this.#s.x_px.set(row.x_px, at);
    this.#s.y_px.set(row.y_px, at);
    this.#s.se_px.set(row.se_px, at);
    this.#s.visibility.set(row.visibility, at);
    this.#s.presence[i] = row.presence;
    this.#s.people[i] = row.people;
    this.#s.swapped[i] = swapped ? 1 : 0;
  }

  /** The frames so far, in arrays of exactly their length. */
  series(): LandmarkSeries {
    const n = this.#count;
    const rows = LANDMARK_COUNT * n;
    const s = this.#s;
    return {
      width_px: this.#width_px,
      height_px: this.#height_px,
      t_s: s.t_s.slice(0, n),
      x_px: s.x_px.slice(0, rows),
      y_px: s.y_px.slice(0, rows),
      se_px: s.se_px.slice(0, rows),
      visibility: s.visibility.slice(0, rows),
      presence: s.presence.slice(0, n),
      people: s.people.slice(0, n),
      swapped: s.swapped.slice(0, n),
    };
  }

  #allocated(frames: number): LandmarkSeries {
    const rows = LANDMARK_COUNT * frames;
    return {
      width_px: this.#width_px,
      height_px: this.#height_px,
      t_s: new Float64Array(frames),
      x_px: new Float64Array(rows),
      y_px: new Float64Array(rows),
      se_px: new Float64Array(rows),
      visibility: new Float32Array(rows),
      presence: new Float32Array(frames),
      people: new Uint8Array(frames),
      swapped: new Uint8Array(frames),
    };
  }

  #grow(): void {
    const old = this.#s;
    this.#room *= 2;
    this.#s = this.#allocated(this.#room);
    for (const key of ["t_s", "x_px", "y_px", "se_px", "visibility", "presence", "people", "swapped"] as const)
      this.#s[key].set(old[key]);
  }
}

/** A row of a frame in which nobody was seen. Positions are NaN, visibility 0. */
export function emptyRow(index: number, t_s: number, presence: number, people: number): LandmarkRow {
  return {
    index,
    t_s,
    x_px: new Float64Array(LANDMARK_COUNT).fill(Number.NaN),
    y_px: new Float64Array(LANDMARK_COUNT).fill(Number.NaN),
    se_px: new Float64Array(LANDMARK_COUNT).fill(Number.NaN),
    visibility: new Float32Array(LANDMARK_COUNT),
    presence,
    people,
  };
}

/** One frame of a series as a row (views of its arrays). */
export function rowOf(series: LandmarkSeries, index: number): LandmarkRow {
  const from = LANDMARK_COUNT * index;
  const to = from + LANDMARK_COUNT;
  return {
    index,
    t_s: series.t_s[index],
    x_px: series.x_px.subarray(from, to),
    y_px: series.y_px.subarray(from, to),
    se_px: series.se_px.subarray(from, to),
    visibility: series.visibility.subarray(from, to),
    presence: series.presence[index],
    people: series.people[index],
  };
}
