/** `id`, `lengths`, `arms`: moments, muscle lengths and moment arms along a motion. */
import { inverseDynamicsTable, lengthTable, makeTrial, type Model, momentArmTables } from "@levelhip/body";
import { UsageError } from "../exit.ts";
import { loadExternalLoads, loadModel, loadMotion, NothingToCompute } from "./load.ts";
import type { Progress } from "./progress.ts";
import type { BodyRequest } from "./request.ts";
import { type BodySummary, summarize, writeTable } from "./results.ts";

export function runInverseDynamics(request: BodyRequest, progress: Progress): BodySummary {
  const loaded = loadModel(request);
  const { motion, rows } = loadMotion(request, loaded, "inverse-dynamics-tool");
  const loads = loadExternalLoads(request, loaded.model);
  const started = performance.now();
  const table = inverseDynamicsTable(makeTrial(loaded.model, loaded.data, motion, rows, loads, progress));
  const compute_ms = performance.now() - started;
  const file = request.outputFile ?? `${request.name}_InverseDynamics.sto`;
  const path = writeTable(request, file, "Inverse Dynamics Generalized Forces", table);
  const root = Object.fromEntries(
    loaded.model.coordinateNames.flatMap((name, c) =>
      loaded.model.bodyParent[(loaded.model.coordinateJoint[c] ?? 0) + 1] === 0
        ? [[name, greatest(table.values, table.labels.length, 1 + c)]]
        : [],
    ),
  );
  const details = { coordinates_at_default: motion.absent, greatest_root_residual: root };
  return summarize(request, table, [path], loaded.import_ms, compute_ms, details);
}

function greatest(values: Float64Array, width: number, column: number): number {
  let worst = 0;
  for (let i = column; i < values.length; i += width) worst = Math.max(worst, Math.abs(values[i] ?? 0));
  return worst;
}

export function runLengths(request: BodyRequest, progress: Progress): BodySummary {
  const loaded = loadModel(request);
  needMuscles(loaded.model, request);
  const { motion, rows } = loadMotion(request, loaded, "analyze-tool");
  const started = performance.now();
  const table = lengthTable(makeTrial(loaded.model, loaded.data, motion, rows, null, progress));
  const compute_ms = performance.now() - started;
  const path = writeTable(request, `${request.name}_MuscleAnalysis_Length.sto`, "Length", table);
  return summarize(request, table, [path], loaded.import_ms, compute_ms, { muscles: loaded.model.nMuscles });
}

export function runMomentArms(request: BodyRequest, progress: Progress): BodySummary {
  const loaded = loadModel(request);
  needMuscles(loaded.model, request);
  const { model } = loaded;
  const coordinates = chosenCoordinates(model, request.coordinates);
  const { motion, rows } = loadMotion(request, loaded, "analyze-tool");
  const started = performance.now();
  const tables = momentArmTables(makeTrial(model, loaded.data, motion, rows, null, progress), coordinates);
  const compute_ms = performance.now() - started;
  const files = tables.map((table, i) => {
    const coordinate = model.coordinateNames[coordinates[i] ?? 0] ?? "";
    return writeTable(
      request,
      `${request.name}_MuscleAnalysis_MomentArm_${coordinate}.sto`,
      `MomentArm_${coordinate}`,
      table,
    );
  });
  const first = tables[0];
  if (!first) throw new NothingToCompute(`No muscle of the model ${request.model} acts on a coordinate.`);
  return summarize(request, first, files, loaded.import_ms, compute_ms, { muscles: model.nMuscles });
}

function chosenCoordinates(model: Model, names: readonly string[]): number[] {
  if (names.length === 0) {
    const acted = new Set(model.armCoordinate.subarray(0, model.armStart[model.nMuscles]));
    return [...acted].sort((a, b) => a - b);
  }
  return names.map((name) => {
    const index = model.coordinateNames.indexOf(name);
    if (index >= 0) return index;
    throw new UsageError(
      `--coordinate ${name}: the model has no such coordinate. Its coordinates are ${model.coordinateNames.join(", ")}.`,
    );
  });
}

function needMuscles(model: Model, request: BodyRequest): void {
  if (model.nMuscles === 0) throw new NothingToCompute(`The model ${request.model} has no muscles.`);
}
