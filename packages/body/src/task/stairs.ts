/**
 * Climbing stairs foot over foot: feet on their steps, the centre of mass carried over them, legs by inverse kinematics; the
 * ground's forces are unknowns, so that what the motion needs is what the feet give.
 *
 * Stairs of 30° with 17 cm rise and 29 cm run for a stature of 1.75 m, others in proportion (so that a short person's task is not a harder one), a cycle of 1.41 s, stance 0.6 of it (Riener et al. 2002, Gait Posture 15:32). The path of the
 * centre of mass has one harmonic sideways, two upward and forward per cycle, chosen so that the centre of pressure an inverted
 * pendulum asks for lies in the standing foot (Winter 1995, Gait Posture 3:193) and the vertical force has its peaks near 1.1 body weight.
 * Joint angles are then results: compared with Protopapadaki et al. 2007 (Clin Biomech 22:203) in validation/human.md.
 */
import { settleCouplers } from "../kinematics/couplers.ts";
import { setPositions } from "../kinematics/positions.ts";
import { centreOfMass, placeBody, type PointGoal } from "../posture/placeBody.ts";
import type { TaskMotion } from "./frames.ts";
import { fourierAt, fourierOf } from "./fourier.ts";
import { DEG, footNames, holdContacts, phasesOf, type PoseKit, placeGoals, setCoordinate, sidesOf } from "./poseKit.ts";
import type { SizedRequest } from "./request.ts";
import { bothSides, placeStanding } from "./standing.ts";

export const STAIRS = {
  rise_m: 0.17,
  run_m: 0.29,
  cycle_s: 1.6,
  stance: 0.6,
  /** Trunk forward in the room, pelvis forward. */
  trunk_deg: 14,
  pelvis_deg: 7,
  /** Pelvis: list towards the lower foot at foot strike, and turn. */
  list_deg: 4,
  turn_deg: 3,
  /** The heel leaves the step from here on, up to the greatest pitch at toe-off. */
  heelOff: 0.47,
  toeOffPitch_deg: 52,
  /** Path of the centre of mass: share of the standing height with the leg most stretched, share of the feet's width, forward and upward harmonics [m], phase of the fastest rise. */
  stretch: 1.005,
  sway: 0.9,
  forward_m: 0.004,
  up_m: 0.01,
  upPhase: 0.2,
  /** The weight passes this far behind where it is in standing. */
  back_m: 0.03,
} as const;

const SAMPLES = 64;
const HARMONICS = 5;
const MID_STANCE = 0.31;

/** Minimum-jerk step from 0 to 1. */
const glide = (t: number): number => {
  const s = Math.min(1, Math.max(0, t));
  return s * s * s * (10 + s * (6 * s - 15));
};

interface FootPose {
  /** Ball of the foot from its place at the cycle's first step [m]. */
  readonly x: number;
  readonly y: number;
  /** Heel up positive. */
  readonly pitch: number;
}

/** A foot by its own phase, 0 at its strike; beyond 1 it is on the step after the next. */
function footAt(phase: number, size: number): FootPose {
  const turns = Math.floor(phase);
  const p = phase - turns;
  const up = 2 * STAIRS.rise_m * size;
  const on = 2 * STAIRS.run_m * size;
  const top = STAIRS.toeOffPitch_deg * DEG;
  if (p < STAIRS.stance) {
    const rise = (p - STAIRS.heelOff) / (STAIRS.stance - STAIRS.heelOff);
    return { x: turns * on, y: turns * up, pitch: rise > 0 ? top * rise * rise * (3 - 2 * rise) : 0 };
  }
  const t = (p - STAIRS.stance) / (1 - STAIRS.stance);
  return {
    x: (turns + glide(t)) * on,
    y: (turns + glide(t * 1.15)) * up + 0.06 * Math.sin(Math.PI * t) ** 2,
    pitch: top * (1 - glide(t * 1.25)),
  };
}

/** Contact points of a foot as goals. */
function footGoals(kit: PoseKit, suffix: "_r" | "_l", pose: FootPose): PointGoal[] {
  const places = footNames(suffix).map((name) => kit.places.get(name) ?? new Float64Array(3));
  const ball = ((places[1]?.[0] ?? 0) + (places[2]?.[0] ?? 0)) / 2;
  const cos = Math.cos(pose.pitch);
  const sin = Math.sin(pose.pitch);
  return holdContacts(kit, footNames(suffix), (name) => {
    const p = kit.places.get(name) ?? new Float64Array(3);
    const back = (p[0] ?? 0) - ball;
    // the foot turns about its ball, heel up
    return [ball + back * cos + pose.x, -back * sin + pose.y, p[2] ?? 0];
  });
}

/** Path of the centre of mass by phase of the leg whose mirror sign is given. */
function comAt(
  kit: PoseKit,
  phase: number,
  mirror: 1 | -1,
  height_m: number,
  width_m: number,
  middle_m: number,
  size: number,
): [number, number, number] {
  const g = kit.body.weight_N / kit.body.mass_kg;
  const w = (2 * Math.PI) / STAIRS.cycle_s;
  const sway = (STAIRS.sway * width_m) / (1 + (w * w * height_m) / g);
  const y = (p: number): number =>
    2 * STAIRS.rise_m * size * p + STAIRS.up_m * Math.sin(4 * Math.PI * (p - STAIRS.upPhase));
  return [
    middle_m -
      STAIRS.back_m +
      2 * STAIRS.run_m * size * (phase - MID_STANCE) -
      STAIRS.forward_m * Math.sin(4 * Math.PI * (phase - MID_STANCE)),
    STAIRS.stretch * height_m - y(0.46) + y(phase),
    mirror * sway * Math.cos(2 * Math.PI * (phase - MID_STANCE)),
  ];
}

