/** After reading: names are unique where they must be, and every coordinate that is named is there. */
import type { ModelDescription, PathDescription, Source } from "../model/description.ts";
import { OsimError } from "./osimError.ts";

interface Named {
  readonly name: string;
  readonly source: Source;
}

/** @throws OsimError `duplicate-name`, `unknown-name` */
export function checkReferences(model: ModelDescription): void {
  const coordinates = model.joints.flatMap((joint) => joint.coordinates);
  unique("coordinate", coordinates);
  unique("marker", model.markers);
  unique("force", [...model.muscles, ...model.actuators, ...model.passiveForces]);
  const known = new Set(coordinates.map((c) => c.name));
  const need = (name: string, user: string, at: Source) => {
    if (!known.has(name)) {
      throw new OsimError(
        "unknown-name",
        at.file,
        at.line,
        `${user} uses coordinate "${name}", which is not there.`,
        "Name one that a joint has.",
      );
    }
  };
  const checkPath = (path: PathDescription) => {
    for (const point of path.points) {
      if (point.kind === "conditional") need(point.coordinate, `Path point "${point.name}"`, point.source);
      if (point.kind !== "moving") continue;
      for (const name of point.coordinates) if (name !== null) need(name, `Path point "${point.name}"`, point.source);
    }
  };
  for (const muscle of model.muscles) checkPath(muscle.path);
  for (const actuator of model.actuators) {
    if (actuator.kind === "path") checkPath(actuator.path);
    if (actuator.kind === "coordinate") need(actuator.coordinate, `Actuator "${actuator.name}"`, actuator.source);
  }
  for (const force of model.passiveForces)
    if (force.kind !== "bushing") need(force.coordinate, `Force "${force.name}"`, force.source);
  for (const joint of model.joints) {
    const own = new Set(joint.coordinates.map((c) => c.name));
    for (const axis of [...joint.rotations, ...joint.translations]) {
      for (const name of axis.coordinates) {
        if (!own.has(name)) need(name, `Joint "${joint.name}"`, joint.source);
      }
    }
  }
  checkCouplers(model, need);
}

function checkCouplers(model: ModelDescription, need: (name: string, user: string, at: Source) => void): void {
  const dependents = new Set<string>();
  for (const coupler of model.couplers) {
    for (const name of [coupler.dependent, ...coupler.independent])
      need(name, `Coupler "${coupler.name}"`, coupler.source);
    if (!coupler.enforced) continue;
    if (dependents.has(coupler.dependent)) {
      const { file, line } = coupler.source;
      throw new OsimError(
        "duplicate-name",
        file,
        line,
        `Coordinate "${coupler.dependent}" is coupled twice.`,
        "Keep one coupler for it.",
      );
    }
    dependents.add(coupler.dependent);
  }
}

function unique(what: string, items: readonly Named[]): void {
  const seen = new Map<string, Source>();
  for (const { name, source } of items) {
    const first = seen.get(name);
    if (first) {
      throw new OsimError(
        "duplicate-name",
        source.file,
        source.line,
        `The ${what} "${name}" is there already (line ${first.line}).`,
        "Give each its own name.",
      );
    }
    seen.set(name, source);
  }
}
