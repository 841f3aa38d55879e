import type { Data, Model } from "../model/model.ts";

/**
 * Velocities of all bodies; after `setPositions`. Allocates nothing.
 * @param qd [nQ] rad/s or m/s
 */
export function setVelocities(model: Model, data: Data, qd: Float64Array): void {
  data.qd.set(qd);
  setAxisSpeeds(model, data);
  const { axisOfBody, bodyParent } = model;
  const { axisSpatial: S, axisSpeed, bodyOmega: W, bodyVelocity: V, bodyPosition_m: P } = data;
  for (let b = 1; b < model.nBodies; b++) {
    const p = 3 * bodyParent[b];
    let wx = W[p];
    let wy = W[p + 1];
    let wz = W[p + 2];
    // velocity of the parent-fixed point at the ground origin
    let vx = V[p] + P[p + 1] * wz - P[p + 2] * wy;
    let vy = V[p + 1] + P[p + 2] * wx - P[p] * wz;
    let vz = V[p + 2] + P[p] * wy - P[p + 1] * wx;
    for (let a = axisOfBody[b]; a < axisOfBody[b + 1]; a++) {
      const rate = axisSpeed[a];
      const s = 6 * a;
      wx += S[s] * rate;
      wy += S[s + 1] * rate;
      wz += S[s + 2] * rate;
      vx += S[s + 3] * rate;
      vy += S[s + 4] * rate;
      vz += S[s + 5] * rate;
    }
    const o = 3 * b;
    W[o] = wx;
    W[o + 1] = wy;
    W[o + 2] = wz;
    V[o] = vx + wy * P[o + 2] - wz * P[o + 1];
    V[o + 1] = vy + wz * P[o] - wx * P[o + 2];
    V[o + 2] = vz + wx * P[o + 1] - wy * P[o];
  }
}

function setAxisSpeeds(model: Model, data: Data): void {
  const { axisDependStart, axisDependCoordinate } = model;
  const { axisSlope, axisSpeed, qd } = data;
  for (let a = 0; a < model.nAxes; a++) {
    let rate = 0;
    for (let d = axisDependStart[a]; d < axisDependStart[a + 1]; d++)
      rate += axisSlope[d] * qd[axisDependCoordinate[d]];
    axisSpeed[a] = rate;
  }
}

/**
 * Accelerations of all bodies; after `setVelocities`. Allocates nothing.
 * @param qdd [nQ] rad/s² or m/s²
 */
export function setAccelerations(model: Model, data: Data, qdd: Float64Array): void {
  data.qdd.set(qdd);
  setAxisAccelerations(model, data);
  const { axisOfBody, bodyParent } = model;
  const { axisSpatial: S, axisSpeed, axisAcceleration } = data;
  const { bodyOmega: W, bodyVelocity: V, bodyPosition_m: P, bodyAlpha: L, bodyAcceleration: A } = data;
  for (let b = 1; b < model.nBodies; b++) {
    const p = 3 * bodyParent[b];
    let wx = W[p];
    let wy = W[p + 1];
    let wz = W[p + 2];
    let lx = L[p];
    let ly = L[p + 1];
    let lz = L[p + 2];
    // the parent's motion at the ground origin: velocity v, and acceleration u of the field of velocities there
    let vx = V[p] + P[p + 1] * wz - P[p + 2] * wy;
    let vy = V[p + 1] + P[p + 2] * wx - P[p] * wz;
    let vz = V[p + 2] + P[p] * wy - P[p + 1] * wx;
    let ux = A[p] - (ly * P[p + 2] - lz * P[p + 1]) - (wy * V[p + 2] - wz * V[p + 1]);
    let uy = A[p + 1] - (lz * P[p] - lx * P[p + 2]) - (wz * V[p] - wx * V[p + 2]);
    let uz = A[p + 2] - (lx * P[p + 1] - ly * P[p]) - (wx * V[p + 1] - wy * V[p]);
    for (let a = axisOfBody[b]; a < axisOfBody[b + 1]; a++) {
      const rate = axisSpeed[a];
      const acceleration = axisAcceleration[a];
      const s = 6 * a;
      const ax = S[s];
      const ay = S[s + 1];
      const az = S[s + 2];
      const mx = S[s + 3];
      const my = S[s + 4];
      const mz = S[s + 5];
      lx += ax * acceleration + (wy * az - wz * ay) * rate;
      ly += ay * acceleration + (wz * ax - wx * az) * rate;
      lz += az * acceleration + (wx * ay - wy * ax) * rate;
      ux += mx * acceleration + (wy * mz - wz * my + vy * az - vz * ay) * rate;
      uy += my * acceleration + (wz * mx - wx * mz + vz * ax - vx * az) * rate;
      uz += mz * acceleration + (wx * my - wy * mx + vx * ay - vy * ax) * rate;
      wx += ax * rate;
      wy += ay * rate;
      wz += az * rate;
      vx += mx * rate;
      vy += my * rate;
      vz += mz * rate;
    }
    const o = 3 * b;
    L[o] = lx;
    L[o + 1] = ly;
    L[o + 2] = lz;
    A[o] = ux + ly * P[o + 2] - lz * P[o + 1] + wy * V[o + 2] - wz * V[o + 1];
    A[o + 1] = uy + lz * P[o] - lx * P[o + 2] + wz * V[o] - wx * V[o + 2];
    A[o + 2] = uz + lx * P[o + 1] - ly * P[o] + wx * V[o + 1] - wy * V[o];
  }
}

function setAxisAccelerations(model: Model, data: Data): void {
  const { axisDependStart, axisDependCoordinate } = model;
  const { axisSlope, axisCurvature, axisAcceleration, qd, qdd } = data;
  for (let a = 0; a < model.nAxes; a++) {
    let acceleration = 0;
    const from = axisDependStart[a];
    for (let d = from; d < axisDependStart[a + 1]; d++) acceleration += axisSlope[d] * qdd[axisDependCoordinate[d]];
    // an axis that depends on nothing may be the last: there is no coordinate to read
    const speed = from < axisDependStart[a + 1] ? qd[axisDependCoordinate[from]] : 0;
    axisAcceleration[a] = acceleration + axisCurvature[a] * speed * speed;
  }
}