/** Motion of F frames over the cycle from the strike of `side`; the body climbs two steps. */
export function stairMotion(kit: PoseKit, request: SizedRequest, phases?: readonly number[]): TaskMotion {
  const { body } = kit;
  const { model, data } = body;
  const n = model.nCoordinates;
  const q = kit.neutral.slice();
  placeStanding(kit, q);
  settleCouplers(model, data, q);
  setPositions(model, data, q);
  const com = new Float64Array(3);
  centreOfMass(model, data, body.mass_kg, com);
  const size = stairSize(request.height_m);
  const samples = climb(kit, request, q, com);
  const series = model.coordinateNames.map((name, c) => {
    const values = Float64Array.from(
      { length: SAMPLES },
      (_, i) => (samples[i * n + c] ?? 0) - trend(name, size) * (i / SAMPLES),
    );
    return fourierOf(values, HARMONICS);
  });
  return framesOf(kit, request, series, phases);
}

const trend = (name: string, size: number): number =>
  name === "pelvis_tx" ? 2 * STAIRS.run_m * size : name === "pelvis_ty" ? 2 * STAIRS.rise_m * size : 0;

/** Stairs by stature. */
export const stairSize = (height_m: number): number => height_m / 1.75;

/** Postures over one cycle, equally spaced   (SAMPLES×nQ). */
function climb(kit: PoseKit, request: SizedRequest, q: Float64Array, standing: Float64Array): Float64Array {
  const { own, other, mirror } = sidesOf(request.side);
  const n = kit.body.model.nCoordinates;
  const out = new Float64Array(SAMPLES * n);
  const width = Math.abs(kit.places.get("foot_r_heel")?.[2] ?? 0.08);
  const middle = standing[0] ?? 0;
  const size = stairSize(request.height_m);
  // once round to come into the cycle, then for good
  for (let k = -8; k < SAMPLES; k++) {
    const phase = k / SAMPLES;
    const turn = 2 * Math.PI * phase;
    setCoordinate(kit, q, "pelvis_tilt", -STAIRS.pelvis_deg * DEG);
    setCoordinate(kit, q, "lumbar_extension", -(STAIRS.trunk_deg - STAIRS.pelvis_deg) * DEG);
    setCoordinate(kit, q, "pelvis_list", -mirror * STAIRS.list_deg * DEG * Math.cos(turn));
    setCoordinate(kit, q, "lumbar_bending", mirror * STAIRS.list_deg * DEG * Math.cos(turn));
    setCoordinate(kit, q, "pelvis_rotation", mirror * STAIRS.turn_deg * DEG * Math.cos(turn));
    setCoordinate(kit, q, "lumbar_rotation", -mirror * STAIRS.turn_deg * DEG * Math.cos(turn));
    // the other foot strikes half a cycle later, one step further up
    const later = footAt(phase + 0.5, size);
    const points = [
      ...footGoals(kit, own, footAt(phase, size)),
      ...footGoals(kit, other, { ...later, x: later.x - STAIRS.run_m * size, y: later.y - STAIRS.rise_m * size }),
    ];
    const goals = placeGoals(kit, {
      points,
      com_m: comAt(kit, phase, mirror, standing[1] ?? 1, width, middle, size),
      vary: [
        "pelvis_tx",
        "pelvis_ty",
        "pelvis_tz",
        ...bothSides("hip_flexion", "hip_adduction", "hip_rotation", "knee_angle", "ankle_angle", "subtalar_angle"),
      ],
      rest: Object.fromEntries(bothSides("hip_rotation", "subtalar_angle").map((name) => [name, [0, 0.3] as const])),
    });
    placeBody(kit.work, goals, q);
    if (k >= 0) out.set(q, k * n);
  }
  return out;
}

const value = new Float64Array(3);

function framesOf(
  kit: PoseKit,
  request: SizedRequest,
  series: readonly Float64Array[],
  phases?: readonly number[],
): TaskMotion {
  const { body } = kit;
  const { own } = sidesOf(request.side);
  const names = body.model.coordinateNames;
  const n = names.length;
  const F = phases?.length ?? request.frames;
  const rate = 1 / STAIRS.cycle_s;
  const size = stairSize(request.height_m);
  const motion = {
    frames: F,
    phase: phasesOf(F, phases),
    q: new Float64Array(F * n),
    qd: new Float64Array(F * n),
    qdd: new Float64Array(F * n),
    touching: new Uint8Array(F * body.contacts.length),
    moving: true,
    applyLoads: null,
  };
  for (let f = 0; f < F; f++) {
    const phase = motion.phase[f] ?? 0;
    names.forEach((name, c) => {
      fourierAt(series[c] ?? [], phase, value);
      motion.q[f * n + c] = (value[0] ?? 0) + trend(name, size) * phase;
      motion.qd[f * n + c] = rate * ((value[1] ?? 0) + trend(name, size));
      motion.qdd[f * n + c] = rate * rate * (value[2] ?? 0);
    });
    body.contacts.forEach((contact, c) => {
      const p = contact.name.startsWith(`foot${own}`) ? phase : phase + 0.5;
      const s = p - Math.floor(p);
      const heel = contact.name.endsWith("heel");
      const until = heel ? STAIRS.heelOff : STAIRS.stance;
      motion.touching[f * body.contacts.length + c] = s <= until ? 1 : 0;
    });
  }
  return motion;
}
