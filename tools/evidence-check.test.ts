import { describe, expect, it } from "vitest";
import { citedIn, type Entry, forbiddenIn, problems, readme, shownTexts, sourcesFile } from "./evidence-check.ts";

const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  mark: "F",
  grade: "B",
  claim: "Something is so.",
  figure: "1",
  source: "A 2020",
  ...more,
});
const used = new Map([["a-claim", ["x.ts"]]]);

describe("evidence check", () => {
  it("is silent when all is well", () => {
    expect(
      problems([entry("a-claim")], [{ id: "why.x", text: "Everyone trains.", evidence: ["a-claim"] }], new Map()),
    ).toEqual([]);
  });
  it("finds a clinical statement without evidence", () => {
    const told = (text: string, id = "why.x") => problems([entry("a-claim")], [{ id, text, evidence: [] }], used);
    expect(told("Studies find that this helps.")[0]).toContain("without an evidence id");
    expect(told("Mild soreness is normal.")).toHaveLength(1);
    expect(told("Expect a change after 4 to 6 weeks.")).toHaveLength(1);
    expect(told("Lift your hips.")).toEqual([]);
    expect(told("Is it normal?", "question.q")).toEqual([]);
  });
  it("finds ids that the register lacks, in messages and in files", () => {
    expect(problems([entry("a-claim")], [{ id: "why.x", text: "t", evidence: ["b-claim"] }], used)).toHaveLength(1);
    expect(
      problems(
        [entry("a-claim")],
        [{ id: "why.x", text: "t", evidence: ["a-claim"] }],
        new Map([["c-claim", ["y.tsx"]]]),
      )[0],
    ).toContain("y.tsx");
  });
  it("finds an entry that nothing uses, doubles, and wrong marks", () => {
    expect(problems([entry("a-claim"), entry("b-claim")], [], used)).toEqual(['register: nothing uses "b-claim"']);
    expect(problems([entry("a-claim"), entry("a-claim")], [], used)).toHaveLength(1);
    expect(problems([entry("a-claim", { mark: "X" as Entry["mark"] })], [], used)).toHaveLength(1);
    expect(problems([entry("a-claim", { figure: "" })], [], used)).toHaveLength(1);
  });
  it.each([
    "This is not a diagnosis.",
    "It cures back pain.",
    "Your glutes are asleep.",
    "Your hip muscles are weak.",
    "You have weak glutes.",
    "There is damage.",
    "Your pelvis is unstable.",
    "A misaligned pelvis.",
    "This caused your pain.",
    "Your risk of injury is 20 %.",
    "Muscle activation was high.",
    "All clear!",
    "Ihre Diagnose steht fest.",
    "Ihr Gesäß ist schwach.",
    "Der Rücken ist instabil.",
    "Das verursacht Ihren Schmerz nicht: verursacht Ihre Rückenschmerzen",
  ])("forbids: %s", (text) => {
    expect(forbiddenIn(text)).not.toEqual([]);
  });
  it.each([
    "Your hip control is ready to build.",
    "Is there new weakness in a leg?",
    "This file is damaged.",
    "People with back pain have less strength at the hip.",
    "Ein Bein ist schwächer geworden.",
  ])("allows: %s", (text) => {
    expect(forbiddenIn(text)).toEqual([]);
  });
  it("reads citations in code and texts in catalogues", () => {
    const cited = citedIn(
      [
        { path: "a.ts", text: 'x = { evidence: ["a-claim", "b-claim"] }' },
        { path: "b.tsx", text: '<p data-evidence="c-claim"/> const y = "d-claim"' },
      ],
      new Set(["a-claim", "d-claim"]),
    );
    expect([...cited.keys()].sort()).toEqual(["a-claim", "b-claim", "c-claim", "d-claim"]);
    const shown = shownTexts([
      { path: "en.po", text: 'msgid "x"\nmsgstr "Hello there"' },
      { path: "c.tsx", text: "<p>A longer text here</p>" },
    ]);
    expect(shown.map((one) => one.text)).toEqual(["x", "Hello there", "A longer text here"]);
  });
  it("writes the register as a page and as a package's table", () => {
    expect(readme([entry("a-claim")], used)).toContain("| `a-claim` | Something is so. | 1 | A 2020 | F | B | x.ts |");
    expect(sourcesFile([entry("a-claim")])).toContain('"a-claim": {');
  });
});
