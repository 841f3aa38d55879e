import { exerciseOf, type Row } from "@levelhip/care";
import type { CareWords } from "../../../care/words.ts";

/** Sets and repetitions of one line of a session, as care's pages say it. */
export function doseText(row: Row, { say }: CareWords): string {
  const { kind } = exerciseOf(row.exercise).dose;
  const id =
    kind === "steps"
      ? "page.sets-steps"
      : kind === "hold"
        ? row.reps === 1
          ? "page.sets-hold"
          : "page.sets-reps-hold"
        : "page.sets-reps";
  return say({ id, values: { sets: row.sets, reps: row.reps, hold_s: row.hold_s } });
}

/** Rows of a session by exercise, in their order. */
export function byExercise(rows: readonly Row[]): readonly (readonly Row[])[] {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.exercise, [...(found.get(row.exercise) ?? []), row]);
  return [...found.values()];
}

/** "left 3 × 8 · right 2 × 8", or once where both sides do the same. */
export function dosesText(rows: readonly Row[], words: CareWords): string {
  const texts = rows.map((row) => doseText(row, words));
  const first = texts[0] ?? "";
  if (rows.length > 1 && texts.every((text) => text === first)) return `${first}, ${words.say("side.both")}`;
  return rows
    .map((row, i) => (row.side === "both" ? texts[i] : `${words.say(`side.${row.side}`)} ${texts[i]}`))
    .join(" · ");
}
