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
import { type ElasticEffort, makeElasticEffort, solveElastic } from "./elasticEffort.ts";
import {
  addMuscleMoments,
  type MuscleColumns,
  makeMuscleColumns,
  setMuscleArms,
  setMuscleMatrix,
} from "./muscleColumns.ts";
import { solveEffort } from "./solveEffort.ts";

export interface StaticOptimizationOptions {
  /** p of the cost; 2 where not given. */
  readonly exponent?: EffortExponent;
  /** Count passive muscle forces; false where not given, as OpenSim does. */
  readonly passive?: boolean;
  /** Tendons stretch (`elasticTendon`); passive forces then always count. False where not given, as OpenSim does. */
  readonly elastic?: boolean;
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
  /** Null: tendons do not stretch. */
  readonly elastic: ElasticEffort | null;
  readonly strength: Float64Array; // [nM]; may be changed between frames
  /** 0: the muscle is switched off and gives nothing. [nM] */
  readonly applies: Uint8Array;
  readonly pattern: BalancePattern;
  readonly problem: EffortProblem;
  readonly solution: EffortSolution;
  /** Moments to balance, less what muscles give at no activation (elastic: by the slope at the answer). [nB] Nm or N */
  readonly b: Float64Array;
  /** Tendon forces, passive ones included where counted, then actuator forces. [nX] N or Nm; set by `solveStatic` */
  readonly force: Float64Array;
  /** Names of the efforts: muscles, then actuators. */
  readonly names: readonly string[];
  readonly columns: MuscleColumns;
  readonly scratch: Float64Array; // [nQ]
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
  problem.lower.set(actuators.minControl, n);
  problem.upper.set(actuators.maxControl, n);
  if (options.weight) problem.weight.set(options.weight);
  problem.price.fill(options.price_Nm ?? PARITY_PRICE_NM);
  const physiology = options.physiology ?? true;
  const applies = Uint8Array.from(model.description.muscles, (muscle) => (muscle.appliesForce ? 1 : 0));
  const elastic = physiology && (options.elastic ?? false);
  return {
    model,
    muscles,
    muscleState: makeMuscleState(muscles),
    actuators,
    passive: elastic || (options.passive ?? false),
    physiology,
    elastic: elastic ? makeElasticEffort(muscles, applies, problem.balances) : null,
    strength,
    applies,
    pattern,
    problem,
    solution: makeEffortSolution(problem),
    b: new Float64Array(problem.balances),
    force: new Float64Array(problem.efforts),
    names: [...muscles.names, ...actuators.names],
    columns: makeMuscleColumns(model, pattern, problem),
    scratch: new Float64Array(model.nCoordinates),
  };
}

function armsOf(model: Model, path: number): Int32Array {
  return model.armCoordinate.subarray(model.armStart[path], model.armStart[path + 1]);
}

/**
 * Fills the matrix and the moments from `data` as `setPaths` (lengths, speeds, arms) and `inverseDynamics` (`tau`, external
 * loads counted) left it. Allocates nothing.
 */
export function setStaticProblem(optimizer: StaticOptimizer, data: Data): void {
  const { model, muscles, muscleState, problem, scratch, b, pattern, applies, elastic } = optimizer;
  evaluateMuscles(muscles, data.pathLength_m, data.pathSpeed_m_s, muscleState);
  const { activeForce_N, passiveForce_N } = muscleState;
  if (!optimizer.physiology) activeForce_N.set(muscles.maxForce_N);
  for (let i = 0; i < muscles.count; i++) {
    if (applies[i] === 0) activeForce_N[i] = 0;
    if (applies[i] === 0 || !optimizer.passive) passiveForce_N[i] = 0;
  }
  setCoupledSlopes(model, data, pattern, scratch);
  setMuscleArms(model, data, optimizer.columns);
  for (let i = 0; i < optimizer.actuators.count; i++) setActuatorColumn(optimizer, data, i);
  scratch.set(data.tau);
  reduceCouplers(model, data, scratch);
  for (let j = 0; j < problem.balances; j++) b[j] = scratch[pattern.coordinate[j]];
  if (elastic === null) {
    setMuscleMatrix(problem, optimizer.columns, activeForce_N, optimizer.strength);
    addMuscleMoments(problem, optimizer.columns, passiveForce_N, muscles.count, -1, b);
  } else {
    elastic.moment.set(b);
    for (let i = 0; i < muscles.count; i++) {
      elastic.length_m[i] = data.pathLength_m[i];
      elastic.speed_m_s[i] = data.pathSpeed_m_s[i];
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
  const { problem, solution, elastic } = optimizer;
  if (elastic === null) solveEffort(problem, optimizer.b, solution);
  else solveElastic(elastic, problem, optimizer.columns, optimizer.strength, optimizer.b, solution);
  forcesAt(optimizer, solution.x, optimizer.force);
}

/**
 * Tendon forces, then actuators' forces, at efforts x of the problem that is set; where tendons stretch, by the tangent at
 * the answer. Allocates nothing.
 * @param x   (nX)
 * @param out [nX] N or Nm
 */
export function forcesAt(optimizer: StaticOptimizer, x: Float64Array, out: Float64Array): void {
  const { muscles, muscleState, strength, actuators, elastic } = optimizer;
  const perEffort_N = elastic === null ? muscleState.activeForce_N : elastic.gain_N;
  const atNone_N = elastic === null ? muscleState.passiveForce_N : elastic.atNone_N;
  for (let i = 0; i < muscles.count; i++) out[i] = x[i] * strength[i] * perEffort_N[i] + atNone_N[i];
  for (let i = 0; i < actuators.count; i++) {
    out[muscles.count + i] = x[muscles.count + i] * actuators.optimalForce[i];
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
