/**
 * Puts the body where its contacts and its balance want it: damped Gauss–Newton on points of bodies that stay at places in
 * ground, the centre of mass, and coordinates drawn towards values. Coordinates that are not varied stay as they are.
 */
import { choleskyFactor, choleskySolve } from "../effort/cholesky.ts";
import { settleCouplers } from "../kinematics/couplers.ts";
import { setVelocities } from "../kinematics/motion.ts";
import { pointPosition, pointVelocity } from "../kinematics/points.ts";
import { setPositions } from "../kinematics/positions.ts";
import type { Data, Model } from "../model/model.ts";

/** A point of a body [m, body frame] and where it shall be [m, ground]; NaN: that direction is free. */
export interface PointGoal {
  readonly body: number;
  readonly local_m: Float64Array; // [3]
  readonly target_m: Float64Array; // [3]
  /** Weight of a metre. */
  readonly weight: number;
}

export interface PlaceGoals {
  readonly points: readonly PointGoal[];
  /** Centre of mass [m, ground], NaN: free. [3] */
  readonly com_m: Float64Array;
  readonly comWeight: number;
  /** Coordinates that may change. */
  readonly vary: Int32Array;
  /** Where coordinates are drawn to, and the weight of a radian (or metre); weight 0: not drawn. [nQ] */
  readonly rest: Float64Array;
  readonly restWeight: Float64Array;
}

export interface PlaceWork {
  readonly model: Model;
  readonly data: Data;
  readonly mass_kg: number;
  readonly unit: Float64Array; // [nQ]
  readonly point: Float64Array; // [3]
  readonly velocity: Float64Array; // [3]
  readonly com: Float64Array; // [3]
  readonly tried: Float64Array; // [nQ]
  jacobian: Float64Array;
  residual: Float64Array;
  normal: Float64Array;
  step: Float64Array;
}

export function makePlaceWork(model: Model, data: Data): PlaceWork {
  const n = model.nCoordinates;
  return {
    model,
    data,
    mass_kg: model.bodyMass_kg.reduce((a, b) => a + b, 0),
    unit: new Float64Array(n),
    point: new Float64Array(3),
    velocity: new Float64Array(3),
    com: new Float64Array(3),
    tried: new Float64Array(n),
    jacobian: new Float64Array(0),
    residual: new Float64Array(0),
    normal: new Float64Array(n * n),
    step: new Float64Array(n),
  };
}

/** Centre of mass of the whole body [m, ground]; after `setPositions`. Allocates nothing. */
export function centreOfMass(model: Model, data: Data, mass_kg: number, out: Float64Array): void {
  const { bodyRotation: R, bodyPosition_m: P } = data;
  const C = model.bodyCom_m;
  out[0] = out[1] = out[2] = 0;
  for (let b = 1; b < model.nBodies; b++) {
    const share = model.bodyMass_kg[b] / mass_kg;
    const r = 9 * b;
    const o = 3 * b;
    for (let k = 0; k < 3; k++) {
      const row = r + 3 * k;
      out[k] += share * (P[o + k] + R[row] * C[o] + R[row + 1] * C[o + 1] + R[row + 2] * C[o + 2]);
    }
  }
}

/** Its velocity; after `setVelocities`. */
function centreVelocity(model: Model, data: Data, mass_kg: number, out: Float64Array): void {
  const { bodyRotation: R, bodyOmega: W, bodyVelocity: V } = data;
  const C = model.bodyCom_m;
  out[0] = out[1] = out[2] = 0;
  for (let b = 1; b < model.nBodies; b++) {
    const share = model.bodyMass_kg[b] / mass_kg;
    if (share === 0) continue;
    const r = 9 * b;
    const o = 3 * b;
    const x = R[r] * C[o] + R[r + 1] * C[o + 1] + R[r + 2] * C[o + 2];
    const y = R[r + 3] * C[o] + R[r + 4] * C[o + 1] + R[r + 5] * C[o + 2];
    const z = R[r + 6] * C[o] + R[r + 7] * C[o + 1] + R[r + 8] * C[o + 2];
    out[0] += share * (V[o] + W[o + 1] * z - W[o + 2] * y);
    out[1] += share * (V[o + 1] + W[o + 2] * x - W[o] * z);
    out[2] += share * (V[o + 2] + W[o] * y - W[o + 1] * x);
  }
}

function countOf(goals: PlaceGoals): number {
  let n = goals.vary.length;
  for (const goal of goals.points) for (let k = 0; k < 3; k++) if (!Number.isNaN(goal.target_m[k])) n++;
  for (let k = 0; k < 3; k++) if (!Number.isNaN(goals.com_m[k])) n++;
  return n;
}

