/** Static optimisation and joint reactions over a trial. */
import { inverseDynamics } from "../dynamics/inverseDynamics.ts";
import { addActuatorForce, addActuatorLoad } from "../effort/actuatorSet.ts";
import { reservesCarried, type StaticOptimizer, setStaticProblem, solveStatic } from "../effort/staticOptimization.ts";
import { type ForwardWork, forwardAccelerations } from "../load/forwardAccelerations.ts";
import { jointReactions, REACTION_VALUES, type ReactionPlan } from "../load/jointReaction.ts";
import type { Model } from "../model/model.ts";
import { addPathTension, addPathTensions, setPaths } from "../path/paths.ts";
import { setTrialDynamics, setTrialLoads, setTrialMotion, type Trial, type TrialTable } from "./trial.ts";

/** Result of static optimisation with its certificate. */
export interface EffortTables {
  readonly activation: TrialTable;
  readonly force: TrialTable;
  /** Greatest balance error of each frame by 1 + |moment|. [nRows] */
  readonly kkt: Float64Array;
  readonly iterations: Int32Array; // [nRows]
  /** What reserves carry, and the moment, of each balance. [nRows×nB] Nm or N */
  readonly reserve: Float64Array;
  readonly moment: Float64Array;
}

/** Solves every frame and calls `onSolved` while `trial.data` still holds it (for reactions, ranges, sensitivities). */
export function effortTables(
  trial: Trial,
  optimizer: StaticOptimizer,
  onSolved: ((k: number, t_s: number) => void) | null = null,
): EffortTables {
  const { model, data, rows } = trial;
  const { problem, solution, force } = optimizer;
  const labels = ["time", ...optimizer.names];
  const width = labels.length;
  const n = rows.length;
  const result = {
    activation: { labels, values: new Float64Array(n * width), nRows: n },
    force: { labels, values: new Float64Array(n * width), nRows: n },
    kkt: new Float64Array(n),
    iterations: new Int32Array(n),
    reserve: new Float64Array(n * problem.balances),
    moment: new Float64Array(n * problem.balances),
  };
  const carried = new Float64Array(problem.balances);
  for (let k = 0; k < n; k++) {
    setTrialDynamics(trial, k);
    const t_s = trial.time_s[0];
    setPaths(model, data);
    setStaticProblem(optimizer, data);
    solveStatic(optimizer);
    const at = k * width;
    result.activation.values[at] = t_s;
    result.force.values[at] = t_s;
    result.activation.values.set(solution.x, at + 1);
    result.force.values.set(force, at + 1);
    result.kkt[k] = solution.kkt;
    result.iterations[k] = solution.iterations;
    reservesCarried(optimizer, solution, carried);
    result.reserve.set(carried, k * problem.balances);
    result.moment.set(optimizer.b, k * problem.balances);
    onSolved?.(k, t_s);
    trial.onFrame?.(k + 1, n);
  }
  return result;
}

/**
 * Puts tendons' and path actuators' tensions and point and torque actuators' loads on the bodies; after the loads and
 * `setPaths`. Allocates nothing.
 * @param force tendon forces [N], then actuator forces [N or Nm]   (nX)
 */
export function addEffortLoads(trial: Trial, optimizer: StaticOptimizer, force: Float64Array): void {
  const { model, data } = trial;
  const { actuators, muscles } = optimizer;
  addPathTensions(model, data, force, muscles.count);
  for (let i = 0; i < actuators.count; i++) {
    const at = muscles.count + i;
    if (actuators.path[i] >= 0) addPathTension(model, data, actuators.path[i], force[at]);
    else addActuatorLoad(data, actuators, i, force, at);
  }
}

/**
 * Adds the generalised forces of all muscles and actuators: tension times moment arm, which counts what moving path points do
 * along their coordinate (a part that loads no body). Allocates nothing.
 * @param out [nQ] Nm or N
 */
