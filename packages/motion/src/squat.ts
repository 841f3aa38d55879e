import { median, quantile } from "@levelhip/signal";
import {
  cornerAngle,
  distance,
  hipAngle,
  kneeFlexion,
  leftward,
  legPoints,
  trunkInclination,
  trunkLeanLeft,
} from "./angles.ts";
import { forwardSlant, planeFppa, SIT_BACK, slantError_deg, turnAllowsKnee } from "./kneePlane.ts";
import type { Repetition } from "./analysis.ts";
import type { Body } from "./body.ts";
import { notMeasured } from "./measure.ts";
import type { MeasureId, MeasureResult, Side } from "./measurement.ts";
import { overReps, traceOf, turningWindows } from "./repMeasures.ts";
import { findRepetitions, type FoundRep } from "./repetitions.ts";
import { EMPTY_RESULT, type Scene, type TestResult } from "./scene.ts";
import { type Window, windowBetween } from "./window.ts";

const FRONTAL: readonly MeasureId[] = ["knee-fppa", "squat-depth", "trunk-lean", "pelvic-shift"];
const SAGITTAL: readonly MeasureId[] = ["squat-depth", "knee-flexion", "hip-angle", "trunk-inclination"];
/** Going down by less than this share of leg length is no squat (about 15° of knee flexion). */
export const LEAST_DEPTH = 0.04;
/** Knee flexion told from the height of the hips in a frontal view: thigh and shank are not equal, the hips move back [deg]. */
export const FRONTAL_DEPTH_ERROR_DEG = 5;

/** Squats on two legs, from the front, from behind or from the side. */
export function squat(scene: Scene): TestResult {
  const { view, body } = scene;
  const frontal = view === "front" || view === "rear";
  const wanted = frontal ? FRONTAL : SAGITTAL;
  if (!frontal && view !== "left" && view !== "right") {
    const code = view === "oblique" ? "oblique" : "unknown-view";
    return { ...EMPTY_RESULT, measurements: FRONTAL.map((id) => notMeasured(id, null, code)) };
  }
  const flexion = frontal ? flexionFromHeight(hipHeight(body, null)) : kneeFlexion(body, view);
  const reps = findRepetitions(body.t_s, depthOf(hipHeight(body, frontal ? null : view)), flexion, {
    least: LEAST_DEPTH,
  });
  noteReps(scene, reps);
  if (reps.length === 0) return { ...EMPTY_RESULT, measurements: wanted.map((id) => notMeasured(id, null, "no-reps")) };
  const lowest = turningWindows(body.t_s, whole(reps));
  const result = frontal ? frontalSquat(scene, lowest, reps, flexion) : sagittalSquat(scene, view, lowest, flexion);
  const deepest = whole(reps).reduce((a, b) => (b.size > a.size ? b : a));
  return { ...EMPTY_RESULT, ...result, reps: reps.map(plainRep), keyFrame_s: (deepest.top_s + deepest.top_end_s) / 2 };
}

/** Partial repetitions are shown but not averaged, unless there are no others. */
export function whole(reps: readonly FoundRep[]): readonly FoundRep[] {
  const kept = reps.filter((r) => r.kind !== "partial");
  return kept.length > 0 ? kept : reps;
}
export const plainRep = ({ start_s, top_s, top_end_s, end_s, range_deg }: FoundRep): Repetition => ({
  start_s,
  top_s,
  top_end_s,
  end_s,
  range_deg,
});

export function noteReps(scene: Scene, reps: readonly FoundRep[]): void {
  const partial = reps.filter((r) => r.kind === "partial").length;
  const double = reps.filter((r) => r.kind === "double").length;
  if (partial > 0)
    scene.warnings.push({
      code: "partial-reps",
      text: `${partial} of ${reps.length} repetitions went clearly less far than the others; they are not averaged.`,
    });
  if (double > 0)
    scene.warnings.push({
      code: "double-reps",
      text: `${double} of ${reps.length} repetitions went down again before coming up.`,
    });
}

/** Height of the hips above the ankles, over its standing value (1 = standing). `near` null = both sides. */
export function hipHeight(body: Body, near: Side | null): Float64Array {
  const hip = near ? body.at(`${near}_hip`) : body.mid("left_hip", "right_hip");
  const ankle = near ? body.at(`${near}_ankle`) : body.mid("left_ankle", "right_ankle");
  const height = hip.y.map((y, i) => ankle.y[i]! - y);
  const standing = quantile(height, 0.95);
  return height.map((v) => v / standing);
}
export const depthOf = (height: Float64Array): Float64Array => height.map((v) => 1 - v);

/**
 * Knee flexion of a leg of two equal parts whose hip has come down to `height` of its standing height [deg]: the cosine rule on
 * the distance from hip to ankle, which is longer than the height because the hip also goes back.
 */
