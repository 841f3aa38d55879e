/** A request's files, read and compiled. */
import {
  type ActuatorDescription,
  compileExternalLoads,
  compileModel,
  type Data,
  type ExternalLoads,
  type Model,
  type ModelDescription,
  makeData,
  type Motion,
  OsimError,
  prepareMotion,
  readExternalLoads,
  readModel,
  readStorage,
  rowsBetween,
  withForceSet,
} from "@levelhip/body";
import { SplineDataError } from "@levelhip/signal";
import { beside, readText } from "./files.ts";
import type { BodyRequest } from "./request.ts";

/** Nothing can be computed from what is there: exit code 4. */
export class NothingToCompute extends Error {
  override readonly name = "NothingToCompute";
}

export interface Loaded {
  readonly model: Model;
  readonly data: Data;
  /** Milliseconds for reading and compiling the model. */
  readonly import_ms: number;
}

export function loadModel(request: BodyRequest): Loaded {
  const started = performance.now();
  let description = readModel(readText(request.model), request.model);
  request.actuators.forEach((file, i) => {
    description = withForceSet(description, readText(file), file, request.replaceForces && i === 0);
  });
  description = exclude(description, request.forcesToExclude);
  if (!request.useModelForces) description = withUnitActuators(description);
  const model = compileModel(description);
  return { model, data: makeData(model), import_ms: performance.now() - started };
}

/** Forces named by themselves, by a group of the model, or by their kind, switched off. */
function exclude(description: ModelDescription, names: readonly string[]): ModelDescription {
  if (names.length === 0) return description;
  const lower = names.map((name) => name.toLowerCase());
  const named = new Set(names);
  for (const group of description.groups) {
    if (names.includes(group.name)) for (const member of group.members) named.add(member);
  }
  const off = <T extends { readonly name: string; readonly appliesForce: boolean }>(force: T, kinds: string[]): T =>
    named.has(force.name) || lower.includes("all") || kinds.some((kind) => lower.includes(kind))
      ? { ...force, appliesForce: false }
      : force;
  return {
    ...description,
    muscles: description.muscles.map((muscle) => off(muscle, ["muscles", "actuators"])),
    actuators: description.actuators.map((actuator) => off(actuator, ["actuators"])),
    passiveForces: description.passiveForces.map((force) => off(force, [])),
  };
}

/** A unit actuator on every coordinate instead of the muscles, as OpenSim has it without the model's force set. */
function withUnitActuators(description: ModelDescription): ModelDescription {
  const coordinates = description.joints.flatMap((joint) => joint.coordinates);
  const actuators = coordinates.map(
    (coordinate): ActuatorDescription => ({
      kind: "coordinate",
      name: `${coordinate.name}_actuator`,
      source: coordinate.source,
      appliesForce: true,
      minControl: -Infinity,
      maxControl: Infinity,
      coordinate: coordinate.name,
      optimalForce: 1,
    }),
  );
  return { ...description, muscles: [], actuators };
}

/** @throws OsimError naming file and, where known, line; NothingToCompute where the time range holds nothing */
export function loadMotion(
  request: BodyRequest,
  loaded: Loaded,
  route: "inverse-dynamics-tool" | "analyze-tool",
): { readonly motion: Motion; readonly rows: Int32Array } {
  const table = readStorage(readText(request.motion), request.motion);
  const motion = prepare();
  const first = table.columns[0]?.[0] ?? 0;
  const last = table.columns[0]?.[table.nRows - 1] ?? 0;
  if (request.from_s > last || request.to_s < first) {
    throw new NothingToCompute(
      `The motion ${request.motion} runs from ${first} s to ${last} s; nothing of it lies between ${request.from_s} s and ${request.to_s} s. Choose other times with --from and --to.`,
    );
  }
  return { motion, rows: rowsBetween(motion, request.from_s, request.to_s, request.interval) };

  function prepare(): Motion {
    try {
      return prepareMotion(loaded.model, loaded.data, table, {
        route,
        lowpass_Hz: request.lowpass_Hz,
        speedsFromTable: request.speedsFromMotion,
      });
    } catch (error) {
      throw asFileError(error, request.motion);
    }
  }
}

export function loadExternalLoads(request: BodyRequest, model: Model): ExternalLoads | null {
  if (request.externalLoads === null) return null;
  const file = request.externalLoads;
  const description = readExternalLoads(readText(file), file);
  if (description.dataFile === "") {
    throw new OsimError(
      "missing",
      file,
      description.source.line,
      "It names no <datafile>.",
      "Add the table of forces.",
    );
  }
  const data = beside(file, description.dataFile);
  const storage = readStorage(readText(data), data);
  try {
    return compileExternalLoads(model, description, storage);
  } catch (error) {
    throw asFileError(error, data);
  }
}

/** Names the file in errors that know only the table. */
function asFileError(error: unknown, file: string): unknown {
  if (error instanceof SplineDataError) {
    return new OsimError("bad-table", file, 0, `${sentence(error.message)}.`, `${sentence(error.remedy)}.`);
  }
  const typed = error as { readonly name?: string; readonly message?: string; readonly remedy?: string };
  if (typed.name === "MotionError") return new OsimError("bad-table", file, 0, typed.message ?? "", typed.remedy ?? "");
  return error;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
