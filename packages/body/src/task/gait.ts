/** The walking cycle: angles and ground reaction from the reference fits, the root's path from what the ground's force does to the body. */
import { addForce, addTorque } from "../dynamics/inverseDynamics.ts";
import { settleCouplers } from "../kinematics/couplers.ts";
import { setPositions } from "../kinematics/positions.ts";
import type { Data } from "../model/model.ts";
import { centreOfMass } from "../posture/placeBody.ts";
import { fourierAt, fourierOf, rotated } from "./fourier.ts";
import type { TaskBody, TaskMotion } from "./frames.ts";
import { DEG, phasesOf, type PoseKit, sidesOf } from "./poseKit.ts";
import { WALKING } from "./reference/walking.ts";
import type { SizedRequest } from "./request.ts";
import type { MeasuredPosture, TaskSeries, TaskSide } from "./types.ts";

/** Samples on which the root's path is worked out, and the harmonics kept of it. */
const SAMPLES = 128;
const ROOT_HARMONICS = 10;
/** The reference trunk's angle is that of its markers; upright, a trunk leans this far forward in walking (Krebs et al. 1992: a few degrees). */
const TRUNK_FORWARD_DEG = 2;
/**
 * So is the reference pelvis's, 5° tilted back with thighs 21° behind it: turned forward by this much, thighs staying where they are
 * in the room, the hip moves between 26° of flexion and 15° of extension, as in norms (Perry 1992: 25° and −15°).
 */
const PELVIS_FORWARD_DEG = 6;

const LEG = ["hip_flexion", "hip_adduction", "hip_rotation", "knee_angle", "ankle_angle", "subtalar_angle"] as const;
const TRUNK = [
  "pelvis_tilt",
  "pelvis_list",
  "pelvis_rotation",
  "lumbar_extension",
  "lumbar_bending",
  "lumbar_rotation",
] as const;
/** Those that change their sign between left and right. */
const MIRRORED = new Set(["pelvis_list", "pelvis_rotation", "lumbar_bending", "lumbar_rotation"]);

function sines(c: readonly number[], s: number): number {
  let sum = 0;
  for (let k = 0; k < c.length; k++) sum += (c[k] ?? 0) * Math.sin((k + 1) * Math.PI * s);
  return sum;
}

function power(c: readonly number[], s: number): number {
  let sum = 0;
  for (let k = c.length - 1; k >= 0; k--) sum = sum * (s - 0.5) + (c[k] ?? 0);
  return sum;
}

/** Force of the ground on a foot by body weight at a share of its stance: forward, up, outward, free moment by weight and foot. */
function footForce(s: number, scale: GaitScale, out: Float64Array): void {
  if (!(s > 0 && s < 1)) {
    out.fill(0);
    return;
  }
  out[1] = Math.max(0, scale.vertical * sines(WALKING.force_bw.y, s));
  out[0] = sines(WALKING.force_bw.x, s) - scale.drift * out[1];
  out[2] = sines(WALKING.force_bw.z, s);
  out[3] = sines(WALKING.free_moment, s);
}

/** Small corrections that make a cycle end as it began: the mean vertical force is the weight, the mean forward force none. */
interface GaitScale {
  vertical: number;
  drift: number;
}

function gaitScale(): GaitScale {
  let x = 0;
  let y = 0;
  const n = 2000;
  for (let i = 1; i < n; i++) {
    x += (2 * WALKING.stance * sines(WALKING.force_bw.x, i / n)) / n;
    y += (2 * WALKING.stance * Math.max(0, sines(WALKING.force_bw.y, i / n))) / n;
  }
  return { vertical: 1 / y, drift: x };
}

const share = (phase: number): number => (phase - Math.floor(phase)) / WALKING.stance;

/** Kinematics of the cycle as Fourier series of every coordinate [rad, m] by phase, in the model's order. */
interface GaitSeries {
  readonly series: readonly Float64Array[];
  readonly scale: GaitScale;
  /** How much further to the own side the centre of pressure is at mid-stance than in the reference [m]. */
  readonly sway_m: number;
}

