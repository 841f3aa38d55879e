/**
 * The actuators of a model that are not muscles (reserve, residual and ideal ones): force or torque = control · optimal
 * force. `coordinate`: a generalised force; `point`: a force on a body at a point; `torque`: on a body, its opposite on
 * another; `path`: a tension along a path.
 */
import { addForce, addTorque } from "../dynamics/inverseDynamics.ts";
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

/**
 * Adds `scale` times the generalised force at control 1 to `out` [nQ] (couplers not followed); after `setPositions` and
 * `setPaths`. Allocates nothing.
 */
export function addActuatorForce(
  model: Model,
  data: Data,
  set: ActuatorSet,
  i: number,
  scale: number,
  out: Float64Array,
): void {
  if (set.applies[i] === 0) return;
  const force = scale * set.optimalForce[i];
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
  place(data, set, i, placed);
  const fx = force * placed[0];
  const fy = force * placed[1];
  const fz = force * placed[2];
  if (set.kind[i] === TORQUE) {
    addWrench(model, data, target, 0, 0, 0, fx, fy, fz, out);
    addWrench(model, data, set.other[i], 0, 0, 0, -fx, -fy, -fz, out);
    return;
  }
  const mx = placed[4] * fz - placed[5] * fy;
  const my = placed[5] * fx - placed[3] * fz;
  const mz = placed[3] * fy - placed[4] * fx;
  addWrench(model, data, target, fx, fy, fz, mx, my, mz, out);
}

/** Generalised force of a force and a moment about the ground origin on a body. */
function addWrench(
  model: Model,
  data: Data,
  body: number,
  fx: number,
  fy: number,
  fz: number,
  mx: number,
  my: number,
  mz: number,
  out: Float64Array,
): void {
  const { axisSpatial: S, axisSlope } = data;
  for (let b = body; b > 0; b = model.bodyParent[b]) {
    for (let a = model.axisOfBody[b]; a < model.axisOfBody[b + 1]; a++) {
      const s = 6 * a;
      const along = S[s] * mx + S[s + 1] * my + S[s + 2] * mz + S[s + 3] * fx + S[s + 4] * fy + S[s + 5] * fz;
      for (let d = model.axisDependStart[a]; d < model.axisDependStart[a + 1]; d++) {
        out[model.axisDependCoordinate[d]] += axisSlope[d] * along;
      }
    }
  }
}

/**
 * Adds what an actuator does at a control to the loads on the bodies. A coordinate actuator loads no body: it is part of
 * what its joint passes on. Path actuators are added by the caller as tensions. Allocates nothing.
 */
export function addActuatorLoad(data: Data, set: ActuatorSet, i: number, control: number): void {
  if (set.applies[i] === 0 || set.kind[i] === COORDINATE || set.kind[i] === PATH) return;
  place(data, set, i, placed);
  const force = control * set.optimalForce[i];
  const fx = force * placed[0];
  const fy = force * placed[1];
  const fz = force * placed[2];
  if (set.kind[i] === TORQUE) {
    addTorque(data, set.target[i], fx, fy, fz);
    addTorque(data, set.other[i], -fx, -fy, -fz);
  } else {
    addForce(data, set.target[i], fx, fy, fz, placed[3], placed[4], placed[5]);
  }
}

/** 1 where an actuator acts on a coordinate alone: a reserve, as OpenSim writes one. */
export function isReserve(set: ActuatorSet, i: number): boolean {
  return set.kind[i] === COORDINATE;
}
