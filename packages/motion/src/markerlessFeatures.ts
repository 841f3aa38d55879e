import { trimmedMean } from "@levelhip/signal";
import { distance, leanOf, leftward, lineLeftUp, otherSide, sideSign } from "./angles.ts";
import type { View } from "./analysis.ts";
import type { Body } from "./body.ts";
import type { Side } from "./measurement.ts";
import { inWindow, type Window } from "./window.ts";

/**
 * Features of the whole body from which the pelvic drop is estimated without a marker. Each is a difference "hold minus stand on
 * two legs" unless it says so, mirror-equivariant (the stance side's sign is taken out: + = toward the stance side, and "drop"
 * = free side lower), and free of scale. Lengths are in units of `unit_px` = hip-to-ankle length of the two-leg stand.
 */
export const MARKERLESS_FEATURES = [
  "hip_line_deg", // line of the two hip landmarks, + = free side lower
  "shoulder_line_deg", // line of the shoulders, + = free side lower
  "trunk_lean_deg", // mid-hip → mid-shoulder, + = toward stance
  "hip_shift", // mid-hip sideways, + = toward stance
  "hip_over_ankle", // in the hold: mid-hip sideways of the stance ankle, + = toward stance
  "stance_hip_over_ankle", // in the hold: stance hip sideways of the stance ankle, + = toward stance
  "free_hip_over_ankle", // in the hold: free hip sideways of the stance ankle, + = toward stance
  "shoulder_over_ankle", // in the hold: mid-shoulder sideways of the stance ankle, + = toward stance
  "stance_leg_line_deg", // ankle → hip of the stance leg, + = hip toward stance
  "stance_thigh_deg", // knee → hip of the stance leg, + = hip toward stance
  "stance_shank_deg", // ankle → knee of the stance leg, + = knee toward stance
  "stance_leg_length", // hip to ankle of the stance leg over the two-leg stand's, minus 1
  "stance_thigh_length", // hip to knee of the stance leg over the two-leg stand's, minus 1
  "mid_hip_height", // mid-hip above the stance ankle
  "shoulder_height", // mid-shoulder above the stance ankle
  "trunk_length", // mid-hip to mid-shoulder over the two-leg stand's, minus 1
  "side_length_difference", // shoulder–hip of the free side minus that of the stance side
  "free_thigh_deg", // hip → knee of the free leg in the picture, + = knee toward stance
  "free_thigh_length", // hip to knee of the free leg
  "free_knee_height", // free knee above the stance knee
  "free_ankle_height", // free ankle above the stance ankle
  "free_ankle_side", // free ankle sideways of the stance ankle, + = toward stance
  "hip_width", // width of the hip landmarks over the two-leg stand's, minus 1
  "shoulder_width", // width of the shoulders over the two-leg stand's, minus 1
  "head_shift", // nose sideways of mid-shoulder, + = toward stance
  "hold_hip_width", // in the hold: hip width over trunk length
  "rear", // 1 from behind, 0 from the front
] as const; // biome-ignore format: a table
export type MarkerlessFeature = (typeof MARKERLESS_FEATURES)[number];
export type FeatureVector = Readonly<Record<MarkerlessFeature, number>>;

/** The features of one stand on one leg; a feature whose landmarks were not seen is NaN. */
export function markerlessFeatures(
  body: Body,
  view: View,
  stance: Side,
  hold: Window,
  baseline: Window,
): FeatureVector {
  const s = sideSign(stance) * leftward(view);
  const free = otherSide(stance);
  const at = { sh: body.at(`${stance}_hip`), fh: body.at(`${free}_hip`), sk: body.at(`${stance}_knee`), fk: body.at(`${free}_knee`), sa: body.at(`${stance}_ankle`), fa: body.at(`${free}_ankle`), ss: body.at(`${stance}_shoulder`), fs: body.at(`${free}_shoulder`) }; // biome-ignore format: one line
  const midHip = body.mid("left_hip", "right_hip");
  const midShoulder = body.mid("left_shoulder", "right_shoulder");
  const nose = body.at("nose");
  const level = (values: Float64Array, w: Window): number => trimmedMean(inWindow(values, w), 0.1);
  const change = (values: Float64Array): number => level(values, hold) - level(values, baseline);
  const ratio = (values: Float64Array): number => level(values, hold) / level(values, baseline) - 1;
  const unit_px = (level(distance(at.sh, at.sa), baseline) + level(distance(at.fh, at.fa), baseline)) / 2;
  const sideways = (a: Float64Array, b: Float64Array): Float64Array => a.map((v, i) => (s * (v - b[i]!)) / unit_px);
  const above = (low: Float64Array, high: Float64Array): Float64Array => low.map((v, i) => (v - high[i]!) / unit_px);
  const dropLine = (left: keyof typeof at, right: keyof typeof at): number =>
    sideSign(stance) *
    change(stance === "left" ? lineLeftUp(at[left], at[right], view) : lineLeftUp(at[right], at[left], view));
  const sideLength = distance(at.fs, at.fh).map(
    (v, i) => (v - Math.hypot(at.ss.x[i]! - at.sh.x[i]!, at.ss.y[i]! - at.sh.y[i]!)) / unit_px,
  );
  const trunk = distance(midHip, midShoulder);
  return {
    hip_line_deg: dropLine("sh", "fh"),
    shoulder_line_deg: dropLine("ss", "fs"),
    trunk_lean_deg: change(leanOf(midHip, midShoulder, s)),
    hip_shift: (s * change(midHip.x)) / unit_px,
    hip_over_ankle: level(sideways(midHip.x, at.sa.x), hold),
    stance_hip_over_ankle: level(sideways(at.sh.x, at.sa.x), hold),
    free_hip_over_ankle: level(sideways(at.fh.x, at.sa.x), hold),
    shoulder_over_ankle: level(sideways(midShoulder.x, at.sa.x), hold),
    stance_leg_line_deg: change(leanOf(at.sa, at.sh, s)),
    stance_thigh_deg: change(leanOf(at.sk, at.sh, s)),
    stance_shank_deg: change(leanOf(at.sa, at.sk, s)),
    stance_leg_length: ratio(distance(at.sh, at.sa)),
    stance_thigh_length: ratio(distance(at.sh, at.sk)),
    mid_hip_height: change(above(at.sa.y, midHip.y)),
    shoulder_height: change(above(at.sa.y, midShoulder.y)),
    trunk_length: ratio(trunk),
    side_length_difference: change(sideLength),
    free_thigh_deg: change(leanOf(at.fk, at.fh, -s)),
    free_thigh_length: change(distance(at.fh, at.fk)) / unit_px,
    free_knee_height: change(above(at.sk.y, at.fk.y)),
    free_ankle_height: change(above(at.sa.y, at.fa.y)),
    free_ankle_side: change(sideways(at.fa.x, at.sa.x)),
    hip_width: ratio(distance(at.sh, at.fh)),
    shoulder_width: ratio(distance(at.ss, at.fs)),
    head_shift: change(sideways(nose.x, midShoulder.x)),
    hold_hip_width: level(distance(at.sh, at.fh), hold) / level(trunk, hold),
    rear: view === "rear" ? 1 : 0,
  };
}
