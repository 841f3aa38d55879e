import { describe, expect, it } from "vitest";
import { german } from "../data/de.ts";
import { addDays } from "../dates.ts";
import { exerciseOf } from "../exercises/catalogue.ts";
import { weeklySeconds } from "../programme/dose.ts";
import type { Programme } from "../programme/programme.ts";
import { weekOf } from "../programme/week.ts";
import { ALL_NO, NO_SIGNS, SETTLED, type Went, done, madeProgramme, session, testValue } from "../testing/people.ts";
import { applyTests, applyTriage, swapExercise } from "../programme/edit.ts";
import { triage } from "../triage/triage.ts";
import { english } from "../text/catalogue.ts";
import { say } from "../text/said.ts";
import type { NextDay, SessionRecord } from "./record.ts";
import { clearLock, step } from "./step.ts";

const START = "2025-06-02"; // a Monday
const fresh = (): Programme => madeProgramme().programme;
const go = (
  programme: Programme,
  on: string,
  went: Went = {},
  more: Partial<SessionRecord> = {},
  nextDay: NextDay | null = SETTLED,
) => step(programme, { session: session(programme, on, went, more), nextDay, today: addDays(on, 1) });
const ids = (reasons: readonly { id: string }[]): string[] => reasons.map((one) => one.id);
const levels = (programme: Programme): number[] => programme.items.map((item) => exerciseOf(item.exercise).level);

describe("two good sessions make one thing harder", () => {
  it("not after the first, one thing after the second", () => {
    const first = go(fresh(), START);
    expect(first.progressed).toBeNull();
    expect(ids(first.reasons)).toEqual(["hold.first-good"]);
    const second = go(first.programme, addDays(START, 2));
    expect(second.progressed).not.toBeNull();
    const changed = second.programme.items.filter((item, i) => {
      const before = first.programme.items[i];
      return (
        !before ||
        item.exercise !== before.exercise ||
        item.reps !== before.reps ||
        item.sets !== before.sets ||
        item.hold_s !== before.hold_s ||
        item.load !== before.load
      );
    });
    expect(changed).toHaveLength(1);
  });

  const after = (went: Went, nextDay: NextDay | null = SETTLED, more: Partial<SessionRecord> = {}) => {
    const first = go(fresh(), START, went, more, nextDay);
    return go(first.programme, addDays(START, 2), went, more, nextDay);
  };
  it.each<[string, Went, boolean]>([
    ["form 0.80", { form: 0.8 }, true],
    ["form 0.79", { form: 0.79 }, false],
    ["form not known", { form: null }, false],
    ["effort 7", { effort: 7 }, true],
    ["effort 8", { effort: 8 }, false],
    ["effort not asked", { effort: null }, false],
    ["pain 3", { pain: 3 }, true],
    ["pain 4", { pain: 4 }, false],
    ["half of the sets", { share: 0.5 }, false],
  ])("%s", (_name, went, harder) => {
    expect(after(went).progressed !== null).toBe(harder);
  });
  it("not without the answer a day later, nor with open signs", () => {
    expect(after({}, null).progressed).toBeNull();
    expect(after({}, SETTLED, { signs: { ...NO_SIGNS, s3: "unknown" } }).progressed).toBeNull();
  });
  it("not when the last session was yesterday; two days are enough", () => {
    const first = go(fresh(), START);
    expect(go(first.programme, addDays(START, 1)).progressed).toBeNull();
    expect(ids(go(first.programme, addDays(START, 1)).reasons)).toContain("hold.too-close");
    expect(go(first.programme, addDays(START, 2)).progressed).not.toBeNull();
  });
  it("an amber session in between starts the count anew", () => {
    let programme = go(fresh(), START).programme;
    programme = go(programme, addDays(START, 2), { pain: 5 }).programme;
    const third = go(programme, addDays(START, 4));
    expect(third.progressed).toBeNull();
    expect(go(third.programme, addDays(START, 7)).progressed).not.toBeNull();
  });
});

