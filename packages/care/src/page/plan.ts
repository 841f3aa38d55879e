import { EXERCISES } from "../data/exercises/index.ts";
import { exerciseOf } from "../exercises/catalogue.ts";
import type { Finding } from "../findings/finding.ts";
import { findingText } from "../plan/json.ts";
import type { Plan, PlannedProgramme } from "../plan/plan.ts";
import type { Row, SessionPlan } from "../programme/week.ts";
import type { Catalogue, Said } from "../text/said.ts";
import type { Source } from "../text/source.ts";
import { levelRank } from "../triage/rule.ts";
import { cardSection } from "./card.ts";
import { figureSvg } from "./figure.ts";
import { type Html, html } from "./html.ts";
import { letterSection } from "./letter.ts";
import { levelLine, page } from "./look.ts";
import { Notes } from "./notes.ts";

/** The whole plan as one page that prints well and needs nothing from outside. */
export function planPage(plan: Plan, catalogue: Catalogue, sources: Readonly<Record<string, Source>>): string {
  const notes = new Notes(catalogue, sources);
  const title = notes.text("page.title");
  const body = html`<div class="head"><div><h1>${title}</h1><p class="soft">${notes.text({ id: "page.made", values: { date: notes.date(plan.today) } })}</p></div>${levelLine}</div>
${triageSection(plan, notes)}
${isStrong(plan) ? cardSection(notes) : null}
${plan.findings.length === 0 ? null : findingsSection(plan, notes)}
${plan.programme === null ? html`<p>${notes.text("page.no-programme")}</p>` : programmeSection(plan.programme, notes)}
${referralSection(plan, notes)}
${levelRank(plan.triage.level) > 0 && !isStrong(plan) ? cardSection(notes) : null}
${notes.list()}
<footer><p>${notes.text("page.not-medical")} ${notes.text("page.local")}</p></footer>`;
  return page(catalogue.locale, title, body);
}

const isStrong = ({ triage }: Plan): boolean => levelRank(triage.level) >= levelRank("urgent");

function triageSection(plan: Plan, notes: Notes): Html {
  const { triage } = plan;
  const strong = isStrong(plan);
  // beside something urgent, a milder reason would only calm; it stays in the letter
  const told = strong ? triage.because.filter((one) => levelRank(one.level) >= levelRank("urgent")) : triage.because;
  const box = strong ? "act" : triage.level === "clinician" ? "care" : "fine";
  const closed = triage.sessions === "locked" ? html`<p>${notes.tell("triage.locked")}</p>` : null;
  return html`<section><h2>${notes.text("page.triage")}</h2><div class="${box}"><h3>${notes.text(`triage.level.${triage.level}`)}</h3><p>${notes.tell(triage.action)}</p></div>
<ul>${told.map((one) => html`<li>${notes.tell(one.say, one.evidence)}</li>`)}</ul>${closed}<p class="soft">${notes.tell("triage.again")}</p></section>`;
}

const sideText = (side: "left" | "right" | "both" | null, notes: Notes): Html | null =>
  side === null ? null : html` (${notes.text(`side.${side}`)})`;

function findingsSection(plan: Plan, notes: Notes): Html {
  const verdict = plan.verdict === null ? null : html`<p><strong>${notes.tell(plan.verdict.say)}</strong></p>`;
  const next =
    plan.next_test === null
      ? null
      : html`<p>${notes.tell({ id: "finding.next-test", values: { test: { id: `test.${plan.next_test.test}.name` } } })}</p>`;
  const told = plan.findings.filter((one) => one.band !== "not-enough-information");
  const few = plan.findings.filter((one) => one.band === "not-enough-information");
  const list = few.map(
    (one): Said => ({
      id: one.side === null ? "finding.component" : "finding.component-side",
      values: { component: { id: `component.${one.component}.name` }, side: { id: `side.${one.side ?? "both"}` } },
    }),
  );
  return html`<section><h2>${notes.text("page.findings")}</h2>${verdict}${told.map((one) => findingBlock(one, notes))}${
    few.length === 0 ? null : html`<p>${notes.tell({ id: "finding.too-few", values: { list } })}</p>`
  }${next}<p class="soft">${notes.tell("finding.start")} ${notes.tell("finding.weights")} ${notes.tell("test.error")}</p></section>`;
}

