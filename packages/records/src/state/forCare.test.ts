import {
  buildProgramme,
  compareScale,
  compareValues,
  gradeSession,
  MEASURES,
  type Programme,
  referral,
  SCALES,
  step,
  triage,
  weekOf,
} from "@levelhip/care";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnyRecord } from "../record/envelope.ts";
import { isoDay, localDay } from "../review/days.ts";
import { verdictOf } from "../review/change.ts";
import { KNOWLEDGE } from "../review/knowledge.ts";
import { allSeries } from "../review/series.ts";
import { BERLIN, DAY_MS, HOUR_MS, Maker } from "../testing/build.ts";
import { bridge, history, programme as decision, questionnaire } from "../testing/histories.ts";
import { historyForCare, nextDayForCare, planOf, programmeOf, sessionForCare, valuesForCare } from "./forCare.ts";
import { Ledger } from "./ledger.ts";

const stateOf = (records: readonly AnyRecord[]) => {
  const ledger = new Ledger();
  ledger.add(records);
  return ledger.state();
};
const day = (at_ms: number) => isoDay(localDay(at_ms, BERLIN));

/** Care's own starter programme for somebody who answered nothing much. */
function starter(today: string): Programme {
  return buildProgramme({
    today,
    triage: triage({ answers: {}, age: 40, signs: new Set() }),
    answers: {},
    scales: {},
    age: 40,
    values: [],
    findings: [],
    equipment: [],
    days: ["mon", "wed", "fri"],
  }).programme;
}

