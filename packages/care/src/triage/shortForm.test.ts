import { describe, expect, it } from "vitest";
import { SHORT_FORM } from "../data/triage.ts";
import { messages } from "../text/catalogue.ts";
import { longFormDue, readShortForm } from "./shortForm.ts";

const NO = { s1: "no", s2: "no", s3: "no", s4: "no", s5: "no" };

describe("the questions before a session", () => {
  it("go when all are answered with no", () => {
    expect(readShortForm(NO)).toEqual({ verdict: "go", level: "self-manage", because: [] });
  });
  it("wait while one is open", () => {
    expect(readShortForm({ ...NO, s4: undefined }).verdict).toBe("wait");
    expect(readShortForm({ ...NO, s4: "unknown" }).verdict).toBe("wait");
    expect(readShortForm({}).verdict).toBe("wait");
  });
  it.each([
    ["s1", "saddle", "emergency"],
    ["s1", "both", "emergency"],
    ["s1", "leg", "urgent"],
    ["s2", "severe", "emergency"],
    ["s2", "some", "urgent"],
    ["s3", "yes", "emergency"],
    ["s4", "ill", "emergency"],
    ["s4", "fever", "urgent"],
    ["s5", "heavy", "urgent"],
  ])("%s %s stops at %s, even while others are open", (question, answer, level) => {
    const result = readShortForm({ [question]: answer });
    expect(result).toMatchObject({ verdict: "stop", level });
    for (const one of result.because) expect(messages[one.say.id]).toBeDefined();
  });
  it("lets a light fall pass", () => {
    expect(readShortForm({ ...NO, s5: "light" }).verdict).toBe("go");
  });
  it("knows every answer that stops", () => {
    for (const question of SHORT_FORM)
      for (const answer of Object.keys(question.outcomes)) expect(Object.keys(question.options)).toContain(answer);
  });
});

describe("the long form", () => {
  it("is due after 28 days or 2 points more pain, not before", () => {
    expect(longFormDue(100, 127, 3, 4)).toBe(false);
    expect(longFormDue(100, 128, 3, 3)).toBe(true);
    expect(longFormDue(100, 101, 3, 5)).toBe(true);
    expect(longFormDue(100, 101, null, 9)).toBe(false);
  });
});
