/** Worked people: answers, what is expected of the plan, and a reviewer's sentence. One file each under people/. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exerciseOf, makePlan, type Plan, readAnalyses, readAnswers } from "@levelhip/care";

/** What the first (or present) week must look like. */
interface FirstWeek {
  readonly days: number;
  /** [least, most] */
  readonly minutes: readonly [number, number];
  readonly min_level?: number;
  readonly max_level: number;
  readonly has: readonly string[];
  readonly lacks: readonly string[];
  readonly reasons?: readonly string[];
  readonly changed?: readonly string[];
}
interface Expected {
  readonly level: string;
  /** rows and combinations that must be the reasons, and no others */
  readonly rules: readonly string[];
  /** "C1/left" or "C5" → band */
  readonly findings: Readonly<Record<string, string>>;
  readonly verdict: string | null;
  readonly first_week: FirstWeek | null;
  readonly refer: readonly string[];
}
export interface Person {
  readonly id: string;
  readonly who: string;
  readonly reviewed: string;
  readonly today: string;
  readonly seed: number;
  readonly expect: Expected;
  readonly answers: unknown;
  readonly analyses?: readonly unknown[];
}

const FOLDER = fileURLToPath(new URL("people/", import.meta.url));

export function readPeople(): Person[] {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .sort();
  return files.map((name) => JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as Person);
}

export const planFor = (person: Person): Plan =>
  makePlan({
    answers: readAnswers(person.answers),
    analyses: readAnalyses([...(person.analyses ?? [])]),
    today: person.today,
    seed: person.seed,
  });

const keyOf = (component: string, side: string | null): string => (side === null ? component : `${component}/${side}`);

/** Where the plan is not what was expected, one line each. */
export function disagreements(person: Person, plan: Plan): string[] {
  const { expect } = person;
  const found: string[] = [];
  const differs = (what: string, got: unknown, wanted: unknown): void => {
    if (JSON.stringify(got) !== JSON.stringify(wanted))
      found.push(`${person.id}: ${what} is ${JSON.stringify(got)}, expected ${JSON.stringify(wanted)}`);
  };
  differs("level", plan.triage.level, expect.level);
  differs("reasons", plan.triage.because.map((one) => one.rule).sort(), [...expect.rules].sort());
  for (const [key, band] of Object.entries(expect.findings))
    differs(key, plan.findings.find((one) => keyOf(one.component, one.side) === key)?.band, band);
  differs("verdict", plan.verdict?.kind ?? null, expect.verdict);
  differs("referral", [...plan.referral.rules].sort(), [...expect.refer].sort());
  if (expect.first_week === null || plan.programme === null) {
    differs("programme", plan.programme === null, expect.first_week === null);
    return found;
  }
  return [...found, ...weekDisagreements(person.id, plan, expect.first_week)];
}

function weekDisagreements(id: string, plan: Plan, wanted: FirstWeek): string[] {
  const { week = [], reasons = [], changes = [] } = plan.programme ?? {};
  const exercises = new Set(week.flatMap((session) => session.exercises.map((row) => row.exercise)));
  const levels = [...exercises]
    .map((one) => exerciseOf(one))
    .filter((one) => one.slot !== "length")
    .map((one) => one.level);
  const found: string[] = [];
  const need = (holds: boolean, what: string): void => {
    if (!holds) found.push(`${id}: ${what}`);
  };
  need(week.length === wanted.days, `${week.length} sessions a week, expected ${wanted.days}`);
  for (const session of week)
    need(
      session.minutes >= wanted.minutes[0] && session.minutes <= wanted.minutes[1],
      `a session of ${session.minutes} min, expected ${wanted.minutes.join(" to ")}`,
    );
  need(Math.max(...levels) <= wanted.max_level, `level ${Math.max(...levels)}, expected at most ${wanted.max_level}`);
  need(
    Math.min(...levels) >= (wanted.min_level ?? 0),
    `level ${Math.min(...levels)}, expected at least ${wanted.min_level ?? 0}`,
  );
  for (const one of wanted.has) need(exercises.has(one), `no ${one} among ${[...exercises].join(", ")}`);
  for (const one of wanted.lacks) need(!exercises.has(one), `${one} should not be there`);
  for (const one of wanted.reasons ?? [])
    need(
      reasons.some((reason) => reason.id === one),
      `does not say ${one}`,
    );
  const changed = new Set(changes.flatMap((change) => change.reasons.map((reason) => reason.id)));
  for (const one of wanted.changed ?? []) need(changed.has(one), `did not change by ${one}`);
  return found;
}
