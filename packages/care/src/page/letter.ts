import type { Letter } from "../referral/letter.ts";
import type { Catalogue } from "../text/said.ts";
import { type Html, html } from "./html.ts";
import { levelLine, page } from "./look.ts";
import { Notes } from "./notes.ts";

/** One printed page for a physiotherapist or doctor. */
export function letterPage(letter: Letter, catalogue: Catalogue): string {
  const notes = new Notes(catalogue, {});
  return page(
    catalogue.locale,
    notes.text("letter.title"),
    html`<div class="head"><h1>${notes.text("letter.title")}</h1>${levelLine}</div>${letterSection(letter, notes)}`,
  );
}

export function letterSection(letter: Letter, notes: Notes): Html {
  const t = (id: string, values?: Record<string, string | number>): string => notes.text(values ? { id, values } : id);
  const who = [
    letter.age === null ? null : String(letter.age),
    letter.sex === null ? null : t(`letter.sex.${letter.sex}`),
  ].filter((one) => one !== null);
  return html`<p>${t("letter.date")}: ${notes.date(letter.date)}${who.length > 0 ? html` · ${t("letter.person")}: ${who.join(", ")}` : null}</p>
${letter.aim === null ? null : html`<p>${t("letter.aim", { aim: letter.aim })}</p>`}
<h2>${t("letter.why")}</h2><ul>${letter.why.map((one) => html`<li>${notes.text(one)}</li>`)}</ul>
<h2>${t("letter.signs")}</h2>${signs(letter, notes)}
${letter.changed.length + letter.scales.length === 0 ? null : changedTable(letter, notes)}
${letter.found.length === 0 ? null : foundTable(letter, notes)}
${letter.patterns.length === 0 ? null : patterns(letter, notes)}
<h2>${t("letter.done")}</h2>${done(letter, notes)}
<footer>${t("letter.note")}</footer>`;
}

function signs(letter: Letter, notes: Notes): Html {
  if (letter.signs_yes.length === 0 && letter.signs_open.length === 0)
    return html`<p>${notes.text("letter.signs-none")}</p>`;
  const yes = letter.signs_yes.map((one) => `${one.row} ${notes.text(one.suspicion)}`).join("; ");
  return html`${yes === "" ? null : html`<p>${notes.text({ id: "letter.signs-yes", values: { rows: yes } })}</p>`}${
    letter.signs_open.length === 0
      ? null
      : html`<p>${notes.text({ id: "letter.signs-open", values: { rows: letter.signs_open.map((row) => ({ id: `triage.${row}.topic` })) } })}</p>`
  }`;
}

function changedTable(letter: Letter, notes: Notes): Html {
  const t = (id: string): string => notes.text(id);
  return html`<h2>${t("letter.changed")}</h2><table><thead><tr><th>${t("letter.scale")}</th><th class="n">${t("letter.first")}</th><th class="n">${t("letter.last")}</th><th>${t("letter.reading")}</th></tr></thead><tbody>${letter.changed.map(
    (one) =>
      html`<tr><td>${t(`scale.${one.scale}.name`)}</td><td class="n">${notes.number(one.first)} <small>${notes.date(one.from)}</small></td><td class="n">${notes.number(one.last)} <small>${notes.date(one.to)}</small></td><td>${t(`change.${one.reading}`)}</td></tr>`,
  )}${letter.scales.map((one) => html`<tr><td>${t(`scale.${one.scale}.name`)}</td><td class="n"></td><td class="n">${notes.number(one.value)}</td><td></td></tr>`)}</tbody></table>`;
}

function foundTable(letter: Letter, notes: Notes): Html {
  const t = (id: string): string => notes.text(id);
  return html`<h2>${t("letter.found")}</h2><table><thead><tr><th>${t("letter.measure")}</th><th>${t("letter.side")}</th><th class="n">${t("letter.value")}</th><th>${t("letter.by")}</th></tr></thead><tbody>${letter.found.map(
    (one) =>
      html`<tr><td>${t(`measure.${one.measure}`)}</td><td>${one.side === null ? "" : t(`side.${one.side}`)}</td><td class="n">${notes.number(one.value)} ± ${notes.number(one.sem)} ${t(`unit.${one.unit}`)}</td><td>${one.by === "camera" ? t("by.camera") : t(`by.${one.by}`)} <small>${[one.how, one.on === null ? "" : notes.date(one.on)].filter((part) => part !== "").join(", ")}</small></td></tr>`,
  )}</tbody></table>`;
}

const patterns = (letter: Letter, notes: Notes): Html =>
  html`<h2>${notes.text("letter.pattern")}</h2><ul>${letter.patterns.map(
    (one) =>
      html`<li>${notes.text(`component.${one.component}.name`)}${one.side === null ? null : html` (${notes.text(`side.${one.side}`)})`}: ${notes.text(`band.${one.band}`)}, ${notes.text({ id: "page.probability", values: { low: Math.round(one.interval[0] * 100), high: Math.round(one.interval[1] * 100) } })}</li>`,
  )}</ul>`;

function done(letter: Letter, notes: Notes): Html {
  if (letter.done === null) return html`<p>${notes.text("letter.none-done")}</p>`;
  const { weeks, done: count, planned, phase, exercises, reds } = letter.done;
  return html`<p>${notes.text({ id: "letter.done-text", values: { weeks, done: count, planned, phase } })}</p><p>${notes.text({ id: "letter.exercises", values: { exercises } })}</p><p>${notes.text({ id: "letter.reds", values: { count: reds } })}</p>`;
}
