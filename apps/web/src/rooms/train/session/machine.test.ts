import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SessionEvent, SessionPress } from "./events.ts";
import { sessionMachine, stateOf, timedOf } from "./machine.ts";
import { Drive, input, PLAN, SIGNS } from "./testing/drive.ts";
import { secondsOf, turnsOf } from "./turns.ts";

const kinds = (drive: Drive) => drive.kept.map(({ what }) => what);

describe("before a session", () => {
  it("asks every warning sign before anything starts", () => {
    const drive = new Drive();
    for (const question of SIGNS) {
      expect(drive.state).toBe("safety");
      drive.press({ type: "PAIN", pain: 1 }).press({ type: "GO" });
      expect(drive.state).toBe("safety");
      drive.press({ type: "SIGN", question, answer: "no" });
    }
    expect(drive.state).toBe("painBefore");
    expect(drive.press({ type: "PAIN", pain: 2 }).state).toBe("warming");
    expect(kinds(drive)).toEqual(["safety", "start"]);
  });

  it("stops at a warning sign, after it was said twice", () => {
    const drive = new Drive();
    drive.press({ type: "SIGN", question: "s1", answer: "saddle" });
    expect(drive.state).toBe("confirming");
    drive.press({ type: "BACK" });
    expect(drive.state).toBe("safety");
    expect(drive.flow.signs).toEqual({});
    drive.press({ type: "SIGN", question: "s1", answer: "saddle" }).press({ type: "YES" });
    expect(drive.state).toBe("blocked");
    expect(drive.kept).toEqual([{ what: "safety", signs: { s1: "saddle" }, verdict: "stop" }]);
  });

  it("starts nothing while a question is open", () => {
    const drive = new Drive();
    for (const question of SIGNS) drive.press({ type: "SIGN", question, answer: question === "s3" ? "unknown" : "no" });
    expect(drive.state).toBe("waiting");
    expect(kinds(drive)).toEqual(["safety"]);
    drive.press({ type: "BACK" });
    expect(drive.open().state).toBe("warming");
  });

  it("asks once more when pain is above 5", () => {
    const drive = new Drive().open(6);
    expect(drive.state).toBe("sore");
    expect(kinds(drive)).not.toContain("start");
    expect(drive.press({ type: "GO" }).state).toBe("warming");
    expect(drive.kept.at(-1)).toEqual({ what: "start", painBefore: 6 });
  });
});

