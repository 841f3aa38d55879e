import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnyRecord } from "../record/envelope.ts";
import { Ledger } from "../state/ledger.ts";
import { Maker } from "../testing/build.ts";
import { history, measurement, questionnaire, session, testResult } from "../testing/histories.ts";
import { CSV_COLUMNS, toCsv } from "./csv.ts";

const csv = (records: readonly AnyRecord[], delimiter?: "," | ";") => {
  const ledger = new Ledger();
  ledger.add(records);
  return toCsv(ledger.state(), delimiter);
};

/** RFC 4180, read by the letter. */
function parse(text: string, delimiter = ","): string[][] {
  const rows: string[][] = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const row = rows.at(-1) as string[];
    const letter = text[at] as string;
    if (quoted && letter === '"' && text[at + 1] === '"') row.push(`${row.pop()}${text[at++]}`);
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === delimiter) row.push("");
    else if (!quoted && letter === "\r" && text[at + 1] === "\n") {
      at++;
      rows.push([""]);
    } else row.push(`${row.pop()}${letter}`);
  }
  return rows.slice(0, -1);
}
const table = (text: string, delimiter?: string) => {
  const [head, ...rows] = parse(text, delimiter);
  return rows.map((row) => Object.fromEntries((head ?? []).map((name, at) => [name, row[at]])));
};

describe("CSV", () => {
  it("has a line for each number, with its error and its origin", () => {
    const maker = new Maker();
    const text = csv([
      maker.make(
        "test-result",
        testResult([
          measurement({ value: -2.5, sem: 1 }),
          { id: "sway", side: null, not_measured: { reason: "dark, indoors", remedy: "light" } },
        ]),
      ),
      maker.make("questionnaire", questionnaire("nprs-average", 4)),
    ]);
    expect(table(text)).toMatchObject([
      { kind: "questionnaire", item: "nprs-average", value: "4" },
      {
        time: "2026-11-02T08:00:00+01:00",
        zone: "Europe/Berlin",
        kind: "test-result",
        item: "single-leg-stance.pelvic-drop",
        side: "left",
        value: "-2.5",
        unit: "deg",
        sem: "1",
        instrument: "band",
        software: "0.1.0",
      },
      { item: "single-leg-stance.sway", value: "", text: "not measured: dark, indoors" },
    ]);
  });

  it("gives back any text, in either delimiter, and every row whole", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 40 }),
        fc.constantFrom("," as const, ";" as const),
        (words, delimiter) => {
          const [row] = table(csv([new Maker().make("note", { text: words, about: null })], delimiter), delimiter);
          expect(row?.["text"]?.replace(/^'(?=[=+\-@\t\r])/, "")).toBe(words);
        },
      ),
      { examples: [['a "b", c;\r\nd', ","]] },
    );
    fc.assert(
      fc.property(history, (records) => {
        expect(parse(csv(records)).every((row) => row.length === CSV_COLUMNS.length)).toBe(true);
      }),
    );
  });

  it.each(["=1+1", "+49", "-2", "@x", "\tx"])("does not let a spreadsheet run %j", (words) => {
    expect(table(csv([new Maker().make("note", { text: words, about: null })]))[0]?.["text"]).toBe(`'${words}`);
  });

  it("lists sets with repetitions, effort and pain", () => {
    const rows = table(csv(session(new Maker())));
    expect(
      rows.filter(({ kind, statistic }) => kind === "set" && statistic === "reps").map(({ value }) => value),
    ).toEqual(["3", "3", "3"]);
    expect(rows.filter(({ statistic }) => statistic === "effort")).toHaveLength(3);
    expect(rows.find(({ item }) => item === "pain-after")).toMatchObject({ value: "2", text: "finished" });
  });
});
