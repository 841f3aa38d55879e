import { Ledger } from "@levelhip/records";
import type { PersonState } from "@levelhip/records";
import { describe, expect, it } from "vitest";
import { ageOf, isAnswered, progressOf, SKIPPED, stepAfter, stepBefore, stepsOf, withAnswer } from "./way.ts";

const YEAR = 2026;
const nobody: PersonState = new Ledger().state();
const stepNamed = (state: PersonState, id: string) => {
  const step = stepsOf(state, YEAR).find((one) => one.id === id);
  if (!step) throw new Error(`${id} is not asked`);
  return step;
};

describe("the way", () => {
  it("asks warning signs first, and every page once", () => {
    const ids = stepsOf(nobody, YEAR).map(({ id }) => id);
    expect(ids[0]).toBe("r1");
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain("equipment");
    expect(ids).not.toContain("pgic");
  });

  it("goes from any page to the next open one, whatever is answered or passed over, until nothing is open", () => {
    let state = nobody;
    let id = "r1";
    const walked: string[] = [];
    for (let i = 0; i < 200; i += 1) {
      const step = stepNamed(state, id);
      walked.push(id);
      state = withAnswer(state, step, i % 3 === 0 ? "no" : SKIPPED, YEAR);
      expect(isAnswered(step, state, YEAR)).toBe(true);
      const next = stepAfter(id, stepsOf(state, YEAR), state, YEAR);
      if (next === null) break;
      ({ id } = next);
    }
    expect(new Set(walked).size).toBe(walked.length);
    expect(progressOf(state, YEAR, ["signs", "you", "back", "aims", "training", "place"]).next).toBeNull();
  });

  it("asks follow-ups only where they are due, right behind their question", () => {
    const yes = withAnswer(nobody, stepNamed(nobody, "r5"), "yes", YEAR);
    const steps = stepsOf(yes, YEAR);
    expect(stepAfter("r5", steps, yes, YEAR)?.id).toBe("r5.rapid");
    expect(stepBefore("r5.rapid", steps)?.id).toBe("r5");
    expect(stepsOf(nobody, YEAR).map(({ id }) => id)).not.toContain("r5.rapid");
  });

  it("keeps the age as a year of birth, and then asks no more whether somebody is under 18", () => {
    const aged = withAnswer(nobody, stepNamed(nobody, "age"), 46, YEAR);
    expect(aged.profile.birthYear).toBe(1980);
    expect(ageOf(aged, YEAR)).toBe(46);
    expect(ageOf(aged, YEAR + 2)).toBe(48);
    expect(stepsOf(aged, YEAR).map(({ id }) => id)).not.toContain("r20");
  });
});
