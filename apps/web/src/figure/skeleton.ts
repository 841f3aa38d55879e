import type { ArmPose, LegPose, Pose } from "./pose.ts";
import { aboutX, aboutY, aboutZ, add, apply, compose, IDENTITY, type Mat3, type Vec3 } from "./vector.ts";

/** Where a part of the body is and how it is turned. */
export interface Frame {
  readonly at: Vec3;
  readonly turn: Mat3;
}
export type Segment =
  | "pelvis" | "lumbar" | "thorax" | "head"
  | "thighLeft" | "shankLeft" | "footLeft" | "thighRight" | "shankRight" | "footRight"
  | "upperArmLeft" | "forearmLeft" | "handLeft" | "upperArmRight" | "forearmRight" | "handRight"; // biome-ignore format: a table
export type Skeleton = Readonly<Record<Segment, Frame>>;

/** Lengths of a body 172 cm tall [cm]. Segment lengths after Winter's table, rounded. */
export const BODY = {
  hipHalf: 8.6,
  thigh: 42,
  shank: 41.5,
  ankleHeight: 7,
  lumbarFromHip: 11,
  lumbar: 12,
  thorax: 34, // from the waist to the base of the neck
  shoulderUp: 25.5,
  shoulderHalf: 16.8,
  neck: 8,
  upperArm: 29,
  forearm: 25.5,
} as const;

const LYING: Readonly<Record<NonNullable<Pose["lying"]>, Mat3>> = {
  no: IDENTITY,
  supine: aboutX(-90),
  prone: aboutX(90),
  "left-side": aboutZ(-90),
  "right-side": aboutZ(90),
};
const along = (frame: Frame, local: Vec3): Vec3 => add(frame.at, apply(frame.turn, local));

function leg(pelvis: Frame, pose: LegPose, side: 1 | -1): { thigh: Frame; shank: Frame; foot: Frame } {
  const turn = compose(
    pelvis.turn,
    aboutX(-(pose.flexion ?? 0)),
    aboutZ(side * (pose.abduction ?? 0)),
    aboutY(-side * (pose.rotation ?? 0)),
  );
  const thigh = { at: along(pelvis, [side * BODY.hipHalf, 0, 0]), turn };
  const shank = { at: along(thigh, [0, -BODY.thigh, 0]), turn: compose(turn, aboutX(pose.knee ?? 0)) };
  const foot = {
    at: along(shank, [0, -BODY.shank, 0]),
    turn: compose(shank.turn, aboutY(side * 9), aboutX(-(pose.ankle ?? 0))),
  };
  return { thigh, shank, foot };
}

function arm(thorax: Frame, pose: ArmPose, side: 1 | -1): { upper: Frame; fore: Frame; hand: Frame } {
  const turn = compose(
    thorax.turn,
    aboutX(-(pose.flexion ?? 0)),
    aboutZ(side * (pose.abduction ?? 0)),
    aboutY(-side * (pose.rotation ?? 0)),
  );
  const upper = { at: along(thorax, [side * BODY.shoulderHalf, BODY.shoulderUp, -1.2]), turn };
  const fore = { at: along(upper, [0, -BODY.upperArm, 0]), turn: compose(turn, aboutX(-(pose.elbow ?? 0))) };
  const hand = { at: along(fore, [0, -BODY.forearm, 0]), turn: fore.turn };
  return { upper, fore, hand };
}

/** Every part's frame from the joint angles; the middle of the hips is at the origin. */
export function skeletonOf(pose: Pose): Skeleton {
  const { pelvis: p = {}, spine: s = {}, head: h = {} } = pose;
  const base = LYING[pose.lying ?? "no"];
  const pelvis: Frame = {
    at: [0, 0, 0],
    turn: compose(base, aboutY(p.turn ?? 0), aboutZ(p.leftUp ?? 0), aboutX(p.tilt ?? 0)),
  };
  const half = (frame: Mat3): Mat3 =>
    compose(frame, aboutX((s.flexion ?? 0) / 2), aboutZ(-(s.bendLeft ?? 0) / 2), aboutY((s.turn ?? 0) / 2));
  const lumbar: Frame = { at: along(pelvis, [0, BODY.lumbarFromHip, -1]), turn: half(pelvis.turn) };
  const thorax: Frame = { at: along(lumbar, [0, BODY.lumbar, 0]), turn: half(lumbar.turn) };
  const head: Frame = {
    at: along(thorax, [0, BODY.thorax, 1.2]),
    turn: compose(thorax.turn, aboutX(h.flexion ?? 0), aboutZ(-(h.bendLeft ?? 0)), aboutY(h.turn ?? 0)),
  };
  const [l, r] = [leg(pelvis, pose.left ?? {}, 1), leg(pelvis, pose.right ?? {}, -1)];
  const [la, ra] = [arm(thorax, pose.leftArm ?? {}, 1), arm(thorax, pose.rightArm ?? {}, -1)];
  return {
    pelvis, lumbar, thorax, head,
    thighLeft: l.thigh, shankLeft: l.shank, footLeft: l.foot, thighRight: r.thigh, shankRight: r.shank, footRight: r.foot,
    upperArmLeft: la.upper, forearmLeft: la.fore, handLeft: la.hand, upperArmRight: ra.upper, forearmRight: ra.fore, handRight: ra.hand,
  }; // biome-ignore format: a table
}

/** A point given in a part's own frame, in the figure's space. */
export const pointOn = (skeleton: Skeleton, segment: Segment, local: Vec3): Vec3 => along(skeleton[segment], local);
