/**
 * Joint loads as a linear map of tendon and contact forces: worked out once per frame, so that a change of strength costs a product.
 * Free body beyond the joint: load = its inertia and weight less external loads, less the pull of every tendon on it.
 */
import type { ActuatorSet } from "../effort/actuatorSet.ts";
import type { Data, Model } from "../model/model.ts";

/** hip_r force, hip_l force [N, ground]; L5/S1: compression, forward and rightward shear of L5 on S1 [N], torsion [Nm]. */
export const LOADS = 10;

export interface LoadPlan {
  /** Child body of each joint: right hip, left hip, lumbosacral. */
  readonly child: Int32Array; // [3]
  /** 1 where a body lies beyond the joint. [3×nB] */
  readonly beyond: Uint8Array;
  /** Rows: forward, up (along the endplate's normal), right; in the body that carries the endplate. [9] */
  readonly endplate: Float64Array;
  readonly endplateBody: number;
  /** Lumbosacral joint's centre in its child [m]. [3] */
  readonly centre_m: Float64Array;
}

/** @param endplateTilt_rad how far the sacral endplate's forward edge is lower than level, in the pelvis's axes */
export function makeLoadPlan(model: Model, endplateTilt_rad: number): LoadPlan {
  const n = model.nBodies;
  const pelvis = model.bodyNames.indexOf("pelvis");
  const child = Int32Array.of(
    model.bodyNames.indexOf("femur_r"),
    model.bodyNames.indexOf("femur_l"),
    lumbarChild(model, pelvis),
  );
  const beyond = new Uint8Array(3 * n);
  for (let j = 0; j < 3; j++) {
    for (let b = 1; b < n; b++) {
      for (let a = b; a > 0; a = model.bodyParent[a]) if (a === child[j]) beyond[j * n + b] = 1;
    }
  }
  const s = Math.sin(endplateTilt_rad);
  const c = Math.cos(endplateTilt_rad);
  const joint = child[2] - 1;
  return {
    child,
    beyond,
    endplate: Float64Array.of(c, -s, 0, s, c, 0, 0, 0, 1),
    endplateBody: pelvis,
    centre_m: model.jointChildTranslation.slice(3 * joint, 3 * joint + 3),
  };
}

/** The body above the pelvis: the child of the pelvis that is no femur. */
function lumbarChild(model: Model, pelvis: number): number {
  for (let b = 1; b < model.nBodies; b++) {
    if (model.bodyParent[b] === pelvis && !model.bodyNames[b].startsWith("femur")) return b;
  }
  throw new Error("the model has no joint above the pelvis");
}

const force = new Float64Array(3);
const moment = new Float64Array(3);
const centre = new Float64Array(3);
const axes = new Float64Array(9);

function setAxes(plan: LoadPlan, data: Data): void {
  const R = data.bodyRotation;
  const r = 9 * plan.endplateBody;
  for (let i = 0; i < 3; i++) {
    for (let k = 0; k < 3; k++) {
      let sum = 0;
      for (let l = 0; l < 3; l++) sum += R[r + 3 * k + l] * plan.endplate[3 * i + l];
      axes[3 * i + k] = sum;
    }
  }
  const b = plan.child[2];
  for (let k = 0; k < 3; k++) {
    const row = 9 * b + 3 * k;
    centre[k] =
      data.bodyPosition_m[3 * b + k] +
      R[row] * plan.centre_m[0] +
      R[row + 1] * plan.centre_m[1] +
      R[row + 2] * plan.centre_m[2];
  }
}

/** `force`, and `moment` about the ground origin, on the part beyond joint j, as `sign` times what its joint passes on. */
function store(j: number, sign: number, out: Float64Array, at: number): void {
  if (j < 2) {
    for (let k = 0; k < 3; k++) out[at + 3 * j + k] = sign * force[k];
    return;
  }
  const mx = moment[0] - (centre[1] * force[2] - centre[2] * force[1]);
  const my = moment[1] - (centre[2] * force[0] - centre[0] * force[2]);
  const mz = moment[2] - (centre[0] * force[1] - centre[1] * force[0]);
  const along = (i: number): number =>
    sign * (axes[3 * i] * force[0] + axes[3 * i + 1] * force[1] + axes[3 * i + 2] * force[2]);
  out[at + 6] = along(1);
  out[at + 7] = -along(0);
  out[at + 8] = -along(2);
  out[at + 9] = -sign * (axes[3] * mx + axes[4] * my + axes[5] * mz);
}

/**
 * Fills the loads without any tendon or contact, and what one newton of each adds; after `setPaths` and `inverseDynamics` with
 * neither tensions nor contacts on the bodies.
 * @param base [10]
 * @param gain per newton   (nX×10)
 */
export function setLoadMap(
  model: Model,
  data: Data,
  plan: LoadPlan,
  actuators: ActuatorSet,
  base: Float64Array,
  gain: Float64Array,
): void {
  const n = model.nBodies;
  const { pathForce, pathMoment_m, bodyPosition_m: P, jointForce_N, jointMoment_Nm } = data;
  setAxes(plan, data);
  for (let j = 0; j < 3; j++) {
    const b = plan.child[j];
    for (let k = 0; k < 3; k++) force[k] = jointForce_N[3 * b + k];
    // about the ground origin
    moment[0] = jointMoment_Nm[3 * b] + P[3 * b + 1] * force[2] - P[3 * b + 2] * force[1];
    moment[1] = jointMoment_Nm[3 * b + 1] + P[3 * b + 2] * force[0] - P[3 * b] * force[2];
    moment[2] = jointMoment_Nm[3 * b + 2] + P[3 * b] * force[1] - P[3 * b + 1] * force[0];
    store(j, 1, base, 0);
    for (let p = 0; p < model.nMuscles; p++) {
      force.fill(0);
      moment.fill(0);
      for (let i = model.pathBodyStart[p]; i < model.pathBodyStart[p + 1]; i++) {
        if (plan.beyond[j * n + model.pathBody[i]] === 0) continue;
        for (let k = 0; k < 3; k++) {
          force[k] += pathForce[3 * i + k];
          moment[k] += pathMoment_m[3 * i + k];
        }
      }
      store(j, -1, gain, p * LOADS);
    }
    for (let a = 0; a < actuators.count; a++) {
      const body = actuators.target[a];
      force.fill(0);
      moment.fill(0);
      if (plan.beyond[j * n + body] === 1) setContact(data, actuators, a, body);
      store(j, -1, gain, (model.nMuscles + a) * LOADS);
    }
  }
}

/** A unit force of a contact column on its body. */
function setContact(data: Data, actuators: ActuatorSet, a: number, body: number): void {
  const R = data.bodyRotation;
  const x = contactPlace(data, R, actuators, a, body, 0);
  const y = contactPlace(data, R, actuators, a, body, 1);
  const z = contactPlace(data, R, actuators, a, body, 2);
  for (let k = 0; k < 3; k++) force[k] = actuators.direction[3 * a + k];
  moment[0] = y * force[2] - z * force[1];
  moment[1] = z * force[0] - x * force[2];
  moment[2] = x * force[1] - y * force[0];
}

function contactPlace(data: Data, R: Float64Array, actuators: ActuatorSet, a: number, body: number, k: number): number {
  const row = 9 * body + 3 * k;
  const p = actuators.point_m;
  return data.bodyPosition_m[3 * body + k] + R[row] * p[3 * a] + R[row + 1] * p[3 * a + 1] + R[row + 2] * p[3 * a + 2];
}
