/** A description → the compiled model, and its workspace. */
import type { CoordinateDescription, ModelDescription } from "./description.ts";
import { compilePaths, compileWraps } from "./compilePaths.ts";
import { compileTree } from "./compileTree.ts";
import { FunctionTableBuilder } from "./functions.ts";
import {
  COORDINATE_COUPLED,
  COORDINATE_FREE,
  COORDINATE_LOCKED,
  COORDINATE_PRESCRIBED,
  type Data,
  type Model,
} from "./model.ts";
import { WRAP_RESULT_SIZE } from "../path/wrapResult.ts";
import { sortCouplers, sortJoints } from "./topology.ts";

export interface CompileOptions {
  /**
   * How the length of a path over several wrap objects is measured: along the shortest path, or, by default, as OpenSim 4
   * reports it (see `applyWraps`). Moment arms are those of the shortest path either way.
   */
  readonly lengths?: "opensim" | "shortest";
}

/**
 * Compiles a description.
 * @throws OsimError `bad-topology` where bodies or couplers do not form a tree
 */
export function compileModel(description: ModelDescription, options: CompileOptions = {}): Model {
  const joints = sortJoints(description);
  const couplers = sortCouplers(description.couplers);
  const coordinates = description.joints.flatMap((joint) => [...joint.coordinates]);
  const names = {
    body: new Map([["ground", 0], ...joints.map((joint, i) => [joint.child.body, i + 1] as const)]),
    coordinate: new Map(coordinates.map((c, i) => [c.name, i])),
  };
  const coupled = new Set(couplers.map((c) => c.dependent));
  const kinds = coordinates.map((c) => coordinateKind(c, coupled));
  const functions = new FunctionTableBuilder();
  const tree = compileTree(description, joints, names.body, names.coordinate, functions);
  const pathActuators = description.actuators.flatMap((a) => (a.kind === "path" ? [a] : []));
  const pathOwners = [...description.muscles, ...pathActuators];
  const paths = compilePaths(
    description,
    pathOwners.map((owner) => owner.path),
    names,
    tree,
    functions,
  );
  const index = (name: string) => names.coordinate.get(name) as number;
  const couplerStart = [0];
  for (const c of couplers) couplerStart.push((couplerStart.at(-1) ?? 0) + c.independent.length);
  const jointNumber = new Map(joints.map((joint, i) => [joint.name, i]));
  return {
    description,
    name: description.name,
    nBodies: joints.length + 1,
    nJoints: joints.length,
    nAxes: tree.axisKind.length,
    nCoordinates: coordinates.length,
    nMuscles: description.muscles.length,
    nPaths: pathOwners.length,
    bodyNames: ["ground", ...joints.map((joint) => joint.child.body)],
    jointNames: joints.map((joint) => joint.name),
    coordinateNames: coordinates.map((c) => c.name),
    pathNames: pathOwners.map((owner) => owner.name),
    markerNames: description.markers.map((m) => m.name),
    gravity_m_s2: Float64Array.from(description.gravity_m_s2),
    ...tree,
    coordinateKind: Uint8Array.from(kinds),
    coordinateRotational: Uint8Array.from(coordinates, (c) => (c.motionType === "rotational" ? 1 : 0)),
    coordinateDefault: Float64Array.from(coordinates, (c) => c.defaultValue),
    coordinateRange: Float64Array.from(coordinates.flatMap((c) => [...c.range])),
    coordinateClamped: Uint8Array.from(coordinates, (c) => (c.clamped ? 1 : 0)),
    coordinatePrescribed: Int32Array.from(coordinates, (c) =>
      c.prescribed && c.prescribedFunction ? functions.add(c.prescribedFunction) : -1,
    ),
    coordinateJoint: Int32Array.from(coordinates, (c) => jointNumber.get(c.joint) as number),
    freeCoordinates: Int32Array.from(coordinates.map((_, i) => i).filter((i) => kinds[i] === COORDINATE_FREE)),
    couplerDependent: Int32Array.from(couplers, (c) => index(c.dependent)),
    couplerFunction: Int32Array.from(couplers, (c) => functions.add(c.function, c.scale)),
    couplerIndependentStart: Int32Array.from(couplerStart),
    couplerIndependent: Int32Array.from(couplers.flatMap((c) => c.independent.map(index))),
    shortestPaths: options.lengths === "shortest",
    ...compileWraps(description.wraps, names),
    ...paths,
    markerBody: Int32Array.from(description.markers, (m) => names.body.get(m.body) ?? 0),
    markerLocal_m: Float64Array.from(description.markers.flatMap((m) => [...m.location_m])),
    functions: functions.build(),
  };
}

