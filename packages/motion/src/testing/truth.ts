import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BandSeries, LANDMARK, LANDMARK_COUNT, type LandmarkName, type LandmarkSeries } from "@levelhip/signal";

/** One frame of a truth file: time, angles of the person, angles of the picture, joint pixels. */
export interface TruthFrame {
  readonly t: number;
  readonly ang: Readonly<Record<string, number>>;
  readonly img: Readonly<Record<string, number>>;
  readonly px: Readonly<Record<string, readonly [number, number]>>;
  readonly j3d: Readonly<Record<string, readonly [number, number, number]>>;
  readonly band?: {
    readonly tls_deg: number;
    readonly L: readonly [number, number];
    readonly R: readonly [number, number];
  } | null;
  readonly dots?: {
    readonly line_deg: number;
    readonly L: readonly [number, number];
    readonly R: readonly [number, number];
  } | null;
}
/** A rendered clip whose motion is exactly known. Keys and signs: the README beside the clips. */
export interface Truth {
  readonly name: string;
  readonly file: string;
  readonly person: string;
  readonly task: string;
  readonly width: number;
  readonly height: number;
  // biome-ignore format: one line
  readonly params: Readonly<Record<string, unknown>>;
  readonly summary: Readonly<Record<string, unknown>>;
  readonly frames: readonly TruthFrame[];
}

/** Folder of the shared material beside the checkout. */
export const SHARED = fileURLToPath(new URL("../../../../../shared/", import.meta.url));
export const MEDIA = join(SHARED, "media");
export const hasMedia = existsSync(join(MEDIA, "clips"));

export function readTruth(file: string): Truth {
  const root = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  return {
    name: String(root["clip"]).replace(/\.mp4$/, ""),
    file,
    person: String(root["avatar"] ?? root["character"]),
    task: String(root["task"]),
    width: root["width"] as number,
    height: root["height"] as number,
    params: ((root["generator"] as Record<string, unknown> | undefined)?.["params"] ?? {}) as Record<string, unknown>,
    summary: root["summary"] as Record<string, unknown>,
    frames: root["frames_data"] as TruthFrame[],
  };
}

/** Truth files of a folder, in order of name. */
export const truthFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((f) => f.endsWith(".json"))
        .sort()
        .map((f) => join(folder, f))
    : [];

const JOINT: Readonly<Partial<Record<LandmarkName, string>>> = {
  left_shoulder: "shoulderL", right_shoulder: "shoulderR", left_elbow: "elbowL", right_elbow: "elbowR",
  left_wrist: "wristL", right_wrist: "wristR", left_hip: "hipL", right_hip: "hipR", left_knee: "kneeL", right_knee: "kneeR",
  left_ankle: "ankleL", right_ankle: "ankleR", left_heel: "heelL", right_heel: "heelR", left_foot_index: "toeL", right_foot_index: "toeR",
}; // biome-ignore format: a table

/** The truth's joint pixels as an ideal detector would give them; landmarks that the truth has no joint for are NaN. */
export function truthLandmarks(truth: Truth): LandmarkSeries {
  const n = truth.frames.length;
  const nan = (): Float64Array => new Float64Array(n * LANDMARK_COUNT).fill(Number.NaN);
  const x_px = nan();
  const y_px = nan();
  const visibility = new Float32Array(n * LANDMARK_COUNT);
  for (const [i, frame] of truth.frames.entries())
    for (const [name, joint] of Object.entries(JOINT) as [LandmarkName, string][]) {
      const at = frame.px[joint];
      if (!at) continue;
      const row = i * LANDMARK_COUNT + LANDMARK[name];
      x_px[row] = at[0];
      y_px[row] = at[1];
      visibility[row] = 0.99;
    }
  return {
    width_px: truth.width,
    height_px: truth.height,
    t_s: Float64Array.from(truth.frames, (f) => f.t),
    x_px,
    y_px,
    se_px: nan(),
    visibility,
    presence: new Float32Array(n).fill(1),
    people: new Uint8Array(n).fill(1),
    swapped: new Uint8Array(n),
  };
}

/** The truth's band (or stickers) as an ideal band finder would give it; null for a clip without one. */
export function truthBand(truth: Truth, se_deg = 0.1): BandSeries | null {
  const seen = truth.frames.map((f) => f.band ?? f.dots ?? null);
  if (!seen[0]) return null;
  const isBand = Boolean(truth.frames[0]?.band);
  const ends = seen.map((b) => (b!.L[0] < b!.R[0] ? [...b!.L, ...b!.R] : [...b!.R, ...b!.L]));
  const n = seen.length;
  return {
    kind: isBand ? "band" : "stickers",
    t_s: Float64Array.from(truth.frames, (f) => f.t),
    angle_deg: Float64Array.from(truth.frames, (f) => f.band?.tls_deg ?? f.dots!.line_deg),
    se_deg: new Float64Array(n).fill(se_deg),
    x0_px: Float64Array.from(ends, (e) => e[0]!),
    y0_px: Float64Array.from(ends, (e) => e[1]!),
    x1_px: Float64Array.from(ends, (e) => e[2]!),
    y1_px: Float64Array.from(ends, (e) => e[3]!),
    sag_px: new Float64Array(n),
    coverage: new Float32Array(n).fill(1),
    flags: [],
    colour: [240, 200, 0],
  };
}
