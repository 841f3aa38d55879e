/**
 * Forces from outside (ground reaction) as OpenSim describes them: an ExternalLoads file names columns of a table; each force acts
 * on a body, expressed in one body and applied at a point given in another. Between its samples a column is followed by the
 * natural cubic spline, as OpenSim follows it.
 */
import { evaluateGcvSplineAt, fitGcvSpline, type GcvSpline } from "@levelhip/signal";
import { addForce, addTorque } from "../dynamics/inverseDynamics.ts";
import type { Source } from "../model/description.ts";
import type { Data, Model } from "../model/model.ts";
import { lastName } from "./frames.ts";
import { OsimError } from "./osimError.ts";
import { childOf, nameOf, objectsOf, PropertyReader } from "./properties.ts";
import { documentVersion, openDocument } from "./document.ts";
import type { Storage } from "./storage.ts";
import { parseXml } from "./xml.ts";

export interface ExternalForceDescription {
  readonly name: string;
  readonly source: Source;
  readonly appliesForce: boolean;
  readonly body: string;
  readonly forceBody: string;
  readonly pointBody: string;
  /** Beginnings of the names of three columns each; empty: none. */
  readonly forceColumns: string;
  readonly pointColumns: string;
  readonly torqueColumns: string;
}

export interface ExternalLoadsDescription {
  readonly source: Source;
  /** The table, relative to the description's file. */
  readonly dataFile: string;
  readonly forces: readonly ExternalForceDescription[];
}

/**
 * Reads an ExternalLoads file.
 * @throws OsimError with the line of what is wrong
 */
export function readExternalLoads(text: string, file: string): ExternalLoadsDescription {
  const document = openDocument(parseXml(text, file), file);
  const loads = document.children.find((node) => node.name === "ExternalLoads");
  if (!loads) {
    throw new OsimError(
      "wrong-kind",
      file,
      document.line,
      "There is no <ExternalLoads> in it.",
      "Choose a file of external loads.",
    );
  }
  const version = documentVersion(document, file);
  const defaults = [document, loads].flatMap((node) => childOf(node, "defaults")?.children ?? []);
  const r = new PropertyReader(file, version, defaults);
  const identifier = (node: Parameters<typeof nameOf>[0], tag: string): string => {
    const value = r.text(node, tag, "");
    return /^unassigned$/i.test(value) ? "" : value;
  };
  const forces = objectsOf(loads).flatMap((node) => {
    if (node.name === "datafile" || node.children.length === 0) return [];
    if (node.name !== "ExternalForce") {
      throw r.error(
        "unsupported-type",
        node,
        `${r.label(node)} is not a load that is supported.`,
        "Supported is ExternalForce.",
      );
    }
    const off = r.boolean(node, "isDisabled", false) || !r.boolean(node, "appliesForce", true);
    return [
      {
        name: nameOf(node),
        source: r.source(node),
        appliesForce: !off,
        body: lastName(r.required(node, "applied_to_body")),
        forceBody: lastName(r.text(node, "force_expressed_in_body", "ground") || "ground"),
        pointBody: lastName(r.text(node, "point_expressed_in_body", "ground") || "ground"),
        forceColumns: identifier(node, "force_identifier"),
        pointColumns: identifier(node, "point_identifier"),
        torqueColumns: identifier(node, "torque_identifier"),
      },
    ];
  });
  return { source: r.source(loads), dataFile: r.text(loads, "datafile", ""), forces };
}

/** Loads ready to be applied. nL forces that act. */
export interface ExternalLoads {
  readonly count: number;
  readonly names: readonly string[];
  readonly body: Int32Array; // [nL]
  readonly forceBody: Int32Array; // [nL]
  readonly pointBody: Int32Array; // [nL]
  /** First of three columns of the splines, −1 where there is none. [nL×3]: force, point, torque */
  readonly columns: Int32Array;
  readonly spline: GcvSpline;
  readonly values: Float64Array; // scratch
}

/**
 * Finds bodies and columns.
 * @throws OsimError where a body or three columns of a name are not there; SplineDataError where times repeat
 */
