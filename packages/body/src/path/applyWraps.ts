/**
 * Lays one path over its wrap objects, object by object as OpenSim does: of the segments an object may catch, the one it
 * cuts, or else the one with the least detour. With several objects this is repeated until it settles; afterwards the
 * contact points are refined to convergence (OpenSim stops at 0.5 mm), so that the path is the shortest one and its
 * gradient is exact.
 *
 * OpenSim 4 keeps the place in ground of every contact point from the first round, and measures the straight pieces
 * between those, though it goes on moving the points and takes the curves from the last round. Over one wrap object this
 * changes nothing; over two it can shorten the path by millimetres. `held_m` keeps those places, for lengths as OpenSim
 * reports them; its moment arms come from the moved points, as ours do.
 */
import { type Data, type Model, WRAP_CYLINDER, WRAP_ELLIPSOID, WRAP_SPHERE } from "../model/model.ts";
import { isActive } from "./activePoints.ts";
import { wrapCylinder } from "./wrapCylinder.ts";
import { setEllipsoidGradients, wrapEllipsoid } from "./wrapEllipsoid.ts";
import {
  INSIDE,
  MANDATORY,
  NO_WRAP,
  setWholeLength,
  WRAP_CURVE,
  WRAP_RESULT_SIZE,
  WRAP_WHOLE,
  WRAPPED,
} from "./wrapResult.ts";
import { wrapSphere } from "./wrapSphere.ts";
import { setTorusGradients, wrapTorus } from "./wrapTorus.ts";

const MAX_ROUNDS = 8;
const SETTLED_M = 0.0005;
const MAX_REFINEMENTS = 200;
const REFINED_M = 1e-13;

/**
 * Wraps path p; after its active points are in `data.lines`. Changes the line and its count, and leaves in
 * `data.scratch.wrap.length` the length as OpenSim 4 reports it [m].
 */
export function applyWraps(model: Model, data: Data, p: number): void {
  const from = model.pathWrapStart[p];
  const n = model.pathWrapStart[p + 1] - from;
  const { order, status, placed } = data.scratch.wrap;
  for (let i = 0; i < n; i++) {
    order[i] = i;
    placed[i] = 0;
  }
  for (let i = 3 * data.lines.start[p]; i < 3 * (data.lines.start[p] + data.lines.count[p]); i++)
    data.lines.held_m[i] = data.lines.position_m[i];
  const rounds = n < 2 ? 1 : MAX_ROUNDS;
  let last = Infinity;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < n; i++) {
      status[i] = NO_WRAP;
      if (applyOne(model, data, p, from + order[i], i)) continue;
      setLineLength(data, p, data.lines.held_m);
      return;
    }
    setLineLength(data, p, data.lines.held_m);
    const length = data.scratch.wrap.length[0];
    if (Math.abs(length - last) < SETTLED_M) break;
    last = length;
    // the second object swallows an end unless it comes first
    if (round === 0 && n > 1 && status[0] === NO_WRAP && status[1] === INSIDE) {
      order[0] = 1;
      order[1] = 0;
      removeWrap(data, p, from);
    }
  }
  // before the refinement, which moves the curves too
  setLineLength(data, p, data.lines.held_m);
  const asOpenSim = data.scratch.wrap.length[0];
  if (n > 1) refine(model, data, p, from, n);
  data.scratch.wrap.length[0] = asOpenSim;
}

/** Sets `scratch.wrap.length`, the length of the line as it is now, with its points where X [cap×3, m] has them. */
function setLineLength(data: Data, p: number, X: Float64Array): void {
  const { start, count, along, curve_m } = data.lines;
  let length = 0;
  for (let i = start[p]; i < start[p] + count[p] - 1; i++) {
    if (along[i] >= 0) {
      length += curve_m[i];
      continue;
    }
    const x = X[3 * i + 3] - X[3 * i];
    const y = X[3 * i + 4] - X[3 * i + 1];
    const z = X[3 * i + 5] - X[3 * i + 2];
    length += Math.sqrt(x * x + y * y + z * z);
  }
  data.scratch.wrap.length[0] = length;
}

