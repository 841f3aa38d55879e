import { LANDMARK, LANDMARK_COUNT, LANDMARK_NAMES, type LandmarkName, type LandmarkSeries } from "@levelhip/signal";
import type { Side } from "../measurement.ts";

/** A stick figure whose motion is known exactly: for tests that need no rendered people. Metres: x to its left, y up, z forward. */
type Vec = readonly [number, number, number];
export type Pose = Readonly<Partial<Record<LandmarkName, Vec>>>;
export interface Camera {
  /** 0 = in front, 180 = behind, 90 = at the figure's left, −90 = at its right [deg] */
  readonly azimuth_deg?: number;
  readonly pixelsPerMetre?: number;
  /** distance of the camera [m]; none = so far that there is no perspective */
  readonly distance_m?: number;
  /** picture turned counter-clockwise [deg] */
  readonly roll_deg?: number;
  readonly width_px?: number;
  readonly height_px?: number;
  /** amplitude of repeatable noise [px] */
  readonly noise_px?: number;
  readonly seed?: number;
}
export interface Film {
  readonly duration_s: number;
  readonly rate_hz?: number;
  readonly times?: Float64Array;
}
const RAD = Math.PI / 180;
const THIGH = 0.42;
const SHANK = 0.42;
const HIP = 0.08;
const SHOULDER = 0.18;
const TRUNK = 0.5;
const BEHIND = 0.055;

/** Minimum-jerk step from 0 (t ≤ a) to 1 (t ≥ b). */
export const step = (a: number, b: number, t: number): number => {
  const u = Math.min(1, Math.max(0, (t - a) / (b - a)));
  return u * u * u * (u * (u * 6 - 15) + 10);
};
const add = (a: Vec, b: Vec): Vec => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

export interface BodyPose {
  readonly midHip: Vec;
  /** left hip higher [deg] */
  readonly leftUp?: number;
  /** mid-hip → mid-shoulder, toward the left and forward [deg] */
  readonly leanLeft?: number;
  readonly forward?: number;
  readonly ankle: Readonly<Record<Side, Vec>>;
  /** knee inward of the hip–ankle line in the frontal plane [deg] (FPPA) */
  readonly valgus?: Readonly<Record<Side, number>>;
  /** foot pitch [deg], + = toes up */
  readonly pitch?: Readonly<Record<Side, number>>;
  /** direction in which knees bend: forward (0,0,1) when upright */
  readonly bend?: Vec;
}

/** Landmarks of a pose: legs of fixed length bend in the plane of `bend`; the frontal knee angle is set after that. */
export function poseLandmarks(p: BodyPose): Pose {
  const out: Partial<Record<LandmarkName, Vec>> = {};
  const o = (p.leftUp ?? 0) * RAD;
  const [l, f] = [(p.leanLeft ?? 0) * RAD, (p.forward ?? 0) * RAD];
  const up: Vec = [Math.tan(l), 1, Math.tan(f)];
  const length = TRUNK / Math.hypot(...up);
  const midShoulder = add(p.midHip, [up[0] * length, up[1] * length, up[2] * length]);
  for (const side of ["left", "right"] as const) {
    const s = side === "left" ? 1 : -1;
    const hip = add(p.midHip, [s * HIP * Math.cos(o), s * HIP * Math.sin(o), 0]);
    const ankle = p.ankle[side];
    // where a landmark model sees it from the side: over the trochanter, behind the joint
    out[`${side}_hip`] = add(hip, [0, BEHIND * length * Math.tan(f), -BEHIND * length]);
    out[`${side}_ankle`] = ankle;
    out[`${side}_knee`] = kneeOf(hip, ankle, s, p.valgus?.[side] ?? 0, p.bend ?? [0, 0, 1]);
    const pitch = (p.pitch?.[side] ?? 0) * RAD;
    out[`${side}_heel`] = add(ankle, [
      0,
      -0.06 * Math.cos(pitch) - 0.05 * Math.sin(pitch),
      -0.05 * Math.cos(pitch) + 0.06 * Math.sin(pitch),
    ]);
    out[`${side}_foot_index`] = add(ankle, [
      s * 0.02,
      -0.07 * Math.cos(pitch) + 0.17 * Math.sin(pitch),
      0.17 * Math.cos(pitch) + 0.07 * Math.sin(pitch),
    ]);
    out[`${side}_shoulder`] = add(midShoulder, [s * SHOULDER, 0, 0]);
    out[`${side}_elbow`] = add(midShoulder, [s * (SHOULDER + 0.06), -0.28, 0]);
    out[`${side}_wrist`] = add(midShoulder, [s * (SHOULDER + 0.08), -0.52, 0.05]);
    out[`${side}_ear`] = add(midShoulder, [s * 0.07, 0.2, 0.02]);
  }
  out.nose = add(midShoulder, [0, 0.2, 0.12]);
  return out;
}

