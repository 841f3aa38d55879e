/**
 * Forces that act by themselves, from position and speed: limits and springs of coordinates, and bushings between two frames.
 * Those of coordinates are generalised forces; bushings load bodies.
 * Source: OpenSim's CoordinateLimitForce, SpringGeneralizedForce and BushingForce as its API documents them.
 */
import type { PassiveForceDescription, Placement } from "../model/description.ts";
import type { Data, Model } from "../model/model.ts";
import { addForce, addTorque } from "./inverseDynamics.ts";

/** Forces of coordinates, in SI units. nF of them: stiffness blends in over the transition beyond each limit. */
interface CoordinateLimits {
  readonly coordinate: Int32Array; // [nF]
  /** upper stiffness, upper limit, its end of transition, lower stiffness, lower limit, its end, damping [nF×7] */
  readonly values: Float64Array;
}

interface CoordinateSprings {
  readonly coordinate: Int32Array; // [nS]
  /** stiffness, rest, viscosity [nS×3] */
  readonly values: Float64Array;
}

interface Bushing {
  readonly body1: number;
  readonly body2: number;
  readonly frame1: Placement;
  readonly frame2: Placement;
  /** rotational x y z, translational x y z */
  readonly stiffness: Float64Array;
  readonly damping: Float64Array;
}

/** Compiled passive forces of a model; those switched off are left out. */
export interface PassiveForces {
  readonly limits: CoordinateLimits;
  readonly springs: CoordinateSprings;
  readonly bushings: readonly Bushing[];
  readonly count: number;
}

type Kind<K extends PassiveForceDescription["kind"]> = Extract<PassiveForceDescription, { kind: K }>;

export function compilePassiveForces(model: Model): PassiveForces {
  const on = model.description.passiveForces.filter((force) => force.appliesForce);
  const limits = on.filter((force): force is Kind<"coordinateLimit"> => force.kind === "coordinateLimit");
  const springs = on.filter((force): force is Kind<"springGeneralized"> => force.kind === "springGeneralized");
  const bushings = on.filter((force): force is Kind<"bushing"> => force.kind === "bushing");
  const index = (name: string): number => model.coordinateNames.indexOf(name);
  return {
    count: on.length,
    limits: {
      coordinate: Int32Array.from(limits, (force) => index(force.coordinate)),
      values: Float64Array.from(limits.flatMap((force) => limitValues(force, model, index(force.coordinate)))),
    },
    springs: {
      coordinate: Int32Array.from(springs, (force) => index(force.coordinate)),
      values: Float64Array.from(springs.flatMap((force) => [force.stiffness, force.restLength, force.viscosity])),
    },
    bushings: bushings.map((force) => ({
      body1: model.bodyNames.indexOf(force.frame1.body),
      body2: model.bodyNames.indexOf(force.frame2.body),
      frame1: force.frame1,
      frame2: force.frame2,
      stiffness: Float64Array.of(...force.rotationalStiffness, ...force.translationalStiffness),
      damping: Float64Array.of(...force.rotationalDamping, ...force.translationalDamping),
    })),
  };
}

/** Written in degrees where the coordinate is an angle: to radians. */
function limitValues(force: Kind<"coordinateLimit">, model: Model, coordinate: number): number[] {
  const unit = model.coordinateRotational[coordinate] === 1 ? Math.PI / 180 : 1;
  return [
    force.upperStiffness / unit,
    unit * force.upperLimit,
    unit * (force.upperLimit + force.transition),
    force.lowerStiffness / unit,
    unit * force.lowerLimit,
    unit * (force.lowerLimit - force.transition),
    force.damping / unit,
  ];
}

/**
 * Adds the passive forces at `data.q`, `data.qd`: bushings to the loads on the bodies, the others to `generalized`, which
 * the caller subtracts from `tau`. After `setVelocities` and `clearLoads`. Allocates nothing.
 * @param generalized [nQ] Nm or N, added to
 */
export function addPassiveForces(data: Data, forces: PassiveForces, generalized: Float64Array): void {
  const { limits, springs } = forces;
  for (let i = 0; i < limits.coordinate.length; i++) {
    const c = limits.coordinate[i];
    generalized[c] += limitForce(limits.values, 7 * i, data.q[c], data.qd[c]);
  }
  for (let i = 0; i < springs.coordinate.length; i++) {
    const c = springs.coordinate[i];
    const v = springs.values;
    generalized[c] -= v[3 * i] * (data.q[c] - v[3 * i + 1]) + v[3 * i + 2] * data.qd[c];
  }
  for (let i = 0; i < forces.bushings.length; i++) addBushing(data, forces.bushings[i]);
}

function limitForce(v: Float64Array, at: number, q: number, qd: number): number {
  const up = smoothStep(q, v[at + 1], v[at + 2]);
  const low = smoothStep(q, v[at + 4], v[at + 5]);
  const stiff = -up * v[at] * (q - v[at + 1]) + low * v[at + 3] * (v[at + 4] - q);
  return stiff - v[at + 6] * (up + low) * qd;
}

/** 0 before `from`, 1 beyond `to` (which may lie on either side), with two continuous derivatives between. */
function smoothStep(x: number, from: number, to: number): number {
  if (from === to) return x > from ? 1 : 0;
  const s = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return s * s * s * (10 + s * (6 * s - 15));
}

const pose1 = new Float64Array(12);
const pose2 = new Float64Array(12);