/** Takes the object off the line and lays the line over it anew. Returns false where the path has no points in range. */
function applyOne(model: Model, data: Data, p: number, w: number, place: number): boolean {
  removeWrap(data, p, w);
  const object = model.pathWrapObject[w];
  if (model.wrapActive[object] === 0) return true;
  const { start, count, along, point } = data.lines;
  const scratch = data.scratch.wrap;
  const begin = endVertex(model, data, p, model.pathWrapFirst[w], model.pathWrapLast[w], 1);
  const end = endVertex(model, data, p, model.pathWrapFirst[w], model.pathWrapLast[w], -1);
  if (begin < 0 || end < 0) return false;
  setWrapPose(model, data, object);
  let least = Infinity;
  let chosen = -1;
  for (let v = begin; v < end; v++) {
    if (along[v] >= 0 && model.pathWrapObject[along[v]] === object) continue;
    // the end of one object's curve and the start of the same object's next
    if (
      point[v] < 0 &&
      point[v + 1] < 0 &&
      wrapObjectAt(model, data, p, v) === object &&
      wrapObjectAt(model, data, p, v + 1) === object
    )
      continue;
    setEnds(data, v, v + 1, data.lines.position_m);
    const found = wrapSegment(model, data, w);
    scratch.status[place] = found;
    if (found < WRAPPED) continue;
    if (found !== MANDATORY) setDetour(data, v);
    const detour = scratch.detour[0];
    if (found === MANDATORY || detour < least) {
      least = detour;
      chosen = v;
      for (let i = 0; i < WRAP_RESULT_SIZE; i++) scratch.best[i] = scratch.result[i];
    }
    if (found === MANDATORY) break;
  }
  if (chosen >= 0) insertWrap(model, data, p, w, chosen, start[p] + count[p]);
  return true;
}

/** Sets `scratch.wrap.detour`: how much longer the wrap just tried makes the segment after v, measured where points are held. */
function setDetour(data: Data, v: number): void {
  const { ends, result, detour } = data.scratch.wrap;
  setEnds(data, v, v + 1, data.lines.held_m);
  setWholeLength(ends, result);
  const x = ends[3] - ends[0];
  const y = ends[4] - ends[1];
  const z = ends[5] - ends[2];
  detour[0] = result[WRAP_WHOLE] - Math.sqrt(x * x + y * y + z * z);
}

/** The object of a contact vertex: `along` is written on the first of the two. */
function wrapObjectAt(model: Model, data: Data, p: number, v: number): number {
  const { along, start } = data.lines;
  if (along[v] >= 0) return model.pathWrapObject[along[v]];
  return v > start[p] && along[v - 1] >= 0 ? model.pathWrapObject[along[v - 1]] : -1;
}

/** Vertex of the first (step 1) or last (step −1) active path point in the wrap's range; −1 where there is none. */
function endVertex(model: Model, data: Data, p: number, first: number, last: number, step: number): number {
  const base = model.pathPointStart[p];
  const lowest = base + Math.max(0, first);
  const highest = last < 0 ? model.pathPointStart[p + 1] - 1 : base + last;
  let k = step > 0 ? lowest : highest;
  while (k >= lowest && k <= highest && !isActive(model, data, k)) k += step;
  if (k < lowest || k > highest) return -1;
  const { start, count, point } = data.lines;
  for (let v = start[p]; v < start[p] + count[p]; v++) if (point[v] === k) return v;
  return -1;
}

