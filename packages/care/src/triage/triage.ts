import { type Condition, type Facts, answerTo, holds } from "../condition.ts";
import { COMBINATIONS, TRIAGE_RULES } from "../data/triage.ts";
import { type Said, evidenceOf } from "../text/said.ts";
import { type FollowUp, type Level, type Lock, type Outcome, type TriageRule, higher, levelRank } from "./rule.ts";

/** A professional has looked at these rows. */
export interface Clearance {
  readonly rows: readonly string[];
  /** who, in the person's words, e.g. "Dr Meyer" */
  readonly by: string;
  /** ISO date */
  readonly on: string;
}

/** One reason for the level: the row, its words, the answers it rests on. */
export interface Because {
  /** row ("r1"), combination ("c-l5") or "open" */
  readonly rule: string;
  readonly level: Level;
  readonly say: Said;
  readonly evidence: readonly string[];
  /** question → answer that decided it */
  readonly answers: Readonly<Record<string, string>>;
  readonly cleared: boolean;
}

export interface TriageResult {
  readonly level: Level;
  /** highest level first; empty when nothing was found */
  readonly because: readonly Because[];
  /** rows without an answer that could raise the level */
  readonly open: readonly string[];
  readonly action: Said;
  readonly tests: "open" | "locked";
  /** gentle: only first-level exercises until a professional has looked */
  readonly sessions: "open" | "gentle" | "locked";
}

/**
 * Reads the triage table. Every row counts by its first fitting outcome; the highest level decides. An unanswered row is open:
 * it never counts as "no".
 */
export function triage(facts: Facts, clearances: readonly Clearance[] = []): TriageResult {
  const because: Because[] = [];
  const locks = new Set<Lock>();
  const open: string[] = [];
  for (const rule of TRIAGE_RULES) {
    const outcome = rule.outcomes.find((one) => holds(one.when, facts));
    if (outcome && outcome.level !== "self-manage")
      add(because, locks, rule.id, outcome, answersOf(rule, facts), clearanceOf(rule, clearances));
    else if (!outcome && isOpen(rule, facts) && rule.whileOpen !== "self-manage") open.push(rule.id);
  }
  for (const combination of COMBINATIONS) {
    const cleared =
      combination.rows.length > 0 && combination.rows.every((row) => clearances.some((one) => one.rows.includes(row)));
    if (!cleared && holds(combination.when, facts))
      add(because, locks, combination.id, combination, pick(combination.when, facts), null);
  }
  if (open.length > 0) because.push(openReason(open));
  because.sort((a, b) => levelRank(b.level) - levelRank(a.level));
  return decide(because, locks, open);
}

function add(
  because: Because[],
  locks: Set<Lock>,
  rule: string,
  outcome: Outcome,
  answers: Record<string, string>,
  clearance: Clearance | null,
): void {
  const evidence = evidenceOf(outcome.because);
  if (clearance) {
    const say = { id: "triage.cleared", values: { by: clearance.by, on: clearance.on } };
    because.push({ rule, level: "clinician", say, evidence, answers, cleared: true });
    return;
  }
  for (const lock of outcome.locks ?? []) locks.add(lock);
  because.push({
    rule,
    level: outcome.level,
    say: { id: outcomeMessage(rule, outcome.id) },
    evidence,
    answers,
    cleared: false,
  });
}

/** One hip gives less and a nerve may be the reason: nothing is said about strength, and that side gets no extra work, until it was examined. */
export const nerveFirst = (result: TriageResult): boolean =>
  result.because.some((one) => one.rule === "c-l5" || one.rule === "c-sudden-hip");

/** Message id of an outcome's reason. */
export const outcomeMessage = (rule: string, outcome: string): string => `triage.${rule}.because.${outcome}`;

function decide(because: readonly Because[], locks: ReadonlySet<Lock>, open: readonly string[]): TriageResult {
  const level = because.reduce<Level>((worst, one) => higher(worst, one.level), "self-manage");
  const closed = levelRank(level) >= levelRank("urgent");
  const gentle = because.some((one) => !one.cleared);
  const crisis = because[0]?.rule === "r19" && level === "emergency";
  return {
    level,
    because,
    open,
    action: { id: crisis ? "triage.action.crisis" : `triage.action.${level}` },
    tests: closed || locks.has("tests") ? "locked" : "open",
    sessions: closed || locks.has("sessions") ? "locked" : gentle ? "gentle" : "open",
  };
}

/** More open rows than this are not listed one by one. */
const MANY = 6;

const openReason = (rows: readonly string[]): Because => ({
  rule: "open",
  level: "clinician",
  say:
    rows.length > MANY
      ? { id: "triage.open-many" }
      : { id: "triage.open", values: { questions: rows.map((row) => ({ id: `triage.${row}.topic` })) } },
  evidence: ["unknown-is-open"],
  answers: Object.fromEntries(rows.map((row) => [row, "unknown"])),
  cleared: false,
});

/** A row is open while it is unknown, unless its own "not sure" follow-up was answered with no, or age answers it. */
function isOpen(rule: TriageRule, facts: Facts): boolean {
  if (rule.id === "r20" && facts.age !== null) return false;
  if (answerTo(facts, rule.id) !== "unknown") return false;
  return !rule.followUps.some((one) => asksWhenUnsure(one, rule) && answerTo(facts, one.id) === "no");
}
const asksWhenUnsure = (followUp: FollowUp, rule: TriageRule): boolean =>
  followUp.when !== undefined && "q" in followUp.when && followUp.when.q === rule.id && followUp.when.is === "unknown";

/** When a follow-up is asked: after a yes, unless its own condition says otherwise. */
export const followUpWhen = (followUp: FollowUp, rule: TriageRule): Condition =>
  followUp.when ?? { q: rule.id, is: "yes" };

const clearanceOf = (rule: TriageRule, clearances: readonly Clearance[]): Clearance | null =>
  rule.clearable ? (clearances.find((one) => one.rows.includes(rule.id)) ?? null) : null;

function answersOf(rule: TriageRule, facts: Facts): Record<string, string> {
  const ids = [rule.id, ...rule.followUps.filter((one) => holds(followUpWhen(one, rule), facts)).map((one) => one.id)];
  return Object.fromEntries(ids.map((id) => [id, String(answerTo(facts, id))]));
}

function pick(condition: Condition, facts: Facts): Record<string, string> {
  const found: Record<string, string> = {};
  const walk = (one: Condition): void => {
    if ("all" in one) one.all.forEach(walk);
    else if ("any" in one) one.any.filter((part) => holds(part, facts)).forEach(walk);
    else if ("q" in one) found[one.q] = String(answerTo(facts, one.q));
  };
  walk(condition);
  return found;
}
