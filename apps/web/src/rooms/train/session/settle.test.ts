import { makePlan, readAnswers, type Programme } from "@levelhip/care";
import { Journal, MemoryStore, type PersonState, planOf, programmeOf } from "@levelhip/records";
import { describe, expect, it } from "vitest";
import { closedBy, decisionOf, leftBehind, newReasons, referralNow, settle, todayOf, waits } from "./settle.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.UTC(2026, 2, 2, 9);

/** Somebody with a plan, and a clock that can be set. */
async function person() {
  const triage = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`r${i + 1}`, "no"]));
  const answers = { schema: "levelhip.answers/1", person: { sex: "female", age: 44 }, triage, days: ["mon", "thu"] };
  const plan = makePlan({ answers: readAnswers(answers), analyses: [], today: "2026-03-02", seed: 1 });
  const programme = plan.programme?.state as Programme;
  const clock = { at_ms: START - HOUR_MS, now_ms: () => clock.at_ms, zoneAt: () => ({ name: "UTC", offset_min: 0 }) };
  let next = 0;
  const opened = await Journal.open({
    store: new MemoryStore(),
    clock,
    ids: { next: () => `id-${next++}` },
    crypto: globalThis.crypto,
    writer: { device: "test", software: "0.0.0" },
  });
  if (!opened.ok) throw new Error("no journal");
  const journal = opened.value;
  const added = await journal.addPerson("P");
  if (!added.ok) throw new Error("nobody");
  const who = added.value.person;
  await journal.write(who, "programme", decisionOf("start", programme, [], null));
  const state = (): PersonState => journal.state(who) as PersonState;
  const now = () => ({ at_ms: clock.at_ms, zone: clock.zoneAt() });
  /** A session on a day, done as planned, with this pain in its sets. */
  const train = async (day: number, pain: number, { ended = true } = {}): Promise<string> => {
    clock.at_ms = START + day * DAY_MS;
    const current = programmeOf(state()) as Programme;
    const rows = planOf({ exercises: decisionRows(current) });
    const form = { s1: "no", s2: "no", s3: "no", s4: "no", s5: "no" };
    const safe = await journal.write(who, "triage", {
      form: "short",
      answers: form,
      level: "self-manage",
      because: [],
      sessions: "open",
      clearances: [],
    });
    const start = await journal.write(who, "session-start", {
      programme: null,
      triage: safe.record.id,
      plan: rows,
      painBefore: 2,
    });
    const session = start.record.id;
    for (const [step, row] of rows.entries()) {
      for (let set = 0; set < row.sets; set++) {
        clock.at_ms += 60_000;
        const begun = await journal.write(who, "set-start", {
          session,
          step,
          set,
          exercise: row.exercise,
          side: row.side,
        });
        const of = { session, set: begun.record.id };
        const reps_ms = Array.from({ length: row.reps ?? 1 }, (_, n) => n * 1_000);
        await journal.write(who, "set-end", { ...of, how: "done", reps_ms, hold_s: row.hold_s, form: null });
        await journal.write(who, "set-answer", { ...of, rpe: 5, felt: ["buttock"], pain, form: 1 });
      }
    }
    if (ended)
      await journal.write(who, "session-end", { session, how: "finished", sign: null, painAfter: pain, words: null });
    return session;
  };
  const dayAfter = (session: string, pain: number) =>
    journal.write(who, "pain-answer", { session, asked: "24h", pain, settled: true, spreading: false });
  /** Writes what follows, as the page does. */
  const follow = async () => {
    const { left, decisions } = settle(state(), now());
    for (const session of left)
      await journal.write(who, "session-end", {
        session,
        how: "ended-early",
        sign: null,
        painAfter: null,
        words: null,
      });
    for (const decision of decisions) await journal.write(who, "programme", decision);
    return decisions;
  };
  return { clock, state, now, train, dayAfter, follow, programme };
}
const decisionRows = (programme: Programme) =>
  decisionOf("hold", programme, [], null).exercises.map((row) => ({
    ...row,
    side: row.side ?? ("both" as const),
    reps: row.reps ?? 1,
    hold_s: row.hold_s ?? 0,
    tempo: row.tempo ?? "3-1-2-2",
    why: [],
  }));

