/** Joints and coordinates → descriptions: every joint type becomes six axes. */
import type {
  CoordinateDescription,
  FunctionDescription,
  JointDescription,
  JointType,
  Placement,
  TransformAxisDescription,
  Vec3,
} from "../model/description.ts";
import { compose, fromBodyXyz, ZERO } from "../model/rotation.ts";
import { type FrameRegistry, socketOf } from "./frames.ts";
import { childOf, nameOf, objectsOf, type PropertyReader } from "./properties.ts";
import { defaultCoordinate, motionType, readCoordinate } from "./readCoordinate.ts";
import { isFunctionNode, readFunction } from "./readFunction.ts";
import type { XmlNode } from "./xml.ts";

const X: Vec3 = [1, 0, 0];
const Y: Vec3 = [0, 1, 0];
const Z: Vec3 = [0, 0, 1];

const IDENTITY_FUNCTION: FunctionDescription = { kind: "linear", coefficients: [1, 0] };
const ZERO_FUNCTION: FunctionDescription = { kind: "constant", value: 0 };

/** For each type with fixed axes: the axis (0–2 rotations, 3–5 translations) and direction of each coordinate in turn. */
const FIXED_JOINTS: Readonly<Record<Exclude<JointType, "CustomJoint">, readonly (readonly [number, Vec3])[]>> = {
  WeldJoint: [],
  PinJoint: [[0, Z]],
  SliderJoint: [[3, X]],
  UniversalJoint: [
    [0, X],
    [1, Y],
  ],
  GimbalJoint: [
    [0, X],
    [1, Y],
    [2, Z],
  ],
  BallJoint: [
    [0, X],
    [1, Y],
    [2, Z],
  ],
  PlanarJoint: [
    [0, Z],
    [3, X],
    [4, Y],
  ],
  FreeJoint: [
    [0, X],
    [1, Y],
    [2, Z],
    [3, X],
    [4, Y],
    [5, Z],
  ],
};

const SUPPORTED_JOINTS = ["CustomJoint", ...Object.keys(FIXED_JOINTS)];

const AXIS_NAMES = ["rotation1", "rotation2", "rotation3", "translation1", "translation2", "translation3"];

/** A joint as found, with the child body's name where it sits inside its body (before version 4). */
export interface JointNode {
  readonly node: XmlNode;
  readonly childBody: string | null;
}

/**
 * Reads one joint.
 * @throws OsimError `unsupported-type`, `missing`, `bad-value`, `unknown-name`
 */
export function readJoint(r: PropertyReader, frames: FrameRegistry, joint: JointNode): JointDescription {
  const { node } = joint;
  if (!SUPPORTED_JOINTS.includes(node.name)) {
    throw r.error(
      "unsupported-type",
      node,
      `${r.label(node)} is a joint of a type that is not supported.`,
      `Supported are ${SUPPORTED_JOINTS.join(", ")}.`,
    );
  }
  const type = node.name as JointType;
  const coordinateNodes = objectsOf(childOf(node, "coordinates") ?? childOf(node, "CoordinateSet"));
  for (const c of coordinateNodes) {
    if (c.name !== "Coordinate")
      throw r.error("unsupported-type", c, `${r.label(c)} is no coordinate.`, "Only Coordinate is supported here.");
  }
  const axes = type === "CustomJoint" ? readCustomAxes(r, node) : fixedAxes(r, node, type, coordinateNodes);
  const coordinates = readCoordinates(r, node, type, axes, coordinateNodes);
  return {
    name: nameOf(node),
    source: r.source(node),
    type,
    reversed: r.boolean(node, "reverse", false),
    ...jointFrames(r, frames, joint),
    coordinates,
    rotations: [axes[0], axes[1], axes[2]],
    translations: [axes[3], axes[4], axes[5]],
  };
}

function jointFrames(
  r: PropertyReader,
  frames: FrameRegistry,
  joint: JointNode,
): { parent: Placement; child: Placement } {
  const { node, childBody } = joint;
  const path = `/jointset/${nameOf(node)}`;
  const parentName = childBody === null ? "" : r.text(node, "parent_body", "");
  const parentReference = socketOf(r, node, "parent_frame") || socketOf(r, node, "parent_body") || parentName;
  const childReference = socketOf(r, node, "child_frame") || socketOf(r, node, "child_body") || (childBody ?? "");
  const parent = frames.resolve(parentReference, path, node);
  const child = frames.resolve(childReference, path, node);
  // before 4.0 the offsets are the joint's own
  const old = (placement: Placement, location: string, orientation: string): Placement =>
    compose(placement, fromBodyXyz(r.vector(node, orientation, ZERO)), r.vector(node, location, ZERO));
  const inChild = childOf(node, "location_in_child") || childOf(node, "orientation_in_child") ? "_in_child" : "";
  return {
    parent: old(parent, "location_in_parent", "orientation_in_parent"),
    child: old(child, `location${inChild}`, `orientation${inChild}`),
  };
}

function fixedAxes(
  r: PropertyReader,
  node: XmlNode,
  type: Exclude<JointType, "CustomJoint">,
  coordinateNodes: readonly XmlNode[],
): TransformAxisDescription[] {
  const layout = FIXED_JOINTS[type];
  if (
    coordinateNodes.length > layout.length ||
    (coordinateNodes.length > 0 && coordinateNodes.length < layout.length)
  ) {
    throw r.error(
      "bad-value",
      node,
      `${r.label(node)} has ${coordinateNodes.length} coordinates.`,
      `A ${type} has ${layout.length}.`,
    );
  }
  const axes: TransformAxisDescription[] = [X, Y, Z, X, Y, Z].map((axis) => still(axis));
  for (const [i, [slot, axis]] of layout.entries()) {
    const name = coordinateNodes[i] ? nameOf(coordinateNodes[i]) : `${nameOf(node)}_coord_${i}`;
    axes[slot] = { axis, coordinates: [name], function: IDENTITY_FUNCTION };
  }
  return axes;
}

