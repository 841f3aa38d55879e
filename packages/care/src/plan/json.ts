import { EVIDENCE_ITEMS } from "../data/findings.ts";
import { evidenceFor } from "../text/catalogue.ts";
import { type Catalogue, type Said, say } from "../text/said.ts";
import type { Finding } from "../findings/finding.ts";
import type { SessionPlan } from "../programme/week.ts";
import type { Plan, PlannedProgramme } from "./plan.ts";

/** A text with the message it came from and the evidence behind it. */
interface Stated {
  readonly text: string;
  readonly message: string;
  readonly evidence: readonly string[];
}

/** Numbers keep four decimals: enough for every use, and the same everywhere. */
const round = (x: number): number => Math.round(x * 1e4) / 1e4;

/** `levelhip.plan/1`: the plan as plain data, with its texts in one language. Key order is fixed. */
export function planJson(plan: Plan, catalogue: Catalogue): Record<string, unknown> {
  const state = (said: Said): Stated => ({
    text: say(said, catalogue),
    message: said.id,
    evidence: evidenceFor(said.id),
  });
  const name = (id: string): string => say({ id }, catalogue);
  const { triage } = plan;
  return {
    schema: "levelhip.plan/1",
    language: catalogue.locale,
    today: plan.today,
    seed: plan.seed,
    triage: {
      level: triage.level,
      action: state(triage.action).text,
      because: triage.because.map((one) => ({
        rule: one.rule,
        level: one.level,
        ...state(one.say),
        evidence: one.evidence,
        answers: one.answers,
        ...(one.cleared ? { cleared: true } : {}),
      })),
      open: triage.open,
      tests: triage.tests,
      sessions: triage.sessions,
    },
    tests:
      plan.tests === null
        ? []
        : plan.tests
            .filter((fit) => fit.fits)
            .map((fit) => ({
              id: fit.test.id,
              name: name(`test.${fit.test.id}.name`),
              measures: fit.measures,
              camera: fit.withCamera,
              support: fit.support,
              by_professional: fit.test.byProfessional,
              minutes: fit.test.minutes,
              notes: fit.notes.map((note) => state(note).text),
            })),
    findings: plan.findings.map((one) => findingJson(one, catalogue)),
    verdict: plan.verdict === null ? null : { kind: plan.verdict.kind, ...state(plan.verdict.say) },
    side_differences: plan.sides.map((one) => ({ ...one, index: one.index === null ? null : round(one.index) })),
    next_test:
      plan.next_test === null
        ? null
        : {
            id: plan.next_test.test,
            name: name(`test.${plan.next_test.test}.name`),
            narrowing: round(plan.next_test.narrowing),
            components: plan.next_test.components,
          },
    useful_tests: plan.useful.map((one) => ({
      id: one.test,
      narrowing: round(one.narrowing),
      components: one.components,
      by_professional: one.byProfessional,
    })),
    programme: plan.programme === null ? null : programmeJson(plan.programme, catalogue),
    referral: { refer: plan.referral.refer, rules: plan.referral.rules, because: plan.referral.because.map(state) },
    letter: plan.letter === null ? null : letterJson(plan.letter, catalogue),
  };
}

function findingJson(one: Finding, catalogue: Catalogue): Record<string, unknown> {
  const item = (id: string): string => say({ id: `item.${id}` }, catalogue);
  return {
    component: one.component,
    name: say({ id: `component.${one.component}.name` }, catalogue),
    side: one.side,
    probability: round(one.probability),
    interval: one.interval.map(round),
    band: one.band,
    coverage: round(one.coverage),
    text: say(findingText(one), catalogue),
    evidence: evidenceFor(findingText(one).id),
    prior: one.prior,
    at_priors: one.at_priors.map((at) => ({ prior: at.prior, probability: round(at.probability) })),
    log_odds: round(one.log_odds),
    contributions: one.contributions.map((part) => ({
      ...part,
      name: item(part.item),
      value: part.value === null ? null : round(part.value),
      sem: part.sem === null ? null : round(part.sem),
      cuts: part.cuts.map(round),
      e: round(part.e),
      quality: round(part.quality),
      log_odds: round(part.log_odds),
    })),
    not_scored: one.not_scored.map((part) => ({ ...part, name: item(part.item) })),
    severity:
      one.severity === null
        ? null
        : {
            ...one.severity,
            sd: round(one.severity.sd),
            share_of_usual: one.severity.share_of_usual === null ? null : round(one.severity.share_of_usual),
          },
    would_change: one.would_change.map((change) => ({ ...change, name: item(change.item) })),
  };
}

const MEASURED = new Set(EVIDENCE_ITEMS.filter((item) => item.kind === "measure").map((item) => item.id));
/** Whether a test counts in a finding, not answers and questionnaires alone. */
const restsOnTests = (one: Finding): boolean => one.contributions.some((part) => MEASURED.has(part.item));

/** The sentence for a finding. */
export function findingText(one: Finding): Said {
  if (one.band === "not-enough-information") return { id: "finding.little" };
  if (one.band === "unclear") return { id: restsOnTests(one) ? "finding.unclear" : "finding.unclear-answers" };
  return { id: `finding.${one.component}.${one.band === "not-suggested" ? "fine" : "room"}` };
}

function programmeJson(programme: PlannedProgramme, catalogue: Catalogue): Record<string, unknown> {
  const tell = (said: Said): string => say(said, catalogue);
  const state = (said: Said): Stated => ({ text: tell(said), message: said.id, evidence: evidenceFor(said.id) });
  const { state: stored } = programme;
  return {
    phase: stored.phase,
    phase_name: tell({ id: `phase.${stored.phase}.name` }),
    status: stored.status.kind,
    days: stored.setting.days,
    week: programme.week.map((session) => sessionJson(session, tell)),
    reasons: programme.reasons.map(state),
    rules: programme.rules.map(state),
    tips: programme.tips.map(state),
    changes: programme.changes.map((change) => ({ on: change.on, reasons: change.reasons.map(state) })),
    state: stored,
  };
}

const sessionJson = (session: SessionPlan, tell: (said: Said) => string): Record<string, unknown> => ({
  day: session.day,
  date: session.date,
  minutes: session.minutes,
  warm_up: session.warm_up.map((one) => ({ text: tell({ id: one.id }), seconds: one.seconds })),
  exercises: session.exercises.map((row) => ({
    id: row.exercise,
    name: tell({ id: `exercise.${row.exercise}.name` }),
    side: row.side,
    sets: row.sets,
    reps: row.reps,
    hold_s: row.hold_s,
    tempo: row.tempo,
    level: row.level,
    load: row.load,
    why: row.why.map(tell).join(" "),
    evidence: [...new Set(row.why.flatMap((one) => evidenceFor(one.id)))],
  })),
});

function letterJson(letter: NonNullable<Plan["letter"]>, catalogue: Catalogue): Record<string, unknown> {
  const tell = (said: Said): string => say(said, catalogue);
  return {
    ...letter,
    why: letter.why.map(tell),
    signs_yes: letter.signs_yes.map((one) => ({ row: one.row, suspicion: tell(one.suspicion) })),
    found: letter.found.map((one) => ({
      ...one,
      name: tell({ id: `measure.${one.measure}` }),
      value: round(one.value),
      sem: round(one.sem),
    })),
    patterns: letter.patterns.map((one) => ({ ...one, interval: one.interval.map(round) })),
    done:
      letter.done === null
        ? null
        : { ...letter.done, phase: tell(letter.done.phase), exercises: letter.done.exercises.map(tell) },
  };
}