/** Rotation and place of a wrap object in ground. */
function setWrapPose(model: Model, data: Data, object: number): void {
  const pose = data.scratch.wrap.pose;
  const R = data.bodyRotation;
  const P = data.bodyPosition_m;
  const L = model.wrapRotation;
  const t = model.wrapTranslation;
  const b = model.wrapBody[object];
  const l = 9 * object;
  for (let i = 0; i < 3; i++) {
    const a0 = R[9 * b + 3 * i];
    const a1 = R[9 * b + 3 * i + 1];
    const a2 = R[9 * b + 3 * i + 2];
    pose[3 * i] = a0 * L[l] + a1 * L[l + 3] + a2 * L[l + 6];
    pose[3 * i + 1] = a0 * L[l + 1] + a1 * L[l + 4] + a2 * L[l + 7];
    pose[3 * i + 2] = a0 * L[l + 2] + a1 * L[l + 5] + a2 * L[l + 8];
    pose[9 + i] = P[3 * b + i] + a0 * t[3 * object] + a1 * t[3 * object + 1] + a2 * t[3 * object + 2];
  }
}

/** Both vertices into the frame of the wrap object, from their places in ground X [cap×3]. */
function setEnds(data: Data, v1: number, v2: number, X: Float64Array): void {
  const { pose, ends } = data.scratch.wrap;
  for (let e = 0; e < 6; e += 3) {
    const v = 3 * (e === 0 ? v1 : v2);
    const x = X[v] - pose[9];
    const y = X[v + 1] - pose[10];
    const z = X[v + 2] - pose[11];
    ends[e] = pose[0] * x + pose[3] * y + pose[6] * z;
    ends[e + 1] = pose[1] * x + pose[4] * y + pose[7] * z;
    ends[e + 2] = pose[2] * x + pose[5] * y + pose[8] * z;
  }
}

function wrapSegment(model: Model, data: Data, w: number): number {
  const object = model.pathWrapObject[w];
  const { ends, result, inner } = data.scratch.wrap;
  const size = model.wrapSize;
  const s = 3 * object;
  const axis = model.wrapAxis[object];
  const sign = model.wrapSign[object];
  const kind = model.wrapKind[object];
  if (kind === WRAP_CYLINDER) return wrapCylinder(ends, size, s, axis, sign, result);
  if (kind === WRAP_SPHERE) return wrapSphere(ends, size, s, axis, sign, result);
  if (kind === WRAP_ELLIPSOID) return wrapEllipsoid(ends, size, s, model.pathWrapMethod[w], axis, sign, inner, result);
  return wrapTorus(ends, size, s, axis, sign, data.scratch.wrap.local, inner, result);
}

/** Opens the line after vertex v for the two contact points of wrap w. */
function insertWrap(model: Model, data: Data, p: number, w: number, v: number, end: number): void {
  const { position_m, held_m, point, slot, along, curve_m, count } = data.lines;
  position_m.copyWithin(3 * (v + 3), 3 * (v + 1), 3 * end);
  held_m.copyWithin(3 * (v + 3), 3 * (v + 1), 3 * end);
  point.copyWithin(v + 3, v + 1, end);
  slot.copyWithin(v + 3, v + 1, end);
  along.copyWithin(v + 3, v + 1, end);
  curve_m.copyWithin(v + 3, v + 1, end);
  count[p] += 2;
  for (let i = 1; i <= 2; i++) {
    point[v + i] = -1;
    slot[v + i] = model.pathWrapBodySlot[w];
    along[v + i] = i === 1 ? w : -1;
  }
  placeContacts(data, v + 1, data.scratch.wrap.best);
  holdContacts(data, v + 1, w - model.pathWrapStart[p]);
}

/** The places of both contact points that count for OpenSim's length: those of the first time they were laid. */
function holdContacts(data: Data, v: number, i: number): void {
  const { position_m: X, held_m } = data.lines;
  const { placed, held } = data.scratch.wrap;
  for (let k = 0; k < 6; k++) {
    if (placed[i] === 0) held[6 * i + k] = X[3 * v + k];
    held_m[3 * v + k] = held[6 * i + k];
  }
  placed[i] = 1;
}