/** Rotation (9) and origin (3) of a frame in ground. */
function setPose(data: Data, body: number, frame: Placement, out: Float64Array): void {
  const R = data.bodyRotation;
  const r = 9 * body;
  const M = frame.rotation;
  const t = frame.translation;
  for (let i = 0; i < 3; i++) {
    const a = R[r + 3 * i];
    const b = R[r + 3 * i + 1];
    const c = R[r + 3 * i + 2];
    for (let j = 0; j < 3; j++) out[3 * i + j] = a * M[j] + b * M[3 + j] + c * M[6 + j];
    out[9 + i] = data.bodyPosition_m[3 * body + i] + a * t[0] + b * t[1] + c * t[2];
  }
}

const relative = new Float64Array(9);
const shift = new Float64Array(3);
const spin = new Float64Array(3);
const drift = new Float64Array(3);
const wrench = new Float64Array(6);

/**
 * Deflection of frame 2 in frame 1: body-fixed x, y, z angles and the shift of its origin. Forces oppose it, each by its own
 * stiffness and damping; torques about the angles' axes are turned into a torque by virtual work.
 */
function addBushing(data: Data, bushing: Bushing): void {
  setPose(data, bushing.body1, bushing.frame1, pose1);
  setPose(data, bushing.body2, bushing.frame2, pose2);
  setRelative(data, bushing);
  const R = relative;
  const angleY = Math.asin(Math.max(-1, Math.min(1, R[2])));
  const angleX = Math.atan2(-R[5], R[8]);
  const angleZ = Math.atan2(-R[1], R[0]);
  // axes of the three angles in frame 1: x, then y turned by x, then frame 2's z
  const cx = Math.cos(angleX);
  const sx = Math.sin(angleX);
  const cy = Math.cos(angleY);
  const sy = Math.sin(angleY);
  // spin = ẋ (1,0,0) + ẏ (0,cx,sx) + ż (sy, −sx cy, cx cy)
  const rateY = cx * spin[1] + sx * spin[2];
  const rateZ = (cx * spin[2] - sx * spin[1]) / cy;
  const rateX = spin[0] - sy * rateZ;
  const { stiffness: K, damping: D } = bushing;
  const aboutX = -K[0] * angleX - D[0] * rateX;
  const aboutY = -K[1] * angleY - D[1] * rateY;
  const aboutZ = -K[2] * angleZ - D[2] * rateZ;
  // the torque whose components along those axes are these three
  const tx = aboutX;
  const across = (aboutZ - sy * tx) / cy;
  wrench[0] = tx;
  wrench[1] = cx * aboutY - sx * across;
  wrench[2] = sx * aboutY + cx * across;
  for (let k = 0; k < 3; k++) wrench[3 + k] = -K[3 + k] * shift[k] - D[3 + k] * drift[k];
  applyWrench(data, bushing);
}

/** Pose and motion of frame 2 as seen from frame 1, in its axes. */
function setRelative(data: Data, bushing: Bushing): void {
  const { bodyOmega: W, bodyVelocity: V, bodyPosition_m: P } = data;
  const b1 = 3 * bushing.body1;
  const b2 = 3 * bushing.body2;
  const gx = pose2[9] - pose1[9];
  const gy = pose2[10] - pose1[10];
  const gz = pose2[11] - pose1[11];
  // velocity of frame 2's origin as a point of either body
  const x2 = pose2[9] - P[b2];
  const y2 = pose2[10] - P[b2 + 1];
  const z2 = pose2[11] - P[b2 + 2];
  const x1 = pose2[9] - P[b1];
  const y1 = pose2[10] - P[b1 + 1];
  const z1 = pose2[11] - P[b1 + 2];
  const vx = V[b2] + W[b2 + 1] * z2 - W[b2 + 2] * y2 - V[b1] - W[b1 + 1] * z1 + W[b1 + 2] * y1;
  const vy = V[b2 + 1] + W[b2 + 2] * x2 - W[b2] * z2 - V[b1 + 1] - W[b1 + 2] * x1 + W[b1] * z1;
  const vz = V[b2 + 2] + W[b2] * y2 - W[b2 + 1] * x2 - V[b1 + 2] - W[b1] * y1 + W[b1 + 1] * x1;
  for (let i = 0; i < 3; i++) {
    const a = pose1[i];
    const b = pose1[3 + i];
    const c = pose1[6 + i];
    for (let j = 0; j < 3; j++) relative[3 * i + j] = a * pose2[j] + b * pose2[3 + j] + c * pose2[6 + j];
    shift[i] = a * gx + b * gy + c * gz;
    drift[i] = a * vx + b * vy + c * vz;
    spin[i] = a * (W[b2] - W[b1]) + b * (W[b2 + 1] - W[b1 + 1]) + c * (W[b2 + 2] - W[b1 + 2]);
  }
}

/** On body 2 at frame 2's origin; the opposite on body 1 at the same point. */
function applyWrench(data: Data, bushing: Bushing): void {
  const R = pose1;
  const w = wrench;
  const tx = R[0] * w[0] + R[1] * w[1] + R[2] * w[2];
  const ty = R[3] * w[0] + R[4] * w[1] + R[5] * w[2];
  const tz = R[6] * w[0] + R[7] * w[1] + R[8] * w[2];
  const fx = R[0] * w[3] + R[1] * w[4] + R[2] * w[5];
  const fy = R[3] * w[3] + R[4] * w[4] + R[5] * w[5];
  const fz = R[6] * w[3] + R[7] * w[4] + R[8] * w[5];
  addForce(data, bushing.body2, fx, fy, fz, pose2[9], pose2[10], pose2[11]);
  addTorque(data, bushing.body2, tx, ty, tz);
  addForce(data, bushing.body1, -fx, -fy, -fz, pose2[9], pose2[10], pose2[11]);
  addTorque(data, bushing.body1, -tx, -ty, -tz);
}
