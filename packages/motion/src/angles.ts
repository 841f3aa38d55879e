import type { Body, Point } from "./body.ts";
import type { Side } from "./measurement.ts";
import type { View } from "./analysis.ts";

/**
 * Angles in the picture plane, per frame, from smoothed landmarks. Signs follow the person, so they are the same from
 * the front and from behind. Frontal angles use "toward the person's left" as + until a stance side is known.
 */
const DEG = 180 / Math.PI;

/** +1 where the person's left lies to the right of the picture (seen from the front), −1 where it lies to the left. */
export const leftward = (view: View): 1 | -1 => (view === "rear" ? -1 : 1);
/** +1 for the left side, −1 for the right. */
export const sideSign = (side: Side): 1 | -1 => (side === "left" ? 1 : -1);
export const otherSide = (side: Side): Side => (side === "left" ? "right" : "left");

/** Lean of the line from `low` to `high` from the vertical [deg], + = `high` lies toward +x·sign. */
export function leanOf(low: Point, high: Point, sign: number): Float64Array {
  return low.x.map((x, i) => Math.atan2(sign * (high.x[i]! - x), low.y[i]! - high.y[i]!) * DEG);
}

/** Trunk lean in the frontal plane: mid-hip → mid-shoulder against the vertical [deg], + = toward the person's left. */
export const trunkLeanLeft = (body: Body, view: View, cutoff_hz?: number): Float64Array =>
  leanOf(
    body.mid("left_hip", "right_hip", cutoff_hz),
    body.mid("left_shoulder", "right_shoulder", cutoff_hz),
    leftward(view),
  );

/** Line between a left and a right landmark against the horizontal [deg], + = the person's left end is higher; −90…90 in use. */
export function lineLeftUp(left: Point, right: Point, view: View): Float64Array {
  const m = leftward(view);
  return left.x.map((x, i) => Math.atan2(right.y[i]! - left.y[i]!, m * (x - right.x[i]!)) * DEG);
}

/**
 * Frontal-plane projection angle of the knee: hip–knee–ankle off a straight line [deg], + = knee inward (valgus). 0 = straight.
 * Source: Willson & Davis 2008, J Orthop Sports Phys Ther 38:606.
 */
export function kneeFppa(body: Body, view: View, side: Side, cutoff_hz?: number): Float64Array {
  const [hip, knee, ankle] = legPoints(body, side, cutoff_hz);
  const m = leftward(view);
  const thigh = leanOf(knee, hip, m);
  const shank = leanOf(ankle, knee, m);
  return thigh.map((v, i) => sideSign(side) * wrapped(v - shank[i]!));
}

export const legPoints = (body: Body, side: Side, cutoff_hz?: number): readonly [Point, Point, Point] => [
  body.at(`${side}_hip`, cutoff_hz),
  body.at(`${side}_knee`, cutoff_hz),
  body.at(`${side}_ankle`, cutoff_hz),
];

/** Angle at `corner` between the lines to `a` and `b` [deg], 0…180. */
export function cornerAngle(a: Point, corner: Point, b: Point): Float64Array {
  return corner.x.map((x, i) => {
    const [ux, uy] = [a.x[i]! - x, a.y[i]! - corner.y[i]!];
    const [vx, vy] = [b.x[i]! - x, b.y[i]! - corner.y[i]!];
    return Math.abs(Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy)) * DEG;
  });
}

/**
 * From the side a landmark model puts the hip over the trochanter, behind the joint's centre: on rendered people by 0.02–0.10 of
 * trunk length (mean 0.055, standing, squatting and bridging, four people). Hip angle and trunk inclination use the point this much
 * further forward.
 */
const TROCHANTER_BEHIND = 0.055;

/** The hip point moved forward, square to the trunk, to where the joint's centre lies. */
function hipCentre(hip: Point, shoulder: Point, view: Side): Point {
  const turn = TROCHANTER_BEHIND * forward(view);
  return {
    x: hip.x.map((x, i) => x - turn * (shoulder.y[i]! - hip.y[i]!)),
    y: hip.y.map((y, i) => y + turn * (shoulder.x[i]! - hip.x[i]!)),
  };
}

/** Hip angle seen from the side: shoulder–hip–knee [deg], 180 = straight. */
export function hipAngle(body: Body, near: Side): Float64Array {
  const shoulder = body.at(`${near}_shoulder`);
  return cornerAngle(shoulder, hipCentre(body.at(`${near}_hip`), shoulder, near), body.at(`${near}_knee`));
}

/** Knee flexion seen from the side: 180 − hip–knee–ankle [deg], 0 = straight, + = flexed. */
export const kneeFlexion = (body: Body, near: Side): Float64Array =>
  cornerAngle(...legPoints(body, near)).map((v) => 180 - v);

/** +1 where the person faces the right of the picture (right side to the camera), −1 where they face its left. */
export const forward = (view: Side): 1 | -1 => (view === "right" ? 1 : -1);

/** Trunk inclination seen from the side: mid-hip → mid-shoulder against the vertical [deg], + = forward. */
export function trunkInclination(body: Body, view: Side): Float64Array {
  const shoulder = body.mid("left_shoulder", "right_shoulder");
  return leanOf(hipCentre(body.mid("left_hip", "right_hip"), shoulder, view), shoulder, forward(view));
}

/** Angle difference brought to −180…180 [deg]. */
export const wrapped = (deg: number): number => deg - 360 * Math.round(deg / 360);

/** Distance between two points per frame [px]. */
export const distance = (a: Point, b: Point): Float64Array =>
  a.x.map((x, i) => Math.hypot(x - b.x[i]!, a.y[i]! - b.y[i]!));