export function compileExternalLoads(
  model: Model,
  description: ExternalLoadsDescription,
  storage: Storage,
): ExternalLoads {
  const active = description.forces.filter((force) => force.appliesForce);
  const used: number[] = [];
  const columns = new Int32Array(3 * active.length).fill(-1);
  const bodies = (pick: (force: ExternalForceDescription) => string): Int32Array =>
    Int32Array.from(active, (force) => bodyIndex(model, pick(force), force));
  active.forEach((force, i) => {
    const named = [force.forceColumns, force.pointColumns, force.torqueColumns];
    if (named[0] === "" && named[2] === "") {
      const { file, line } = force.source;
      throw new OsimError(
        "missing",
        file,
        line,
        `The external force "${force.name}" names neither a force nor a torque.`,
        "Give its force_identifier.",
      );
    }
    named.forEach((name, k) => {
      if (name === "") return;
      columns[3 * i + k] = used.length;
      used.push(...threeColumns(storage, name, force));
    });
  });
  const values = new Float64Array(storage.nRows * used.length);
  used.forEach((column, c) => {
    for (let r = 0; r < storage.nRows; r++) values[r * used.length + c] = storage.columns[column][r];
  });
  // too few rows for a cubic: OpenSim goes straight between two or three, and stays at one
  const degree = storage.nRows >= 4 ? 3 : 1;
  const [t_s, table] = storage.nRows > 1 ? [storage.columns[0], values] : twice(storage.columns[0][0], values);
  return {
    count: active.length,
    names: active.map((force) => force.name),
    body: bodies((force) => force.body),
    forceBody: bodies((force) => force.forceBody),
    pointBody: bodies((force) => force.pointBody),
    columns,
    spline: fitGcvSpline(t_s, table, used.length, degree),
    values: new Float64Array(used.length),
  };
}

/** One row, as a constant. */
function twice(t_s: number, row: Float64Array): [Float64Array, Float64Array] {
  return [Float64Array.of(t_s, t_s + 1), Float64Array.of(...row, ...row)];
}

function bodyIndex(model: Model, name: string, force: ExternalForceDescription): number {
  const index = model.bodyNames.indexOf(name);
  if (index >= 0) return index;
  throw new OsimError(
    "unknown-name",
    force.source.file,
    force.source.line,
    `The external force "${force.name}" names the body "${name}", which the model does not have.`,
    `Its bodies are ${model.bodyNames.slice(1).join(", ")}.`,
  );
}

function threeColumns(storage: Storage, name: string, force: ExternalForceDescription): number[] {
  const found = storage.labels.map((_, c) => c).filter((c) => c > 0 && storage.labels[c].startsWith(name));
  if (found.length === 3) return found;
  throw new OsimError(
    "unknown-name",
    force.source.file,
    force.source.line,
    `The external force "${force.name}" needs three columns beginning with "${name}"; ${storage.file} has ${found.length}.`,
    "Correct the identifier, or choose the table that belongs to it.",
  );
}

/** Adds the loads at the time `times_s[row]` to the bodies; after `setPositions`. Allocates nothing. */
export function applyExternalLoads(data: Data, loads: ExternalLoads, times_s: Float64Array, row: number): void {
  const v = loads.values;
  evaluateGcvSplineAt(loads.spline, times_s, row, 0, v);
  for (let i = 0; i < loads.count; i++) {
    const force = loads.columns[3 * i];
    const point = loads.columns[3 * i + 1];
    const torque = loads.columns[3 * i + 2];
    const body = loads.body[i];
    if (force >= 0) {
      turnToGround(data, loads.forceBody[i], v, force, turned);
      if (point >= 0) placeInGround(data, loads.pointBody[i], v, point, placed);
      else for (let k = 0; k < 3; k++) placed[k] = data.bodyPosition_m[3 * body + k];
      addForce(data, body, turned[0], turned[1], turned[2], placed[0], placed[1], placed[2]);
    }
    if (torque >= 0) {
      turnToGround(data, loads.forceBody[i], v, torque, turned);
      addTorque(data, body, turned[0], turned[1], turned[2]);
    }
  }
}

const turned = new Float64Array(3);
const placed = new Float64Array(3);

function turnToGround(data: Data, body: number, v: Float64Array, at: number, out: Float64Array): void {
  const R = data.bodyRotation;
  for (let k = 0; k < 3; k++) {
    const row = 9 * body + 3 * k;
    out[k] = R[row] * v[at] + R[row + 1] * v[at + 1] + R[row + 2] * v[at + 2];
  }
}

function placeInGround(data: Data, body: number, v: Float64Array, at: number, out: Float64Array): void {
  turnToGround(data, body, v, at, out);
  for (let k = 0; k < 3; k++) out[k] += data.bodyPosition_m[3 * body + k];
}
