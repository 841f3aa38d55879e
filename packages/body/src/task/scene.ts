/** A task made ready for a person: its body with contacts, its motion, what it rests on. */
import { type ContactPoint, footContacts } from "./contacts.ts";
import { makeTaskBody, type TaskBody, type TaskMotion } from "./frames.ts";
import { walkingMotion } from "./gait.ts";
import {
  BENCH,
  bridgeContacts,
  clamshellPose,
  gluteBridgePose,
  hipThrustPose,
  legRaisePose,
  seatContacts,
  sideContacts,
  singleLegBridgePose,
  thrustContacts,
} from "./lying.ts";
import { makePoseKit, phasesOf, type PoseKit, placeOf } from "./poseKit.ts";
import { forwardBendPose, SEAT_OFF, seatPlace, sitToStandPose, squatPose } from "./sagittal.ts";
import { singleLegPose, standingPose } from "./standing.ts";
import { STAIRS, stairMotion, stairSize } from "./stairs.ts";
import type { SizedRequest } from "./request.ts";
import {
  type MeasuredPosture,
  type TaskHuman,
  type TaskName,
  type TaskProp,
  TaskRequestError,
  type TaskSide,
} from "./types.ts";
import type { Model } from "../model/model.ts";

/** One posture of a static task or of one instant. */
export interface StaticPose {
  readonly q: Float64Array; // [nQ]
  /** Names of the contacts that carry. */
  readonly touching: readonly string[];
}

/** What makes a task's postures: for every phase a posture. `start` is where the search begins (the posture before). */
export interface TaskRecipe {
  readonly contacts: (model: Model, height_m: number) => readonly ContactPoint[];
  /** Static: one frame. Cycle: poses by phase, quasi-static. Dynamic: its own motion. */
  readonly kind: "static" | "cycle" | "dynamic";
  readonly pose?: (kit: PoseKit, request: SizedRequest, phase: number, start: Float64Array) => StaticPose;
  readonly motion?: (kit: PoseKit, request: SizedRequest, phases?: readonly number[]) => TaskMotion;
  /** Phase at which the posture is reported and a measured posture holds. */
  readonly peak: number;
  readonly props: (kit: PoseKit, request: SizedRequest) => readonly TaskProp[];
  /** What a free posture may change. */
  readonly free: readonly FreeAngle[];
  /** Fields of a measured posture that it can take. */
  readonly measures: readonly (keyof MeasuredPosture)[];
}

/** An angle that a free posture may change [deg]. */
export interface FreeAngle {
  readonly field: keyof MeasuredPosture;
  /** The task's own. */
  readonly own_deg: number;
  /** How dear leaving it is: this many degrees cost as much as half the task's effort at full strength. */
  readonly price_deg: number;
  readonly low_deg: number;
  readonly high_deg: number;
}

export interface TaskScene {
  readonly body: TaskBody;
  readonly kit: PoseKit;
  readonly recipe: TaskRecipe;
  readonly motion: TaskMotion;
  readonly side: TaskSide;
}

const FLOOR: TaskProp = { kind: "floor", center_m: [0, -0.005, 0], size_m: [2.4, 0.01, 1.6] };
const floor = (): readonly TaskProp[] => [FLOOR];
const feet = (model: Model): ContactPoint[] => footContacts(model);

const DROP: FreeAngle = { field: "pelvic_drop_deg", own_deg: 0, price_deg: 1.6, low_deg: -4, high_deg: 16 };
const LEAN: FreeAngle = { field: "trunk_lean_deg", own_deg: 0, price_deg: 2.7, low_deg: -5, high_deg: 25 };
const TILT: FreeAngle = { field: "pelvic_tilt_deg", own_deg: 0, price_deg: 2.3, low_deg: -10, high_deg: 20 };
const TURN: FreeAngle = { field: "pelvic_turn_deg", own_deg: 0, price_deg: 2.5, low_deg: -15, high_deg: 15 };
const STAND: readonly FreeAngle[] = [DROP, LEAN, TILT, TURN];

