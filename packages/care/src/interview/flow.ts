import { type AnswerValue, type Facts, holds } from "../condition.ts";
import type { Section } from "./question.ts";
import { type Asked, QUESTIONS } from "./questions.ts";

export type Answers = Readonly<Record<string, AnswerValue | undefined>>;

/** Where a person stands in the interview. Nothing is stored here: it follows from the answers alone, so it can be left and resumed. */
export interface Progress {
  /** questions that apply so far, in order */
  readonly asked: readonly Asked[];
  /** the first of them without an answer; null when done */
  readonly next: Asked | null;
  readonly answered: number;
  readonly total: number;
}

/** The questions of these sections that apply to this person, and the next one to ask. "Unknown" is an answer. */
export function interview(answers: Answers, sections: readonly Section[], age: number | null = null): Progress {
  const facts: Facts = { answers, age, signs: new Set() };
  const asked = QUESTIONS.filter(
    ({ section, question }) =>
      sections.includes(section) &&
      isAsked(question.id, facts) &&
      (question.when === undefined || holds(question.when, facts)),
  );
  const isAnswered = ({ question }: Asked): boolean => {
    const value = answers[question.id];
    return value !== undefined && value !== "";
  };
  return {
    asked,
    next: asked.find((one) => !isAnswered(one)) ?? null,
    answered: asked.filter(isAnswered).length,
    total: asked.length,
  };
}

/** Age answers the question about being under 18. The rating of change comes only in reviews. */
const isAsked = (id: string, { age }: Facts): boolean => id !== "pgic" && !(id === "r20" && age !== null);

/** The question before this one, for the way back; null at the start. */
export function previous(id: string, progress: Progress): Asked | null {
  const at = progress.asked.findIndex((one) => one.question.id === id);
  return at <= 0 ? null : (progress.asked[at - 1] ?? null);
}
