import type { Side } from "@levelhip/motion";
import { LONGER_WARM_UP, PHASES, type PhaseId, SESSION_MIN, WARM_UP } from "../data/phases.ts";
import { exerciseOf } from "../exercises/catalogue.ts";
import type { Exercise } from "../exercises/exercise.ts";
import type { Item, Programme } from "./programme.ts";

/** The doses an exercise may have in a phase: [least, most]. */
export interface DoseRange {
  readonly sets: readonly [number, number];
  readonly reps: readonly [number, number];
  readonly hold_s: readonly [number, number];
}

const clamp = (x: number, [low, high]: readonly [number, number]): number => Math.max(low, Math.min(high, x));
const within = (phase: readonly [number, number], own: readonly [number, number]): readonly [number, number] => [
  clamp(phase[0], own),
  clamp(phase[1], own),
];

/** The phase's range, held to what the exercise allows. Held exercises grow in seconds, counted ones in repetitions first. */
export function doseRange(exercise: Exercise, phase: PhaseId): DoseRange {
  const { sets, reps, hold_s } = PHASES[phase];
  const { dose } = exercise;
  if (exercise.slot === "length") return { sets: [1, 2], reps: [1, 2], hold_s: dose.hold_s };
  if (dose.kind === "hold") {
    // short holds in a row while learning, one long hold a set later
    const holds = phase === "learn" ? Math.max(dose.reps[0], Math.min(3, dose.reps[1])) : dose.reps[0];
    return { sets, reps: [holds, holds], hold_s: within(hold_s, dose.hold_s) };
  }
  if (dose.kind === "steps") return { sets, reps: dose.reps, hold_s: [0, 0] };
  return { sets, reps: within(reps, dose.reps), hold_s: dose.hold_s };
}

/** Where an exercise begins: its own least, whatever the phase asks for later. */
export function firstDose(exercise: Exercise, phase: PhaseId): Pick<Item, "sets" | "reps" | "hold_s" | "load"> {
  const range = doseRange(exercise, phase);
  const reps = exercise.dose.kind === "hold" ? range.reps[0] : Math.min(exercise.dose.reps[0], range.reps[1]);
  return {
    sets: range.sets[0],
    reps,
    hold_s:
      exercise.dose.kind === "hold" ? Math.max(exercise.dose.hold_s[0], range.hold_s[0]) : exercise.dose.hold_s[0],
    load: 0,
  };
}

/** The item as it goes on in another phase: never more work than before. */
export function intoPhase(item: Item, phase: PhaseId): Item {
  const exercise = exerciseOf(item.exercise);
  const range = doseRange(exercise, phase);
  if (exercise.dose.kind !== "hold") return { ...item, reps: Math.min(item.reps, range.reps[1]) };
  const reps = Math.min(item.reps, range.reps[0]);
  const held = item.reps * item.hold_s;
  return {
    ...item,
    reps,
    hold_s:
      reps < item.reps
        ? Math.min(
            range.hold_s[1],
            Math.max(item.hold_s, Math.min(range.hold_s[0], held), Math.min(2 * item.hold_s, held)),
          )
        : item.hold_s,
  };
}

/** Seconds of one set on one side. */
export function setSeconds(exercise: Exercise, reps: number, hold_s: number): number {
  const { lower_s, bottom_s, lift_s } = exercise.tempo;
  return exercise.dose.kind === "hold" ? reps * hold_s : reps * (lower_s + bottom_s + lift_s + hold_s);
}

/** Sets of an item, both sides together. A lighter week does about half of the work. */
export function totalSets(item: Item, deload = false): number {
  const sides = exerciseOf(item.exercise).laterality === "each-side" ? 2 : 1;
  return (deload ? deloaded(item) : item).sets * sides + (item.extra === null ? 0 : 1);
}

