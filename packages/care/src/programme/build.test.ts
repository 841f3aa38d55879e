import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EQUIPMENT, type Equipment, LIMIT_QUESTIONS } from "../data/interview.ts";
import { exerciseOf, suits } from "../exercises/catalogue.ts";
import { messages } from "../text/catalogue.ts";
import { madeProgramme, testValue } from "../testing/people.ts";
import { WEEK, adjacent } from "./days.ts";
import { deloaded, sessionMinutes, workSeconds } from "./dose.ts";
import { limitsOf } from "./limits.ts";
import { weekOf } from "./week.ts";

const LIMITS =
  LIMIT_QUESTIONS[0]?.type === "many"
    ? Object.keys(LIMIT_QUESTIONS[0].options).filter((one) => !["none", "heart", "clot"].includes(one))
    : [];
const anyMade = fc.record({
  answers: fc.record({
    limits: fc.subarray(LIMITS),
    sessions: fc.constantFrom("2", "3"),
    minutes: fc.constantFrom(20, 25, 30, 35),
    training: fc.constantFrom("none", "some", "regular"),
    tightness: fc.subarray(["hip-front-left", "thigh-back-right"]),
  }),
  equipment: fc.subarray(Object.keys(EQUIPMENT) as Equipment[]),
  days: fc.subarray([...WEEK]),
  age: fc.option(fc.integer({ min: 18, max: 90 })),
  values: fc.subarray([
    testValue("bridge-hold-single", "left", 35),
    testValue("bridge-hold-single", "right", 12),
    testValue("side-lying-reps", "left", 6),
    testValue("side-lying-reps", "right", 32),
    testValue("hike-time", "left", 30),
    testValue("hike-time", "right", 30),
  ]),
});

