import type { Analysis, Trace } from "@levelhip/motion";
import { type BandSeries, LANDMARK, LANDMARK_COUNT, type LandmarkName, type LandmarkSeries } from "@levelhip/signal";
import { box, type Canvas, type Colour, dot, line, text, textWidth } from "./draw.ts";

const INK: Colour = [27, 38, 59];
const PAPER: Colour = [250, 245, 236];
const OCHRE: Colour = [196, 84, 42];
const MEASURED: Colour = [47, 128, 122];

const BONES: readonly (readonly [LandmarkName, LandmarkName])[] = [
  ["left_shoulder", "right_shoulder"], ["left_hip", "right_hip"], ["left_shoulder", "left_hip"], ["right_shoulder", "right_hip"],
  ["left_shoulder", "left_elbow"], ["left_elbow", "left_wrist"], ["right_shoulder", "right_elbow"], ["right_elbow", "right_wrist"],
  ["left_hip", "left_knee"], ["left_knee", "left_ankle"], ["right_hip", "right_knee"], ["right_knee", "right_ankle"],
  ["left_ankle", "left_heel"], ["left_heel", "left_foot_index"], ["right_ankle", "right_heel"], ["right_heel", "right_foot_index"],
]; // biome-ignore format: pairs read better in rows

/** Draws what was seen in frame `index`: skeleton, band line, and the angles of the test with their names. */
export function drawFrame(
  canvas: Canvas,
  index: number,
  landmarks: LandmarkSeries,
  band: BandSeries | null,
  analysis: Analysis,
): void {
  const scale = canvas.width / landmarks.width_px;
  const size = Math.max(canvas.width, canvas.height) / 1280;
  const at = (name: LandmarkName): readonly [number, number] => {
    const i = index * LANDMARK_COUNT + LANDMARK[name];
    return [landmarks.x_px[i]! * scale, landmarks.y_px[i]! * scale];
  };
  for (const [from, to] of BONES) {
    const [x0, y0] = at(from);
    const [x1, y1] = at(to);
    line(canvas, x0, y0, x1, y1, 7 * size, PAPER, 0.75);
    line(canvas, x0, y0, x1, y1, 3.5 * size, INK, 0.95);
  }
  for (const name of new Set(BONES.flat())) dot(canvas, ...at(name), 4.5 * size, PAPER);
  if (band) drawBand(canvas, index, band, scale, size);
  drawAngles(canvas, landmarks.t_s[index]!, analysis.traces, size);
}

function drawBand(canvas: Canvas, index: number, band: BandSeries, scale: number, size: number): void {
  const [x0, y0, x1, y1] = [band.x0_px, band.y0_px, band.x1_px, band.y1_px].map((values) => values[index]! * scale) as [
    number,
    number,
    number,
    number,
  ];
  const reach = 0.05 * (x1 - x0);
  const rise = (0.05 * (y1 - y0)) as number;
  line(canvas, x0 - reach, y0 - rise, x1 + reach, y1 + rise, 7 * size, PAPER, 0.8);
  line(canvas, x0 - reach, y0 - rise, x1 + reach, y1 + rise, 4 * size, OCHRE);
}

function drawAngles(canvas: Canvas, t_s: number, traces: readonly Trace[], size: number): void {
  const rows = traces.flatMap((trace) => {
    const i = nearest(trace.t_s, t_s);
    const value = trace.value[i];
    return value !== undefined && Number.isFinite(value)
      ? [`${trace.id} ${value.toFixed(1)}${trace.unit === "deg" ? "°" : " %"}`]
      : [];
  });
  const height = 22 * size;
  const shown = rows.slice(0, 8);
  if (shown.length === 0) return;
  const width = Math.max(...shown.map((row) => textWidth(row, height)));
  box(canvas, 0, 0, Math.round(width + height * 2), Math.round(shown.length * height * 1.8 + height), PAPER, 0.78);
  for (const [row, words] of shown.entries())
    text(canvas, words, height, height * (0.8 + row * 1.8), height, row === 0 ? MEASURED : INK);
}

/** Index of the time nearest to t in increasing times. */
export function nearest(times: Float64Array, t: number): number {
  let low = 0;
  let high = times.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= t) low = middle;
    else high = middle;
  }
  return Math.abs(times[low]! - t) <= Math.abs((times[high] ?? Infinity) - t) ? low : high;
}
