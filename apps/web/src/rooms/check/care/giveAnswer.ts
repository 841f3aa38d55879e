import type { Said, TriageResult } from "@levelhip/care";
import type { Answer, Payload, PersonState } from "@levelhip/records";
import { clearancesOf, triageAnswersOf, triageOf, yearOf } from "../../../care/answers.ts";
import { afterSigns } from "../../../care/decisions.ts";
import type { Keeper } from "../../../care/keeper.ts";
import { isAnswered, SKIPPED, type Step, stepAfter, stepsOf, withAnswer } from "../../../care/way.ts";
import { i18n } from "../../../texts/texts.ts";
import type { Activity } from "./fields/Activities.tsx";
import { paths } from "./paths.ts";

interface Given {
  readonly kept: Keeper;
  readonly step: Step;
  readonly value: Answer;
  readonly activities: readonly Activity[];
  readonly how: "on" | "change";
  readonly words: (said: Said | string) => string;
}

/** Writes an answer, and where it was a warning sign what follows from it. Answers the address of the next page. */
export async function giveAnswer({ kept, step, value, activities, how, words }: Given): Promise<string> {
  const year = yearOf(kept.now);
  const after = withAnswer(kept.state, step, value, year);
  const steps = stepsOf(after, year);
  const complete = steps.every((one) => isAnswered(one, after, year));
  const writing: Promise<unknown>[] = [];
  if (step.asked === null && step.id !== "equipment" && step.id !== "days")
    writing.push(kept.write("person", personOf(step.id, value, year)));
  const answered = typeof value === "object" ? [...value] : value;
  writing.push(kept.write("interview", { answers: { [step.id]: answered }, complete }));
  if (step.asked?.section === "scales" && value !== SKIPPED)
    writing.push(kept.write("questionnaire", scaleOf(step.id, value, activities, words)));
  let next = how === "change" ? paths.review : pathAfter(step, steps, after, year);
  if (step.part === "signs") {
    const before = clearancesOf(kept.state);
    const cleared = withoutRow(before, step.id.split(".")[0] ?? "");
    // an answer given anew was not looked at yet: that is noted at once, wherever the questions are left
    const isDropped = cleared.flatMap(({ rows }) => rows).length < before.flatMap(({ rows }) => rows).length;
    const state = withClearances(after, cleared);
    const result = triageOf(state, kept.now);
    const isOver = steps.filter(({ part }) => part === "signs").every((one) => isAnswered(one, after, year));
    if (isOver || isDropped || result.level === "emergency") {
      writing.push(kept.write("triage", triageRecord(state, result, cleared)));
      const decision = afterSigns({ state, now: kept.now }, result, null);
      if (decision) writing.push(kept.write("programme", decision));
      if ((how === "on" && isOver) || result.level === "emergency" || result.level === "urgent") next = paths.signs;
    }
  }
  await Promise.all(writing);
  return next;
}

function pathAfter(step: Step, steps: readonly Step[], after: PersonState, year: number): string {
  const next = stepAfter(step.id, steps, after, year);
  if (next === null) return paths.review;
  return paths.question(next.id);
}

function personOf(id: Step["id"], value: Answer, year: number): Payload<"person"> {
  const number = typeof value === "number" ? value : null;
  if (id === "sex") return { sex: value === "female" || value === "male" || value === "other" ? value : null };
  if (id === "age") return { birthYear: number === null ? null : year - number };
  return id === "height" ? { height_m: number } : { mass_kg: number };
}

/** A reading of a scale in the app's own words. */
function scaleOf(
  id: string,
  value: Answer,
  activities: readonly Activity[],
  words: (id: string) => string,
): Payload<"questionnaire"> {
  const scores = activities.flatMap(({ score }) => (score === null ? [] : [score]));
  return {
    instrument: id,
    version: "1",
    language: i18n.locale,
    recall: words(`scale.${id}.recall`),
    items: activities.map(({ activity, score }, i) => ({ id: String(i + 1), text: activity, value: score })),
    total:
      id === "psfs"
        ? scores.length === 0
          ? null
          : scores.reduce((sum, one) => sum + one, 0) / scores.length
        : Number(value),
    source: "answered",
    measuredBy: null,
  };
}

type Clearances = Payload<"triage">["clearances"];

const withoutRow = (clearances: Clearances, row: string): Clearances =>
  clearances
    .map((one) => ({ ...one, rows: one.rows.filter((other) => other !== row) }))
    .filter(({ rows }) => rows.length > 0);

export const triageRecord = (state: PersonState, result: TriageResult, clearances: Clearances): Payload<"triage"> => ({
  form: "long",
  answers: triageAnswersOf(state),
  level: result.level,
  because: result.because.slice(0, 40).map(({ say }) => say as Payload<"triage">["because"][number]),
  sessions: result.sessions,
  clearances,
});

/** The state as if these clearances were the last word: what triage says with them. */
export function withClearances(state: PersonState, clearances: Clearances): PersonState {
  const last = state.triage.at(-1);
  return last ? { ...state, triage: [...state.triage, { ...last, payload: { ...last.payload, clearances } }] } : state;
}