export function addEffortForces(
  trial: Trial,
  optimizer: StaticOptimizer,
  force: Float64Array,
  out: Float64Array,
): void {
  const { model, data } = trial;
  const { actuators, muscles } = optimizer;
  for (let i = 0; i < muscles.count; i++) {
    for (let k = model.armStart[i]; k < model.armStart[i + 1]; k++) {
      out[model.armCoordinate[k]] += force[i] * data.momentArm_m[k];
    }
  }
  for (let i = 0; i < actuators.count; i++) {
    addActuatorForce(model, data, actuators, i, force, muscles.count + i, out);
  }
}

/** Reactions at the frame just solved (accelerations as the motion has them), into a row of a table. */
export function reactionsNow(
  trial: Trial,
  optimizer: StaticOptimizer,
  plan: ReactionPlan,
  out: Float64Array,
  offset: number,
): void {
  addEffortLoads(trial, optimizer, optimizer.force);
  inverseDynamics(trial.model, trial.data);
  jointReactions(trial.model, trial.data, plan, out, offset);
}

/** Labels of a reaction table. */
export function reactionLabels(plan: ReactionPlan): string[] {
  return ["time", ...plan.labels];
}

/**
 * Table of joint reactions under forces given by a table (OpenSim's `forces_file`) or none: the accelerations come from the
 * equations of motion, as OpenSim has it.
 * @param forceAt fills forces of muscles and actuators at a time (nX); null: no actuator acts
 */
export function reactionTable(
  trial: Trial,
  optimizer: StaticOptimizer,
  plan: ReactionPlan,
  work: ForwardWork,
  forceAt: ((t_s: number, force: Float64Array) => void) | null,
): TrialTable {
  const { model, data, rows } = trial;
  const labels = reactionLabels(plan);
  const values = new Float64Array(rows.length * labels.length);
  const force = new Float64Array(optimizer.names.length);
  for (let k = 0; k < rows.length; k++) {
    setTrialMotion(trial, k);
    const t_s = trial.time_s[0];
    setPaths(model, data);
    if (trial.passiveForces.count === 0) trial.generalized.fill(0);
    setTrialLoads(trial);
    if (forceAt !== null) {
      forceAt(t_s, force);
      addEffortForces(trial, optimizer, force, trial.generalized);
    }
    forwardAccelerations(model, data, work, trial.generalized, trial.qdd);
    if (forceAt !== null) {
      addEffortLoads(trial, optimizer, force);
      inverseDynamics(model, data);
    }
    values[k * labels.length] = t_s;
    jointReactions(model, data, plan, values, k * labels.length + 1);
    trial.onFrame?.(k + 1, rows.length);
  }
  return { labels, values, nRows: rows.length };
}

/**
 * Forces of muscles and actuators from a table's columns, straight lines between its rows.
 * @returns null where a column is missing, with its name in `missing`
 */
export function forcesFromTable(
  names: readonly string[],
  labels: readonly string[],
  columns: readonly Float64Array[],
): { readonly forceAt: (t_s: number, force: Float64Array) => void } | { readonly missing: string } {
  const index = names.map((name) => labels.indexOf(name));
  const missing = index.indexOf(-1);
  if (missing >= 0) return { missing: names[missing] };
  const t = columns[0];
  let row = 0;
  return {
    forceAt: (t_s, force) => {
      if (t[row] > t_s) row = 0;
      while (row < t.length - 2 && t[row + 1] <= t_s) row++;
      const next = Math.min(row + 1, t.length - 1);
      const span = t[next] - t[row];
      const share = span > 0 ? (t_s - t[row]) / span : 0;
      for (let i = 0; i < index.length; i++) {
        const column = columns[index[i]];
        force[i] = column[row] + share * (column[next] - column[row]);
      }
    },
  };
}

/** Size of a request's force at its place in a row of reactions [N]. */
export function reactionForce_N(row: Float64Array, at: number): number {
  return Math.hypot(row[at], row[at + 1], row[at + 2]);
}

export { REACTION_VALUES };

/** Names of the coordinates that the optimiser balances. */
export function balanceNames(model: Model, optimizer: StaticOptimizer): string[] {
  return [...optimizer.pattern.coordinate].map((coordinate) => model.coordinateNames[coordinate]);
}