/** Series of a cycle that begins with the heel strike of `side`. */
function gaitSeries(body: TaskBody, side: TaskSide, measured: MeasuredPosture = {}): GaitSeries {
  const { model } = body;
  const scale = gaitScale();
  const series = model.coordinateNames.map((name) => angleSeries(name, side));
  addRoot(body, series, scale, side);
  const sway_m = addPosture(body, series, side, measured);
  return { series, scale, sway_m };
}

/** Middle of single support of a leg: a drop or lean over the cycle's own is greatest here, and turned round for the other leg. */
const MID_STANCE = 0.31;

/**
 * Adds a pelvic drop and a trunk lean to the series, legs staying as they are in the room and the feet where they tread. The centre of
 * mass goes with the trunk, and the centre of pressure with it; returns how far.
 */
function addPosture(body: TaskBody, series: Float64Array[], side: TaskSide, measured: MeasuredPosture): number {
  const drop = (measured.pelvic_drop_deg ?? 0) * DEG;
  const lean = (measured.trunk_lean_deg ?? 0) * DEG;
  if (drop === 0 && lean === 0) return 0;
  const { model } = body;
  const { own, other, mirror } = sidesOf(side);
  const before = comAcross(body, series);
  const add = (name: string, amount: number): void => {
    const c = series[model.coordinateNames.indexOf(name)];
    if (!c) return;
    c[1]! += amount * Math.cos(2 * Math.PI * MID_STANCE);
    c[2]! += amount * Math.sin(2 * Math.PI * MID_STANCE);
  };
  add("pelvis_list", -mirror * drop);
  add(`hip_adduction${own}`, drop);
  add(`hip_adduction${other}`, -drop);
  add("lumbar_bending", mirror * (lean + drop));
  return comAcross(body, series) - before;
}

/** Where the centre of mass is across at mid-stance [m]. */
function comAcross(body: TaskBody, series: readonly Float64Array[]): number {
  const { model, data } = body;
  const q = new Float64Array(model.nCoordinates);
  series.forEach((c, k) => {
    fourierAt(c, MID_STANCE, value);
    q[k] = value[0]!;
  });
  settleCouplers(model, data, q);
  setPositions(model, data, q);
  const com = new Float64Array(3);
  centreOfMass(model, data, body.mass_kg, com);
  return com[2]!;
}

/** A coordinate's series in radians; the legs' half a cycle apart. */
function angleSeries(name: string, side: TaskSide): Float64Array {
  const plain = name.replace(/_[rl]$/, "");
  const own = name.endsWith(side === "right" ? "_r" : "_l");
  if ((LEG as readonly string[]).includes(plain)) {
    const series = rotated(WALKING.angles_deg[plain as (typeof LEG)[number]], own ? 0 : 0.5, DEG);
    if (plain === "hip_flexion") series[0]! += DEG * PELVIS_FORWARD_DEG;
    return series;
  }
  if ((TRUNK as readonly string[]).includes(name)) {
    const sign = side === "left" && MIRRORED.has(name) ? -1 : 1;
    const series = rotated(WALKING.angles_deg[name as (typeof TRUNK)[number]], 0, sign * DEG);
    // the trunk is upright whatever the markers called zero
    const tilt = WALKING.angles_deg.pelvis_tilt[0] - PELVIS_FORWARD_DEG;
    if (name === "pelvis_tilt") series[0] = DEG * tilt;
    if (name === "lumbar_extension") series[0] = -DEG * (TRUNK_FORWARD_DEG + tilt);
    return series;
  }
  return new Float64Array(1);
}

const value = new Float64Array(3);

