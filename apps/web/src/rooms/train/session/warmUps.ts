import type { ExerciseFigure } from "../../../figure/exercisePose.ts";
import type { Pose } from "../../../figure/pose.ts";
import { mirrored } from "../../../figure/pose.ts";
import { STANDING, WALK } from "../../../figure/poses.ts";

const MARCH: Pose = {
  ...STANDING,
  left: { flexion: 70, knee: 85 },
  leftArm: { flexion: -18, elbow: 40 },
  rightArm: { flexion: 34, elbow: 60 },
};
const TALL: Pose = { ...STANDING, leftArm: { flexion: 2, elbow: 8 }, rightArm: { flexion: 2, elbow: 8 } };

/** The parts of the warm-up as figures: there and back [s]. */
export const WARM_UP_FIGURES: Readonly<Record<string, ExerciseFigure & { readonly seconds: number }>> = {
  "warm-up.walk": { start: WALK, top: mirrored(WALK), azimuth_deg: 90, seconds: 0.7 },
  "warm-up.march": { start: mirrored(MARCH), top: MARCH, azimuth_deg: 90, seconds: 0.9 },
  "warm-up.rock": {
    start: { ...TALL, pelvis: { tilt: 14 }, spine: { flexion: -18 }, left: { flexion: 12 }, right: { flexion: 12 } },
    top: { ...TALL, pelvis: { tilt: -12 }, spine: { flexion: 14 }, left: { flexion: -10 }, right: { flexion: -10 } },
    azimuth_deg: 90,
    seconds: 1.6,
  },
  "warm-up.squeeze": {
    start: TALL,
    top: { ...TALL, pelvis: { tilt: -5 }, spine: { flexion: 5 } },
    azimuth_deg: 90,
    seconds: 2,
  },
  "warm-up.swing": {
    start: { ...TALL, right: { flexion: -22, knee: 12 } },
    top: { ...TALL, right: { flexion: 36, knee: 6 } },
    azimuth_deg: 90,
    seconds: 1.2,
  },
};
