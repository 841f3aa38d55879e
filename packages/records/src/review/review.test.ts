import { describe, expect, it } from "vitest";
import type { AnyRecord } from "../record/envelope.ts";
import { Ledger } from "../state/ledger.ts";
import type { PersonState } from "../state/personState.ts";
import { BERLIN, DAY_MS, HOUR_MS, Maker, MONDAY_MS } from "../testing/build.ts";
import { measurement, programme, questionnaire, session, testResult } from "../testing/histories.ts";
import { KNOWLEDGE } from "../testing/knowledge.ts";
import { adherence } from "./adherence.ts";
import { isoDay, isoTime, localDay, weekdayOf } from "./days.ts";
import { DAY_AFTER_MS, dueOf, openDayAfter } from "./due.ts";
import { reviewSummary } from "./summary.ts";
import { DE } from "../data/de.ts";
import { EN } from "../data/en.ts";
import { wordsFrom } from "../text.ts";

const stateOf = (records: readonly AnyRecord[]): PersonState => {
  const ledger = new Ledger();
  ledger.add(records);
  return ledger.state();
};
const on = (day: number, hour = 12) => ({ at_ms: MONDAY_MS + day * DAY_MS + (hour - 8) * HOUR_MS, zone: BERLIN });

/** Twelve weeks (or fewer) of somebody's training: which days of the plan were kept, and what was answered each week. */
function life(
  weeks: number,
  over: {
    keeps?: (session: number) => boolean;
    pain?: (week: number) => number;
    ability?: (week: number) => number;
    painAfter?: (session: number) => number;
  } = {},
) {
  const maker = new Maker();
  const records: AnyRecord[] = [maker.make("programme", programme())];
  let n = 0;
  for (let week = 0; week < weeks; week++) {
    maker.clock.at_ms = on(week * 7, 9).at_ms;
    records.push(maker.make("questionnaire", questionnaire("nprs-average", over.pain?.(week) ?? 5)));
    records.push(maker.make("questionnaire", questionnaire("psfs", over.ability?.(week) ?? 4)));
    for (const day of [0, 2, 4]) {
      maker.clock.at_ms = on(week * 7 + day, 18).at_ms;
      if (over.keeps?.(n) ?? true) records.push(...session(maker, { painAfter: over.painAfter?.(n) ?? 2 }));
      n++;
    }
  }
  return stateOf(records);
}

describe("days", () => {
  it("are those somebody lives in", () => {
    const lateEvening = Date.UTC(2026, 10, 2, 23, 30);
    expect(isoDay(localDay(lateEvening, BERLIN))).toBe("2026-11-03");
    expect(isoDay(localDay(lateEvening, { name: "UTC", offset_min: 0 }))).toBe("2026-11-02");
    expect(isoDay(localDay(lateEvening, { name: "America/New_York", offset_min: -300 }))).toBe("2026-11-02");
    expect(weekdayOf(localDay(MONDAY_MS, BERLIN))).toBe("mon");
    expect(isoTime(MONDAY_MS, BERLIN)).toBe("2026-11-02T08:00:00+01:00");
    expect(isoTime(0, { name: "x", offset_min: -570 })).toBe("1969-12-31T14:30:00-09:30");
  });
});

describe("adherence", () => {
  it("counts done of planned in four weeks, ending today", () => {
    const { done, planned, share, weeks } = adherence(life(6), on(6 * 7 - 1));
    expect({ done, planned, share }).toEqual({ done: 12, planned: 12, share: 1 });
    expect(weeks).toEqual([3, 3, 3, 3].map((n) => ({ done: n, planned: n })));
  });
  it("does not count today as missed while today lasts", () => {
    const state = stateOf([new Maker().make("programme", programme())]);
    expect(adherence(state, on(0, 23))).toMatchObject({ done: 0, planned: 0, share: null });
    expect(adherence(state, on(1, 1))).toMatchObject({ planned: 1, share: 0 });
  });
  it("counts a session on another day: a missed day only moves the plan", () => {
    const maker = new Maker();
    const start = maker.make("programme", programme());
    maker.clock.at_ms = on(1).at_ms;
    expect(adherence(stateOf([start, ...session(maker)]), on(2, 1))).toMatchObject({ done: 1, planned: 1, share: 1 });
  });
  it("plans nothing before the start, in a pause, or after the end", () => {
    const maker = new Maker();
    const start = maker.make("programme", programme());
    const pause = maker.after(7 * DAY_MS).make("programme", programme({ kind: "pause" }));
    const resume = maker.after(7 * DAY_MS).make("programme", programme({ kind: "resume", days: ["tue"] }));
    expect(adherence(stateOf([start, pause, resume]), on(21)).planned).toBe(3 + 0 + 1);
    const stop = maker.after(0).make("programme", programme({ kind: "stop" }));
    expect(adherence(stateOf([start, pause, resume, stop]), on(21)).planned).toBe(3);
  });
  it("counts a session stopped early once half of it is done", () => {
    const maker = new Maker();
    const start = maker.make("programme", programme());
    const open = session(maker, { end: false });
    const one = open.slice(0, open.findIndex(({ kind }) => kind === "set-end") + 1);
    const two = open.slice(
      0,
      open.findLastIndex(({ kind }) => kind === "set-start"),
    );
    expect(adherence(stateOf([start, ...one]), on(1)).done).toBe(0);
    expect(adherence(stateOf([start, ...two]), on(1)).done).toBe(1);
  });
});

