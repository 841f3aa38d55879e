/** How far our tables are from a reference's. */
import type { Storage } from "../osim/storage.ts";
import type { TrialTable } from "../trial/trial.ts";

export interface Difference {
  /** Root mean square over rows and the chosen columns. */
  readonly rms: number;
  readonly worst: number;
  readonly worstColumn: string;
  /** RMS difference by the RMS of the reference. */
  readonly relative: number;
  /** Greatest RMS of one column by the reference's range in that column. */
  readonly byRange: number;
  readonly columns: number;
  readonly rows: number;
}

/**
 * Compares columns of one label, row by row.
 * @param ours rows must be as many as the reference's, at its times
 * @throws Error where a column is missing or times differ by more than 1 µs
 */
export function compareTables(
  ours: TrialTable,
  reference: Storage,
  labels: readonly string[],
  timeTolerance_s = 1e-6,
): Difference {
  if (ours.nRows !== reference.nRows) throw new Error(`${ours.nRows} rows, the reference has ${reference.nRows}`);
  const width = ours.labels.length;
  let squares = 0;
  let reference2 = 0;
  let worst = 0;
  let worstColumn = "";
  let byRange = 0;
  for (const label of labels) {
    const c = ours.labels.indexOf(label);
    const g = reference.labels.indexOf(label);
    if (c < 0 || g < 0) throw new Error(`no column "${label}"`);
    const column = reference.columns[g];
    let columnSquares = 0;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let r = 0; r < reference.nRows; r++) {
      if (Math.abs(ours.values[r * width] - reference.columns[0][r]) > timeTolerance_s) {
        throw new Error(
          `row ${r + 1} is at ${ours.values[r * width]} s, the reference's at ${reference.columns[0][r]} s`,
        );
      }
      const difference = ours.values[r * width + c] - column[r];
      columnSquares += difference * difference;
      reference2 += column[r] * column[r];
      low = Math.min(low, column[r]);
      high = Math.max(high, column[r]);
      if (!(Math.abs(difference) <= worst)) {
        worst = Math.abs(difference);
        worstColumn = label;
      }
    }
    squares += columnSquares;
    if (high > low) byRange = Math.max(byRange, Math.sqrt(columnSquares / reference.nRows) / (high - low));
  }
  const count = labels.length * reference.nRows;
  return {
    rms: Math.sqrt(squares / count),
    worst,
    worstColumn,
    relative: Math.sqrt(squares / reference2),
    byRange,
    columns: labels.length,
    rows: reference.nRows,
  };
}
