import type { ArmPose as CareArm, Exercise, FigurePose, LegPose as CareLeg, Prop } from "@levelhip/care";
import type { ArmPose, LegPose, Pose } from "./pose.ts";
import { mirrored } from "./pose.ts";

/** Where a movement is looked at from [deg], as `Figure` takes it; for the side that works. */
const AZIMUTH = { side: 90, front: 0, rear: 180 } as const;

/** A drawn exercise: both ends of its movement, and from where it is seen. */
export interface ExerciseFigure {
  readonly start: Pose;
  readonly top: Pose;
  readonly azimuth_deg: number;
  /** what is stood, sat or leant on, or held */
  readonly props?: readonly Prop[];
}

/** A bent leg of somebody lying on the back stands on its sole, where the data says nothing else of the ankle. */
function leg(given: CareLeg = {}, pitch_deg = 0): LegPose {
  const [flexion, knee] = [given.hipFlexion_deg ?? 0, given.kneeFlexion_deg ?? 0];
  const flat = pitch_deg - flexion + knee;
  const stands = pitch_deg < -45 && knee > 60 && Math.abs(flat) < 50;
  return {
    flexion,
    abduction: given.hipAbduction_deg ?? 0,
    rotation: given.hipRotation_deg ?? 0,
    knee,
    ankle: given.ankleDorsiflexion_deg ?? (stands ? flat : 0),
  };
}
const arm = (given: CareArm | undefined, rest: ArmPose): ArmPose =>
  given
    ? {
        flexion: given.shoulderFlexion_deg ?? 0,
        abduction: given.shoulderAbduction_deg ?? rest.abduction ?? 0,
        elbow: given.elbowFlexion_deg ?? 0,
      }
    : rest;

/** The pose of care's data as the figure draws it: the trunk is one piece that is pitched, then rolled. */
export function poseFrom(given: FigurePose, base: Pose = {}): Pose {
  const { arms } = given;
  const [right, left] = arms ? ("right" in arms ? [arms.right, arms.left] : [arms, arms]) : [undefined, undefined];
  const lumbar = given.lumbarExtension_deg ?? 0;
  const pitch = given.pitch_deg ?? 0;
  // hips higher than the shoulders: head and arms stay on the floor
  const over = Math.max(0, -90 - pitch);
  const rest = (side: ArmPose = {}): ArmPose => ({ ...side, flexion: (side.flexion ?? 0) - over });
  return {
    ...base,
    pelvis: {
      tilt: pitch + lumbar,
      // more than lying on the side is a roll about the body's own length, which a flat figure cannot show
      leftUp: -Math.min(90, given.roll_deg ?? 0) - (given.pelvicDrop_deg ?? 0),
      turn: 0,
    },
    spine: { flexion: -lumbar, bendLeft: given.pelvicDrop_deg ?? 0, turn: 0 },
    head: { ...base.head, flexion: (base.head?.flexion ?? 0) + over },
    left: leg(given.left, pitch),
    right: leg(given.right, pitch),
    leftArm: arm(left, rest(base.leftArm)),
    rightArm: arm(right, rest(base.rightArm)),
  };
}

const ARM = { flexion: 6, abduction: 8, elbow: 10, rotation: 10 };
/** What the data leaves open: arms and head as they rest in each position. */
const RESTING: Readonly<Record<Exercise["position"], Pose>> = {
  any: { leftArm: ARM, rightArm: ARM },
  standing: { leftArm: { ...ARM, abduction: 11 }, rightArm: { ...ARM, abduction: 11 } },
  sitting: { leftArm: { flexion: 38, elbow: 50 }, rightArm: { flexion: 38, elbow: 50 } },
  supine: { leftArm: { flexion: 4, abduction: 16 }, rightArm: { flexion: 4, abduction: 16 }, head: { flexion: 6 } },
  prone: { leftArm: { flexion: 150, elbow: 80 }, rightArm: { flexion: 150, elbow: 80 } },
  bench: { leftArm: { flexion: 30, abduction: 20, elbow: 30 }, rightArm: { flexion: 30, abduction: 20, elbow: 30 }, head: { flexion: 20 } },
  "half-kneeling": { leftArm: { flexion: 30, elbow: 60 }, rightArm: { flexion: 30, elbow: 60 } },
  "hands-and-knees": { leftArm: { flexion: 88 }, rightArm: { flexion: 88 }, head: { flexion: -12 } },
  // on the left side: the lower arm under the head, the upper one rests in front
  "side-lying": {
    leftArm: { flexion: 165, elbow: 100, rotation: 40 },
    rightArm: { flexion: 38, elbow: 62, rotation: 20 },
    head: { bendLeft: -6 },
  },
}; // biome-ignore format: a table

/** The figure of an exercise, for the side that is meant; without one, as care's data has it (the right side works). */
export function exerciseFigure(exercise: Exercise, side: "left" | "right" | null): ExerciseFigure {
  const base = RESTING[exercise.position];
  // lying on the back, nothing is seen from the front
  const isSupine = (exercise.figure.start.pitch_deg ?? 0) <= -80;
  const azimuth = isSupine ? AZIMUTH.side : AZIMUTH[exercise.figure.view];
  const { props } = exercise.figure;
  const start = poseFrom(exercise.figure.start, base);
  const top = poseFrom(exercise.figure.top, base);
  return side === "left"
    ? { start: mirrored(start), top: mirrored(top), azimuth_deg: azimuth === 90 ? -90 : azimuth, props }
    : { start, top, azimuth_deg: azimuth, props };
}

type Angles = Readonly<Record<string, number | undefined>>;
function mix<T extends object>(from: T | undefined, to: T | undefined, h: number): T {
  const [a, b] = [(from ?? {}) as Angles, (to ?? {}) as Angles];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...keys].map((key) => [key, (a[key] ?? 0) * (1 - h) + (b[key] ?? 0) * h])) as T;
}

/** The pose between two ends of a movement: 0 = start, 1 = top. */
export function poseBetween(start: Pose, top: Pose, height: number): Pose {
  const h = Math.min(1, Math.max(0, height));
  return {
    lying: start.lying ?? "no",
    pelvis: mix(start.pelvis, top.pelvis, h),
    spine: mix(start.spine, top.spine, h),
    head: mix(start.head, top.head, h),
    left: mix(start.left, top.left, h),
    right: mix(start.right, top.right, h),
    leftArm: mix(start.leftArm, top.leftArm, h),
    rightArm: mix(start.rightArm, top.rightArm, h),
  };
}
