/**
 * The actuators of a model that are not muscles (reserve, residual and ideal ones): force or torque = control · optimal
 * force. `coordinate`: a generalised force; `point`: a force on a body at a point; `torque`: on a body, its opposite on
 * another; `path`: a tension along a path.
 */
import type { ActuatorDescription } from "../model/description.ts";
import type { Data, Model } from "../model/model.ts";

const COORDINATE = 0;
const POINT = 1;
const TORQUE = 2;
const PATH = 3;

/** Immutable; made by `compileActuators`. nA actuators, in the model's order. */
export interface ActuatorSet {
  readonly count: number;
  readonly names: readonly string[];
  readonly kind: Uint8Array; // [nA]
  /** Coordinate, body, body A, or path. [nA] */
  readonly target: Int32Array;
  /** The coordinate of a coordinate actuator, else −1. [nA] */
  readonly coordinate: Int32Array;
  /** The path of a path actuator, else −1. [nA] */
  readonly path: Int32Array;
  /** Body B of a torque, else −1. [nA] */
  readonly other: Int32Array;
  readonly applies: Uint8Array; // [nA]
  readonly optimalForce: Float64Array; // [nA] N or Nm
  readonly minControl: Float64Array; // [nA]
  readonly maxControl: Float64Array; // [nA]
  /** Point of application [m]; in the body, or in ground where `pointInGround`. [nA×3] */
  readonly point_m: Float64Array;
  readonly pointInGround: Uint8Array; // [nA]
  /** Unit direction or axis; in the body, or in ground where `directionInGround`. [nA×3] */
  readonly direction: Float64Array;
  readonly directionInGround: Uint8Array; // [nA]
}

export function compileActuators(model: Model): ActuatorSet {
  const actuators = model.description.actuators;
  const n = actuators.length;
  const set: ActuatorSet = {
    count: n,
    names: actuators.map((actuator) => actuator.name),
    kind: new Uint8Array(n),
    target: new Int32Array(n),
    coordinate: new Int32Array(n).fill(-1),
    path: new Int32Array(n).fill(-1),
    other: new Int32Array(n).fill(-1),
    applies: Uint8Array.from(actuators, (actuator) => (actuator.appliesForce ? 1 : 0)),
    optimalForce: Float64Array.from(actuators, (actuator) => actuator.optimalForce),
    minControl: Float64Array.from(actuators, (actuator) => actuator.minControl),
    maxControl: Float64Array.from(actuators, (actuator) => actuator.maxControl),
    point_m: new Float64Array(3 * n),
    pointInGround: new Uint8Array(n),
    direction: new Float64Array(3 * n),
    directionInGround: new Uint8Array(n),
  };
  let path = model.nMuscles;
  actuators.forEach((actuator, i) => {
    if (actuator.kind === "path") {
      set.kind[i] = PATH;
      set.path[i] = path;
      set.target[i] = path++;
    } else {
      fillActuator(model, set, i, actuator);
    }
  });
  return set;
}

function fillActuator(
  model: Model,
  set: ActuatorSet,
  i: number,
  actuator: Exclude<ActuatorDescription, { kind: "path" }>,
): void {
  switch (actuator.kind) {
    case "coordinate":
      set.kind[i] = COORDINATE;
      set.target[i] = model.coordinateNames.indexOf(actuator.coordinate);
      set.coordinate[i] = set.target[i];
      break;
    case "point":
      set.kind[i] = POINT;
      set.target[i] = model.bodyNames.indexOf(actuator.body);
      set.point_m.set(actuator.point_m, 3 * i);
      set.pointInGround[i] = actuator.pointIsGlobal ? 1 : 0;
      set.direction.set(unit(actuator.direction), 3 * i);
      set.directionInGround[i] = actuator.forceIsGlobal ? 1 : 0;
      break;
    case "torque":
      set.kind[i] = TORQUE;
      set.target[i] = model.bodyNames.indexOf(actuator.bodyA);
      set.other[i] = model.bodyNames.indexOf(actuator.bodyB);
      set.direction.set(unit(actuator.axis), 3 * i);
      set.directionInGround[i] = actuator.torqueIsGlobal ? 1 : 0;
      break;
  }
}

function unit(v: readonly [number, number, number]): readonly [number, number, number] {
  const size = Math.hypot(v[0], v[1], v[2]);
  return size > 0 ? [v[0] / size, v[1] / size, v[2] / size] : v;
}

