import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DE } from "../data/de.ts";
import { EN } from "../data/en.ts";
import type { AnyRecord } from "../record/envelope.ts";
import { Ledger } from "../state/ledger.ts";
import { BERLIN, DAY_MS, Maker, MONDAY_MS } from "../testing/build.ts";
import { history, measurement, programme, questionnaire, session, testResult } from "../testing/histories.ts";
import { KNOWLEDGE } from "../testing/knowledge.ts";
import { wordsFrom } from "../text.ts";
import { axis } from "./chart.ts";
import { html } from "./html.ts";
import { reportBody, reportHtml } from "./report.ts";

const options = {
  who: "A",
  now: { at_ms: MONDAY_MS + 40 * DAY_MS, zone: BERLIN },
  knowledge: KNOWLEDGE,
  words: wordsFrom("en", EN),
  locale: "en",
};
const report = (records: readonly AnyRecord[], over: Partial<typeof options> = {}) => {
  const ledger = new Ledger();
  ledger.add(records);
  return reportHtml(ledger.state(), ledger.records(), { ...options, ...over });
};
/** Six weeks of somebody. */
function weeks(): AnyRecord[] {
  const maker = new Maker();
  const records: AnyRecord[] = [maker.make("programme", programme({ reasons: [{ id: "records.decision.start" }] }))];
  for (let week = 0; week < 6; week++) {
    records.push(
      maker.make("questionnaire", questionnaire("nprs-average", 6 - week)),
      maker.make("questionnaire", questionnaire("psfs", 3 + week / 10)),
    );
    if (week % 4 === 0)
      records.push(
        maker.make(
          "test-result",
          testResult([
            measurement({ value: 8 - week, sem: 1.5 }),
            { id: "sway", side: null, not_measured: { reason: "Too dark.", remedy: "Turn on a light." } },
          ]),
        ),
      );
    records.push(...session(maker));
    maker.after(7 * DAY_MS);
  }
  records.push(
    maker.make("goal", {
      words: "stand <through> a concert",
      series: null,
      target: null,
      dueOn: null,
      status: "active",
    }),
  );
  return records;
}
/** Every tag closed in order: the text is well formed as XML is. */
function unbalanced(text: string): string[] {
  const open: string[] = [];
  for (const [, slash, name, rest] of text
    .replace(/<!doctype[^>]*>|<style>[\s\S]*?<\/style>/g, "")
    .matchAll(/<(\/?)([a-z0-9]+)((?:"[^"]*"|[^>"])*)>/g)) {
    if (slash) {
      if (open.pop() !== name) return [`</${name}>`];
    } else if (!rest?.endsWith("/") && !["meta", "br"].includes(name ?? "")) open.push(name ?? "");
  }
  return open;
}

describe("the report", () => {
  it("tells pain, function, tests with their error, sessions and decisions", () => {
    const page = report(weeks());
    expect(unbalanced(page)).toEqual([]);
    for (const words of [
      "Pain, average of the week",
      "Better: changed by 5 points",
      "Cannot tell: a change of 4° is within the error of 4.2°",
      "Programme started",
      "Turn on a light.",
      "8 ± 1.5°",
      "4 of 12",
    ]) {
      expect(page.includes(words) || page.replaceAll("\n", " ").includes(words), words).toBe(true);
    }
    expect(page).toContain('class="band"');
    expect(page).toContain('class="wedge"');
  });

  it("is in German from end to end", () => {
    const page = report(weeks(), { words: wordsFrom("de", DE), locale: "de" });
    expect(page).toContain('<html lang="de">');
    expect(page).toContain("Hüfte und Rücken");
    expect(page).toContain("4,2°");
    expect(page).not.toMatch(/records\.|Cannot tell|{[a-z]+}/);
  });

  it("needs nothing from elsewhere and runs nothing", () => {
    const page = report(weeks());
    expect(page).not.toMatch(/<script|<link|<img|https?:|url\(|@import|\son[a-z]+=|\sstyle=/i);
  });

  it("shows what people wrote as words, never as markup", () => {
    const nasty = `<script>alert(1)</script><img src=x onerror=alert(1)> "' & </p>`;
    const maker = new Maker();
    const page = report(
      [
        maker.make("note", { text: nasty, about: null }),
        maker.make("goal", { words: nasty, series: null, target: null, dueOn: null, status: "active" }),
        maker.make(
          "test-result",
          testResult(
            [{ id: nasty.slice(0, 100), side: null, not_measured: { reason: nasty, remedy: nasty } }],
            nasty.slice(0, 50),
          ),
        ),
        maker.make("questionnaire", questionnaire(nasty.slice(0, 60), 3)),
      ],
      { who: nasty },
    );
    expect(page).not.toMatch(/<script|<img/);
    expect(unbalanced(page)).toEqual([]);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(html`<p>${text}</p>`.text.slice(3, -4)).not.toMatch(/[<>"']/);
      }),
    );
  });

  it("can be made of anything, nothing included", () => {
    expect(unbalanced(report([]))).toEqual([]);
    expect(report([])).toContain("Your programme has not started yet.");
    fc.assert(
      fc.property(history, (records) => {
        const page = report(records);
        expect(unbalanced(page)).toEqual([]);
        expect(page).not.toMatch(/NaN|Infinity|undefined|\[object/);
      }),
      { numRuns: 60 },
    );
  });

  it("comes without its frame too", () => {
    const ledger = new Ledger();
    expect(reportBody(ledger.state(), [], options)).toMatch(/^<article class="report">[\s\S]*<\/article>$/);
  });
});

describe("an axis", () => {
  it("holds every value between few round lines", () => {
    const value = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [low, high, step] = axis(Math.min(a, b), Math.max(a, b));
        expect(low).toBeLessThanOrEqual(Math.min(a, b) + step * 1e-6);
        expect(high).toBeGreaterThanOrEqual(Math.max(a, b) - step * 1e-6);
        expect(high).toBeGreaterThan(low);
        expect((high - low) / step).toBeLessThanOrEqual(7.01);
      }),
    );
    expect(axis(0, 10)).toEqual([0, 10, 2]);
    expect(axis(5, 5)[1]).toBeGreaterThan(5);
  });
});
