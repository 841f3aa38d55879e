import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnswerValue } from "../condition.ts";
import { COMBINATIONS, TRIAGE_RULES } from "../data/triage.ts";
import { interview } from "../interview/flow.ts";
import { QUESTIONS } from "../interview/questions.ts";
import { messages } from "../text/catalogue.ts";
import { type Level, levelRank } from "./rule.ts";
import { type Clearance, triage } from "./triage.ts";

const NO = Object.fromEntries(TRIAGE_RULES.map((rule) => [rule.id, "no"]));
interface Person {
  age?: number | null;
  signs?: string[];
  cleared?: Clearance[];
}
const at = (answers: Record<string, AnswerValue>, { age = 40, signs = [], cleared = [] }: Person = {}) =>
  triage({ answers: { ...NO, ...answers }, age, signs: new Set(signs) }, cleared);
const level = (answers: Record<string, AnswerValue>, person: Person = {}): Level => at(answers, person).level;

describe("each row of the table", () => {
  it.each<[string, Record<string, AnswerValue>, Level]>([
    ["saddle numbness", { r1: "yes" }, "emergency"],
    ["saddle: not sure, but it feels different", { r1: "unknown", "r1.feel": "yes" }, "emergency"],
    ["bladder", { r2: "yes" }, "emergency"],
    ["bladder: not sure, but something changed", { r2: "unknown", "r2.change": "yes" }, "emergency"],
    ["sexual function", { r3: "yes" }, "emergency"],
    ["both legs, nothing else said", { r4: "yes" }, "emergency"],
    ["both legs, new", { r4: "yes", "r4.onset": "new" }, "emergency"],
    ["both legs, long, not examined", { r4: "yes", "r4.onset": "long", "r4.examined": "no" }, "urgent"],
    ["both legs, long, examination open", { r4: "yes", "r4.onset": "long" }, "urgent"],
    ["both legs, long, examined", { r4: "yes", "r4.onset": "long", "r4.examined": "yes" }, "clinician"],
    ["weakness, nothing else said", { r5: "yes" }, "emergency"],
    ["weakness, fast", { r5: "yes", "r5.rapid": "yes", "r5.both": "no", "r5.gait": "no" }, "emergency"],
    ["weakness, both legs", { r5: "yes", "r5.rapid": "no", "r5.both": "yes", "r5.gait": "no" }, "emergency"],
    ["weakness, unsteady", { r5: "yes", "r5.rapid": "no", "r5.both": "no", "r5.gait": "yes" }, "emergency"],
    ["foot drop alone", { r5: "yes", "r5.rapid": "no", "r5.both": "no", "r5.gait": "no" }, "urgent"],
    ["aorta", { r6: "yes" }, "emergency"],
    ["fever, feeling open", { r7: "yes" }, "emergency"],
    ["fever, very ill", { r7: "yes", "r7.unwell": "yes" }, "emergency"],
    ["fever, well enough", { r7: "yes", "r7.unwell": "no" }, "urgent"],
    ["accident, details open", { r8: "yes" }, "urgent"],
    ["accident, severe pain", { r8: "yes", "r8.force": "major", "r8.severe": "yes" }, "emergency"],
    ["accident, numbness", { r8: "yes", "r8.force": "major", "r8.nerves": "yes", "r8.severe": "no" }, "emergency"],
    ["accident, neither", { r8: "yes", "r8.force": "major", "r8.severe": "no", "r8.nerves": "no" }, "urgent"],
    ["light fall, thin bones", { r8: "yes", "r8.force": "minor", "r8.bones": "yes", "r8.nerves": "no" }, "urgent"],
    ["light fall, numbness", { r8: "yes", "r8.force": "minor", "r8.bones": "no", "r8.nerves": "yes" }, "urgent"],
    ["light fall, bones open", { r8: "yes", "r8.force": "minor", "r8.nerves": "no" }, "clinician"],
    ["light fall, firm bones", { r8: "yes", "r8.force": "minor", "r8.bones": "no", "r8.nerves": "no" }, "self-manage"],
    ["cancer, details open", { r9: "yes" }, "urgent"],
    ["cancer with numbness", { r9: "yes", "r9.nerves": "yes" }, "emergency"],
    [
      "cancer long ago, nothing else",
      { r9: "yes", "r9.weight": "no", "r9.pain": "no", "r9.spread": "no", "r9.nerves": "no" },
      "clinician",
    ],
    ["constant pain alone", { r10: "yes" }, "clinician"],
    ["first episode age alone", { r11: "yes" }, "self-manage"],
    ["long pain, details open", { r12: "yes" }, "clinician"],
    [
      "long pain, 4 of 5",
      {
        r12: "yes",
        "r12.young": "yes",
        "r12.slow": "yes",
        "r12.movement": "yes",
        "r12.rest": "yes",
        "r12.night": "no",
      },
      "clinician",
    ],
    [
      "long pain, 3 of 5",
      { r12: "yes", "r12.young": "yes", "r12.slow": "yes", "r12.movement": "yes", "r12.rest": "no", "r12.night": "no" },
      "self-manage",
    ],
    ["nerve root", { r13: "yes" }, "clinician"],
    ["nerve root, new weakness", { r13: "yes", "r13.weakness": "yes" }, "urgent"],
    ["walking", { r14: "yes" }, "clinician"],
    ["hip", { r15: "yes", "r15.bear": "yes" }, "clinician"],
    ["hip, cannot stand", { r15: "yes", "r15.bear": "no" }, "urgent"],
    ["belly", { r16: "yes", "r16.severe": "no" }, "clinician"],
    ["belly, severe", { r16: "yes", "r16.severe": "yes" }, "urgent"],
    ["birth, not agreed", { r17: "yes", "r17.what": "birth" }, "clinician"],
    ["severe pain", { r18: "yes" }, "clinician"],
    ["low mood", { r19: "yes", "r19.harm": "no" }, "clinician"],
    ["thoughts of self-harm", { r19: "yes", "r19.harm": "yes" }, "emergency"],
    ["under 18", { r20: "yes" }, "clinician"],
  ])("%s", (_name, answers, expected) => {
    expect(level(answers)).toBe(expected);
  });

  it("is self-manage only when every critical row is answered with no, and never says more than that", () => {
    const result = at({});
    expect(result).toMatchObject({ level: "self-manage", because: [], open: [], tests: "open", sessions: "open" });
    expect(messages[result.action.id]).toContain("no warning sign in your answers");
  });
});

