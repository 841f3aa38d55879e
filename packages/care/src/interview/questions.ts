import {
  AIM_QUESTIONS,
  LIMIT_QUESTIONS,
  PAIN_QUESTIONS,
  PLACE_QUESTIONS,
  SIGN_QUESTIONS,
  TRAINING_QUESTIONS,
} from "../data/interview.ts";
import { SCALES } from "../data/scales.ts";
import { TRIAGE_RULES } from "../data/triage.ts";
import { followUpWhen } from "../triage/triage.ts";
import type { Question, Section } from "./question.ts";

export interface Asked {
  readonly section: Section;
  readonly question: Question;
}

function triageQuestions(): Question[] {
  return TRIAGE_RULES.flatMap((rule): Question[] => [
    { id: rule.id, type: "yes-no", ask: rule.ask, ...(rule.help ? { help: rule.help } : {}) },
    ...rule.followUps.map((one): Question => {
      const base = { id: one.id, ask: one.ask, when: followUpWhen(one, rule), ...(one.help ? { help: one.help } : {}) };
      return one.options
        ? { ...base, type: "one", options: { ...one.options, unknown: "I am not sure" } }
        : { ...base, type: "yes-no" };
    }),
  ]);
}

/** The pain scales, own activities and change, in our own words. Typed-in totals are not asked here. */
function scaleQuestions(): Question[] {
  return SCALES.filter((scale) => scale.kind === "asked").map((scale): Question => {
    const base = { id: scale.id, ask: scale.ask ?? scale.name, ...(scale.help ? { help: scale.help } : {}) };
    if (scale.id === "psfs") return { ...base, type: "activities", count: 3, min: scale.min, max: scale.max };
    return { ...base, type: "number", min: scale.min, max: scale.max, step: scale.step };
  });
}

const section = (name: Section, questions: readonly Question[]): Asked[] =>
  questions.map((question) => ({ section: name, question }));

/** Every question in the order it is asked: warning signs first, then the rest. */
export const QUESTIONS: readonly Asked[] = [
  ...section("triage", triageQuestions()),
  ...section("pain", PAIN_QUESTIONS),
  ...section("signs", SIGN_QUESTIONS),
  ...section("aims", AIM_QUESTIONS),
  ...section("scales", scaleQuestions()),
  ...section("training", TRAINING_QUESTIONS),
  ...section("limits", LIMIT_QUESTIONS),
  ...section("place", PLACE_QUESTIONS),
];
const BY_ID: ReadonlyMap<string, Asked> = new Map(QUESTIONS.map((one) => [one.question.id, one]));
export const questionOf = (id: string): Asked | undefined => BY_ID.get(id);
