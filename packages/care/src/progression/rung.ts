import { exerciseOf, ladderOf, rungsFor } from "../exercises/catalogue.ts";
import type { Exercise } from "../exercises/exercise.ts";
import type { PhaseId } from "../data/phases.ts";
import { firstDose, noMoreThan } from "../programme/dose.ts";
import type { Item, Setting } from "../programme/programme.ts";

const takenBy = (items: readonly Item[], but: Item): ReadonlySet<string> =>
  new Set(items.filter((one) => one !== but).map((one) => one.exercise));

/** The next harder exercise on the item's ladder that suits; null at the top. */
export function harderRung(item: Item, items: readonly Item[], setting: Setting): Exercise | null {
  const rungs = ladderOf(item.ladder).rungs;
  const at = rungs.indexOf(item.exercise);
  const open = new Set(rungsFor(ladderOf(item.ladder), setting, takenBy(items, item)).map((one) => one.id));
  const next = rungs.slice(at + 1).find((id) => open.has(id));
  return next === undefined ? null : exerciseOf(next);
}

/** The next easier one; null at the bottom. */
export function easierRung(item: Item, items: readonly Item[], setting: Setting): Exercise | null {
  const rungs = ladderOf(item.ladder).rungs;
  const at = rungs.indexOf(item.exercise);
  const open = new Set(rungsFor(ladderOf(item.ladder), setting, takenBy(items, item)).map((one) => one.id));
  const next = rungs
    .slice(0, Math.max(0, at))
    .reverse()
    .find((id) => open.has(id));
  return next === undefined ? null : exerciseOf(next);
}

/** The item with another exercise, at the least dose of the phase; the emphasis stays. */
export function withExercise(item: Item, exercise: Exercise, phase: PhaseId): Item {
  const dose = firstDose(exercise, phase);
  const extra = exercise.laterality === "each-side" ? item.extra : null;
  return { ...item, ...dose, sets: Math.max(dose.sets, Math.min(item.sets, 3)), extra, exercise: exercise.id, good: 0 };
}

/** One step back: the rung below, or where there is none, the least dose, and then half of it. */
export function stepBack(item: Item, items: readonly Item[], setting: Setting, phase: PhaseId): Item {
  const easier = easierRung(item, items, setting);
  if (easier)
    return noMoreThan(item, {
      ...withExercise(item, easier, phase),
      sets: Math.min(item.sets, firstDose(easier, phase).sets),
    });
  const least = firstDose(exerciseOf(item.exercise), phase);
  const lessReps = Math.min(item.reps, least.reps);
  const lessHold = Math.min(item.hold_s, least.hold_s);
  const isLeast = item.sets <= least.sets && item.reps <= least.reps && item.hold_s <= least.hold_s && item.load === 0;
  if (isLeast)
    return { ...item, sets: 1, reps: Math.max(1, Math.floor(lessReps / 2)), hold_s: lessHold, extra: null, good: 0 };
  return { ...item, sets: Math.min(item.sets, least.sets), reps: lessReps, hold_s: lessHold, load: 0, good: 0 };
}
