/** Joints → one-axis chains, bodies and coordinates in flat arrays. */
import type { FunctionTableBuilder } from "./functions.ts";
import type {
  BodyDescription,
  JointDescription,
  Mat3,
  ModelDescription,
  TransformAxisDescription,
  Vec3,
} from "./description.ts";
import { AXIS_ROTATION, AXIS_TRANSLATION } from "./model.ts";
import { aboutAxis, add, IDENTITY, multiply, rotate, transpose, ZERO } from "./rotation.ts";

interface Rigid {
  rotation: Mat3;
  translation: Vec3;
}

interface Axis {
  readonly kind: number;
  readonly direction: Vec3;
  readonly functionIndex: number;
  readonly coordinates: readonly number[];
  readonly pre: Rigid;
}

const RESTING: Rigid = { rotation: IDENTITY, translation: ZERO };

function after(a: Rigid, b: Rigid): Rigid {
  return {
    rotation: multiply(a.rotation, b.rotation),
    translation: add(a.translation, rotate(a.rotation, b.translation)),
  };
}

function inverse(a: Rigid): Rigid {
  const rotation = transpose(a.rotation);
  const t = rotate(rotation, a.translation);
  return { rotation, translation: [-t[0], -t[1], -t[2]] };
}

function isIdentity(a: Rigid): boolean {
  return a.rotation.every((v, i) => v === IDENTITY[i]) && a.translation.every((v) => v === 0);
}

/** Value of an axis that no coordinate moves, else null. */
function fixedValue(axis: TransformAxisDescription): number | null {
  let scale = 1;
  let f = axis.function;
  while (f.kind === "multiplier") {
    scale *= f.scale;
    f = f.function;
  }
  if (f.kind === "constant") return scale * f.value;
  return axis.coordinates.length === 0 ? 0 : null;
}

export interface CompiledTree {
  readonly bodyParent: Int32Array;
  readonly bodyMass_kg: Float64Array;
  readonly bodyCom_m: Float64Array;
  readonly bodyInertia_kgm2: Float64Array;
  readonly axisKind: Uint8Array;
  readonly axisDirection: Float64Array;
  readonly axisFunction: Int32Array;
  readonly axisDependStart: Int32Array;
  readonly axisDependCoordinate: Int32Array;
  readonly axisPreRotation: Float64Array;
  readonly axisPreTranslation: Float64Array;
  readonly axisPreIdentity: Uint8Array;
  readonly bodyPostRotation: Float64Array;
  readonly bodyPostTranslation: Float64Array;
  readonly bodyPostIdentity: Uint8Array;
  readonly axisOfBody: Int32Array;
  readonly jointParentRotation: Float64Array;
  readonly jointParentTranslation: Float64Array;
  readonly jointChildRotation: Float64Array;
  readonly jointChildTranslation: Float64Array;
}

/**
 * @param joints sorted, parents first; joint j carries body j + 1
 * @param bodyIndex number of each body by name, ground 0
 */
