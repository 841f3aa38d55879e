/** Single points of bodies; all in ground. */
import type { Data, Model } from "../model/model.ts";

/** Position [m] of a point given in a body's frame, into out[at…at+2]; after `setPositions`. */
export function pointPosition(
  data: Data,
  body: number,
  local: Float64Array,
  from: number,
  out: Float64Array,
  at: number,
): void {
  const R = data.bodyRotation;
  const r = 9 * body;
  const x = local[from];
  const y = local[from + 1];
  const z = local[from + 2];
  out[at] = data.bodyPosition_m[3 * body] + R[r] * x + R[r + 1] * y + R[r + 2] * z;
  out[at + 1] = data.bodyPosition_m[3 * body + 1] + R[r + 3] * x + R[r + 4] * y + R[r + 5] * z;
  out[at + 2] = data.bodyPosition_m[3 * body + 2] + R[r + 6] * x + R[r + 7] * y + R[r + 8] * z;
}

/** Velocity [m/s] of the body-fixed point now at `position` [m, ground], into out[at…]; after `setVelocities`. */
export function pointVelocity(
  data: Data,
  body: number,
  position: Float64Array,
  from: number,
  out: Float64Array,
  at: number,
): void {
  const { bodyOmega: W, bodyVelocity: V, bodyPosition_m: P } = data;
  const o = 3 * body;
  const x = position[from] - P[o];
  const y = position[from + 1] - P[o + 1];
  const z = position[from + 2] - P[o + 2];
  out[at] = V[o] + W[o + 1] * z - W[o + 2] * y;
  out[at + 1] = V[o + 1] + W[o + 2] * x - W[o] * z;
  out[at + 2] = V[o + 2] + W[o] * y - W[o + 1] * x;
}

/** Acceleration [m/s²] of the body-fixed point now at `position` [m, ground], into out[at…]; after `setAccelerations`. */
export function pointAcceleration(
  data: Data,
  body: number,
  position: Float64Array,
  from: number,
  out: Float64Array,
  at: number,
): void {
  const { bodyOmega: W, bodyAlpha: L, bodyAcceleration: A, bodyPosition_m: P } = data;
  const o = 3 * body;
  const x = position[from] - P[o];
  const y = position[from + 1] - P[o + 1];
  const z = position[from + 2] - P[o + 2];
  const tx = W[o + 1] * z - W[o + 2] * y;
  const ty = W[o + 2] * x - W[o] * z;
  const tz = W[o] * y - W[o + 1] * x;
  out[at] = A[o] + L[o + 1] * z - L[o + 2] * y + W[o + 1] * tz - W[o + 2] * ty;
  out[at + 1] = A[o + 1] + L[o + 2] * x - L[o] * z + W[o + 2] * tx - W[o] * tz;
  out[at + 2] = A[o + 2] + L[o] * y - L[o + 1] * x + W[o] * ty - W[o + 1] * tx;
}

/** Positions [nM×3, m] of all markers of the model; after `setPositions`. */
export function markerPositions(model: Model, data: Data, out: Float64Array): void {
  for (let m = 0; m < model.markerBody.length; m++) {
    pointPosition(data, model.markerBody[m], model.markerLocal_m, 3 * m, out, 3 * m);
  }
}