/** Writes both contact points (vertices v, v + 1) and the length between them. */
function placeContacts(data: Data, v: number, result: Float64Array): void {
  const { position_m: X, curve_m } = data.lines;
  const pose = data.scratch.wrap.pose;
  for (let e = 0; e < 2; e++) {
    const x = result[3 * e];
    const y = result[3 * e + 1];
    const z = result[3 * e + 2];
    const o = 3 * (v + e);
    X[o] = pose[9] + pose[0] * x + pose[1] * y + pose[2] * z;
    X[o + 1] = pose[10] + pose[3] * x + pose[4] * y + pose[5] * z;
    X[o + 2] = pose[11] + pose[6] * x + pose[7] * y + pose[8] * z;
    curve_m[v + e] = 0;
  }
  curve_m[v] = result[WRAP_CURVE];
}

/** Takes both contact points of wrap w out of the line, if they are there. */
function removeWrap(data: Data, p: number, w: number): void {
  const v = vertexOfWrap(data, p, w);
  if (v < 0) return;
  const { position_m, held_m, point, slot, along, curve_m, start, count } = data.lines;
  const end = start[p] + count[p];
  position_m.copyWithin(3 * v, 3 * (v + 2), 3 * end);
  held_m.copyWithin(3 * v, 3 * (v + 2), 3 * end);
  point.copyWithin(v, v + 2, end);
  slot.copyWithin(v, v + 2, end);
  along.copyWithin(v, v + 2, end);
  curve_m.copyWithin(v, v + 2, end);
  count[p] -= 2;
}

/** First contact point of wrap w in the line of path p, or −1. */
export function vertexOfWrap(data: Data, p: number, w: number): number {
  const { along, start, count } = data.lines;
  for (let v = start[p]; v < start[p] + count[p]; v++) if (along[v] === w) return v;
  return -1;
}

/** Moves the contact points of all objects on the line until none moves, each staying between its neighbours. */
function refine(model: Model, data: Data, p: number, from: number, n: number): void {
  let wrapped = 0;
  for (let i = 0; i < n; i++) if (vertexOfWrap(data, p, from + i) >= 0) wrapped++;
  if (wrapped < 2) return;
  const { lines } = data;
  let last = Infinity;
  for (let round = 0; round < MAX_REFINEMENTS; round++) {
    for (let v = lines.start[p]; v < lines.start[p] + lines.count[p]; v++) {
      if (lines.along[v] < 0) continue;
      setWrapPose(model, data, model.pathWrapObject[lines.along[v]]);
      setEnds(data, v - 1, v + 2, data.lines.position_m);
      if (wrapSegment(model, data, lines.along[v]) < WRAPPED) return;
      placeContacts(data, v, data.scratch.wrap.result);
    }
    setLineLength(data, p, lines.position_m);
    const length = data.scratch.wrap.length[0];
    if (Math.abs(length - last) < REFINED_M) return;
    last = length;
  }
}

/**
 * Sets `data.scratch.wrap` (pose, ends, result with gradients) for the wrap whose first contact point is vertex v.
 * Returns whether the straight pieces' pull is the gradient (a geodesic).
 */
export function evaluateWrap(model: Model, data: Data, v: number): boolean {
  const w = data.lines.along[v];
  const object = model.pathWrapObject[w];
  const kind = model.wrapKind[object];
  if (kind === WRAP_CYLINDER || kind === WRAP_SPHERE) return true;
  setWrapPose(model, data, object);
  setEnds(data, v - 1, v + 2, data.lines.position_m);
  wrapSegment(model, data, w);
  const { ends, local, inner, result } = data.scratch.wrap;
  const s = 3 * object;
  const axis = model.wrapAxis[object];
  const sign = model.wrapSign[object];
  if (kind === WRAP_ELLIPSOID) {
    setEllipsoidGradients(ends, model.wrapSize, s, model.pathWrapMethod[w], axis, sign, inner, result);
  } else {
    setTorusGradients(ends, model.wrapSize, s, axis, sign, local, inner, result);
  }
  return false;
}
