import type { PersonState } from "@levelhip/records";
import { describe, expect, it } from "vitest";
import { exampleState } from "./example.ts";
import { adviceOf } from "./useAdvice.ts";

const now = { at_ms: Date.UTC(2026, 10, 22, 12), zone: { name: "UTC", offset_min: 0 } };

/** The same history with pain that rises where it fell, and activities that get harder. */
const turned = (state: PersonState): PersonState => ({
  ...state,
  questionnaires: state.questionnaires.map((one) => ({
    ...one,
    payload: { ...one.payload, total: one.payload.total === null ? null : 10 - one.payload.total },
  })),
});

describe("seeing somebody", () => {
  it("is not advised to who gets better, and is to who gets worse for two weeks, with the reason", () => {
    const state = exampleState(now);
    expect(adviceOf(state, now).rules).not.toContain("worse");
    const worse = adviceOf(turned(state), now);
    expect(worse.refer).toBe(true);
    expect(worse.rules).toContain("worse");
    expect(worse.because.map(({ id }) => id)).toContain("refer.worse");
  });
});
