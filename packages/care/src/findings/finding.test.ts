import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVIDENCE_ITEMS } from "../data/findings.ts";
import { type CareMeasureId, MEASURES, measureOf } from "../data/measures.ts";
import type { TestValue } from "../tests/testValue.ts";
import { finding, findings } from "./finding.ts";
import { bandOf, plainBand } from "./model.ts";
import type { FindingsInput } from "./reading.ts";

const value = (
  measure: CareMeasureId,
  side: "left" | "right" | null,
  at: number,
  more: Partial<TestValue> = {},
): TestValue => ({
  measure,
  side,
  value: at,
  sem: null,
  n: 3,
  n_of: "trials",
  quality: 1,
  by: "physiotherapist",
  how: "by hand",
  on: null,
  atLeast: false,
  pain: null,
  ...more,
});
const person = (
  values: TestValue[] = [],
  answers: FindingsInput["answers"] = {},
  who: Partial<FindingsInput> = {},
): FindingsInput => ({
  sex: who.sex === undefined ? "female" : who.sex,
  age: who.age === undefined ? 30 : who.age,
  scales: who.scales ?? {},
  values,
  answers,
});

/** Any set of values a form could hold. */
const anyValue = fc.constantFrom(...(Object.keys(MEASURES) as CareMeasureId[])).chain((measure) => {
  const { min, max, step, sided } = measureOf(measure);
  return fc
    .record({
      at: fc.integer({ min: 0, max: Math.round((max - min) / step) }).map((n) => min + n * step),
      side: sided ? fc.constantFrom("left" as const, "right" as const) : fc.constant(null),
      n: fc.integer({ min: 1, max: 4 }),
      pain: fc.option(fc.integer({ min: 0, max: 10 })),
    })
    .map(({ at, side, n, pain }) => value(measure, side, at, { n, pain }));
});
const anyPerson = fc.record({
  values: fc.array(anyValue, { maxLength: 10 }),
  sex: fc.constantFrom("female" as const, "male" as const, "other" as const, null),
  age: fc.option(fc.integer({ min: 18, max: 90 })),
  answers: fc.record({
    "bridge-felt": fc.constantFrom("buttock", "thigh-back", "low-back", "cramp", "unknown"),
    "hip-drop": fc.constantFrom("no", "left", "right", "both", "unknown"),
    tightness: fc.subarray(["hip-front-left", "hip-front-right", "thigh-back-left", "thigh-back-right"]),
    "ache-standing": fc.constantFrom("yes", "no", "unknown"),
  }),
  scales: fc.record({ "nprs-average": fc.integer({ min: 0, max: 10 }) }),
});

