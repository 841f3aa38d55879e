/** Joint angles of one leg [deg]. */
export interface LegPose {
  readonly flexion?: number; // hip, + = thigh to the front
  readonly abduction?: number; // hip, + = thigh outward
  readonly rotation?: number; // hip, + = knee turned inward
  readonly knee?: number; // + = flexed
  readonly ankle?: number; // + = toes up
}
/** Joint angles of one arm [deg]; 0 hangs at the side. */
export interface ArmPose {
  readonly flexion?: number; // + = arm to the front
  readonly abduction?: number; // + = arm outward
  readonly rotation?: number; // + = forearm turned inward
  readonly elbow?: number; // + = flexed
}
/**
 * A whole pose from joint angles [deg]. All 0 is upright standing, feet under the hips.
 * Angles of the legs are against the pelvis, of the arms against the thorax.
 */
export interface Pose {
  /** how the whole body lies: turned about the axes before anything else */
  readonly lying?: "no" | "supine" | "prone" | "left-side" | "right-side";
  readonly pelvis?: { readonly tilt?: number; readonly leftUp?: number; readonly turn?: number }; // tilt + = top to the front
  /** lumbar spine against the pelvis */
  readonly spine?: { readonly flexion?: number; readonly bendLeft?: number; readonly turn?: number };
  readonly head?: { readonly flexion?: number; readonly bendLeft?: number; readonly turn?: number };
  readonly left?: LegPose;
  readonly right?: LegPose;
  readonly leftArm?: ArmPose;
  readonly rightArm?: ArmPose;
}

/** Turns a standing pose into its mirror image. */
export function mirrored(pose: Pose): Pose {
  const flip = (part: Pose["spine"]) => part && { ...part, bendLeft: -(part.bendLeft ?? 0), turn: -(part.turn ?? 0) };
  const { left, right, leftArm, rightArm, pelvis, spine, head } = pose;
  return {
    ...pose,
    ...(pelvis && { pelvis: { ...pelvis, leftUp: -(pelvis.leftUp ?? 0), turn: -(pelvis.turn ?? 0) } }),
    ...(spine && { spine: flip(spine) ?? {} }),
    ...(head && { head: flip(head) ?? {} }),
    left: right ?? {},
    right: left ?? {},
    leftArm: rightArm ?? {},
    rightArm: leftArm ?? {},
  };
}
