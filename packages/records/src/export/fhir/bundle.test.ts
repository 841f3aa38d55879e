import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DE } from "../../data/de.ts";
import { EN } from "../../data/en.ts";
import { type AnyRecord, readRecord } from "../../record/envelope.ts";
import { Ledger } from "../../state/ledger.ts";
import { BERLIN, DAY_MS, Maker, MONDAY_MS } from "../../testing/build.ts";
import { R4 } from "../../testing/fhirValidator.ts";
import { history, measurement, programme, questionnaire, session, testResult } from "../../testing/histories.ts";
import { wordsFrom } from "../../text.ts";
import { fhirBundle } from "./bundle.ts";
import { quantity, type Resource, uuidOf } from "./shapes.ts";

const r4 = new R4();
const export_ = (records: readonly AnyRecord[], words = wordsFrom("en", EN)) => {
  const ledger = new Ledger();
  ledger.add(records);
  return fhirBundle(ledger.state(), ledger.records(), {
    person: "p1",
    pseudonym: "A-17",
    now: { at_ms: MONDAY_MS + 99 * DAY_MS, zone: BERLIN },
    words,
  });
};
const of = (bundle: ReturnType<typeof export_>, type: string): Resource[] =>
  bundle.entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === type);

/** One of every kind, with everything filled in. */
function everything(): AnyRecord[] {
  const maker = new Maker();
  const start = maker.make("programme", programme());
  const trained = session(maker.after(DAY_MS), { painAfter: 4 });
  return [
    maker.make("person", { name: "Ada", sex: "female", birthYear: 1971, height_m: 1.7, mass_kg: 61.5 }),
    maker.make("triage", {
      form: "long",
      answers: { r1: "no", r2: ["a", "b"], age: 55 },
      level: "clinician",
      because: [{ id: "triage.r2" }],
      sessions: "gentle",
      clearances: [],
    }),
    maker.make("interview", { answers: { "pain-where": ["low-back"], empty: "" }, complete: true }),
    start,
    ...trained,
    maker
      .after(DAY_MS)
      .make("pain-answer", { session: trained[0]?.id ?? null, asked: "24h", pain: 2, settled: true, spreading: false }),
    maker.make("pain-answer", { session: "elsewhere", asked: "now", pain: 2.5, settled: null, spreading: null }),
    maker.make("test-result", {
      ...testResult([
        measurement({ sem: 1.5 }),
        measurement({ id: "sway", unit: "%", side: null }),
        measurement({ id: "cadence", unit: "steps/min" }),
        { id: "knee-fppa", side: "right", not_measured: { code: "dark", reason: "too dark", remedy: "more light" } },
      ]),
      pain: 3,
      measuredBy: "a physiotherapist",
    }),
    maker.make("test-value", {
      measure: "abductor-force",
      side: "left",
      value: 28,
      unit: "% body weight",
      sem: 1.4,
      n: 3,
      n_of: "trials",
      by: "physiotherapist",
      how: "dynamometer",
      atLeast: true,
      pain: null,
    }),
    maker.make("questionnaire", questionnaire("nprs-average", 2)),
    maker.make("questionnaire", { ...questionnaire("nprs-now", 3), recall: "now" }),
    maker.make("questionnaire", {
      ...questionnaire("psfs", 4.5),
      items: [
        { id: "a1", text: "stand", value: 4 },
        { id: "a2", text: "walk", value: 5 },
        { id: "a3", text: "sit", value: null },
      ],
    }),
    maker.make("questionnaire", { ...questionnaire("odi", 22), source: "typed-in", measuredBy: "clinic" }),
    maker.make("goal", {
      words: "stand for an hour",
      series: "scale/psfs",
      target: 8,
      dueOn: "2026-12-24",
      status: "active",
    }),
    maker.make("goal", { words: "", series: null, target: null, dueOn: null, status: "dropped" }),
    maker.after(DAY_MS).make(
      "programme",
      programme({
        kind: "progress",
        exercises: [
          {
            exercise: "bridge-hold",
            side: "left",
            sets: 3,
            reps: null,
            hold_s: 20,
            tempo: null,
            level: 2,
            load: 0,
          },
        ],
      }),
    ),
    maker.make("referral", { urgency: "clinician", reasons: [], letter: "Dear colleague" }),
    maker.make("referral", { urgency: "urgent", reasons: [], letter: null }),
    maker.make("note", { text: "x", about: null }),
  ];
}

