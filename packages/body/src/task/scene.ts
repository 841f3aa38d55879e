/** A task made ready for a person: its body with contacts, its motion, what it rests on. */
import type { ContactPoint } from "./contacts.ts";
import { footContacts } from "./contacts.ts";
import { makeTaskBody, type TaskBody, type TaskMotion } from "./frames.ts";
import { walkingMotion } from "./gait.ts";
import { makePoseKit, type PoseKit } from "./poseKit.ts";
import { singleLegPose, standingPose } from "./standing.ts";
import type { CheckedRequest } from "./request.ts";
import type { TaskHuman, TaskName, TaskProp, TaskSide } from "./types.ts";
import type { Model } from "../model/model.ts";

/** One posture of a static task or of one instant. */
export interface StaticPose {
  readonly q: Float64Array; // [nQ]
  /** Names of the contacts that carry. */
  readonly touching: readonly string[];
}

/** What makes a task's postures: for every phase a posture. `start` is where the search begins (the posture before). */
export interface TaskRecipe {
  readonly contacts: (model: Model) => readonly ContactPoint[];
  /** Static: one frame. Cycle: poses by phase, quasi-static. Dynamic: its own motion. */
  readonly kind: "static" | "cycle" | "dynamic";
  readonly pose?: (kit: PoseKit, request: CheckedRequest, phase: number, start: Float64Array) => StaticPose;
  readonly motion?: (kit: PoseKit, request: CheckedRequest) => TaskMotion;
  /** Phase at which the posture is reported and a measured posture holds. */
  readonly peak: number;
  readonly props: (kit: PoseKit) => readonly TaskProp[];
}

export interface TaskScene {
  readonly body: TaskBody;
  readonly kit: PoseKit;
  readonly recipe: TaskRecipe;
  readonly motion: TaskMotion;
  readonly side: TaskSide;
}

const floor = (): readonly TaskProp[] => [{ kind: "floor", center_m: [0, -0.005, 0], size_m: [2.4, 0.01, 1.6] }];

export const RECIPES: { readonly [K in TaskName]?: TaskRecipe } = {
  standing: { contacts: footContacts, kind: "static", pose: standingPose, peak: 0, props: floor },
  "single-leg-stance": { contacts: footContacts, kind: "static", pose: singleLegPose, peak: 0, props: floor },
  walking: {
    contacts: footContacts,
    kind: "dynamic",
    motion: (kit, request) => walkingMotion(kit.body, request.side, request.frames),
    peak: 0.16,
    props: floor,
  },
};

export function makeScene(human: TaskHuman, request: CheckedRequest): TaskScene {
  const recipe = RECIPES[request.task];
  if (!recipe) throw new Error(`no recipe for ${request.task}`);
  const body = makeTaskBody(human.description, recipe.contacts);
  const kit = makePoseKit(body);
  return { body, kit, recipe, motion: motionOf(kit, recipe, request), side: request.side };
}

export function motionOf(kit: PoseKit, recipe: TaskRecipe, request: CheckedRequest): TaskMotion {
  if (recipe.motion) return recipe.motion(kit, request);
  const { body } = kit;
  const n = body.model.nCoordinates;
  const frames = recipe.kind === "static" ? 1 : request.frames;
  const motion = {
    frames,
    phase: Float64Array.from({ length: frames }, (_, f) => (frames === 1 ? 0 : f / (frames - 1))),
    q: new Float64Array(frames * n),
    qd: new Float64Array(frames * n),
    qdd: new Float64Array(frames * n),
    touching: new Uint8Array(frames * body.contacts.length),
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
export function setPose(body: TaskBody, motion: TaskMotion, f: number, pose: StaticPose): void {
  motion.q.set(pose.q, f * body.model.nCoordinates);
  const at = f * body.contacts.length;
  body.contacts.forEach((contact, c) => {
    motion.touching[at + c] = pose.touching.includes(contact.name) ? 1 : 0;
  });
}
