import { describe, expect, it } from "vitest";
import { type Condition, type Facts, holds, questionsIn } from "./condition.ts";

const facts = (answers: Facts["answers"], age: number | null = 40): Facts => ({
  answers,
  age,
  signs: new Set(["one-sided-hip"]),
});

describe("holds", () => {
  it("takes a missing or empty answer as unknown, never as no", () => {
    expect(holds({ q: "r1", is: "unknown" }, facts({}))).toBe(true);
    expect(holds({ q: "r1", is: "no" }, facts({ r1: "" }))).toBe(false);
    expect(holds({ q: "limits", is: "unknown" }, facts({ limits: [] }))).toBe(true);
  });

  it("reads choices, lists and numbers", () => {
    expect(holds({ q: "limits", is: ["knee-pain", "fall"] }, facts({ limits: ["fall"] }))).toBe(true);
    expect(holds({ q: "limits", is: "knee-pain" }, facts({ limits: ["fall"] }))).toBe(false);
    expect(holds({ q: "nprs", is: ["7", "8"] }, facts({ nprs: 8 }))).toBe(true);
  });

  it("combines with all, any, not, at least", () => {
    const yes: Condition = { q: "a", is: "yes" };
    const no: Condition = { q: "b", is: "yes" };
    const known = facts({ a: "yes", b: "no" });
    expect(holds({ all: [yes, no] }, known)).toBe(false);
    expect(holds({ any: [yes, no] }, known)).toBe(true);
    expect(holds({ not: no }, known)).toBe(true);
    expect(holds({ atLeast: 1, of: [yes, no] }, known)).toBe(true);
    expect(holds({ atLeast: 2, of: [yes, no] }, known)).toBe(false);
  });

  it("takes both ends of an age range as inside, and an unknown age as outside", () => {
    const over70: Condition = { age: { from: 71 } };
    expect(holds(over70, facts({}, 70))).toBe(false);
    expect(holds(over70, facts({}, 71))).toBe(true);
    expect(holds(over70, facts({}, null))).toBe(false);
    expect(holds({ age: { to: 17 } }, facts({}, 17))).toBe(true);
  });

  it("knows signs and names the questions it reads", () => {
    expect(holds({ sign: "one-sided-hip" }, facts({}))).toBe(true);
    expect(
      questionsIn({
        all: [
          { q: "a", is: "yes" },
          { not: { any: [{ q: "b", is: "no" }] } },
          { atLeast: 1, of: [{ q: "c", is: "x" }] },
        ],
      }),
    ).toEqual(["a", "b", "c"]);
  });
});
