/** Lengths, lengthening speeds and moment arms of all paths, with what their tension does to the bodies. */
import { type Data, type Model, POINT_MOVING } from "../model/model.ts";
import { setActivePoints } from "./activePoints.ts";
import { applyWraps, evaluateWrap } from "./applyWraps.ts";
import { WRAP_G1, WRAP_G2 } from "./wrapResult.ts";

/**
 * Sets lengths and moment arms (−∂L/∂q) of all paths from the poses in `data`, and their lengthening speeds from
 * `data.qd`. After `setPositions` (speeds: after `setVelocities`). Allocates nothing.
 * The lines of paths that neither wrap nor change their points are left to `setLines`, since only pictures need them.
 */
export function setPaths(model: Model, data: Data): void {
  for (let p = 0; p < model.nPaths; p++) setPath(model, data, p);
}

/** As `setPaths`, for one path. */
export function setPath(model: Model, data: Data, p: number): void {
  clearPath(model, data, p);
  if (model.pathPlain[p] === 1) pullPlain(model, data, p);
  else pullLine(model, data, p);
  setMomentArms(model, data, p);
  const { armStart, armCoordinate } = model;
  let speed = 0;
  for (let k = armStart[p]; k < armStart[p + 1]; k++) speed -= data.momentArm_m[k] * data.qd[armCoordinate[k]];
  data.pathSpeed_m_s[p] = speed;
}

/** Sets the lines of all paths, to be drawn; after `setPaths`. */
export function setLines(model: Model, data: Data): void {
  for (let p = 0; p < model.nPaths; p++) if (model.pathPlain[p] === 1) setActivePoints(model, data, p);
}

function clearPath(model: Model, data: Data, p: number): void {
  const { pathForce, pathMoment_m, momentArm_m } = data;
  for (let i = 3 * model.pathBodyStart[p]; i < 3 * model.pathBodyStart[p + 1]; i++) {
    pathForce[i] = 0;
    pathMoment_m[i] = 0;
  }
  for (let i = model.armStart[p]; i < model.armStart[p + 1]; i++) momentArm_m[i] = 0;
}

/** A path of fixed points alone: only the segments between different bodies change. */
function pullPlain(model: Model, data: Data, p: number): void {
  const { crossStart, crossFrom, pointBody, pointLocal_m: L, pointBodySlot } = model;
  const { bodyRotation: R, bodyPosition_m: P } = data;
  const U = data.scratch.pull;
  const base = model.pathBodyStart[p];
  let length = model.pathStaticLength_m[p];
  for (let i = crossStart[p]; i < crossStart[p + 1]; i++) {
    const k = crossFrom[i];
    const a = pointBody[k];
    const b = pointBody[k + 1];
    let r = 9 * a;
    let x = L[3 * k];
    let y = L[3 * k + 1];
    let z = L[3 * k + 2];
    const ax = P[3 * a] + R[r] * x + R[r + 1] * y + R[r + 2] * z;
    const ay = P[3 * a + 1] + R[r + 3] * x + R[r + 4] * y + R[r + 5] * z;
    const az = P[3 * a + 2] + R[r + 6] * x + R[r + 7] * y + R[r + 8] * z;
    r = 9 * b;
    x = L[3 * k + 3];
    y = L[3 * k + 4];
    z = L[3 * k + 5];
    const dx = P[3 * b] + R[r] * x + R[r + 1] * y + R[r + 2] * z - ax;
    const dy = P[3 * b + 1] + R[r + 3] * x + R[r + 4] * y + R[r + 5] * z - ay;
    const dz = P[3 * b + 2] + R[r + 6] * x + R[r + 7] * y + R[r + 8] * z - az;
    const piece = Math.sqrt(dx * dx + dy * dy + dz * dz);
    if (piece === 0) continue;
    length += piece;
    U[0] = dx / piece;
    U[1] = dy / piece;
    U[2] = dz / piece;
    U[3] = ax;
    U[4] = ay;
    U[5] = az;
    pullBodies(data, base + pointBodySlot[k], base + pointBodySlot[k + 1]);
  }
  data.pathLength_m[p] = length;
}

/** Any other path: lays its line, wraps it, and goes along it. */
function pullLine(model: Model, data: Data, p: number): void {
  setActivePoints(model, data, p);
  const wraps = model.pathWrapStart[p + 1] > model.pathWrapStart[p];
  if (wraps) applyWraps(model, data, p);
  const asOpenSim = data.scratch.wrap.length[0];
  pull(model, data, p);
  if (wraps && !model.shortestPaths) data.pathLength_m[p] = asOpenSim;
}

/** Goes along the line: its length, and the pull of unit tension on the bodies. */
function pull(model: Model, data: Data, p: number): void {
  const { start, count, position_m: X, slot, along, curve_m, point } = data.lines;
  const base = model.pathBodyStart[p];
  const end = start[p] + count[p];
  const moving = model.pathMoves[p] === 1;
  const U = data.scratch.pull;
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
    U[0] = dx / piece;
    U[1] = dy / piece;
    U[2] = dz / piece;
    U[3] = X[o];
    U[4] = X[o + 1];
    U[5] = X[o + 2];
    if (here !== there) pullBodies(data, here, there);
    if (moving) {
      if (point[v] >= 0) pullMovingPoint(model, data, point[v], 1);
      if (point[v + 1] >= 0) pullMovingPoint(model, data, point[v + 1], -1);
    }
  }
  data.pathLength_m[p] = length;
  if (model.pathWrapStart[p + 1] > model.pathWrapStart[p]) correctPull(model, data, p);
}

