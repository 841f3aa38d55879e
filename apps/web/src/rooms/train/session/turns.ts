import { CHANGE_EXERCISE_S, type Exercise, exerciseOf, type PhaseId, restSeconds } from "@levelhip/care";
import type { Prescription } from "@levelhip/records";
import { rhythmOf } from "./tempo.ts";

/** One set to do. `step` and `set` are its place in the plan as it is kept. */
export interface Turn {
  readonly step: number;
  readonly set: number;
  /** sets of this side in all */
  readonly sets: number;
  readonly row: Prescription;
  readonly exercise: Exercise;
  /** rest before it [s]: getting into place where the exercise is another than before */
  readonly rest_s: number;
  /** the first set of its exercise */
  readonly isFirst: boolean;
}

/** The sets of a plan in the order they are done: sides take turns, so that one rests while the other works. */
export function turnsOf(plan: readonly Prescription[], phase: PhaseId): Turn[] {
  const turns: Turn[] = [];
  for (const group of groupsOf(plan)) {
    const exercise = exerciseOf(group[0]?.row.exercise ?? "");
    const most = Math.max(...group.map(({ row }) => row.sets));
    const before = turns.length;
    for (let set = 0; set < most; set++) {
      for (const { step, row } of group) {
        if (set >= row.sets) continue;
        const isFirst = turns.length === before;
        const rest_s = isFirst ? CHANGE_EXERCISE_S : restSeconds(exercise, phase);
        turns.push({ step, set, sets: row.sets, row, exercise, rest_s, isFirst });
      }
    }
  }
  return turns;
}

/** Rows of one exercise that follow each other belong together: its sides. */
function groupsOf(plan: readonly Prescription[]): { step: number; row: Prescription }[][] {
  const groups: { step: number; row: Prescription }[][] = [];
  for (const [step, row] of plan.entries()) {
    const last = groups.at(-1);
    const isSame = last?.[0]?.row.exercise === row.exercise && last.every((one) => one.row.side !== row.side);
    if (last && isSame) last.push({ step, row });
    else groups.push([{ step, row }]);
  }
  return groups;
}

/** Steps of the plan that belong to the exercise of a turn: both its sides. */
export const stepsWith = (turns: readonly Turn[], turn: Turn): number[] => [
  ...new Set(turns.filter((one) => one.exercise.id === turn.exercise.id).map((one) => one.step)),
];

/** Seconds that the turns take, rests before them included. */
export const secondsOf = (turns: readonly Turn[]): number =>
  turns.reduce((sum, turn) => sum + turn.rest_s + rhythmOf(turn.row, turn.exercise).set_s, 0);
