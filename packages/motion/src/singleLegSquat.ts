import { quantile } from "@levelhip/signal";
import { forwardSlant, planeFppa, slantError_deg, turnAllowsKnee } from "./kneePlane.ts";
import { distance, sideSign, trunkLeanLeft } from "./angles.ts";
import type { Body } from "./body.ts";
import { notMeasured } from "./measure.ts";
import type { MeasureId, Side } from "./measurement.ts";
import { pelvicDrop } from "./pelvicDrop.ts";
import { overReps, traceOf, turningWindows } from "./repMeasures.ts";
import { findRepetitions } from "./repetitions.ts";
import { EMPTY_RESULT, frontalRefusal, type Scene, type TestResult } from "./scene.ts";
import { pelvicShift, stanceEvents } from "./singleLegStance.ts";
import {
  depthOf,
  flexionFromHeight,
  FRONTAL_DEPTH_ERROR_DEG,
  LEAST_DEPTH,
  noteReps,
  plainRep,
  whole,
} from "./squat.ts";
import { findStances, legLength_px, type StanceHold } from "./stance.ts";
import { duration_s, medianIn, type Window } from "./window.ts";

const MEASURES: readonly MeasureId[] = ["pelvic-drop", "knee-fppa", "trunk-lean", "pelvic-shift", "squat-depth"];

/** Squats on one leg, seen from the front or from behind: values at the lowest points, drop and lean against the stand on two legs. */
export function singleLegSquat(scene: Scene): TestResult {
  const { body, view } = scene;
  const asked = scene.input.side;
  const refuse = (code: Parameters<typeof notMeasured>[2]): TestResult => ({
    ...EMPTY_RESULT,
    side: asked,
    measurements: MEASURES.map((id) => notMeasured(id, asked, code)),
  });
  const refusal = frontalRefusal(view);
  if (refusal) return refuse(refusal);
  const phases = findStances(body);
  const holds = phases.holds.filter((h) => !asked || h.stance === asked);
  if (holds.length === 0) return refuse(phases.holds.length > 0 ? "wrong-side" : "no-hold");
  const longest = holds.reduce((a, b) => (duration_s(b.hold) > duration_s(a.hold) ? b : a));
  const stance = longest.stance;
  const mine = holds.filter((h) => h.stance === stance);
  const height = heightOnLeg(body, stance, mine);
  const flexion = flexionFromHeight(height);
  const reps = findRepetitions(body.t_s, depthOf(height), flexion, { least: LEAST_DEPTH });
  noteReps(scene, reps);
  if (reps.length === 0) return { ...refuse("no-reps"), side: stance, events: stanceEvents(phases.holds) };
  const lowest = turningWindows(body.t_s, whole(reps));
  return {
    ...measureReps(scene, stance, lowest, phases.baseline, height),
    side: stance,
    events: stanceEvents(phases.holds),
    reps: reps.map(plainRep),
  };
}

/** Height of the stance hip over its ankle while on that leg, over its straight value; 1 elsewhere. */
export function heightOnLeg(body: Body, stance: Side, holds: readonly StanceHold[]): Float64Array {
  const hip = body.at(`${stance}_hip`);
  const ankle = body.at(`${stance}_ankle`);
  const height = hip.y.map((y, i) => ankle.y[i]! - y);
  const inHold = (t: number): boolean => holds.some((h) => t >= h.lift_s && !(t > h.down_s));
  const on = height.filter((_, i) => inHold(body.t_s[i]!)).sort();
  const straight = on[Math.floor(0.95 * (on.length - 1))] ?? Number.NaN;
  return height.map((v, i) => (inHold(body.t_s[i]!) ? Math.min(1, v / straight) : 1));
}

function measureReps(
  scene: Scene,
  stance: Side,
  lowest: readonly Window[],
  baseline: Window | null,
  height: Float64Array,
): Omit<TestResult, "side" | "events" | "reps"> {
  const { body, view } = scene;
  const flexion = flexionFromHeight(height);
  const leg = [`${stance}_hip`, `${stance}_knee`, `${stance}_ankle`] as const;
  const lean = trunkLeanLeft(body, view).map((v) => sideSign(stance) * v);
  const leg_px = legLength_px(body);
  const slant = baseline ? forwardSlant(body, baseline) : 0;
  const fppa = planeFppa(body, stance, height, { view, leg_px, slant });
  const deepestHeight = quantile(height, 0.03);
  const readable = turnAllowsKnee(slant, scene.warnings);
  const width_px = medianIn(distance(body.at("left_hip"), body.at("right_hip")), baseline ?? lowest[0]!);
  const shift = pelvicShift(scene, stance, width_px);
  const drop = pelvicDrop(scene, stance, lowest, baseline, "reps");
  const deepest = lowest.reduce((a, b) => (medianIn(flexion, b) > medianIn(flexion, a) ? b : a));
  return {
    measurements: [
      ...drop.results,
      ...(!readable ? [notMeasured("knee-fppa", stance, "turned")] : overReps(body, lowest, { id: "knee-fppa", side: stance, series: fppa, needs: leg, statistics: ["mean", "peak"], extraError: slantError_deg(deepestHeight, slant), notes: ["square-to-the-feet"] })),
      ...overReps(body, lowest, { id: "trunk-lean", side: stance, series: lean, needs: ["left_shoulder", "right_shoulder", "left_hip", "right_hip"], statistics: ["mean", "peak"], ...(baseline ? { zero: medianIn(lean, baseline) } : { extraError: 1.5, notes: ["against-gravity"] }) }),
      ...overReps(body, lowest, { id: "pelvic-shift", side: stance, series: shift, needs: ["left_hip", "right_hip", `${stance}_ankle`], statistics: ["mean"] }),
      ...overReps(body, lowest, { id: "squat-depth", side: stance, series: flexion, needs: leg, statistics: ["mean"], extraError: FRONTAL_DEPTH_ERROR_DEG, notes: ["from-hip-height"] }),
    ], // biome-ignore format: as it is read
    traces: [...(drop.trace ? [drop.trace] : []), traceOf(body, `knee-fppa/${stance}`, "deg", fppa), traceOf(body, "trunk-lean", "deg", lean), traceOf(body, "pelvic-shift", "%", shift), traceOf(body, "squat-depth", "deg", flexion)], // biome-ignore format: one line
    keyFrame_s: (deepest.start_s + deepest.end_s) / 2,
  };
}
