import { describe, expect, it } from "vitest";
import { german } from "../data/de.ts";
import { SOURCES } from "../data/sources.ts";
import { MESSAGES, messages } from "./catalogue.ts";
import { placeholders } from "./said.ts";

/** Flesch–Kincaid grade of a text (Kincaid 1975): words a sentence and syllables a word. */
function grade(text: string): number {
  const sentences = Math.max(1, text.split(/[.!?:;]+\s|[.!?]$/).filter((one) => one.trim() !== "").length);
  const words = text.match(/[A-Za-z]+(?:'[a-z]+)?/g) ?? [];
  const syllables = words.reduce(
    (sum, word) =>
      sum +
      Math.max(
        1,
        (
          word
            .toLowerCase()
            .replace(/e$/, "")
            .match(/[aeiouy]+/g) ?? []
        ).length,
      ),
    0,
  );
  return words.length === 0 ? 0 : 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

describe("the catalogue", () => {
  it("has every id once and no empty text", () => {
    expect(new Set(MESSAGES.map((one) => one.id)).size).toBe(MESSAGES.length);
    for (const one of MESSAGES) expect(one.text.trim(), one.id).not.toBe("");
  });

  it("reads at about grade 7: on average below it, longer texts never above 10", () => {
    const long = MESSAGES.filter(
      (one) => one.text.split(" ").length >= 12 && !one.id.startsWith("letter.") && !one.id.endsWith(".suspicion"),
    );
    const mean = long.reduce((sum, one) => sum + grade(one.text), 0) / long.length;
    expect(long.length).toBeGreaterThan(100);
    expect(mean).toBeLessThan(7);
    expect(
      long.filter((one) => grade(one.text) > 10).map((one) => `${one.id} ${grade(one.text).toFixed(1)}: ${one.text}`),
    ).toEqual([]);
  });

  it("keeps sentences short: 28 words at most", () => {
    const over = MESSAGES.filter((one) => !one.id.startsWith("letter.")).filter((one) =>
      one.text.split(/[.?!:]\s/).some((sentence) => sentence.split(/\s+/).length > 28),
    );
    expect(over.map((one) => `${one.id}: ${one.text}`)).toEqual([]);
  });
});

describe("the German catalogue", () => {
  const wanted = {
    ...messages,
    ...Object.fromEntries(Object.entries(SOURCES).map(([id, source]) => [`source.${id}`, source.claim])),
  };
  it("is complete and holds nothing else", () => {
    expect(Object.keys(wanted).filter((id) => !(id in german.messages))).toEqual([]);
    expect(Object.keys(german.messages).filter((id) => !(id in wanted))).toEqual([]);
  });
  it("has the same placeholders", () => {
    for (const [id, text] of Object.entries(german.messages))
      expect(placeholders(text), id).toEqual(placeholders(wanted[id] ?? ""));
  });
  it("speaks to the person as Sie", () => {
    for (const [id, text] of Object.entries(german.messages))
      expect(text, id).not.toMatch(/\b(?:[Dd]u|[Dd]ein\w*|[Dd]ir|[Dd]ich)\b/);
  });
  it("is German: hardly any text equals the English one", () => {
    const same = Object.entries(german.messages).filter(
      ([id, text]) => text === wanted[id] && text.replace(/\{\w+\}/g, "").length > 16,
    );
    expect(same.map(([id]) => id)).toEqual([]);
  });
});