export function compileTree(
  model: ModelDescription,
  joints: readonly JointDescription[],
  bodyIndex: ReadonlyMap<string, number>,
  coordinateIndex: ReadonlyMap<string, number>,
  functions: FunctionTableBuilder,
): CompiledTree {
  const bodies = new Map(model.bodies.map((body) => [body.name, body]));
  const axes: Axis[] = [];
  const axisOfBody = [0, 0];
  const posts: Rigid[] = [RESTING];
  for (const joint of joints) {
    posts.push(addJointAxes(joint, coordinateIndex, functions, axes));
    axisOfBody.push(axes.length);
  }
  const ordered = joints.map((joint) => bodies.get(joint.child.body) as BodyDescription);
  return {
    bodyParent: Int32Array.from([-1, ...joints.map((joint) => bodyIndex.get(joint.parent.body) ?? 0)]),
    bodyMass_kg: Float64Array.from([0, ...ordered.map((body) => body.mass_kg)]),
    bodyCom_m: Float64Array.from([ZERO, ...ordered.map((body) => body.massCenter_m)].flat()),
    bodyInertia_kgm2: Float64Array.from([zeros9(), ...ordered.map(fullInertia)].flat()),
    ...packAxes(axes),
    bodyPostRotation: Float64Array.from(posts.flatMap((p) => [...p.rotation])),
    bodyPostTranslation: Float64Array.from(posts.flatMap((p) => [...p.translation])),
    bodyPostIdentity: Uint8Array.from(posts, (p) => (isIdentity(p) ? 1 : 0)),
    axisOfBody: Int32Array.from(axisOfBody),
    jointParentRotation: Float64Array.from(joints.flatMap((j) => [...j.parent.rotation])),
    jointParentTranslation: Float64Array.from(joints.flatMap((j) => [...j.parent.translation])),
    jointChildRotation: Float64Array.from(joints.flatMap((j) => [...j.child.rotation])),
    jointChildTranslation: Float64Array.from(joints.flatMap((j) => [...j.child.translation])),
  };
}

function packAxes(axes: readonly Axis[]) {
  const dependStart = [0];
  for (const axis of axes) dependStart.push((dependStart.at(-1) ?? 0) + axis.coordinates.length);
  return {
    axisKind: Uint8Array.from(axes, (a) => a.kind),
    axisDirection: Float64Array.from(axes.flatMap((a) => [...a.direction])),
    axisFunction: Int32Array.from(axes, (a) => a.functionIndex),
    axisDependStart: Int32Array.from(dependStart),
    axisDependCoordinate: Int32Array.from(axes.flatMap((a) => [...a.coordinates])),
    axisPreRotation: Float64Array.from(axes.flatMap((a) => [...a.pre.rotation])),
    axisPreTranslation: Float64Array.from(axes.flatMap((a) => [...a.pre.translation])),
    axisPreIdentity: Uint8Array.from(axes, (a) => (isIdentity(a.pre) ? 1 : 0)),
  };
}

/** Appends the joint's moving axes and returns what is left between the last of them and the body. */
function addJointAxes(
  joint: JointDescription,
  coordinateIndex: ReadonlyMap<string, number>,
  functions: FunctionTableBuilder,
  axes: Axis[],
): Rigid {
  let pre: Rigid = { rotation: joint.parent.rotation, translation: joint.parent.translation };
  const steps: readonly (readonly [number, TransformAxisDescription])[] = [
    ...joint.translations.map((axis) => [AXIS_TRANSLATION, axis] as const),
    ...joint.rotations.map((axis) => [AXIS_ROTATION, axis] as const),
  ];
  // the other way round: the same steps back
  const sign = joint.reversed ? -1 : 1;
  for (const [kind, axis] of joint.reversed ? steps.toReversed() : steps) {
    const value = fixedValue(axis);
    if (value === null) {
      const coordinates = axis.coordinates.map((name) => coordinateIndex.get(name) as number);
      axes.push({ kind, direction: axis.axis, functionIndex: functions.add(axis.function, sign), coordinates, pre });
      pre = RESTING;
    } else if (value !== 0) {
      pre = after(pre, fixedStep(kind, axis.axis, sign * value));
    }
  }
  return after(pre, inverse({ rotation: joint.child.rotation, translation: joint.child.translation }));
}

function fixedStep(kind: number, axis: Vec3, value: number): Rigid {
  if (kind === AXIS_ROTATION) return { rotation: aboutAxis(axis, value), translation: ZERO };
  return { rotation: IDENTITY, translation: [axis[0] * value, axis[1] * value, axis[2] * value] };
}

function zeros9(): number[] {
  return [0, 0, 0, 0, 0, 0, 0, 0, 0];
}

function fullInertia(body: BodyDescription): number[] {
  const [xx, yy, zz, xy, xz, yz] = body.inertia_kgm2;
  return [xx, xy, xz, xy, yy, yz, xz, yz, zz];
}