describe("what care is told", () => {
  it("carries a programme through a kept session and the answer a day later, and care goes on from it", () => {
    const maker = new Maker();
    const programme = starter(day(maker.clock.at_ms));
    const records: AnyRecord[] = [
      maker.make("programme", decision({ programme: JSON.parse(JSON.stringify(programme)) as never })),
    ];
    expect(programmeOf(stateOf(records))).toEqual(programme);
    const [plan] = weekOf(programme, day(maker.clock.at_ms));
    if (!plan) throw new Error("no session planned");
    const form = maker.make("triage", {
      form: "short",
      answers: { s1: "no", s2: "no", s3: "no", s4: "no", s5: "no" },
      level: "self-manage",
      because: [],
      sessions: "open",
      clearances: [],
    });
    const start = maker.make("session-start", {
      programme: records[0]?.id ?? null,
      triage: form.id,
      plan: planOf(plan),
      painBefore: 2,
    });
    records.push(form, start);
    for (const [index, row] of planOf(plan).entries()) {
      for (let set = 0; set < row.sets; set++) {
        const begun = maker
          .after(60_000)
          .make("set-start", { session: start.id, step: index, set, exercise: row.exercise, side: row.side });
        const reps_ms = Array.from({ length: row.reps ?? 1 }, (_, n) => n * 5_000);
        records.push(
          begun,
          maker.make("set-end", {
            session: start.id,
            set: begun.id,
            how: "done",
            reps_ms,
            hold_s: row.hold_s,
            form: 1,
          }),
        );
        records.push(
          maker.make("set-answer", {
            session: start.id,
            set: begun.id,
            rpe: 5,
            felt: ["buttock"],
            pain: 1,
            form: null,
          }),
        );
      }
    }
    records.push(
      maker.make("session-end", { session: start.id, how: "finished", sign: null, painAfter: 1, words: null }),
    );
    records.push(
      maker
        .after(20 * HOUR_MS)
        .make("pain-answer", { session: start.id, asked: "24h", pain: 1, settled: true, spreading: false }),
    );
    const state = stateOf(records);
    const [session] = state.sessions;
    if (!session) throw new Error("no session");
    const [told, next] = [sessionForCare(session, state), nextDayForCare(session, state)];
    expect(told.exercises.map(({ exercise }) => exercise)).toEqual([
      ...new Set(plan.exercises.map(({ exercise }) => exercise)),
    ]);
    expect(gradeSession(told, next, 3).grade).toBe("green");
    const result = step(programme, { session: told, nextDay: next, today: day(maker.clock.at_ms) });
    expect(result.grade).toBe("green");
    expect(result.programme.last_session).toBe(told.on);
    expect(result.reasons.length).toBeGreaterThan(0);
  });

  it("takes form from what watched, else from what the person felt, else from nobody", () => {
    const formOf = (watched: number | null, felt: number | null) => {
      const maker = new Maker();
      const start = maker.make("session-start", { programme: null, triage: null, plan: [bridge], painBefore: null });
      const begun = maker.make("set-start", {
        session: start.id,
        step: 0,
        set: 0,
        exercise: bridge.exercise,
        side: bridge.side,
      });
      const of = { session: start.id, set: begun.id };
      const end = maker.make("set-end", { ...of, how: "done", reps_ms: [1], hold_s: null, form: watched });
      const answer = maker.make("set-answer", { ...of, rpe: 5, felt: [], pain: 1, form: felt });
      const state = stateOf([start, begun, end, answer]);
      return state.sessions[0] && sessionForCare(state.sessions[0], state).exercises[0]?.sets[0]?.form;
    };
    expect(formOf(0.5, 1)).toBe(0.5);
    expect(formOf(null, 0.85)).toBe(0.85);
    expect(formOf(null, null)).toBeNull();
  });

  it("never turns a missing answer into a good one", () => {
    const maker = new Maker();
    const start = maker.make("session-start", { programme: null, triage: null, plan: [], painBefore: null });
    const end = maker.make("session-end", {
      session: start.id,
      how: "finished",
      sign: null,
      painAfter: null,
      words: null,
    });
    const state = stateOf([start, end]);
    const [session] = state.sessions;
    if (!session) throw new Error("no session");
    expect(sessionForCare(session, state)).toMatchObject({
      pain_before: null,
      pain_after: null,
      stopped: null,
      signs: {},
    });
    expect(nextDayForCare(session, state)).toBeNull();
    expect(gradeSession(sessionForCare(session, state), null, 3).grade).toBe("unknown");
  });

  it("carries a stop sign, one that this version does not know too", () => {
    const maker = new Maker();
    const stopped = (sign: string) => {
      const start = maker.make("session-start", { programme: null, triage: null, plan: [], painBefore: null });
      const state = stateOf([
        start,
        maker.make("session-end", { session: start.id, how: "stopped-warning-sign", sign, painAfter: 3, words: null }),
      ]);
      return state.sessions[0] && sessionForCare(state.sessions[0], state).stopped;
    };
    expect(stopped("numbness")).toBe("numbness");
    expect(stopped("from-the-future")).toBe("dizziness");
  });

  it("lets care refer when pain is up for two weeks", () => {
    const maker = new Maker();
    const answers = [5, 7, 7, 8].map((pain) =>
      maker.after(7 * DAY_MS).make("questionnaire", questionnaire("nprs-average", pain)),
    );
    const input = {
      triage: triage({ answers: {}, age: 40, signs: new Set() }),
      answers: {},
      scales: {},
      programme: null,
      today: day(maker.clock.at_ms),
      request: false,
    };
    expect(referral({ ...input, history: historyForCare(stateOf(answers)) }).rules).toContain("worse");
    expect(referral({ ...input, history: historyForCare(stateOf(answers.slice(0, 2))) }).rules).not.toContain("worse");
  });

  it("agrees with care on every scale and typed-in measure", () => {
    fc.assert(
      fc.property(fc.constantFrom(...SCALES), fc.nat(100), fc.nat(100), (scale, a, b) => {
        const maker = new Maker();
        const value = (part: number) =>
          scale.min + Math.round(((scale.max - scale.min) * part) / 100 / scale.step) * scale.step;
        const state = stateOf(
          [value(a), value(b)].map((total) =>
            maker.after(7 * DAY_MS).make("questionnaire", { ...questionnaire(scale.id, total), source: "typed-in" }),
          ),
        );
        const ours = verdictOf(allSeries(state, KNOWLEDGE).get(`scale/${scale.id}`) as never);
        expect(ours.word).toBe(compareScale(scale.id, value(a), value(b))?.reading ?? "cannot-tell");
      }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(MEASURES)),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        (measure, a, b, days, atLeast) => {
          const maker = new Maker();
          const side = measure.sided ? ("left" as const) : null;
          const typed = (value: number, isShort: boolean) =>
            maker.make("test-value", {
              measure: measure.id,
              side,
              value,
              unit: measure.unit,
              sem: 2.5,
              n: 3,
              n_of: "trials",
              by: "self",
              how: "hand",
              atLeast: isShort,
              pain: null,
            });
          const state = stateOf([typed(a, false), (maker.after(days * DAY_MS), typed(b, atLeast))]);
          const [first, last] = valuesForCare(state);
          const [series] = [...allSeries(state, KNOWLEDGE).values()];
          expect(verdictOf(series as never).word).toBe((first && last && compareValues(first, last)) ?? "cannot-tell");
        },
      ),
    );
  });

  it("says something of any history, and the same twice", () => {
    fc.assert(
      fc.property(history, (records) => {
        const told = historyForCare(stateOf(records));
        expect(historyForCare(stateOf([...records].reverse()))).toEqual(told);
        expect(told.sessions.every(({ session }) => session.exercises.every(({ sets }) => sets.length > 0))).toBe(true);
      }),
    );
  });
});
