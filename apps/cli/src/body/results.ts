/** Result tables as OpenSim writes them, and the summary of a run. */
import { join } from "node:path";
import { type TrialTable, writeStorage } from "@levelhip/body";
import { writeText } from "./files.ts";
import type { BodyRequest } from "./request.ts";

export interface BodySummary {
  readonly command: string;
  readonly model: string;
  readonly motion: string;
  readonly frames: number;
  readonly from_s: number;
  readonly to_s: number;
  readonly files: readonly string[];
  readonly import_ms: number;
  readonly compute_ms: number;
  readonly frames_per_second: number;
  /** What the command alone knows: residuals, reserves, marker errors. */
  readonly details: Readonly<Record<string, unknown>>;
}

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  "Joint Reaction Loads":
    "\nThis file contains the reaction forces and moments\napplied to the specified body of a joint pair and expressed  in the specified reference frame.\n\nUnits are S.I. units (seconds, meters, Newtons, ...)",
  "Static Optimization": "This file contains static optimization results.\n",
  ModelForces:
    "\nThis file contains the forces exerted on a model during a simulation.\n\nUnits are S.I. units (second, meters, Newtons, ...)",
};

/** Decimals of results: more than OpenSim's usual eight, so that tables can be fed back. */
const PRECISION = 12;

/** Writes a table as `out/file`; the path written. */
export function writeTable(
  request: BodyRequest,
  file: string,
  name: string,
  table: Pick<TrialTable, "labels" | "values">,
  inDegrees = false,
): string {
  const path = join(request.out, file);
  const description = DESCRIPTIONS[name];
  writeText(
    path,
    writeStorage({
      name,
      inDegrees,
      labels: table.labels,
      values: table.values,
      precision: PRECISION,
      ...(description === undefined ? {} : { description }),
    }),
  );
  return path;
}

/** First and last time of a table. */
export function timeSpan(table: TrialTable): readonly [from_s: number, to_s: number] {
  const width = table.labels.length;
  return [table.values[0] ?? 0, table.values[(table.nRows - 1) * width] ?? 0];
}

export function summarize(
  request: BodyRequest,
  table: TrialTable,
  files: readonly string[],
  import_ms: number,
  compute_ms: number,
  details: Readonly<Record<string, unknown>>,
): BodySummary {
  const [from_s, to_s] = timeSpan(table);
  return {
    command: request.command,
    model: request.model,
    motion: request.motion === "" ? (request.markers ?? "") : request.motion,
    frames: table.nRows,
    from_s,
    to_s,
    files,
    import_ms,
    compute_ms,
    frames_per_second: compute_ms > 0 ? (1000 * table.nRows) / compute_ms : 0,
    details,
  };
}
