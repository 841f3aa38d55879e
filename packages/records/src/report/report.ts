import type { AnyRecord, Unread } from "../record/envelope.ts";
import { DAY_MS, localDay, type Now } from "../review/days.ts";
import { allSeries, type Knowledge, type Series } from "../review/series.ts";
import { reviewSummary, type ReviewSummary } from "../review/summary.ts";
import { amount, type Verdict, verdictOf } from "../review/change.ts";
import type { PersonState } from "../state/personState.ts";
import type { Words } from "../text.ts";
import { chart, levelLine, type Span } from "./chart.ts";
import { type Html, html, escapeHtml } from "./html.ts";
import { REPORT_CSS } from "./style.ts";

export interface ReportOptions {
  /** whom it is for, as it is to be printed; "" leaves it out */
  readonly who: string;
  readonly now: Now;
  readonly knowledge: Knowledge;
  readonly words: Words;
  /** BCP 47, e.g. "de" */
  readonly locale: string;
}

/** The whole report as a page of its own, to save, print or turn into a PDF by the browser. Needs nothing from a network. */
export function reportHtml(
  state: PersonState,
  records: readonly (AnyRecord | Unread)[],
  options: ReportOptions,
): string {
  const title = escapeHtml(options.words({ id: "records.report.title" }));
  return `<!doctype html><html lang="${escapeHtml(options.locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${REPORT_CSS}</style></head><body>${reportBody(state, records, options)}</body></html>`;
}

/** The report's content alone (`REPORT_CSS` styles it): for a page that has its own frame. */
export function reportBody(
  state: PersonState,
  records: readonly (AnyRecord | Unread)[],
  options: ReportOptions,
): string {
  return new Report(state, records.length, options).whole().text;
}

class Report {
  readonly #state: PersonState;
  readonly #count: number;
  readonly #options: ReportOptions;
  readonly #summary: ReviewSummary;
  readonly #series: readonly Series[];
  readonly #span: Span;
  readonly #number: Intl.NumberFormat;
  readonly #date: Intl.DateTimeFormat;

  constructor(state: PersonState, count: number, options: ReportOptions) {
    this.#state = state;
    this.#count = count;
    this.#options = options;
    this.#summary = reviewSummary(state, options.knowledge, options.now);
    this.#series = [...allSeries(state, options.knowledge).values()];
    const times = this.#series.flatMap(({ points }) => points.map(({ at_ms }) => at_ms));
    const first = Math.min(...times, ...state.decisions.map(({ at_ms }) => at_ms), options.now.at_ms);
    this.#span = { from_ms: first, to_ms: Math.max(options.now.at_ms, ...times, first + DAY_MS) };
    this.#number = new Intl.NumberFormat(options.locale, { maximumFractionDigits: 1 });
    this.#date = new Intl.DateTimeFormat(options.locale, { dateStyle: "medium", timeZone: "UTC" });
  }

