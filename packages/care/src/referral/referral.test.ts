import { describe, expect, it } from "vitest";
import { addDays } from "../dates.ts";
import { compareScale, compareValues } from "../review/change.ts";
import { adherence } from "../review/history.ts";
import type { PastSession, Review } from "../review/history.ts";
import { ALL_NO, NO_SIGNS, SETTLED, madeProgramme, session, testValue } from "../testing/people.ts";
import { triage } from "../triage/triage.ts";
import { type ReferralInput, hasImproved, referral } from "./referral.ts";

const TODAY = "2025-08-01";
const START = addDays(TODAY, -42);
const programme = madeProgramme({ today: START, days: ["mon", "thu"], answers: { sessions: "2" } }).programme;
const review = (daysAgo: number, scales: Review["scales"]): Review => ({ on: addDays(TODAY, -daysAgo), scales });
const past = (daysAgo: number, pain = 1, more: Parameters<typeof session>[3] = {}): PastSession => ({
  session: session(programme, addDays(TODAY, -daysAgo), { pain }, more),
  next_day: SETTLED,
});
const twicePerWeek = (weeks: number): PastSession[] =>
  Array.from({ length: weeks * 2 }, (_, i) => past(Math.floor(i * 3.5) + 1));
const rules = (more: Partial<ReferralInput> & { reviews?: Review[]; sessions?: PastSession[] } = {}) => {
  const { reviews = [], sessions = [], ...rest } = more;
  const answers = { ...ALL_NO, ...rest.answers };
  const result = rest.triage ?? triage({ answers, age: 40, signs: new Set() });
  return referral({
    scales: {},
    programme,
    today: TODAY,
    request: false,
    ...rest,
    answers,
    triage: result,
    history: { reviews, sessions },
  });
};

describe("each referral rule, both sides", () => {
  it("nothing: no referral, said kindly", () => {
    expect(rules()).toEqual({ refer: false, rules: [], because: [{ id: "refer.none" }] });
  });
  it("a red flag, but not an open question", () => {
    expect(rules({ answers: { r10: "yes" } }).rules).toEqual(["red-flag"]);
    expect(rules({ triage: triage({ answers: {}, age: 40, signs: new Set() }) }).rules).toEqual([]);
  });
  it("pain up by 2 for 14 days, not 13, not by 1, not when it came back in between", () => {
    const pain = (...days: [number, number][]) =>
      rules({ reviews: days.map(([ago, value]) => review(ago, { "nprs-average": value })) }).rules;
    expect(pain([40, 3], [14, 5], [0, 5])).toContain("worse");
    expect(pain([40, 3], [13, 5], [0, 5])).not.toContain("worse");
    expect(pain([40, 3], [14, 4], [0, 4])).not.toContain("worse");
    expect(pain([40, 3], [21, 5], [10, 4], [0, 5])).not.toContain("worse");
  });
  it("own activities down by 2 for two weeks", () => {
    expect(
      rules({ reviews: [review(40, { psfs: 6 }), review(15, { psfs: 4 }), review(0, { psfs: 3.9 })] }).rules,
    ).toContain("worse");
  });
  it("no improvement after six weeks of training, and first a talk when little was trained", () => {
    const reviews = [review(42, { psfs: 4, "nprs-average": 5 }), review(0, { psfs: 5, "nprs-average": 4 })];
    expect(rules({ reviews, sessions: twicePerWeek(6) }).rules).toContain("no-improvement");
    expect(rules({ reviews, sessions: twicePerWeek(6), today: addDays(TODAY, -1) }).rules).not.toContain(
      "no-improvement",
    );
    const few = rules({ reviews, sessions: twicePerWeek(3) });
    expect(few.rules).not.toContain("no-improvement");
    expect(few.because).toEqual([{ id: "refer.solve-first" }]);
    expect(
      rules({ reviews: [review(42, { psfs: 4 }), review(0, { psfs: 6 })], sessions: twicePerWeek(6) }).rules,
    ).toEqual([]);
  });
  it("two red sessions within 7 days, not 7 apart", () => {
    expect(rules({ sessions: [past(6, 8), past(2, 8)] }).rules).toContain("two-reds");
    expect(rules({ sessions: [past(8, 8), past(2, 8)] }).rules).toContain("two-reds");
    expect(rules({ sessions: [past(9, 8), past(2, 8)] }).rules).not.toContain("two-reds");
    expect(rules({ sessions: [past(2, 8)] }).rules).not.toContain("two-reds");
  });
  it("a new nerve sign before or in a session", () => {
    expect(rules({ sessions: [past(3, 1, { signs: { ...NO_SIGNS, s2: "some" } })] }).rules).toContain("nerve");
    expect(rules({ sessions: [past(3, 1, { stopped: "numbness" })] }).rules).toContain("nerve");
    expect(rules({ sessions: [past(3, 1, { stopped: "dizziness" })] }).rules).not.toContain("nerve");
    expect(rules({ sessions: [past(29, 1, { stopped: "numbness" })] }).rules).not.toContain("nerve");
  });
  it("STarT Back high: both totals at 4", () => {
    expect(rules({ scales: { "start-back": 6, "start-back-sub": 4 } }).rules).toContain("start-back");
    expect(rules({ scales: { "start-back": 6, "start-back-sub": 3 } }).rules).toEqual([]);
  });
  it("one-sided hip with nerve signs, hip-joint pattern, own wish", () => {
    expect(rules({ answers: { "hip-weaker": "left", "foot-signs": "left" } }).rules).toEqual(["red-flag", "one-sided"]);
    expect(rules({ answers: { r15: "yes", "r15.bear": "yes" } }).rules).toContain("hip-joint");
    expect(rules({ request: true }).rules).toEqual(["request"]);
  });
  it("pain over 12 weeks with high disability", () => {
    const long = { "pain-since": "3-to-12-months" };
    expect(rules({ answers: long, scales: { odi: 41 } }).rules).toContain("long-pain");
    expect(rules({ answers: long, scales: { odi: 40 } }).rules).toEqual([]);
    expect(rules({ answers: long, scales: { rmdq: 14 } }).rules).toContain("long-pain");
    expect(rules({ answers: long, scales: { rmdq: 13 } }).rules).toEqual([]);
    expect(rules({ answers: { "pain-since": "6-to-12-weeks" }, scales: { odi: 80 } }).rules).toEqual([]);
  });
});

