/** `ModelDescription` → a whole .osim file of version 4. */
import type {
  BodyDescription,
  CouplerDescription,
  MarkerDescription,
  ModelDescription,
  PathPointDescription,
  WrapDescription,
  WrapShape,
} from "../model/description.ts";
import { functionElement } from "./writeFunction.ts";
import {
  actuatorElement,
  type CoordinatePath,
  inBodyFrame,
  movingFrameName,
  muscleElement,
  passiveForceElement,
} from "./writeForce.ts";
import { framePath, jointElement, offsetFrame, toBodyXyz } from "./writeJoint.ts";
import { boolean, type Element, element, number, numbers, render, set } from "./writeXml.ts";

/** The first version of this layout: what OpenSim 4.0 and every later one open. */
const VERSION = 40000;

export interface WriteModelOptions {
  /** Who made the model, and after which sources: shown by OpenSim. */
  readonly credits?: string;
  readonly publications?: string;
}

/**
 * Writes a model so that OpenSim 4 and `readModel` open it. Frames are written as offsets of their bodies; all numbers keep
 * their digits. What `readModel` had left out (pictures, probes, controllers) stays left out.
 * @throws OsimError `unsupported-type` for a reversed joint
 */
export function writeModel(model: ModelDescription, options: WriteModelOptions = {}): string {
  const joints = new Map(model.joints.flatMap((joint) => joint.coordinates.map((c) => [c.name, joint.name] as const)));
  const at: CoordinatePath = (name) => `/jointset/${joints.get(name) ?? ""}/${name}`;
  const points = [...model.muscles, ...model.actuators.flatMap((a) => (a.kind === "path" ? [a] : []))].flatMap(
    (owner) => owner.path.points,
  );
  const forces = [
    ...model.muscles.map((muscle) => muscleElement(muscle, at)),
    ...model.actuators.map((actuator) => actuatorElement(actuator, at)),
    ...model.passiveForces.map(passiveForceElement),
  ];
  const groups = model.groups.map((group) =>
    element("ObjectGroup", [element("members", group.members.join(" "))], group.name),
  );
  const parts = [
    element("credits", options.credits ?? ""),
    element("publications", options.publications ?? ""),
    element("length_units", "meters"),
    element("force_units", "N"),
    numbers("gravity", model.gravity_m_s2),
    element("Ground", carried("ground", model.wraps, points), "ground"),
    set(
      "BodySet",
      model.bodies.map((body) => bodyElement(body, model.wraps, points)),
    ),
    set("JointSet", model.joints.map(jointElement)),
    set("ConstraintSet", model.couplers.map(couplerElement)),
    set("ForceSet", forces, [element("groups", groups)]),
    set("MarkerSet", model.markers.map(markerElement)),
  ];
  const root = element("OpenSimDocument", [element("Model", parts, model.name)]);
  return render(root, ` Version="${VERSION}"`);
}

function bodyElement(
  body: BodyDescription,
  wraps: readonly WrapDescription[],
  points: readonly PathPointDescription[],
): Element {
  return element(
    "Body",
    [
      ...carried(body.name, wraps, points),
      number("mass", body.mass_kg),
      numbers("mass_center", body.massCenter_m),
      numbers("inertia", body.inertia_kgm2),
    ],
    body.name,
  );
}

/** What a body carries: frames of moving points, and wrap objects. */
function carried(body: string, wraps: readonly WrapDescription[], points: readonly PathPointDescription[]): Element[] {
  const frames = points.flatMap((point) =>
    point.kind === "moving" && point.body === body && !inBodyFrame(point)
      ? [offsetFrame(movingFrameName(point), point.placement)]
      : [],
  );
  const own = wraps.filter((wrap) => wrap.placement.body === body).map(wrapElement);
  return [
    ...(frames.length > 0 ? [element("components", frames)] : []),
    ...(own.length > 0 ? [set("WrapObjectSet", own)] : []),
  ];
}

function wrapElement(wrap: WrapDescription): Element {
  const quadrant =
    wrap.quadrant === "all" ? "all" : `${wrap.quadrant.sign < 0 ? "-" : "+"}${"xyz"[wrap.quadrant.axis]}`;
  const [tag, size] = shapeElements(wrap.shape);
  return element(
    tag,
    [
      boolean("active", wrap.active),
      numbers("xyz_body_rotation", toBodyXyz(wrap.placement.rotation)),
      numbers("translation", wrap.placement.translation),
      element("quadrant", quadrant),
      ...size,
    ],
    wrap.name,
  );
}

function shapeElements(shape: WrapShape): readonly [string, readonly Element[]] {
  switch (shape.kind) {
    case "cylinder":
      return ["WrapCylinder", [number("radius", shape.radius_m), number("length", shape.length_m)]];
    case "sphere":
      return ["WrapSphere", [number("radius", shape.radius_m)]];
    case "ellipsoid":
      return ["WrapEllipsoid", [numbers("dimensions", shape.radii_m)]];
    case "torus":
      return ["WrapTorus", [number("inner_radius", shape.innerRadius_m), number("outer_radius", shape.outerRadius_m)]];
  }
}

function couplerElement(coupler: CouplerDescription): Element {
  return element(
    "CoordinateCouplerConstraint",
    [
      boolean("isEnforced", coupler.enforced),
      element("coupled_coordinates_function", [functionElement(coupler.function)]),
      element("independent_coordinate_names", coupler.independent.join(" ")),
      element("dependent_coordinate_name", coupler.dependent),
      number("scale_factor", coupler.scale),
    ],
    coupler.name,
  );
}

function markerElement(marker: MarkerDescription): Element {
  return element(
    "Marker",
    [
      element("socket_parent_frame", framePath(marker.body)),
      numbers("location", marker.location_m),
      boolean("fixed", marker.fixed),
    ],
    marker.name,
  );
}