describe("steps back", () => {
  const withLevels = (): Programme =>
    madeProgramme({
      values: ["left", "right"].flatMap((side) => [
        testValue("bridge-hold-single", side as "left", 40),
        testValue("side-lying-reps", side as "left", 20),
      ]),
    }).programme;

  it("form 0.59 steps back, 0.60 stays", () => {
    const programme = withLevels();
    const poor = (form: number) =>
      step(programme, {
        session: session(
          programme,
          START,
          {},
          { exercises: programme.items.map((item, i) => done(item, i === 0 ? { form } : {})) },
        ),
        nextDay: SETTLED,
        today: addDays(START, 1),
      });
    expect(levels(poor(0.59).programme)[0]).toBeLessThan(levels(programme)[0] ?? 0);
    expect(levels(poor(0.6).programme)[0]).toBe(levels(programme)[0]);
  });

  it("red pain steps that exercise back, and no other", () => {
    const programme = withLevels();
    const red = step(programme, {
      session: session(
        programme,
        START,
        {},
        { exercises: programme.items.map((item, i) => done(item, { pain: i === 1 ? 7 : 1 })) },
      ),
      nextDay: SETTLED,
      today: addDays(START, 1),
    });
    expect(levels(red.programme)[1]).toBeLessThan(levels(programme)[1] ?? 0);
    expect(levels(red.programme)[0]).toBe(levels(programme)[0]);
    expect(red.grade).toBe("red");
    expect(red.programme.status.kind).toBe("active");
  });

  it("lays lasting pain to the last change", () => {
    let programme = go(fresh(), START).programme;
    const second = go(programme, addDays(START, 2));
    const raised = second.progressed?.exercise ?? "";
    programme = second.programme;
    const red = go(programme, addDays(START, 4), {}, {}, { pain: 4, settled: "no", below_knee: "no" });
    expect(red.reasons.some((one) => one.id.startsWith("change.") && JSON.stringify(one.values).includes(raised))).toBe(
      true,
    );
  });

  it.each([0, 1])("new leg pain after %i red sessions asks for a look in its own words, once", (reds) => {
    const before = reds === 0 ? withLevels() : go(withLevels(), START, { pain: 6 }).programme;
    const { programme, reasons } = go(before, addDays(START, 2), {}, { stopped: "new-leg-pain" });
    expect(programme.status.kind).toBe("see-clinician");
    expect(ids(reasons).filter((id) => id.startsWith("red."))).toEqual(["red.new-leg-pain"]);
    for (const catalogue of [english, german])
      expect(reasons.map((one) => say(one, catalogue)).join(" ")).not.toMatch(/in a row|hintereinander/);
  });

  it("two red sessions in a row ask for a look; nothing gets harder until two good ones or a visit", () => {
    const programme = withLevels();
    const one = go(programme, START, { pain: 6 });
    const two = go(one.programme, addDays(START, 2), { pain: 6 });
    expect(two.programme.status.kind).toBe("see-clinician");
    expect(ids(one.reasons)).not.toContain("red.twice");
    expect(ids(two.reasons)).toContain("red.twice");
    const good = go(two.programme, addDays(START, 4));
    expect(good.progressed).toBeNull();
    expect(good.programme.status.kind).toBe("see-clinician");
    const better = go(good.programme, addDays(START, 7));
    expect(better.progressed).toBeNull();
    expect(better.programme.status.kind).toBe("active");
    expect(clearLock(two.programme, "Dr Meyer", addDays(START, 3)).programme.status.kind).toBe("active");
  });

  it("a red and then a green session do not ask for it", () => {
    const one = go(withLevels(), START, { pain: 6 });
    const two = go(one.programme, addDays(START, 2));
    expect(go(two.programme, addDays(START, 4), { pain: 6 }).programme.status.kind).toBe("active");
  });

  it("at the bottom there is always less, and never nothing", () => {
    let programme = fresh();
    for (let i = 0; i < 12; i++) {
      const next = go(programme, addDays(START, i * 2), { form: 0.3 });
      programme =
        next.programme.status.kind === "deload" ? { ...next.programme, status: { kind: "active" } } : next.programme;
    }
    for (const item of programme.items) {
      expect(item.sets).toBeGreaterThanOrEqual(1);
      expect(item.reps).toBeGreaterThanOrEqual(1);
      expect(exerciseOf(item.exercise).level).toBeLessThanOrEqual(1);
    }
  });
});

