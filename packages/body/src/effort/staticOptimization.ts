/**
 * The redundancy problem of a model in the state held by its `Data`: muscles and other actuators against the generalised
 * forces that inverse dynamics asks for.
 *
 * Column of a muscle: moment arms · active force along an inextensible tendon at full activation · strength. Column of an
 * actuator: its generalised force at control 1. Moments: τ of inverse dynamics, less what passive muscle forces give where
 * they are counted. As OpenSim's StaticOptimization when passive forces are off, p is its exponent, strengths and weights
 * are one, and the reserves' price is next to nothing: cost Σ|x|ᵖ over muscles and actuators alike, lower bounds
 * `min_control`.
 */
import { reduceCouplers } from "../kinematics/couplers.ts";
import type { Data, Model } from "../model/model.ts";
import {
  compileMuscles,
  evaluateMuscles,
  type MuscleSet,
  type MuscleState,
  makeMuscleState,
} from "../muscle/muscleSet.ts";
import { type ActuatorSet, actuatorCoordinates, addActuatorForce, compileActuators, isReserve } from "./actuatorSet.ts";
import { type BalancePattern, makeBalancePattern, reachedCoordinates, setCoupledSlopes } from "./balancePattern.ts";
import {
  type EffortExponent,
  type EffortProblem,
  type EffortSolution,
  makeEffortProblem,
  makeEffortSolution,
} from "./effortProblem.ts";
import { solveEffort } from "./solveEffort.ts";

export interface StaticOptimizationOptions {
  /** p of the cost; 2 where not given. */
  readonly exponent?: EffortExponent;
  /** Count passive muscle forces; false where not given, as OpenSim does. */
  readonly passive?: boolean;
  /** False: muscles give their maximal isometric force whatever their length and speed; true where not given. */
  readonly physiology?: boolean;
  /** Price of each muscle's effort, > 0; 1 where not given. [nM] */
  readonly weight?: Float64Array;
  /** Strength of each muscle by the model's own, ≥ 0; 1 where not given. [nM] */
  readonly strength?: Float64Array;
  /** Price of the reserve of every balance [Nm]; `PARITY_PRICE_NM` where not given. */
  readonly price_Nm?: number;
}

/** So dear that reserves appear only where nothing else can balance. */
export const PARITY_PRICE_NM = 1e-3;

/** Compiled problem with its workspace; one per model and set of options. nM muscles, nA actuators, nX = nM + nA. */
export interface StaticOptimizer {
  readonly model: Model;
  readonly muscles: MuscleSet;
  readonly muscleState: MuscleState;
  readonly actuators: ActuatorSet;
  readonly passive: boolean;
  readonly physiology: boolean;
  readonly strength: Float64Array; // [nM]; may be changed between frames
  readonly pattern: BalancePattern;
  readonly problem: EffortProblem;
  readonly solution: EffortSolution;
  /** Moments to balance. [nB] Nm or N */
  readonly b: Float64Array;
  /** Tendon forces, passive ones included where counted, then actuator forces. [nX] N or Nm; set by `solveStatic` */
  readonly force: Float64Array;
  /** Names of the efforts: muscles, then actuators. */
  readonly names: readonly string[];
  /** Matrix entry of each stored moment arm of the muscles; −1 none; −2−k: the coupled arm k. */
  readonly armEntry: Int32Array;
  readonly coupledArms: readonly CoupledArm[];
  readonly scratch: Float64Array; // [nQ]
}

interface CoupledArm {
  readonly slopes: Float64Array;
  readonly entries: Int32Array;
}

export function makeStaticOptimizer(model: Model, options: StaticOptimizationOptions = {}): StaticOptimizer {
  const muscles = compileMuscles(model.description.muscles);
  const actuators = compileActuators(model);
  const n = muscles.count;
  const columns = [
    ...Array.from({ length: n }, (_, i) => reachedCoordinates(model, armsOf(model, i))),
    ...Array.from({ length: actuators.count }, (_, i) =>
      reachedCoordinates(model, actuatorCoordinates(model, actuators, i)),
    ),
  ];
  const pattern = makeBalancePattern(model, columns);
  const problem = makeEffortProblem(
    pattern.coordinate.length,
    columns.map((column) => column.map((coordinate) => pattern.balanceOf[coordinate])),
    options.exponent ?? 2,
  );
  model.description.muscles.forEach((muscle, i) => {
    problem.lower[i] = muscle.minControl;
    problem.upper[i] = muscle.maxControl;
  });
  const strength = options.strength?.slice() ?? new Float64Array(n).fill(1);
  model.description.muscles.forEach((muscle, i) => {
    if (!muscle.appliesForce) strength[i] = 0;
  });
  problem.lower.set(actuators.minControl, n);
  problem.upper.set(actuators.maxControl, n);
  if (options.weight) problem.weight.set(options.weight);
  problem.price.fill(options.price_Nm ?? PARITY_PRICE_NM);
  const coupledArms: CoupledArm[] = [];
  return {
    model,
    muscles,
    muscleState: makeMuscleState(muscles),
    actuators,
    passive: options.passive ?? false,
    physiology: options.physiology ?? true,
    strength,
    pattern,
    problem,
    solution: makeEffortSolution(problem),
    b: new Float64Array(problem.balances),
    force: new Float64Array(problem.efforts),
    names: [...muscles.names, ...actuators.names],
    armEntry: locateArms(model, pattern, problem, coupledArms),
    coupledArms,
    scratch: new Float64Array(model.nCoordinates),
  };
}