function coordinateKind(c: CoordinateDescription, coupled: ReadonlySet<string>): number {
  if (coupled.has(c.name)) return COORDINATE_COUPLED;
  if (c.locked) return COORDINATE_LOCKED;
  return c.prescribed ? COORDINATE_PRESCRIBED : COORDINATE_FREE;
}

function longest(start: Int32Array): number {
  let most = 0;
  for (let i = 1; i < start.length; i++) most = Math.max(most, start[i] - start[i - 1]);
  return most;
}

/** A workspace for the model, all zero but ground's own pose. */
export function makeData(model: Model): Data {
  const f = (n: number) => new Float64Array(n);
  const { nBodies: nB, nAxes: nA, nCoordinates: nQ, nPaths: nP } = model;
  const nPB = model.pathBody.length;
  const start = new Int32Array(nP);
  let capacity = 0;
  for (let p = 0; p < nP; p++) {
    start[p] = capacity;
    const wraps = model.pathWrapStart[p + 1] - model.pathWrapStart[p];
    capacity += model.pathPointStart[p + 1] - model.pathPointStart[p] + 2 * wraps;
  }
  const bodyRotation = f(9 * nB);
  bodyRotation[0] = bodyRotation[4] = bodyRotation[8] = 1;
  return {
    q: f(nQ),
    axisValue: f(nA),
    axisSlope: f(model.axisDependCoordinate.length),
    axisCurvature: f(nA),
    axisSpatial: f(6 * nA),
    bodyRotation,
    bodyPosition_m: f(3 * nB),
    qd: f(nQ),
    axisSpeed: f(nA),
    bodyOmega: f(3 * nB),
    bodyVelocity: f(3 * nB),
    qdd: f(nQ),
    axisAcceleration: f(nA),
    bodyAlpha: f(3 * nB),
    bodyAcceleration: f(3 * nB),
    loadForce_N: f(3 * nB),
    loadMoment_Nm: f(3 * nB),
    jointForce_N: f(3 * nB),
    jointMoment_Nm: f(3 * nB),
    axisForce: f(nA),
    tau: f(nQ),
    pathLength_m: f(nP),
    pathSpeed_m_s: f(nP),
    momentArm_m: f(model.armCoordinate.length),
    pathForce: f(3 * nPB),
    pathMoment_m: f(3 * nPB),
    lines: {
      start,
      count: new Int32Array(nP),
      position_m: f(3 * capacity),
      held_m: f(3 * capacity),
      point: new Int32Array(capacity),
      slot: new Int32Array(capacity),
      along: new Int32Array(capacity),
      curve_m: f(capacity),
    },
    scratch: {
      function3: f(3),
      movingSlope: f(model.movingCoordinate.length),
      subtree: f(6 * longest(model.pathBodyStart)),
      pull: f(6),
      wrap: {
        result: f(WRAP_RESULT_SIZE),
        best: f(WRAP_RESULT_SIZE),
        pose: f(12),
        ends: f(6),
        local: f(6),
        inner: f(64),
        order: new Int32Array(longest(model.pathWrapStart)),
        length: f(1),
        detour: f(1),
        status: new Int32Array(longest(model.pathWrapStart)),
        placed: new Uint8Array(longest(model.pathWrapStart)),
        held: f(6 * longest(model.pathWrapStart)),
      },
    },
  };
}
