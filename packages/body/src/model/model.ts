/**
 * The compiled model and its workspace.
 *
 * A joint is a chain of one-axis motions: translations along the parent frame's axes, then rotations. An axis moves by
 * z = h(coordinates). Bodies are numbered from the root (0 is ground) so that a parent's number is below its
 * child's; coordinates keep the file's order. Everything in `Data` is expressed in ground.
 *
 * Counts: nB bodies with ground, nJ = nB − 1 joints (joint j moves body j + 1), nA axes, nQ coordinates,
 * nD axis–coordinate dependences, nP paths (muscles first, then path actuators), nK path points, nR moment arms stored.
 */
import type { ModelDescription } from "./description.ts";
import type { FunctionTable } from "./functions.ts";

export const AXIS_ROTATION = 0;
export const AXIS_TRANSLATION = 1;

export const POINT_FIXED = 0;
export const POINT_CONDITIONAL = 1;
export const POINT_MOVING = 2;

export const WRAP_CYLINDER = 0;
export const WRAP_SPHERE = 1;
export const WRAP_ELLIPSOID = 2;
export const WRAP_TORUS = 3;

export const METHOD_HYBRID = 0;
export const METHOD_MIDPOINT = 1;
export const METHOD_AXIAL = 2;

/** How a coordinate is decided. */
export const COORDINATE_FREE = 0;
export const COORDINATE_LOCKED = 1;
export const COORDINATE_PRESCRIBED = 2;
export const COORDINATE_COUPLED = 3;

/** Immutable; compiled once by `compileModel`. Matrices are row-major. */
export interface Model {
  readonly description: ModelDescription;
  readonly name: string;

  readonly nBodies: number;
  readonly nJoints: number;
  readonly nAxes: number;
  readonly nCoordinates: number;
  readonly nMuscles: number;
  readonly nPaths: number;

  /** "ground" first. [nB] */
  readonly bodyNames: readonly string[];
  /** Joint j is that of body j + 1. [nJ] */
  readonly jointNames: readonly string[];
  /** In the order of the file's joints. [nQ] */
  readonly coordinateNames: readonly string[];
  /** Muscles in file order, then path actuators. [nP] */
  readonly pathNames: readonly string[];
  readonly markerNames: readonly string[];

  readonly gravity_m_s2: Float64Array; // [3]

  readonly bodyParent: Int32Array; // [nB], ground −1
  readonly bodyMass_kg: Float64Array; // [nB]
  readonly bodyCom_m: Float64Array; // [nB×3] in the body frame
  readonly bodyInertia_kgm2: Float64Array; // [nB×9] about the centre of mass, body axes

  readonly axisKind: Uint8Array; // [nA] AXIS_*
  readonly axisDirection: Float64Array; // [nA×3] unit, in the frame before the axis moves
  readonly axisFunction: Int32Array; // [nA] index into `functions`
  readonly axisDependStart: Int32Array; // [nA+1] into axisDependCoordinate
  readonly axisDependCoordinate: Int32Array; // [nD]
  /** Fixed transform from the frame before (parent body or previous axis) to this axis's frame. */
  readonly axisPreRotation: Float64Array; // [nA×9]
  readonly axisPreTranslation: Float64Array; // [nA×3] m
  readonly axisPreIdentity: Uint8Array; // [nA] 1: pre transform is the identity
  /** The last fixed axis of body b's joint to body b: fixed transform after the last axis. */
  readonly bodyPostRotation: Float64Array; // [nB×9]
  readonly bodyPostTranslation: Float64Array; // [nB×3] m
  readonly bodyPostIdentity: Uint8Array; // [nB]
  /** Axes of body b's joint are axisOfBody[b] … axisOfBody[b+1]−1. [nB+1] */
  readonly axisOfBody: Int32Array;
  /** The joint's own frames, for reactions: the parent offset frame on the parent body, the child's on the child. */
  readonly jointParentRotation: Float64Array; // [nJ×9] frame → parent body
  readonly jointParentTranslation: Float64Array; // [nJ×3] m, in the parent body
  readonly jointChildRotation: Float64Array; // [nJ×9] frame → child body
  readonly jointChildTranslation: Float64Array; // [nJ×3] m, in the child body

  readonly coordinateKind: Uint8Array; // [nQ] COORDINATE_*
  /** 1: an angle [rad]; 0: a length [m] or coupled. `inDegrees` holds for these only. [nQ] */
  readonly coordinateRotational: Uint8Array;
  readonly coordinateDefault: Float64Array; // [nQ] rad or m
  readonly coordinateRange: Float64Array; // [nQ×2]
  readonly coordinateClamped: Uint8Array; // [nQ]
  /** Time function of a prescribed coordinate, else −1. [nQ] */
  readonly coordinatePrescribed: Int32Array;
  /** Joint of each coordinate. [nQ] */
  readonly coordinateJoint: Int32Array;
  /** Coordinates whose motion is free: neither locked, prescribed nor coupled. */
  readonly freeCoordinates: Int32Array;

