import { describe, expect, it } from "vitest";
import type { AnyRecord } from "../record/envelope.ts";
import { Maker, MINUTE_MS } from "../testing/build.ts";
import { bridge, clam, session } from "../testing/histories.ts";
import { Ledger } from "./ledger.ts";
import { LEFT_AFTER_MS, resumePoint, sessionInProgress, shareDone } from "./resume.ts";

const sessionsOf = (records: readonly AnyRecord[]) => {
  const ledger = new Ledger();
  ledger.add(records);
  return ledger.state().sessions;
};

describe("resuming a session", () => {
  it("stands, after a stop at any point, exactly where the last record left it", () => {
    const maker = new Maker();
    const all = session(maker);
    for (let length = 1; length < all.length; length++) {
      const kept = all.slice(0, length);
      const now_ms = (kept.at(-1)?.at_ms ?? 0) + MINUTE_MS;
      const open = sessionInProgress(sessionsOf(kept), now_ms);
      if (!open) throw new Error(`no session after ${length} records`);
      const point = resumePoint(open);
      const last = kept.at(-1);
      const ticksOfLastSet = kept
        .slice(kept.findLastIndex(({ kind }) => kind === "set-start"))
        .filter(({ kind }) => kind === "rep-tick");
      if (last?.kind === "set-start" || last?.kind === "rep-tick")
        expect(point).toMatchObject({ at: "in-set", reps: ticksOfLastSet.length });
      else if (last?.kind === "set-end") expect(point.at).toBe("ask-set");
      else expect(point.at).toBe(length === all.length - 1 ? "finish" : "next-set");
    }
    expect(sessionInProgress(sessionsOf(all), maker.clock.at_ms)).toBeNull();
  });

  it("goes through the plan in order", () => {
    const maker = new Maker();
    const all = session(maker);
    const begun = all.filter(({ kind }) => kind === "set-start");
    const points = begun.map((record) => resumePoint(sessionsOf(all.slice(0, all.indexOf(record)))[0] as never));
    expect(points).toMatchObject([
      { at: "next-set", stepIndex: 0, setIndex: 0 },
      { at: "next-set", stepIndex: 0, setIndex: 1 },
      { at: "next-set", stepIndex: 1, setIndex: 0 },
    ]);
  });

  it("counts a repetition once that two tabs wrote", () => {
    const maker = new Maker();
    const start = maker.make("session-start", { programme: null, triage: null, plan: [bridge], painBefore: null });
    const set = maker.make("set-start", { session: start.id, step: 0, set: 0, exercise: bridge.exercise, side: null });
    const tick = (n: number, t_ms: number) =>
      maker.make("rep-tick", { session: start.id, set: set.id, n, t_ms, source: "tap" });
    const [state] = sessionsOf([start, set, tick(1, 100), tick(1, 90), tick(2, 200)]);
    expect(state?.sets[0]?.reps_ms).toEqual([90, 200]);
  });

  it("skips what was skipped, does what was swapped in, and hears what hurts", () => {
    const maker = new Maker();
    const start = maker.make("session-start", {
      programme: null,
      triage: null,
      plan: [bridge, clam],
      painBefore: null,
    });
    const event = (
      what: "skip" | "swap" | "hurts" | "pause",
      step: number | null,
      instead: typeof bridge | null = null,
    ) =>
      maker.make("session-event", {
        session: start.id,
        what,
        step,
        pain: what === "hurts" ? 6 : null,
        spreading: false,
        instead,
        words: null,
      });
    const raise = { ...bridge, exercise: "side-lying-raise" };
    const [state] = sessionsOf([
      start,
      event("hurts", 0),
      event("skip", 0),
      event("swap", 1, raise),
      event("pause", null),
    ]);
    if (!state) throw new Error("no session");
    expect(resumePoint(state)).toMatchObject({ at: "next-set", stepIndex: 1, step: { exercise: "side-lying-raise" } });
    expect(state.hurts).toEqual([{ step: 0, pain: 6, spreading: false }]);
    expect(state.isPaused).toBe(true);
    expect(shareDone(state)).toBe(0);
  });

  it("lets go of a session that nobody went on with, at four hours and not before", () => {
    const maker = new Maker();
    const open = session(maker, { end: false });
    const last = Math.max(...open.map(({ at_ms }) => at_ms));
    expect(sessionInProgress(sessionsOf(open), last + LEFT_AFTER_MS - 1)).not.toBeNull();
    expect(sessionInProgress(sessionsOf(open), last + LEFT_AFTER_MS)).toBeNull();
  });
});
