import {
  evenTimes,
  LANDMARK_NAMES,
  type LandmarkName,
  type LandmarkSeries,
  median,
  naturalSpline,
  runsWhere,
} from "@levelhip/signal";
import type { View } from "../analysis.ts";
import { distance, forward, leftward } from "../angles.ts";
import { makeBody, type Point } from "../body.ts";

export interface TrcOptions {
  /** name written into the header */
  readonly fileName: string;
  readonly view: View;
  /** camera roll to take out [deg], as in the analysis */
  readonly roll_deg?: number;
  /** the person's stature [m]; unknown = 1.70 m. It only sets the scale. */
  readonly stature_m?: number;
}

/** Ankle to hip and hip to shoulder, over stature (Drillis & Contini 1966): what the picture's scale is told by. */
const ANKLE_TO_SHOULDER = 0.818 - 0.039;

/**
 * Landmarks as an OpenSim marker file (TRC, millimetres, tab-separated). One camera sees one plane: the other coordinate is 0.
 * OpenSim's axes: X forward, Y up, Z to the person's right; from the front or behind Y and Z are filled, from the side X and Y.
 * The origin lies at the first frame's mid-ankle. Times are put on an even grid, as TRC asks for; an empty cell = not seen.
 */
export function trcText(series: LandmarkSeries, options: TrcOptions): string {
  const body = makeBody(series, options.roll_deg ?? 0);
  const rate_hz = body.n > 1 ? body.rate_hz : 30;
  const times = evenTimes(series.t_s, rate_hz);
  const ankles = body.mid("left_ankle", "right_ankle");
  const origin = { x: firstFinite(ankles.x), y: firstFinite(ankles.y) };
  const mmPerPixel = scaleOf(body, options.stature_m ?? 1.7);
  const markers = LANDMARK_NAMES.map((name) => onGrid(series.t_s, body.at(name), times));
  const side = options.view === "left" || options.view === "right" ? forward(options.view) : 0;
  const toPerson = (x: number, y: number): readonly [number, number, number] => {
    const across = (x - origin.x) * mmPerPixel;
    const up = (origin.y - y) * mmPerPixel;
    return side === 0 ? [0, up, -leftward(options.view) * across] : [side * across, up, 0];
  };
  const rows = Array.from(times, (t, i) => {
    const cells = markers.map(({ x, y }) => (Number.isFinite(x[i]! + y[i]!) ? toPerson(x[i]!, y[i]!).map((v) => mm(v)).join("\t") : "\t\t")); // biome-ignore format: one line
    return `${i + 1}\t${(t - (times[0] ?? 0)).toFixed(6)}\t${cells.join("\t")}`;
  });
  return [...header(options.fileName, rate_hz, times.length), ...rows, ""].join("\n");
}

function header(fileName: string, rate_hz: number, frames: number): string[] {
  const rate = rate_hz.toFixed(6);
  const axes = LANDMARK_NAMES.map((_, i) => `X${i + 1}\tY${i + 1}\tZ${i + 1}`).join("\t");
  return [
    `PathFileType\t4\t(X/Y/Z)\t${fileName.replace(/[\t\r\n]/g, " ")}`,
    "DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\tOrigDataRate\tOrigDataStartFrame\tOrigNumFrames",
    [rate, rate, frames, LANDMARK_NAMES.length, "mm", rate, 1, frames].join("\t"),
    `Frame#\tTime\t${LANDMARK_NAMES.map((name) => `${name}\t\t`).join("\t")}`,
    `\t\t${axes}`,
    "",
  ];
}

const mm = (v: number): string => String(Number(v.toFixed(3)) || 0);
const firstFinite = (v: Float64Array): number => v.find((x) => Number.isFinite(x)) ?? 0;

function scaleOf(body: ReturnType<typeof makeBody>, stature_m: number): number {
  const length = (a: LandmarkName, b: LandmarkName): number => median(distance(body.at(a), body.at(b)));
  const known = (["left", "right"] as const).map(
    (s) => length(`${s}_shoulder`, `${s}_hip`) + length(`${s}_hip`, `${s}_ankle`),
  );
  const tall_px = Math.max(...known.filter((v) => Number.isFinite(v)));
  return tall_px > 0 && Number.isFinite(tall_px) ? (1000 * stature_m * ANKLE_TO_SHOULDER) / tall_px : 1;
}

/** A track read at other times; NaN where the track has a hole around them. */
function onGrid(t_s: Float64Array, p: Point, times: Float64Array): Point {
  const x = new Float64Array(times.length).fill(Number.NaN);
  const y = new Float64Array(times.length).fill(Number.NaN);
  for (const run of runsWhere(t_s.length, (i) => Number.isFinite(p.x[i]!))) {
    const t = t_s.subarray(run.start, run.end);
    const [cx, cy] = [
      naturalSpline(t, p.x.subarray(run.start, run.end)),
      naturalSpline(t, p.y.subarray(run.start, run.end)),
    ];
    for (let i = 0; i < times.length; i++) {
      if (times[i]! < t[0]! - 1e-9 || times[i]! > t[t.length - 1]! + 1e-9) continue;
      x[i] = cx(times[i]!);
      y[i] = cy(times[i]!);
    }
  }
  return { x, y };
}