describe("a session by itself", () => {
  it("goes from the warm-up to the end, hands off but for the answers", () => {
    const drive = new Drive().open();
    const turns = turnsOf(PLAN, "learn");
    const began_ms = drive.now_ms;
    for (const _ of turns) drive.waitFor("asking").answer();
    expect(drive.state).toBe("closing");
    const took_s = (drive.now_ms - began_ms) / 1_000;
    drive.press({ type: "PAIN", pain: 1 });
    expect(drive.state).toBe("over");
    const ticks = drive.kept.filter(({ what }) => what === "tick");
    expect(ticks).toHaveLength(turns.reduce((sum, { row }) => sum + (row.reps ?? 0), 0));
    expect(drive.kept.at(-1)).toMatchObject({ what: "end", end: { how: "finished", painAfter: 1 } });
    // the time that was announced: warm-up, work, rests; each set is counted in by five seconds
    const announced_s = 30 + secondsOf(turns) + turns.length * 5;
    expect(Math.abs(took_s - announced_s)).toBeLessThan(turns.length);
  });

  it("lets one side rest while the other works", () => {
    expect(turnsOf(PLAN, "learn").map(({ row, set }) => `${row.exercise} ${row.side ?? "both"} ${set}`)).toEqual([
      "glute-bridge both 0",
      "glute-bridge both 1",
      "clamshell left 0",
      "clamshell right 0",
      "clamshell left 1",
      "clamshell right 1",
      "bridge-hold both 0",
    ]);
  });

  it("is heard: out, hold and back in the planned time, every repetition counted", () => {
    const drive = new Drive().toSet();
    drive.waitFor("asking");
    const heard = drive.cues.flatMap((cue) =>
      cue.cue === "part" ? [`${cue.part} ${cue.seconds}`] : cue.cue === "rep" ? [`${cue.n}/${cue.of}`] : [],
    );
    expect(heard).toEqual([
      "away 2", "hold 2", "back 3", "1/3",
      "rest 1", "away 2", "hold 2", "back 3", "2/3",
      "rest 1", "away 2", "hold 2", "back 3", "3/3",
    ]); // biome-ignore format: as it is heard
    const times = drive.kept.flatMap((kept) => (kept.what === "tick" ? [kept.t_ms] : []));
    expect(times).toEqual([7_000, 15_000, 23_000]);
  });

  it("counts presses instead of the guide, and no press twice", () => {
    const drive = new Drive(input({ source: "key" })).toSet();
    drive.wait(100);
    expect(drive.flow.reps_ms).toEqual([]);
    drive.press({ type: "REP", source: "key" }).press({ type: "REP", source: "key" });
    expect(drive.flow.reps_ms).toHaveLength(1);
    drive.wait(1).press({ type: "REP", source: "tap" }).wait(1).press({ type: "REP", source: "camera" });
    expect(drive.state).toBe("asking");
    expect(drive.kept.find(({ what }) => what === "set-end")).toMatchObject({ how: "done", hold_s: null });
  });

  it("waits for the person when hands-free is off", () => {
    const drive = new Drive(input({ handsFree: false })).open().press({ type: "SKIP" });
    drive.wait(120);
    expect(drive.state).toBe("resting");
    expect(drive.cues.filter(({ cue }) => cue === "your-turn")).toHaveLength(1);
    expect(drive.press({ type: "GO" }).state).toBe("counting");
  });

  it("counts nobody for the time the device slept", () => {
    const drive = new Drive().toSet().wait(8);
    expect(drive.flow.reps_ms).toHaveLength(1);
    drive.now_ms += 600_000;
    drive.press({ type: "TICK" });
    expect(drive.state).toBe("paused");
    expect(drive.flow.why).toBe("slept");
    expect(drive.flow.reps_ms).toHaveLength(1);
    drive.press({ type: "GO" }).waitFor("moving").waitFor("asking");
    expect(drive.flow.reps_ms).toHaveLength(3);
  });

  it("begins the repetition again after a pause", () => {
    const drive = new Drive().toSet().wait(10);
    drive.press({ type: "PAUSE" }).wait(300).press({ type: "GO" });
    expect(drive.state).toBe("counting");
    drive.wait(5);
    expect([drive.state, drive.flow.reps_ms.length]).toEqual(["moving", 1]);
    expect(kinds(drive).filter((what) => what === "event")).toHaveLength(2);
  });
});

describe("this hurts", () => {
  const hurt = (sign: "numbness" | null, pain = 0, leg = false) => {
    const drive = new Drive().toSet().wait(8).press({ type: "HURTS" }).press({ type: "HURT_SIGN", sign });
    return sign ? drive : drive.press({ type: "HURT_PAIN", pain }).press({ type: "HURT_LEG", leg });
  };
  it("ends the session with a stop sign, at once", () => {
    const drive = hurt("numbness");
    expect(drive.state).toBe("over");
    expect(drive.kept.at(-1)).toMatchObject({ end: { how: "stopped-warning-sign", sign: "numbness" } });
    expect(drive.kept.find(({ what }) => what === "set-end")).toMatchObject({ how: "hurts", reps_ms: [7_000] });
  });
  it("ends the session when pain goes below the knee", () => {
    expect(hurt(null, 2, true).kept.at(-1)).toMatchObject({ end: { sign: "new-leg-pain" } });
  });
  it.each([
    [6, "exerciseOver"],
    [5, "eased"],
    [3, "eased"],
  ])("with pain %i leads to %s", (pain, state) => {
    expect(hurt(null, pain).state).toBe(state);
  });
  it("ends the exercise, both its sides, above 5", () => {
    const drive = new Drive().open().press({ type: "SKIP" });
    drive.waitFor("asking").answer().waitFor("asking").answer().waitFor("asking").answer(7);
    expect(drive.state).toBe("exerciseOver");
    drive.press({ type: "GO" });
    expect(drive.state).toBe("resting");
    expect(drive.flow.turns[drive.flow.at]?.row.exercise).toBe("bridge-hold");
    expect(new Set(drive.flow.skipped)).toEqual(new Set([1, 2]));
  });
  it("pressed by mistake changes nothing", () => {
    const drive = new Drive().toSet().wait(8).press({ type: "HURTS" }).press({ type: "BACK" });
    expect(drive.state).toBe("paused");
    expect(drive.press({ type: "GO" }).waitFor("moving").flow.reps_ms).toHaveLength(1);
    expect(drive.kept.some((kept) => kept.what === "event" && kept.event.what === "hurts")).toBe(false);
  });
});

