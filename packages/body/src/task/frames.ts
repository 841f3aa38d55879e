/**
 * The frames of a task worked out once: everything that strength does not change. A frame's redundancy problem is then a
 * scaling of columns, its loads a product.
 */
import { clearLoads, inverseDynamics } from "../dynamics/inverseDynamics.ts";
import { addPassiveForces, compilePassiveForces } from "../dynamics/passiveForces.ts";
import { makeStaticOptimizer, type StaticOptimizer, setStaticProblem } from "../effort/staticOptimization.ts";
import { settleCouplers } from "../kinematics/couplers.ts";
import { setAccelerations, setVelocities } from "../kinematics/motion.ts";
import { setPositions } from "../kinematics/positions.ts";
import { compileModel, makeData } from "../model/compile.ts";
import type { Data, Model } from "../model/model.ts";
import type { ModelDescription } from "../model/description.ts";
import { evaluateMuscles, type MuscleState, makeMuscleState } from "../muscle/muscleSet.ts";
import { setPaths } from "../path/paths.ts";
import { CONTACT_COLUMNS, CONTACT_WEIGHT, type ContactPoint, withContacts } from "./contacts.ts";
import { addHipBands, type HipBands, makeHipBands } from "./hipBands.ts";
import { LOADS, type LoadPlan, makeLoadPlan, setLoadMap } from "./loadMap.ts";

/** Price of a reserve [Nm or N]: so dear that it appears only where muscles and contacts cannot. */
const RESERVE_PRICE = 0.1;
/** Where contact forces are given, the root's balance is not asked for: its residual is the motion's, not the muscles'. */
const FREE_PRICE = 1e6;
/** In a moving task whose ground forces are unknowns, what the motion itself leaves over may stay with the root at this price. */
const RESIDUAL_PRICE = 5;

/** A compiled body with a set of contacts; one per task. */
export interface TaskBody {
  readonly model: Model;
  readonly data: Data;
  readonly optimizer: StaticOptimizer;
  readonly contacts: readonly ContactPoint[];
  readonly weight_N: number;
  readonly mass_kg: number;
  readonly loads: LoadPlan;
  readonly passive: ReturnType<typeof compilePassiveForces>;
  readonly bands: HipBands;
  /** Joint of each balance by number among those judged; −1: the root. [nB] */
  readonly jointOfBalance: Int32Array;
  readonly joints: number;
  /** Muscles as if shorter, for passive force where something is tight. */
  readonly tightState: MuscleState;
  readonly generalized: Float64Array; // [nQ]
}

/** Inclination of the sacral endplate standing, forward edge down: 40°, as `lumbosacralEndplate` has it (Vialle et al. 2005, J Bone Joint Surg Am 87:260). */
const SACRAL_SLOPE_RAD = (40 * Math.PI) / 180;

export function makeTaskBody(
  description: ModelDescription,
  contactsOf: (model: Model) => readonly ContactPoint[],
): TaskBody {
  const bare = compileModel({ ...description, actuators: [] }, { lengths: "shortest" });
  const mass_kg = bare.bodyMass_kg.reduce((a, b) => a + b, 0);
  const weight_N = mass_kg * Math.hypot(bare.gravity_m_s2[0], bare.gravity_m_s2[1], bare.gravity_m_s2[2]);
  const contacts = contactsOf(bare);
  const model = compileModel(withContacts(description, contacts, weight_N), { lengths: "shortest" });
  const optimizer = makeStaticOptimizer(model, { passive: true, price_Nm: RESERVE_PRICE });
  const { problem, pattern, muscles } = optimizer;
  problem.weight.fill(CONTACT_WEIGHT, muscles.count);
  const judged: number[] = [];
  const jointOfBalance = Int32Array.from(pattern.coordinate, (c) => {
    const joint = model.coordinateJoint[c];
    if (model.bodyParent[joint + 1] === 0) return -1;
    if (!judged.includes(joint)) judged.push(joint);
    return judged.indexOf(joint);
  });
  return {
    model,
    data: makeData(model),
    optimizer,
    contacts,
    weight_N,
    mass_kg,
    loads: makeLoadPlan(model, SACRAL_SLOPE_RAD),
    passive: compilePassiveForces(model),
    bands: makeHipBands(model, mass_kg),
    jointOfBalance,
    joints: judged.length,
    tightState: makeMuscleState(muscles),
    generalized: new Float64Array(model.nCoordinates),
  };
}

