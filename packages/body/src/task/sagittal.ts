/** Squat, forward bend and standing up: both sides alike, slow enough that only posture counts. */
import { DEG, footNames, holdContacts, type PoseKit, place, setCoordinate } from "./poseKit.ts";
import type { SizedRequest } from "./request.ts";
import type { StaticPose } from "./scene.ts";
import { bothSides } from "./standing.ts";

const FEET = [...footNames("_r"), ...footNames("_l")];

/** 0 … 1 … 0 over a cycle, smooth. */
const downAndUp = (phase: number): number => (1 - Math.cos(2 * Math.PI * phase)) / 2;
/** 0 … 1, smooth at both ends. */
const smooth = (t: number): number => {
  const s = Math.min(1, Math.max(0, t));
  return s * s * (3 - 2 * s);
};
const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

interface SagittalGoal {
  readonly knee_deg: number;
  /** Trunk's inclination forward in the room. */
  readonly trunk_deg: number | null;
  /** Lumbar flexion: positive bends forward. */
  readonly lumbar_deg: number;
  readonly ankle_deg: number | null;
  /** How far down, 0…1. */
  readonly bend: number;
  /** Where the weight is over the feet: 0 heel, 1 balls; null: not asked for. */
  readonly over: number | null;
}

/** Places a symmetric posture with both feet flat; a null trunk follows from balance and the ankle. */
function placeSagittal(
  kit: PoseKit,
  goal: SagittalGoal,
  q: Float64Array,
  seat_m: readonly [number, number] | null,
): void {
  for (const side of ["_r", "_l"]) setCoordinate(kit, q, `knee_angle${side}`, goal.knee_deg * DEG);
  setCoordinate(kit, q, "lumbar_extension", -goal.lumbar_deg * DEG);
  const vary = [
    "pelvis_tx",
    "pelvis_ty",
    ...bothSides("hip_flexion", "hip_adduction", "hip_rotation", "ankle_angle", "subtalar_angle"),
  ];
  const rest: Record<string, readonly [number, number]> = {};
  for (const name of bothSides("hip_adduction", "hip_rotation", "subtalar_angle")) rest[name] = [0, 0.5];
  if (goal.trunk_deg === null) {
    vary.push("pelvis_tilt");
    // upright, the trunk decides; bent, the shank
    rest["pelvis_tilt"] = [0, 20 * (1 - goal.bend)];
  } else setCoordinate(kit, q, "pelvis_tilt", -(goal.trunk_deg - goal.lumbar_deg) * DEG);
  if (goal.ankle_deg !== null) {
    for (const side of ["_r", "_l"]) {
      setCoordinate(kit, q, `ankle_angle${side}`, goal.ankle_deg * DEG);
      rest[`ankle_angle${side}`] = [goal.ankle_deg * DEG, 20 * goal.bend];
    }
  }
  const heel = kit.places.get("foot_r_heel")?.[0] ?? 0;
  const ball = 0.5 * ((kit.places.get("foot_r_ball_in")?.[0] ?? 0) + (kit.places.get("foot_r_ball_out")?.[0] ?? 0));
  const points = holdContacts(kit, FEET);
  if (seat_m !== null) {
    points.push(...holdContacts(kit, ["seat_r", "seat_l"], () => [seat_m[0], seat_m[1], Number.NaN]));
  }
  place(
    kit,
    {
      points,
      vary,
      rest,
      com_m: [goal.over === null ? Number.NaN : mix(heel, ball, goal.over), Number.NaN, Number.NaN],
    },
    q,
  );
}

/** Where people stand over their feet: the same place as in quiet standing. */
const OVER = 0.45;
/** In a squat: more over the balls. */
const SQUAT_OVER = 0.56;

/**
 * Squat to thighs about level: knee 90°, shank 31° forward, spine 12° bent, the trunk's lean follows from balance (40–50°; Schoenfeld 2010,
 * J Strength Cond Res 24:3497).
 */
export function squatPose(kit: PoseKit, request: SizedRequest, phase: number, start: Float64Array): StaticPose {
  const q = start.slice();
  const depth = downAndUp(phase);
  const knee = request.measured.knee_flexion_deg ?? 90;
  placeSagittal(
    kit,
    {
      knee_deg: mix(2, knee, depth),
      trunk_deg: request.measured.trunk_forward_deg === undefined ? null : depth * request.measured.trunk_forward_deg,
      lumbar_deg: 12 * depth,
      bend: depth,
      ankle_deg: request.measured.trunk_forward_deg === undefined ? mix(4, 0.34 * knee, depth) : null,
      over: mix(OVER, SQUAT_OVER, depth),
    },
    q,
    null,
  );
  return { q, touching: FEET };
}

