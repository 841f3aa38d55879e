import { describe, expect, it } from "vitest";
import { questionnaires } from "./answers.ts";

describe("the weekly questions", () => {
  it("keep what was answered and nothing else", () => {
    expect(questionnaires({}, [{ text: "", value: null }], "en")).toEqual([]);
    const kept = questionnaires({ "nprs-average": 4, pgic: 6 }, [], "de");
    expect(kept.map(({ instrument, total, recall, language }) => [instrument, total, recall, language])).toEqual([
      ["nprs-average", 4, "7d", "de"],
      ["pgic", 6, "since-start", "de"],
    ]);
  });

  it("count own activities only when each that is named was answered: their mean", () => {
    const walk = { text: " walking ", value: 4 };
    expect(questionnaires({}, [walk, { text: "stairs", value: null }], "en")).toEqual([]);
    const [psfs] = questionnaires({}, [walk, { text: "stairs", value: 7 }, { text: " ", value: 3 }], "en");
    expect(psfs).toMatchObject({ instrument: "psfs", total: 5.5 });
    expect(psfs?.items).toEqual([
      { id: "1", text: "walking", value: 4 },
      { id: "2", text: "stairs", value: 7 },
    ]);
  });
});
