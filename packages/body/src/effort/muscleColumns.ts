/** The muscles' columns of the redundancy problem: where each moment arm goes, and the moments of given forces. */
import type { Data, Model } from "../model/model.ts";
import type { BalancePattern } from "./balancePattern.ts";
import type { EffortProblem } from "./effortProblem.ts";

export interface MuscleColumns {
  /** Moment of each entry of the problem's matrix per newton of tendon force; the muscles' entries alone. [nA] m or 1 */
  readonly arms: Float64Array;
  /** Matrix entry of each stored moment arm of the muscles; −1 none; −2−k: the coupled arm k. */
  readonly armEntry: Int32Array;
  readonly coupledArms: readonly CoupledArm[];
}

interface CoupledArm {
  readonly slopes: Float64Array;
  readonly entries: Int32Array;
}

export function makeMuscleColumns(model: Model, pattern: BalancePattern, problem: EffortProblem): MuscleColumns {
  const armEntry = new Int32Array(model.armStart[model.nMuscles]).fill(-1);
  const coupledArms: CoupledArm[] = [];
  const entryOf = (column: number, balance: number): number => {
    for (let e = problem.columnStart[column]; e < problem.columnStart[column + 1]; e++) {
      if (problem.rowIndex[e] === balance) return e;
    }
    return -1;
  };
  for (let i = 0; i < model.nMuscles; i++) {
    for (let k = model.armStart[i]; k < model.armStart[i + 1]; k++) {
      const coordinate = model.armCoordinate[k];
      const coupled = pattern.coupled.find((c) => c.coordinate === coordinate);
      if (coupled) {
        const entries = Int32Array.from(coupled.balances, (balance) => (balance < 0 ? -1 : entryOf(i, balance)));
        armEntry[k] = -1 - coupledArms.push({ slopes: coupled.slopes, entries });
      } else if (pattern.balanceOf[coordinate] >= 0) {
        armEntry[k] = entryOf(i, pattern.balanceOf[coordinate]);
      }
    }
  }
  return { arms: new Float64Array(problem.rowIndex.length), armEntry, coupledArms };
}

/** Sets `arms` from the moment arms of `data`, coupled coordinates followed by the pattern's slopes. Allocates nothing. */
export function setMuscleArms(model: Model, data: Data, columns: MuscleColumns): void {
  const { arms, armEntry, coupledArms } = columns;
  arms.fill(0);
  const last = model.armStart[model.nMuscles];
  for (let k = 0; k < last; k++) {
    const entry = armEntry[k];
    const arm = data.momentArm_m[k];
    if (entry >= 0) {
      arms[entry] += arm;
    } else if (entry < -1) {
      const { slopes, entries } = coupledArms[-2 - entry];
      for (let c = 0; c < entries.length; c++) if (entries[c] >= 0) arms[entries[c]] += slopes[c] * arm;
    }
  }
}

/**
 * Sets the muscles' entries of the matrix. Allocates nothing.
 * @param perEffort_N tendon force of each muscle per unit of effort   (nM)
 * @param strength effort per activation   (nM)
 */
export function setMuscleMatrix(
  problem: EffortProblem,
  columns: MuscleColumns,
  perEffort_N: Float64Array,
  strength: Float64Array,
): void {
  const { columnStart, matrix } = problem;
  for (let i = 0; i < strength.length; i++) {
    const force = perEffort_N[i] * strength[i];
    for (let e = columnStart[i]; e < columnStart[i + 1]; e++) matrix[e] = force * columns.arms[e];
  }
}

/**
 * Adds `sign` times the moments of tendon forces. Allocates nothing.
 * @param force_N   (nM)
 * @param out [nB] Nm or N
 */
export function addMuscleMoments(
  problem: EffortProblem,
  columns: MuscleColumns,
  force_N: Float64Array,
  count: number,
  sign: 1 | -1,
  out: Float64Array,
): void {
  const { columnStart, rowIndex } = problem;
  for (let i = 0; i < count; i++) {
    const force = sign * force_N[i];
    if (force === 0) continue;
    for (let e = columnStart[i]; e < columnStart[i + 1]; e++) out[rowIndex[e]] += force * columns.arms[e];
  }
}
