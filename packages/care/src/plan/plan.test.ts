import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SOURCES } from "../data/sources.ts";
import { cardPage } from "../page/card.ts";
import { planPage } from "../page/plan.ts";
import { english } from "../text/catalogue.ts";
import { ALL_NO, SETTLED, madeProgramme, session } from "../testing/people.ts";
import { readAnalyses } from "./analysis.ts";
import { readAnswers } from "./answers.ts";
import { findingText, planJson } from "./json.ts";
import { makePlan } from "./plan.ts";
import { jsonSchemas, planSchema } from "./planSchema.ts";
import { InputError } from "./problems.ts";

const TODAY = "2025-06-02";
const file = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  schema: "levelhip.answers/1",
  person: { sex: "female", age: 34 },
  triage: ALL_NO,
  ...more,
});
const plan = (more: Record<string, unknown> = {}, analyses: unknown[] = [], seed = 1) =>
  makePlan({ answers: readAnswers(file(more)), analyses: readAnalyses(analyses), today: TODAY, seed });
const json = (...args: Parameters<typeof plan>) => planJson(plan(...args), english);
const stance = (drop: number, side: "left" | "right") => ({
  schema: "levelhip.analysis/1",
  video: { file: "x.mp4" },
  test: "single-leg-stance",
  view: "front",
  side,
  measurements: [
    {
      id: "pelvic-drop",
      side,
      statistic: "mean",
      value: drop,
      unit: "deg",
      sem: 0.8,
      mdc95: 2.2,
      n: 200,
      n_of: "frames",
      instrument: "band",
      frame: "image-2d",
      quality: 1,
      notes: [],
    },
    {
      id: "trunk-lean",
      side,
      statistic: "mean",
      value: 9,
      unit: "deg",
      sem: 1.5,
      mdc95: 4.2,
      n: 200,
      n_of: "frames",
      instrument: "landmarks",
      frame: "image-2d",
      quality: 0.9,
      notes: [],
    },
    { id: "knee-fppa", side, not_measured: { code: "x", reason: "not seen", remedy: "wear shorts" } },
    {
      id: "hold-time",
      side,
      statistic: "mean",
      value: 6,
      unit: "s",
      sem: 0.2,
      mdc95: 0.6,
      n: 1,
      n_of: "trials",
      instrument: "landmarks",
      frame: "image-2d",
      quality: 1,
      notes: [],
    },
  ],
  events: [],
  reps: [],
});