/** The root's translations: the centre of mass goes where the ground's force sends it. Forward progress is left out (a treadmill). */
function addRoot(body: TaskBody, series: Float64Array[], scale: GaitScale, side: TaskSide): void {
  const { model, data } = body;
  const q = new Float64Array(model.nCoordinates);
  const com = new Float64Array(3);
  const foot = new Float64Array(4);
  const pull = [new Float64Array(SAMPLES), new Float64Array(SAMPLES), new Float64Array(SAMPLES)];
  const relative = [new Float64Array(SAMPLES), new Float64Array(SAMPLES), new Float64Array(SAMPLES)];
  const mirror = side === "right" ? 1 : -1;
  for (let i = 0; i < SAMPLES; i++) {
    const phase = i / SAMPLES;
    for (const [shift, out] of [
      [0, mirror],
      [0.5, -mirror],
    ] as const) {
      footForce(share(phase + shift), scale, foot);
      pull[0]![i] += foot[0]!;
      pull[1]![i] += foot[1]!;
      pull[2]![i] += out * foot[2]!;
    }
    pull[1]![i] -= 1;
    series.forEach((c, k) => {
      fourierAt(c, phase, value);
      q[k] = value[0]!;
    });
    settleCouplers(model, data, q);
    setPositions(model, data, q);
    centreOfMass(model, data, body.mass_kg, com);
    for (let k = 0; k < 3; k++) relative[k]![i] = com[k]!;
  }
  const g = body.weight_N / body.mass_kg;
  for (const [k, name] of ["pelvis_tx", "pelvis_ty", "pelvis_tz"].entries()) {
    const c = model.coordinateNames.indexOf(name);
    const path = fourierOf(pull[k]!, ROOT_HARMONICS);
    const own = fourierOf(relative[k]!, ROOT_HARMONICS);
    for (let h = 1; h <= ROOT_HARMONICS; h++) {
      const w = (2 * Math.PI * h) / WALKING.cycle_s;
      for (const at of [2 * h - 1, 2 * h]) path[at] = (-g * path[at]!) / (w * w) - own[at]!;
    }
    path[0] = -own[0]!;
    series[c] = path;
  }
  stand(body, series);
}

/** Lifts the root so that the lowest contact point of the cycle touches the floor. */
function stand(body: TaskBody, series: Float64Array[]): void {
  const { model, data } = body;
  const q = new Float64Array(model.nCoordinates);
  let lowest = Number.POSITIVE_INFINITY;
  const toes = ["calcn_r", "calcn_l"].map((name) => model.bodyNames.indexOf(name));
  for (let i = 0; i < SAMPLES; i++) {
    series.forEach((c, k) => {
      fourierAt(c, i / SAMPLES, value);
      q[k] = value[0]!;
    });
    settleCouplers(model, data, q);
    setPositions(model, data, q);
    for (const b of toes) lowest = Math.min(lowest, data.bodyPosition_m[3 * b + 1]!);
  }
  series[model.coordinateNames.indexOf("pelvis_ty")]![0] -= lowest;
}

/** Motion of F frames over the cycle, first and last frame the same instant of two cycles. */
export function walkingMotion(kit: PoseKit, request: SizedRequest, phases?: readonly number[]): TaskMotion {
  const { body } = kit;
  const { side } = request;
  const frames = phases?.length ?? request.frames;
  const { model } = body;
  const n = model.nCoordinates;
  const gait = gaitSeries(body, side, request.measured);
  const motion = {
    frames,
    phase: phasesOf(frames, phases),
    q: new Float64Array(frames * n),
    qd: new Float64Array(frames * n),
    qdd: new Float64Array(frames * n),
    touching: new Uint8Array(frames * body.contacts.length),
    moving: true,
  };
  const rate = 1 / WALKING.cycle_s;
  for (let f = 0; f < frames; f++) {
    gait.series.forEach((c, k) => {
      fourierAt(c, motion.phase[f]!, value);
      motion.q[f * n + k] = value[0]!;
      motion.qd[f * n + k] = value[1]! * rate;
      motion.qdd[f * n + k] = value[2]! * rate * rate;
    });
  }
  return { ...motion, applyLoads: (data, f) => applyGround(body, gait, side, motion.phase[f]!, data) };
}

