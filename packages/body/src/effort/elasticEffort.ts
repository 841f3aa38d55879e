/**
 * The redundancy problem with tendons that stretch. Muscle force is then no straight line of the activation but nearly so:
 * the problem is solved with each muscle's force replaced by its tangent at the answer before, until muscles give what the
 * tangents said (sequential quadratic programming; two to five steps). The problem is left as linearised at the answer, so
 * that ranges and sensitivities read from it hold to first order there.
 */
import { type ElasticState, evaluateElasticMuscles, makeElasticState } from "../muscle/elasticTendon.ts";
import type { MuscleSet } from "../muscle/muscleSet.ts";
import type { EffortProblem, EffortSolution } from "./effortProblem.ts";
import { addMuscleMoments, type MuscleColumns, setMuscleMatrix } from "./muscleColumns.ts";
import { solveEffort } from "./solveEffort.ts";

/** Steps after which the answer counts as not found. */
const MOST_STEPS = 30;
/** Greatest balance error of an answer by 1 + |moment|. */
const BALANCED = 1e-9;

export interface ElasticEffort {
  readonly muscles: MuscleSet;
  readonly state: ElasticState;
  /** Moments to balance, before muscles. [nB] Nm or N; set by the caller */
  readonly moment: Float64Array;
  /** Path lengths and lengthening speeds. [nM] m, m/s; set by the caller */
  readonly length_m: Float64Array;
  readonly speed_m_s: Float64Array;
  /** 0: the muscle gives nothing. [nM] */
  readonly applies: Uint8Array;
  /** Tendon forces at the answer. [nM] N */
  readonly force_N: Float64Array;
  readonly effort: Float64Array; // [nM]
  /** The tangents: F ≈ atNone + gain · effort. [nM] N */
  readonly gain_N: Float64Array;
  readonly atNone_N: Float64Array;
  /** What the tangents miss. [nM] N, [nB] Nm */
  readonly missed_N: Float64Array;
  readonly gap: Float64Array;
}

export function makeElasticEffort(muscles: MuscleSet, applies: Uint8Array, balances: number): ElasticEffort {
  const n = muscles.count;
  return {
    muscles,
    state: makeElasticState(muscles),
    moment: new Float64Array(balances),
    length_m: new Float64Array(n),
    speed_m_s: new Float64Array(n),
    applies,
    force_N: new Float64Array(n),
    effort: new Float64Array(n),
    gain_N: new Float64Array(n),
    atNone_N: new Float64Array(n),
    missed_N: new Float64Array(n),
    gap: new Float64Array(balances),
  };
}

/**
 * Solves, warm from `solution`, and sets `force_N`; `solution.kkt` is the greater of the last problem's and what the tangents
 * miss. Allocates nothing.
 * @param b what the last problem balanced: the moments less those of the tangents at no activation [nB]
 */
export function solveElastic(
  work: ElasticEffort,
  problem: EffortProblem,
  columns: MuscleColumns,
  strength: Float64Array,
  b: Float64Array,
  solution: EffortSolution,
): void {
  const { muscles, effort, gain_N, atNone_N, force_N, missed_N, gap, moment, applies } = work;
  const { lower, upper } = problem;
  const { x } = solution;
  for (let i = 0; i < muscles.count; i++) effort[i] = strength[i] * Math.min(Math.max(x[i], lower[i]), upper[i]);
  setForces(work);
  let iterations = 0;
  let worst = Number.POSITIVE_INFINITY;
  for (let k = 0; k < MOST_STEPS && !(worst < BALANCED); k++) {
    for (let i = 0; i < muscles.count; i++) {
      gain_N[i] = applies[i] * work.state.gain_N[i];
      atNone_N[i] = force_N[i] - gain_N[i] * effort[i];
    }
    b.set(moment);
    addMuscleMoments(problem, columns, atNone_N, muscles.count, -1, b);
    setMuscleMatrix(problem, columns, gain_N, strength);
    solveEffort(problem, b, solution);
    iterations += solution.iterations;
    for (let i = 0; i < muscles.count; i++) effort[i] = strength[i] * x[i];
    setForces(work);
    for (let i = 0; i < muscles.count; i++) missed_N[i] = force_N[i] - atNone_N[i] - gain_N[i] * effort[i];
    gap.fill(0);
    addMuscleMoments(problem, columns, missed_N, muscles.count, 1, gap);
    worst = 0;
    for (let j = 0; j < gap.length; j++) worst = Math.max(worst, Math.abs(gap[j]) / (1 + Math.abs(moment[j])));
  }
  solution.iterations = iterations;
  solution.kkt = Math.max(solution.kkt, worst);
  solution.converged = solution.converged && worst < BALANCED;
}

function setForces(work: ElasticEffort): void {
  const { muscles, state, applies, force_N } = work;
  evaluateElasticMuscles(muscles, work.length_m, work.speed_m_s, work.effort, state);
  for (let i = 0; i < muscles.count; i++) force_N[i] = applies[i] * state.force_N[i];
}
