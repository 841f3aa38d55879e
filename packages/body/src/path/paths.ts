/** Lengths, lengthening speeds and moment arms of all paths, with what their tension does to the bodies. */
import { type Data, type Model, POINT_MOVING } from "../model/model.ts";
import { setActivePoints } from "./activePoints.ts";
import { applyWraps, evaluateWrap } from "./applyWraps.ts";
import { WRAP_G1, WRAP_G2 } from "./wrapResult.ts";

/**
 * Sets lines, lengths and moment arms (−∂L/∂q) of all paths from the poses in `data`, and their lengthening speeds from
 * `data.qd`. After `setPositions` (speeds: after `setVelocities`). Allocates nothing.
 */
export function setPaths(model: Model, data: Data): void {
  for (let p = 0; p < model.nPaths; p++) setPath(model, data, p);
}

/** As `setPaths`, for one path. */
export function setPath(model: Model, data: Data, p: number): void {
  setActivePoints(model, data, p);
  const wraps = model.pathWrapStart[p + 1] > model.pathWrapStart[p];
  const asOpenSim = wraps ? applyWraps(model, data, p) : 0;
  const from = 3 * model.pathBodyStart[p];
  const to = 3 * model.pathBodyStart[p + 1];
  data.pathForce.fill(0, from, to);
  data.pathMoment_m.fill(0, from, to);
  data.momentArm_m.fill(0, model.armStart[p], model.armStart[p + 1]);
  pull(model, data, p);
  if (wraps && !model.shortestPaths) data.pathLength_m[p] = asOpenSim;
  setMomentArms(model, data, p);
  let speed = 0;
  for (let k = model.armStart[p]; k < model.armStart[p + 1]; k++)
    speed -= data.momentArm_m[k] * data.qd[model.armCoordinate[k]];
  data.pathSpeed_m_s[p] = speed;
}

/** Goes along the line: its length, and the pull of unit tension on the bodies. */
function pull(model: Model, data: Data, p: number): void {
  const { start, count, position_m: X, slot, along, curve_m, point } = data.lines;
  const base = model.pathBodyStart[p];
  const end = start[p] + count[p];
  const moving = pathMoves(model, p);
  let length = 0;
  for (let v = start[p]; v + 1 < end; v++) {
    if (along[v] >= 0) {
      length += curve_m[v];
      continue;
    }
    const o = 3 * v;
    const dx = X[o + 3] - X[o];
    const dy = X[o + 4] - X[o + 1];
    const dz = X[o + 5] - X[o + 2];
    const piece = Math.sqrt(dx * dx + dy * dy + dz * dz);
    length += piece;
    const here = base + slot[v];
    const there = base + slot[v + 1];
    if ((here === there && !moving) || piece === 0) continue;
    const ux = dx / piece;
    const uy = dy / piece;
    const uz = dz / piece;
    if (here !== there) pullBodies(data, here, there, ux, uy, uz, X[o], X[o + 1], X[o + 2]);
    if (moving) {
      if (point[v] >= 0) pullMovingPoint(model, data, point[v], ux, uy, uz);
      if (point[v + 1] >= 0) pullMovingPoint(model, data, point[v + 1], -ux, -uy, -uz);
    }
  }
  data.pathLength_m[p] = length;
  if (model.pathWrapStart[p + 1] > model.pathWrapStart[p]) correctPull(model, data, p);
}

function pathMoves(model: Model, p: number): boolean {
  for (let k = model.pathPointStart[p]; k < model.pathPointStart[p + 1]; k++)
    if (model.pointKind[k] === POINT_MOVING) return true;
  return false;
}

/** The body at place `here` is pulled along u at (x, y, z), the one at `there` the other way. */
function pullBodies(
  data: Data,
  here: number,
  there: number,
  ux: number,
  uy: number,
  uz: number,
  x: number,
  y: number,
  z: number,
): void {
  const { pathForce: F, pathMoment_m: M } = data;
  const mx = y * uz - z * uy;
  const my = z * ux - x * uz;
  const mz = x * uy - y * ux;
  const a = 3 * here;
  const b = 3 * there;
  F[a] += ux;
  F[a + 1] += uy;
  F[a + 2] += uz;
  M[a] += mx;
  M[a + 1] += my;
  M[a + 2] += mz;
  F[b] -= ux;
  F[b + 1] -= uy;
  F[b + 2] -= uz;
  M[b] -= mx;
  M[b + 1] -= my;
  M[b + 2] -= mz;
}

/** A moving point gives way along its own course: that much of the pull goes to its coordinates. */
function pullMovingPoint(model: Model, data: Data, k: number, ux: number, uy: number, uz: number): void {
  if (model.pointKind[k] !== POINT_MOVING) return;
  const m = model.pointExtra[k];
  const R = data.bodyRotation;
  const r = 9 * model.pointBody[k];
  // the pull in the body, then along the axes of the point's frame
  const bx = R[r] * ux + R[r + 3] * uy + R[r + 6] * uz;
  const by = R[r + 1] * ux + R[r + 4] * uy + R[r + 7] * uz;
  const bz = R[r + 2] * ux + R[r + 5] * uy + R[r + 8] * uz;
  const M = model.movingRotation;
  for (let i = 0; i < 3; i++) {
    const to = model.movingSlot[3 * m + i];
    if (to < 0) continue;
    const force = M[9 * m + i] * bx + M[9 * m + 3 + i] * by + M[9 * m + 6 + i] * bz;
    data.momentArm_m[to] += force * data.scratch.movingSlope[3 * m + i];
  }
}

