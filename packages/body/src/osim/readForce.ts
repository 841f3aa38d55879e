/** The members of a force set → muscles, actuators, passive forces, and what is knowingly left out. */
import type {
  ActuatorDescription,
  IgnoredItem,
  MuscleDescription,
  PassiveForceDescription,
  WrapDescription,
} from "../model/description.ts";
import { compose, fromBodyXyz, ZERO } from "../model/rotation.ts";
import { type FrameRegistry, lastName, socketOf } from "./frames.ts";
import { nameOf, type PropertyReader } from "./properties.ts";
import { appliesForce, looksLikeMuscle, MUSCLE_TYPES, readMuscle } from "./readMuscle.ts";
import { readPath } from "./readPath.ts";
import type { XmlNode } from "./xml.ts";

/** What a force set came to. */
export interface ForceLists {
  readonly muscles: MuscleDescription[];
  readonly actuators: ActuatorDescription[];
  readonly passiveForces: PassiveForceDescription[];
  readonly ignored: IgnoredItem[];
}

export interface ForceContext {
  readonly reader: PropertyReader;
  readonly frames: FrameRegistry;
  readonly wraps: ReadonlyMap<string, WrapDescription>;
}

type ActuatorReader = (c: ForceContext, node: XmlNode) => ActuatorDescription;
type PassiveReader = (c: ForceContext, node: XmlNode) => PassiveForceDescription;

const ACTUATORS: Readonly<Record<string, ActuatorReader>> = {
  CoordinateActuator: readCoordinateActuator,
  GeneralizedForce: readCoordinateActuator,
  PointActuator: readPointActuator,
  Force: readPointActuator,
  TorqueActuator: readTorqueActuator,
  Torque: readTorqueActuator,
  PathActuator: (c, node) => ({
    ...actuatorBase(c.reader, node),
    kind: "path",
    path: readPath(c.reader, c.frames, node, `/forceset/${nameOf(node)}`, c.wraps),
    optimalForce: c.reader.number(node, "optimal_force", 1),
  }),
};

const PASSIVE: Readonly<Record<string, PassiveReader>> = {
  CoordinateLimitForce: readLimitForce,
  SpringGeneralizedForce: readSpring,
  BushingForce: readBushing,
};

export const SUPPORTED_FORCES: readonly string[] = [
  ...MUSCLE_TYPES,
  ...Object.keys(ACTUATORS),
  ...Object.keys(PASSIVE),
];

/** Reads one member of a force set into the lists. A force that is switched off is left out if its type is unknown. */
export function readForce(c: ForceContext, node: XmlNode, lists: ForceLists): void {
  const r = c.reader;
  if (nameOf(node) === "" && node.children.length > 0)
    throw r.error("missing", node, `A ${node.name} has no name.`, "Give it one.");
  if (MUSCLE_TYPES.includes(node.name)) {
    lists.muscles.push(readMuscle(r, c.frames, node, c.wraps));
  } else if (Object.hasOwn(ACTUATORS, node.name)) {
    lists.actuators.push(ACTUATORS[node.name](c, node));
  } else if (Object.hasOwn(PASSIVE, node.name)) {
    lists.passiveForces.push(PASSIVE[node.name](c, node));
  } else if (!appliesForce(r, node)) {
    lists.ignored.push({ type: node.name, name: nameOf(node), source: r.source(node), why: "it is switched off" });
  } else {
    const kind = looksLikeMuscle(node) ? "muscle" : "force";
    const supported = kind === "muscle" ? MUSCLE_TYPES : SUPPORTED_FORCES;
    throw r.error(
      "unsupported-type",
      node,
      `${r.label(node)} is a ${kind} of a type that is not supported.`,
      `Supported are ${supported.join(", ")}.`,
    );
  }
}

function actuatorBase(r: PropertyReader, node: XmlNode) {
  const minControl = r.numberOrInfinite(node, "min_control", -Infinity);
  const maxControl = r.numberOrInfinite(node, "max_control", Infinity);
  if (maxControl < minControl)
    throw r.error("bad-value", node, `The controls of ${r.label(node)} end before they begin.`, "Exchange the ends.");
  return { name: nameOf(node), source: r.source(node), appliesForce: appliesForce(r, node), minControl, maxControl };
}

function coordinateName(r: PropertyReader, node: XmlNode): string {
  return lastName(socketOf(r, node, "coordinate") || r.required(node, "coordinate"));
}