  /** Enforced couplers, sorted so that each one's independents are settled before it. */
  readonly couplerDependent: Int32Array; // [nC]
  readonly couplerFunction: Int32Array; // [nC]
  readonly couplerIndependentStart: Int32Array; // [nC+1]
  readonly couplerIndependent: Int32Array;

  readonly functions: FunctionTable;

  readonly pathPointStart: Int32Array; // [nP+1]
  /** 1: fixed points alone, nothing to wrap. [nP] */
  readonly pathPlain: Uint8Array;
  /** 1: has moving points. [nP] */
  readonly pathMoves: Uint8Array;
  /** Plain paths: length of the segments within one body [m], and first points of those between bodies. [nP], [nP+1] */
  readonly pathStaticLength_m: Float64Array;
  readonly crossStart: Int32Array;
  readonly crossFrom: Int32Array;
  readonly pointKind: Uint8Array; // [nK] POINT_*
  readonly pointBody: Int32Array; // [nK]
  /** In the body frame; a moving point's is set at run time. [nK×3] m */
  readonly pointLocal_m: Float64Array;
  /** Conditional and moving points: index of the extra record below, else −1. [nK] */
  readonly pointExtra: Int32Array;
  readonly conditionCoordinate: Int32Array;
  readonly conditionRange: Float64Array; // [×2]
  readonly movingCoordinate: Int32Array; // [×3], −1 constant
  readonly movingFunction: Int32Array; // [×3]
  readonly movingRotation: Float64Array; // [×9] frame → body
  readonly movingTranslation: Float64Array; // [×3] m

  readonly wrapKind: Uint8Array; // [nW] WRAP_*
  readonly wrapBody: Int32Array; // [nW]
  readonly wrapRotation: Float64Array; // [nW×9] wrap frame → body
  readonly wrapTranslation: Float64Array; // [nW×3] m
  readonly wrapSize: Float64Array; // [nW×3] cylinder radius, length; sphere radius; ellipsoid radii; torus inner, outer [m]
  readonly wrapAxis: Int8Array; // [nW] constrained axis 0…2, −1 none
  readonly wrapSign: Int8Array; // [nW] ±1
  readonly wrapActive: Uint8Array; // [nW]
  /** Lengths are those of the shortest paths; else as OpenSim 4 reports them, which differ over two and more wrap objects. */
  readonly shortestPaths: boolean;
  readonly pathWrapStart: Int32Array; // [nP+1]
  readonly pathWrapObject: Int32Array;
  readonly pathWrapMethod: Uint8Array; // METHOD_*
  readonly pathWrapFirst: Int32Array; // 0-based point of the path, −1 no limit
  readonly pathWrapLast: Int32Array;

  /**
   * Bodies that path p pulls on or that lie between them: pathBody[pathBodyStart[p] … pathBodyStart[p+1]−1], from the
   * leaves to the root; the last is the root of the path's own tree. pathBodyParent: position in this list, −1 for the last.
   */
  readonly pathBodyStart: Int32Array; // [nP+1]
  readonly pathBody: Int32Array; // [nPB]
  readonly pathBodyParent: Int32Array; // [nPB]
  /** Position in this list of the body of each path point. [nK] */
  readonly pointBodySlot: Int32Array;
  /** Position in this list of the body of each path wrap. */
  readonly pathWrapBodySlot: Int32Array;

  /** Stored moment arms: path p acts on coordinates armCoordinate[armStart[p] … armStart[p+1]−1], ascending. [nP+1], [nR] */
  readonly armStart: Int32Array;
  readonly armCoordinate: Int32Array;
  /** Position in the moment arms of the coordinates of each axis, for each body of each path. */
  readonly armSlotStart: Int32Array; // [nPB+1] into armSlot
  readonly armSlot: Int32Array; // for the axes of the body's joint in turn, each dependence in turn
  /** Likewise of the coordinates of each moving point. [×3], −1 constant */
  readonly movingSlot: Int32Array;

  readonly markerBody: Int32Array; // [nM]
  readonly markerLocal_m: Float64Array; // [nM×3]
}

