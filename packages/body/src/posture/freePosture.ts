/**
 * Free posture: where a body goes when holding the task's own posture costs too much or cannot be done. Variables are a few angles of
 * the posture; everything else follows (feet stay, the weight stays over them). What is made least is
 *
 *     E(θ) / E₀ + ½ Σ (θᵢ / σᵢ)²,     E = ½ Σ activation² + ½ Σ (reserve / s)²
 *
 * by least squares. E₀ is the effort of the task's own posture at full strength: people leave their posture when it saves a
 * sizeable share of the effort, not a fixed amount. σ is how dear each angle is. Calibration: docs/free-posture.md.
 */
import { setTaskFrame, type TaskFrames } from "../task/frames.ts";
import type { SizedRequest } from "../task/request.ts";
import { type FreeAngle, motionOf, type TaskScene } from "../task/scene.ts";
import { type FrameVerdict, type SolveWork, solveFrame } from "../task/solveFrames.ts";
import type { TaskSetting } from "../task/frames.ts";
import type { Compensation, MeasuredPosture } from "../task/types.ts";
import { leastSquares } from "./leastSquares.ts";

/** Price of a reserve while the posture is sought [Nm]: a missing newton metre is as dear as a muscle fully active. */
const SEARCH_PRICE_NM = 1;
/** Where that leaves a posture that cannot be held, the body goes as far as it must: reserves are this dear then [Nm]. */
const DEAR_PRICE_NM = 0.06;
const DIFFERENCE_DEG = 0.25;
/** Least E₀: below this a task is rest and saving effort no reason to move. */
const LEAST_EFFORT = 0.02;

export interface FreePosture {
  /** The angles that were found, over those measured [deg]. */
  readonly measured: MeasuredPosture;
  readonly evaluations: number;
}

/** Angles that a compensation may use. */
function allowed(angle: FreeAngle, compensation: Compensation, request: SizedRequest): boolean {
  // what was measured on the person stays as measured
  if (request.measured[angle.field] !== undefined) return false;
  if (compensation === "drop") return angle.field !== "trunk_lean_deg";
  if (compensation === "lean") return angle.field !== "pelvic_drop_deg";
  return true;
}

/** Reserve share up to which a posture that was found is taken to be one that can be held. */
const SURELY_HELD = 0.03;

/** Who is to lean, and not to drop, leans more readily. */
const LEANING = 2;

function priceOf(angle: FreeAngle, compensation: Compensation): number {
  return compensation === "lean" && angle.field === "trunk_lean_deg" ? LEANING * angle.price_deg : angle.price_deg;
}

const verdict: FrameVerdict = { why: null, reserveShare: 0, kkt: 0, cost: 0 };

/** Frames of a cycle at which the posture is judged, as phases; a static task has one. */
const JUDGED = 5;

/**
 * Finds the posture at a setting. `frames` is a workspace of as many frames as are judged; the scene's own frames are not touched.
 * @param fullEffort E₀
 */
export function freePosture(
  scene: TaskScene,
  request: SizedRequest,
  setting: TaskSetting,
  work: SolveWork,
  frames: TaskFrames,
  fullEffort: number,
): FreePosture {
  const angles = scene.recipe.free.filter((angle) => allowed(angle, request.compensation, request));
  if (angles.length === 0) return { measured: request.measured, evaluations: 0 };
  const { optimizer } = scene.body;
  const nx = optimizer.muscles.count;
  const nb = optimizer.problem.balances;
  const perFrame = nx + nb;
  const F = frames.motion.frames;
  const effortScale = 1 / Math.sqrt(F * Math.max(LEAST_EFFORT, fullEffort));
  const measuredAt = (x: ArrayLike<number>): MeasuredPosture => {
    const out: Record<string, number> = { ...request.measured };
    angles.forEach((angle, i) => {
      out[angle.field] = angle.own_deg + (x[i] ?? 0);
    });
    return out;
  };
  let price_Nm = SEARCH_PRICE_NM;
  let worstShare = 0;
  const evaluate = (x: Float64Array, out: Float64Array): void => {
    worstShare = 0;
    setJudged(scene, { ...request, measured: measuredAt(x) }, frames);
    for (let f = 0; f < F; f++) {
      setTaskFrame(scene.body, frames, f);
      solveFrame(scene.body, frames, f, setting, work, verdict, price_Nm);
      worstShare = Math.max(worstShare, verdict.reserveShare);
      const at = f * perFrame;
      for (let i = 0; i < nx; i++) out[at + i] = effortScale * optimizer.solution.x[i];
      for (let j = 0; j < nb; j++) {
        // a moving task's root keeps the motion's own residual
        const judged = scene.body.jointOfBalance[j] >= 0 || !frames.motion.moving;
        out[at + nx + j] = judged ? (effortScale * optimizer.solution.reserve[j]) / price_Nm : 0;
      }
    }
    angles.forEach((angle, i) => {
      out[F * perFrame + i] = (x[i] ?? 0) / priceOf(angle, request.compensation);
    });
  };
  const problem = {
    variables: angles.length,
    residuals: F * perFrame + angles.length,
    low: Float64Array.from(angles, (angle) => angle.low_deg - angle.own_deg),
    high: Float64Array.from(angles, (angle) => angle.high_deg - angle.own_deg),
    difference: new Float64Array(angles.length).fill(DIFFERENCE_DEG),
    evaluate,
  };
  let found = leastSquares(problem, new Float64Array(angles.length));
  evaluate(found.x, new Float64Array(problem.residuals));
  if (worstShare <= SURELY_HELD) return { measured: measuredAt(found.x), evaluations: found.evaluations };
  price_Nm = DEAR_PRICE_NM;
  const before = found.evaluations;
  found = leastSquares(problem, found.x);
  return { measured: measuredAt(found.x), evaluations: before + found.evaluations };
}

/** Phases at which a cycle's free posture is judged. */
export function judgedPhases(scene: TaskScene): readonly number[] {
  if (scene.recipe.kind === "static") return [0];
  if (scene.recipe.kind === "cycle") return [scene.recipe.peak];
  return Array.from({ length: JUDGED }, (_, i) => 0.06 + (0.44 * i) / (JUDGED - 1));
}

/** Fills the judged frames' motion for a request. */
function setJudged(scene: TaskScene, request: SizedRequest, frames: TaskFrames): void {
  const motion = motionOf(scene.kit, scene.recipe, { ...request, frames: frames.motion.frames }, judgedPhases(scene));
  frames.motion.q.set(motion.q);
  frames.motion.qd.set(motion.qd);
  frames.motion.qdd.set(motion.qdd);
  frames.motion.touching.set(motion.touching);
}
