/**
 * A musculoskeletal model as it was read: typed, resolved to bodies, in SI units and radians, not yet compiled.
 * Every item knows where it was written (`source`). Frames written as offsets of other frames are already resolved to
 * the body that carries them, so that nothing here refers to a frame by name.
 */

import type { MuscleParameters } from "./muscleParameters.ts";

export type * from "./muscleParameters.ts";

/** Where an item was written. `line` counts from 1. */
export interface Source {
  readonly file: string;
  readonly line: number;
}

export type Vec3 = readonly [number, number, number];

/** Row-major 3×3 rotation. */
export type Mat3 = readonly [number, number, number, number, number, number, number, number, number];

/** A frame fixed on a body: `rotation` maps frame vectors to body vectors, `translation` [m] is the origin in the body. */
export interface Placement {
  /** Name of the carrying body, or "ground". */
  readonly body: string;
  readonly rotation: Mat3;
  readonly translation: Vec3;
}

/** A scalar function; see `functions.ts` for how each is evaluated. */
export type FunctionDescription =
  | { readonly kind: "constant"; readonly value: number }
  /** Σ coefficients[i]·xᵢ + the last coefficient. */
  | { readonly kind: "linear"; readonly coefficients: readonly number[] }
  /** Interpolating cubic with OpenSim's own end conditions; extrapolated linearly. */
  | { readonly kind: "simmSpline"; readonly x: readonly number[]; readonly y: readonly number[] }
  /** Highest power first. */
  | { readonly kind: "polynomial"; readonly coefficients: readonly number[] }
  | { readonly kind: "multiplier"; readonly scale: number; readonly function: FunctionDescription }
  | { readonly kind: "piecewiseLinear"; readonly x: readonly number[]; readonly y: readonly number[] }
  /** amplitude·sin(omega·x + phase) + offset. */
  | {
      readonly kind: "sine";
      readonly amplitude: number;
      readonly omega: number;
      readonly phase: number;
      readonly offset: number;
    }
  /** Natural interpolating spline of odd degree (OpenSim's GCVSpline with no smoothing). */
  | {
      readonly kind: "gcvSpline";
      readonly degree: number;
      readonly x: readonly number[];
      readonly y: readonly number[];
    };

export interface BodyDescription {
  readonly name: string;
  readonly source: Source;
  readonly mass_kg: number;
  /** Centre of mass in the body frame [m]. */
  readonly massCenter_m: Vec3;
  /** xx, yy, zz, xy, xz, yz about the centre of mass, in the body's axes [kg m²]. */
  readonly inertia_kgm2: readonly [number, number, number, number, number, number];
}

export type MotionType = "rotational" | "translational" | "coupled";

export interface CoordinateDescription {
  readonly name: string;
  readonly source: Source;
  readonly joint: string;
  readonly motionType: MotionType;
  /** [rad] or [m]. */
  readonly range: readonly [number, number];
  readonly defaultValue: number;
  readonly defaultSpeed: number;
  readonly clamped: boolean;
  readonly locked: boolean;
  /** When `prescribed`, the value as a function of time [s]. */
  readonly prescribed: boolean;
  readonly prescribedFunction: FunctionDescription | null;
}

/** One of the six axes of a joint: value = function(coordinates), applied along or about `axis`. */
export interface TransformAxisDescription {
  readonly axis: Vec3;
  /** Coordinate names, in the order of the function's arguments; empty for a constant. */
  readonly coordinates: readonly string[];
  readonly function: FunctionDescription;
}

/** The joint types that are understood; each is expressed by its six axes. */
export type JointType =
  | "CustomJoint"
  | "PinJoint"
  | "SliderJoint"
  | "UniversalJoint"
  | "GimbalJoint"
  | "BallJoint"
  | "PlanarJoint"
  | "FreeJoint"
  | "WeldJoint";

/** Child pose in parent frame: translations along the parent frame's axes, then the three rotations in turn. */
export interface JointDescription {
  readonly name: string;
  readonly source: Source;
  readonly type: JointType;
  /** The axes give the parent's pose in the child's frame (an option of files before version 4). */
  readonly reversed: boolean;
  readonly parent: Placement;
  readonly child: Placement;
  readonly coordinates: readonly CoordinateDescription[];
  readonly rotations: readonly [TransformAxisDescription, TransformAxisDescription, TransformAxisDescription];
  readonly translations: readonly [TransformAxisDescription, TransformAxisDescription, TransformAxisDescription];
}

/** dependent = scale · function(independent…), where enforced. */
export interface CouplerDescription {
  readonly name: string;
  readonly source: Source;
  readonly dependent: string;
  readonly independent: readonly string[];
  readonly function: FunctionDescription;
  readonly scale: number;
  readonly enforced: boolean;
}

export interface MarkerDescription {
  readonly name: string;
  readonly source: Source;
  readonly body: string;
  readonly location_m: Vec3;
  readonly fixed: boolean;
}

export type WrapShape =
  | { readonly kind: "cylinder"; readonly radius_m: number; readonly length_m: number }
  | { readonly kind: "sphere"; readonly radius_m: number }
  | { readonly kind: "ellipsoid"; readonly radii_m: Vec3 }
  | { readonly kind: "torus"; readonly innerRadius_m: number; readonly outerRadius_m: number };

/** Which half of the wrap object the path may run on: an axis (0 x, 1 y, 2 z) and its sign, or everywhere. */
export type WrapQuadrant = "all" | { readonly axis: 0 | 1 | 2; readonly sign: 1 | -1 };

