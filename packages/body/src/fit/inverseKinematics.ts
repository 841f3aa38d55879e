/**
 * Inverse kinematics: the coordinates whose markers lie nearest to those recorded, by weighted least squares
 *
 *     min over q   Σ wₘ |xₘ(q) − yₘ|² / (2 Σ wₘ) + ½ Σ w_c (q_c − q*_c)² + ½ w_k Σ (q_dep − g(q_ind))²
 *
 * as OpenSim states it (the last term only where couplers have a finite price), by Levenberg–Marquardt with the exact
 * Jacobian of the markers, from the frame before, within the range of clamped coordinates.
 */
import { settleCouplers } from "../kinematics/couplers.ts";
import { pointPosition } from "../kinematics/points.ts";
import { setPositions } from "../kinematics/positions.ts";
import type { Data, Model } from "../model/model.ts";
import { addCouplerTerms, couplerCost, reduceNormalEquations } from "./couplerTerms.ts";
import type { IkProblem } from "./ikProblem.ts";
import { addMarkerTerms } from "./markerTerms.ts";
import { solveDamped } from "./solveDamped.ts";

const MAX_ITERATIONS = 100;
/** A step below this [rad or m] ends the search. */
const STEP_END = 1e-7;
/** Damping relative to the diagonal: at the start, and its bounds. */
const DAMPING_START = 1e-8;
const DAMPING_LEAST = 1e-12;
const DAMPING_MOST = 1e8;

/** Workspace of `solveIk`, reused every frame. */
export interface IkWork {
  readonly q: Float64Array; // [nQ] candidate
  readonly marker_m: Float64Array; // [nMarkers×3] model's, in ground
  readonly gradient: Float64Array; // [nQ]
  readonly hessian: Float64Array; // [nQ×nQ]
  readonly factor: Float64Array; // [n×n]
  readonly step: Float64Array; // [n]
  readonly active: Uint8Array; // [nQ] 1: held at a bound
  readonly rows: Float64Array; // [nQ×3] one marker's Jacobian
  readonly touched: Int32Array; // [nQ] its coordinates
  readonly mark: Int32Array; // [nQ]
  readonly cost: Float64Array; // [1] of the posture last placed
  readonly size: Float64Array; // [1] largest change of the step last taken
}

/** How a frame came out; the same object every frame. */
export interface IkOutcome {
  iterations: number;
  /** False where it stopped without settling. */
  converged: boolean;
  /** Over the markers that were seen, unweighted [m]. */
  rms_m: number;
  max_m: number;
  /** Number of the worst marker in the problem, −1 where none was seen. */
  worst: number;
  seen: number;
}

export function makeIkWork(model: Model, problem: IkProblem): IkWork {
  const n = model.nCoordinates;
  return {
    q: new Float64Array(n),
    marker_m: new Float64Array(3 * problem.nMarkers),
    gradient: new Float64Array(n),
    hessian: new Float64Array(n * n),
    factor: new Float64Array(n * n),
    step: new Float64Array(n),
    active: new Uint8Array(n),
    rows: new Float64Array(3 * n),
    touched: new Int32Array(n),
    mark: new Int32Array(n),
    cost: new Float64Array(1),
    size: new Float64Array(1),
  };
}

export function makeIkOutcome(): IkOutcome {
  return { iterations: 0, converged: false, rms_m: 0, max_m: 0, worst: -1, seen: 0 };
}

/**
 * Fits one frame. Leaves the fitted pose in `data`. Allocates nothing.
 *
 * @param observed_m the recording; the frame's markers begin at observed_m[at], three numbers each, NaN where not seen
 * @param q [nQ] where to start; the answer. Locked and prescribed coordinates keep what they hold.
 */
export function solveIk(
  model: Model,
  data: Data,
  problem: IkProblem,
  observed_m: Float64Array,
  at: number,
  q: Float64Array,
  work: IkWork,
  outcome: IkOutcome,
): void {
  clampToBounds(problem, q);
  place(model, data, problem, observed_m, at, q, work);
  let cost = work.cost[0];
  let damping = DAMPING_START;
  outcome.converged = false;
  let iteration = 0;
  while (iteration < MAX_ITERATIONS && !outcome.converged) {
    iteration++;
    addNormalEquations(model, data, problem, observed_m, at, work);
    holdAtBounds(problem, q, work);
    let accepted = false;
    while (!accepted && damping <= DAMPING_MOST) {
      if (!solveDamped(problem.unknowns, work, model.nCoordinates, damping)) {
        damping = Math.max(10 * damping, DAMPING_START);
        continue;
      }
      takeStep(problem, q, work);
      place(model, data, problem, observed_m, at, work.q, work);
      const size = work.size[0];
      const next = work.cost[0];
      if (next <= cost || size < STEP_END) {
        accepted = true;
        outcome.converged = size < STEP_END;
        if (next <= cost) {
          q.set(work.q);
          cost = next;
        }
        damping = Math.max(DAMPING_LEAST, damping / 10);
      } else {
        damping = Math.max(10 * damping, 1e-6);
      }
    }
    if (!accepted) break;
  }
  if (problem.constraintWeight === Infinity) settleCouplers(model, data, q);
  place(model, data, problem, observed_m, at, q, work);
  outcome.iterations = iteration;
  measure(problem, observed_m, at, work, outcome);
}