/**
 * Bending forward with straight knees to a trunk 60° forward, spine and hips in equal parts over the first 60° (Esola et al. 1996,
 * Spine 21:71).
 */
export function forwardBendPose(kit: PoseKit, request: SizedRequest, phase: number, start: Float64Array): StaticPose {
  const q = start.slice();
  const depth = downAndUp(phase);
  const forward = request.measured.trunk_forward_deg ?? 60;
  placeSagittal(
    kit,
    {
      knee_deg: 4,
      trunk_deg: forward * depth,
      lumbar_deg: 0.5 * forward * depth,
      ankle_deg: null,
      bend: 1,
      over: OVER,
    },
    q,
    null,
  );
  return { q, touching: FEET };
}

/** Standing up: the seat is left at this phase, trunk forward by then; knee and trunk from there (Schenkman et al. 1990, Phys Ther 70:638; Nuzik et al. 1986, Phys Ther 66:1708). */
export const SEAT_OFF = 0.34;
const SIT_TRUNK_DEG = 5;
const OFF_TRUNK_DEG = 44;
const SIT_KNEE_DEG = 86;
/** Weight over the feet at seat-off: just in front of the heels. */
const OFF_OVER = 0.4;

export function sitToStandPose(kit: PoseKit, _request: SizedRequest, phase: number, start: Float64Array): StaticPose {
  const q = start.slice();
  if (phase <= SEAT_OFF) {
    const lean = smooth(phase / SEAT_OFF);
    const seat = seatPlace(kit);
    placeSagittal(
      kit,
      {
        knee_deg: SIT_KNEE_DEG,
        trunk_deg: mix(SIT_TRUNK_DEG, OFF_TRUNK_DEG, lean),
        lumbar_deg: mix(8, 12, lean),
        ankle_deg: null,
        bend: 1,
        over: null,
      },
      q,
      seat,
    );
    return { q, touching: [...FEET, "seat_r", "seat_l"] };
  }
  const up = smooth((phase - SEAT_OFF) / (1 - SEAT_OFF));
  const t = (phase - SEAT_OFF) / (1 - SEAT_OFF);
  placeSagittal(
    kit,
    {
      knee_deg: mix(SIT_KNEE_DEG, 2, up),
      trunk_deg: mix(OFF_TRUNK_DEG, 0, smooth(t * 1.05 - 0.05)),
      lumbar_deg: mix(12, 0, up),
      ankle_deg: null,
      bend: 1,
      over: mix(OFF_OVER, OVER, smooth(2 * t)),
    },
    q,
    null,
  );
  return { q, touching: FEET };
}

const seats = new WeakMap<PoseKit, readonly [number, number]>();

/** Where the sitting bones are when the seat is left: balance over the feet decides [m]. */
export function seatPlace(kit: PoseKit): readonly [number, number] {
  let found = seats.get(kit);
  if (found === undefined) {
    const q = kit.neutral.slice();
    for (const share of [0.3, 0.6, 0.8, 1]) {
      placeSagittal(
        kit,
        {
          knee_deg: SIT_KNEE_DEG * share,
          trunk_deg: OFF_TRUNK_DEG * share,
          lumbar_deg: 12 * share,
          ankle_deg: null,
          bend: 1,
          over: mix(OVER, OFF_OVER, share),
        },
        q,
        null,
      );
    }
    const { data, model } = kit.body;
    const contact = kit.body.contacts.find((c) => c.name === "seat_r");
    const pelvis = model.bodyNames.indexOf("pelvis");
    const R = data.bodyRotation;
    const p = contact?.point_m ?? [0, 0, 0];
    const at = (k: number): number =>
      (data.bodyPosition_m[3 * pelvis + k] ?? 0) +
      (R[9 * pelvis + 3 * k] ?? 0) * p[0] +
      (R[9 * pelvis + 3 * k + 1] ?? 0) * p[1] +
      (R[9 * pelvis + 3 * k + 2] ?? 0) * p[2];
    found = [at(0), at(1)];
    seats.set(kit, found);
  }
  return found;
}