/** Where a wrap is no geodesic, puts the gradient of its length in place of the pull of its straight pieces. */
function correctPull(model: Model, data: Data, p: number): void {
  const { start, count, along } = data.lines;
  for (let v = start[p]; v < start[p] + count[p]; v++) {
    if (along[v] < 0 || evaluateWrap(model, data, v)) continue;
    correctEnd(model, data, p, v, v - 1, WRAP_G1);
    correctEnd(model, data, p, v + 1, v + 2, WRAP_G2);
  }
}

/** Contact point `contact` and its neighbour `other`: the pull between them becomes −gradient. */
function correctEnd(model: Model, data: Data, p: number, contact: number, other: number, at: number): void {
  const { position_m: X, slot, point } = data.lines;
  const { pose, result } = data.scratch.wrap;
  const gx = pose[0] * result[at] + pose[1] * result[at + 1] + pose[2] * result[at + 2];
  const gy = pose[3] * result[at] + pose[4] * result[at + 1] + pose[5] * result[at + 2];
  const gz = pose[6] * result[at] + pose[7] * result[at + 1] + pose[8] * result[at + 2];
  const o = 3 * other;
  const dx = X[3 * contact] - X[o];
  const dy = X[3 * contact + 1] - X[o + 1];
  const dz = X[3 * contact + 2] - X[o + 2];
  const piece = Math.sqrt(dx * dx + dy * dy + dz * dz);
  const scale = piece > 0 ? 1 / piece : 0;
  const ex = -gx - dx * scale;
  const ey = -gy - dy * scale;
  const ez = -gz - dz * scale;
  const base = model.pathBodyStart[p];
  pullBodies(data, base + slot[other], base + slot[contact], ex, ey, ez, X[o], X[o + 1], X[o + 2]);
  if (point[other] >= 0) pullMovingPoint(model, data, point[other], ex, ey, ez);
}

/** Sums the pull from the leaves on and takes its part along every axis between. */
function setMomentArms(model: Model, data: Data, p: number): void {
  const { pathBody, pathBodyParent, axisOfBody, axisDependStart, armSlot, armSlotStart } = model;
  const { pathForce: F, pathMoment_m: M, axisSpatial: S, axisSlope, momentArm_m } = data;
  const W = data.scratch.subtree;
  const from = model.pathBodyStart[p];
  const n = model.pathBodyStart[p + 1] - from;
  for (let i = 0; i < n; i++) {
    const o = 3 * (from + i);
    const w = 6 * i;
    W[w] = M[o];
    W[w + 1] = M[o + 1];
    W[w + 2] = M[o + 2];
    W[w + 3] = F[o];
    W[w + 4] = F[o + 1];
    W[w + 5] = F[o + 2];
  }
  for (let i = 0; i < n - 1; i++) {
    const w = 6 * i;
    const b = pathBody[from + i];
    let slot = armSlotStart[from + i];
    for (let a = axisOfBody[b]; a < axisOfBody[b + 1]; a++) {
      const s = 6 * a;
      const force =
        S[s] * W[w] +
        S[s + 1] * W[w + 1] +
        S[s + 2] * W[w + 2] +
        S[s + 3] * W[w + 3] +
        S[s + 4] * W[w + 4] +
        S[s + 5] * W[w + 5];
      for (let d = axisDependStart[a]; d < axisDependStart[a + 1]; d++)
        momentArm_m[armSlot[slot++]] += axisSlope[d] * force;
    }
    const parent = 6 * pathBodyParent[from + i];
    for (let k = 0; k < 6; k++) W[parent + k] += W[w + k];
  }
}

/** Adds the load of a path under tension [N] to its bodies; after `setPaths`. */
export function addPathTension(model: Model, data: Data, p: number, tension_N: number): void {
  const { pathForce: F, pathMoment_m: M, bodyPosition_m: P, loadForce_N, loadMoment_Nm } = data;
  for (let i = model.pathBodyStart[p]; i < model.pathBodyStart[p + 1]; i++) {
    const o = 3 * model.pathBody[i];
    const s = 3 * i;
    const fx = F[s] * tension_N;
    const fy = F[s + 1] * tension_N;
    const fz = F[s + 2] * tension_N;
    loadForce_N[o] += fx;
    loadForce_N[o + 1] += fy;
    loadForce_N[o + 2] += fz;
    loadMoment_Nm[o] += M[s] * tension_N - (P[o + 1] * fz - P[o + 2] * fy);
    loadMoment_Nm[o + 1] += M[s + 1] * tension_N - (P[o + 2] * fx - P[o] * fz);
    loadMoment_Nm[o + 2] += M[s + 2] * tension_N - (P[o] * fy - P[o + 1] * fx);
  }
}

/** The moment arms of a path about all coordinates, dense: [nQ] into out[at…], zeros where it has none. */
export function denseMomentArms(model: Model, data: Data, p: number, out: Float64Array, at = 0): void {
  out.fill(0, at, at + model.nCoordinates);
  for (let k = model.armStart[p]; k < model.armStart[p + 1]; k++)
    out[at + model.armCoordinate[k]] = data.momentArm_m[k];
}