function findingBlock(one: Finding, notes: Notes): Html {
  const kind = one.band === "not-enough-information" ? "none" : one.band === "not-suggested" ? "not" : "";
  const severity = one.severity === null ? null : html` ${notes.tell(`finding.severity.${one.severity.grade}`)}`;
  const change = one.would_change[0];
  const would =
    change === undefined
      ? null
      : html`<p class="why">${notes.tell({ id: "finding.would-change", values: { item: { id: `item.${change.item}` }, from: change.from, to: change.to, unit: { id: `unit.${unitOf(one, change.item)}` }, band: { id: `band.${change.band}` } } })}</p>`;
  const at = one.at_priors.map((other) => Math.round(other.probability * 100));
  const prior = html`<p class="why">${notes.text({ id: "finding.prior", values: { low: Math.min(...at), high: Math.max(...at) } })} ${notes.text({ id: "finding.coverage", values: { share: Math.round(one.coverage * 100) } })}</p>`;
  return html`<div class="finding"><h3>${notes.text(`component.${one.component}.name`)}${sideText(one.side, notes)}: <span class="band ${kind}">${notes.text(`band.${one.band}`)}</span></h3>
<p>${notes.tell(findingText(one))}${severity}</p>${scaleSvg(one, notes)}
<table class="waterfall"><tbody>${one.contributions.map((part) => html`<tr><td>${notes.text(`item.${part.item}`)}${notes.mark(part.evidence)}</td><td class="n">${part.value === null ? "" : `${notes.number(part.value)} ± ${notes.number(part.sem ?? 0)} ${part.unit === null ? "" : notes.text(`unit.${part.unit}`)}`}</td><td>${barSvg(part.log_odds)}</td><td class="soft">${notes.text(part.log_odds > 0.02 ? "finding.adds" : part.log_odds < -0.02 ? "finding.takes" : "finding.neutral")}</td></tr>`)}</tbody></table>${would}${prior}</div>`;
}

const unitOf = (one: Finding, item: string): string =>
  one.contributions.find((part) => part.item === item)?.unit ?? "points";

/** 0 to 100 % as a level line: bands marked, the interval a soft bar, the value a mark, the assumed start a tick. */
function scaleSvg(one: Finding, notes: Notes): Html {
  const [low, high] = one.interval;
  const label = notes.text({
    id: "page.probability",
    values: { low: Math.round(low * 100), high: Math.round(high * 100) },
  });
  const x = (p: number): string => (p * 600).toFixed(1);
  return html`<svg class="scale" viewBox="-6 -12 612 44" role="img" aria-label="${label}"><path d="M0 0H600" stroke="#22262b" stroke-width="2"/>${[0.25, 0.5, 0.75].map((edge) => html`<path d="M${x(edge)} -6V6" stroke="#857c6c" stroke-width="1.5"/>`)}<path d="M${x(one.prior)} 3V12" stroke="#4c5057" stroke-width="1.5"/><text x="${x(one.prior)}" y="22" font-size="11" fill="#4c5057" text-anchor="middle">${notes.text("page.start")}</text><rect x="${x(low)}" y="-5" width="${Math.max(3, (high - low) * 600).toFixed(1)}" height="10" fill="#a2401f" fill-opacity=".28"/><circle cx="${x(one.probability)}" cy="0" r="6" fill="#a2401f"/></svg>`;
}

/** One bar of the waterfall: right of the middle speaks for it, left against. */
function barSvg(logOdds: number): Html {
  const width = Math.min(60, Math.abs(logOdds) * 60);
  return html`<svg viewBox="-62 -6 124 12" width="124" height="12" aria-hidden="true"><path d="M0 -6V6" stroke="#22262b" stroke-width="1"/><rect x="${(logOdds > 0 ? 0 : -width).toFixed(1)}" y="-4" width="${width.toFixed(1)}" height="8" fill="${logOdds > 0 ? "#a2401f" : "#17605f"}"/></svg>`;
}

