/** The tasks on a human, solved: kept warm per task, side and measured posture. */
import { type AnswerContext, groupsOf, jointsOf, postureAngles } from "./answer.ts";
import { muscleCost } from "../effort/staticOptimization.ts";
import { setPositions } from "../kinematics/positions.ts";
import { type FullEffort, freePosture, fullEffortOf, judgedPhases } from "../posture/freePosture.ts";
import { makeTaskFrames, setTaskFrame, type TaskFrames, type TaskMotion, type TaskSetting } from "./frames.ts";
import { groundOnFeet } from "./gait.ts";
import { type SidedGroup, setStrengths, setTightness, sidedGroups } from "./groups.ts";
import { placeOf } from "./poseKit.ts";
import { checkTaskRequest, type SizedRequest } from "./request.ts";
import { makeScene, motionOf, type TaskScene } from "./scene.ts";
import {
  type FrameVerdict,
  makeSeries,
  makeSolveWork,
  type SolveWork,
  solveFrame,
  storeContacts,
  storeFrame,
} from "./solveFrames.ts";
import type { NotHoldable, TaskHuman, TaskJoints, TaskRequest, TaskResult, TaskSeries, TaskSolver } from "./types.ts";

/** What is kept of a task between solves. */
interface Prepared {
  readonly scene: TaskScene;
  readonly frames: TaskFrames;
  readonly work: SolveWork;
  readonly groups: readonly SidedGroup[];
  readonly setting: TaskSetting;
  readonly series: TaskSeries;
  full: TaskJoints | null;
  /** Effort of the task's own posture at full strength at the judged frames; frames to seek a posture with, and of the posture found. */
  fullEffort: FullEffort | null;
  judged: TaskFrames | null;
  freed: TaskFrames | null;
}

/** Prepared tasks that are kept; the oldest goes first. */
const KEPT = 8;

/** Warm solver of one human. */
export function makeTaskSolver(human: TaskHuman): TaskSolver {
  const kept = new Map<string, Prepared>();
  const sized = (request: TaskRequest): SizedRequest => ({
    ...checkTaskRequest(request),
    height_m: human.person.height_m,
  });
  const prepared = (request: SizedRequest): Prepared => {
    const key = JSON.stringify([request.task, request.side, request.frames, request.measured]);
    let found = kept.get(key);
    if (!found) {
      found = prepare(human, request);
      const oldest = kept.keys().next();
      if (kept.size >= KEPT && !oldest.done) kept.delete(oldest.value);
      kept.set(key, found);
    }
    return found;
  };
  return {
    prepare(task, side = "right", frames = 101): void {
      const request = sized({ task, side, frames, ranges: false });
      answer(prepared(request), request, null);
    },
    solve(request, out): TaskResult {
      const checked = sized(request);
      return answer(prepared(checked), checked, out ?? null);
    },
  };
}

function prepare(human: TaskHuman, request: SizedRequest): Prepared {
  const scene = makeScene(human, request);
  const { body, motion } = scene;
  const frames = makeTaskFrames(body, motion);
  const series = seriesOf(scene);
  const n = body.model.nCoordinates;
  for (let f = 0; f < motion.frames; f++) {
    setTaskFrame(body, frames, f);
    storePlaces(scene, f, series);
  }
  series.phase.set(motion.phase);
  series.coordinates.set(motion.q.subarray(0, motion.frames * n));
  const names = body.optimizer.muscles.names;
  return {
    scene,
    frames,
    work: makeSolveWork(body),
    groups: sidedGroups(human, names),
    setting: { strength: new Float64Array(names.length).fill(1), tight: new Float64Array(names.length) },
    series,
    full: null,
    fullEffort: null,
    judged: null,
    freed: null,
  };
}

const FEET = ["foot_own", "foot_other"] as const;

function seriesOf(scene: TaskScene): TaskSeries {
  const { body, motion } = scene;
  const names = motion.applyLoads === null ? body.contacts.map((contact) => contact.name) : FEET;
  return makeSeries(body, motion.frames, names);
}

/** Where contacts are, and the forces that the motion gives; after `setTaskFrame`. */
function storePlaces(scene: TaskScene, f: number, series: TaskSeries): void {
  const { body, motion } = scene;
  if (motion.applyLoads !== null) {
    groundOnFeet(scene, scene.side, f, series);
    return;
  }
  body.contacts.forEach((contact, c) => series.contacts[c]?.point_m.set(placeOf(body, contact.name), 3 * f));
}

const verdict: FrameVerdict = { why: null, reserveShare: 0, kkt: 0, cost: 0 };

interface Outcome {
  kkt: number;
  reserveShare: number;
  why: NotHoldable | null;
}

