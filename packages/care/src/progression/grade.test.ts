import { describe, expect, it } from "vitest";
import { SETTLED, madeProgramme, session } from "../testing/people.ts";
import { gradeSession } from "./grade.ts";
import type { NextDay, SessionRecord } from "./record.ts";

const { programme } = madeProgramme();
const grade = (pain: number | null, nextDay: NextDay | null = SETTLED, more: Partial<SessionRecord> = {}, green = 3) =>
  gradeSession(session(programme, "2025-06-02", { pain }, more), nextDay, green).grade;

describe("the traffic light, both sides of every bound", () => {
  it("green up to 3, amber 4 and 5, red above 5", () => {
    expect([0, 3, 4, 5, 6, 10].map((pain) => grade(pain))).toEqual(["green", "green", "amber", "amber", "red", "red"]);
  });
  it("green only up to 2 when pain is easily stirred", () => {
    expect([2, 3].map((pain) => grade(pain, SETTLED, {}, 2))).toEqual(["green", "amber"]);
  });
  it("counts pain after the session too", () => {
    expect(grade(1, SETTLED, { pain_after: 5 })).toBe("amber");
    expect(grade(1, SETTLED, { pain_after: 6 })).toBe("red");
  });
  it("red when 2 points up a day later, amber when 1", () => {
    const after = (pain: number, settled: NextDay["settled"]): NextDay => ({ pain, settled, below_knee: "no" });
    expect(grade(2, after(3, "no"), { pain_before: 1 })).toBe("red");
    expect(grade(2, after(2, "no"), { pain_before: 1 })).toBe("amber");
    expect(grade(2, after(3, "unknown"), { pain_before: 1 })).toBe("red");
    expect(grade(2, after(1, "yes"), { pain_before: 1 })).toBe("green");
  });
  it("red when it spreads below the knee, or the session was stopped", () => {
    expect(grade(1, { ...SETTLED, below_knee: "yes" })).toBe("red");
    expect(grade(1, SETTLED, { stopped: "giving-way" })).toBe("red");
  });
  it("unknown, never green, while an answer is missing", () => {
    expect(grade(1, null)).toBe("unknown");
    expect(grade(null)).toBe("unknown");
    expect(grade(1, SETTLED, { pain_after: null })).toBe("unknown");
    expect(grade(1, { ...SETTLED, below_knee: "unknown" })).toBe("unknown");
    expect(grade(1, { pain: null, settled: "unknown", below_knee: "no" })).toBe("unknown");
  });
  it("a missing answer never hides red", () => {
    expect(grade(6, null)).toBe("red");
  });
  it("reads 'settled' from the numbers when it was not said", () => {
    expect(grade(1, { pain: 1, settled: "unknown", below_knee: "no" }, { pain_before: 1 })).toBe("green");
    expect(grade(1, { pain: 2, settled: "unknown", below_knee: "no" }, { pain_before: 1 })).toBe("amber");
  });
});