// --- whatever somebody presses, in whatever order ------------------------------------------------------------------------

const scale = fc.integer({ min: 0, max: 10 });
const press: fc.Arbitrary<SessionPress | { readonly type: "WAIT"; readonly s: number } | { readonly type: "SLEEP" }> =
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ type: fc.constant("WAIT" as const), s: fc.integer({ min: 1, max: 30 }) }) },
    { weight: 1, arbitrary: fc.constant({ type: "SLEEP" as const }) },
    {
      weight: 4,
      arbitrary: fc.record({
        type: fc.constant("SIGN" as const),
        question: fc.constantFrom(...SIGNS),
        answer: fc.constantFrom("no", "no", "no", "no", "no", "unknown", "leg", "yes"),
      }),
    },
    { weight: 3, arbitrary: fc.record({ type: fc.constant("PAIN" as const), pain: scale }) },
    {
      weight: 8,
      arbitrary: fc.record({
        type: fc.constant("ANSWER" as const),
        answer: fc.oneof(
          fc.record({ pain: fc.integer({ min: 0, max: 6 }) }),
          fc.record({ rpe: fc.option(scale) }),
          fc.record({ felt: fc.constant(["buttock" as const]) }),
          fc.record({ form: fc.option(fc.constantFrom(1, 0.65)) }),
        ),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        type: fc.constant("REP" as const),
        source: fc.constantFrom("key" as const, "tap" as const),
      }),
    },
    {
      weight: 6,
      arbitrary: fc
        .constantFrom(...(["GO", "NEXT", "PAUSE", "SAME", "SKIP", "CHOOSE", "BACK", "STOP_SET", "YES"] as const))
        .map((type) => ({ type })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom("HURTS" as const, "END" as const, "LEAVE" as const).map((type) => ({ type })),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant("HURT_SIGN" as const),
        sign: fc.constantFrom(null, null, "numbness" as const),
      }),
    },
    { weight: 2, arbitrary: fc.record({ type: fc.constant("HURT_PAIN" as const), pain: scale }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant("HURT_LEG" as const), leg: fc.boolean() }) },
  );
