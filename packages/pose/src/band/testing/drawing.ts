import { LANDMARK, LANDMARK_COUNT } from "@levelhip/signal";
import type { LandmarkRow } from "../../observer.ts";
import type { TimedPicture } from "../../picture.ts";

// A person drawn by rule, for tests: a torso with clothes above and below, and what is tied around the hips. Edges are
// blended over a pixel, as a camera's are. Not exported from the package.

export type Rgb = readonly [number, number, number];

export interface DrawnBand {
  readonly colour: Rgb;
  /** rise of the line [deg], + = right end of the picture up */
  readonly angle_deg: number;
  /** height of its middle above the hips, thickness, and how far the middle hangs below the ends [torso lengths] */
  readonly level: number;
  readonly thickness: number;
  readonly bow?: number;
  /** change of the thickness along it, for hems and gaps [torso lengths] */
  readonly wave?: (u: number) => number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** hips [px] and torso length [px] */
  readonly x_px: number;
  readonly y_px: number;
  readonly torso_px: number;
  readonly wall: Rgb;
  readonly shirt: Rgb;
  readonly shorts: Rgb;
  /** height of the line where the shirt ends [torso lengths above the hips] */
  readonly hem: number;
  readonly bands: readonly DrawnBand[];
  readonly discs: readonly {
    readonly x: number;
    readonly level: number;
    readonly radius: number;
    readonly colour: Rgb;
  }[];
  /** boxes in front of all [torso lengths from the hips, y up] */
  readonly boxes: readonly {
    readonly x: number;
    readonly y: number;
    readonly w: number;
    readonly h: number;
    readonly colour: Rgb;
  }[];
  /** half width of the body [torso lengths] */
  readonly half: number;
  /** how much darker the sides are, 0…1 */
  readonly shading: number;
  /** standard deviation of the noise [grey steps], and its seed */
  readonly noise: number;
  readonly seed: number;
  readonly brightness: number;
}

export const YELLOW: Rgb = [235, 195, 10];
export const GREY: Rgb = [120, 122, 120];
export const BLACK: Rgb = [22, 22, 24];
export const SKIN: Rgb = [205, 150, 120];

export const PERSON: Drawing = {
  width: 400, height: 520, x_px: 201.3, y_px: 352.7, torso_px: 210, wall: [200, 198, 190], shirt: GREY, shorts: BLACK, hem: 0.24,
  bands: [], discs: [], boxes: [], half: 0.33, shading: 0.35, noise: 2, seed: 1, brightness: 1,
}; // biome-ignore format: a table

export const band = (o: Partial<DrawnBand> = {}): DrawnBand => ({
  colour: YELLOW,
  angle_deg: 0,
  level: 0.16,
  thickness: 0.075,
  ...o,
});

/** Deterministic noise: uniform 0…1. */
export function random(seed: number): () => number {
  let s = (seed * 2654435761 + 12345) >>> 0;
  return () => {
    s = (s * 1664525 + 1013904223) >>> 0;
    return s / 2 ** 32;
  };
}

/** Normal noise, from twelve uniform numbers. */
export function gauss(next: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += next();
  return sum;
}

const blend = (out: [number, number, number], colour: Rgb, share: number): void => {
  const w = share < 0 ? 0 : share > 1 ? 1 : share;
  for (let c = 0; c < 3; c++) out[c] = out[c]! + w * (colour[c]! - out[c]!);
};

export function draw(d: Drawing, t_s: number): TimedPicture {
  const rgba = new Uint8Array(4 * d.width * d.height);
  const next = random(d.seed);
  // a table of noise, entered anywhere: quicker than a number a pixel
  const noise = Float32Array.from({ length: 4096 }, () => gauss(next) * d.noise);
  const at: [number, number, number] = [0, 0, 0];
  for (let y = 0; y < d.height; y++) {
    let k = Math.floor(next() * 4096);
    for (let x = 0; x < d.width; x++) {
      colourAt(d, x + 0.5, y + 0.5, at);
      for (let c = 0; c < 3; c++) {
        k = (k + 1) & 4095;
        rgba[4 * (y * d.width + x) + c] = Math.max(0, Math.min(255, Math.round(at[c]! * d.brightness + noise[k]!)));
      }
      rgba[4 * (y * d.width + x) + 3] = 255;
    }
  }
  return { width: d.width, height: d.height, rgba, t_s };
}

function colourAt(d: Drawing, x: number, y: number, out: [number, number, number]): void {
  const t = d.torso_px;
  const X = (x - d.x_px) / t;
  const Y = (d.y_px - y) / t;
  for (let c = 0; c < 3; c++) out[c] = d.wall[c]!;
  const inside = (d.half - Math.abs(X)) * t + 0.5;
  if (inside > 0 && Y < 1.05 && Y > -0.75) {
    const cloth: [number, number, number] = [...d.shorts] as [number, number, number];
    blend(cloth, d.shirt, (Y - d.hem) * t + 0.5);
    const u = X / d.half;
    for (const b of d.bands) {
      const middle = b.level + Math.tan((b.angle_deg * Math.PI) / 180) * X - (b.bow ?? 0) * (1 - u * u);
      const half = (b.thickness + (b.wave?.(u) ?? 0)) / 2;
      blend(cloth, b.colour, (half - Math.abs(Y - middle)) * t + 0.5);
    }
    for (const s of d.discs) blend(cloth, s.colour, (s.radius - Math.hypot(X - s.x, Y - s.level)) * t + 0.5);
    const shade = 1 - d.shading * Math.min(1, u * u);
    for (let c = 0; c < 3; c++) cloth[c] = cloth[c]! * shade;
    blend(out, cloth, inside);
  }
  for (const box of d.boxes)
    if (Math.abs(X - box.x) < box.w / 2 && Math.abs(Y - box.y) < box.h / 2) blend(out, box.colour, 1);
}

/** The landmarks of the drawn person; `wobble` moves the hips about [px]. */
export function rowOfDrawing(
  d: Drawing,
  t_s: number,
  index: number,
  wobble: readonly [number, number] = [0, 0],
): LandmarkRow {
  const x_px = new Float64Array(LANDMARK_COUNT).fill(d.x_px);
  const y_px = new Float64Array(LANDMARK_COUNT).fill(d.y_px - 1.3 * d.torso_px);
  const put = (name: keyof typeof LANDMARK, x: number, y: number): void => {
    x_px[LANDMARK[name]] = d.x_px + wobble[0] + x * d.torso_px;
    y_px[LANDMARK[name]] = d.y_px + wobble[1] - y * d.torso_px;
  };
  put("left_hip", 0.19, 0);
  put("right_hip", -0.19, 0);
  put("left_shoulder", 0.35, 1);
  put("right_shoulder", -0.35, 1);
  for (const [side, s] of [["left", 1], ["right", -1]] as const) {
    put(`${side}_elbow`, 0.45 * s, 0.55);
    put(`${side}_wrist`, 0.5 * s, 0.15);
    put(`${side}_knee`, 0.17 * s, -0.85);
    put(`${side}_ankle`, 0.17 * s, -1.6);
  } // biome-ignore format: pairs
  return { index, t_s, x_px, y_px, se_px: new Float64Array(LANDMARK_COUNT), visibility: new Float32Array(LANDMARK_COUNT).fill(0.95), presence: 0.99, people: 1 }; // biome-ignore format: a record
}
