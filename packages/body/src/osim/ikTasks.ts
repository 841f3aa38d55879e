/** Inverse kinematics tasks: how much each marker and each coordinate weighs. */
import type { Source } from "../model/description.ts";
import { OsimError } from "./osimError.ts";
import { nameOf, objectsOf, PropertyReader } from "./properties.ts";
import { documentVersion, openDocument } from "./document.ts";
import { parseXml, type XmlNode } from "./xml.ts";

export interface MarkerTask {
  readonly name: string;
  readonly source: Source;
  readonly apply: boolean;
  readonly weight: number;
}

export interface CoordinateTask extends MarkerTask {
  /** Where the wanted value comes from: the coordinate's default, `value`, or the coordinate file. */
  readonly from: "default" | "value" | "file";
  /** [rad] or [m]. */
  readonly value: number;
}

export interface IkTasks {
  readonly markers: readonly MarkerTask[];
  readonly coordinates: readonly CoordinateTask[];
}

/**
 * Reads a file of tasks (`IKTaskSet`).
 * @throws OsimError
 */
export function readIkTasks(text: string, file: string): IkTasks {
  const document = openDocument(parseXml(text, file), file);
  const set = document.children.find((node) => node.name === "IKTaskSet");
  if (!set)
    throw new OsimError(
      "wrong-kind",
      file,
      document.line,
      "There is no <IKTaskSet> in it.",
      "Choose a file of IK tasks.",
    );
  return readTaskSet(new PropertyReader(file, documentVersion(document, file)), set);
}

const SOURCES = { default_value: "default", manual_value: "value", from_file: "file" } as const;

/** Reads an `IKTaskSet` element. */
export function readTaskSet(r: PropertyReader, set: XmlNode): IkTasks {
  const markers: MarkerTask[] = [];
  const coordinates: CoordinateTask[] = [];
  for (const node of objectsOf(set)) {
    const task = {
      name: nameOf(node),
      source: r.source(node),
      apply: r.boolean(node, "apply", true),
      weight: r.atLeast(node, "weight", 0, 0),
    };
    if (node.name === "IKMarkerTask") {
      markers.push(task);
    } else if (node.name === "IKCoordinateTask") {
      const from = r.text(node, "value_type", "default_value") || "default_value";
      if (!Object.hasOwn(SOURCES, from))
        throw r.error(
          "bad-value",
          node,
          `The value type of ${r.label(node)} is "${from}".`,
          "It must be default_value, manual_value or from_file.",
        );
      coordinates.push({ ...task, from: SOURCES[from as keyof typeof SOURCES], value: r.number(node, "value", 0) });
    } else {
      throw r.error(
        "unsupported-type",
        node,
        `${r.label(node)} is a task of a type that is not supported.`,
        "Supported are IKMarkerTask and IKCoordinateTask.",
      );
    }
  }
  return { markers, coordinates };
}
