import { dayNumber, isDate } from "../dates.ts";
import { evidenceFor } from "../text/catalogue.ts";
import { type Catalogue, type Said, say } from "../text/said.ts";
import type { Source } from "../text/source.ts";
import { type Html, html } from "./html.ts";

/** Says messages in one language and numbers the sources they stand on, in the order they come up. */
export class Notes {
  readonly catalogue: Catalogue;
  private readonly sources: Readonly<Record<string, Source>>;
  private readonly order: string[] = [];
  constructor(catalogue: Catalogue, sources: Readonly<Record<string, Source>>) {
    this.catalogue = catalogue;
    this.sources = sources;
  }

  text(said: Said | string): string {
    return say(typeof said === "string" ? { id: said } : said, this.catalogue);
  }

  /** A number with one decimal at most, as the language writes it. */
  number(x: number): string {
    return new Intl.NumberFormat(this.catalogue.locale, { maximumFractionDigits: 1, useGrouping: false }).format(x);
  }

  /** A date as the language writes it. */
  date(on: string): string {
    return isDate(on)
      ? new Intl.DateTimeFormat(this.catalogue.locale === "en" ? "en-GB" : this.catalogue.locale, {
          dateStyle: "long",
          timeZone: "UTC",
        }).format(dayNumber(on) * 86_400_000)
      : on;
  }

  /** The sentence with the numbers of its sources. */
  tell(said: Said | string, more: readonly string[] = []): Html {
    const message = typeof said === "string" ? { id: said } : said;
    return html`${say(message, this.catalogue)}${this.mark([...new Set([...evidenceFor(message.id), ...more])])}`;
  }

  mark(ids: readonly string[]): Html | null {
    const known = ids.filter((id) => id in this.sources);
    if (known.length === 0) return null;
    const numbers = known.map((id) => {
      if (!this.order.includes(id)) this.order.push(id);
      return this.order.indexOf(id) + 1;
    });
    return html`<sup class="e"> ${numbers.map((n, i) => html`${i > 0 ? "·" : ""}<a href="#e${n}">${n}</a>`)}</sup>`;
  }

  /** The list of sources named so far: claim, figure, where from, and how sure. */
  list(): Html | null {
    if (this.order.length === 0) return null;
    return html`<h2>${this.text("page.sources")}</h2><ol class="sources">${this.order.map((id, i) => {
      const source = this.sources[id];
      return source
        ? html`<li id="e${i + 1}">${this.catalogue.messages[`source.${id}`] ?? source.claim} <span class="soft">${source.figure}. ${source.source}. (${this.text(`page.mark.${source.mark}`)}, ${source.grade})</span></li>`
        : null;
    })}</ol>`;
  }
}
