import { evaluateFunction, evaluateFunctionAt } from "../model/functions.ts";
import { type Data, type Model, POINT_CONDITIONAL, POINT_MOVING } from "../model/model.ts";

/** A conditional point counts as active this far beyond its range, as in OpenSim [rad or m]. */
const RANGE_SLACK = 1e-5;

/** Whether path point k is on its path now. */
export function isActive(model: Model, data: Data, k: number): boolean {
  if (model.pointKind[k] !== POINT_CONDITIONAL) return true;
  const c = model.pointExtra[k];
  const value = data.q[model.conditionCoordinate[c]];
  return value >= model.conditionRange[2 * c] - RANGE_SLACK && value <= model.conditionRange[2 * c + 1] + RANGE_SLACK;
}

/** Lays the active points of path p into `data.lines`; after `setPositions`. */
export function setActivePoints(model: Model, data: Data, p: number): void {
  const { pointKind, pointBody, pointLocal_m, pointBodySlot } = model;
  const { bodyRotation: R, bodyPosition_m: P } = data;
  const { start, count, position_m: X, point, slot, along, curve_m } = data.lines;
  let v = start[p];
  for (let k = model.pathPointStart[p]; k < model.pathPointStart[p + 1]; k++) {
    const kind = pointKind[k];
    if (kind === POINT_CONDITIONAL && !isActive(model, data, k)) continue;
    if (kind === POINT_MOVING) {
      placeMovingPoint(model, data, k, 3 * v);
    } else {
      const b = pointBody[k];
      const r = 9 * b;
      const x = pointLocal_m[3 * k];
      const y = pointLocal_m[3 * k + 1];
      const z = pointLocal_m[3 * k + 2];
      X[3 * v] = P[3 * b] + R[r] * x + R[r + 1] * y + R[r + 2] * z;
      X[3 * v + 1] = P[3 * b + 1] + R[r + 3] * x + R[r + 4] * y + R[r + 5] * z;
      X[3 * v + 2] = P[3 * b + 2] + R[r + 6] * x + R[r + 7] * y + R[r + 8] * z;
    }
    point[v] = k;
    slot[v] = pointBodySlot[k];
    along[v] = -1;
    curve_m[v] = 0;
    v++;
  }
  count[p] = v - start[p];
}

/** Evaluates a moving point's functions, keeps their slopes, and writes its place in ground. */
function placeMovingPoint(model: Model, data: Data, k: number, at: number): void {
  const m = model.pointExtra[k];
  const b = model.pointBody[k];
  const out = data.scratch.function3;
  const M = model.movingRotation;
  const T = model.movingTranslation;
  let x = T[3 * m];
  let y = T[3 * m + 1];
  let z = T[3 * m + 2];
  for (let i = 0; i < 3; i++) {
    const c = model.movingCoordinate[3 * m + i];
    const f = model.movingFunction[3 * m + i];
    if (c < 0) evaluateFunction(model.functions, f, 0, out);
    else evaluateFunctionAt(model.functions, f, data.q, c, out);
    data.scratch.movingSlope[3 * m + i] = c < 0 ? 0 : out[1];
    x += M[9 * m + i] * out[0];
    y += M[9 * m + 3 + i] * out[0];
    z += M[9 * m + 6 + i] * out[0];
  }
  const R = data.bodyRotation;
  const P = data.bodyPosition_m;
  const X = data.lines.position_m;
  const r = 9 * b;
  X[at] = P[3 * b] + R[r] * x + R[r + 1] * y + R[r + 2] * z;
  X[at + 1] = P[3 * b + 1] + R[r + 3] * x + R[r + 4] * y + R[r + 5] * z;
  X[at + 2] = P[3 * b + 2] + R[r + 6] * x + R[r + 7] * y + R[r + 8] * z;
}