describe("ages, both sides", () => {
  it("after a light fall: 70 goes on, 71 is urgent, unknown is looked at", () => {
    const fall = { r8: "yes", "r8.force": "minor", "r8.bones": "no", "r8.nerves": "no" };
    expect(level(fall, { age: 70 })).toBe("self-manage");
    expect(level(fall, { age: 71 })).toBe("urgent");
    expect(level(fall, { age: null })).toBe("clinician");
  });
  it("17 is outside, 18 is inside, whatever was answered", () => {
    expect(at({}, { age: 17 })).toMatchObject({ level: "clinician", tests: "locked", sessions: "locked" });
    expect(at({}, { age: 18 })).toMatchObject({ level: "self-manage", sessions: "open" });
  });
});

describe("signs together", () => {
  it.each<[string, Record<string, AnswerValue>, Person, Level]>([
    [
      "constant pain with past cancer only",
      { r10: "yes", r9: "yes", "r9.weight": "no", "r9.pain": "no", "r9.spread": "no", "r9.nerves": "no" },
      {},
      "urgent",
    ],
    ["first episode with constant pain", { r10: "yes", r11: "yes" }, {}, "urgent"],
    ["first episode with a nerve root", { r13: "yes", r11: "yes" }, {}, "clinician"],
    ["one-sided hip in the tests and foot signs", { "foot-signs": "left" }, { signs: ["one-sided-hip"] }, "clinician"],
    ["one-sided hip in the tests alone", {}, { signs: ["one-sided-hip"] }, "self-manage"],
    ["foot signs alone", { "foot-signs": "left" }, {}, "self-manage"],
    ["felt one-sided and sudden, without pain", { "hip-weaker": "right", "hip-weaker-sudden": "yes" }, {}, "clinician"],
    [
      "cancer and a new weak leg",
      { r9: "yes", r5: "yes", "r5.rapid": "no", "r5.both": "no", "r5.gait": "no" },
      {},
      "emergency",
    ],
  ])("%s", (_name, answers, person, expected) => {
    expect(level(answers, person)).toBe(expected);
  });
  it("names the nerve trap", () => {
    expect(at({ "foot-signs": "right", "hip-weaker": "right" }).because.map((one) => one.rule)).toContain("c-l5");
  });
  it("closes sessions for an unsettled heart", () => {
    expect(at({ limits: ["heart"] })).toMatchObject({ level: "clinician", sessions: "locked", tests: "locked" });
  });
});

describe("what is open", () => {
  it("is never taken as no: nothing answered means gentle, with the open rows named", () => {
    const result = triage({ answers: {}, age: null, signs: new Set() });
    const rows = TRIAGE_RULES.map((rule) => rule.id).filter((id) => id !== "r11");
    expect(result).toMatchObject({ level: "clinician", sessions: "gentle", open: rows });
    expect(result.because.map((one) => one.say.id)).toEqual(["triage.open-many"]);
    expect(triage({ answers: {}, age: 40, signs: new Set() }).open).not.toContain("r20");
  });
  it("names the rows when only some are open", () => {
    expect(at({ r12: "unknown", r16: "unknown" })).toMatchObject({
      level: "clinician",
      sessions: "gentle",
      open: ["r12", "r16"],
      because: [{ say: { id: "triage.open" } }],
    });
    expect(at({ r11: "unknown" }).level).toBe("self-manage");
  });
  it("closes when the check of an unsure answer says no", () => {
    expect(at({ r1: "unknown" })).toMatchObject({ level: "clinician", open: ["r1"] });
    expect(at({ r1: "unknown", "r1.feel": "no" })).toMatchObject({ level: "self-manage", open: [] });
    expect(at({ r1: "unknown", "r1.feel": "unknown" })).toMatchObject({ level: "clinician", open: ["r1"] });
  });
});

