/** Wrap objects and muscle paths → descriptions. */
import type {
  FunctionDescription,
  PathDescription,
  PathPointDescription,
  PathWrapDescription,
  Placement,
  WrapDescription,
  WrapMethod,
  WrapQuadrant,
  WrapShape,
} from "../model/description.ts";
import { compose, fromBodyXyz, toBody, ZERO } from "../model/rotation.ts";
import { type FrameRegistry, lastName, socketOf } from "./frames.ts";
import { childOf, nameOf, objectsOf, type PropertyReader } from "./properties.ts";
import { readFunctionIn } from "./readFunction.ts";
import type { XmlNode } from "./xml.ts";

const WRAP_SHAPES: Readonly<Record<string, (r: PropertyReader, node: XmlNode) => WrapShape>> = {
  WrapCylinder: (r, node) => ({
    kind: "cylinder",
    radius_m: r.atLeast(node, "radius", 1, 0, true),
    length_m: r.atLeast(node, "length", 1, 0),
  }),
  WrapSphere: (r, node) => ({ kind: "sphere", radius_m: r.atLeast(node, "radius", 0.05, 0, true) }),
  WrapEllipsoid: (r, node) => {
    const radii_m = r.vector(node, "dimensions", [0.05, 0.05, 0.05]);
    if (Math.min(...radii_m) <= 0)
      throw r.error("bad-value", node, `${r.label(node)} has a radius of zero or less.`, "Give it three above zero.");
    return { kind: "ellipsoid", radii_m };
  },
  WrapTorus: (r, node) => {
    const innerRadius_m = r.atLeast(node, "inner_radius", 0.01, 0, true);
    const outerRadius_m = r.atLeast(node, "outer_radius", 0.05, innerRadius_m, true);
    return { kind: "torus", innerRadius_m, outerRadius_m };
  },
};

/**
 * Reads one wrap object of a frame.
 * @throws OsimError `unsupported-type`, `bad-value`
 */
export function readWrap(r: PropertyReader, node: XmlNode, frame: Placement): WrapDescription {
  if (!Object.hasOwn(WRAP_SHAPES, node.name)) {
    throw r.error(
      "unsupported-type",
      node,
      `${r.label(node)} is a wrap object of a type that is not supported.`,
      `Supported are ${Object.keys(WRAP_SHAPES).join(", ")}.`,
    );
  }
  const rotation = fromBodyXyz(r.vector(node, "xyz_body_rotation", ZERO));
  return {
    name: nameOf(node),
    source: r.source(node),
    placement: compose(frame, rotation, r.vector(node, "translation", ZERO)),
    shape: WRAP_SHAPES[node.name](r, node),
    quadrant: readQuadrant(r, node),
    active: r.boolean(node, "active", true),
  };
}

function readQuadrant(r: PropertyReader, node: XmlNode): WrapQuadrant {
  const text = r.text(node, "quadrant", "").toLowerCase();
  if (text === "" || text === "all" || text === "unassigned") return "all";
  const match = /^([-+]?)([xyz])$/.exec(text);
  if (!match)
    throw r.error(
      "bad-value",
      node,
      `The quadrant of ${r.label(node)} is "${text}".`,
      "It must be all, or x, y or z with + or −.",
    );
  const axis = "xyz".indexOf(match[2]) as 0 | 1 | 2;
  return { axis, sign: match[1] === "-" ? -1 : 1 };
}

/**
 * Reads the path of a muscle or another path force.
 *
 * @param owner the muscle, at `ownerPath`
 * @param wraps all wrap objects, to know whom a path wrap means
 * @throws OsimError
 */
export function readPath(
  r: PropertyReader,
  frames: FrameRegistry,
  owner: XmlNode,
  ownerPath: string,
  wraps: ReadonlyMap<string, WrapDescription>,
): PathDescription {
  const holder = findPath(r, owner);
  const path = `${ownerPath}/path`;
  const pointSet = childOf(holder, "PathPointSet") ?? childOf(holder, "MusclePointSet");
  const wrapSet = childOf(holder, "PathWrapSet") ?? childOf(holder, "MuscleWrapSet");
  const points = objectsOf(pointSet).map((node) => readPoint(r, frames, node, path));
  const always = points.filter((p) => p.kind !== "conditional").length;
  if (points.length < 2 || always < 1) {
    throw r.error(
      "missing",
      holder,
      `The path of ${r.label(owner)} has ${points.length} points.`,
      "A path needs at least two, and one that is always there.",
    );
  }
  return { points, wraps: objectsOf(wrapSet).map((node) => readPathWrap(r, node, points.length, wraps)) };
}