describe("change", () => {
  it("is better or worse only beyond the scale's error", () => {
    expect(compareScale("nprs-average", 5, 3)).toMatchObject({ reading: "better", important: true });
    expect(compareScale("nprs-average", 5, 4)).toMatchObject({ reading: "cannot-tell", important: false });
    expect(compareScale("psfs", 3, 5)).toMatchObject({ reading: "better" });
    expect(compareScale("psfs", 5, 3)).toMatchObject({ reading: "worse" });
    expect(compareScale("rmdq", 10, 6)).toMatchObject({ reading: "cannot-tell" });
    expect(compareScale("start-back", 6, 2)).toBeNull();
  });
  it("of a value needs the same instrument, 14 days and more than both errors together", () => {
    const at = (value: number, on: string, how = "by hand") => ({
      ...testValue("abductor-force", "left", value),
      on,
      how,
    });
    expect(compareValues(at(20, "2025-01-01"), at(28, "2025-02-01"))).toBe("better");
    expect(compareValues(at(20, "2025-01-01"), at(21, "2025-02-01"))).toBe("cannot-tell");
    expect(compareValues(at(20, "2025-01-01"), at(28, "2025-01-14"))).toBeNull();
    expect(compareValues(at(20, "2025-01-01"), at(28, "2025-02-01", "band"))).toBeNull();
  });
  it("counts as improved by any one scale that people notice", () => {
    const both = (a: Review["scales"], b: Review["scales"]) =>
      hasImproved({ reviews: [review(42, a), review(0, b)], sessions: [] });
    expect(both({ "nprs-average": 7 }, { "nprs-average": 5 })).toBe(false);
    expect(both({ "nprs-average": 6 }, { "nprs-average": 4 })).toBe(true);
    expect(both({ rmdq: 6 }, { rmdq: 4 })).toBe(true);
    expect(both({ psfs: 4 }, { psfs: 5.9 })).toBe(false);
    expect(hasImproved({ reviews: [], sessions: [] })).toBeNull();
  });
  it("knows adherence as done over planned, at most 1", () => {
    expect(adherence(programme, twicePerWeek(4), TODAY)).toEqual({ done: 8, planned: 8, share: 1 });
    expect(adherence(programme, twicePerWeek(2), TODAY).share).toBeCloseTo(0.5, 5);
    expect(adherence(programme, [], START).share).toBeNull();
  });
});