/** The dose of a lighter week: 40–50 % less work. */
export function deloaded(item: Item): Pick<Item, "sets" | "reps" | "hold_s"> {
  const { sets, reps, hold_s } = item;
  if (sets % 2 === 0) return { sets: sets / 2, reps, hold_s };
  if (sets === 1)
    return reps > 1 ? { sets, reps: Math.ceil(reps / 2), hold_s } : { sets, reps, hold_s: Math.ceil(hold_s / 2) };
  // an odd number of sets: two thirds of the sets with four fifths of each
  const less = sets - Math.floor(sets / 3);
  return exerciseOf(item.exercise).dose.kind === "hold" && reps === 1
    ? { sets: less, reps, hold_s: Math.round(hold_s * 0.8) }
    : { sets: less, reps: Math.max(1, Math.round(reps * 0.8)), hold_s };
}

/** Seconds under work of one session. */
export function workSeconds(items: readonly Item[], deload = false): number {
  return items.reduce((sum, item) => {
    const dose = deload ? deloaded(item) : item;
    return sum + totalSets(item, deload) * setSeconds(exerciseOf(item.exercise), dose.reps, dose.hold_s);
  }, 0);
}

/** Seconds under work of one item in a session. */
const itemSeconds = (item: Item): number =>
  totalSets(item) * setSeconds(exerciseOf(item.exercise), item.reps, item.hold_s);

/** The item, cut down until it is no more work than another: first the extra set, then sets, then repetitions. */
export function noMoreThan(before: Item, after: Item): Item {
  const most = itemSeconds(before);
  let item = after;
  while (itemSeconds(item) > most) {
    if (item.extra !== null) item = { ...item, extra: null };
    else if (item.sets > 1) item = { ...item, sets: item.sets - 1 };
    else if (item.reps > 1) item = { ...item, reps: item.reps - 1 };
    else if (item.hold_s > 5) item = { ...item, hold_s: item.hold_s - 1 };
    else break;
  }
  return item;
}

/** Planned seconds under work a week: what weekly growth is measured in. */
export const weeklySeconds = (programme: Pick<Programme, "items" | "setting">): number =>
  workSeconds(programme.items) * programme.setting.days.length;

const CHANGE_SIDE_S = 10;
/** From one exercise to the next: getting into place, reading how it goes [s]. */
export const CHANGE_EXERCISE_S = 40;

/** Rest between two sets of an exercise; while one side works the other rests [s]. */
export function restSeconds(exercise: Exercise, phase: PhaseId): number {
  const { rest_s } = PHASES[phase];
  if (exercise.laterality === "each-side") return Math.max(CHANGE_SIDE_S, rest_s / 3);
  return exercise.slot === "length" ? CHANGE_SIDE_S : rest_s;
}

/** What a session takes: warm-up, work, rests and changes [s]. */
export function sessionSeconds(items: readonly Item[], phase: PhaseId, deload = false): number {
  let total = WARM_UP.reduce((sum, one) => sum + one.seconds, 0);
  for (const item of items) {
    const exercise = exerciseOf(item.exercise);
    const sets = totalSets(item, deload);
    const pause = restSeconds(exercise, phase);
    const holdRests = exercise.dose.kind === "hold" ? (item.reps - 1) * exercise.tempo.bottom_s * sets : 0;
    total += CHANGE_EXERCISE_S + (sets - 1) * pause + holdRests;
  }
  return total + workSeconds(items, deload);
}

/** Longer walking at the start when a session would be shorter than 20 minutes [s]. */
export function extraWarmUp(items: readonly Item[], phase: PhaseId, deload = false): number {
  const missing = SESSION_MIN * 60 - sessionSeconds(items, phase, deload);
  return missing <= 0 ? 0 : Math.min(LONGER_WARM_UP.most, Math.max(LONGER_WARM_UP.least, Math.ceil(missing / 60) * 60));
}

/** Whole minutes of a session, warm-up included. */
export const sessionMinutes = (items: readonly Item[], phase: PhaseId, deload = false): number =>
  Math.round((sessionSeconds(items, phase, deload) + extraWarmUp(items, phase, deload)) / 60);

/** Sets of one side in a session. */
export function setsOf(item: Item, side: Side, deload = false): number {
  return (deload ? deloaded(item) : item).sets + (item.extra === side ? 1 : 0);
}