function kneeOf(hip: Vec, ankle: Vec, s: number, valgus: number, bend: Vec): Vec {
  const d = Math.hypot(hip[0] - ankle[0], hip[1] - ankle[1], hip[2] - ankle[2]);
  const along = Math.min(1, d / (THIGH + SHANK));
  const out = THIGH * Math.sqrt(Math.max(0, 1 - along * along));
  const mid: Vec = [(hip[0] + ankle[0]) / 2, (hip[1] + ankle[1]) / 2, (hip[2] + ankle[2]) / 2];
  const knee = add(mid, [bend[0] * out, bend[1] * out, bend[2] * out]);
  // both halves are alike, so the knee lies (half the frontal length)·tan(fppa/2) inward
  const half = Math.hypot(hip[0] - ankle[0], hip[1] - ankle[1]) / 2;
  return add(knee, [-s * half * Math.tan((valgus / 2) * RAD), 0, 0]);
}

/** Films a moving pose with a level camera at hip height. */
export function film(
  pose: (t: number) => Pose,
  { duration_s, rate_hz = 30, times }: Film,
  camera: Camera = {},
): LandmarkSeries {
  const t_s = times ?? Float64Array.from({ length: Math.round(duration_s * rate_hz) }, (_, i) => i / rate_hz);
  const n = t_s.length;
  const {
    azimuth_deg = 0,
    pixelsPerMetre = 400,
    roll_deg = 0,
    width_px = 720,
    height_px = 1280,
    noise_px = 0,
  } = camera;
  const [ca, sa] = [Math.cos(azimuth_deg * RAD), Math.sin(azimuth_deg * RAD)];
  const [cr, sr] = [Math.cos(roll_deg * RAD), Math.sin(roll_deg * RAD)];
  let seed = camera.seed ?? 1;
  const noise = (): number => {
    seed = (seed * 48271) % 2147483647;
    return noise_px * ((2 * seed) / 2147483647 - 1);
  };
  const x_px = new Float64Array(n * LANDMARK_COUNT).fill(Number.NaN);
  const y_px = new Float64Array(n * LANDMARK_COUNT).fill(Number.NaN);
  const visibility = new Float32Array(n * LANDMARK_COUNT);
  for (let i = 0; i < n; i++) {
    const at = pose(t_s[i]!);
    for (const name of LANDMARK_NAMES) {
      const p = at[name];
      if (!p) continue;
      const near = camera.distance_m ? camera.distance_m / (camera.distance_m - (sa * p[0] + ca * p[2])) : 1;
      const [u, v] = [near * pixelsPerMetre * (ca * p[0] - sa * p[2]), -near * pixelsPerMetre * (p[1] - 0.85)];
      const row = i * LANDMARK_COUNT + LANDMARK[name];
      x_px[row] = width_px / 2 + cr * u + sr * v + noise();
      y_px[row] = height_px / 2 - sr * u + cr * v + noise();
      visibility[row] = 0.95;
    }
  }
  return {
    width_px, height_px, t_s, x_px, y_px, visibility,
    se_px: new Float64Array(n * LANDMARK_COUNT).fill(Number.NaN),
    presence: new Float32Array(n).fill(1),
    people: new Uint8Array(n).fill(1),
    swapped: new Uint8Array(n),
  }; // biome-ignore format: as it is read
}