/** What the ground's force needs of a cycle's series. */
type GroundPath = Pick<GaitSeries, "scale" | "sway_m">;

/** Force [N], point [m], of the ground on the feet at a phase: own foot, other foot. */
interface GroundForce {
  readonly force_N: Float64Array; // [2×3]
  readonly point_m: Float64Array; // [2×3]
  readonly moment_Nm: Float64Array; // [2] about the vertical
}

const ground: GroundForce = {
  force_N: new Float64Array(6),
  point_m: new Float64Array(6),
  moment_Nm: new Float64Array(2),
};
const footWork = new Float64Array(4);

/** After `setPositions`. The answer is overwritten by the next call. */
function groundForce(body: TaskBody, gait: GroundPath, side: TaskSide, phase: number, data: Data): GroundForce {
  const { model, weight_N } = body;
  for (let i = 0; i < 2; i++) {
    const s = share(phase + 0.5 * i);
    const right = (side === "right") === (i === 0);
    const out = right ? 1 : -1;
    const calcn = model.bodyNames.indexOf(right ? "calcn_r" : "calcn_l");
    const toe = model.jointNames.indexOf(right ? "mtp_r" : "mtp_l");
    const length = toe >= 0 ? model.jointParentTranslation[3 * toe]! : 0.18;
    footForce(s, gait.scale, footWork);
    const x = length * Math.min(1.6, Math.max(-0.25, power(WALKING.pressure_x, Math.min(1, Math.max(0, s)))));
    const z = out * length * power(WALKING.pressure_z, Math.min(1, Math.max(0, s)));
    const R = data.bodyRotation;
    for (let k = 0; k < 3; k++) {
      const row = 9 * calcn + 3 * k;
      ground.point_m[3 * i + k] = data.bodyPosition_m[3 * calcn + k]! + R[row]! * x + R[row + 2]! * z;
    }
    ground.point_m[3 * i + 1] = 0;
    ground.point_m[3 * i + 2]! += gait.sway_m * Math.cos(2 * Math.PI * (phase - MID_STANCE));
    ground.force_N[3 * i] = weight_N * footWork[0]!;
    ground.force_N[3 * i + 1] = weight_N * footWork[1]!;
    ground.force_N[3 * i + 2] = out * weight_N * footWork[2]!;
    ground.moment_Nm[i] = out * weight_N * length * footWork[3]!;
  }
  return ground;
}

function applyGround(body: TaskBody, gait: GroundPath, side: TaskSide, phase: number, data: Data): void {
  const { force_N: F, point_m: P, moment_Nm: M } = groundForce(body, gait, side, phase, data);
  for (let i = 0; i < 2; i++) {
    const right = (side === "right") === (i === 0);
    const calcn = body.model.bodyNames.indexOf(right ? "calcn_r" : "calcn_l");
    addForce(data, calcn, F[3 * i]!, F[3 * i + 1]!, F[3 * i + 2]!, P[3 * i]!, P[3 * i + 1]!, P[3 * i + 2]!);
    addTorque(data, calcn, 0, M[i]!, 0);
  }
}

/** Writes what the ground does to the feet into the series of a gait: own foot, then other; after `setPositions`. */
export function groundOnFeet(
  scene: { readonly body: TaskBody; readonly motion: TaskMotion },
  side: TaskSide,
  f: number,
  series: TaskSeries,
): void {
  const { body, motion } = scene;
  const found = groundForce(body, { scale: gaitScale(), sway_m: 0 }, side, motion.phase[f]!, body.data);
  for (let i = 0; i < 2; i++) {
    series.contacts[i]?.point_m.set(found.point_m.subarray(3 * i, 3 * i + 3), 3 * f);
    series.contacts[i]?.force_n.set(found.force_N.subarray(3 * i, 3 * i + 3), 3 * f);
  }
}
