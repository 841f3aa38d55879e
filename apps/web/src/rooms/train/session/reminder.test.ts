import type { Programme } from "@levelhip/care";
import { describe, expect, it } from "vitest";
import { parsePreferences, type Preferences } from "./preferences.ts";
import { reminderDue } from "./reminder.ts";

const UTC = { name: "UTC", offset_min: 0 };
const on = (day: number, hour: number) => ({ at_ms: Date.UTC(2026, 2, day, hour), zone: UTC });
const programme = {
  schema: "levelhip.programme/1",
  phase: "learn",
  status: { kind: "active" },
  setting: { days: ["mon", "thu"], limits: [], equipment: [], minutes: 30, max_level: 5, green_pain: 3 },
  items: [],
  last_session: null,
} as unknown as Programme;
type State = Parameters<typeof reminderDue>[1];
const state = (sessions: readonly number[] = [], status: Programme["status"] = { kind: "active" }): State =>
  ({
    decisions: [{ payload: { programme: { ...programme, status } } }],
    sessions: sessions.map((day) => ({ startedAt_ms: Date.UTC(2026, 2, day, 7), zone: UTC })),
  }) as unknown as State;
const wanted: Preferences = { ...parsePreferences(null), reminder: "notification", reminderAt: "18:00" };

describe("the reminder", () => {
  it("is off unless it is wanted", () => {
    expect(parsePreferences(null).reminder).toBe("off");
    expect(reminderDue(parsePreferences(null), state(), on(2, 19))).toBe(false);
  });
  it("comes on a training day, from the time that was set, once", () => {
    expect(reminderDue(wanted, state(), on(2, 17))).toBe(false);
    expect(reminderDue(wanted, state(), on(2, 18))).toBe(true);
    expect(reminderDue({ ...wanted, remindedOn: "2026-03-02" }, state(), on(2, 20))).toBe(false);
    expect(reminderDue(wanted, state(), on(3, 20))).toBe(false);
  });
  it("never comes when something was done, nor while the plan is closed", () => {
    expect(reminderDue(wanted, state([2]), on(2, 20))).toBe(false);
    expect(reminderDue(wanted, state([], { kind: "locked", since: "2026-03-01", level: "urgent" }), on(2, 20))).toBe(
      false,
    );
  });
  it("survives whatever lies in the browser", () => {
    for (const kept of ["", "{", "null", "[]", '{"source":7,"reminderAt":"25:00","tones":false}'])
      expect(parsePreferences(kept)).toMatchObject({ source: "tempo", reminderAt: "18:00" });
    expect(parsePreferences('{"tones":false}').tones).toBe(false);
  });
});