describe("findings", () => {
  it("has five components, four of them with two sides", () => {
    expect(findings(person(), 1).map((one) => `${one.component}${one.side ?? ""}`)).toEqual([
      "C1left",
      "C1right",
      "C2left",
      "C2right",
      "C3left",
      "C3right",
      "C4left",
      "C4right",
      "C5",
    ]);
  });

  it("says 'not enough information' when nothing is known, at the assumed starting point", () => {
    for (const one of findings(person(), 1)) {
      expect(one.band).toBe("not-enough-information");
      expect(one.probability).toBeCloseTo(0.3, 12);
      expect(one.coverage).toBe(0);
    }
  });

  it("is the same, bit for bit, for the same seed", () => {
    const input = person([value("bridge-hold-single", "left", 12), value("abductor-force", "left", 18)], {
      "bridge-felt": "cramp",
    });
    expect(findings(input, 7)).toEqual(findings(input, 7));
    expect(finding("C1", "left", input, 7).interval).not.toEqual(finding("C1", "left", input, 8).interval);
  });

  it("finds what clearly low values show, and does not support it where values are good", () => {
    const low = finding(
      "C3",
      "left",
      person([
        value("abductor-force", "left", 14),
        value("side-lying-reps", "left", 6),
        value("active-hip-abduction", "left", 3),
      ]),
      1,
    );
    expect(low.band).toBe("likely");
    const good = finding(
      "C3",
      "left",
      person([
        value("abductor-force", "left", 36),
        value("side-lying-reps", "left", 30),
        value("active-hip-abduction", "left", 0),
      ]),
      1,
    );
    expect(good.band).toBe("not-suggested");
    expect(good.interval[1]).toBeLessThan(0.25);
  });

  it("takes a completed 30 s hike as good evidence and 29 s as none, never the other way", () => {
    const at = (s: number) =>
      finding("C2", "left", person([value("hike-time", "left", s)]), 1).contributions[0]?.e ?? Number.NaN;
    expect(at(30)).toBeCloseTo(-0.68, 2);
    expect(at(29)).toBeGreaterThan(0);
    expect(at(29)).toBeLessThan(0.2);
    expect(at(12)).toBeGreaterThan(0.99);
  });

  it("does not read a short balance time over 65 as a hip sign", () => {
    const at = (age: number) => finding("C2", "left", person([value("hike-time", "left", 8)], {}, { age }), 1);
    expect(at(65).contributions).toHaveLength(1);
    expect(at(66).contributions).toHaveLength(0);
    expect(at(66).not_scored).toEqual([{ item: "hike-time", state: "other", value: 8 }]);
  });

  it("leaves out a trial that hurt above 5, keeps one at 5", () => {
    const at = (pain: number) =>
      finding("C1", "left", person([value("bridge-hold-single", "left", 8, { pain })]), 1).contributions.length;
    expect(at(5)).toBe(1);
    expect(at(6)).toBe(0);
  });

  it("takes a hold that was cut short only as good evidence", () => {
    const at = (s: number) => finding("C1", null, person([value("bridge-hold", null, s, { atLeast: true })]), 1);
    expect(at(10).contributions).toHaveLength(0);
    expect(at(45).contributions[0]?.e).toBeLessThan(-0.9);
  });

  it("says severity only where a norm fits age and sex", () => {
    const input = (age: number) =>
      person(
        [
          value("abductor-force", "left", 15),
          value("side-lying-reps", "left", 5),
          value("active-hip-abduction", "left", 3),
        ],
        {},
        { age },
      );
    expect(finding("C3", "left", input(25), 1).severity).toMatchObject({ item: "abductor-force", grade: "marked" });
    expect(finding("C3", "left", input(35), 1).severity).toBeNull();
  });

  it("judges force by the other side where there is no usual value, and only the side that gives less", () => {
    const input = person([value("abductor-force", "left", 14), value("abductor-force", "right", 24)], {}, { age: 60 });
    expect(finding("C3", "left", input, 1).contributions[0]?.e).toBeGreaterThan(0.9);
    expect(finding("C3", "right", input, 1).contributions[0]?.e).toBe(0);
  });

  it("names the value at which the words would change", () => {
    const one = finding(
      "C3",
      "left",
      person([value("abductor-force", "left", 20), value("side-lying-reps", "left", 10)]),
      1,
    );
    const [first] = one.would_change;
    expect(first).toBeDefined();
    const moved = finding(
      "C3",
      "left",
      person([
        value("abductor-force", "left", first?.item === "abductor-force" ? first.to : 20),
        value("side-lying-reps", "left", first?.item === "side-lying-reps" ? first.to : 10),
      ]),
      1,
    );
    expect(plainBand(moved.probability)).toBe(first?.band);
    expect(plainBand(moved.probability)).not.toBe(plainBand(one.probability));
  });
});

describe("bands, on both sides of every edge", () => {
  it.each([
    [0.249, "not-suggested"],
    [0.25, "unclear"],
    [0.499, "unclear"],
    [0.5, "possible"],
    [0.75, "possible"],
    [0.751, "likely"],
  ] as const)("%f is %s", (p, band) => expect(bandOf(p, [p, p], 1)).toBe(band));
  it("needs 40 % coverage and an interval of at most 0.5", () => {
    expect(bandOf(0.8, [0.6, 0.9], 0.4)).toBe("likely");
    expect(bandOf(0.8, [0.6, 0.9], 0.399)).toBe("not-enough-information");
    expect(bandOf(0.6, [0.25, 0.75], 1)).toBe("possible");
    expect(bandOf(0.6, [0.25, 0.751], 1)).toBe("not-enough-information");
  });
});

