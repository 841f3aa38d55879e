/** Coordinates of joints → descriptions. */
import type { CoordinateDescription, MotionType, TransformAxisDescription } from "../model/description.ts";
import { lastName } from "./frames.ts";
import { nameOf, type PropertyReader } from "./properties.ts";
import { readFunctionIn } from "./readFunction.ts";
import type { XmlNode } from "./xml.ts";

/** As OpenSim decides it: pure where a slope of ±1 moves an axis (the last such), else coupled. */
export function motionType(name: string, axes: readonly TransformAxisDescription[]): MotionType {
  let type: MotionType = "coupled";
  for (const [slot, axis] of axes.entries()) {
    if (!axis.coordinates.includes(name) || axis.function.kind !== "linear") continue;
    if (Math.abs(axis.function.coefficients[0]) === 1) type = slot < 3 ? "rotational" : "translational";
  }
  return type;
}

export function readCoordinate(
  r: PropertyReader,
  joint: XmlNode,
  node: XmlNode,
  motion: MotionType,
): CoordinateDescription {
  const range = r.pair(node, "range", [-10, 10]);
  if (range[1] < range[0])
    throw r.error("bad-value", node, `The range of ${r.label(node)} ends before it begins.`, "Exchange its ends.");
  const prescribedFunction = readFunctionIn(r, node, "prescribed_function");
  // before 3.0 a prescribed function alone did not prescribe
  const prescribed = r.boolean(node, "prescribed", false);
  if (prescribed && !prescribedFunction)
    throw r.error("missing", node, `${r.label(node)} is prescribed by no function.`, "Add <prescribed_function>.");
  const defaultValue = r.number(node, "default_value", 0);
  return {
    name: nameOf(node),
    source: r.source(node),
    joint: nameOf(joint),
    motionType: motion,
    range,
    defaultValue,
    defaultSpeed: r.number(node, "default_speed_value", 0),
    clamped: r.boolean(node, "clamped", false),
    locked: r.boolean(node, "locked", false),
    prescribed,
    prescribedFunction,
  };
}

export function defaultCoordinate(
  r: PropertyReader,
  joint: XmlNode,
  name: string,
  motion: MotionType,
): CoordinateDescription {
  return {
    name: lastName(name),
    source: r.source(joint),
    joint: nameOf(joint),
    motionType: motion,
    range: [-10, 10],
    defaultValue: 0,
    defaultSpeed: 0,
    clamped: false,
    locked: false,
    prescribed: false,
    prescribedFunction: null,
  };
}