/** Coordinates on which an actuator may act, ascending (couplers not followed). */
export function actuatorCoordinates(model: Model, set: ActuatorSet, i: number): number[] {
  if (set.kind[i] === COORDINATE) return [set.target[i]];
  if (set.kind[i] === PATH) {
    return [...model.armCoordinate.subarray(model.armStart[set.target[i]], model.armStart[set.target[i] + 1])];
  }
  const found = new Set<number>();
  for (let start of [set.target[i], set.other[i]]) {
    for (; start > 0; start = model.bodyParent[start]) {
      const from = model.axisDependStart[model.axisOfBody[start]];
      const to = model.axisDependStart[model.axisOfBody[start + 1]];
      for (let d = from; d < to; d++) found.add(model.axisDependCoordinate[d]);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Direction in ground into out[0…2] and, of a point force, the point in ground into out[3…5]. */
function place(data: Data, set: ActuatorSet, i: number, out: Float64Array): void {
  const body = set.target[i];
  const R = data.bodyRotation;
  const r = 9 * body;
  for (let k = 0; k < 3; k++) {
    const row = r + 3 * k;
    const d = 3 * i;
    out[k] =
      set.directionInGround[i] === 1
        ? set.direction[d + k]
        : R[row] * set.direction[d] + R[row + 1] * set.direction[d + 1] + R[row + 2] * set.direction[d + 2];
    out[3 + k] =
      set.pointInGround[i] === 1
        ? set.point_m[d + k]
        : data.bodyPosition_m[3 * body + k] +
          R[row] * set.point_m[d] +
          R[row + 1] * set.point_m[d + 1] +
          R[row + 2] * set.point_m[d + 2];
  }
}

const placed = new Float64Array(6);
/** Force, and moment about the ground origin. */
const wrench = new Float64Array(6);

// Numbers go from function to function in arrays here: a double handed over as an argument may be boxed on the heap.

/**
 * Adds the generalised force of an actuator that gives `actuation[at]` [N or Nm] to `out` [nQ] (couplers not followed);
 * after `setPositions` and `setPaths`. Allocates nothing.
 */
export function addActuatorForce(
  model: Model,
  data: Data,
  set: ActuatorSet,
  i: number,
  actuation: Float64Array,
  at: number,
  out: Float64Array,
): void {
  if (set.applies[i] === 0) return;
  const force = actuation[at];
  const target = set.target[i];
  if (set.kind[i] === COORDINATE) {
    out[target] += force;
    return;
  }
  if (set.kind[i] === PATH) {
    for (let k = model.armStart[target]; k < model.armStart[target + 1]; k++) {
      out[model.armCoordinate[k]] += force * data.momentArm_m[k];
    }
    return;
  }
  setWrench(data, set, i, actuation, at);
  addWrench(model, data, target, out);
  if (set.kind[i] === TORQUE) {
    for (let k = 3; k < 6; k++) wrench[k] = -wrench[k];
    addWrench(model, data, set.other[i], out);
  }
}

/** Force and moment about the ground origin that the actuator puts on its first body, into `wrench`. */
function setWrench(data: Data, set: ActuatorSet, i: number, actuation: Float64Array, at: number): void {
  place(data, set, i, placed);
  const force = actuation[at];
  const x = force * placed[0];
  const y = force * placed[1];
  const z = force * placed[2];
  if (set.kind[i] === TORQUE) {
    wrench[0] = wrench[1] = wrench[2] = 0;
    wrench[3] = x;
    wrench[4] = y;
    wrench[5] = z;
  } else {
    wrench[0] = x;
    wrench[1] = y;
    wrench[2] = z;
    wrench[3] = placed[4] * z - placed[5] * y;
    wrench[4] = placed[5] * x - placed[3] * z;
    wrench[5] = placed[3] * y - placed[4] * x;
  }
}

/** Adds the generalised force of `wrench` on a body. */
function addWrench(model: Model, data: Data, body: number, out: Float64Array): void {
  const { axisSpatial: S, axisSlope } = data;
  for (let b = body; b > 0; b = model.bodyParent[b]) {
    for (let a = model.axisOfBody[b]; a < model.axisOfBody[b + 1]; a++) {
      const s = 6 * a;
      let along = 0;
      for (let k = 0; k < 3; k++) along += S[s + k] * wrench[3 + k] + S[s + 3 + k] * wrench[k];
      for (let d = model.axisDependStart[a]; d < model.axisDependStart[a + 1]; d++) {
        out[model.axisDependCoordinate[d]] += axisSlope[d] * along;
      }
    }
  }
}

/**
 * Adds what an actuator that gives `actuation[at]` [N or Nm] does to the loads on the bodies. A coordinate actuator loads no
 * body: it is part of what its joint passes on. Path actuators are added by the caller as tensions. Allocates nothing.
 */
export function addActuatorLoad(data: Data, set: ActuatorSet, i: number, actuation: Float64Array, at: number): void {
  if (set.applies[i] === 0 || set.kind[i] === COORDINATE || set.kind[i] === PATH) return;
  setWrench(data, set, i, actuation, at);
  addLoad(data, set.target[i]);
  if (set.kind[i] === TORQUE) {
    for (let k = 3; k < 6; k++) wrench[k] = -wrench[k];
    addLoad(data, set.other[i]);
  }
}

/** Adds `wrench` to the loads on a body, its moment brought to the body's origin. */
function addLoad(data: Data, body: number): void {
  const { loadForce_N: F, loadMoment_Nm: M, bodyPosition_m: P } = data;
  const o = 3 * body;
  for (let k = 0; k < 3; k++) F[o + k] += wrench[k];
  M[o] += wrench[3] - (P[o + 1] * wrench[2] - P[o + 2] * wrench[1]);
  M[o + 1] += wrench[4] - (P[o + 2] * wrench[0] - P[o] * wrench[2]);
  M[o + 2] += wrench[5] - (P[o] * wrench[1] - P[o + 1] * wrench[0]);
}

/** 1 where an actuator acts on a coordinate alone: a reserve, as OpenSim writes one. */
export function isReserve(set: ActuatorSet, i: number): boolean {
  return set.kind[i] === COORDINATE;
}