function clampToBounds(problem: IkProblem, q: Float64Array): void {
  const { unknowns, bounds } = problem;
  for (let k = 0; k < unknowns.length; k++) {
    const i = unknowns[k];
    q[i] = Math.min(bounds[2 * i + 1], Math.max(bounds[2 * i], q[i]));
  }
}

/** Poses the model and sets work.cost. */
function place(
  model: Model,
  data: Data,
  problem: IkProblem,
  observed_m: Float64Array,
  at: number,
  q: Float64Array,
  work: IkWork,
): void {
  if (problem.constraintWeight === Infinity) settleCouplers(model, data, q);
  setPositions(model, data, q);
  const X = work.marker_m;
  let cost = 0;
  let total = 0;
  for (let m = 0; m < problem.nMarkers; m++) {
    const k = problem.modelMarker[m];
    pointPosition(data, model.markerBody[k], model.markerLocal_m, 3 * k, X, 3 * m);
    const o = at + 3 * problem.observed[m];
    const dx = X[3 * m] - observed_m[o];
    const dy = X[3 * m + 1] - observed_m[o + 1];
    const dz = X[3 * m + 2] - observed_m[o + 2];
    const square = dx * dx + dy * dy + dz * dz;
    if (Number.isNaN(square)) continue;
    cost += problem.weight[m] * square;
    total += problem.weight[m];
  }
  cost = total > 0 ? cost / (2 * total) : 0;
  for (let k = 0; k < problem.taskCoordinate.length; k++) {
    const d = q[problem.taskCoordinate[k]] - problem.taskValue[k];
    cost += 0.5 * problem.taskWeight[k] * d * d;
  }
  if (problem.constraintWeight !== Infinity) cost += couplerCost(model, data, problem.constraintWeight);
  work.cost[0] = cost;
}

/** Gradient and Gauss–Newton Hessian at the pose in `data`. */
function addNormalEquations(
  model: Model,
  data: Data,
  problem: IkProblem,
  observed_m: Float64Array,
  at: number,
  work: IkWork,
): void {
  const { gradient, hessian } = work;
  const n = model.nCoordinates;
  gradient.fill(0);
  hessian.fill(0);
  addMarkerTerms(model, data, problem, observed_m, at, work);
  for (let k = 0; k < problem.taskCoordinate.length; k++) {
    const i = problem.taskCoordinate[k];
    gradient[i] += problem.taskWeight[k] * (data.q[i] - problem.taskValue[k]);
    hessian[i * n + i] += problem.taskWeight[k];
  }
  if (problem.constraintWeight === Infinity) reduceNormalEquations(model, data, gradient, hessian);
  else addCouplerTerms(model, data, problem.constraintWeight, gradient, hessian);
}

/** Marks the unknowns that sit at a bound and would leave it. */
function holdAtBounds(problem: IkProblem, q: Float64Array, work: IkWork): void {
  const { unknowns, bounds } = problem;
  for (let k = 0; k < unknowns.length; k++) {
    const i = unknowns[k];
    const g = work.gradient[i];
    work.active[i] = (q[i] <= bounds[2 * i] && g > 0) || (q[i] >= bounds[2 * i + 1] && g < 0) ? 1 : 0;
  }
}

/** q + step into work.q, cut at the bounds; sets work.size. */
function takeStep(problem: IkProblem, q: Float64Array, work: IkWork): void {
  const { unknowns, bounds } = problem;
  work.q.set(q);
  let size = 0;
  for (let k = 0; k < unknowns.length; k++) {
    const i = unknowns[k];
    const next = Math.min(bounds[2 * i + 1], Math.max(bounds[2 * i], q[i] + work.step[k]));
    size = Math.max(size, Math.abs(next - q[i]));
    work.q[i] = next;
  }
  work.size[0] = size;
}

function measure(problem: IkProblem, observed_m: Float64Array, at: number, work: IkWork, outcome: IkOutcome): void {
  const X = work.marker_m;
  let sum = 0;
  let seen = 0;
  let most = 0;
  let worst = -1;
  for (let m = 0; m < problem.nMarkers; m++) {
    const o = at + 3 * problem.observed[m];
    const x = X[3 * m] - observed_m[o];
    const y = X[3 * m + 1] - observed_m[o + 1];
    const z = X[3 * m + 2] - observed_m[o + 2];
    const square = x * x + y * y + z * z;
    if (Number.isNaN(square)) continue;
    seen++;
    sum += square;
    if (square >= most) {
      most = square;
      worst = m;
    }
  }
  outcome.worst = worst;
  outcome.seen = seen;
  outcome.max_m = Math.sqrt(most);
  outcome.rms_m = seen > 0 ? Math.sqrt(sum / seen) : Number.NaN;
}

/** Distance [m] of the problem's marker m to where it was seen in the frame just solved; NaN where it was not seen. */
export function markerError(problem: IkProblem, observed_m: Float64Array, at: number, work: IkWork, m: number): number {
  const o = at + 3 * problem.observed[m];
  const X = work.marker_m;
  return Math.hypot(X[3 * m] - observed_m[o], X[3 * m + 1] - observed_m[o + 1], X[3 * m + 2] - observed_m[o + 2]);
}