function armsOf(model: Model, path: number): Int32Array {
  return model.armCoordinate.subarray(model.armStart[path], model.armStart[path + 1]);
}

function locateArms(
  model: Model,
  pattern: BalancePattern,
  problem: EffortProblem,
  coupledArms: CoupledArm[],
): Int32Array {
  const entries = new Int32Array(model.armStart[model.nMuscles]).fill(-1);
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
        const at = Int32Array.from(coupled.balances, (balance) => (balance < 0 ? -1 : entryOf(i, balance)));
        entries[k] = -1 - coupledArms.push({ slopes: coupled.slopes, entries: at });
      } else if (pattern.balanceOf[coordinate] >= 0) {
        entries[k] = entryOf(i, pattern.balanceOf[coordinate]);
      }
    }
  }
  return entries;
}

/**
 * Fills the matrix and the moments from `data` as `setPaths` (lengths, speeds, arms) and `inverseDynamics` (`tau`, external
 * loads counted) left it. Allocates nothing.
 */
export function setStaticProblem(optimizer: StaticOptimizer, data: Data): void {
  const { model, muscles, muscleState, problem, scratch, b, pattern } = optimizer;
  evaluateMuscles(muscles, data.pathLength_m, data.pathSpeed_m_s, muscleState);
  if (!optimizer.physiology) muscleState.activeForce_N.set(muscles.maxForce_N);
  setCoupledSlopes(model, data, pattern, scratch);
  problem.matrix.fill(0);
  for (let i = 0; i < muscles.count; i++) setMuscleColumn(optimizer, data, i);
  for (let i = 0; i < optimizer.actuators.count; i++) setActuatorColumn(optimizer, data, i);
  scratch.set(data.tau);
  if (optimizer.passive) {
    for (let i = 0; i < muscles.count; i++) {
      const force = muscleState.passiveForce_N[i];
      if (force === 0) continue;
      for (let k = model.armStart[i]; k < model.armStart[i + 1]; k++) {
        scratch[model.armCoordinate[k]] -= force * data.momentArm_m[k];
      }
    }
  }
  reduceCouplers(model, data, scratch);
  for (let j = 0; j < problem.balances; j++) b[j] = scratch[pattern.coordinate[j]];
}

function setMuscleColumn(optimizer: StaticOptimizer, data: Data, i: number): void {
  const force = optimizer.muscleState.activeForce_N[i] * optimizer.strength[i];
  const { armStart } = optimizer.model;
  const { armEntry, coupledArms } = optimizer;
  const matrix = optimizer.problem.matrix;
  for (let k = armStart[i]; k < armStart[i + 1]; k++) {
    const moment = force * data.momentArm_m[k];
    const entry = armEntry[k];
    if (entry >= 0) {
      matrix[entry] += moment;
    } else if (entry < -1) {
      const { slopes, entries } = coupledArms[-2 - entry];
      for (let c = 0; c < entries.length; c++) if (entries[c] >= 0) matrix[entries[c]] += slopes[c] * moment;
    }
  }
}

function setActuatorColumn(optimizer: StaticOptimizer, data: Data, i: number): void {
  const { model, problem, pattern, scratch, actuators } = optimizer;
  scratch.fill(0);
  addActuatorForce(model, data, actuators, i, actuators.optimalForce, i, scratch);
  reduceCouplers(model, data, scratch);
  const column = optimizer.muscles.count + i;
  for (let e = problem.columnStart[column]; e < problem.columnStart[column + 1]; e++) {
    problem.matrix[e] = scratch[pattern.coordinate[problem.rowIndex[e]]];
  }
}

/** Solves the problem that `setStaticProblem` filled, warm from the solution before, and sets `force`. Allocates nothing. */
export function solveStatic(optimizer: StaticOptimizer): void {
  const { problem, solution, muscles, muscleState, strength, actuators, force } = optimizer;
  solveEffort(problem, optimizer.b, solution);
  for (let i = 0; i < muscles.count; i++) {
    force[i] = solution.x[i] * strength[i] * muscleState.activeForce_N[i];
    if (optimizer.passive) force[i] += muscleState.passiveForce_N[i];
  }
  for (let i = 0; i < actuators.count; i++) {
    force[muscles.count + i] = solution.x[muscles.count + i] * actuators.optimalForce[i];
  }
}

/** Cost of the muscles alone, Σ w|x|ᵖ/p: what a range of equal answers may spend a share of. */
export function muscleCost(optimizer: StaticOptimizer): number {
  const { problem, solution, muscles } = optimizer;
  let cost = 0;
  for (let i = 0; i < muscles.count; i++) {
    cost += (problem.weight[i] * Math.abs(solution.x[i]) ** problem.exponent) / problem.exponent;
  }
  return cost;
}

/**
 * What reserves carry of each balance: the priced reserve and every coordinate actuator. Allocates nothing.
 * @param out [nB] Nm or N
 */
export function reservesCarried(optimizer: StaticOptimizer, solution: EffortSolution, out: Float64Array): void {
  const { problem, muscles, actuators } = optimizer;
  out.set(solution.reserve);
  for (let i = 0; i < actuators.count; i++) {
    if (!isReserve(actuators, i)) continue;
    const column = muscles.count + i;
    for (let e = problem.columnStart[column]; e < problem.columnStart[column + 1]; e++) {
      out[problem.rowIndex[e]] += problem.matrix[e] * solution.x[column];
    }
  }
}