function programmeSection(programme: PlannedProgramme, notes: Notes): Html {
  const { state, week } = programme;
  const [first] = week;
  const tell = (list: readonly Said[]): Html => html`<ul>${list.map((one) => html`<li>${notes.tell(one)}</li>`)}</ul>`;
  const changed =
    programme.changes.length === 0
      ? null
      : html`<h2>${notes.text("page.changed")}</h2>${programme.changes.map((change) => html`<p class="soft">${notes.date(change.on)}</p>${tell(change.reasons)}`)}`;
  return html`${changed}<section><h2>${notes.text(state.last_session === null ? "page.week" : "page.this-week")}: ${notes.text(`phase.${state.phase}.name`)}</h2><p>${notes.tell(`phase.${state.phase}.aim`)}</p>
<p>${week.map((session, i) => html`${i > 0 ? " · " : ""}<strong>${notes.text(`day.${session.day}`)}</strong> ${notes.date(session.date)}`)}${first ? html` — ${notes.text({ id: "page.minutes", values: { minutes: first.minutes } })}` : null}</p>
${first ? weekTable(first, notes) : null}</section>
<section><h2>${notes.text("page.rests")}</h2>${tell(programme.reasons)}</section>
<section><h2>${notes.text("page.how")}</h2>${first ? exerciseBlocks(first, notes) : null}</section>
<section><h2>${notes.text("page.rules")}</h2>${tell(programme.rules)}${tell(programme.tips)}</section>`;
}

function weekTable(session: SessionPlan, notes: Notes): Html {
  const warm = html`<tr><td>${notes.text("page.warm-up")}: ${session.warm_up.map((one, i) => html`${i > 0 ? "; " : ""}${notes.tell(one.id)}`)}</td><td class="n">${Math.round(session.warm_up.reduce((sum, one) => sum + one.seconds, 0) / 60)} min</td></tr>`;
  return html`<table><tbody>${warm}${session.exercises.map((row) => html`<tr><td>${notes.text(`exercise.${row.exercise}.name`)}${row.side === "both" ? null : sideText(row.side, notes)}</td><td class="n">${doseText(row, notes)}</td></tr>`)}</tbody></table>`;
}

function doseText(row: Row, notes: Notes): string {
  const { kind } = exerciseOf(row.exercise).dose;
  const id =
    kind === "steps"
      ? "page.sets-steps"
      : kind === "hold"
        ? row.reps === 1
          ? "page.sets-hold"
          : "page.sets-reps-hold"
        : "page.sets-reps";
  return notes.text({ id, values: { sets: row.sets, reps: row.reps, hold_s: row.hold_s } });
}

function exerciseBlocks(session: SessionPlan, notes: Notes): Html[] {
  const wanted = new Set(session.exercises.map((row) => row.exercise));
  const ordered = [...wanted].sort((a, b) => order(a, session) - order(b, session));
  return ordered.map((id) => {
    const exercise = exerciseOf(id);
    const key = `exercise.${id}`;
    const rows = session.exercises.filter((row) => row.exercise === id);
    const why = rows[0]?.why ?? [];
    const name = notes.text(`${key}.name`);
    return html`<div class="exercise"><div><h3>${name}</h3><p class="dose">${rows.map((row, i) => html`${i > 0 ? " · " : ""}${row.side === "both" ? null : html`${notes.text(`side.${row.side}`)} `}${doseText(row, notes)}`)}</p>
<p class="soft">${exercise.dose.kind === "reps" ? notes.text({ id: "page.tempo", values: { tempo: rows[0]?.tempo ?? "" } }) : ""}</p>
<p>${notes.text(`${key}.start`)}</p><ol>${Object.keys(exercise.steps).map((step) => html`<li>${notes.text(`${key}.step.${step}`)}</li>`)}</ol>
<p class="cue">${Object.keys(exercise.cues).map((cue, i) => html`${i > 0 ? " · " : ""}${notes.text(`${key}.cue.${cue}`)}`)}</p>
<p>${notes.tell(`${key}.feel`)}</p>${Object.keys(exercise.cautions).map((caution) => html`<p>${notes.tell(`${key}.caution.${caution}`)}</p>`)}
<p class="why">${why.map((one, i) => html`${i > 0 ? " " : ""}${notes.tell(one)}`)}</p></div><div>${figureSvg(exercise.figure, name)}</div></div>`;
  });
}

const order = (id: string, session: SessionPlan): number =>
  session.exercises.findIndex((row) => row.exercise === id) + EXERCISES.findIndex((one) => one.id === id) / 1000;

function referralSection(plan: Plan, notes: Notes): Html | null {
  if (!plan.referral.refer || plan.letter === null) return null;
  const why = isStrong(plan)
    ? null
    : html`<section><h2>${notes.text("page.referral")}</h2><ul>${plan.referral.because.map((one) => html`<li>${notes.tell(one)}</li>`)}</ul></section>`;
  return html`${why}<section style="break-before:page"><h1>${notes.text("letter.title")}</h1>${letterSection(plan.letter, notes)}</section>`;
}