type Press = typeof press extends fc.Arbitrary<infer P> ? P : never;
/** Mostly what is possible where one stands, now and then anything at all. */
const move = fc.record({ wild: press, isWild: fc.integer({ min: 0, max: 7 }), pick: fc.nat() });
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;
const LIKELY: readonly Press[] = [
  { type: "WAIT", s: 5 }, { type: "WAIT", s: 20 }, { type: "WAIT", s: 60 }, { type: "GO" }, { type: "GO" }, { type: "SKIP" },
  { type: "PAUSE" }, { type: "CHOOSE" }, { type: "BACK" }, { type: "STOP_SET" }, { type: "HURTS" }, { type: "SAME" }, { type: "YES" },
  { type: "REP", source: "key" }, { type: "REP", source: "key" }, { type: "PAIN", pain: 1 }, { type: "PAIN", pain: 7 },
  ...[0, 2, 5, 7].map((pain): Press => ({ type: "ANSWER", answer: { pain } })), { type: "ANSWER", answer: { rpe: 4 } },
  { type: "ANSWER", answer: { felt: [] } }, { type: "ANSWER", answer: { form: null } },
  { type: "HURT_SIGN", sign: null }, { type: "HURT_PAIN", pain: 2 }, { type: "HURT_PAIN", pain: 4 }, { type: "HURT_PAIN", pain: 8 },
  { type: "HURT_LEG", leg: false }, { type: "HURT_LEG", leg: false }, { type: "LEAVE" },
]; // biome-ignore format: a list
const STOPS = { s1: "saddle", s2: "severe", s3: "yes", s4: "ill", s5: "heavy" } as const;
const pressOf = (drive: Drive, { wild, isWild, pick }: Move): Press => {
  if (isWild === 0) return wild;
  const asked = drive.flow.asked;
  const question = SIGNS[asked] ?? "s1";
  if (drive.state === "safety" && pick % 40 > 0) {
    return { type: "SIGN", question, answer: pick % 40 === 1 ? STOPS[question] : pick % 40 < 4 ? "unknown" : "no" };
  }
  const snapshot = drive.actor.getSnapshot();
  const likely = LIKELY.filter(
    (one) =>
      one.type === "WAIT" || one.type === "SLEEP" || snapshot.can({ ...one, now_ms: drive.now_ms } as SessionEvent),
  );
  return likely[pick % likely.length] ?? wild;
};
const play = (drive: Drive, given: Move): Press => {
  const one = pressOf(drive, given);
  if (one.type === "WAIT") drive.wait(one.s);
  else if (one.type === "SLEEP") {
    drive.now_ms += 3_600_000;
    drive.press({ type: "TICK" });
  } else {
    drive.now_ms += 400;
    drive.press(one);
  }
  return one;
};
const presses = fc.array(move, { minLength: 10, maxLength: 150, size: "max" });
const given = fc.record({
  source: fc.constantFrom("tempo" as const, "key" as const),
  handsFree: fc.boolean(),
  isOpen: fc.boolean(),
});
type Given = typeof given extends fc.Arbitrary<infer G> ? G : never;
const drawn = ({ isOpen, ...over }: Given) => {
  const drive = new Drive(input(over));
  return isOpen ? drive.open().press({ type: "SKIP" }) : drive;
};
const RUNS = { numRuns: 150 };
const isEnd = (drive: Drive) => ["over", "blocked", "left"].includes(drive.state);

/** What a person would press to get out, and to get on. */
const OUT: readonly SessionPress[] = [
  { type: "END" }, { type: "PAIN", pain: 2 }, { type: "LEAVE" }, { type: "YES" }, { type: "HURT_SIGN", sign: null },
]; // biome-ignore format: a list
const ON: readonly SessionPress[] = [
  { type: "HURT_SIGN", sign: null }, { type: "HURT_PAIN", pain: 1 }, { type: "HURT_LEG", leg: false },
  { type: "GO" }, { type: "NEXT" }, { type: "ANSWER", answer: { pain: 1 } }, { type: "ANSWER", answer: { rpe: 5 } },
  { type: "ANSWER", answer: { felt: [] } }, { type: "ANSWER", answer: { form: 1 } }, { type: "REP", source: "key" },
  ...SIGNS.map((question): SessionPress => ({ type: "SIGN", question, answer: "no" })),
]; // biome-ignore format: a list