function still(axis: Vec3): TransformAxisDescription {
  return { axis, coordinates: [], function: ZERO_FUNCTION };
}

function readCustomAxes(r: PropertyReader, node: XmlNode): TransformAxisDescription[] {
  const transform = r.property(node, "SpatialTransform");
  if (!transform) {
    throw r.error(
      "missing",
      node,
      `${r.label(node)} has no <SpatialTransform>.`,
      "Add one, or use another joint type.",
    );
  }
  const axes: TransformAxisDescription[] = [X, Y, Z, X, Y, Z].map((axis) => still(axis));
  let next = 0;
  for (const axisNode of transform.children) {
    if (axisNode.name !== "TransformAxis") continue;
    const named = AXIS_NAMES.indexOf(nameOf(axisNode));
    const slot = named >= 0 ? named : next;
    if (slot > 5) throw r.error("bad-value", axisNode, `${r.label(node)} has more than six axes.`, "Leave six.");
    axes[slot] = readTransformAxis(r, axisNode, axes[slot].axis);
    next = slot + 1;
  }
  for (const side of [0, 3]) {
    const det = determinant(axes[side].axis, axes[side + 1].axis, axes[side + 2].axis);
    if (Math.abs(det) < 1e-5) {
      throw r.error(
        "bad-value",
        transform,
        `The three ${side === 0 ? "rotation" : "translation"} axes of ${r.label(node)} lie in one plane.`,
        "They must span space.",
      );
    }
  }
  return axes;
}

function determinant(a: Vec3, b: Vec3, c: Vec3): number {
  return a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
}

function readTransformAxis(r: PropertyReader, node: XmlNode, defaultAxis: Vec3): TransformAxisDescription {
  const raw = r.vector(node, "axis", defaultAxis);
  const length = Math.hypot(...raw);
  if (length < 1e-10) throw r.error("bad-value", node, `The axis of ${r.label(node)} is zero.`, "Give it a direction.");
  const coordinates = [...r.names(node, "coordinates"), ...r.names(node, "coordinate")];
  const functionNode = r.property(node, "function")?.children[0] ?? node.children.find(isFunctionNode);
  let f = functionNode ? readFunction(r, functionNode) : coordinates.length > 0 ? IDENTITY_FUNCTION : ZERO_FUNCTION;
  checkArguments(r, node, f, coordinates);
  if (coordinates.length === 0) f = { kind: "constant", value: constantValue(f) ?? 0 };
  return { axis: [raw[0] / length, raw[1] / length, raw[2] / length], coordinates, function: f };
}

/** Value of a function without argument; null where it needs one. */
function constantValue(f: FunctionDescription): number | null {
  if (f.kind === "constant") return f.value;
  if (f.kind === "multiplier") {
    const inner = constantValue(f.function);
    return inner === null ? null : f.scale * inner;
  }
  return null;
}

function innermost(f: FunctionDescription): FunctionDescription {
  return f.kind === "multiplier" ? innermost(f.function) : f;
}

/** Every function has one argument, `linear` as many as it has slopes, a constant any number. */
export function checkArguments(
  r: PropertyReader,
  node: XmlNode,
  f: FunctionDescription,
  names: readonly string[],
): void {
  const inner = innermost(f);
  if (inner.kind === "constant") return;
  const takes = inner.kind === "linear" ? inner.coefficients.length - 1 : 1;
  if (names.length !== takes && !(names.length === 0 && takes === 1 && isStillAxis(inner))) {
    throw r.error(
      "bad-value",
      node,
      `${r.label(node)} gives ${names.length} coordinates to a function of ${takes}.`,
      "Name as many coordinates as the function has arguments.",
    );
  }
}

function isStillAxis(f: FunctionDescription): boolean {
  return f.kind === "linear" || f.kind === "constant";
}

function readCoordinates(
  r: PropertyReader,
  joint: XmlNode,
  type: JointType,
  axes: readonly TransformAxisDescription[],
  nodes: readonly XmlNode[],
): CoordinateDescription[] {
  // the order of a custom joint's coordinates is that of their first use
  const used = [...new Set(axes.flatMap((axis) => [...axis.coordinates]))];
  const byName = new Map(nodes.map((node) => [nameOf(node), node]));
  if (byName.size < nodes.length || byName.has("")) {
    throw r.error("duplicate-name", joint, `Coordinates of ${r.label(joint)} share a name or have none.`, "Name each.");
  }
  const unused = nodes.find((node) => !used.includes(nameOf(node)));
  if (unused) {
    throw r.error(
      "bad-value",
      unused,
      `${r.label(unused)} moves no axis of its joint.`,
      "Use it in an axis or remove it.",
    );
  }
  const order = type === "CustomJoint" ? used : FIXED_JOINTS[type].map((entry) => axes[entry[0]].coordinates[0]);
  return order.map((name) => {
    const motion = motionType(name, axes);
    const node = byName.get(name);
    return node ? readCoordinate(r, joint, node, motion) : defaultCoordinate(r, joint, name, motion);
  });
}