describe("what is due", () => {
  it("asks for the day after from the next morning for two days, once", () => {
    const maker = new Maker();
    const records = session(maker);
    const state = stateOf(records);
    const end = state.sessions[0]?.end?.at_ms ?? 0;
    expect(openDayAfter(state, end + DAY_AFTER_MS.from - 1)).toHaveLength(0);
    expect(openDayAfter(state, end + DAY_AFTER_MS.from)).toHaveLength(1);
    expect(openDayAfter(state, end + DAY_AFTER_MS.until - 1)).toHaveLength(1);
    expect(openDayAfter(state, end + DAY_AFTER_MS.until)).toHaveLength(0);
    const answer = maker.after(20 * HOUR_MS).make("pain-answer", {
      session: state.sessions[0]?.id ?? "",
      asked: "24h",
      pain: 2,
      settled: true,
      spreading: false,
    });
    expect(openDayAfter(stateOf([...records, answer]), end + 20 * HOUR_MS)).toHaveLength(0);
  });
  it("brings tests and the long warning-sign form back after four weeks, questions weekly, the large ones at 6 and 12", () => {
    const maker = new Maker();
    const triage = maker.make("triage", {
      form: "long",
      answers: {},
      level: "self-manage",
      because: [],
      sessions: "open",
      clearances: [],
    });
    const records = [
      triage,
      maker.make("programme", programme()),
      maker.make("test-result", testResult([measurement()])),
      maker.make("questionnaire", questionnaire("psfs", 4)),
    ];
    const due = (day: number) =>
      Object.fromEntries(dueOf(stateOf(records), on(day)).map(({ what, id, state }) => [`${what}/${id}`, state]));
    expect(due(6)).toEqual({
      "questionnaire/psfs": "later",
      "triage/": "later",
      "test/single-leg-stance": "later",
      "questionnaire/pgic": "later",
      "questionnaire/rmdq": "later",
    });
    expect(due(7)["questionnaire/psfs"]).toBe("due");
    expect(due(11)["questionnaire/psfs"]).toBe("overdue");
    expect(due(27)["test/single-leg-stance"]).toBe("later");
    expect(due(28)).toMatchObject({ "test/single-leg-stance": "due", "triage/": "due" });
    expect(due(29)["triage/"]).toBe("overdue");
    expect(due(42)["questionnaire/pgic"]).toBe("due");
    records.push(maker.after(42 * DAY_MS).make("questionnaire", questionnaire("pgic", 6)));
    expect(due(43)["questionnaire/pgic"]).toBe("later");
    expect(due(84)["questionnaire/pgic"]).toBe("due");
  });
});