/** Motion of a task with what touches when; F frames. */
export interface TaskMotion {
  readonly frames: number;
  readonly phase: Float64Array; // [F]
  readonly q: Float64Array; // [F×nQ]
  readonly qd: Float64Array; // [F×nQ]; zero where quasi-static
  readonly qdd: Float64Array; // [F×nQ]
  /** 1 where the contact may carry   (F×nC) */
  readonly touching: Uint8Array;
  /** Not quasi-static: a residual at the root is the motion's, not a lack of balance. */
  readonly moving: boolean;
  /** Puts given forces on the bodies of a frame whose positions are set; null: contacts are unknowns. */
  readonly applyLoads: ((data: Data, frame: number) => void) | null;
}

/** Prepared numbers of F frames. */
export interface TaskFrames {
  readonly motion: TaskMotion;
  /** Columns at full strength   (F×nA). */
  readonly matrix: Float64Array;
  /** Moment of each muscle entry per newton   (F×nA). */
  readonly arms: Float64Array;
  /** Moments to balance, passive forces counted, nothing tight   (F×nB). */
  readonly b: Float64Array;
  readonly active_N: Float64Array; // [F×nM]
  readonly passive_N: Float64Array; // [F×nM]
  readonly length_m: Float64Array; // [F×nM]
  readonly loadBase: Float64Array; // [F×10]
  readonly loadGain: Float64Array; // [F×nX×10]
  /** Warm start, the last answer's   (F×nB). */
  readonly lambda: Float64Array;
}

export function makeTaskFrames(body: TaskBody, motion: TaskMotion): TaskFrames {
  const { problem, muscles } = body.optimizer;
  const F = motion.frames;
  const entries = problem.rowIndex.length;
  return {
    motion,
    matrix: new Float64Array(F * entries),
    arms: new Float64Array(F * entries),
    b: new Float64Array(F * problem.balances),
    active_N: new Float64Array(F * muscles.count),
    passive_N: new Float64Array(F * muscles.count),
    length_m: new Float64Array(F * muscles.count),
    loadBase: new Float64Array(F * LOADS),
    loadGain: new Float64Array(F * problem.efforts * LOADS),
    lambda: new Float64Array(F * problem.balances),
  };
}

/** Fills a frame from its motion. Allocates next to nothing. */
export function setTaskFrame(body: TaskBody, frames: TaskFrames, f: number): void {
  const { model, data, optimizer, passive, generalized } = body;
  const { motion } = frames;
  const n = model.nCoordinates;
  const q = motion.q.subarray(f * n, (f + 1) * n);
  const qd = motion.qd.subarray(f * n, (f + 1) * n);
  const qdd = motion.qdd.subarray(f * n, (f + 1) * n);
  settleCouplers(model, data, q, qd, qdd);
  setPositions(model, data, q);
  setVelocities(model, data, qd);
  setAccelerations(model, data, qdd);
  clearLoads(data);
  motion.applyLoads?.(data, f);
  addHipBands(data, body.bands);
  if (passive.count > 0) {
    generalized.fill(0);
    addPassiveForces(data, passive, generalized);
  }
  inverseDynamics(model, data);
  if (passive.count > 0) for (let c = 0; c < n; c++) data.tau[c] -= generalized[c];
  setPaths(model, data);
  optimizer.strength.fill(1);
  setStaticProblem(optimizer, data);
  const { problem, muscles, muscleState, b, columns } = optimizer;
  const entries = problem.rowIndex.length;
  frames.matrix.set(problem.matrix, f * entries);
  frames.arms.set(columns.arms, f * entries);
  frames.b.set(b, f * problem.balances);
  frames.active_N.set(muscleState.activeForce_N, f * muscles.count);
  frames.passive_N.set(muscleState.passiveForce_N, f * muscles.count);
  frames.length_m.set(data.pathLength_m.subarray(0, muscles.count), f * muscles.count);
  setLoadMap(
    model,
    data,
    body.loads,
    optimizer.actuators,
    frames.loadBase.subarray(f * LOADS, (f + 1) * LOADS),
    frames.loadGain.subarray(f * problem.efforts * LOADS, (f + 1) * problem.efforts * LOADS),
  );
}

