import { EXERCISES } from "../data/exercises/index.ts";
import { COMPONENTS, EVIDENCE_ITEMS } from "../data/findings.ts";
import { FINDING_WORDS } from "../data/findingWords.ts";
import { DAYS, EQUIPMENT, LIMIT_QUESTIONS } from "../data/interview.ts";
import { MEASURES } from "../data/measures.ts";
import { PHASES } from "../data/phases.ts";
import { DERIVED_LIMITS, PROGRAMME_WORDS } from "../data/programmeWords.ts";
import { REFERRAL_WORDS } from "../data/referralWords.ts";
import { MEASURED_BY, SCALES } from "../data/scales.ts";
import { MOVEMENT_TESTS } from "../data/tests.ts";
import { TEST_WORDS } from "../data/testWords.ts";
import { COMBINATIONS, SHORT_FORM, TRIAGE_RULES } from "../data/triage.ts";
import { TRIAGE_WORDS } from "../data/triageWords.ts";
import { PAGE_WORDS } from "../data/pageWords.ts";
import { QUESTIONS } from "../interview/questions.ts";
import { outcomeMessage } from "../triage/triage.ts";
import { type Catalogue, type Words, evidenceOf, textOf } from "./said.ts";

/** A message with the evidence that its statement rests on. */
export interface Message {
  readonly id: string;
  readonly text: string;
  readonly evidence: readonly string[];
}

function* triageTexts(): Generator<readonly [string, Words]> {
  for (const rule of TRIAGE_RULES) {
    yield [`triage.${rule.id}.suspicion`, rule.suspicion];
    yield [`triage.${rule.id}.topic`, rule.topic];
    for (const outcome of rule.outcomes) yield [outcomeMessage(rule.id, outcome.id), outcome.because];
  }
  for (const one of COMBINATIONS) yield [outcomeMessage(one.id, one.id), one.because];
  for (const one of SHORT_FORM) {
    yield [`question.${one.id}`, one.ask];
    for (const [answer, text] of Object.entries(one.options)) yield [`question.${one.id}.${answer}`, text];
  }
}

function* questionTexts(): Generator<readonly [string, Words]> {
  for (const { question } of QUESTIONS) {
    yield [`question.${question.id}`, question.ask];
    if (question.help) yield [`question.${question.id}.help`, question.help];
    if (question.type === "one" || question.type === "many") {
      for (const [answer, text] of Object.entries(question.options)) yield [`question.${question.id}.${answer}`, text];
    }
  }
}

function* exerciseTexts(): Generator<readonly [string, Words]> {
  for (const one of EXERCISES) {
    const id = `exercise.${one.id}`;
    yield [`${id}.name`, one.name];
    yield [`${id}.start`, one.start];
    for (const [key, text] of Object.entries(one.steps)) yield [`${id}.step.${key}`, text];
    for (const [key, text] of Object.entries(one.cues)) yield [`${id}.cue.${key}`, text];
    yield [`${id}.feel`, one.feel];
    yield [`${id}.camera`, one.camera.place];
    for (const [key, fault] of Object.entries(one.faults)) yield [`${id}.fault.${key}`, fault.cue];
    for (const [key, text] of Object.entries(one.cautions)) yield [`${id}.caution.${key}`, text];
  }
}

function* testTexts(): Generator<readonly [string, Words]> {
  for (const one of MOVEMENT_TESTS) {
    yield [`test.${one.id}.name`, one.name];
    yield [`test.${one.id}.tells`, one.tells];
    for (const [key, text] of Object.entries(one.how)) yield [`test.${one.id}.how.${key}`, text];
  }
  for (const one of Object.values(MEASURES)) yield [`measure.${one.id}`, one.name];
}

function* findingTexts(): Generator<readonly [string, Words]> {
  for (const one of COMPONENTS) {
    yield [`component.${one.id}.name`, one.name];
    yield [`component.${one.id}.what`, one.what];
  }
  for (const one of EVIDENCE_ITEMS) {
    yield [`item.${one.id}`, one.name];
    if (one.kind === "measure" && one.whyNot) yield [`item.${one.id}.why-not`, one.whyNot];
  }
}

function* nameTexts(): Generator<readonly [string, Words]> {
  const limits = LIMIT_QUESTIONS[0];
  if (limits?.type === "many")
    for (const [id, text] of Object.entries(limits.options)) if (id !== "none") yield [`limit.${id}`, text];
  for (const [id, text] of Object.entries(DERIVED_LIMITS)) yield [`limit.${id}`, text];
  for (const [id, text] of Object.entries(EQUIPMENT)) yield [`equipment.${id}`, text];
  for (const [id, text] of Object.entries(DAYS)) yield [`day.${id}`, text];
  for (const [id, text] of Object.entries(MEASURED_BY)) yield [`by.${id}`, text];
  for (const one of SCALES) {
    yield [`scale.${one.id}.name`, one.name];
    yield [`scale.${one.id}.recall`, one.recall];
  }
  for (const one of Object.values(PHASES)) {
    yield [`phase.${one.id}.name`, one.name];
    yield [`phase.${one.id}.aim`, one.aim];
  }
}

function* allTexts(): Generator<readonly [string, Words]> {
  yield* triageTexts();
  yield* questionTexts();
  yield* testTexts();
  yield* findingTexts();
  yield* exerciseTexts();
  yield* nameTexts();
  for (const book of [TRIAGE_WORDS, TEST_WORDS, FINDING_WORDS, PROGRAMME_WORDS, REFERRAL_WORDS, PAGE_WORDS])
    yield* Object.entries<Words>(book);
}

/** Every text a person can be shown, once. */
export const MESSAGES: readonly Message[] = [...allTexts()].map(([id, words]) => ({
  id,
  text: textOf(words),
  evidence: evidenceOf(words),
}));

/** Message id → English. */
export const messages: Readonly<Record<string, string>> = Object.fromEntries(MESSAGES.map((one) => [one.id, one.text]));
export const english: Catalogue = { locale: "en", messages };

const EVIDENCE: ReadonlyMap<string, readonly string[]> = new Map(MESSAGES.map((one) => [one.id, one.evidence]));
/** Evidence ids behind a message; empty for plain instructions and labels. */
export const evidenceFor = (message: string): readonly string[] => EVIDENCE.get(message) ?? [];
