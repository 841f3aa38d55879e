/** A ForceSet file (residual and reserve actuators, muscles) added to a model, or put in place of its own forces. */
import type { ModelDescription } from "../model/description.ts";
import { checkReferences } from "./checkReferences.ts";
import { FrameRegistry } from "./frames.ts";
import { OsimError } from "./osimError.ts";
import { childOf, objectsOf, PropertyReader } from "./properties.ts";
import { type ForceLists, readForce } from "./readForce.ts";
import { documentVersion, openDocument } from "./document.ts";
import { parseXml, type XmlNode } from "./xml.ts";

/**
 * The model with the file's forces.
 * @param replace true: instead of the model's own forces; false: after them
 * @throws OsimError with the line of what is wrong, or where a name repeats
 */
export function withForceSet(model: ModelDescription, text: string, file: string, replace = false): ModelDescription {
  const document = openDocument(parseXml(text, file), file);
  const set = document.children.find((node) => node.name === "ForceSet" || node.name === "ActuatorSet");
  if (!set) {
    throw new OsimError(
      "wrong-kind",
      file,
      document.line,
      "There is no <ForceSet> in it.",
      "Choose a file of actuators.",
    );
  }
  const version = documentVersion(document, file);
  const defaults = [document, set].flatMap((node) => childOf(node, "defaults")?.children ?? []);
  const reader = new PropertyReader(file, version, defaults);
  const frames = new FrameRegistry(reader);
  for (const body of model.bodies) frames.addBody(bodyNode(body.name));
  const wraps = new Map(model.wraps.map((wrap) => [wrap.name, wrap]));
  const lists: ForceLists = { muscles: [], actuators: [], passiveForces: [], ignored: [] };
  for (const node of objectsOf(set)) readForce({ reader, frames, wraps }, node, lists);
  const kept = replace ? { muscles: [], actuators: [], passiveForces: [] } : model;
  const merged: ModelDescription = {
    ...model,
    muscles: [...kept.muscles, ...lists.muscles],
    actuators: [...kept.actuators, ...lists.actuators],
    passiveForces: [...kept.passiveForces, ...lists.passiveForces],
    ignored: [...model.ignored, ...lists.ignored],
  };
  const seen = new Map<string, string>();
  for (const force of [...merged.muscles, ...merged.actuators]) {
    const other = seen.get(force.name);
    if (other !== undefined) {
      throw new OsimError(
        "duplicate-name",
        force.source.file,
        force.source.line,
        `"${force.name}" is also the name of a force in ${other}.`,
        "Give it another name, or replace the model's forces instead of adding to them.",
      );
    }
    seen.set(force.name, force.source.file);
  }
  checkReferences(merged);
  return merged;
}

function bodyNode(name: string): XmlNode {
  return { name: "Body", line: 0, attributes: new Map([["name", name]]), children: [], text: "" };
}
