/** Bodies, joints and couplers of the built-in model, scaled to a person. */
import type {
  BodyDescription,
  CoordinateDescription,
  CouplerDescription,
  FunctionDescription,
  JointDescription,
  MotionType,
  PassiveForceDescription,
  Source,
  TransformAxisDescription,
  Vec3,
} from "../model/description.ts";
import { fromBodyXyz, IDENTITY } from "../model/rotation.ts";
import {
  type AxisDatum,
  type CoordinateDatum,
  type JointDatum,
  LEG_JOINTS,
  LEVEL_STIFFNESS,
  LUMBAR_COORDINATES,
  LUMBAR_LEVELS,
  PELVIS_JOINT,
  SACRUM_IN_PELVIS_M,
  THORAX_JOINT,
} from "./data/joints.ts";
import { type PersonSize, REFERENCE_HEIGHT_M, REFERENCE_MASS_KG } from "./personSize.ts";
import { type Segment, segments, type TrunkPlaces } from "./segments.ts";
import { bodyOn, pointOn, type Side, SUFFIX, turnOn } from "./sides.ts";

export const SOURCE: Source = { file: "built-in human model", line: 0 };

export interface Skeleton {
  readonly bodies: readonly BodyDescription[];
  readonly joints: readonly JointDescription[];
  readonly couplers: readonly CouplerDescription[];
  readonly passiveForces: readonly PassiveForceDescription[];
}

const SIDES: readonly Side[] = ["right", "left"];
const SIDE_BODIES = ["femur", "tibia", "patella", "talus", "calcn", "toes"] as const;
const SPINE_BODIES = ["lumbar5", "lumbar4", "lumbar3", "lumbar2", "lumbar1", "torso"] as const;
/** Middle of the hips in Christophy's sacrum frame (Delp 1990) at the generic size. */
const HIPS_IN_SACRUM_M: Vec3 = [-0.0707, -0.0661, 0];

/** The skeleton of a person. `size` must have been checked. */
export function skeleton(size: PersonSize): Skeleton {
  const s = size.height_m / REFERENCE_HEIGHT_M;
  const parts = segments(size, trunkPlaces());
  const bodies: BodyDescription[] = [body("pelvis", part(parts, "pelvis"))];
  for (const side of SIDES) {
    for (const name of SIDE_BODIES) bodies.push(body(name + SUFFIX[side], segmentOn(side, part(parts, name))));
  }
  for (const name of SPINE_BODIES) bodies.push(body(name, part(parts, name)));
  return {
    bodies,
    joints: [
      joint("right", PELVIS_JOINT, s, true),
      ...SIDES.flatMap((side) => LEG_JOINTS.map((datum) => joint(side, datum, s, false))),
      ...lumbarJoints(s),
    ],
    couplers: [...SIDES.map(kneecap), ...lumbarCouplers()],
    passiveForces: lumbarSprings(size),
  };
}

/** Origins of the lumbar bodies and the middle of the hips in the thorax's frame, spine neutral. */
function trunkPlaces(): TrunkPlaces {
  const inSacrum: Record<string, Vec3> = {};
  let origin: Vec3 = [0, 0, 0];
  for (const level of LUMBAR_LEVELS) {
    origin = add(origin, subtract(level.inParent, level.inChild));
    inSacrum[level.child] = origin;
  }
  const thorax = add(origin, THORAX_JOINT.inParent);
  return {
    hips_m: subtract(HIPS_IN_SACRUM_M, thorax),
    slices_m: Object.fromEntries(Object.entries(inSacrum).map(([name, v]) => [name, subtract(v, thorax)])),
  };
}