describe("whatever is pressed, in whatever order", () => {
  it("the walks below come everywhere", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(given, presses, (how, list) => {
        const drive = drawn(how);
        for (const one of list) {
          play(drive, one);
          seen.add(drive.state);
        }
      }),
      { ...RUNS, seed: 7 },
    );
    const transient = ["opening", "kept", "warmed", "going", "begun", "hurting"];
    const all = [...Object.keys(sessionMachine.states), "hurting.sign", "hurting.pain", "hurting.leg"];
    expect(all.filter((state) => !seen.has(state) && !transient.includes(state))).toEqual([]);
  });

  it("nothing starts before five noes and a number for pain", () => {
    fc.assert(
      fc.property(presses, (list) => {
        const drive = new Drive();
        for (const one of list) play(drive, one);
        const start = drive.kept.findIndex(({ what }) => what === "start");
        const form = drive.kept.findIndex((kept) => kept.what === "safety" && kept.verdict === "go");
        if (drive.kept.some(({ what }) => what === "set-start")) expect(start).toBeGreaterThanOrEqual(0);
        if (start >= 0) expect(form >= 0 && form < start).toBe(true);
        const safety = drive.kept[form];
        if (safety?.what === "safety") expect(Object.values(safety.signs).sort()).toEqual(SIGNS.map(() => "no"));
      }),
      RUNS,
    );
  });

  it("no set begins while the pain of the one before is not told, and none after pain above 5", () => {
    fc.assert(
      fc.property(given, presses, (how, list) => {
        const drive = drawn(how);
        for (const one of list) play(drive, one);
        let isOpen = false;
        const over = new Set<string>();
        let exercise = "";
        for (const kept of drive.kept) {
          if (kept.what === "set-start") {
            expect(isOpen).toBe(false);
            exercise = kept.exercise;
            expect(over.has(exercise)).toBe(false);
          }
          if (kept.what === "set-end") isOpen = kept.how === "done" || kept.how === "cut-short";
          if (kept.what === "answer") {
            expect(typeof kept.pain).toBe("number");
            isOpen = false;
            if ((kept.pain ?? 0) > 5) over.add(exercise);
          }
          // a pain that ended the exercise is an answer too
          if (kept.what === "event" && kept.event.what === "hurts" && (kept.event.pain ?? 0) > 5) isOpen = false;
        }
      }),
      RUNS,
    );
  });

  it("a stop sign and pain below the knee end the session, and nothing follows", () => {
    fc.assert(
      fc.property(given, presses, (how, list) => {
        const drive = drawn(how);
        for (const one of list) {
          const before = drive.state;
          const done = play(drive, one);
          const isStop =
            (before === "hurting.sign" && done.type === "HURT_SIGN" && done.sign !== null) ||
            (before === "hurting.leg" && done.type === "HURT_LEG" && done.leg);
          if (isStop) expect(drive.state).toBe("over");
        }
        const end = drive.kept.findIndex(({ what }) => what === "end");
        if (end >= 0) expect(end).toBe(drive.kept.length - 1);
        const last = drive.kept[end];
        if (last?.what === "end" && last.end.how !== "stopped-warning-sign") expect(last.end.painAfter).not.toBeNull();
      }),
      RUNS,
    );
  });

  it("repetitions are counted one by one, never more than planned, never faster than the guide", () => {
    fc.assert(
      fc.property(given, presses, (how, list) => {
        const drive = drawn(how);
        for (const one of list) play(drive, one);
        let n = 0;
        let most = 0;
        let last = 0;
        for (const kept of drive.kept) {
          if (kept.what === "set-start") {
            [n, last] = [0, 0];
            most = PLAN[kept.step]?.reps ?? 0;
          }
          if (kept.what !== "tick") continue;
          expect(kept.n).toBe(++n);
          expect(n).toBeLessThanOrEqual(most);
          if (kept.source === "tempo") expect(kept.t_ms - last).toBeGreaterThanOrEqual(6_999);
          last = kept.t_ms;
        }
      }),
      RUNS,
    );
  });

  it("one can pause whatever runs, stop from anywhere, and say that it hurts", () => {
    fc.assert(
      fc.property(given, presses, (how, list) => {
        const drive = drawn(how);
        for (const one of list) play(drive, one);
        const snapshot = drive.actor.getSnapshot();
        if (timedOf(snapshot)) {
          expect(snapshot.can({ type: "PAUSE", now_ms: drive.now_ms })).toBe(true);
          expect(snapshot.can({ type: "HURTS", now_ms: drive.now_ms })).toBe(true);
        }
        for (let round = 0; round < 4 && !isEnd(drive); round++)
          for (const one of OUT) if (!isEnd(drive)) drive.press(one);
        expect([stateOf(snapshot), isEnd(drive)]).toEqual([stateOf(snapshot), true]);
      }),
      RUNS,
    );
  });

  it("one can always go on to the end", () => {
    fc.assert(
      fc.property(given, presses, (how, list) => {
        const drive = drawn(how);
        for (const one of list) play(drive, one);
        const stuck = drive.state;
        for (let round = 0; round < 400 && !isEnd(drive); round++) {
          if (drive.state === "choosing" || drive.state === "waiting" || drive.state === "confirming")
            drive.press({ type: "BACK" });
          if (drive.state === "painBefore" || drive.state === "closing") drive.press({ type: "PAIN", pain: 1 });
          for (const one of ON) if (!isEnd(drive)) drive.press(one);
          drive.wait(2);
        }
        expect([stuck, drive.state]).toEqual([
          stuck,
          drive.state === "left" || drive.state === "blocked" ? drive.state : "over",
        ]);
      }),
      { numRuns: 60 },
    );
  });
});