  whole(): Html {
    const drop = this.#newestDrop();
    return html`<article class="report"><header>${levelLine(drop?.value ?? 0, drop?.error ?? 0, this.#say(drop ? "records.measure.pelvic-drop" : "records.report.title"))}
<h1>${this.#say("records.report.title")}</h1>
${this.#options.who ? html`<p>${this.#say("records.report.for", { who: this.#options.who })}</p>` : null}
<p class="soft">${this.#say("records.report.made", { date: this.#day(this.#options.now.at_ms), records: this.#count })}</p></header>
${this.#inShort()}
${this.#aims()}
${this.#charts("records.report.pain", (one) => one.family === "pain")}
${this.#charts("records.report.function", (one) => one.family === "function" || one.family === "rating")}
${this.#charts("records.report.tests", (one) => one.family === "test")}
${this.#charts("records.report.capacity", (one) => one.family === "capacity" || one.family === "form")}
${this.#adherence()}
${this.#decisions()}
${this.#notes()}
<footer><p class="soft">${this.#say("records.report.band")}</p><p class="soft">${this.#say("records.report.limits")}</p></footer></article>`;
  }

  #inShort(): Html {
    const { pain, function: ability, expectation, say } = this.#summary;
    const line = (one: { series: Series; verdict: Verdict } | null) =>
      one && html`<p>${this.#words(one.series.name)}. ${this.#verdict(one.verdict)}</p>`;
    return html`<section><h2>${this.#say("records.report.summary")}</h2><p>${this.#words(expectation)}</p>${line(pain)}${line(ability)}<p>${this.#words(say)}</p></section>`;
  }

  #aims(): Html | null {
    const aims = this.#state.goals.filter(({ payload }) => payload.words !== "");
    if (aims.length === 0) return null;
    return html`<section><h2>${this.#say("records.report.aims")}</h2><ul>${aims.map(({ payload }) => html`<li>${payload.words}</li>`)}</ul></section>`;
  }

  #charts(title: string, belongs: (series: Series) => boolean): Html | null {
    const mine = this.#series.filter(belongs);
    if (mine.length === 0) return null;
    const [many, few] = [
      mine.filter(({ points }) => points.length > 1),
      mine.filter(({ points }) => points.length === 1),
    ];
    const refused = mine.filter(({ gaps }) => gaps.length > 0);
    return html`<section><h2>${this.#say(title)}</h2>${many.map((one) => this.#figure(one))}
${few.length > 0 ? html`<table><thead><tr><th scope="col">${this.#say("records.report.measure")}</th><th scope="col">${this.#say("records.report.values")}</th><th scope="col">${this.#say("records.report.date")}</th></tr></thead><tbody>${few.map((one) => this.#row(one))}</tbody></table>` : null}
${refused.map((one) => html`<p class="soft">${this.#words(one.name)}: ${one.gaps.at(-1)?.reason ?? ""} ${one.gaps.at(-1)?.remedy ?? ""}</p>`)}</section>`;
  }

  #figure(series: Series): Html {
    const verdict = verdictOf(series);
    const [first, last] = [series.points[0], series.points.at(-1)];
    const name = this.#words(series.name);
    const value = (point: typeof first) => (point ? this.#value(point.value, point.sem, series.unit) : "");
    const label = this.#say("records.report.chart", {
      name,
      n: series.points.length,
      first: value(first),
      last: value(last),
      verdict: this.#words(verdict.say),
    });
    return html`<figure><h3>${name}</h3>${chart(
      series,
      this.#span,
      this.#state.decisions.map(({ at_ms }) => at_ms),
      {
        label,
        unit: this.#unit(series.unit),
        number: (x) => this.#number.format(x),
        date: (at_ms) => this.#day(at_ms),
      },
    )}
<figcaption>${this.#say("records.report.first")}: ${value(first)} · ${this.#say("records.report.last")}: ${value(last)}<br>${this.#verdict(verdict)}</figcaption></figure>`;
  }

  #row(series: Series): Html {
    const [point] = series.points;
    return html`<tr><td>${this.#words(series.name)}</td><td>${point ? this.#value(point.value, point.sem, series.unit) : ""}</td><td>${point ? this.#day(point.at_ms) : ""}</td></tr>`;
  }

  #adherence(): Html {
    const { done, planned, weeks } = this.#summary.adherence;
    const dots = (week: { done: number; planned: number }) =>
      "●".repeat(Math.min(14, week.done)) + "○".repeat(Math.max(0, Math.min(14, week.planned) - week.done));
    return html`<section><h2>${this.#say("records.report.adherence")}</h2><p>${planned + done === 0 ? this.#say("records.report.adherence-none") : this.#say("records.report.adherence-line", { done, planned })}</p>
<ol class="weeks">${weeks.map((week, index) => html`<li>${this.#week(3 - index)}: ${week.done}/${week.planned} <span class="dots" aria-hidden="true">${dots(week)}</span></li>`)}</ol></section>`;
  }

  #week(ago: number): string {
    if (ago === 0) return this.#say("records.report.week-now");
    return ago === 1 ? this.#say("records.report.week-one-ago") : this.#say("records.report.week-ago", { weeks: ago });
  }

  #decisions(): Html | null {
    const { decisions } = this.#summary;
    if (decisions.length === 0) return null;
    return html`<section><h2>${this.#say("records.report.decisions")}</h2><table><thead><tr><th scope="col">${this.#say("records.report.date")}</th><th scope="col">${this.#say("records.report.decision")}</th><th scope="col">${this.#say("records.report.why")}</th></tr></thead><tbody>
${decisions.map(({ at_ms, payload }) => html`<tr><td>${this.#day(at_ms)}</td><td>${this.#say(`records.decision.${payload.kind}`)}</td><td>${payload.reasons.map((reason) => this.#words(reason as Parameters<Words>[0])).join(" ")}</td></tr>`)}</tbody></table></section>`;
  }

  #notes(): Html | null {
    const { notes } = this.#state;
    if (notes.length === 0) return null;
    return html`<section><h2>${this.#say("records.report.notes")}</h2>${notes.map(({ at_ms, payload }) => html`<p>${this.#day(at_ms)}: ${payload.text}</p>`)}</section>`;
  }

  /** The newest pelvic drop of one-leg stance, to tilt the mark by. */
  #newestDrop(): { value: number; error: number } | null {
    const points = this.#series
      .filter(({ key }) => key.startsWith("test/single-leg-stance/pelvic-drop/mean/"))
      .flatMap(({ points }) => points);
    const newest = points.sort((a, b) => a.at_ms - b.at_ms).at(-1);
    return newest ? { value: newest.value, error: newest.sem ?? 0 } : null;
  }

  #verdict(verdict: Verdict): Html {
    return html`<span class="verdict ${verdict.word}">${this.#words(verdict.say)}</span>`;
  }
  #words(said: Parameters<Words>[0]): string {
    return this.#options.words(said);
  }
  #say(id: string, values: Readonly<Record<string, string | number>> = {}): string {
    return this.#options.words({ id, values });
  }
  #unit(unit: string): string {
    return unit === "" ? "" : this.#say(`records.unit.${unit}`);
  }
  /** "6 ± 1°": never more digits than the error bears. */
  #value(value: number, sem: number | null, unit: string): string {
    const text = sem === null || sem === 0 ? null : `${this.#number.format(value)} ± ${this.#number.format(sem)}`;
    return this.#words(amount(value, unit, text));
  }
  #day(at_ms: number): string {
    return this.#date.format(new Date(localDay(at_ms, this.#options.now.zone) * DAY_MS));
  }
}