describe("locks and clearance", () => {
  it("emergency and urgent close tests and sessions", () => {
    for (const answers of [{ r1: "yes" }, { r7: "yes", "r7.unwell": "no" }])
      expect(at(answers)).toMatchObject({ tests: "locked", sessions: "locked" });
  });
  it("a noted visit opens them again, alongside; not for what cannot be cleared", () => {
    const cleared = [{ rows: ["r7"], by: "Dr Meyer", on: "2025-06-01" }];
    expect(at({ r7: "yes" }, { cleared })).toMatchObject({ level: "clinician", tests: "open", sessions: "open" });
    expect(at({ r17: "yes" }, { cleared: [{ rows: ["r17"], by: "x", on: "2025-06-01" }] })).toMatchObject({
      sessions: "locked",
    });
    expect(at({ r7: "yes", r1: "yes" }, { cleared })).toMatchObject({ level: "emergency" });
  });
  it("an agreed plan after birth is gentle, an unagreed one closed, strong pain only closes tests", () => {
    expect(at({ r17: "yes", "r17.what": "birth", "r17.agreed": "yes" })).toMatchObject({
      tests: "open",
      sessions: "gentle",
    });
    expect(at({ r17: "yes", "r17.what": "birth", "r17.agreed": "unknown" })).toMatchObject({
      tests: "locked",
      sessions: "locked",
    });
    expect(at({ r18: "yes" })).toMatchObject({ tests: "locked", sessions: "gentle" });
  });
  it("asks for people, not an ambulance alone, after thoughts of self-harm", () => {
    expect(at({ r19: "yes", "r19.harm": "yes" }).action.id).toBe("triage.action.crisis");
  });
});

describe("properties", () => {
  const questions = QUESTIONS.filter((one) => one.section === "triage").map((one) => one.question);
  const anyAnswers = fc.record(
    Object.fromEntries(
      questions.map((question) => [
        question.id,
        question.type === "one"
          ? fc.constantFrom(...Object.keys(question.options))
          : fc.constantFrom("yes", "no", "unknown"),
      ]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Record<string, string>>;

  it("the level is the highest of its reasons, and every reason has words and evidence", () => {
    fc.assert(
      fc.property(anyAnswers, fc.option(fc.integer({ min: 10, max: 95 })), (answers, age) => {
        const result = triage({ answers, age, signs: new Set() });
        const highest = Math.max(0, ...result.because.map((one) => levelRank(one.level)));
        expect(levelRank(result.level)).toBe(highest);
        for (const one of result.because) {
          expect(messages[one.say.id]).toBeDefined();
          expect(one.evidence.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("taking an answer of a critical row away never opens more than it closes: unknown is never lower than no", () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...TRIAGE_RULES.map((rule) => rule.id)), (answers, row) => {
        const rest = Object.fromEntries(
          Object.entries(answers).filter(([id]) => id !== row && !id.startsWith(`${row}.`)),
        );
        const open = triage({ answers: rest, age: 40, signs: new Set() });
        const no = triage({ answers: { ...rest, [row]: "no" }, age: 40, signs: new Set() });
        expect(levelRank(open.level)).toBeGreaterThanOrEqual(levelRank(no.level));
      }),
    );
  });

  it("a yes to any row never lowers the level", () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...TRIAGE_RULES.map((rule) => rule.id)), (answers, row) => {
        const follow = Object.fromEntries(Object.entries(answers).filter(([id]) => !id.startsWith(`${row}.`)));
        const no = triage({ answers: { ...follow, [row]: "no" }, age: 40, signs: new Set() });
        const yes = triage({ answers: { ...follow, [row]: "yes" }, age: 40, signs: new Set() });
        expect(levelRank(yes.level)).toBeGreaterThanOrEqual(levelRank(no.level));
      }),
    );
  });
});

describe("the table itself", () => {
  it("has rows r1 to r20 in order, each with evidence, and asks only known questions", () => {
    expect(TRIAGE_RULES.map((rule) => rule.id)).toEqual(Array.from({ length: 20 }, (_, i) => `r${i + 1}`));
    for (const rule of TRIAGE_RULES) expect(rule.evidence.length).toBeGreaterThan(0);
    expect(COMBINATIONS.map((one) => one.id)).toContain("c-l5");
  });
});

describe("the interview", () => {
  it("asks follow-ups only after a yes, one at a time, and can be left and resumed", () => {
    expect(interview({}, ["triage"]).next?.question.id).toBe("r1");
    expect(interview({ r1: "no" }, ["triage"]).next?.question.id).toBe("r2");
    const asked = interview({ ...NO, r4: "yes", "r4.onset": "long" }, ["triage"]);
    expect(asked.next?.question.id).toBe("r4.examined");
    expect(asked.total).toBe(22);
  });
  it("does not ask about being under 18 when the age is known", () => {
    expect(interview({}, ["triage"], 40).asked.map((one) => one.question.id)).not.toContain("r20");
  });
  it("counts 'I am not sure' as an answer", () => {
    expect(interview({ r10: "unknown" }, ["triage"]).answered).toBe(1);
  });
});