/** What a solve changes: strength of every muscle, and how tight it is [both nM]. */
export interface TaskSetting {
  readonly strength: Float64Array;
  readonly tight: Float64Array;
}

/** Full tightness makes fibres act as if this share of their optimal length longer. */
const TIGHT_STRETCH = 0.25;

/**
 * Sets the optimizer's problem to a prepared frame at a setting; its `muscleState` then holds the frame's forces, passive ones with
 * what is tight. Allocates nothing.
 */
export function setFrameProblem(
  body: TaskBody,
  frames: TaskFrames,
  f: number,
  setting: TaskSetting,
  reservePrice: number = RESERVE_PRICE,
): void {
  const { problem, muscles, muscleState, b, columns, solution, strength } = body.optimizer;
  const entries = problem.rowIndex.length;
  const { matrix, arms, motion } = frames;
  const at = f * entries;
  strength.set(setting.strength);
  for (let i = 0; i < muscles.count; i++) {
    const k = setting.strength[i];
    for (let e = problem.columnStart[i]; e < problem.columnStart[i + 1]; e++) problem.matrix[e] = k * matrix[at + e];
  }
  for (let e = problem.columnStart[muscles.count]; e < entries; e++) problem.matrix[e] = matrix[at + e];
  for (let j = 0; j < problem.balances; j++) b[j] = frames.b[f * problem.balances + j];
  for (let i = 0; i < muscles.count; i++) {
    muscleState.activeForce_N[i] = frames.active_N[f * muscles.count + i];
    muscleState.passiveForce_N[i] = frames.passive_N[f * muscles.count + i];
  }
  if (setting.tight.some((v) => v > 0)) addTightness(body, frames, f, setting.tight);
  for (let e = 0; e < entries; e++) columns.arms[e] = arms[at + e];
  const given = motion.applyLoads !== null;
  for (let c = 0; c < body.contacts.length; c++) {
    const on = motion.touching[f * body.contacts.length + c] === 1 && !given;
    for (let k = 0; k < CONTACT_COLUMNS; k++) {
      problem.upper[muscles.count + CONTACT_COLUMNS * c + k] = on ? Number.POSITIVE_INFINITY : 0;
    }
  }
  const rootPrice = given ? FREE_PRICE : motion.moving ? RESIDUAL_PRICE : reservePrice;
  for (let j = 0; j < problem.balances; j++) {
    problem.price[j] = body.jointOfBalance[j] < 0 ? rootPrice : reservePrice;
    solution.lambda[j] = frames.lambda[f * problem.balances + j];
  }
}

/** Passive force of what is tight: as if its fibres were longer. Moments change with it. */
function addTightness(body: TaskBody, frames: TaskFrames, f: number, tight: Float64Array): void {
  const { muscles, muscleState, problem, b } = body.optimizer;
  const { tightState, data } = body;
  const entries = problem.rowIndex.length;
  for (let i = 0; i < muscles.count; i++) {
    data.pathLength_m[i] =
      frames.length_m[f * muscles.count + i] + TIGHT_STRETCH * tight[i] * muscles.optimalLength_m[i];
    data.pathSpeed_m_s[i] = 0;
  }
  evaluateMuscles(muscles, data.pathLength_m, data.pathSpeed_m_s, tightState);
  for (let i = 0; i < muscles.count; i++) {
    if (tight[i] === 0) continue;
    const more = tightState.passiveForce_N[i] - muscleState.passiveForce_N[i];
    muscleState.passiveForce_N[i] = tightState.passiveForce_N[i];
    for (let e = problem.columnStart[i]; e < problem.columnStart[i + 1]; e++) {
      b[problem.rowIndex[e]] -= more * frames.arms[f * entries + e];
    }
  }
}

/** Loads of a frame at forces: LOADS numbers into out. Allocates nothing. @param force [nX] N */
export function loadsAt(body: TaskBody, frames: TaskFrames, f: number, force: Float64Array, out: Float64Array): void {
  const n = body.optimizer.problem.efforts;
  for (let k = 0; k < LOADS; k++) out[k] = frames.loadBase[f * LOADS + k];
  let at = f * n * LOADS;
  for (let i = 0; i < n; i++, at += LOADS) {
    const F = force[i];
    if (F === 0) continue;
    for (let k = 0; k < LOADS; k++) out[k] += F * frames.loadGain[at + k];
  }
}