/** Half the sum of squares at q, residuals into the work; sets `data` to q. */
function setResiduals(work: PlaceWork, goals: PlaceGoals, q: Float64Array): number {
  const { model, data, residual, point, com } = work;
  settleCouplers(model, data, q);
  setPositions(model, data, q);
  let r = 0;
  let sum = 0;
  for (const goal of goals.points) {
    pointPosition(data, goal.body, goal.local_m, 0, point, 0);
    for (let k = 0; k < 3; k++) {
      if (!Number.isNaN(goal.target_m[k])) residual[r++] = goal.weight * (point[k] - goal.target_m[k]);
    }
  }
  centreOfMass(model, data, work.mass_kg, com);
  for (let k = 0; k < 3; k++) {
    if (!Number.isNaN(goals.com_m[k])) residual[r++] = goals.comWeight * (com[k] - goals.com_m[k]);
  }
  for (let i = 0; i < goals.vary.length; i++) {
    const c = goals.vary[i];
    residual[r++] = goals.restWeight[c] * (q[c] - goals.rest[c]);
  }
  for (let k = 0; k < r; k++) sum += residual[k] * residual[k];
  return 0.5 * sum;
}

/** Columns of the Jacobian by unit velocities. */
function setJacobian(work: PlaceWork, goals: PlaceGoals, q: Float64Array, rows: number): void {
  const { model, data, unit, point, velocity, jacobian } = work;
  const m = goals.vary.length;
  jacobian.fill(0, 0, rows * m);
  for (let i = 0; i < m; i++) {
    unit.fill(0);
    unit[goals.vary[i]] = 1;
    settleCouplers(model, data, q, unit);
    setVelocities(model, data, unit);
    let r = 0;
    for (const goal of goals.points) {
      pointPosition(data, goal.body, goal.local_m, 0, point, 0);
      pointVelocity(data, goal.body, point, 0, velocity, 0);
      for (let k = 0; k < 3; k++) {
        if (!Number.isNaN(goal.target_m[k])) jacobian[r++ * m + i] = goal.weight * velocity[k];
      }
    }
    centreVelocity(model, data, work.mass_kg, velocity);
    for (let k = 0; k < 3; k++) {
      if (!Number.isNaN(goals.com_m[k])) jacobian[r++ * m + i] = goals.comWeight * velocity[k];
    }
    jacobian[(r + i) * m + i] = goals.restWeight[goals.vary[i]];
  }
}

/**
 * Moves q until the goals are met as well as they can be; `data` holds the poses of the answer. Ranges of coordinates are kept.
 * @param q [nQ] rad or m; changed in place
 * @returns root of the sum of squared weighted residuals
 */
export function placeBody(work: PlaceWork, goals: PlaceGoals, q: Float64Array, most = 30): number {
  const { model, tried, step, normal } = work;
  const rows = countOf(goals);
  const m = goals.vary.length;
  if (work.residual.length < rows) work.residual = new Float64Array(rows);
  if (work.jacobian.length < rows * m) work.jacobian = new Float64Array(rows * m);
  let cost = setResiduals(work, goals, q);
  let damping = 1e-6;
  for (let iteration = 0; iteration < most; iteration++) {
    setJacobian(work, goals, q, rows);
    const { jacobian: J, residual } = work;
    let improved = false;
    let size = 0;
    for (let attempt = 0; attempt < 8 && !improved; attempt++) {
      for (let i = 0; i < m; i++) {
        for (let j = 0; j <= i; j++) {
          let sum = i === j ? damping : 0;
          for (let r = 0; r < rows; r++) sum += J[r * m + i] * J[r * m + j];
          normal[i * m + j] = sum;
        }
        let sum = 0;
        for (let r = 0; r < rows; r++) sum -= J[r * m + i] * residual[r];
        step[i] = sum;
      }
      choleskyFactor(normal, m, 1e-12);
      choleskySolve(normal, m, step);
      tried.set(q);
      size = 0;
      for (let i = 0; i < m; i++) {
        const c = goals.vary[i];
        const low = model.coordinateRange[2 * c];
        const high = model.coordinateRange[2 * c + 1];
        const next = q[c] + step[i];
        // a start outside the range may stay there, but not leave it further
        tried[c] =
          model.coordinateClamped[c] === 1 ? Math.min(Math.max(next, Math.min(low, q[c])), Math.max(high, q[c])) : next;
        size = Math.max(size, Math.abs(tried[c] - q[c]));
      }
      const next = setResiduals(work, goals, tried);
      if (next <= cost) {
        improved = true;
        size = cost - next < 1e-14 * (1 + cost) ? 0 : size;
        cost = next;
        q.set(tried);
        damping = Math.max(1e-9, damping / 10);
      } else {
        damping *= 30;
        setResiduals(work, goals, q);
      }
    }
    if (!improved || size < 1e-9) break;
  }
  setResiduals(work, goals, q);
  return Math.sqrt(2 * cost);
}
