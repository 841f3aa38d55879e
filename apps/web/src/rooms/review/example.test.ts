import { counts, sessionInProgress } from "@levelhip/records";
import { describe, expect, it } from "vitest";
import { exampleState } from "./example.ts";
import { viewOf } from "./view.ts";

const now = { at_ms: Date.UTC(2026, 10, 22, 12), zone: { name: "Europe/Berlin", offset_min: 60 } };

describe("the invented person", () => {
  const state = exampleState(now);
  const view = viewOf(state, now);

  it("is in the eleventh week, trains on planned days, and has nothing in the future", () => {
    expect(view.summary.week).toBe(11);
    expect(view.summary.adherence.planned).toBeGreaterThanOrEqual(11);
    expect(view.summary.adherence.done).toBeGreaterThanOrEqual(view.summary.adherence.planned - 1);
    for (const { at_ms } of [...state.questionnaires, ...state.tests, ...state.decisions])
      expect(at_ms).toBeLessThanOrEqual(now.at_ms);
    expect(state.sessions.every(counts)).toBe(true);
    expect(sessionInProgress(state.sessions, now.at_ms)).toBeNull();
  });

  it("shows every word there is: better beyond error, and cannot tell within it", () => {
    expect(view.summary.pain?.verdict.word).toBe("better");
    expect(view.summary.function?.verdict.word).toBe("better");
    expect(view.groups.tests.map(({ verdict }) => verdict.word)).toEqual(["better", "cannot-tell"]);
    expect(view.groups.training.length).toBeGreaterThan(1);
  });

  it("shares one span of time, from the start to past week twelve", () => {
    const { span } = view;
    expect(span.start_ms).toBe(span.from_ms);
    expect(span.to_ms - span.from_ms).toBeGreaterThan(12 * 7 * 86_400_000);
  });
});
