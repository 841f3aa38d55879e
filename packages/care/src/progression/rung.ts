import { exerciseOf, ladderOf, rungsFor } from "../exercises/catalogue.ts";
import type { Exercise } from "../exercises/exercise.ts";
import type { PhaseId } from "../data/phases.ts";
import { doseRange, firstDose } from "../programme/dose.ts";
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
  if (easier) return { ...withExercise(item, easier, phase), sets: Math.min(item.sets, firstDose(easier, phase).sets) };
  const exercise = exerciseOf(item.exercise);
  const { sets, reps, hold_s } = doseRange(exercise, phase);
  const least = { sets: sets[0], reps: reps[0], hold_s: hold_s[0] };
  const isLeast = item.sets <= least.sets && item.reps <= least.reps && item.hold_s <= least.hold_s && item.load === 0;
  const halved = {
    sets: 1,
    reps: Math.max(1, Math.floor(least.reps / 2)),
    hold_s: Math.min(item.hold_s, least.hold_s),
  };
  return {
    ...item,
    ...(isLeast ? halved : least),
    sets: Math.min(item.sets, isLeast ? 1 : least.sets),
    load: 0,
    extra: isLeast ? null : item.extra,
    good: 0,
  };
}
