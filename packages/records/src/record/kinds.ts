import { z } from "zod";
import * as check from "./kinds/check.ts";
import * as keeping from "./kinds/keeping.ts";
import * as person from "./kinds/person.ts";
import * as plan from "./kinds/plan.ts";
import * as session from "./kinds/session.ts";
import { checkContiguous, type History, newestVersion } from "./migrations.ts";

/** Every kind of record: the newest shape of its payload. A change of shape is a new version with a migration below. */
export const PAYLOADS = {
  person: person.personPayload,
  settings: person.settingsPayload,
  triage: check.triagePayload,
  interview: check.interviewPayload,
  "test-result": check.testResultPayload,
  "test-value": check.testValuePayload,
  questionnaire: check.questionnairePayload,
  findings: check.findingsPayload,
  programme: plan.programmePayload,
  referral: plan.referralPayload,
  goal: plan.goalPayload,
  "session-start": session.sessionStartPayload,
  "set-start": session.setStartPayload,
  "rep-tick": session.repTickPayload,
  "set-end": session.setEndPayload,
  "set-answer": session.setAnswerPayload,
  "session-event": session.sessionEventPayload,
  "session-end": session.sessionEndPayload,
  "pain-answer": session.painAnswerPayload,
  note: keeping.notePayload,
  erased: keeping.erasedPayload,
  "backup-made": keeping.backupMadePayload,
} as const;

export type Kind = keyof typeof PAYLOADS;
export type Payload<K extends Kind> = z.infer<(typeof PAYLOADS)[K]>;
export const KINDS = Object.keys(PAYLOADS) as readonly Kind[];
export const isKind = (text: string): text is Kind => Object.hasOwn(PAYLOADS, text);

/** Migrations by kind; a kind that is not named has had one version only. Never changed once released, only added to. */
const STEPS: Partial<Record<Kind, History["steps"]>> = {
  // form as the person felt it was not asked before
  "set-answer": [{ to: 2, step: (old) => (typeof old === "object" ? { ...old, form: null } : old) }],
};

const HISTORIES = new Map<string, History>(
  KINDS.map((kind) => {
    const history: History = { kind, steps: STEPS[kind] ?? [] };
    checkContiguous(history);
    return [kind, history];
  }),
);

export function historyOf(kind: Kind): History {
  const history = HISTORIES.get(kind);
  if (!history) throw new RangeError(`No history for kind "${kind}".`);
  return history;
}

/** The schema version that is written today, e.g. "set-end/1". */
export const schemaOf = (kind: Kind): string => `${kind}/${newestVersion(historyOf(kind))}`;
