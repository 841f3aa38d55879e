import { english, say } from "@levelhip/care";
import { Ledger, type PersonState } from "@levelhip/records";
import { describe, expect, it } from "vitest";
import { stepsOf } from "../../../care/way.ts";
import { giveAnswer } from "./giveAnswer.ts";
import { paths } from "./paths.ts";

const NOW = { at_ms: Date.UTC(2026, 4, 4, 10), zone: { name: "UTC", offset_min: 0 } };
const nobody: PersonState = new Ledger().state();
type Written = readonly [kind: string, payload: unknown];

async function given(state: PersonState, id: string, value: string | number, how: "on" | "change" = "on") {
  const written: Written[] = [];
  const write = (kind: string, payload: unknown) => {
    written.push([kind, payload]);
    return Promise.resolve();
  };
  const step = stepsOf(state, 2026).find((one) => one.id === id);
  if (!step) throw new Error(`${id} is not asked`);
  const kept = { state, now: NOW, write: write as never };
  const words = (what: string | { readonly id: string }) =>
    say(typeof what === "string" ? { id: what } : what, english);
  const next = await giveAnswer({ kept, step, value, activities: [], how, words });
  return { written, next, kinds: written.map(([kind]) => kind) };
}
const saying = (answers: Record<string, string>): PersonState => ({
  ...nobody,
  interview: { answers, isComplete: false },
});
const allNo = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`r${i + 1}`, "no"]));

describe("an answer", () => {
  it("is written by itself, and the next open question follows", async () => {
    const { kinds, written, next } = await given(nobody, "r1", "no");
    expect(kinds).toEqual(["interview"]);
    expect(written[0]?.[1]).toEqual({ answers: { r1: "no" }, complete: false });
    expect(next).toBe(paths.question("r2"));
  });

  it("that is an emergency is kept as one at once, wherever the questions stand", async () => {
    const { kinds, written, next } = await given(nobody, "r1", "yes");
    expect(kinds).toEqual(["interview", "triage"]);
    expect(written[1]?.[1]).toMatchObject({ form: "long", level: "emergency", sessions: "locked" });
    expect(next).toBe(paths.signs);
  });

  it("to the last warning sign leads to what they say together", async () => {
    const { r20: _, ...open } = allNo;
    const { written, next } = await given(saying(open), "r20", "no");
    expect(written[1]).toMatchObject(["triage", { level: "self-manage", sessions: "open", clearances: [] }]);
    expect(next).toBe(paths.signs);
  });

  it("given anew to a sign that was looked at is not looked at any more", async () => {
    const looked = { form: "long", clearances: [{ rows: ["r7", "r8"], by: "Dr Meyer", on: "2026-03-01" }] };
    const state = {
      ...saying({ ...allNo, r7: "yes", "r7.unwell": "no", "r7.source": "yes" }),
      triage: [{ id: "t", at_ms: 0, zone: NOW.zone, payload: looked }],
    } as unknown as PersonState;
    const { written, next } = await given(state, "r7", "yes", "change");
    expect(written[1]).toMatchObject(["triage", { level: "urgent", clearances: [{ rows: ["r8"], by: "Dr Meyer" }] }]);
    expect(next).toBe(paths.signs);
  });

  it("about the person goes to the person, and a scale to the scales", async () => {
    const aged = await given(saying(allNo), "age", 46);
    expect(aged.written[0]).toEqual(["person", { birthYear: 1980 }]);
    const pain = await given(saying(allNo), "nprs-average", 4);
    expect(pain.written[1]).toMatchObject([
      "questionnaire",
      { instrument: "nprs-average", total: 4, source: "answered" },
    ]);
    const passed = await given(saying(allNo), "nprs-average", "unknown");
    expect(passed.kinds).toEqual(["interview"]);
  });
});