export const flexionFromHeight = (height: Float64Array): Float64Array =>
  height.map((h) => (2 * Math.acos(Math.min(1, Math.max(0, Math.hypot(h, SIT_BACK * (1 - h))))) * 180) / Math.PI);

const LEG = (side: Side) => [`${side}_hip`, `${side}_knee`, `${side}_ankle`] as const;

function frontalSquat(
  scene: Scene,
  lowest: readonly Window[],
  reps: readonly FoundRep[],
  flexion: Float64Array,
): Pick<TestResult, "measurements" | "traces"> {
  const { body, view } = scene;
  const standing = standingWindow(body, reps);
  const height = hipHeight(body, null);
  const plane = { view, leg_px: body.size_px, slant: forwardSlant(body, standing) };
  const fppa = (["left", "right"] as const).map((side) => ({ side, series: planeFppa(body, side, height, plane) }));
  const deepest = quantile(height, 0.03);
  const readable = turnAllowsKnee(plane.slant, scene.warnings);
  const lean = trunkLeanLeft(body, view);
  const ankles = body.mid("left_ankle", "right_ankle");
  const width_px = median(distance(body.at("left_hip"), body.at("right_hip")).subarray(standing.from, standing.to));
  const shift = body
    .mid("left_hip", "right_hip")
    .x.map((x, i) => (100 * leftward(view) * (x - ankles.x[i]!)) / width_px);
  const level = (v: Float64Array): number => median(v.subarray(standing.from, standing.to));
  const measurements: MeasureResult[] = [
    ...fppa.flatMap(({ side, series }) => !readable ? [notMeasured("knee-fppa", side, "turned")] : overReps(body, lowest, { id: "knee-fppa", side, series, needs: LEG(side), statistics: ["mean", "peak"], extraError: slantError_deg(deepest, plane.slant), notes: ["square-to-the-feet"] })),
    ...overReps(body, lowest, { id: "squat-depth", side: null, series: flexion, needs: [...LEG("left"), ...LEG("right")], statistics: ["mean"], extraError: FRONTAL_DEPTH_ERROR_DEG, notes: ["from-hip-height"] }),
    ...overReps(body, lowest, { id: "trunk-lean", side: null, series: lean, zero: level(lean), needs: ["left_shoulder", "right_shoulder", "left_hip", "right_hip"], statistics: ["mean"] }),
    ...overReps(body, lowest, { id: "pelvic-shift", side: null, series: shift, zero: level(shift), needs: ["left_hip", "right_hip", "left_ankle", "right_ankle"], statistics: ["mean"] }),
  ]; // biome-ignore format: as it is read
  const traces = [...fppa.map(({ side, series }) => traceOf(body, `knee-fppa/${side}`, "deg", series)), traceOf(body, "squat-depth", "deg", flexion), traceOf(body, "trunk-lean", "deg", lean), traceOf(body, "pelvic-shift", "%", shift)]; // biome-ignore format: one line
  return { measurements, traces };
}

/** The stand before the first repetition, else the frames between repetitions, else the clip's first half second. */
function standingWindow(body: Body, reps: readonly FoundRep[]): Window {
  const first = windowBetween(body.t_s, body.t_s[0]!, reps[0]!.start_s);
  return first.to - first.from >= 5
    ? first
    : windowBetween(body.t_s, body.t_s[0]!, Math.max(reps[0]!.start_s, body.t_s[0]! + 0.25));
}

function sagittalSquat(
  scene: Scene,
  near: "left" | "right",
  lowest: readonly Window[],
  flexion: Float64Array,
): Pick<TestResult, "measurements" | "traces"> {
  const { body } = scene;
  const hip = hipAngle(body, near);
  const inclination = trunkInclination(body, near);
  const knee = cornerAngle(...legPoints(body, near)).map((v) => 180 - v);
  const measurements: MeasureResult[] = [
    ...overReps(body, lowest, { id: "squat-depth", side: near, series: flexion, needs: LEG(near), statistics: ["mean"] }),
    ...overReps(body, lowest, { id: "knee-flexion", side: near, series: knee, needs: LEG(near), statistics: ["mean", "peak"] }),
    ...overReps(body, lowest, { id: "hip-angle", side: near, series: hip, needs: [`${near}_shoulder`, `${near}_hip`, `${near}_knee`], statistics: ["mean"] }),
    ...overReps(body, lowest, { id: "trunk-inclination", side: null, series: inclination, needs: [`${near}_shoulder`, `${near}_hip`], statistics: ["mean", "peak"] }),
  ]; // biome-ignore format: as it is read
  const traces = [traceOf(body, `knee-flexion/${near}`, "deg", knee), traceOf(body, `hip-angle/${near}`, "deg", hip), traceOf(body, "trunk-inclination", "deg", inclination)]; // biome-ignore format: one line
  return { measurements, traces };
}