/** The body at place `here` is pulled as `scratch.pull` says, the one at `there` the other way. */
function pullBodies(data: Data, here: number, there: number): void {
  const { pathForce: F, pathMoment_m: M } = data;
  const U = data.scratch.pull;
  const a = 3 * here;
  const b = 3 * there;
  for (let i = 0; i < 3; i++) {
    F[a + i] += U[i];
    F[b + i] -= U[i];
  }
  const mx = U[4] * U[2] - U[5] * U[1];
  const my = U[5] * U[0] - U[3] * U[2];
  const mz = U[3] * U[1] - U[4] * U[0];
  M[a] += mx;
  M[a + 1] += my;
  M[a + 2] += mz;
  M[b] -= mx;
  M[b + 1] -= my;
  M[b + 2] -= mz;
}

/** A moving point gives way along its own course: that much of the pull (`scratch.pull`, or against it) goes to its coordinates. */
function pullMovingPoint(model: Model, data: Data, k: number, sign: 1 | -1): void {
  if (model.pointKind[k] !== POINT_MOVING) return;
  const U = data.scratch.pull;
  const ux = sign * U[0];
  const uy = sign * U[1];
  const uz = sign * U[2];
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
  const U = data.scratch.pull;
  U[0] = -gx - dx * scale;
  U[1] = -gy - dy * scale;
  U[2] = -gz - dz * scale;
  U[3] = X[o];
  U[4] = X[o + 1];
  U[5] = X[o + 2];
  const base = model.pathBodyStart[p];
  pullBodies(data, base + slot[other], base + slot[contact]);
  if (point[other] >= 0) pullMovingPoint(model, data, point[other], 1);
}

/** Sums the pull from the leaves on and takes its part along every axis between. */
function setMomentArms(model: Model, data: Data, p: number): void {
  const { pathBodyParent } = model;
  const { pathForce: F, pathMoment_m: M } = data;
  const W = data.scratch.subtree;
  const from = model.pathBodyStart[p];
  const n = model.pathBodyStart[p + 1] - from;
  for (let i = 0; i < 6 * n; i++) W[i] = 0;
  for (let i = 0; i < n - 1; i++) {
    const o = 3 * (from + i);
    const w = 6 * i;
    const parent = 6 * pathBodyParent[from + i];
    for (let k = 0; k < 3; k++) {
      W[w + k] += M[o + k];
      W[w + 3 + k] += F[o + k];
      W[parent + k] += W[w + k];
      W[parent + 3 + k] += W[w + 3 + k];
    }
    addArms(model, data, from + i, w);
  }
}

/** The part of the wrench scratch.subtree[w…] (moment about the ground origin, force) along the axes of one body's joint. */
function addArms(model: Model, data: Data, at: number, w: number): void {
  const { axisOfBody, axisDependStart, armSlot } = model;
  const { axisSpatial: S, axisSlope, momentArm_m } = data;
  const W = data.scratch.subtree;
  const mx = W[w];
  const my = W[w + 1];
  const mz = W[w + 2];
  const fx = W[w + 3];
  const fy = W[w + 4];
  const fz = W[w + 5];
  const b = model.pathBody[at];
  let slot = model.armSlotStart[at];
  const end = axisOfBody[b + 1];
  for (let a = axisOfBody[b]; a < end; a++) {
    const s = 6 * a;
    const force = S[s] * mx + S[s + 1] * my + S[s + 2] * mz + S[s + 3] * fx + S[s + 4] * fy + S[s + 5] * fz;
    for (let d = axisDependStart[a]; d < axisDependStart[a + 1]; d++) {
      momentArm_m[armSlot[slot++]] += axisSlope[d] * force;
    }
  }
}

/** Adds the load of a path under tension [N] to its bodies; after `setPaths`. */
export function addPathTension(model: Model, data: Data, p: number, tension_N: number): void {
  oneTension[0] = tension_N;
  addTension(model, data, p, oneTension, 0);
}

/** Adds the loads of the first `count` paths under tensions [N]; after `setPaths`. Allocates nothing. */
export function addPathTensions(model: Model, data: Data, tension_N: Float64Array, count: number): void {
  for (let p = 0; p < count; p++) addTension(model, data, p, tension_N, p);
}

const oneTension = new Float64Array(1);

function addTension(model: Model, data: Data, p: number, tension_N: Float64Array, at: number): void {
  const { pathForce: F, pathMoment_m: M, bodyPosition_m: P, loadForce_N, loadMoment_Nm } = data;
  const tension = tension_N[at];
  for (let i = model.pathBodyStart[p]; i < model.pathBodyStart[p + 1]; i++) {
    const o = 3 * model.pathBody[i];
    const s = 3 * i;
    const fx = F[s] * tension;
    const fy = F[s + 1] * tension;
    const fz = F[s + 2] * tension;
    loadForce_N[o] += fx;
    loadForce_N[o + 1] += fy;
    loadForce_N[o + 2] += fz;
    loadMoment_Nm[o] += M[s] * tension - (P[o + 1] * fz - P[o + 2] * fy);
    loadMoment_Nm[o + 1] += M[s + 1] * tension - (P[o + 2] * fx - P[o] * fz);
    loadMoment_Nm[o + 2] += M[s + 2] * tension - (P[o] * fy - P[o + 1] * fx);
  }
}

/** The moment arms of a path about all coordinates, dense: [nQ] into out[at…], zeros where it has none. */
export function denseMomentArms(model: Model, data: Data, p: number, out: Float64Array, at = 0): void {
  out.fill(0, at, at + model.nCoordinates);
  for (let k = model.armStart[p]; k < model.armStart[p + 1]; k++)
    out[at + model.armCoordinate[k]] = data.momentArm_m[k];
}