export interface StanceMotion {
  readonly stance: Side;
  readonly drop: number;
  readonly lean?: number;
  readonly fppa?: number;
  /** [lift start, lift end, lower start, lower end] */
  readonly tm?: readonly [number, number, number, number];
}
/** Two legs, then one: the free side drops, the trunk leans toward the stance side. */
export function stancePose({
  stance,
  drop,
  lean = 0,
  fppa = 0,
  tm = [1.6, 2.4, 5.4, 6.1],
}: StanceMotion): (t: number) => Pose {
  const s = stance === "left" ? 1 : -1;
  const free: Side = stance === "left" ? "right" : "left";
  return (t) => {
    const w = step(tm[0], tm[1], t) * (1 - step(tm[2], tm[3], t));
    const ankle = { left: [0.085, 0.08, 0] as Vec, right: [-0.085, 0.08, 0] as Vec };
    ankle[free] = [-s * 0.085, 0.08 + 0.3 * w, -0.25 * w];
    return poseLandmarks({ midHip: [s * 0.04 * w, 0.9 - 0.01 * w, 0], leftUp: s * drop * w, leanLeft: s * lean * w, ankle, valgus: { left: stance === "left" ? fppa * w : 0, right: stance === "right" ? fppa * w : 0 } }); // biome-ignore format: one line
  };
}

export interface Rep {
  readonly start: number;
  readonly bottom: number;
  readonly bottomEnd: number;
  readonly end: number;
  readonly share?: number;
}
export const repShare = (reps: readonly Rep[], t: number): number =>
  Math.max(0, ...reps.map((r) => (r.share ?? 1) * step(r.start, r.bottom, t) * (1 - step(r.bottomEnd, r.end, t))));

export function squatPose(
  reps: readonly Rep[],
  valgus: Readonly<Record<Side, number>>,
  depth_m = 0.25,
): (t: number) => Pose {
  return (t) => {
    const d = repShare(reps, t);
    return poseLandmarks({ midHip: [0, 0.918 - depth_m * d, -0.1 * d], forward: 35 * d, ankle: { left: [0.12, 0.08, 0], right: [-0.12, 0.08, 0] }, valgus: { left: valgus.left * d, right: valgus.right * d } }); // biome-ignore format: one line
  };
}

/** Squats on one leg after a stand on two. */
export function singleLegSquatPose(
  stance: Side,
  reps: readonly Rep[],
  values: { drop: number; lean: number; fppa: number },
): (t: number) => Pose {
  const s = stance === "left" ? 1 : -1;
  const free: Side = stance === "left" ? "right" : "left";
  const last = reps[reps.length - 1]!.end;
  return (t) => {
    const w = step(1.4, 2, t) * (1 - step(last + 0.6, last + 1.2, t));
    const d = repShare(reps, t);
    const ankle = { left: [0.085, 0.08, 0] as Vec, right: [-0.085, 0.08, 0] as Vec };
    ankle[free] = [-s * 0.085, 0.08 + 0.22 * w, -0.3 * w];
    return poseLandmarks({ midHip: [s * 0.05 * w, 0.915 - 0.17 * d, -0.03 * d], leftUp: s * values.drop * d, leanLeft: s * values.lean * d, ankle, valgus: { left: stance === "left" ? values.fppa * d : 0, right: stance === "right" ? values.fppa * d : 0 } }); // biome-ignore format: one line
  };
}