describe("gaps", () => {
  it("14 days change nothing, 15 step back once, 29 ask for tests as well", () => {
    const programme = go(madeProgramme({ answers: { training: "regular" } }).programme, START).programme;
    const idle = (days: number) => step(programme, { session: null, nextDay: null, today: addDays(START, days) });
    expect(idle(14).reasons).toEqual([]);
    expect(ids(idle(15).reasons)).toEqual(["gap.step"]);
    expect(Math.max(...levels(idle(15).programme))).toBeLessThan(Math.max(...levels(programme)));
    expect(idle(28).programme.retest).toBe(false);
    expect(idle(29).programme.retest).toBe(true);
    const daily = Array.from({ length: 40 }, (_, i) => i + 1).reduce(
      (now, day) => step(now, { session: null, nextDay: null, today: addDays(START, day) }).programme,
      programme,
    );
    expect(levels(daily)).toEqual(levels(idle(40).programme));
  });
  it("a session after a gap is met one step lower and gets nothing harder", () => {
    const programme = go(fresh(), START).programme;
    const back = go(programme, addDays(START, 20));
    expect(ids(back.reasons)).toContain("gap.step");
    expect(back.progressed).toBeNull();
    expect(back.programme.gap).toBe(0);
  });
});

describe("lighter weeks", () => {
  it("come after 35 days of training, not 34, last 7 days and do about half", () => {
    let programme = fresh();
    let on = START;
    for (let week = 0; week < 5; week++) {
      programme = go(programme, on).programme;
      on = addDays(on, 7);
    }
    const at34 = step(programme, { session: null, nextDay: null, today: addDays(START, 34) });
    expect(at34.programme.status.kind).toBe("active");
    const at35 = step(programme, { session: null, nextDay: null, today: addDays(START, 35) });
    expect(at35.programme.status).toEqual({ kind: "deload", until: addDays(START, 42) });
    const sets = (one: Programme): number =>
      (weekOf(one, START)[0]?.exercises ?? []).reduce((sum, row) => sum + row.sets * row.reps, 0);
    expect(sets(at35.programme)).toBeLessThan(sets(programme) * 0.65);
    expect(
      step(at35.programme, { session: null, nextDay: null, today: addDays(START, 41) }).programme.status.kind,
    ).toBe("deload");
    expect(
      step(at35.programme, { session: null, nextDay: null, today: addDays(START, 42) }).programme.status.kind,
    ).toBe("active");
    expect(at35.programme.items).toEqual(programme.items);
  });
  it("come after two hard sessions in a row", () => {
    const one = go(fresh(), START, { effort: 9 });
    expect(one.programme.status.kind).toBe("active");
    expect(go(one.programme, addDays(START, 2), { effort: 9 }).programme.status.kind).toBe("deload");
    expect(go(one.programme, addDays(START, 2), { effort: 8 }).programme.status.kind).toBe("active");
  });
});

describe("warning signs", () => {
  it.each([
    [{ signs: { ...NO_SIGNS, s1: "saddle" } }, "emergency"],
    [{ signs: { ...NO_SIGNS, s4: "fever" } }, "urgent"],
    [{ stopped: "chest-pain" as const }, "emergency"],
    [{ stopped: "numbness" as const }, "urgent"],
  ])("%j closes the plan", (more, level) => {
    const locked = go(fresh(), START, {}, more);
    expect(locked.programme.status).toMatchObject({ kind: "locked", level });
    expect(weekOf(locked.programme, START)).toEqual([]);
    const still = go(locked.programme, addDays(START, 2));
    expect(still.programme).toEqual(locked.programme);
    expect(ids(still.reasons)).toEqual(["ignored.locked", "locked.still"]);
    const open = clearLock(locked.programme, "Dr Meyer", addDays(START, 10));
    expect(open.programme.status.kind).toBe("active");
    expect(weekOf(open.programme, addDays(START, 10)).length).toBeGreaterThan(0);
    expect(step(open.programme, { session: null, nextDay: null, today: addDays(START, 20) }).reasons).toEqual([]);
  });
  it("dizziness is red and does not close it", () => {
    expect(go(fresh(), START, {}, { stopped: "dizziness" })).toMatchObject({
      grade: "red",
      programme: { status: { kind: "active" } },
    });
  });
});