describe("makePlan", () => {
  it("gives a safe starter plan to a person who answers nothing, and says what it rests on", () => {
    const made = makePlan({
      answers: readAnswers({ schema: "levelhip.answers/1" }),
      analyses: [],
      today: TODAY,
      seed: 1,
    });
    expect(made.triage).toMatchObject({ level: "clinician", sessions: "gentle" });
    expect(made.programme?.week.length).toBeGreaterThanOrEqual(2);
    expect(made.programme?.reasons.map((one) => one.id)).toContain("rests.little");
    for (const row of made.programme?.week[0]?.exercises ?? []) expect(row.level).toBeLessThanOrEqual(1);
  });

  it("holds no tests, findings or sessions in an emergency or when urgent", () => {
    for (const triage of [
      { ...ALL_NO, r1: "yes" },
      { ...ALL_NO, r7: "yes", "r7.unwell": "no" },
    ]) {
      const made = json({ triage, tests: [{ measure: "chair-stand", value: 5 }] });
      expect(made).toMatchObject({
        tests: [],
        findings: [],
        verdict: null,
        next_test: null,
        useful_tests: [],
        programme: null,
        referral: { refer: true },
      });
    }
  });

  it("reads the camera: drop and lean, never how long the clip was", () => {
    const made = plan({}, [stance(9, "left")]);
    const finding = made.findings.find((one) => one.component === "C2" && one.side === "left");
    expect(finding?.contributions.map((one) => one.item)).toEqual(["stance-drop", "trunk-lean"]);
    expect(finding?.probability).toBeGreaterThan(0.45);
    expect(made.findings.find((one) => one.component === "C2" && one.side === "right")?.contributions).toEqual([]);
  });

  it("is the same, byte for byte, for the same input and seed, and matches its schema", () => {
    const more = {
      tests: [{ measure: "bridge-hold-single", side: "left", value: 12, trials: 3 }],
      interview: { "bridge-felt": "cramp" },
      wants_referral: true,
    };
    const once = JSON.stringify(json(more, [stance(9, "left")], 5));
    expect(JSON.stringify(json(more, [stance(9, "left")], 5))).toBe(once);
    expect(JSON.stringify(json(more, [stance(9, "left")], 6))).not.toBe(once);
    expect(planSchema.safeParse(JSON.parse(once)).error?.issues ?? []).toEqual([]);
  });

  it("names a next test that narrows, and never one that does not fit", () => {
    const made = plan({ interview: { camera: "no", space: ["mat"], limits: ["no-side"] } });
    expect(made.next_test).not.toBeNull();
    const fits = new Set(made.tests?.filter((fit) => fit.fits).map((fit) => fit.test.id));
    for (const one of made.useful) {
      expect(fits.has(one.test)).toBe(true);
      expect(one.narrowing).toBeGreaterThan(0);
    }
    expect(made.useful.map((one) => one.test)).not.toContain("side-lying-raise");
    expect(made.useful.map((one) => one.test)).not.toContain("posture-side");
  });

  it.each(["side-lying-raise", "side-lying-hold", "side-bridge"])(
    "asks nobody with a sore side of the hip for the %s",
    (test) => {
      const asked = (limits: string[]) => plan({ interview: { camera: "no", space: ["mat"], limits } });
      const fit = asked(["side-hip-pain"]).tests?.find((one) => one.test.id === test);
      expect(fit?.fits).toBe(false);
      expect(fit?.notes).toContainEqual({ id: "test.note.limit", values: { limit: { id: "limit.side-hip-pain" } } });
      expect(asked(["side-hip-pain"]).useful.map((one) => one.test)).not.toContain(test);
      expect(asked(["none"]).tests?.find((one) => one.test.id === test)?.fits).toBe(true);
    },
  );

  it("speaks of tests that leave it open only where a test counts", () => {
    const told = (tests: unknown[]) => {
      const made = plan({
        person: { sex: "male", age: 34 },
        interview: { "ache-standing": "yes", "worse-with": ["sitting"], "bridge-felt": "low-back" },
        tests,
      });
      const found = made.findings.find((one) => one.component === "C5");
      expect(found?.band).toBe("unclear");
      return found && findingText(found).id;
    };
    expect(told([])).toBe("finding.unclear-answers");
    expect(told([{ measure: "back-hold", value: 176 }])).toBe("finding.unclear");
  });

  it("no longer asks for a test that was done", () => {
    const before = plan({ interview: { camera: "no" } }).useful.find((one) => one.test === "side-lying-raise");
    const tests = ["left", "right"].flatMap((side) => [
      { measure: "side-lying-reps", side, value: 12 },
      { measure: "active-hip-abduction", side, value: 1 },
    ]);
    const after = plan({ interview: { camera: "no" }, tests }).useful.find((one) => one.test === "side-lying-raise");
    expect(before?.narrowing).toBeGreaterThan(0.1);
    expect(after).toBeUndefined();
  });

  it("goes on with a stored programme: sessions are counted in order, a gap is met, reasons are kept", () => {
    const { programme } = madeProgramme({ today: "2025-05-01" });
    const past = (on: string) => ({ session: session(programme, on), next_day: SETTLED });
    const made = plan({ history: { programme, sessions: [past("2025-05-07"), past("2025-05-05")], reviews: [] } });
    const { changes, state } = made.programme ?? { changes: [], state: programme };
    expect(changes.map((one) => one.on)).toEqual(["2025-05-05", "2025-05-07", TODAY]);
    expect(changes[2]?.reasons.map((one) => one.id)).toContain("gap.step");
    expect(state.last_session).toBe("2025-05-07");
    expect(planSchema.safeParse(planJson(made, english)).success).toBe(true);
  });

  it("keeps a locked programme locked until a visit is noted", () => {
    const { programme } = madeProgramme({ today: "2025-05-20" });
    const bad = { session: session(programme, "2025-05-22", {}, { stopped: "numbness" }), next_day: null };
    const history = { programme, sessions: [bad], reviews: [] };
    expect(plan({ history }).programme?.week).toEqual([]);
    expect(plan({ history }).referral.rules).toContain("nerve");
    expect(
      plan({ history, cleared: [{ rows: ["r13"], by: "Dr Meyer", on: "2025-05-30" }] }).programme?.week.length,
    ).toBeGreaterThan(0);
  });
});

