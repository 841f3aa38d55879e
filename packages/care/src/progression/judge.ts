import { EFFORT_LIMIT, GOOD_FORM, HARD_EFFORT, POOR_FORM } from "../data/phases.ts";
import { exerciseOf } from "../exercises/catalogue.ts";
import { setsOf } from "../programme/dose.ts";
import type { Item } from "../programme/programme.ts";
import type { Said } from "../text/said.ts";
import type { ExerciseRecord, SetRecord } from "./record.ts";

/** How one exercise of a session went, apart from pain. */
export interface Judged {
  readonly verdict: "good" | "hold" | "poor" | "not-done";
  /** effort was 9 or 10 */
  readonly hard: boolean;
  readonly effort: number | null;
  readonly say: Said | null;
}

/** Good: every set done at its goal, form 80 % or more, effort 7 or less. Poor: form under 60 %. What was not asked is not good. */
export function judge(item: Item, record: ExerciseRecord | undefined): Judged {
  if (!record || record.sets.length === 0) return { verdict: "not-done", hard: false, effort: null, say: null };
  const { effort } = record;
  const hard = (effort ?? 0) >= HARD_EFFORT;
  const exercise: Said = { id: `exercise.${item.exercise}.name` };
  const form = formOf(record.sets);
  if (form !== null && form < POOR_FORM)
    return { verdict: "poor", hard, effort, say: { id: "back.form", values: { exercise } } };
  if (!isComplete(item, record))
    return { verdict: "hold", hard, effort, say: { id: "hold.part", values: { exercise } } };
  if (form === null || form < GOOD_FORM)
    return { verdict: "hold", hard, effort, say: { id: "hold.form", values: { exercise } } };
  if (effort === null || effort > EFFORT_LIMIT)
    return {
      verdict: "hold",
      hard,
      effort,
      say:
        effort === null
          ? { id: "hold.part", values: { exercise } }
          : { id: "hold.effort", values: { exercise, effort } },
    };
  return { verdict: "good", hard, effort, say: null };
}

/** Mean form over the repetitions of sets whose form is known; null when none is. */
export function formOf(sets: readonly SetRecord[]): number | null {
  let reps = 0;
  let good = 0;
  for (const set of sets) {
    if (set.form === null) continue;
    reps += Math.max(1, set.reps);
    good += set.form * Math.max(1, set.reps);
  }
  return reps === 0 ? null : good / reps;
}

function isComplete(item: Item, record: ExerciseRecord): boolean {
  const exercise = exerciseOf(item.exercise);
  const done = (set: SetRecord): boolean => {
    if (exercise.dose.kind === "hold") return set.reps >= item.reps && set.hold_s !== null && set.hold_s >= item.hold_s;
    return set.reps >= item.reps && (set.hold_s === null || set.hold_s >= item.hold_s);
  };
  const full = record.sets.filter(done);
  if (exercise.laterality === "both") return full.length >= setsOf(item, "left");
  return (["left", "right"] as const).every(
    (side) => full.filter((set) => set.side === side).length >= setsOf(item, side),
  );
}
