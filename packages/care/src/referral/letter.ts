import type { Side } from "@levelhip/motion";
import { measureOf } from "../data/measures.ts";
import { PHASES } from "../data/phases.ts";
import { TRIAGE_RULES } from "../data/triage.ts";
import { daysBetween, type IsoDate } from "../dates.ts";
import type { Band } from "../findings/model.ts";
import type { Finding } from "../findings/finding.ts";
import type { Programme } from "../programme/programme.ts";
import type { ReadAnswers } from "../plan/answers.ts";
import type { ScaleReading } from "../review/change.ts";
import { adherence, gradesOf } from "../review/history.ts";
import { type TestValue, semOf } from "../tests/testValue.ts";
import type { Said } from "../text/said.ts";
import { levelRank } from "../triage/rule.ts";
import type { TriageResult } from "../triage/triage.ts";
import { type Referral, scaleChanges } from "./referral.ts";

/** One page for a professional: why now, what was found with its error, what was done, what changed. */
export interface Letter {
  readonly date: IsoDate;
  readonly age: number | null;
  readonly sex: "female" | "male" | "other" | null;
  readonly aim: string | null;
  readonly why: readonly Said[];
  /** rows answered with yes, in a clinician's words */
  readonly signs_yes: readonly { readonly row: string; readonly suspicion: Said }[];
  readonly signs_open: readonly string[];
  readonly changed: readonly (ScaleReading & { readonly from: IsoDate; readonly to: IsoDate })[];
  /** latest scale readings without a second one */
  readonly scales: readonly { readonly scale: string; readonly value: number }[];
  readonly found: readonly {
    readonly measure: string;
    readonly side: Side | null;
    readonly value: number;
    readonly sem: number;
    readonly unit: string;
    readonly by: string;
    readonly how: string;
    readonly on: IsoDate | null;
  }[];
  readonly patterns: readonly {
    readonly component: string;
    readonly side: Side | null;
    readonly band: Band;
    readonly interval: readonly [number, number];
  }[];
  readonly done: {
    readonly weeks: number;
    readonly done: number;
    readonly planned: number;
    readonly phase: Said;
    readonly exercises: readonly Said[];
    readonly reds: number;
  } | null;
}

export interface LetterInput {
  readonly answers: ReadAnswers;
  readonly triage: TriageResult;
  readonly findings: readonly Finding[];
  readonly values: readonly TestValue[];
  readonly programme: Programme | null;
  readonly referral: Referral;
  readonly today: IsoDate;
}

const MOST_VALUES = 14;

export function letterOf({ answers, triage, findings, values, programme, referral, today }: LetterInput): Letter {
  const aim = answers.answers["aim"];
  const yes = TRIAGE_RULES.filter(
    (rule) => answers.answers[rule.id] === "yes" || (rule.id === "r20" && (answers.age ?? 18) < 18),
  );
  const changed = scaleChanges(answers.history);
  const twice = new Set(changed.map((one) => one.scale));
  return {
    date: today,
    age: answers.age,
    sex: answers.sex,
    aim: typeof aim === "string" && aim !== "" ? aim : null,
    why: whyNow(triage, referral),
    signs_yes: yes.map((rule) => ({ row: rule.id, suspicion: { id: `triage.${rule.id}.suspicion` } })),
    signs_open: triage.open,
    changed,
    scales: Object.entries(answers.scales).flatMap(([scale, value]) =>
      value === undefined || twice.has(scale) ? [] : [{ scale, value }],
    ),
    found: values.slice(-MOST_VALUES).map((value) => ({
      measure: value.measure,
      side: value.side,
      value: value.value,
      sem: semOf(value),
      unit: measureOf(value.measure).unit,
      by: value.by,
      how: value.how,
      on: value.on,
    })),
    patterns: findings
      .filter((one) => one.band !== "not-enough-information")
      .map(({ component, side, band, interval }) => ({ component, side, band, interval })),
    done: programme ? doneOf(programme, answers, today) : null,
  };
}

/** Something urgent says itself what it is; the general reason is for the rest. */
function whyNow(triage: TriageResult, referral: Referral): readonly Said[] {
  const urgent = triage.because.filter((one) => levelRank(one.level) >= levelRank("urgent")).map((one) => one.say);
  return urgent.length > 0
    ? [...urgent, ...referral.because.filter((one) => one.id !== "refer.red-flag")]
    : referral.because;
}

function doneOf(programme: Programme, answers: ReadAnswers, today: IsoDate): NonNullable<Letter["done"]> | null {
  if (programme.last_session === null && answers.history.sessions.length === 0) return null;
  const days = Math.max(0, daysBetween(programme.started, today));
  const { done, planned } = adherence(programme, answers.history.sessions, today, Math.max(7, days));
  return {
    weeks: Math.max(1, Math.round(days / 7)),
    done,
    planned,
    phase: { id: `phase.${PHASES[programme.phase].id}.name` },
    exercises: programme.items.map((item) => ({ id: `exercise.${item.exercise}.name` })),
    reds: gradesOf(answers.history.sessions, programme.setting.green_pain).filter((one) => one.grade === "red").length,
  };
}
