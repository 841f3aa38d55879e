import { EXERCISES } from "../data/exercises/index.ts";
import { LADDERS, type Ladder } from "../data/ladders.ts";
import type { Exercise, Slot } from "./exercise.ts";

const BY_ID: ReadonlyMap<string, Exercise> = new Map(EXERCISES.map((one) => [one.id, one]));

/** @throws Error when there is no such exercise: ids come from data files and stored programmes, which are checked at the door. */
export function exerciseOf(id: string): Exercise {
  const exercise = BY_ID.get(id);
  if (!exercise) throw new Error(`There is no exercise "${id}".`);
  return exercise;
}
export const hasExercise = (id: string): boolean => BY_ID.has(id);

export function ladderOf(id: string): Ladder {
  const ladder = LADDERS.find((one) => one.id === id);
  if (!ladder) throw new Error(`There is no ladder "${id}".`);
  return ladder;
}

/** What decides whether an exercise suits. */
export interface Suits {
  readonly limits: readonly string[];
  readonly equipment: readonly string[];
  readonly max_level: number;
}

/** Why an exercise does not suit; null when it does. */
export function unsuited(exercise: Exercise, setting: Suits): "limit" | "equipment" | "level" | null {
  if (exercise.avoid.some((limit) => setting.limits.includes(limit))) return "limit";
  if (exercise.needs.some((need) => !setting.equipment.includes(need))) return "equipment";
  return exercise.level > setting.max_level ? "level" : null;
}
export const suits = (exercise: Exercise, setting: Suits): boolean => unsuited(exercise, setting) === null;

/** The rungs of a ladder that suit, easiest first, without those already in use elsewhere. */
export const rungsFor = (ladder: Ladder, setting: Suits, taken: ReadonlySet<string> = new Set()): Exercise[] =>
  ladder.rungs.map(exerciseOf).filter((one) => suits(one, setting) && !taken.has(one.id));

/** The ladder of a slot for this person: the first with two rungs that suit below level 3, else the one with most rungs; null: none. */
export function ladderFor(slot: Slot, setting: Suits): Ladder | null {
  const open = { ...setting, max_level: 5 };
  const ladders = LADDERS.filter((one) => one.slot === slot).map((ladder) => ({
    ladder,
    rungs: rungsFor(ladder, open),
  }));
  const usable = ladders.filter((one) => one.rungs.some((rung) => rung.level <= setting.max_level));
  const gentle = usable.find((one) => one.rungs.filter((rung) => rung.level < 3).length >= 2);
  return (gentle ?? usable.sort((a, b) => b.rungs.length - a.rungs.length)[0])?.ladder ?? null;
}

/** Exercises that a person could do instead of this one: same slot, at most one level away, nearest first. */
export function alternatives(id: string, setting: Suits): Exercise[] {
  const present = exerciseOf(id);
  return EXERCISES.filter(
    (one) =>
      one.id !== id && one.slot === present.slot && suits(one, setting) && Math.abs(one.level - present.level) <= 1,
  ).sort((a, b) => Math.abs(a.level - present.level) - Math.abs(b.level - present.level) || a.level - b.level);
}