export interface WrapDescription {
  readonly name: string;
  readonly source: Source;
  readonly placement: Placement;
  readonly shape: WrapShape;
  readonly quadrant: WrapQuadrant;
  readonly active: boolean;
}

interface PathPointBase {
  readonly name: string;
  readonly source: Source;
  readonly body: string;
}

export type PathPointDescription =
  | (PathPointBase & { readonly kind: "fixed"; readonly location_m: Vec3 })
  /** On the path only while the coordinate is within `range` (ends included). */
  | (PathPointBase & {
      readonly kind: "conditional";
      readonly location_m: Vec3;
      readonly coordinate: string;
      readonly range: readonly [number, number];
    })
  /** Moves in its frame: each of x, y, z is a function of a coordinate (null: a constant function). */
  | (PathPointBase & {
      readonly kind: "moving";
      readonly placement: Placement;
      readonly coordinates: readonly [string | null, string | null, string | null];
      readonly functions: readonly [FunctionDescription, FunctionDescription, FunctionDescription];
    });

export type WrapMethod = "hybrid" | "midpoint" | "axial";

export interface PathWrapDescription {
  readonly source: Source;
  /** Name of the wrap object, and the body that carries it (names may repeat on different bodies). */
  readonly wrap: string;
  readonly body: string;
  readonly method: WrapMethod;
  /** First and last path point (counted from 1) between which the path may wrap; -1: no limit. */
  readonly range: readonly [number, number];
}

export interface PathDescription {
  readonly points: readonly PathPointDescription[];
  readonly wraps: readonly PathWrapDescription[];
}

interface ActuatorBase {
  readonly name: string;
  readonly source: Source;
  readonly appliesForce: boolean;
  readonly minControl: number;
  readonly maxControl: number;
}

export interface MuscleDescription extends ActuatorBase {
  /** The type as written in the file. */
  readonly type: string;
  readonly parameters: MuscleParameters;
  readonly maxIsometricForce_N: number;
  readonly optimalFiberLength_m: number;
  readonly tendonSlackLength_m: number;
  readonly pennationAtOptimal_rad: number;
  /** Optimal fibre lengths per second. */
  readonly maxContractionVelocity_per_s: number;
  readonly ignoreTendonCompliance: boolean;
  readonly ignoreActivationDynamics: boolean;
  readonly path: PathDescription;
}

/** Force (or torque) = control · optimalForce. */
export type ActuatorDescription =
  | (ActuatorBase & { readonly kind: "coordinate"; readonly coordinate: string; readonly optimalForce: number })
  | (ActuatorBase & {
      readonly kind: "point";
      readonly body: string;
      readonly point_m: Vec3;
      readonly pointIsGlobal: boolean;
      readonly direction: Vec3;
      readonly forceIsGlobal: boolean;
      readonly optimalForce: number;
    })
  | (ActuatorBase & {
      readonly kind: "torque";
      readonly bodyA: string;
      readonly bodyB: string;
      readonly axis: Vec3;
      readonly torqueIsGlobal: boolean;
      readonly optimalForce: number;
    })
  | (ActuatorBase & { readonly kind: "path"; readonly path: PathDescription; readonly optimalForce: number });

/** Forces that act by themselves, from position and speed. */
export type PassiveForceDescription =
  | {
      readonly kind: "coordinateLimit";
      readonly name: string;
      readonly source: Source;
      readonly appliesForce: boolean;
      readonly coordinate: string;
      /** As written: rotational ones in Nm/deg, degrees, Nm/(deg/s); translational ones in N/m, m, N/(m/s). */
      readonly upperStiffness: number;
      readonly upperLimit: number;
      readonly lowerStiffness: number;
      readonly lowerLimit: number;
      readonly damping: number;
      readonly transition: number;
    }
  | {
      readonly kind: "springGeneralized";
      readonly name: string;
      readonly source: Source;
      readonly appliesForce: boolean;
      readonly coordinate: string;
      readonly stiffness: number;
      readonly restLength: number;
      readonly viscosity: number;
    }
  | {
      readonly kind: "bushing";
      readonly name: string;
      readonly source: Source;
      readonly appliesForce: boolean;
      readonly frame1: Placement;
      readonly frame2: Placement;
      readonly rotationalStiffness: Vec3;
      readonly translationalStiffness: Vec3;
      readonly rotationalDamping: Vec3;
      readonly translationalDamping: Vec3;
    };

/** A named list of forces, as the file's force set groups them. */
export interface ForceGroup {
  readonly name: string;
  readonly source: Source;
  readonly members: readonly string[];
}

/** Something in the file that is knowingly left out because it has no part in what is computed (pictures, probes, controllers …). */
export interface IgnoredItem {
  readonly type: string;
  readonly name: string;
  readonly source: Source;
  readonly why: string;
}

/** Order of every list is the file's. */
export interface ModelDescription {
  readonly name: string;
  readonly source: Source;
  /** The document's version, as 40000 for 4.0. */
  readonly version: number;
  readonly gravity_m_s2: Vec3;
  /** Without ground. */
  readonly bodies: readonly BodyDescription[];
  readonly joints: readonly JointDescription[];
  readonly couplers: readonly CouplerDescription[];
  readonly markers: readonly MarkerDescription[];
  readonly wraps: readonly WrapDescription[];
  readonly muscles: readonly MuscleDescription[];
  readonly actuators: readonly ActuatorDescription[];
  readonly passiveForces: readonly PassiveForceDescription[];
  readonly groups: readonly ForceGroup[];
  readonly ignored: readonly IgnoredItem[];
}
