/**
 * Accelerations that the loads cause: the equations of motion solved for q̈ of the free coordinates.
 *
 * Inverse dynamics is linear in q̈: τ(q̈) = τ(0) + M q̈. Its columns are taken one coordinate at a time; coupled coordinates
 * follow (Cᵀ M C), locked and prescribed ones keep what they are given.
 */
import { inverseDynamics } from "../dynamics/inverseDynamics.ts";
import { choleskyFactor, choleskySolve } from "../effort/cholesky.ts";
import { reduceCouplers, settleCouplers } from "../kinematics/couplers.ts";
import { setAccelerations } from "../kinematics/motion.ts";
import type { Data, Model } from "../model/model.ts";

/** Workspace. nF free coordinates. */
export interface ForwardWork {
  readonly mass: Float64Array; // [nF×nF]
  readonly rhs: Float64Array; // [nF]
  readonly q: Float64Array; // [nQ]
  readonly qd: Float64Array; // [nQ]
  readonly qdd: Float64Array; // [nQ]
  readonly tau: Float64Array; // [nQ]
  readonly bias: Float64Array; // [nF]
}

export function makeForwardWork(model: Model): ForwardWork {
  const n = model.freeCoordinates.length;
  return {
    mass: new Float64Array(n * n),
    rhs: new Float64Array(n),
    q: new Float64Array(model.nCoordinates),
    qd: new Float64Array(model.nCoordinates),
    qdd: new Float64Array(model.nCoordinates),
    tau: new Float64Array(model.nCoordinates),
    bias: new Float64Array(n),
  };
}

/**
 * Sets accelerations, joint forces and `tau` of `data` to those under the loads now on the bodies and the generalised forces
 * given; after `setPositions`, `setVelocities` and the loads. Allocates nothing.
 * @param generalized forces on coordinates (coordinate actuators), or null   [nQ] Nm or N
 * @param given accelerations of locked and prescribed coordinates; others ignored; null: zero   [nQ]
 */
export function forwardAccelerations(
  model: Model,
  data: Data,
  work: ForwardWork,
  generalized: Float64Array | null = null,
  given: Float64Array | null = null,
): void {
  const free = model.freeCoordinates;
  const n = free.length;
  const { mass, rhs, qdd, bias } = work;
  qdd.fill(0);
  if (given !== null) qdd.set(given);
  for (let j = 0; j < n; j++) qdd[free[j]] = 0;
  reducedForces(model, data, work, bias);
  for (let k = 0; k < n; k++) {
    for (let j = 0; j < n; j++) qdd[free[j]] = j === k ? 1 : 0;
    reducedForces(model, data, work, rhs);
    for (let j = 0; j < n; j++) mass[j * n + k] = rhs[j] - bias[j];
  }
  work.tau.fill(0);
  if (generalized !== null) work.tau.set(generalized);
  reduceCouplers(model, data, work.tau);
  for (let j = 0; j < n; j++) rhs[j] = work.tau[free[j]] - bias[j];
  choleskyFactor(mass, n, 1e-300);
  choleskySolve(mass, n, rhs);
  for (let j = 0; j < n; j++) qdd[free[j]] = rhs[j];
  reducedForces(model, data, work, bias);
}

/** Inverse dynamics at `work.qdd` (coupled ones following), brought to the free coordinates. */
function reducedForces(model: Model, data: Data, work: ForwardWork, out: Float64Array): void {
  work.q.set(data.q);
  work.qd.set(data.qd);
  settleCouplers(model, data, work.q, work.qd, work.qdd);
  setAccelerations(model, data, work.qdd);
  inverseDynamics(model, data);
  work.tau.set(data.tau);
  reduceCouplers(model, data, work.tau);
  for (let j = 0; j < model.freeCoordinates.length; j++) out[j] = work.tau[model.freeCoordinates[j]];
}