function joint(side: Side, datum: JointDatum, s: number, middle: boolean): JointDescription {
  const name = (plain: string) => (middle ? plain : plain + SUFFIX[side]);
  const orientation = fromBodyXyz(turnOn(side, datum.orientation));
  const own = name(datum.name);
  // the pelvis's translations are metres of the room
  const scale = middle ? 1 : s;
  const rotation = (a: AxisDatum) => axis(a, turnOn(side, a.axis), 1, name);
  const translation = (a: AxisDatum) => axis(a, pointOn(side, a.axis), scale, name);
  return {
    name: own,
    source: SOURCE,
    type: "CustomJoint",
    reversed: false,
    parent: {
      body: bodyOn(side, datum.parent),
      rotation: orientation,
      translation: pointOn(side, times(datum.inParent, s)),
    },
    child: {
      body: bodyOn(side, datum.child),
      rotation: orientation,
      translation: pointOn(side, times(datum.inChild, s)),
    },
    coordinates: datum.coordinates.map((c) => {
      const value = c.name === "pelvis_ty" ? s * c.value : c.value;
      return coordinate({ ...c, value }, name(c.name), own, motionOf(c.name, datum));
    }),
    rotations: [rotation(datum.rotations[0]), rotation(datum.rotations[1]), rotation(datum.rotations[2])],
    translations: [
      translation(datum.translations[0]),
      translation(datum.translations[1]),
      translation(datum.translations[2]),
    ],
  };
}

function motionOf(name: string, datum: JointDatum): MotionType {
  const moves = (a: AxisDatum) => a.coordinate === name && a.polynomial?.length === 2;
  if (datum.translations.some(moves)) return "translational";
  return datum.rotations.some(moves) ? "rotational" : "coupled";
}

function axis(a: AxisDatum, direction: Vec3, scale: number, name: (plain: string) => string): TransformAxisDescription {
  return { axis: direction, coordinates: a.coordinate ? [name(a.coordinate)] : [], function: axisFunction(a, scale) };
}

function axisFunction(a: AxisDatum, scale: number): FunctionDescription {
  if (a.spline) return { kind: "simmSpline", x: a.spline.x, y: a.spline.y.map((y) => scale * y) };
  if (!a.polynomial) return { kind: "constant", value: scale * (a.constant ?? 0) };
  const coefficients = a.polynomial.map((c) => scale * c);
  return a.polynomial.length === 2 ? { kind: "linear", coefficients } : { kind: "polynomial", coefficients };
}

function coordinate(
  c: CoordinateDatum,
  name: string,
  jointName: string,
  motionType: MotionType,
): CoordinateDescription {
  return {
    name,
    source: SOURCE,
    joint: jointName,
    motionType,
    range: c.range,
    defaultValue: c.value,
    defaultSpeed: 0,
    clamped: !c.coupled,
    locked: c.locked ?? false,
    prescribed: false,
    prescribedFunction: null,
  };
}

const LUMBAR_AXES: readonly [Vec3, Vec3, Vec3] = [
  [0, 0, 1],
  [1, 0, 0],
  [0, 1, 0],
];
const MOTIONS = ["FE", "LB", "AR"] as const;

/**
 * The lowest level carries the three coordinates with its own share of them; the others follow through couplers. A share
 * other than 1 makes a coordinate "coupled" in OpenSim's sense: its values are radians in every table.
 */