/** The path itself; before 1.9 its sets lay in the muscle, from 4.5 on it may lie in `<path>`. */
function findPath(r: PropertyReader, owner: XmlNode): XmlNode {
  const holder = childOf(owner, "GeometryPath") ?? childOf(owner, "path")?.children[0];
  if (holder && holder.name !== "GeometryPath") {
    throw r.error(
      "unsupported-type",
      holder,
      `${r.label(owner)} has a path of type ${holder.name}, which is not supported.`,
      "Supported is GeometryPath.",
    );
  }
  if (holder) return holder;
  if (childOf(owner, "PathPointSet") || childOf(owner, "MusclePointSet")) return owner;
  throw r.error("missing", owner, `${r.label(owner)} has no path.`, "Add a <GeometryPath> with its points.");
}

const POINT_TYPES: Readonly<Record<string, PathPointDescription["kind"]>> = {
  PathPoint: "fixed",
  MusclePoint: "fixed",
  ConditionalPathPoint: "conditional",
  MuscleViaPoint: "conditional",
  MovingPathPoint: "moving",
  MovingMusclePoint: "moving",
};

function readPoint(r: PropertyReader, frames: FrameRegistry, node: XmlNode, ownerPath: string): PathPointDescription {
  const kind = Object.hasOwn(POINT_TYPES, node.name) ? POINT_TYPES[node.name] : undefined;
  if (kind === undefined) {
    throw r.error(
      "unsupported-type",
      node,
      `${r.label(node)} is a path point of a type that is not supported.`,
      "Supported are PathPoint, ConditionalPathPoint, MovingPathPoint.",
    );
  }
  const reference = socketOf(r, node, "parent_frame") || r.text(node, "body", "");
  const placement = frames.resolve(reference, `${ownerPath}/pathpointset/${nameOf(node)}`, node);
  const base = { name: nameOf(node), source: r.source(node), body: placement.body };
  if (kind === "moving") {
    const axis = (a: "x" | "y" | "z"): FunctionDescription =>
      readFunctionIn(r, node, `${a}_location`) ??
      readFunctionIn(r, node, `${a.toUpperCase()}Attachment`) ?? { kind: "constant", value: 0 };
    const functions = [axis("x"), axis("y"), axis("z")] as const;
    const coordinate = (a: "x" | "y" | "z", f: FunctionDescription): string | null => {
      const name = lastName(socketOf(r, node, `${a}_coordinate`) || r.text(node, `${a}_coordinate`, ""));
      if (name !== "") return name;
      if (f.kind === "constant") return null;
      throw r.error(
        "missing",
        node,
        `${r.label(node)} moves along ${a} by no coordinate.`,
        `Name its ${a}_coordinate.`,
      );
    };
    const coordinates = [
      coordinate("x", functions[0]),
      coordinate("y", functions[1]),
      coordinate("z", functions[2]),
    ] as const;
    return { ...base, kind, placement, coordinates, functions };
  }
  const location_m = toBody(placement, r.vector(node, "location", ZERO));
  if (kind === "fixed") return { ...base, kind, location_m };
  const coordinate = lastName(
    socketOf(r, node, "coordinate") || r.text(node, "coordinate", "") || r.text(node, "coordinates", ""),
  );
  if (coordinate === "")
    throw r.error("missing", node, `${r.label(node)} is conditional on no coordinate.`, "Name its coordinate.");
  return { ...base, kind, location_m, coordinate, range: r.pair(node, "range", [0, 0]) };
}

function readPathWrap(
  r: PropertyReader,
  node: XmlNode,
  pointCount: number,
  wraps: ReadonlyMap<string, WrapDescription>,
): PathWrapDescription {
  const reference = socketOf(r, node, "wrap_object") || r.required(node, "wrap_object");
  const name = lastName(reference);
  const body = reference.split("/").find((part) => wraps.has(`${part}/${name}`));
  const wrap = wraps.get(body === undefined ? name : `${body}/${name}`);
  if (!wrap) {
    throw r.error(
      "unknown-name",
      node,
      `There is no wrap object "${reference}".`,
      "Name one that a body of the model has.",
    );
  }
  const method = r.text(node, "method", "hybrid").toLowerCase() || "hybrid";
  if (method !== "hybrid" && method !== "midpoint" && method !== "axial")
    throw r.error("bad-value", node, `The wrap method is "${method}".`, "It must be hybrid, midpoint or axial.");
  const range = r.pair(node, "range", [-1, -1]);
  for (const end of range) {
    if (!Number.isInteger(end) || end > pointCount)
      throw r.error(
        "bad-value",
        node,
        `The wrap's range ends at point ${end} of ${pointCount}.`,
        "Count points from 1; -1 means no limit.",
      );
  }
  if (range[0] > 0 && range[1] > 0 && range[1] < range[0])
    throw r.error("bad-value", node, "The wrap's range ends before it begins.", "Exchange its ends.");
  return {
    source: r.source(node),
    wrap: wrap.name,
    body: wrap.placement.body,
    method: method satisfies WrapMethod,
    range,
  };
}