/** The posture fields that each task can take from a person's own measurement. */
const TRUNK = ["pelvic_drop_deg", "pelvic_tilt_deg", "pelvic_turn_deg", "trunk_lean_deg", "trunk_forward_deg"] as const;

const RECIPES: { readonly [K in TaskName]: TaskRecipe } = {
  standing: {
    contacts: feet,
    kind: "static",
    pose: standingPose,
    free: [{ ...TILT, price_deg: 8 }],
    peak: 0,
    props: floor,
    measures: TRUNK,
  },
  "single-leg-stance": {
    contacts: feet,
    kind: "static",
    pose: singleLegPose,
    free: STAND,
    peak: 0,
    props: floor,
    measures: [...TRUNK, "knee_flexion_deg"],
  },
  walking: {
    contacts: feet,
    kind: "dynamic",
    motion: walkingMotion,
    free: [DROP, LEAN],
    peak: 0.16,
    props: floor,
    measures: ["pelvic_drop_deg", "trunk_lean_deg"],
  },
  "stair-ascent": {
    contacts: feet,
    kind: "dynamic",
    motion: stairMotion,
    free: [],
    peak: 0.2,
    props: stairProps,
    measures: [],
  },
  "sit-to-stand": {
    contacts: seatContacts,
    kind: "cycle",
    pose: sitToStandPose,
    free: [],
    peak: SEAT_OFF + 0.02,
    props: seatProps,
    measures: [],
  },
  squat: {
    contacts: feet,
    kind: "cycle",
    pose: squatPose,
    free: [{ field: "knee_flexion_deg", own_deg: 90, price_deg: 6, low_deg: 30, high_deg: 90 }],
    peak: 0.5,
    props: floor,
    measures: ["knee_flexion_deg", "trunk_forward_deg"],
  },
  "forward-bend": {
    contacts: feet,
    kind: "cycle",
    pose: forwardBendPose,
    free: [{ field: "trunk_forward_deg", own_deg: 60, price_deg: 5, low_deg: 10, high_deg: 70 }],
    peak: 0.5,
    props: floor,
    measures: ["trunk_forward_deg"],
  },
  "glute-bridge": {
    contacts: bridgeContacts,
    kind: "static",
    pose: gluteBridgePose,
    free: [{ field: "hip_flexion_deg", own_deg: 0, price_deg: 4, low_deg: -5, high_deg: 40 }],
    peak: 0,
    props: floor,
    measures: ["knee_flexion_deg", "hip_flexion_deg"],
  },
  "single-leg-bridge": {
    contacts: bridgeContacts,
    kind: "static",
    pose: singleLegBridgePose,
    free: [{ field: "hip_flexion_deg", own_deg: 15, price_deg: 4, low_deg: 5, high_deg: 50 }],
    peak: 0,
    props: floor,
    measures: ["knee_flexion_deg", "hip_flexion_deg", "pelvic_drop_deg"],
  },
  "hip-thrust": {
    contacts: thrustContacts,
    kind: "static",
    pose: hipThrustPose,
    free: [{ field: "hip_flexion_deg", own_deg: 0, price_deg: 4, low_deg: -5, high_deg: 40 }],
    peak: 0,
    props: benchProps,
    measures: ["knee_flexion_deg", "hip_flexion_deg"],
  },
  clamshell: {
    contacts: sideContacts,
    kind: "static",
    pose: clamshellPose,
    free: [{ field: "hip_adduction_deg", own_deg: -25, price_deg: 4, low_deg: -30, high_deg: -2 }],
    peak: 0,
    props: floor,
    measures: ["hip_adduction_deg"],
  },
  "side-lying-leg-raise": {
    contacts: sideContacts,
    kind: "static",
    pose: legRaisePose,
    free: [{ field: "hip_adduction_deg", own_deg: -25, price_deg: 4, low_deg: -30, high_deg: 0 }],
    peak: 0,
    props: floor,
    measures: ["hip_adduction_deg", "hip_flexion_deg"],
  },
};

