/**
 * A trial: a model, a recorded motion and the loads on it, worked through frame by frame. Results are tables with OpenSim's
 * column names. The workspace is made once; the frame loop allocates nothing but what is kept.
 */
import { clearLoads, inverseDynamics } from "../dynamics/inverseDynamics.ts";
import { addPassiveForces, compilePassiveForces, type PassiveForces } from "../dynamics/passiveForces.ts";
import { setAccelerations, setVelocities } from "../kinematics/motion.ts";
import { setPositions } from "../kinematics/positions.ts";
import type { Data, Model } from "../model/model.ts";
import { applyExternalLoads, type ExternalLoads } from "../osim/externalLoads.ts";
import { setPaths } from "../path/paths.ts";
import { type Motion, motionAt } from "./motion.ts";

export interface Trial {
  readonly model: Model;
  readonly data: Data;
  readonly motion: Motion;
  /** Rows of the motion to work through. */
  readonly rows: Int32Array;
  readonly loads: ExternalLoads | null;
  readonly passiveForces: PassiveForces;
  /** Called after each frame with how many are done. */
  readonly onFrame: ((done: number, total: number) => void) | null;
  /** Time of the frame that is set [s]. [1] */
  readonly time_s: Float64Array;
  readonly q: Float64Array; // [nQ]
  readonly qd: Float64Array; // [nQ]
  readonly qdd: Float64Array; // [nQ]
  /** Generalised forces of limits and springs. [nQ] */
  readonly generalized: Float64Array;
}

/** A table of results; labels[0] is time, values row-major   (nRows x labels). */
export interface TrialTable {
  readonly labels: readonly string[];
  readonly values: Float64Array;
  readonly nRows: number;
}

export function makeTrial(
  model: Model,
  data: Data,
  motion: Motion,
  rows: Int32Array,
  loads: ExternalLoads | null,
  onFrame: Trial["onFrame"] = null,
): Trial {
  const n = model.nCoordinates;
  return {
    model,
    data,
    motion,
    rows,
    loads,
    passiveForces: compilePassiveForces(model),
    onFrame,
    time_s: new Float64Array(1),
    q: new Float64Array(n),
    qd: new Float64Array(n),
    qdd: new Float64Array(n),
    generalized: new Float64Array(n),
  };
}

/** Poses, speeds and accelerations of row `k` of the trial, and its time. Allocates nothing. */
export function setTrialMotion(trial: Trial, k: number): void {
  const { model, data, motion, q, qd, qdd } = trial;
  trial.time_s[0] = motion.t_s[trial.rows[k]];
  motionAt(model, data, motion, motion.t_s, trial.rows[k], q, qd, qdd);
  setPositions(model, data, q);
  setVelocities(model, data, qd);
  setAccelerations(model, data, qdd);
}

/** External loads and bushings on the bodies, limits and springs in `generalized`; after `setTrialMotion`. Allocates nothing. */
export function setTrialLoads(trial: Trial): void {
  const { data, loads, passiveForces, generalized } = trial;
  clearLoads(data);
  if (loads !== null) applyExternalLoads(data, loads, trial.time_s, 0);
  if (passiveForces.count > 0) {
    generalized.fill(0);
    addPassiveForces(data, passiveForces, generalized);
  }
}

/** All of a frame: motion, loads, generalised forces in `data.tau` (what actuators must give). Allocates nothing. */
export function setTrialDynamics(trial: Trial, k: number): void {
  const { model, data } = trial;
  setTrialMotion(trial, k);
  setTrialLoads(trial);
  inverseDynamics(model, data);
  if (trial.passiveForces.count > 0) {
    for (let c = 0; c < model.nCoordinates; c++) data.tau[c] -= trial.generalized[c];
  }
}

/** Table of inverse dynamics: `hip_flexion_r_moment` [Nm], `pelvis_tx_force` [N]. */
export function inverseDynamicsTable(trial: Trial): TrialTable {
  const { model, data, rows } = trial;
  const labels = [
    "time",
    ...model.coordinateNames.map((name, c) => `${name}_${model.coordinateRotational[c] === 1 ? "moment" : "force"}`),
  ];
  const values = new Float64Array(rows.length * labels.length);
  for (let k = 0; k < rows.length; k++) {
    const at = k * labels.length;
    setTrialDynamics(trial, k);
    values[at] = trial.time_s[0];
    for (let c = 0; c < model.nCoordinates; c++) values[at + 1 + c] = data.tau[c];
    trial.onFrame?.(k + 1, rows.length);
  }
  return { labels, values, nRows: rows.length };
}

/** Table of muscle lengths [m]. */
export function lengthTable(trial: Trial): TrialTable {
  const { model, data, rows } = trial;
  const labels = ["time", ...model.pathNames.slice(0, model.nMuscles)];
  const values = new Float64Array(rows.length * labels.length);
  for (let k = 0; k < rows.length; k++) {
    const at = k * labels.length;
    setTrialMotion(trial, k);
    values[at] = trial.time_s[0];
    setPaths(model, data);
    for (let i = 0; i < model.nMuscles; i++) values[at + 1 + i] = data.pathLength_m[i];
    trial.onFrame?.(k + 1, rows.length);
  }
  return { labels, values, nRows: rows.length };
}

/**
 * Tables of moment arms [m, or 1 for a translation], one per coordinate (−∂L/∂q, couplers not followed).
 * @param coordinates their indices
 */
export function momentArmTables(trial: Trial, coordinates: readonly number[]): TrialTable[] {
  const { model, data, rows } = trial;
  const labels = ["time", ...model.pathNames.slice(0, model.nMuscles)];
  const tables = coordinates.map(() => new Float64Array(rows.length * labels.length));
  for (let k = 0; k < rows.length; k++) {
    const at = k * labels.length;
    setTrialMotion(trial, k);
    setPaths(model, data);
    coordinates.forEach((coordinate, c) => {
      tables[c][at] = trial.time_s[0];
      for (let i = 0; i < model.nMuscles; i++) tables[c][at + 1 + i] = momentArm(model, data, i, coordinate);
    });
    trial.onFrame?.(k + 1, rows.length);
  }
  return tables.map((values) => ({ labels, values, nRows: rows.length }));
}

function momentArm(model: Model, data: Data, path: number, coordinate: number): number {
  for (let k = model.armStart[path]; k < model.armStart[path + 1]; k++) {
    if (model.armCoordinate[k] === coordinate) return data.momentArm_m[k];
  }
  return 0;
}
