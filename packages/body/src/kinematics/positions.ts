import { evaluateFunctionAt, FN_LINEAR } from "../model/functions.ts";
import { AXIS_ROTATION, type Data, type Model } from "../model/model.ts";

/**
 * Poses of all bodies and axes from the coordinates, as they are given (see `settleCouplers`). Allocates nothing.
 * @param q [nQ] rad or m; copied into `data.q`
 */
export function setPositions(model: Model, data: Data, q: Float64Array): void {
  data.q.set(q);
  setAxisValues(model, data);
  for (let b = 1; b < model.nBodies; b++) setBodyPose(model, data, b);
}

/** z, ∂z/∂q and ∂²z/∂q² of every axis. */
function setAxisValues(model: Model, data: Data): void {
  const { axisFunction, axisDependStart, axisDependCoordinate, functions } = model;
  const { axisValue, axisSlope, axisCurvature, q } = data;
  const out = data.scratch.function3;
  for (let a = 0; a < model.nAxes; a++) {
    const from = axisDependStart[a];
    const f = axisFunction[a];
    if (functions.kind[f] === FN_LINEAR) {
      const p = functions.start[f];
      const to = axisDependStart[a + 1];
      let z = functions.params[p + to - from];
      for (let d = from; d < to; d++) {
        const slope = functions.params[p + d - from];
        axisSlope[d] = slope;
        z += slope * q[axisDependCoordinate[d]];
      }
      axisValue[a] = z;
    } else {
      evaluateFunctionAt(functions, f, q, axisDependCoordinate[from], out);
      axisValue[a] = out[0];
      axisSlope[from] = out[1];
      axisCurvature[a] = out[2];
    }
  }
}

/** Follows the joint's chain from the parent body: fixed step, axis, …, fixed step. */
function setBodyPose(model: Model, data: Data, b: number): void {
  const { axisKind, axisDirection, axisPreRotation, axisPreTranslation, axisPreIdentity, axisOfBody } = model;
  const { bodyRotation: R, bodyPosition_m: P, axisSpatial: S, axisValue } = data;
  const from = 9 * model.bodyParent[b];
  let r0 = R[from];
  let r1 = R[from + 1];
  let r2 = R[from + 2];
  let r3 = R[from + 3];
  let r4 = R[from + 4];
  let r5 = R[from + 5];
  let r6 = R[from + 6];
  let r7 = R[from + 7];
  let r8 = R[from + 8];
  let x = P[from / 3];
  let y = P[from / 3 + 1];
  let z = P[from / 3 + 2];
  const end = axisOfBody[b + 1];
  for (let a = axisOfBody[b]; a <= end; a++) {
    const last = a === end;
    // fixed step before the axis, or after the last one
    const T = last ? model.bodyPostTranslation : axisPreTranslation;
    const M = last ? model.bodyPostRotation : axisPreRotation;
    const at = last ? b : a;
    if ((last ? model.bodyPostIdentity[b] : axisPreIdentity[a]) === 0) {
      const t0 = T[3 * at];
      const t1 = T[3 * at + 1];
      const t2 = T[3 * at + 2];
      x += r0 * t0 + r1 * t1 + r2 * t2;
      y += r3 * t0 + r4 * t1 + r5 * t2;
      z += r6 * t0 + r7 * t1 + r8 * t2;
      const m = 9 * at;
      let u = r0;
      let v = r1;
      let w = r2;
      r0 = u * M[m] + v * M[m + 3] + w * M[m + 6];
      r1 = u * M[m + 1] + v * M[m + 4] + w * M[m + 7];
      r2 = u * M[m + 2] + v * M[m + 5] + w * M[m + 8];
      u = r3;
      v = r4;
      w = r5;
      r3 = u * M[m] + v * M[m + 3] + w * M[m + 6];
      r4 = u * M[m + 1] + v * M[m + 4] + w * M[m + 7];
      r5 = u * M[m + 2] + v * M[m + 5] + w * M[m + 8];
      u = r6;
      v = r7;
      w = r8;
      r6 = u * M[m] + v * M[m + 3] + w * M[m + 6];
      r7 = u * M[m + 1] + v * M[m + 4] + w * M[m + 7];
      r8 = u * M[m + 2] + v * M[m + 5] + w * M[m + 8];
    }
    if (last) break;
    // the axis in ground
    const d0 = axisDirection[3 * a];
    const d1 = axisDirection[3 * a + 1];
    const d2 = axisDirection[3 * a + 2];
    const ax = r0 * d0 + r1 * d1 + r2 * d2;
    const ay = r3 * d0 + r4 * d1 + r5 * d2;
    const az = r6 * d0 + r7 * d1 + r8 * d2;
    const value = axisValue[a];
    const s = 6 * a;
    if (axisKind[a] === AXIS_ROTATION) {
      S[s] = ax;
      S[s + 1] = ay;
      S[s + 2] = az;
      S[s + 3] = y * az - z * ay;
      S[s + 4] = z * ax - x * az;
      S[s + 5] = x * ay - y * ax;
      // turn each column c of R about the axis: c cosθ + (a×c) sinθ + a (a·c)(1−cosθ)
      const sin = Math.sin(value);
      const cos = Math.cos(value);
      const k = 1 - cos;
      let dot = k * d0;
      let u = r0;
      let v = r3;
      let w = r6;
      r0 = u * cos + (ay * w - az * v) * sin + ax * dot;
      r3 = v * cos + (az * u - ax * w) * sin + ay * dot;
      r6 = w * cos + (ax * v - ay * u) * sin + az * dot;
      dot = k * d1;
      u = r1;
      v = r4;
      w = r7;
      r1 = u * cos + (ay * w - az * v) * sin + ax * dot;
      r4 = v * cos + (az * u - ax * w) * sin + ay * dot;
      r7 = w * cos + (ax * v - ay * u) * sin + az * dot;
      dot = k * d2;
      u = r2;
      v = r5;
      w = r8;
      r2 = u * cos + (ay * w - az * v) * sin + ax * dot;
      r5 = v * cos + (az * u - ax * w) * sin + ay * dot;
      r8 = w * cos + (ax * v - ay * u) * sin + az * dot;
    } else {
      S[s + 3] = ax;
      S[s + 4] = ay;
      S[s + 5] = az;
      x += ax * value;
      y += ay * value;
      z += az * value;
    }
  }
  const to = 9 * b;
  R[to] = r0;
  R[to + 1] = r1;
  R[to + 2] = r2;
  R[to + 3] = r3;
  R[to + 4] = r4;
  R[to + 5] = r5;
  R[to + 6] = r6;
  R[to + 7] = r7;
  R[to + 8] = r8;
  P[3 * b] = x;
  P[3 * b + 1] = y;
  P[3 * b + 2] = z;
}