describe("a first programme", () => {
  it("gives everyone the buttock, the side of the hip and control on one leg, on days with one between, in 20 to 35 minutes", () => {
    fc.assert(
      fc.property(anyMade, (made) => {
        const { programme } = madeProgramme(made);
        const slots = new Set(programme.items.map((item) => item.slot));
        expect(slots.has("maximus") && slots.has("abductor") && slots.has("frontal")).toBe(true);
        expect(programme.items.length).toBeGreaterThanOrEqual(3);
        const { days } = programme.setting;
        expect([2, 3]).toContain(days.length);
        for (const a of days) for (const b of days) if (a !== b) expect(adjacent(a, b)).toBe(false);
        const minutes = sessionMinutes(programme.items, programme.phase);
        expect(minutes).toBeGreaterThanOrEqual(20);
        expect(minutes).toBeLessThanOrEqual(made.answers.minutes + 1);
      }),
    );
  });

  it("honours limits, equipment and level in every exercise", () => {
    fc.assert(
      fc.property(anyMade, (made) => {
        const { programme } = madeProgramme(made);
        const limits = limitsOf(made.answers, made.age);
        for (const item of programme.items) {
          const exercise = exerciseOf(item.exercise);
          expect(suits(exercise, programme.setting), `${item.exercise} with ${limits.join(", ")}`).toBe(true);
          for (const limit of limits) expect(exercise.avoid).not.toContain(limit);
        }
        expect(new Set(programme.items.map((item) => item.exercise)).size).toBe(programme.items.length);
      }),
    );
  });

  it("gives words for every reason", () => {
    fc.assert(
      fc.property(anyMade, (made) => {
        const { programme, reasons } = madeProgramme(made);
        for (const one of [...reasons, ...programme.items.flatMap((item) => item.why)])
          expect(messages[one.id], one.id).toBeDefined();
        for (const item of programme.items)
          expect(item.why.length).toBeGreaterThanOrEqual(item.slot === "length" ? 1 : 2);
      }),
    );
  });

  it("starts where tests say: both sides of every bound", () => {
    const start = (measure: Parameters<typeof testValue>[0], value: number) => {
      const sided = !["bridge-hold", "bridge-reps"].includes(measure);
      const values = sided
        ? [testValue(measure, "left", value), testValue(measure, "right", value)]
        : [testValue(measure, null, value)];
      const { programme } = madeProgramme({ values });
      return (slot: string) => exerciseOf(programme.items.find((item) => item.slot === slot)?.exercise ?? "").level;
    };
    expect(start("bridge-hold-single", 29)("maximus")).toBe(1);
    expect(start("bridge-hold-single", 30)("maximus")).toBe(3);
    expect(start("bridge-hold", 14)("maximus")).toBe(0);
    expect(start("bridge-hold", 15)("maximus")).toBe(1);
    expect(start("bridge-reps", 14)("maximus")).toBe(1);
    expect(start("bridge-reps", 15)("maximus")).toBe(2);
    expect(start("side-lying-reps", 14)("abductor")).toBe(1);
    expect(start("side-lying-reps", 15)("abductor")).toBe(2);
    expect(start("active-hip-abduction", 3)("abductor")).toBe(0);
    expect(start("active-hip-abduction", 2)("abductor")).toBe(1);
    expect(start("hike-time", 14)("frontal")).toBe(1);
    expect(start("hike-time", 15)("frontal")).toBe(2);
    expect(start("hike-time", 30)("frontal")).toBe(3);
  });

  it("goes by the side that can do less", () => {
    const { programme } = madeProgramme({
      values: [testValue("bridge-hold-single", "left", 60), testValue("bridge-hold-single", "right", 10)],
    });
    expect(exerciseOf(programme.items[0]?.exercise ?? "").level).toBe(1);
  });

  it("gives a set more where findings leave room, on the side that has it", () => {
    const low = ["side-lying-reps", "active-hip-abduction", "abductor-force"] as const;
    const values = low.flatMap((measure) => [
      testValue(measure, "left", measure === "active-hip-abduction" ? 2 : 5),
      testValue(measure, "right", measure === "active-hip-abduction" ? 0 : 40),
    ]);
    const { programme } = madeProgramme({ values });
    const item = programme.items.find((one) => one.slot === "abductor");
    expect(item?.extra).toBe("left");
    const rows = weekOf(programme, "2025-06-02")[0]?.exercises.filter((row) => row.exercise === item?.exercise) ?? [];
    expect(rows.map((row) => [row.side, row.sets])).toEqual([
      ["left", 3],
      ["right", 2],
    ]);
  });

  it("keeps everyone who should be looked at first at level 1 or below", () => {
    const { programme } = madeProgramme({
      answers: { r13: "yes", training: "regular" },
      values: [testValue("bridge-hold-single", "left", 60), testValue("bridge-hold-single", "right", 60)],
    });
    for (const item of programme.items) expect(exerciseOf(item.exercise).level).toBeLessThanOrEqual(1);
    expect(programme.items[0]?.why.map((one) => one.id)).toContain("why.gentle");
  });

  it("lowers the green limit when pain is easily stirred: 6 is not, 7 is", () => {
    expect(madeProgramme({ scales: { "nprs-average": 6 } }).programme.setting.green_pain).toBe(3);
    expect(madeProgramme({ scales: { "nprs-average": 7 } }).programme.setting.green_pain).toBe(2);
  });

  it("needs no floor and no things at all for a person who has neither", () => {
    const { programme } = madeProgramme({ answers: { limits: ["no-floor", "no-one-leg"] }, equipment: [] });
    for (const item of programme.items)
      expect(["any", "standing", "sitting"]).toContain(exerciseOf(item.exercise).position);
  });

  it("takes r17 without its detail as the tenderest case", () => {
    expect(limitsOf({ r17: "yes" }, 30)).toEqual(["pregnant-late", "surgery"]);
    expect(limitsOf({ r17: "yes", "r17.what": "birth" }, 71)).toEqual(["birth", "over-70"]);
    expect(limitsOf({}, 70)).toEqual([]);
  });
});

describe("a lighter week", () => {
  it("does 40 to 50 % less work, give or take the rounding of whole sets", () => {
    fc.assert(
      fc.property(anyMade, fc.integer({ min: 2, max: 4 }), (made, sets) => {
        const { programme } = madeProgramme(made);
        const items = programme.items.filter((item) => item.slot !== "length").map((item) => ({ ...item, sets }));
        const share = workSeconds(items, true) / workSeconds(items);
        expect(share).toBeGreaterThanOrEqual(0.45);
        expect(share).toBeLessThanOrEqual(0.62);
      }),
    );
  });
  it("never takes away the last set", () => {
    const { programme } = madeProgramme();
    for (const item of programme.items) expect(deloaded({ ...item, sets: 1, reps: 1 }).sets).toBe(1);
  });
});
