import type { Facts } from "../condition.ts";
import { PRIOR } from "../data/findings.ts";
import type { IsoDate } from "../dates.ts";
import { type Finding, findings } from "../findings/finding.ts";
import { type UsefulTest, usefulTests } from "../findings/nextTest.ts";
import { type SideDifference, oneSidedHip, sideDifferences } from "../findings/sides.ts";
import { type Verdict, verdictOf } from "../findings/verdict.ts";
import { type Built, buildProgramme } from "../programme/build.ts";
import { applyTriage } from "../programme/edit.ts";
import { limitsOf } from "../programme/limits.ts";
import type { Programme } from "../programme/programme.ts";
import { tipsFor } from "../programme/tips.ts";
import { type SessionPlan, weekOf } from "../programme/week.ts";
import { clearLock, step } from "../progression/step.ts";
import { type Letter, letterOf } from "../referral/letter.ts";
import { type Referral, referral } from "../referral/referral.ts";
import { byDate } from "../review/history.ts";
import { type AnalysisReport, valuesFromAnalysis } from "../tests/fromCamera.ts";
import { type TestFit, fitTests } from "../tests/fit.ts";
import type { TestValue } from "../tests/testValue.ts";
import type { Said } from "../text/said.ts";
import { levelRank } from "../triage/rule.ts";
import { nerveFirst, type TriageResult, triage } from "../triage/triage.ts";
import type { ReadAnswers } from "./answers.ts";

export interface PlanInput {
  readonly answers: ReadAnswers;
  readonly analyses: readonly AnalysisReport[];
  readonly today: IsoDate;
  /** seed of the draws behind the intervals */
  readonly seed: number;
  /** starting probability of every finding; assumed */
  readonly prior?: number;
}

/** Triage, findings, programme and referral, each with its reasons. Texts are messages: put them into words in any language. */
export interface Plan {
  readonly today: IsoDate;
  readonly seed: number;
  readonly triage: TriageResult;
  /** null where triage closes them */
  readonly tests: readonly TestFit[] | null;
  readonly findings: readonly Finding[];
  readonly verdict: Verdict | null;
  readonly sides: readonly SideDifference[];
  readonly useful: readonly UsefulTest[];
  readonly next_test: UsefulTest | null;
  readonly programme: PlannedProgramme | null;
  readonly referral: Referral;
  readonly letter: Letter | null;
}
export interface PlannedProgramme {
  readonly state: Programme;
  readonly week: readonly SessionPlan[];
  /** what it rests on, how days were settled */
  readonly reasons: readonly Said[];
  /** effort, pain and stop rules */
  readonly rules: readonly Said[];
  readonly tips: readonly Said[];
  /** what sessions since the last plan changed, in order */
  readonly changes: readonly { readonly on: IsoDate; readonly reasons: readonly Said[] }[];
}

/** All values: those typed in, then those of the camera. */
export const valuesOf = ({ answers, analyses }: Pick<PlanInput, "answers" | "analyses">): TestValue[] => [
  ...answers.values,
  ...analyses.flatMap((one) => valuesFromAnalysis(one, null)),
];

/** The whole way from answers to a plan. Pure: the same input gives the same plan, bit for bit. */
export function makePlan(input: PlanInput): Plan {
  const { answers, today, seed, prior = PRIOR } = input;
  const values = valuesOf(input);
  const facts: Facts = {
    answers: answers.answers,
    age: answers.age,
    signs: new Set(oneSidedHip(values) === null ? [] : ["one-sided-hip"]),
  };
  const result = triage(facts, answers.cleared);
  const closed = levelRank(result.level) >= levelRank("urgent");
  const known = { sex: answers.sex, age: answers.age, values, answers: answers.answers, scales: answers.scales };
  const found = closed ? [] : findings(known, seed, prior);
  const fits = result.tests === "locked" ? null : fitTests(settingOf(answers));
  const useful = fits ? usefulTests(fits, known, seed, prior) : [];
  const programme = result.sessions === "locked" ? null : planProgramme(input, result, found, values);
  const refers = referral({
    triage: result,
    answers: answers.answers,
    scales: answers.scales,
    programme: programme?.state ?? answers.history.programme,
    history: answers.history,
    today,
    request: answers.wants_referral,
  });
  return {
    today,
    seed,
    triage: result,
    tests: fits,
    findings: found,
    verdict: closed ? null : verdictOf(found, nerveFirst(result)),
    sides: closed ? [] : sideDifferences(values),
    useful,
    next_test: useful.find((one) => !one.byProfessional) ?? useful[0] ?? null,
    programme,
    referral: refers,
    letter: refers.refer
      ? letterOf({
          answers,
          triage: result,
          findings: found,
          values,
          programme: programme?.state ?? answers.history.programme,
          referral: refers,
          today,
        })
      : null,
  };
}

const settingOf = (answers: ReadAnswers) => {
  const space = answers.answers["space"];
  return {
    age: answers.age,
    limits: new Set(limitsOf(answers.answers, answers.age)),
    space: Array.isArray(space) ? new Set<string>(space) : null,
    equipment: new Set<string>(answers.equipment),
    camera: answers.answers["camera"] !== "no",
  };
};

function planProgramme(
  input: PlanInput,
  result: TriageResult,
  found: readonly Finding[],
  values: readonly TestValue[],
): PlannedProgramme {
  const { answers, today } = input;
  const built: Built = answers.history.programme
    ? { programme: answers.history.programme, reasons: [] }
    : buildProgramme({
        age: answers.age,
        triage: result,
        findings: found,
        values,
        answers: answers.answers,
        scales: answers.scales,
        equipment: answers.equipment,
        days: answers.days,
        today,
      });
  const { programme, changes } = walk(built.programme, result, input);
  return {
    state: programme,
    week: weekOf(programme, today),
    reasons: built.reasons,
    rules: [
      { id: `effort.${programme.phase}` },
      { id: "pain.rule", values: { limit: programme.setting.green_pain } },
      { id: "pain.stop" },
      { id: "pain.normal" },
      { id: "triage.again" },
    ],
    tips: tipsFor(answers.answers),
    changes,
  };
}

/** Counts the sessions recorded since the programme was stored, oldest first, then lets the calendar and today's triage have their say. */
function walk(
  start: Programme,
  result: TriageResult,
  { answers, today }: PlanInput,
): { programme: Programme; changes: PlannedProgramme["changes"] } {
  const changes: { on: IsoDate; reasons: readonly Said[] }[] = [];
  let programme = start;
  for (const { session, next_day } of byDate(answers.history.sessions.map((one) => ({ ...one, on: one.session.on })))) {
    if (programme.last_session !== null && session.on <= programme.last_session) continue;
    const next = step(programme, { session, nextDay: next_day, today: session.on });
    programme = next.programme;
    changes.push({ on: session.on, reasons: next.reasons });
  }
  const clearance = answers.cleared.at(-1);
  if (programme.status.kind === "locked" && clearance && clearance.on >= programme.status.since) {
    const cleared = clearLock(programme, clearance.by, clearance.on);
    programme = cleared.programme;
    changes.push({ on: clearance.on, reasons: cleared.reasons });
  }
  const moved = step(programme, { session: null, nextDay: null, today });
  const fitted =
    programme.status.kind === "locked"
      ? { programme: moved.programme, reasons: [] }
      : applyTriage(moved.programme, result, today);
  const last = [...moved.reasons, ...fitted.reasons];
  if (last.length > 0) changes.push({ on: today, reasons: last });
  return { programme: fitted.programme, changes };
}