function lumbarJoints(s: number): JointDescription[] {
  const levels = LUMBAR_LEVELS.map((level, i): JointDescription => {
    const names = i === 0 ? LUMBAR_COORDINATES.map((c) => c.name) : MOTIONS.map((m) => `${level.name}_${m}`);
    const below = i === 0 ? add(level.inParent, SACRUM_IN_PELVIS_M) : level.inParent;
    const turn = (k: 0 | 1 | 2): TransformAxisDescription => ({
      axis: LUMBAR_AXES[k],
      coordinates: [names[k] ?? ""],
      function: { kind: "linear", coefficients: [i === 0 ? level.rhythm[k] : 1, 0] },
    });
    return {
      name: level.name,
      source: SOURCE,
      type: "CustomJoint",
      reversed: false,
      parent: { body: level.parent, rotation: IDENTITY, translation: times(below, s) },
      child: { body: level.child, rotation: IDENTITY, translation: times(level.inChild, s) },
      coordinates: LUMBAR_COORDINATES.map((c, k) => {
        const own: CoordinateDatum = i === 0 ? c : { name: "", range: [-10, 10], value: 0, coupled: true };
        return coordinate(own, names[k] ?? "", level.name, i === 0 ? "coupled" : "rotational");
      }),
      rotations: [turn(0), turn(1), turn(2)],
      translations: still(),
    };
  });
  return [
    ...levels,
    {
      name: THORAX_JOINT.name,
      source: SOURCE,
      type: "WeldJoint",
      reversed: false,
      parent: { body: THORAX_JOINT.parent, rotation: IDENTITY, translation: times(THORAX_JOINT.inParent, s) },
      child: { body: THORAX_JOINT.child, rotation: IDENTITY, translation: [0, 0, 0] },
      coordinates: [],
      rotations: [none([1, 0, 0]), none([0, 1, 0]), none([0, 0, 1])],
      translations: still(),
    },
  ];
}

function none(direction: Vec3): TransformAxisDescription {
  return { axis: direction, coordinates: [], function: { kind: "constant", value: 0 } };
}

function still(): JointDescription["translations"] {
  return [none([1, 0, 0]), none([0, 1, 0]), none([0, 0, 1])];
}

function lumbarCouplers(): CouplerDescription[] {
  return LUMBAR_LEVELS.slice(1).flatMap((level) =>
    MOTIONS.map((motion, k) =>
      coupler(`${level.name}_${motion}`, LUMBAR_COORDINATES[k]?.name ?? "", level.rhythm[k] ?? 0),
    ),
  );
}

/** Discs and ligaments of the five levels in their rhythm, as one spring on each lumbar coordinate; stiffer in a heavier person. */
function lumbarSprings(size: PersonSize): PassiveForceDescription[] {
  return LUMBAR_COORDINATES.map((c, k) => ({
    kind: "springGeneralized",
    name: `${c.name}_stiffness`,
    source: SOURCE,
    appliesForce: true,
    coordinate: c.name,
    stiffness:
      (size.mass_kg / REFERENCE_MASS_KG) *
      LUMBAR_LEVELS.reduce((sum, { rhythm }) => sum + (LEVEL_STIFFNESS.Nm_per_rad[k] ?? 0) * (rhythm[k] ?? 0) ** 2, 0),
    restLength: 0,
    viscosity: 0,
  }));
}

/** The patella's own coordinate is the knee's. */
function kneecap(side: Side): CouplerDescription {
  return coupler(`knee_angle_beta${SUFFIX[side]}`, `knee_angle${SUFFIX[side]}`, 1);
}

function coupler(dependent: string, independent: string, slope: number): CouplerDescription {
  return {
    name: `${dependent}_con`,
    source: SOURCE,
    dependent,
    independent: [independent],
    function: { kind: "linear", coefficients: [slope, 0] },
    scale: 1,
    enforced: true,
  };
}

function body(name: string, segment: Segment): BodyDescription {
  return { name, source: SOURCE, ...segment };
}

function part(parts: Readonly<Record<string, Segment>>, name: string): Segment {
  const found = parts[name];
  if (!found) throw new Error(`no figures for the segment ${name}`);
  return found;
}

function segmentOn(side: Side, segment: Segment): Segment {
  const [xx, yy, zz, xy, xz, yz] = segment.inertia_kgm2;
  const sign = side === "right" ? 1 : -1;
  return {
    mass_kg: segment.mass_kg,
    massCenter_m: pointOn(side, segment.massCenter_m),
    inertia_kgm2: [xx, yy, zz, xy, sign * xz, sign * yz],
  };
}

function add(a: Vec3, b: Vec3): Vec3 {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

function subtract(a: Vec3, b: Vec3): Vec3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function times(v: Vec3, k: number): Vec3 {
  return [k * v[0], k * v[1], k * v[2]];
}