describe("FHIR R4 bundle", () => {
  it("is valid against the R4 definitions, with every kind in it, in both languages", () => {
    for (const words of [wordsFrom("en", EN), wordsFrom("de", DE)]) {
      const bundle = export_(everything(), words);
      expect(r4.bundleComplaints(bundle)).toEqual([]);
      for (const type of [
        "Patient",
        "Device",
        "Questionnaire",
        "QuestionnaireResponse",
        "Observation",
        "CarePlan",
        "Goal",
        "Procedure",
        "Communication",
        "CodeSystem",
      ]) {
        expect(of(bundle, type).length, type).toBeGreaterThan(0);
      }
    }
  });

  it("is valid for whatever two devices wrote, and the same every time", () => {
    fc.assert(
      fc.property(history, (records) => {
        const bundle = export_(records);
        expect(r4.bundleComplaints(bundle)).toEqual([]);
        expect(export_([...records].reverse())).toEqual(bundle);
      }),
      { numRuns: 30 },
    );
  });

  it("has a validator that would notice", () => {
    const bundle = export_(everything());
    const [observation] = of(bundle, "Observation").filter((one) => "valueQuantity" in one);
    const broken: [string, object][] = [
      ["status", { ...observation, status: "finished" }],
      ["field", { ...observation, colour: "red" }],
      ["missing", { ...observation, code: undefined }],
      ["obs-6", { ...observation, dataAbsentReason: { text: "x" } }],
      [
        "unit",
        {
          ...observation,
          valueQuantity: { value: 1, unit: "x", system: "http://unitsofmeasure.org", code: "furlong!" },
        },
      ],
      ["comparator", { ...observation, valueQuantity: { ...quantity(1, "s"), comparator: "about" } }],
      ["plan", { ...of(bundle, "CarePlan")[0], status: "going" }],
      ["goal", { ...of(bundle, "Goal")[0], lifecycleStatus: "fine" }],
    ];
    for (const [what, resource] of broken)
      expect(r4.complaints(JSON.parse(JSON.stringify(resource)) as object), what).not.toEqual([]);
    const dangling = { ...bundle, entry: bundle.entry.filter(({ resource }) => resource.resourceType !== "Patient") };
    expect(r4.bundleComplaints(dangling)[0]).toContain("reference to nothing");
  });

  it("sends pain as the number itself, never as LOINC's answer codes", () => {
    const bundle = export_(everything());
    const pains = of(bundle, "Observation").filter((one) => JSON.stringify(one["code"]).includes("72514-3"));
    expect(
      pains
        .map((one) => one["valueInteger"])
        .filter((value) => value !== undefined)
        .sort((a, b) => Number(a) - Number(b)),
    ).toEqual([2, 2, 3, 3, 4]);
    expect(JSON.stringify(bundle)).not.toMatch(/LA\d{4,}/);
    expect(JSON.stringify(bundle)).not.toMatch(/snomed/i);
  });

  it("says of each number how exact it is, and of a refused one why", () => {
    const bundle = export_(everything());
    const drop = of(bundle, "Observation").find((one) => JSON.stringify(one["code"]).includes('"pelvic-drop"'));
    expect(drop).toMatchObject({
      valueQuantity: { value: 6, system: "http://unitsofmeasure.org", code: "deg" },
      bodySite: { text: "left" },
      method: { text: "band and camera" },
    });
    const [error] = (drop?.["extension"] ?? []) as { extension: { url: string; valueQuantity: { value: number } }[] }[];
    expect(error?.extension.find(({ url }) => url === "sem")?.valueQuantity.value).toBe(1.5);
    expect(error?.extension.find(({ url }) => url === "mdc95")?.valueQuantity.value).toBeCloseTo(4.158, 3);
    const refused = of(bundle, "Observation").find((one) => JSON.stringify(one["code"]).includes('"knee-fppa"'));
    expect(refused).toMatchObject({ dataAbsentReason: { text: "too dark" }, note: [{ text: "more light" }] });
    expect(refused).not.toHaveProperty("valueQuantity");
  });

  it("names nobody: a pseudonym and a year of birth", () => {
    const bundle = export_(everything());
    expect(of(bundle, "Patient")[0]).toMatchObject({
      identifier: [{ value: "A-17" }],
      birthDate: "1971",
      gender: "female",
    });
    expect(JSON.stringify(bundle)).not.toContain("Ada");
  });

  it("lists every local code that it uses", () => {
    const bundle = export_(everything());
    const listed = new Set(
      of(bundle, "CodeSystem").flatMap((one) =>
        (one["concept"] as { code: string }[]).map(({ code }) => `${String(one["url"])}|${code}`),
      ),
    );
    const used = [...JSON.stringify(bundle).matchAll(/"system":"(https:\/\/levelhip[^"]+)","code":"([^"]+)"/g)].map(
      ([, system, code]) => `${system}|${code}`,
    );
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((one) => !listed.has(one))).toEqual([]);
  });

  it("keeps what it does not know whole, by its id", () => {
    const read = readRecord({
      ...new Maker().make("test-result", testResult([measurement({ id: "from-the-future", unit: "lux per step" })])),
    });
    if (!read.ok || read.record.kind === null) throw new Error("not read");
    const bundle = export_([read.record]);
    expect(r4.bundleComplaints(bundle)).toEqual([]);
    expect(JSON.stringify(bundle)).toContain("from the future");
  });

  it("gives each name one UUID, and different names different ones", () => {
    expect(uuidOf("1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed")).toBe("1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed");
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(uuidOf(name)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[48][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      }),
    );
    const names = [...Array(50_000).keys()].map((n) => `phone-${n}#${n % 7}`);
    expect(new Set(names.map(uuidOf)).size).toBe(names.length);
  });
});