/** Walking on the spot of a treadmill: strikes of the right foot at k·T, of the left half a stride later, toe-off at 62 %. */
export function walkPose(T: number, drop: Readonly<Record<Side, number>>): (t: number) => Pose {
  const stance = 0.62;
  const reach = 0.36;
  const foot = (phase: number): { z: number; y: number; pitch: number } => {
    if (phase <= stance)
      return {
        z: reach * (1 - (2 * phase) / stance),
        y: 0.08 + (phase > 0.45 ? 0.05 * ((phase - 0.45) / 0.17) ** 2 : 0),
        pitch: phase < 0.08 ? 15 * (1 - phase / 0.08) : 0,
      };
    const u = (phase - stance) / (1 - stance);
    const [h00, h10, h01, h11] = [
      2 * u ** 3 - 3 * u ** 2 + 1,
      u ** 3 - 2 * u ** 2 + u,
      3 * u ** 2 - 2 * u ** 3,
      u ** 3 - u ** 2,
    ];
    const m = (-2 * reach * (1 - stance)) / stance;
    return {
      z: -reach * h00 + m * h10 + reach * h01 + m * h11,
      y: 0.08 + 0.05 * (1 - u) ** 2 + 0.08 * Math.sin(Math.PI * u) ** 2,
      pitch: 15 * u - 30 * (1 - u) * Math.sin(Math.PI * u),
    };
  };
  const bump = (p: number): number => [-1, 0, 1].reduce((sum, k) => sum + Math.exp(-(((p - 0.22 + k) / 0.15) ** 2)), 0);
  return (t) => {
    const right = (((t / T) % 1) + 1) % 1;
    const left = (right + 0.5) % 1;
    const [fl, fr] = [foot(left), foot(right)];
    return poseLandmarks({
      midHip: [0.018 * (bump(left) - bump(right)), 0.88 - 0.013 * Math.cos(4 * Math.PI * (right - 0.06)), 0],
      leftUp: drop.left * bump(left) - drop.right * bump(right),
      ankle: { left: [0.05, fl.y, fl.z], right: [-0.05, fr.y, fr.z] },
      pitch: { left: fl.pitch, right: fr.pitch },
    }); // biome-ignore format: as it is read
  };
}

/** Bridges on the back, head toward −x of the picture when filmed from the front (its right side to the camera). */
export function bridgePose(reps: readonly Rep[], top_m = 0.3): (t: number) => Pose {
  return (t) => {
    const d = repShare(reps, t);
    const hipY = 0.1 + (top_m - 0.1) * d;
    const out: Partial<Record<LandmarkName, Vec>> = {};
    const across = Math.sqrt(TRUNK * TRUNK - (hipY - 0.08) ** 2);
    for (const side of ["left", "right"] as const) {
      const z = side === "left" ? -0.08 : 0.08;
      const hip: Vec = [-0.5 + across, hipY, z];
      const ankle: Vec = [0.42, 0.08, z];
      out[`${side}_shoulder`] = [-0.5, 0.08, z * 2];
      out[`${side}_hip`] = hip;
      out[`${side}_ankle`] = ankle;
      const length = Math.hypot(hip[0] - ankle[0], hip[1] - ankle[1]);
      const high = Math.sqrt(Math.max(0, THIGH * THIGH - (length / 2) ** 2));
      const [ux, uy] = [(ankle[0] - hip[0]) / length, (ankle[1] - hip[1]) / length];
      out[`${side}_knee`] = [(hip[0] + ankle[0]) / 2 - uy * high, (hip[1] + ankle[1]) / 2 + ux * high, z];
      out[`${side}_heel`] = [0.38, 0.03, z];
      out[`${side}_foot_index`] = [0.58, 0.03, z];
      out[`${side}_ear`] = [-0.72, 0.1, z];
    }
    out.nose = [-0.7, 0.2, 0];
    return out;
  };
}

/** The picture in a mirror: left and right landmarks change places. */
export function mirrored(series: LandmarkSeries): LandmarkSeries {
  const partner = LANDMARK_NAMES.map((name) => {
    const other = name.startsWith("left_") ? name.replace("left_", "right_") : name.startsWith("right_") ? name.replace("right_", "left_") : name === "mouth_left" ? "mouth_right" : name === "mouth_right" ? "mouth_left" : name; // biome-ignore format: one line
    return LANDMARK[other as LandmarkName];
  });
  const swap = <T extends Float64Array | Float32Array>(values: T, change: (v: number) => number): T => {
    const out = values.slice() as T;
    for (let i = 0; i < series.t_s.length; i++)
      for (let k = 0; k < LANDMARK_COUNT; k++)
        out[i * LANDMARK_COUNT + k] = change(values[i * LANDMARK_COUNT + partner[k]!]!);
    return out;
  };
  return {
    ...series,
    x_px: swap(series.x_px, (x) => series.width_px - x),
    y_px: swap(series.y_px, (y) => y),
    se_px: swap(series.se_px, (v) => v),
    visibility: swap(series.visibility, (v) => v),
  };
}