describe("properties", () => {
  it("a worse value never lowers the probability, nor either end of the interval, of its side", () => {
    fc.assert(
      fc.property(
        anyPerson,
        fc.constantFrom(...EVIDENCE_ITEMS.filter((item) => item.kind === "measure")),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (who, item, a, b) => {
          if (item.kind !== "measure") return;
          const { min, max, sided } = measureOf(item.measure);
          const at = [a, b]
            .map((share) => min + share * (max - min))
            .sort((x, y) => (item.bad === "high" ? x - y : y - x));
          const side = sided ? "left" : null;
          const rest = who.values.filter((one) => one.measure !== item.measure || one.side !== side);
          const read = (x: number) =>
            finding(
              item.component,
              item.component === "C5" ? null : "left",
              person([...rest, value(item.measure, side, x)], who.answers, who),
              3,
            );
          const [better, worse] = [read(at[0] ?? 0), read(at[1] ?? 0)];
          expect(worse.probability).toBeGreaterThanOrEqual(better.probability - 1e-12);
          expect(worse.interval[0]).toBeGreaterThanOrEqual(better.interval[0] - 1e-12);
          expect(worse.interval[1]).toBeGreaterThanOrEqual(better.interval[1] - 1e-12);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("items of weight 0 change nothing at all", () => {
    fc.assert(
      fc.property(
        anyPerson,
        fc.constantFrom(...EVIDENCE_ITEMS.filter((item) => item.kind === "measure" && item.weight === 0)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (who, item, share) => {
          if (item.kind !== "measure") return;
          const { min, max, sided } = measureOf(item.measure);
          const input = person(
            who.values.filter((one) => one.measure !== item.measure),
            who.answers,
            who,
          );
          const more = {
            ...input,
            values: [...input.values, value(item.measure, sided ? "left" : null, min + share * (max - min))],
          };
          const strip = (list: ReturnType<typeof findings>) => list.map(({ not_scored: _not, ...rest }) => rest);
          expect(strip(findings(more, 5))).toEqual(strip(findings(input, 5)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("what is missing neither raises nor lowers: an unknown answer equals none", () => {
    fc.assert(
      fc.property(anyPerson, (who) => {
        const input = person(who.values, {}, who);
        const unknown = {
          ...input,
          answers: { "bridge-felt": "unknown", "hip-drop": "unknown", "ache-standing": "unknown", tightness: [] },
        };
        expect(findings(unknown, 2)).toEqual(findings({ ...input, answers: {} }, 2));
      }),
      { numRuns: 40 },
    );
  });

  it("left and right mirror, intervals included", () => {
    const flip = (side: "left" | "right" | null) =>
      side === null ? null : side === "left" ? ("right" as const) : ("left" as const);
    const flipWord = (word: string) =>
      word === "left"
        ? "right"
        : word === "right"
          ? "left"
          : word.endsWith("-left")
            ? word.replace(/left$/, "right")
            : word.replace(/right$/, "left");
    fc.assert(
      fc.property(anyPerson, (who) => {
        const input = person(who.values, who.answers, who);
        const mirrored = person(
          who.values.map((one) => ({ ...one, side: flip(one.side) })),
          {
            ...who.answers,
            "hip-drop": flipWord(who.answers["hip-drop"]),
            tightness: who.answers.tightness.map(flipWord),
          },
          who,
        );
        const strip = (list: ReturnType<typeof findings>) =>
          list.map(({ side, contributions, ...rest }) => ({
            ...rest,
            side,
            contributions: contributions.map(({ answer: _answer, ...more }) => more),
          }));
        const expected = strip(findings(input, 9)).map((one) => ({ ...one, side: flip(one.side) }));
        const got = strip(findings(mirrored, 9));
        for (const one of got)
          expect(one).toEqual(expected.find((other) => other.component === one.component && other.side === one.side));
      }),
      { numRuns: 60 },
    );
  });

  it("stays within the clip: no evidence can push past ±3 log-odds", () => {
    fc.assert(
      fc.property(anyPerson, (who) => {
        for (const one of findings(person(who.values, who.answers, who), 1)) {
          expect(one.probability).toBeGreaterThanOrEqual(0.0208);
          expect(one.probability).toBeLessThanOrEqual(0.896);
          expect(one.interval[0]).toBeLessThanOrEqual(one.interval[1]);
          expect(one.coverage).toBeGreaterThanOrEqual(0);
          expect(one.coverage).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