/** Workspace of one model, reused every frame. All vectors in ground. Made by `makeData`. */
export interface Data {
  // Set by setPositions(model, data, q): q itself (couplers, locks applied by the caller's choice) and all poses.
  readonly q: Float64Array; // [nQ] rad or m
  readonly axisValue: Float64Array; // [nA] z
  readonly axisSlope: Float64Array; // [nD] ∂z/∂q
  readonly axisCurvature: Float64Array; // [nA] ∂²z/∂q² (axes of one coordinate; 0 otherwise)
  /**
   * What one unit of ż does, as a motion of the body-fixed point at the ground origin: turning (3), then moving (3).
   * A rotation about a through o: (a, o × a); a translation along a: (0, a). [nA×6]
   */
  readonly axisSpatial: Float64Array;
  readonly bodyRotation: Float64Array; // [nB×9] body → ground
  readonly bodyPosition_m: Float64Array; // [nB×3] body origin
  // Set by setVelocities(model, data, qd).
  readonly qd: Float64Array; // [nQ]
  readonly axisSpeed: Float64Array; // [nA] ż
  readonly bodyOmega: Float64Array; // [nB×3] rad/s
  readonly bodyVelocity: Float64Array; // [nB×3] m/s of the body origin
  // Set by setAccelerations(model, data, qdd).
  readonly qdd: Float64Array; // [nQ]
  readonly axisAcceleration: Float64Array; // [nA] z̈
  readonly bodyAlpha: Float64Array; // [nB×3] rad/s²
  readonly bodyAcceleration: Float64Array; // [nB×3] m/s² of the body origin, gravity not subtracted
  // Loads on bodies: cleared by clearLoads, added to by addLoad…, addPathTension; read by inverseDynamics.
  readonly loadForce_N: Float64Array; // [nB×3]
  readonly loadMoment_Nm: Float64Array; // [nB×3] about the body origin
  // Set by inverseDynamics: what the joint passes from parent to child, and the generalised forces.
  readonly jointForce_N: Float64Array; // [nB×3] on body b by its joint
  readonly jointMoment_Nm: Float64Array; // [nB×3] about body b's origin
  readonly axisForce: Float64Array; // [nA] N or Nm
  readonly tau: Float64Array; // [nQ] Nm or N, constraints ignored (each coordinate its own)
  // Set by setPaths(model, data): after setPositions (speeds: after setVelocities).
  readonly pathLength_m: Float64Array; // [nP]
  readonly pathSpeed_m_s: Float64Array; // [nP] lengthening positive
  readonly momentArm_m: Float64Array; // [nR] −∂L/∂q, laid out by armStart/armCoordinate; m (per rad) or 1 (per m)
  /** What unit tension of a path does to the bodies it pulls on, laid out by pathBody. */
  readonly pathForce: Float64Array; // [nPB×3]
  readonly pathMoment_m: Float64Array; // [nPB×3] about the ground origin
  /** The lines of the paths as they run, to be drawn. */
  readonly lines: PathLines;
  readonly scratch: Scratch;
}

/** The points of every path as it runs now: those that are active, and where it touches and leaves wrap objects. Set by `setPaths` and `setLines`. */
export interface PathLines {
  /** Points of path p are start[p] … start[p]+count[p]−1. [nP], [nP] */
  readonly start: Int32Array;
  readonly count: Int32Array;
  readonly position_m: Float64Array; // [cap×3] in ground
  /** Where OpenSim's length takes them to be; see `applyWraps`. [cap×3] */
  readonly held_m: Float64Array;
  /** Path point of the model, −1 where it touches a wrap object. [cap] */
  readonly point: Int32Array;
  /** Place of the point's body in the path's list of bodies (`pathBody`). [cap] */
  readonly slot: Int32Array;
  /** Wrap object the path leaves this point along (its surface reaches to the next point), −1: straight. [cap] */
  readonly along: Int32Array;
  /** Length along the surface from this point to the next, 0 where straight. [cap] m */
  readonly curve_m: Float64Array;
}

/** For the functions themselves. */
export interface Scratch {
  readonly function3: Float64Array; // [3] value, slope, curvature
  readonly movingSlope: Float64Array; // [×3] derivative of each moving point's place in its frame, along its axes
  /** Sum of the wrenches of a path's bodies up to each: force, moment about the ground origin. [most bodies of a path ×6] */
  readonly subtree: Float64Array;
  /** A pull: its direction, then a point on its line, in ground. [6] */
  readonly pull: Float64Array;
  readonly wrap: WrapScratch;
}

/** For wrapping one segment; see `path/wrapResult.ts` for the layout of `result` and `best`. */
export interface WrapScratch {
  readonly result: Float64Array;
  readonly best: Float64Array;
  readonly pose: Float64Array; // [12] rotation wrap → ground, position
  readonly ends: Float64Array; // [6] both ends of the segment in the wrap frame
  readonly local: Float64Array; // [6] both ends in a frame of the shape's own
  readonly inner: Float64Array; // [64] for the shapes themselves
  readonly order: Int32Array; // [most wraps of a path]
  readonly length: Float64Array; // [1] m
  readonly detour: Float64Array; // [1] m
  readonly status: Int32Array; // [most wraps of a path]
  readonly placed: Uint8Array; // [most wraps of a path]
  readonly held: Float64Array; // [most wraps of a path ×6]
}