/** Solves all frames into the series. */
function solveAll(prepared: Prepared, frames: TaskFrames, series: TaskSeries): Outcome {
  const { scene, work, setting } = prepared;
  const outcome: Outcome = { kkt: 0, reserveShare: 0, why: null };
  for (let f = 0; f < series.frames; f++) {
    solveFrame(scene.body, frames, f, setting, work, verdict);
    storeFrame(scene.body, f, work, verdict, series);
    if (frames.motion.applyLoads === null) storeContacts(scene.body, f, series);
    outcome.kkt = Math.max(outcome.kkt, verdict.kkt);
    outcome.reserveShare = Math.max(outcome.reserveShare, verdict.reserveShare);
    outcome.why ??= verdict.why;
  }
  return outcome;
}

/** Frames of a motion, filled. */
function filled(scene: TaskScene, motion: TaskMotion, into: TaskFrames | null): TaskFrames {
  const frames = into ? { ...into, motion } : makeTaskFrames(scene.body, motion);
  for (let f = 0; f < motion.frames; f++) setTaskFrame(scene.body, frames, f);
  return frames;
}

/** Seeks the free posture, and prepares its frames; writes its motion into the series. */
function freed(prepared: Prepared, request: SizedRequest, series: TaskSeries): TaskFrames {
  const { scene, work, setting } = prepared;
  const strength = setting.strength.slice();
  const tight = setting.tight.slice();
  prepared.judged ??= filled(scene, motionOf(scene.kit, scene.recipe, request, judgedPhases(scene)), null);
  if (prepared.fullEffort === null) {
    setting.strength.fill(1);
    setting.tight.fill(0);
    const effort = effortOf(prepared, prepared.judged);
    prepared.fullEffort = fullEffortOf(scene, request, setting, work, prepared.judged, effort);
    setting.strength.set(strength);
    setting.tight.set(tight);
  }
  const found = freePosture(scene, request, setting, work, prepared.judged, prepared.fullEffort);
  const motion = motionOf(scene.kit, scene.recipe, { ...request, measured: found.measured });
  prepared.freed = filled(scene, motion, prepared.freed);
  series.coordinates.set(motion.q);
  for (let f = 0; f < motion.frames; f++) {
    placeFrame(scene, motion, f);
    storePlaces(scene, f, series);
  }
  return prepared.freed;
}

/** Puts `data` to a frame's posture. */
function placeFrame(scene: TaskScene, motion: TaskMotion, f: number): void {
  const { model, data } = scene.body;
  const n = model.nCoordinates;
  setPositions(model, data, motion.q.subarray(f * n, (f + 1) * n));
}

/** Mean muscle effort of frames at the setting. */
function effortOf(prepared: Prepared, frames: TaskFrames): number {
  const { scene, work, setting } = prepared;
  let sum = 0;
  for (let f = 0; f < frames.motion.frames; f++) {
    solveFrame(scene.body, frames, f, setting, work, verdict);
    sum += muscleCost(scene.body.optimizer);
  }
  return sum / frames.motion.frames;
}

function answer(prepared: Prepared, request: SizedRequest, out: TaskSeries | null): TaskResult {
  const { scene, groups, setting } = prepared;
  const { body, motion, recipe } = scene;
  const names = body.optimizer.muscles.names;
  const series = out?.frames === motion.frames && out.muscle_names.length === names.length ? out : seriesOf(scene);
  copyMotion(prepared.series, series);
  if (prepared.full === null) {
    setting.strength.fill(1);
    setting.tight.fill(0);
    solveAll(prepared, prepared.frames, prepared.series);
    prepared.full = jointsOf(prepared.series);
  }
  setStrengths(groups, request.strength, setting.strength);
  setTightness(groups, names, request.tight, setting.tight);
  const free = request.posture === "free" && recipe.free.length > 0;
  const frames = free ? freed(prepared, request, series) : prepared.frames;
  const outcome = solveAll(prepared, frames, series);
  const key = Math.round(recipe.peak * (motion.frames - 1));
  const n = body.model.nCoordinates;
  const context: AnswerContext = { body, frames, setting, work: prepared.work, series };
  return {
    schema: "levelhip.task/1",
    task: request.task,
    side: request.side,
    strength: request.strength,
    tight: request.tight,
    posture: {
      kind: free ? "free" : "held",
      ...postureAngles(body, series.coordinates.slice(key * n, (key + 1) * n), request.side),
      holdable: outcome.why === null,
      why: outcome.why,
    },
    groups: groupsOf(context, groups, request.ranges),
    joints: jointsOf(series),
    full_strength: prepared.full,
    reserve_share_peak: outcome.reserveShare,
    certificate: { kkt: outcome.kkt },
    series,
    props: recipe.props(scene.kit, request),
  };
}

function copyMotion(from: TaskSeries, to: TaskSeries): void {
  to.phase.set(from.phase);
  to.coordinates.set(from.coordinates);
  from.contacts.forEach((contact, c) => {
    to.contacts[c]?.point_m.set(contact.point_m);
    to.contacts[c]?.force_n.set(contact.force_n);
  });
}
