/** Joints and coordinates → elements. */
import type {
  CoordinateDescription,
  JointDescription,
  Mat3,
  Placement,
  TransformAxisDescription,
  Vec3,
} from "../model/description.ts";
import { OsimError } from "./osimError.ts";
import { functionElement } from "./writeFunction.ts";
import { boolean, type Element, element, number, numbers } from "./writeXml.ts";

/** Angles are rounded to 1e-13 rad, so that they are those a file said before. */
const ANGLES_PER_RAD = 1e13;

function angle(y: number, x: number): number {
  return Math.round(Math.atan2(y, x) * ANGLES_PER_RAD) / ANGLES_PER_RAD;
}

/** Body-fixed x, y, z angles of a rotation [rad]; where y is a right angle, z is 0. */
export function toBodyXyz(r: Mat3): Vec3 {
  const across = Math.hypot(r[0], r[1]);
  const y = angle(r[2], across);
  if (across > 1e-12) return [angle(-r[5], r[8]), y, angle(-r[1], r[0])];
  return [angle(r[7], r[4]), y, 0];
}

export function framePath(body: string): string {
  return body === "ground" ? "/ground" : `/bodyset/${body}`;
}

export function offsetFrame(name: string, placement: Placement): Element {
  return element(
    "PhysicalOffsetFrame",
    [
      element("socket_parent", framePath(placement.body)),
      numbers("translation", placement.translation),
      numbers("orientation", toBodyXyz(placement.rotation)),
    ],
    name,
  );
}

/** @throws OsimError `unsupported-type` for a reversed joint, which version 4 cannot say */
export function jointElement(joint: JointDescription): Element {
  if (joint.reversed) {
    throw new OsimError(
      "unsupported-type",
      joint.source.file,
      joint.source.line,
      `Joint "${joint.name}" is reversed, which files of version 4 cannot say.`,
      "Exchange its parent and child first.",
    );
  }
  const parent = `${joint.parent.body}_offset`;
  const child = `${joint.child.body}_offset`;
  const parts = [element("socket_parent_frame", parent), element("socket_child_frame", child)];
  if (joint.coordinates.length > 0) parts.push(element("coordinates", joint.coordinates.map(coordinateElement)));
  parts.push(element("frames", [offsetFrame(parent, joint.parent), offsetFrame(child, joint.child)]));
  if (joint.type === "CustomJoint") {
    const axes = [
      ...joint.rotations.map((axis, i) => axisElement(axis, `rotation${i + 1}`)),
      ...joint.translations.map((axis, i) => axisElement(axis, `translation${i + 1}`)),
    ];
    parts.push(element("SpatialTransform", axes));
  }
  return element(joint.type, parts, joint.name);
}

function axisElement(axis: TransformAxisDescription, name: string): Element {
  return element(
    "TransformAxis",
    [
      element("coordinates", axis.coordinates.join(" ")),
      numbers("axis", axis.axis),
      functionElement(axis.function, "function"),
    ],
    name,
  );
}

function coordinateElement(c: CoordinateDescription): Element {
  const prescribed = c.prescribedFunction === null ? [] : [functionElement(c.prescribedFunction)];
  return element(
    "Coordinate",
    [
      number("default_value", c.defaultValue),
      number("default_speed_value", c.defaultSpeed),
      numbers("range", c.range),
      boolean("clamped", c.clamped),
      boolean("locked", c.locked),
      element("prescribed_function", prescribed),
      boolean("prescribed", c.prescribed),
    ],
    c.name,
  );
}
