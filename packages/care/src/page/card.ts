import type { Catalogue } from "../text/said.ts";
import type { Source } from "../text/source.ts";
import { type Html, html } from "./html.ts";
import { levelLine, page } from "./look.ts";
import { Notes } from "./notes.ts";

const SIGNS = ["saddle", "bladder", "bowel", "sex", "legs"] as const;

/** The warning card: signs that need an emergency department the same day. */
export const cardSection = (notes: Notes): Html => html`<section><h2>${notes.text("card.title")}</h2>
<p>${notes.tell("card.intro")}</p>
<ul>${SIGNS.map((sign) => html`<li>${notes.tell(`card.${sign}`)}</li>`)}</ul>
<p><strong>${notes.tell("card.say")}</strong></p></section>`;

/** The card as a page of its own, to print and keep. */
export function cardPage(catalogue: Catalogue, sources: Readonly<Record<string, Source>>): string {
  const notes = new Notes(catalogue, sources);
  const body = html`<div class="head"><h1>${notes.text("page.card")}</h1>${levelLine}</div>${cardSection(notes)}${notes.list()}<footer>${notes.text("page.not-medical")}</footer>`;
  return page(catalogue.locale, notes.text("page.card"), body);
}
