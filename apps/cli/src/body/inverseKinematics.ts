/** `ik`: marker positions → coordinates. */
import {
  columnOf,
  hasPrescribed,
  type IkProblem,
  type IkTasks,
  makeIkOutcome,
  makeIkProblem,
  makeIkWork,
  type MarkerTrajectories,
  markerError,
  readIkTasks,
  readSetup,
  readStorage,
  readTrc,
  rowAtOrBefore,
  setPrescribed,
  solveIk,
  type Storage,
} from "@levelhip/body";
import { readText } from "./files.ts";
import { type Loaded, loadModel, NothingToCompute } from "./load.ts";
import type { Progress } from "./progress.ts";
import type { BodyRequest } from "./request.ts";
import { type BodySummary, summarize, writeTable } from "./results.ts";

const DEG = 180 / Math.PI;

export function runInverseKinematics(request: BodyRequest, progress: Progress): BodySummary {
  const loaded = loadModel(request);
  const { model, data } = loaded;
  const markers = readTrc(readText(request.markers ?? ""), request.markers ?? "");
  const setup = request.setup === null ? null : readSetup(readText(request.setup), request.setup);
  const own = setup?.tool === "inverseKinematics" ? setup : null;
  const problem = makeIkProblem(model, markers.names, tasksOf(request), {
    constraintWeight: own?.constraintWeight ?? Number.POSITIVE_INFINITY,
  });
  const frames = framesWithin(request, markers);
  const wanted =
    request.coordinateFile === null ? null : readStorage(readText(request.coordinateFile), request.coordinateFile);
  const n = model.nCoordinates;
  const labels = ["time", ...model.coordinateNames];
  const errors = ["time", "total_squared_error", "marker_error_RMS", "marker_error_max"];
  const places = ["time", ...problem.markerNames.flatMap((name) => [`${name}_tx`, `${name}_ty`, `${name}_tz`])];
  const values = new Float64Array(frames.length * labels.length);
  const errorValues = new Float64Array(frames.length * errors.length);
  const placeValues = new Float64Array(frames.length * places.length);
  const work = makeIkWork(model, problem);
  const outcome = makeIkOutcome();
  const q = Float64Array.from(model.coordinateDefault);
  const worstOf = new Map<string, number>();
  let unsettled = 0;
  const started = performance.now();
  frames.forEach((frame, k) => {
    const t_s = markers.time_s[frame] ?? 0;
    const at = 3 * markers.names.length * frame;
    if (hasPrescribed(model)) setPrescribed(model, data, q, t_s);
    if (wanted !== null) setWanted(problem, loaded, wanted, t_s);
    solveIk(model, data, problem, markers.position_m, at, q, work, outcome);
    if (!outcome.converged) unsettled++;
    values[k * labels.length] = t_s;
    for (let c = 0; c < n; c++) {
      values[k * labels.length + 1 + c] = (q[c] ?? 0) * (model.coordinateRotational[c] === 1 ? DEG : 1);
    }
    let squares = 0;
    for (let m = 0; m < problem.nMarkers; m++) {
      const error_m = markerError(problem, markers.position_m, at, work, m);
      if (!Number.isFinite(error_m)) continue;
      squares += error_m * error_m;
      const name = problem.markerNames[m] ?? "";
      worstOf.set(name, Math.max(worstOf.get(name) ?? 0, error_m));
    }
    errorValues.set([t_s, squares, outcome.rms_m, outcome.max_m], k * errors.length);
    placeValues[k * places.length] = t_s;
    placeValues.set(work.marker_m, k * places.length + 1);
    progress(k + 1, frames.length);
  });
  const compute_ms = performance.now() - started;
  const table = { labels, values, nRows: frames.length };
  const files = [writeTable(request, request.outputFile ?? `${request.name}_ik.mot`, "Coordinates", table, true)];
  if (own?.reportErrors ?? true) {
    const name = `${request.name}_ik_marker_errors.sto`;
    files.push(writeTable(request, name, "Model Marker Errors from IK", { labels: errors, values: errorValues }));
  }
  if (own?.reportMarkerLocations ?? false) {
    const name = `${request.name}_ik_model_marker_locations.sto`;
    files.push(writeTable(request, name, "Model Marker Locations from IK", { labels: places, values: placeValues }));
  }
  return summarize(
    request,
    table,
    files,
    loaded.import_ms,
    compute_ms,
    details(problem, markers, errorValues, unsettled, worstOf),
  );
}

function tasksOf(request: BodyRequest): IkTasks | null {
  if (request.tasks !== null) return readIkTasks(readText(request.tasks), request.tasks);
  if (request.setup === null) return null;
  const setup = readSetup(readText(request.setup), request.setup);
  return setup.tool === "inverseKinematics" && !("file" in setup.tasks) ? setup.tasks : null;
}

function framesWithin(request: BodyRequest, markers: MarkerTrajectories): number[] {
  const frames: number[] = [];
  for (let i = 0; i < markers.nFrames; i++) {
    const t_s = markers.time_s[i] ?? 0;
    if (t_s >= request.from_s - 1e-6 && t_s <= request.to_s + 1e-6) frames.push(i);
  }
  if (frames.length > 0) return frames.filter((_, k) => k % request.interval === 0);
  throw new NothingToCompute(
    `The markers in ${request.markers} run from ${markers.time_s[0]} s to ${markers.time_s[markers.nFrames - 1]} s; none lie between ${request.from_s} s and ${request.to_s} s. Choose other times with --from and --to.`,
  );
}

/** Values of the coordinate tasks that come from a file, at the row before the time. */
function setWanted(problem: IkProblem, loaded: Loaded, wanted: Storage, t_s: number): void {
  const times = wanted.columns[0];
  if (!times) return;
  const row = rowAtOrBefore(times, t_s + 1e-9);
  for (let k = 0; k < problem.taskCoordinate.length; k++) {
    const coordinate = problem.taskCoordinate[k] ?? 0;
    const column = columnOf(wanted, loaded.model.coordinateNames[coordinate] ?? "");
    if (problem.taskFromFile[k] !== 1 || column === null) continue;
    const scale = wanted.inDegrees && loaded.model.coordinateRotational[coordinate] === 1 ? 1 / DEG : 1;
    problem.taskValue[k] = scale * (column[row] ?? 0);
  }
}

function details(
  problem: IkProblem,
  markers: MarkerTrajectories,
  errors: Float64Array,
  unsettled: number,
  worstOf: ReadonlyMap<string, number>,
): Record<string, unknown> {
  let squares = 0;
  let worst = 0;
  let count = 0;
  for (let i = 0; i < errors.length; i += 4) {
    const rms = errors[i + 2] ?? 0;
    if (!Number.isFinite(rms)) continue;
    squares += rms * rms;
    worst = Math.max(worst, errors[i + 3] ?? 0);
    count++;
  }
  return {
    markers_fitted: problem.nMarkers,
    markers_left_out: markers.names.filter((name) => !problem.markerNames.includes(name)),
    marker_error_rms_m: count > 0 ? Math.sqrt(squares / count) : null,
    marker_error_max_m: worst,
    worst_by_marker_m: Object.fromEntries(worstOf),
    frames_not_settled: unsettled,
  };
}