/** The steps that a cycle uses: the lower foot's, the two next. */
function stairProps(kit: PoseKit, request: SizedRequest): readonly TaskProp[] {
  const heel = kit.places.get("foot_r_heel")?.[0] ?? 0;
  const rise_m = STAIRS.rise_m * stairSize(request.height_m);
  const run_m = STAIRS.run_m * stairSize(request.height_m);
  return [-1, 0, 1, 2].map((k) => ({
    kind: "step" as const,
    center_m: [heel + (k + 0.5) * run_m - 0.04, k * rise_m - 0.5 * rise_m, 0] as const,
    size_m: [run_m, rise_m, 1] as const,
  }));
}

/** A block under the sitting bones. */
function seatProps(kit: PoseKit): readonly TaskProp[] {
  const [x, y] = seatPlace(kit);
  return [FLOOR, { kind: "seat", center_m: [x - 0.09, y / 2, 0], size_m: [0.42, y, 0.5] }];
}

/** A bench under the shoulder blades. */
function benchProps(kit: PoseKit, request: SizedRequest): readonly TaskProp[] {
  const y = BENCH * request.height_m;
  hipThrustPose(kit, request, 0, kit.neutral);
  const back = placeOf(kit.body, "back_r");
  return [FLOOR, { kind: "bench", center_m: [(back[0] ?? 0) - 0.1, y / 2, 0], size_m: [0.3, y, 1] }];
}

export function makeScene(human: TaskHuman, request: SizedRequest): TaskScene {
  const recipe = RECIPES[request.task];
  for (const field of Object.keys(request.measured) as (keyof MeasuredPosture)[]) {
    if (recipe.measures.includes(field)) continue;
    throw new TaskRequestError(
      `measured.${field}`,
      `The task ${request.task} has no place for ${field}.`,
      recipe.measures.length > 0 ? `It takes ${recipe.measures.join(", ")}.` : "It takes no measured posture.",
    );
  }
  const body = makeTaskBody(human.description, (model) => recipe.contacts(model, request.height_m));
  const kit = makePoseKit(body);
  return { body, kit, recipe, motion: motionOf(kit, recipe, request), side: request.side };
}

/** Motion of a task; `phases`: at these alone, else evenly over the cycle. */
export function motionOf(
  kit: PoseKit,
  recipe: TaskRecipe,
  request: SizedRequest,
  phases?: readonly number[],
): TaskMotion {
  if (recipe.motion) return recipe.motion(kit, request, phases);
  const { body } = kit;
  const n = body.model.nCoordinates;
  const frames = phases?.length ?? (recipe.kind === "static" ? 1 : request.frames);
  const motion = {
    frames,
    phase: phasesOf(frames, phases),
    q: new Float64Array(frames * n),
    qd: new Float64Array(frames * n),
    qdd: new Float64Array(frames * n),
    touching: new Uint8Array(frames * body.contacts.length),
    moving: false,
    applyLoads: null,
  };
  const start = kit.neutral.slice();
  for (let f = 0; f < frames; f++) {
    const pose = recipe.pose?.(kit, request, motion.phase[f] ?? 0, start);
    if (!pose) continue;
    setPose(body, motion, f, pose);
    start.set(pose.q);
  }
  return motion;
}

/** Writes a posture and its contacts into a frame. */
function setPose(body: TaskBody, motion: TaskMotion, f: number, pose: StaticPose): void {
  motion.q.set(pose.q, f * body.model.nCoordinates);
  const at = f * body.contacts.length;
  body.contacts.forEach((contact, c) => {
    motion.touching[at + c] = pose.touching.includes(contact.name) ? 1 : 0;
  });
}
