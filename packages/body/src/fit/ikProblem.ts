/** What inverse kinematics fits: which markers of the model to which columns of a recording, with what weights. */
import { COORDINATE_COUPLED, COORDINATE_FREE, COORDINATE_PRESCRIBED, type Model } from "../model/model.ts";
import type { IkTasks } from "../osim/ikTasks.ts";
import { OsimError } from "../osim/osimError.ts";

export interface IkProblem {
  readonly nMarkers: number;
  /** Names of the markers fitted. */
  readonly markerNames: readonly string[];
  /** Marker of the model. [nMarkers] */
  readonly modelMarker: Int32Array;
  /** Place in the recording. [nMarkers] */
  readonly observed: Int32Array;
  readonly weight: Float64Array; // [nMarkers], ≥ 0

  /** Coordinates drawn to a value: which, how strongly, and whither [rad or m]; the last may be changed frame by frame. */
  readonly taskCoordinate: Int32Array;
  readonly taskWeight: Float64Array;
  readonly taskValue: Float64Array;
  /** Tasks whose value comes from a coordinate file. */
  readonly taskFromFile: Uint8Array;

  /** Coordinates that are solved for. */
  readonly unknowns: Int32Array;
  /** Bounds of all coordinates; infinite where they are not clamped. [nQ×2] */
  readonly bounds: Float64Array;
  /** Couplers hold exactly, or with this price. */
  readonly constraintWeight: number;
}

export interface IkOptions {
  /** Default: Infinity, couplers hold exactly. */
  readonly constraintWeight?: number;
}

/**
 * Sets up inverse kinematics as OpenSim does: a marker counts where a task names it, the model has it and the recording
 * has it; weights are relative to the sum of the marker weights; clamped coordinates stay in their range.
 *
 * @param observedNames the recording's markers
 * @param tasks null: every marker that both have, with weight 1
 * @throws OsimError `unknown-name` where a coordinate task names none, `missing` where no marker is left to fit
 */
export function makeIkProblem(
  model: Model,
  observedNames: readonly string[],
  tasks: IkTasks | null,
  options: IkOptions = {},
): IkProblem {
  const constraintWeight = options.constraintWeight ?? Infinity;
  const wanted = tasks
    ? tasks.markers.filter((task) => task.apply && task.weight > 0)
    : observedNames.map((name) => ({ name, weight: 1 }));
  const markers = wanted.filter((task) => model.markerNames.includes(task.name) && observedNames.includes(task.name));
  if (markers.length === 0) {
    const { file, line } = model.description.source;
    throw new OsimError(
      "missing",
      file,
      line,
      "No marker is in the model, in the recording and in the tasks.",
      "Check the markers' names.",
    );
  }
  const coordinateTasks = (tasks?.coordinates ?? []).filter((task) => task.apply && task.weight > 0);
  const indices = coordinateTasks.map((task) => {
    const index = model.coordinateNames.indexOf(task.name);
    if (index >= 0) return index;
    throw new OsimError(
      "unknown-name",
      task.source.file,
      task.source.line,
      `The model has no coordinate "${task.name}".`,
      "Name one it has, or remove the task.",
    );
  });
  const solved = (index: number) => {
    const kind = model.coordinateKind[index];
    return kind === COORDINATE_FREE || (kind === COORDINATE_COUPLED && Number.isFinite(constraintWeight));
  };
  const bounds = new Float64Array(2 * model.nCoordinates);
  for (let i = 0; i < model.nCoordinates; i++) {
    const clamped = model.coordinateClamped[i] === 1;
    bounds[2 * i] = clamped ? model.coordinateRange[2 * i] : -Infinity;
    bounds[2 * i + 1] = clamped ? model.coordinateRange[2 * i + 1] : Infinity;
  }
  return {
    nMarkers: markers.length,
    markerNames: markers.map((task) => task.name),
    modelMarker: Int32Array.from(markers, (task) => model.markerNames.indexOf(task.name)),
    observed: Int32Array.from(markers, (task) => observedNames.indexOf(task.name)),
    weight: Float64Array.from(markers, (task) => task.weight),
    taskCoordinate: Int32Array.from(indices),
    taskWeight: Float64Array.from(coordinateTasks, (task) => task.weight),
    taskValue: Float64Array.from(coordinateTasks, (task, i) =>
      task.from === "value" ? task.value : model.coordinateDefault[indices[i]],
    ),
    taskFromFile: Uint8Array.from(coordinateTasks, (task) => (task.from === "file" ? 1 : 0)),
    unknowns: Int32Array.from([...Array(model.nCoordinates).keys()].filter(solved)),
    bounds,
    constraintWeight,
  };
}

/** Whether any coordinate follows a function of time, so that `setPrescribed` is needed frame by frame. */
export function hasPrescribed(model: Model): boolean {
  return model.coordinateKind.includes(COORDINATE_PRESCRIBED);
}