describe("the review", () => {
  it("has somebody steady improve, and says so at twelve weeks", () => {
    const state = life(13, {
      pain: (week) => Math.max(2, 6 - week * 0.4),
      ability: (week) => Math.min(9, 4 + week * 0.4),
    });
    const review = reviewSummary(state, KNOWLEDGE, on(12 * 7 + 6));
    expect(review).toMatchObject({ week: 12, stage: "judge", hasImproved: true, advice: "well-done" });
    expect(review.pain?.verdict.word).toBe("better");
    expect(review.function?.verdict.word).toBe("better");
    expect(review.signals).toMatchObject({ isNonResponder: false, redSessions7d: 0, isPainWorseForTwoWeeks: false });
  });
  it("looks for what is in the way when less than 60 percent was done, and closer when more was", () => {
    const seldom = reviewSummary(life(7, { keeps: (n) => n % 2 === 0 }), KNOWLEDGE, on(48));
    expect(seldom).toMatchObject({ stage: "first-change", hasImproved: false, advice: "solve-problems" });
    expect(seldom.signals.isNonResponder).toBe(false);
    const often = reviewSummary(life(7), KNOWLEDGE, on(48));
    expect(often).toMatchObject({ advice: "look-closer", signals: { isNonResponder: true } });
    expect(reviewSummary(life(6), KNOWLEDGE, on(41)).signals.isNonResponder).toBe(false);
  });
  it("does not judge before four weeks", () => {
    expect(reviewSummary(life(4), KNOWLEDGE, on(27))).toMatchObject({ stage: "too-early", advice: "go-on" });
    expect(reviewSummary(life(4), KNOWLEDGE, on(28))).toMatchObject({ stage: "first-change" });
    expect(reviewSummary(life(12), KNOWLEDGE, on(84))).toMatchObject({ stage: "judge" });
    expect(reviewSummary(stateOf([]), KNOWLEDGE, on(0))).toMatchObject({
      stage: "before-start",
      advice: "start",
      week: null,
      hasImproved: null,
    });
  });
  it("says what each stage can show, on both sides of weeks 4, 7 and 12", () => {
    const plan = stateOf([new Maker().make("programme", programme())]);
    const [en, de] = [wordsFrom("en", EN), wordsFrom("de", DE)];
    const stages = [27, 28, 48, 49, 83, 84].map((day) => reviewSummary(plan, KNOWLEDGE, on(day)));
    expect(stages.map(({ week, stage }) => [week, stage])).toEqual([
      [3, "too-early"],
      [4, "first-change"],
      [6, "first-change"],
      [7, "on-the-way"],
      [11, "on-the-way"],
      [12, "judge"],
    ]);
    const said = stages.map(({ expectation }) => en(expectation));
    expect(said.map((text) => text.includes("can show"))).toEqual([false, true, true, false, false, false]);
    expect(said.map((text) => text.includes("at week 12"))).toEqual([false, true, true, true, true, false]);
    expect(stages.map(({ expectation }) => de(expectation).includes("Jetzt kann"))).toEqual(
      said.map((text) => text.includes("can show")),
    );
  });
  it("says that the first session is still to come, and when, while nothing was due", () => {
    const [en, de] = [wordsFrom("en", EN), wordsFrom("de", DE)];
    const plan = (days: ("mon" | "wed")[]) => stateOf([new Maker().make("programme", programme({ days }))]);
    const onDay = (state: PersonState, day: number) => reviewSummary(state, KNOWLEDGE, on(day));
    expect(onDay(plan(["wed"]), 0).advice).toBe("first-session");
    expect(en(onDay(plan(["wed"]), 0).say)).toBe("Your first session is still to come: on Wednesday.");
    expect(de(onDay(plan(["wed"]), 1).say)).toBe("Ihre erste Einheit steht noch bevor: am Mittwoch.");
    expect(en(onDay(plan(["mon", "wed"]), 0).say)).toBe("Your first session is still to come: today.");
    // the day after a planned one it is no longer only ahead
    expect(onDay(plan(["mon", "wed"]), 1).advice).not.toBe("first-session");
    const maker = new Maker();
    const paused = [
      maker.make("programme", programme()),
      maker.after(HOUR_MS).make("programme", programme({ kind: "pause" })),
    ];
    expect(en(onDay(stateOf(paused), 0).say)).toBe("Your first session is still to come.");
    // who has trained before a long pause is not told of a first session
    const before = new Maker();
    const trained = [before.make("programme", programme()), ...session(before)];
    const long = stateOf([...trained, before.after(HOUR_MS).make("programme", programme({ kind: "pause" }))]);
    expect(en(onDay(long, 60).say)).toMatch(/^No sessions were planned/);
  });
  it("sees pain that stays two points up for two weeks, and not a single bad week", () => {
    const worse = (from: number) => life(8, { pain: (week) => (week >= from ? 7 : 5) });
    expect(reviewSummary(worse(5), KNOWLEDGE, on(50)).signals.isPainWorseForTwoWeeks).toBe(true);
    expect(reviewSummary(worse(7), KNOWLEDGE, on(50)).signals.isPainWorseForTwoWeeks).toBe(false);
    expect(
      reviewSummary(life(8, { ability: (week) => (week >= 5 ? 2 : 4) }), KNOWLEDGE, on(50)).signals
        .isFunctionWorseForTwoWeeks,
    ).toBe(true);
  });
  it("counts red sessions of the last seven days", () => {
    const state = life(2, { painAfter: (n) => (n >= 4 ? 6 : 5) });
    expect(reviewSummary(state, KNOWLEDGE, on(13)).signals.redSessions7d).toBe(2);
    expect(reviewSummary(state, KNOWLEDGE, on(30)).signals.redSessions7d).toBe(0);
  });
});