function readCoordinateActuator(c: ForceContext, node: XmlNode): ActuatorDescription {
  const r = c.reader;
  return {
    ...actuatorBase(r, node),
    kind: "coordinate",
    coordinate: coordinateName(r, node),
    optimalForce: r.number(node, "optimal_force", 1),
  };
}

/** The body an actuator names; frames are brought to their body only where they coincide with it. */
function bodyName(c: ForceContext, node: XmlNode, tag: string): string {
  const reference = socketOf(c.reader, node, tag) || c.reader.required(node, tag);
  return c.frames.resolve(reference, `/forceset/${nameOf(node)}`, node).body;
}

function readPointActuator(c: ForceContext, node: XmlNode): ActuatorDescription {
  const r = c.reader;
  const old = r.text(node, "body_A", "");
  return {
    ...actuatorBase(r, node),
    kind: "point",
    body: old === "" ? bodyName(c, node, "body") : c.frames.resolve(old, "/forceset", node).body,
    point_m: r.vector(node, "point", r.vector(node, "point_A", ZERO)),
    pointIsGlobal: r.boolean(node, "point_is_global", false),
    direction: r.vector(node, "direction", r.vector(node, "direction_A", [1, 0, 0])),
    forceIsGlobal: r.boolean(node, "force_is_global", false),
    optimalForce: r.number(node, "optimal_force", 1),
  };
}

function readTorqueActuator(c: ForceContext, node: XmlNode): ActuatorDescription {
  const r = c.reader;
  const has = (tag: string) => r.property(node, tag) !== undefined;
  return {
    ...actuatorBase(r, node),
    kind: "torque",
    bodyA: bodyName(c, node, has("body_A") ? "body_A" : "bodyA"),
    // ground takes the opposite torque where no second body is named
    bodyB:
      r.text(node, "bodyB", r.text(node, "body_B", "")) === ""
        ? "ground"
        : bodyName(c, node, has("body_B") ? "body_B" : "bodyB"),
    axis: r.vector(node, "axis", r.vector(node, "direction_A", [0, 0, 1])),
    torqueIsGlobal: r.boolean(node, "torque_is_global", true),
    optimalForce: r.number(node, "optimal_force", 1),
  };
}

function passiveBase(r: PropertyReader, node: XmlNode) {
  return { name: nameOf(node), source: r.source(node), appliesForce: appliesForce(r, node) };
}

function readLimitForce(c: ForceContext, node: XmlNode): PassiveForceDescription {
  const r = c.reader;
  const upperLimit = r.number(node, "upper_limit", 0);
  const lowerLimit = r.number(node, "lower_limit", 0);
  if (upperLimit < lowerLimit)
    throw r.error("bad-value", node, `The limits of ${r.label(node)} are the wrong way round.`, "Exchange them.");
  return {
    ...passiveBase(r, node),
    kind: "coordinateLimit",
    coordinate: coordinateName(r, node),
    upperStiffness: r.atLeast(node, "upper_stiffness", 1, 0),
    upperLimit,
    lowerStiffness: r.atLeast(node, "lower_stiffness", 1, 0),
    lowerLimit,
    damping: r.atLeast(node, "damping", 0.001, 0),
    transition: r.atLeast(node, "transition", 0.1, 0),
  };
}

function readSpring(c: ForceContext, node: XmlNode): PassiveForceDescription {
  const r = c.reader;
  return {
    ...passiveBase(r, node),
    kind: "springGeneralized",
    coordinate: coordinateName(r, node),
    stiffness: r.number(node, "stiffness", 0),
    restLength: r.number(node, "rest_length", 0),
    viscosity: r.number(node, "viscosity", 0),
  };
}

function readBushing(c: ForceContext, node: XmlNode): PassiveForceDescription {
  const r = c.reader;
  const path = `/forceset/${nameOf(node)}`;
  c.frames.collect(node, path);
  const frame = (n: 1 | 2) => {
    const reference = socketOf(r, node, `frame${n}`) || r.text(node, `body_${n}`, "");
    return compose(
      c.frames.resolve(reference, path, node),
      fromBodyXyz(r.vector(node, `orientation_body_${n}`, ZERO)),
      r.vector(node, `location_body_${n}`, ZERO),
    );
  };
  return {
    ...passiveBase(r, node),
    kind: "bushing",
    frame1: frame(1),
    frame2: frame(2),
    rotationalStiffness: r.vector(node, "rotational_stiffness", ZERO),
    translationalStiffness: r.vector(node, "translational_stiffness", ZERO),
    rotationalDamping: r.vector(node, "rotational_damping", ZERO),
    translationalDamping: r.vector(node, "translational_damping", ZERO),
  };
}
