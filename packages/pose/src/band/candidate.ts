import { BAR_SIZES, type Bars } from "./bars.ts";
import { CHANNELS, colourDistance } from "./colour.ts";
import { PATH_FIRST, PATH_LAST, type Path } from "./path.ts";
import { BowFit } from "./bowFit.ts";
import { COLUMN_STEP, COLUMNS, ROW_STEP, ROWS, type Strip, TOP_LEVEL } from "./strip.ts";

/** A line across the hips that may be a band, in one picture. Lengths in torso lengths (about 0.5 m), up and right +. */
export interface Candidate {
  readonly t_s: number;
  /** height above the hip middle, where the line crosses the middle of what was seen of it */
  readonly level: number;
  /** rise per run, + = right end of the picture up */
  readonly slope: number;
  /** bow: middle minus chord, + = hangs down, as a share of the visible width */
  readonly bow: number;
  readonly thickness: number;
  /** spread of the thickness along the line, as a share of it (1.48 times the median deviation) */
  readonly unevenness: number;
  /** share of the columns in which both edges were found near by */
  readonly edged: number;
  /** ends of what was seen, + = right of the hip middle */
  readonly from: number;
  readonly to: number;
  /** share of the columns between the ends that agree */
  readonly filled: number;
  /** colour of the line, of what is above it and below it (`writeFeature`) */
  readonly colour: Float32Array;
  readonly above: Float32Array;
  readonly below: Float32Array;
  /** how far its colour is from that of the cloth 2 and 4 cm beyond its neighbours, above or below, whichever is nearer */
  readonly beyond: number;
  /** median of the smaller contrast, less raggedness */
  readonly contrast: number;
  /** spread of the colour along the line, lightness left out */
  readonly spread: number;
  /** how far its points lie from a smooth bow [share of the thickness] */
  readonly roughness: number;
}

/** Least score of a column to be part of a line. */
const LEAST_SCORE = 4;
const LEAST_COLUMNS = 14;
/** How far a column's colour may lie from the line's, lightness counted a third (it falls off to the sides). */
const SAME_COLOUR = 14;
const SHADE = 0.35;

const median = (values: number[]): number => {
  const v = values.sort((a, b) => a - b);
  return v.length === 0 ? Number.NaN : v[v.length >> 1]!;
};

/** Reads the line under `path` as a candidate; null where too little of it holds together. Columns used are marked in `used`. */
export function readCandidate(t_s: number, strip: Strip, bars: Bars, path: Path, used: Uint8Array): Candidate | null {
  used.fill(0);
  const cellOf = (column: number): number => column * ROWS + path.row[column]!;
  const core: number[] = [];
  for (let c = PATH_FIRST; c <= PATH_LAST; c++)
    if (bars.score[cellOf(c)]! >= LEAST_SCORE && Math.abs(c + 0.5 - COLUMNS / 2) * COLUMN_STEP < 0.3) core.push(c);
  if (core.length < LEAST_COLUMNS) return null;
  const colour = new Float32Array(CHANNELS);
  for (let k = 0; k < CHANNELS; k++) colour[k] = median(core.map((c) => bars.colour[cellOf(c) * CHANNELS + k]!));
  const off = (c: number): number => {
    const at = cellOf(c) * CHANNELS;
    const l = (bars.colour[at]! - colour[0]!) * SHADE;
    return Math.hypot(l, bars.colour[at + 1]! - colour[1]!, bars.colour[at + 2]! - colour[2]!);
  };
  const alike: number[] = [];
  for (let c = PATH_FIRST; c <= PATH_LAST; c++)
    if (bars.score[cellOf(c)]! >= LEAST_SCORE && off(c) < SAME_COLOUR) alike.push(c);
  if (alike.length < LEAST_COLUMNS) return null;
  const rows = Float64Array.from(alike, (c) => path.row[c]!);
  const curve = new BowFit(alike.length);
  if (!curve.fit(Float64Array.from(alike), rows, alike.length, 2.5) || curve.kept < LEAST_COLUMNS) return null;
  const on = alike.filter((_, i) => curve.keep[i] === 1);
  for (const c of on) used[c] = 1;
  return describe(t_s, strip, bars, path, on, colour, curve, median(on.map(off)));
}

function describe(
  t_s: number,
  strip: Strip,
  bars: Bars,
  path: Path,
  on: readonly number[],
  colour: Float32Array,
  curve: BowFit,
  spread: number,
): Candidate {
  const cellOf = (column: number): number => column * ROWS + path.row[column]!;
  const first = on[0]!;
  const last = on.at(-1)!;
  const sizes = on.map((c) => BAR_SIZES[bars.size[cellOf(c)]!]!);
  const size = median([...sizes]);
  const middle = (first + last) / 2;
  const levelAt = (column: number): number => TOP_LEVEL - curve.at(column) * ROW_STEP;
  const width = (last - first + 1) * COLUMN_STEP;
  const beside = (from: number, to: number): Float32Array => {
    const out = new Float32Array(CHANNELS);
    const here = new Float32Array(CHANNELS);
    const all: number[][] = [[], [], []];
    for (const c of on) {
      const row = path.row[c]!;
      const a = Math.max(0, Math.min(ROWS - 2, row + from));
      strip.mean(c, a, Math.max(a + 1, Math.min(ROWS, row + to)), here);
      for (let k = 0; k < CHANNELS; k++) all[k]!.push(here[k]!);
    }
    for (let k = 0; k < CHANNELS; k++) out[k] = median(all[k]!);
    return out;
  };
  const half = size >> 1;
  const away = (other: Float32Array): number => colourDistance(other, colour, 0.7);
  return {
    t_s,
    level: levelAt(middle),
    slope: (levelAt(last) - levelAt(first)) / Math.max(COLUMN_STEP, (last - first) * COLUMN_STEP),
    bow: ((levelAt(first) + levelAt(last)) / 2 - levelAt(middle)) / width,
    thickness: size * ROW_STEP,
    unevenness: Number.NaN,
    edged: Number.NaN,
    from: (first - COLUMNS / 2) * COLUMN_STEP,
    to: (last + 1 - COLUMNS / 2) * COLUMN_STEP,
    filled: on.length / (last - first + 1),
    colour,
    above: beside(-half - 6, -half - 2),
    below: beside(size - half + 2, size - half + 6),
    beyond: Math.min(
      Math.max(away(beside(-half - 10, -half - 7)), away(beside(-half - 15, -half - 12))),
      Math.max(away(beside(size - half + 7, size - half + 10)), away(beside(size - half + 12, size - half + 15))),
    ),
    contrast: median(on.map((c) => bars.score[cellOf(c)]!)),
    spread,
    roughness: curve.rms / size,
  };
}
