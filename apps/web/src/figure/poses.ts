import type { Pose } from "./pose.ts";

/** Poses of the movement tests, as joint angles [deg]. */
export const STANDING: Pose = {
  left: { abduction: 2 },
  right: { abduction: 2 },
  leftArm: { abduction: 11, elbow: 8, rotation: 20 },
  rightArm: { abduction: 11, elbow: 8, rotation: 20 },
};
export const LEFT_LEG_STANCE: Pose = {
  left: { abduction: -4, rotation: 0 },
  right: { flexion: 34, knee: 88, abduction: 1 },
  leftArm: { abduction: 15, elbow: 12, rotation: 20 },
  rightArm: { abduction: 15, elbow: 12, rotation: 20 },
};
/** the pelvis drops on the free side, the trunk answers */
export const LEFT_LEG_STANCE_DROP: Pose = {
  ...LEFT_LEG_STANCE,
  pelvis: { leftUp: 8 },
  spine: { bendLeft: 10 },
  head: { bendLeft: -2 },
  left: { abduction: -11 },
};
export const SQUAT: Pose = {
  pelvis: { tilt: 24 },
  spine: { flexion: 14 },
  head: { flexion: -24 },
  left: { flexion: 104, knee: 100, ankle: 20, abduction: 9 },
  right: { flexion: 104, knee: 100, ankle: 20, abduction: 9 },
  leftArm: { flexion: 122, elbow: 4 },
  rightArm: { flexion: 122, elbow: 4 },
};
export const SINGLE_LEG_SQUAT: Pose = {
  pelvis: { tilt: 14 },
  spine: { flexion: 10 },
  head: { flexion: -12 },
  left: { flexion: 56, knee: 64, ankle: 22, abduction: -4 },
  right: { flexion: 26, knee: 96, abduction: 2 },
  leftArm: { flexion: 50, abduction: 8, rotation: 60, elbow: 110 },
  rightArm: { flexion: 50, abduction: 8, rotation: 60, elbow: 110 },
};
export const WALK: Pose = {
  spine: { flexion: 2 },
  left: { flexion: 26, knee: 6, ankle: 4 },
  right: { flexion: -16, knee: 22, ankle: -10 },
  leftArm: { flexion: -22, elbow: 16, abduction: 5 },
  rightArm: { flexion: 24, elbow: 26, abduction: 5 },
};
export const BRIDGE_LOW: Pose = {
  lying: "supine",
  left: { flexion: 40, knee: 98, ankle: -32 },
  right: { flexion: 40, knee: 98, ankle: -32 },
  leftArm: { abduction: 18, flexion: 4 },
  rightArm: { abduction: 18, flexion: 4 },
};
export const BRIDGE: Pose = {
  lying: "supine",
  pelvis: { tilt: -24 },
  spine: { flexion: 6 },
  head: { flexion: 14 },
  left: { flexion: 0, knee: 98, ankle: -16 },
  right: { flexion: 0, knee: 98, ankle: -16 },
  leftArm: { flexion: -17, abduction: 10 },
  rightArm: { flexion: -17, abduction: 10 },
};