describe("readAnswers", () => {
  const problems = (more: Record<string, unknown>): readonly string[] => {
    try {
      readAnswers(file(more));
      return [];
    } catch (error) {
      return error instanceof InputError ? error.problems : [String(error)];
    }
  };
  it.each<[Record<string, unknown>, RegExp]>([
    [
      { schema: "levelhip.answers/2" },
      /schema: this file says "levelhip\.answers\/2"; it must say "levelhip\.answers\/1"/,
    ],
    [{ triage: { r21: "no" } }, /triage\.r21: there is no such id here/],
    [{ triage: { r1: "maybe" } }, /triage\.r1: "maybe" is not one of the answers\. Answers: yes, no, unknown/],
    [
      { triage: { "r4.onset": "yes" } },
      /triage\.r4\.onset: "yes" is not one of the answers\. Answers: new, long, unknown/,
    ],
    [{ interview: { confidence: 11 } }, /interview\.confidence: 11 is too large\. The most is 10/],
    [{ interview: { confidence: -1 } }, /interview\.confidence: -1 is too small\. The least is 0/],
    [{ interview: { limits: ["none", "fall"] } }, /interview\.limits: "none" cannot stand beside/],
    [{ interview: { ache: "yes" } }, /interview\.ache: there is no such id here/],
    [{ proms: { "nprs-average": 11 } }, /proms\.nprs-average/],
    [{ proms: { rmdq: 25 } }, /proms\.rmdq/],
    [{ proms: { rmdq: { value: 25 } } }, /proms\.rmdq/],
    [{ person: { age: "forty" } }, /person\.age: a number is needed, not "forty"/],
    [{ person: { age: 200 } }, /person\.age: 200 is too large/],
    [{ days: ["monday"] }, /days\[0\]: "monday" is not one of the answers\. Answers: mon/],
    [{ equipment: ["kettlebell"] }, /equipment\[0\]: "kettlebell" is not one of the answers/],
    [
      { tests: [{ measure: "fppa", side: "left", value: 99 }] },
      /tests\[0\]\.value: 99 is out of range for fppa: -30 to 45 deg/,
    ],
    [{ tests: [{ measure: "fppa", value: 9 }] }, /tests\[0\]\.side: fppa needs a side/],
    [{ tests: [{ measure: "chair-stand", side: "left", value: 9 }] }, /tests\[0\]\.side: chair-stand has no side/],
    [{ tests: [{ measure: "biceps", value: 9 }] }, /tests\[0\]\.measure: "biceps" is not one of the answers/],
    [{ cleared: [{ rows: ["r1"], by: "x", on: "2025-02-30" }] }, /cleared\[0\]\.on: a date like/],
    [{ foo: 1 }, /^foo: there is no such id here/],
  ])("%j", (more, expected) => {
    const found = problems(more);
    expect(
      found.some((one) => expected.test(one)),
      found.join("\n"),
    ).toBe(true);
  });
  it("suggests the nearest id", () => {
    expect(problems({ interview: { confidense: 3 } })[0]).toContain('Did you mean "confidence"?');
  });
  it("refuses what is no object at all, and garbage, with an InputError and nothing else", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        try {
          readAnswers(value);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          expect((error as InputError).problems.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });
  it("takes a scale as a number or with who took it, and the mean of own activities", () => {
    const { scales } = readAnswers(
      file({
        proms: {
          "nprs-average": 4,
          rmdq: { value: 9, by: "physiotherapist" },
          psfs: [
            { activity: "stand", score: 2 },
            { activity: "walk", score: 5 },
          ],
        },
      }),
    );
    expect(scales).toMatchObject({ "nprs-average": 4, rmdq: 9, psfs: 3.5 });
  });
});

describe("readAnalyses", () => {
  it("takes one report or several, and names what is wrong", () => {
    expect(readAnalyses(stance(3, "left"))).toHaveLength(1);
    expect(readAnalyses([stance(3, "left"), stance(4, "right")])).toHaveLength(2);
    expect(() => readAnalyses({ schema: "levelhip.plan/1" })).toThrow(/schema: this file says/);
  });
});

describe("pages", () => {
  const outside = /(?:src|href)="(?!#)|url\(|@import|<script/;
  it("need nothing from outside and escape what people write", () => {
    const page = planPage(
      plan({
        interview: { aim: '<script>alert("x")</script>' },
        wants_referral: true,
        tests: [{ measure: "chair-stand", value: 5, how: "<b>" }],
      }),
      english,
      SOURCES,
    );
    expect(page).not.toMatch(outside);
    expect(page).toContain("&lt;script&gt;");
    expect(page).toContain("Letter for a physiotherapist");
    expect(cardPage(english, SOURCES)).not.toMatch(outside);
  });
  it("say what to do in an emergency and hold no exercise", () => {
    const page = planPage(plan({ triage: { ...ALL_NO, r2: "yes" } }), english, SOURCES);
    expect(page).toContain("emergency department now");
    expect(page).not.toContain('class="exercise"');
    expect(page).toContain("Keep this card");
  });
  it("let no milder reason calm a person beside an emergency", () => {
    const page = planPage(plan({ triage: { ...ALL_NO, r1: "yes", r13: "yes" } }), english, SOURCES);
    expect(page).toContain("numbness between your legs");
    expect(page).not.toContain("It often settles by itself");
    expect(page).toContain("Radiculopathy");
  });
  it("number every source they name", () => {
    const page = planPage(plan(), english, SOURCES);
    const named = new Set([...page.matchAll(/href="#(e\d+)"/g)].map((match) => match[1]));
    for (const id of named) expect(page).toContain(`id="${id}"`);
    expect(named.size).toBeGreaterThan(10);
  });
  it("show start and top of every exercise as a drawing", () => {
    const page = planPage(plan(), english, SOURCES);
    expect([...page.matchAll(/class="exercise"/g)].length).toBe(
      [...page.matchAll(/role="img" aria-label="(?!\d)/g)].length,
    );
    expect(page).not.toContain("NaN");
  });
});

describe("jsonSchemas", () => {
  it("names every file format", () => {
    expect(Object.keys(jsonSchemas())).toEqual(
      expect.arrayContaining(["levelhip.answers/1", "levelhip.plan/1", "levelhip.programme/1", "levelhip.session/1"]),
    );
    expect(JSON.stringify(jsonSchemas())).toContain('"r20"');
  });
});
