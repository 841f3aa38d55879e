import type { TaskName } from "@levelhip/body";
import type { Pose } from "../../../figure/pose.ts";
import { BRIDGE, LEFT_LEG_STANCE, SQUAT, STANDING, WALK } from "../../../figure/poses.ts";

/** Small drawings of the tasks, and from where each is seen [deg]. */
export const TASK_POSES: Readonly<Record<TaskName, { readonly pose: Pose; readonly azimuth_deg: number }>> = {
  standing: { pose: STANDING, azimuth_deg: 0 },
  "single-leg-stance": { pose: LEFT_LEG_STANCE, azimuth_deg: 0 },
  walking: { pose: WALK, azimuth_deg: 90 },
  "stair-ascent": {
    pose: { spine: { flexion: 8 }, left: { flexion: -4, knee: 12, ankle: 4 }, right: { flexion: 64, knee: 76, ankle: 8 }, leftArm: { flexion: 22, elbow: 30 }, rightArm: { flexion: -20, elbow: 18 } },
    azimuth_deg: 90,
  },
  "sit-to-stand": {
    pose: { pelvis: { tilt: 30 }, spine: { flexion: 8 }, head: { flexion: -22 }, left: { flexion: 92, knee: 78, ankle: 16 }, right: { flexion: 92, knee: 78, ankle: 16 }, leftArm: { flexion: 48, elbow: 20 }, rightArm: { flexion: 48, elbow: 20 } },
    azimuth_deg: 90,
  },
  squat: { pose: SQUAT, azimuth_deg: 90 },
  "forward-bend": {
    pose: { pelvis: { tilt: 42 }, spine: { flexion: 34 }, head: { flexion: 4 }, left: { flexion: 36, knee: 4, ankle: -2 }, right: { flexion: 36, knee: 4, ankle: -2 }, leftArm: { flexion: 78, elbow: 4 }, rightArm: { flexion: 78, elbow: 4 } },
    azimuth_deg: 90,
  },
  "glute-bridge": { pose: BRIDGE, azimuth_deg: 90 },
  "single-leg-bridge": { pose: { ...BRIDGE, left: { flexion: 4, knee: 0, ankle: 0 } }, azimuth_deg: 90 },
  "hip-thrust": {
    pose: { lying: "supine", pelvis: { tilt: 2 }, spine: { flexion: 4 }, head: { flexion: 22 }, left: { flexion: 0, knee: 90, ankle: 0 }, right: { flexion: 0, knee: 90, ankle: 0 }, leftArm: { abduction: 30, flexion: -4 }, rightArm: { abduction: 30, flexion: -4 } },
    azimuth_deg: 90,
  },
  clamshell: {
    pose: { lying: "left-side", left: { flexion: 45, knee: 90 }, right: { flexion: 45, knee: 90, abduction: 30, rotation: -25 }, leftArm: { flexion: 160, elbow: 60 }, rightArm: { flexion: 40, elbow: 60 } },
    azimuth_deg: 0,
  },
  "side-lying-leg-raise": {
    pose: { lying: "left-side", left: { flexion: 10, knee: 20 }, right: { abduction: 30 }, leftArm: { flexion: 160, elbow: 60 }, rightArm: { flexion: 30, elbow: 60 } },
    azimuth_deg: 0,
  },
}; // biome-ignore format: a table
