/**
 * Landmark files against the truth beside their clips: error of each joint in px, frame-to-frame noise, hip line.
 *   npx tsx packages/pose/bench/compareTruth.ts --landmarks DIR --truth DIR [--only TEXT]
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { LANDMARK, type LandmarkName } from "@levelhip/signal";
import { parseLandmarkFile } from "../src/index.ts";

const JOINTS: readonly (readonly [string, LandmarkName])[] = [
  ["shoulderL", "left_shoulder"], ["shoulderR", "right_shoulder"], ["hipL", "left_hip"], ["hipR", "right_hip"],
  ["kneeL", "left_knee"], ["kneeR", "right_knee"], ["ankleL", "left_ankle"], ["ankleR", "right_ankle"],
]; // biome-ignore format: a table

interface Truth {
  readonly frames_data: readonly TruthFrame[];
}
interface TruthFrame {
  readonly t: number;
  readonly px: Readonly<Record<string, readonly [number, number]>>;
}

const { values } = parseArgs({
  options: { landmarks: { type: "string" }, truth: { type: "string" }, only: { type: "string", default: "" } },
});
const folder = values.landmarks!;
const total = new Map<string, { n: number; dx: number; dy: number; sq: number }>();
for (const name of readdirSync(folder).filter((n) => n.endsWith(".json") && n.includes(values.only))) {
  const truthFile = join(values.truth!, name);
  if (!existsSync(truthFile)) continue;
  const truth = JSON.parse(readFileSync(truthFile, "utf8")) as Truth;
  const frames = truth.frames_data;
  const { series, provenance } = parseLandmarkFile(readFileSync(join(folder, name), "utf8"));
  let line = `${name.padEnd(36)} ${provenance.model}/${provenance.crops}`;
  for (const [joint, landmark] of JOINTS) {
    const s = { n: 0, dx: 0, dy: 0, sq: 0 };
    for (let i = 0; i < series.t_s.length; i++) {
      const at = 33 * i + LANDMARK[landmark];
      const px = frames[i]?.px[joint];
      if (!px || Number.isNaN(series.x_px[at])) continue;
      const dx = series.x_px[at] - px[0];
      const dy = series.y_px[at] - px[1];
      s.n++;
      s.dx += dx;
      s.dy += dy;
      s.sq += dx * dx + dy * dy;
    }
    const t = total.get(joint) ?? { n: 0, dx: 0, dy: 0, sq: 0 };
    total.set(joint, { n: t.n + s.n, dx: t.dx + s.dx, dy: t.dy + s.dy, sq: t.sq + s.sq });
    line += ` ${joint} ${(s.dx / s.n).toFixed(1)},${(s.dy / s.n).toFixed(1)}/${Math.sqrt(s.sq / s.n).toFixed(1)}`;
  }
  const hip = series.t_s.map((_, i) => hipLine_deg(series.x_px, series.y_px, i));
  const truthHip = hip.map((_, i) => {
    const px = frames[i]!.px;
    return lineOf(px["hipL"]![0] - px["hipR"]![0], px["hipL"]![1] - px["hipR"]![1]);
  });
  line += ` | jitter ${jitter(hip).toFixed(3)}° (truth ${jitter(truthHip).toFixed(3)}°)`;
  process.stdout.write(`${line}\n`);
}
for (const [joint, t] of total)
  process.stdout.write(
    `${joint.padEnd(10)} bias ${(t.dx / t.n).toFixed(2)}, ${(t.dy / t.n).toFixed(2)} px, rms ${Math.sqrt(t.sq / t.n).toFixed(2)} px\n`,
  );

function lineOf(dx: number, dy: number): number {
  const deg = (Math.atan2(-dy, dx) * 180) / Math.PI;
  return deg > 90 ? deg - 180 : deg < -90 ? deg + 180 : deg;
}

function hipLine_deg(x: Float64Array, y: Float64Array, i: number): number {
  const l = 33 * i + LANDMARK.left_hip;
  const r = 33 * i + LANDMARK.right_hip;
  return lineOf(x[l] - x[r], y[l] - y[r]);
}

/** Noise of one frame: from second differences, which a smooth movement does not excite (white noise: √6 times as large). */
function jitter(values: Float64Array): number {
  const second: number[] = [];
  for (let i = 1; i + 1 < values.length; i++) second.push(values[i - 1] - 2 * values[i] + values[i + 1]);
  second.sort((a, b) => Math.abs(a) - Math.abs(b));
  const kept = second.slice(0, Math.floor(second.length * 0.95));
  return Math.sqrt(kept.reduce((sum, v) => sum + v * v, 0) / Math.max(1, kept.length) / 6);
}