describe("what follows from a session", () => {
  it("waits for the day after, then counts it once", async () => {
    const { clock, state, now, train, dayAfter, follow } = await person();
    const session = await train(0, 1);
    expect(waits(state().sessions[0] as never, state(), programmeOf(state()) as Programme, now())).toBe(true);
    expect(await follow()).toEqual([]);
    clock.at_ms += 20 * HOUR_MS;
    await dayAfter(session, 1);
    const [decision, ...more] = await follow();
    expect(more).toEqual([]);
    expect(decision).toMatchObject({ kind: "hold", answers: session });
    expect(decision?.reasons).toContainEqual({ id: "hold.first-good" });
    expect(await follow()).toEqual([]);
  });

  it("makes one thing harder after two good ones", async () => {
    const { clock, train, dayAfter, follow } = await person();
    const kinds: string[] = [];
    for (const day of [0, 3]) {
      const session = await train(day, 1);
      clock.at_ms += 20 * HOUR_MS;
      await dayAfter(session, 1);
      kinds.push(...(await follow()).map(({ kind }) => kind));
    }
    expect(kinds).toEqual(["hold", "progress"]);
  });

  it("counts a red one at once, and two of them send to somebody", async () => {
    const { state, now, train, follow } = await person();
    await train(0, 7);
    expect((await follow()).map(({ kind }) => kind)).toEqual(["regress"]);
    expect(referralNow(state(), now())?.refer).toBe(false);
    await train(3, 7);
    const [second] = await follow();
    expect(second?.reasons).toContainEqual({ id: "red.twice" });
    const found = referralNow(state(), now());
    expect(found?.rules).toContain("two-reds");
    expect(newReasons(state(), found).map(({ id }) => id)).toEqual(["refer.two-reds"]);
  });

  it("counts without the answer when nobody gives it for three days", async () => {
    const { clock, train, follow } = await person();
    await train(0, 1);
    clock.at_ms += 63 * HOUR_MS;
    expect(await follow()).toEqual([]);
    clock.at_ms += 2 * HOUR_MS;
    const [decision] = await follow();
    expect(decision?.reasons).toContainEqual({ id: "hold.unknown-pain" });
  });

  it("ends a session that was left, as far as it went", async () => {
    const { clock, state, now, train, follow } = await person();
    await train(0, 1, { ended: false });
    expect(leftBehind(state(), now())).toEqual([]);
    clock.at_ms += 5 * HOUR_MS;
    expect(leftBehind(state(), now())).toHaveLength(1);
    await follow();
    expect(state().sessions[0]?.end).toMatchObject({ how: "ended-early", painAfter: null });
  });

  it("welcomes back after a gap, once", async () => {
    const { clock, train, dayAfter, follow } = await person();
    const session = await train(0, 1);
    clock.at_ms += 20 * HOUR_MS;
    await dayAfter(session, 1);
    await follow();
    clock.at_ms = START + 17 * DAY_MS;
    expect((await follow()).flatMap(({ reasons }) => reasons.map(({ id }) => id))).toContain("gap.step");
    expect(await follow()).toEqual([]);
  });

  it("closes the plan for a warning sign", async () => {
    const { now, programme } = await person();
    const closed = closedBy(programme, "urgent", [{ id: "triage.short.leg" }], now());
    expect(closed.kind).toBe("pause");
    expect((closed.programme as unknown as Programme).status).toEqual({
      kind: "locked",
      since: todayOf(now()),
      level: "urgent",
    });
    expect(closed.reasons.map(({ id }) => id)).toEqual(["triage.short.leg", "locked.sign"]);
  });
});
