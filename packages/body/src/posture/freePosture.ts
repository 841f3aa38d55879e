/**
 * Free posture: where a body goes when holding the task's own posture costs too much or cannot be done. Variables are a few angles of
 * the posture; everything else follows (feet stay, the weight stays over them). What is made least is
 *
 *     (E(θ) − g·θ) / E₀ + ½ Σ (θᵢ / σᵢ)²,     E = ½ Σ activation² + ½ Σ (reserve / s)²
 *
 * by least squares. E₀ is the effort of the task's own posture at full strength, g its slope there: the task's own posture is taken to
 * be the healthy body's best (for whatever reasons beyond effort), so that only what weakness or tightness changes moves it, and people leave
 * it when that saves a sizeable share of the effort. σ is how dear each angle is. Calibration: docs/free-posture.md.
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
const SLOPE_DEG = 0.5;
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

/** A task's own posture at full strength: what leaving it is measured by. */
export interface FullEffort {
  /** E₀, mean over the judged frames. */
  readonly effort: number;
  /** Slope of E / E₀ by each free angle of the recipe [1/deg]. */
  readonly slope: Float64Array;
}

/** Residuals of a seek: activations and reserves of the judged frames, so that half the sum of squares is E / E₀. */
interface Seek {
  readonly scene: TaskScene;
  readonly request: SizedRequest;
  readonly angles: readonly FreeAngle[];
  readonly work: SolveWork;
  readonly frames: TaskFrames;
  readonly scale: number;
  readonly perFrame: number;
  price_Nm: number;
  /** Greatest reserve share of the frames last judged. */
  worstShare: number;
}

function makeSeek(
  scene: TaskScene,
  request: SizedRequest,
  angles: readonly FreeAngle[],
  work: SolveWork,
  frames: TaskFrames,
  effort: number,
): Seek {
  const { problem, muscles } = scene.body.optimizer;
  return {
    scene,
    request,
    angles,
    work,
    frames,
    scale: 1 / Math.sqrt(frames.motion.frames * Math.max(LEAST_EFFORT, effort)),
    perFrame: muscles.count + problem.balances,
    price_Nm: SEARCH_PRICE_NM,
    worstShare: 0,
  };
}

function measuredAt(seek: Seek, x: ArrayLike<number>): MeasuredPosture {
  const out: Record<string, number> = { ...seek.request.measured };
  seek.angles.forEach((angle, i) => {
    out[angle.field] = angle.own_deg + (x[i] ?? 0);
  });
  return out;
}

/** Fills the effort's residuals at angles x [deg] and a setting. */
function setEffort(seek: Seek, setting: TaskSetting, x: ArrayLike<number>, out: Float64Array): void {
  const { scene, work, perFrame, scale } = seek;
  const { body, kit, recipe } = scene;
  const count = seek.frames.motion.frames;
  const asked = { ...seek.request, measured: measuredAt(seek, x), frames: Math.max(2, count) };
  const frames = { ...seek.frames, motion: motionOf(kit, recipe, asked, judgedPhases(scene)) };
  const { solution, muscles, problem } = body.optimizer;
  seek.worstShare = 0;
  for (let f = 0; f < count; f++) {
    setTaskFrame(body, frames, f);
    solveFrame(body, frames, f, setting, work, verdict, seek.price_Nm);
    seek.worstShare = Math.max(seek.worstShare, verdict.reserveShare);
    const at = f * perFrame;
    for (let i = 0; i < muscles.count; i++) out[at + i] = scale * solution.x[i];
    for (let j = 0; j < problem.balances; j++) {
      // a moving task's root keeps the motion's own residual
      const judged = body.jointOfBalance[j] >= 0 || !frames.motion.moving;
      out[at + muscles.count + j] = judged ? (scale * solution.reserve[j]) / seek.price_Nm : 0;
    }
  }
}

/**
 * What leaving the task's own posture is measured by. `frames`: a workspace of as many frames as are judged.
 * @param full the setting of full strength, nothing tight
 * @param effort E₀
 */
export function fullEffortOf(
  scene: TaskScene,
  request: SizedRequest,
  full: TaskSetting,
  work: SolveWork,
  frames: TaskFrames,
  effort: number,
): FullEffort {
  const angles = scene.recipe.free;
  const seek = makeSeek(scene, request, angles, work, frames, effort);
  const residual = new Float64Array(frames.motion.frames * seek.perFrame);
  const x = new Float64Array(angles.length);
  const at = (i: number, v: number): number => {
    x[i] = v;
    setEffort(seek, full, x, residual);
    x[i] = 0;
    return residual.reduce((sum, r) => sum + 0.5 * r * r, 0);
  };
  const slope = Float64Array.from(angles, (angle, i) => {
    // at the end of a range the slope is that of the inner side
    const up = angle.own_deg + SLOPE_DEG > angle.high_deg ? 0 : SLOPE_DEG;
    const down = angle.own_deg - SLOPE_DEG < angle.low_deg ? 0 : SLOPE_DEG;
    return (at(i, up) - at(i, -down)) / (up + down);
  });
  return { effort, slope };
}

/**
 * Finds the posture at a setting. `frames`: a workspace of as many frames as are judged; the scene's own frames are not touched.
 */
export function freePosture(
  scene: TaskScene,
  request: SizedRequest,
  setting: TaskSetting,
  work: SolveWork,
  frames: TaskFrames,
  full: FullEffort,
): FreePosture {
  const angles = scene.recipe.free.filter((angle) => allowed(angle, request.compensation, request));
  if (angles.length === 0) return { measured: request.measured, evaluations: 0 };
  const seek = makeSeek(scene, request, angles, work, frames, full.effort);
  const prices = angles.map((angle) => priceOf(angle, request.compensation));
  // −g·θ/E₀ moves the foot of the price's parabola
  const rest = angles.map((angle, i) => (prices[i] ?? 1) ** 2 * (full.slope[scene.recipe.free.indexOf(angle)] ?? 0));
  const efforts = frames.motion.frames * seek.perFrame;
  const problem = {
    variables: angles.length,
    residuals: efforts + angles.length,
    low: Float64Array.from(angles, (angle) => angle.low_deg - angle.own_deg),
    high: Float64Array.from(angles, (angle) => angle.high_deg - angle.own_deg),
    difference: new Float64Array(angles.length).fill(DIFFERENCE_DEG),
    evaluate: (x: Float64Array, out: Float64Array): void => {
      setEffort(seek, setting, x, out);
      for (let i = 0; i < angles.length; i++) out[efforts + i] = (x[i] - (rest[i] ?? 0)) / (prices[i] ?? 1);
    },
  };
  let found = leastSquares(problem, new Float64Array(angles.length));
  problem.evaluate(found.x, new Float64Array(problem.residuals));
  let evaluations = found.evaluations + 1;
  if (seek.worstShare > SURELY_HELD) {
    seek.price_Nm = DEAR_PRICE_NM;
    found = leastSquares(problem, found.x);
    evaluations += found.evaluations;
  }
  return { measured: measuredAt(seek, found.x), evaluations };
}

/** Phases at which a cycle's free posture is judged. */
export function judgedPhases(scene: TaskScene): readonly number[] {
  if (scene.recipe.kind === "static") return [0];
  if (scene.recipe.kind === "cycle") return [scene.recipe.peak];
  return Array.from({ length: JUDGED }, (_, i) => 0.06 + (0.44 * i) / (JUDGED - 1));
}
