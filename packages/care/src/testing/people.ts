import type { AnswerValue } from "../condition.ts";
import type { Equipment } from "../data/interview.ts";
import { TRIAGE_RULES } from "../data/triage.ts";
import { exerciseOf } from "../exercises/catalogue.ts";
import { findings } from "../findings/finding.ts";
import { type BuildInput, buildProgramme } from "../programme/build.ts";
import { setsOf } from "../programme/dose.ts";
import type { Item, Programme } from "../programme/programme.ts";
import type { ExerciseRecord, NextDay, SessionRecord, SetRecord } from "../progression/record.ts";
import type { TestValue } from "../tests/testValue.ts";
import { triage } from "../triage/triage.ts";

/** Made-up people and sessions for tests. */
export const ALL_NO: Readonly<Record<string, string>> = Object.fromEntries(TRIAGE_RULES.map((rule) => [rule.id, "no"]));
export const ALL_EQUIPMENT: readonly Equipment[] = ["chair", "band", "step", "bench", "weights"];
export const NO_SIGNS = { s1: "no", s2: "no", s3: "no", s4: "no", s5: "no" } as const;
export const SETTLED: NextDay = { pain: 1, settled: "yes", below_knee: "no" };

export interface Made {
  readonly answers?: Readonly<Record<string, AnswerValue>>;
  readonly scales?: Readonly<Record<string, number>>;
  readonly values?: readonly TestValue[];
  readonly equipment?: readonly Equipment[];
  readonly days?: BuildInput["days"];
  readonly age?: number | null;
  readonly today?: string;
}

export function madeProgramme({
  answers = {},
  scales = {},
  values = [],
  equipment = ALL_EQUIPMENT,
  days = ["mon", "wed", "fri"],
  age = 40,
  today = "2025-06-02",
}: Made = {}) {
  const all = { ...ALL_NO, ...answers };
  const result = triage({ answers: all, age, signs: new Set() });
  const found = findings({ sex: "female", age, values, answers: all, scales }, 1);
  return buildProgramme({ age, triage: result, findings: found, values, answers: all, scales, equipment, days, today });
}

export const testValue = (measure: TestValue["measure"], side: TestValue["side"], value: number): TestValue => ({
  measure,
  side,
  value,
  sem: null,
  n: 3,
  n_of: "trials",
  quality: 1,
  by: "physiotherapist",
  how: "by hand",
  on: null,
  atLeast: false,
  pain: null,
});

export interface Went {
  readonly form?: number | null;
  readonly effort?: number | null;
  readonly pain?: number | null;
  /** share of the prescribed sets that were done */
  readonly share?: number;
}

/** The record of one exercise done as prescribed, unless told otherwise. */
export function done(item: Item, { form = 0.9, effort = 6, pain = 1, share = 1 }: Went = {}): ExerciseRecord {
  const both = exerciseOf(item.exercise).laterality === "both";
  const sets: SetRecord[] = (both ? ([null] as const) : (["left", "right"] as const)).flatMap((side) =>
    Array.from({ length: Math.round(setsOf(item, side ?? "left") * share) }, () => ({
      side,
      reps: item.reps,
      hold_s: item.hold_s,
      form,
    })),
  );
  return { exercise: item.exercise, sets, effort, pain };
}

export function session(
  programme: Programme,
  on: string,
  went: Went = {},
  more: Partial<SessionRecord> = {},
): SessionRecord {
  return {
    schema: "levelhip.session/1",
    on,
    signs: NO_SIGNS,
    pain_before: 1,
    pain_after: 1,
    stopped: null,
    exercises: programme.items.map((item) => done(item, went)),
    ...more,
  };
}
