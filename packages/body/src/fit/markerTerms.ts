import type { Data, Model } from "../model/model.ts";
import type { IkProblem } from "./ikProblem.ts";

interface Work {
  readonly marker_m: Float64Array;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly rows: Float64Array;
  readonly touched: Int32Array;
  readonly mark: Int32Array;
}

/** Adds JᵀWr and JᵀWJ of all markers that were seen, over all coordinates, with J built from each marker's chain of axes. */
export function addMarkerTerms(
  model: Model,
  data: Data,
  problem: IkProblem,
  observed_m: Float64Array,
  at: number,
  work: Work,
): void {
  const { gradient, hessian, marker_m: X, rows, touched } = work;
  const n = model.nCoordinates;
  let total = 0;
  for (let m = 0; m < problem.nMarkers; m++)
    if (isSeen(observed_m, at + 3 * problem.observed[m])) total += problem.weight[m];
  if (total === 0) return;
  for (let m = 0; m < problem.nMarkers; m++) {
    const o = at + 3 * problem.observed[m];
    if (!isSeen(observed_m, o)) continue;
    const w = problem.weight[m] / total;
    const dx = X[3 * m] - observed_m[o];
    const dy = X[3 * m + 1] - observed_m[o + 1];
    const dz = X[3 * m + 2] - observed_m[o + 2];
    const count = chainRows(model, data, model.markerBody[problem.modelMarker[m]], m, work);
    for (let a = 0; a < count; a++) {
      const i = touched[a];
      const x = w * rows[3 * a];
      const y = w * rows[3 * a + 1];
      const z = w * rows[3 * a + 2];
      gradient[i] += x * dx + y * dy + z * dz;
      for (let b = 0; b < count; b++)
        hessian[i * n + touched[b]] += x * rows[3 * b] + y * rows[3 * b + 1] + z * rows[3 * b + 2];
    }
  }
}

function isSeen(observed_m: Float64Array, o: number): boolean {
  return !Number.isNaN(observed_m[o] + observed_m[o + 1] + observed_m[o + 2]);
}

/** ∂x/∂q of marker m on its body for the coordinates between it and the ground, into work.rows and work.touched; returns how many. */
function chainRows(model: Model, data: Data, body: number, m: number, work: Work): number {
  const { axisOfBody, axisDependStart, axisDependCoordinate, bodyParent } = model;
  const { axisSpatial: S, axisSlope } = data;
  const { rows, touched, mark, marker_m: X } = work;
  const x = X[3 * m];
  const y = X[3 * m + 1];
  const z = X[3 * m + 2];
  let count = 0;
  for (let b = body; b > 0; b = bodyParent[b]) {
    for (let a = axisOfBody[b]; a < axisOfBody[b + 1]; a++) {
      const s = 6 * a;
      const vx = S[s + 3] + S[s + 1] * z - S[s + 2] * y;
      const vy = S[s + 4] + S[s + 2] * x - S[s] * z;
      const vz = S[s + 5] + S[s] * y - S[s + 1] * x;
      for (let d = axisDependStart[a]; d < axisDependStart[a + 1]; d++) {
        const c = axisDependCoordinate[d];
        let r = mark[c] - 1;
        if (r < 0) {
          r = count++;
          touched[r] = c;
          mark[c] = r + 1;
          rows[3 * r] = rows[3 * r + 1] = rows[3 * r + 2] = 0;
        }
        rows[3 * r] += axisSlope[d] * vx;
        rows[3 * r + 1] += axisSlope[d] * vy;
        rows[3 * r + 2] += axisSlope[d] * vz;
      }
    }
  }
  for (let r = 0; r < count; r++) mark[touched[r]] = 0;
  return count;
}