describe("what is counted", () => {
  it("counts a session once, and none from the future or out of order", () => {
    const one = go(fresh(), START);
    expect(ids(go(one.programme, START).reasons)).toEqual(["ignored.old"]);
    expect(ids(go(one.programme, addDays(START, -1)).reasons)).toEqual(["ignored.old"]);
    const future = session(one.programme, addDays(START, 9));
    expect(ids(step(one.programme, { session: future, nextDay: SETTLED, today: addDays(START, 8) }).reasons)).toEqual([
      "ignored.future",
    ]);
  });
  it("gives the same result for the same input, and leaves its input as it was", () => {
    const programme = go(fresh(), START).programme;
    const copy = JSON.parse(JSON.stringify(programme)) as Programme;
    const a = go(programme, addDays(START, 2));
    expect(go(programme, addDays(START, 2))).toEqual(a);
    expect(programme).toEqual(copy);
  });
});

describe("phases", () => {
  const train = (programme: Programme, sessions: number, every = 2): Programme => {
    let now = programme;
    for (let i = 0; i < sessions; i++) now = go(now, addDays(START, i * every)).programme;
    return now;
  };
  it("the second begins after 14 days and 4 sessions, not before", () => {
    expect(step(train(fresh(), 3), { session: null, nextDay: null, today: addDays(START, 14) }).programme.phase).toBe(
      "learn",
    );
    expect(step(train(fresh(), 4), { session: null, nextDay: null, today: addDays(START, 13) }).programme.phase).toBe(
      "learn",
    );
    expect(step(train(fresh(), 4), { session: null, nextDay: null, today: addDays(START, 14) }).programme.phase).toBe(
      "endure",
    );
  });
  it("a new phase never means more work at once", () => {
    const before = train(fresh(), 6);
    const after = step(before, { session: null, nextDay: null, today: addDays(START, 14) }).programme;
    expect(weeklySeconds(after)).toBeLessThanOrEqual(weeklySeconds(before));
  });
});

describe("edits", () => {
  it("swaps only for what suits, and never for more work", () => {
    const programme = fresh();
    const swapped = swapExercise(programme, "clamshell", "side-lying-raise-wall", START);
    expect(swapped?.programme.items.map((item) => item.exercise)).toContain("side-lying-raise-wall");
    expect(weeklySeconds(swapped?.programme ?? programme)).toBeLessThanOrEqual(weeklySeconds(programme));
    expect(swapExercise(programme, "clamshell", "side-plank-leg-raise", START)).toBeNull();
    expect(swapExercise(programme, "clamshell", "glute-bridge", START)).toBeNull();
  });
  it("new tests lift by one rung at most, and only upwards", () => {
    const programme = fresh();
    const values = [testValue("bridge-hold-single", "left", 60), testValue("bridge-hold-single", "right", 60)];
    const lifted = applyTests(programme, values, {}, START).programme;
    expect(lifted.items[0]?.exercise).toBe("marching-bridge");
    expect(applyTests(lifted, [testValue("bridge-hold", null, 5)], {}, START).programme.items[0]?.exercise).toBe(
      "marching-bridge",
    );
  });
  it("triage closes and opens the plan", () => {
    const programme = madeProgramme({ answers: { training: "regular" } }).programme;
    const at = (answers: Record<string, string>) =>
      triage({ answers: { ...ALL_NO, ...answers }, age: 40, signs: new Set() });
    expect(applyTriage(programme, at({ r1: "yes" }), START).programme.status.kind).toBe("locked");
    const gentle = applyTriage(programme, at({ r13: "yes" }), START).programme;
    expect(Math.max(...levels(gentle))).toBeLessThanOrEqual(1);
    expect(applyTriage(gentle, at({}), START).programme.setting.max_level).toBe(5);
  });
});
