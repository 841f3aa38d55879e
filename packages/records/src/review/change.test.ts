import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BERLIN, DAY_MS, Maker } from "../testing/build.ts";
import { measurement, questionnaire, session, testResult } from "../testing/histories.ts";
import { KNOWLEDGE } from "../testing/knowledge.ts";
import { Ledger } from "../state/ledger.ts";
import type { AnyRecord } from "../record/envelope.ts";
import { bandOf, compare, compareAcross, verdictOf } from "./change.ts";
import { allSeries, type Better, type Point, type Series } from "./series.ts";

/** A value, three weeks after the last one that was made here. */
let clock_ms = 0;
const point = (value: number, sem: number | null = 1, at_ms = (clock_ms += 21 * DAY_MS)): Point => ({
  at_ms,
  zone: BERLIN,
  value,
  sem,
  record: `r${at_ms}`,
});
const series = (over: Partial<Series> = {}): Series => ({
  key: "k",
  family: "test",
  name: { id: "x" },
  unit: "deg",
  better: "lower",
  instrument: "band",
  detectable: { kind: "sem" },
  important: null,
  points: [],
  gaps: [],
  ...over,
});
const of = (records: readonly AnyRecord[]) => {
  const ledger = new Ledger();
  ledger.add(records);
  return allSeries(ledger.state(), KNOWLEDGE);
};

describe("a change verdict", () => {
  const mdc = 1.96 * Math.SQRT2;
  it.each([
    ["lower", 10, 10 - mdc - 1e-9, "better", "beyond-error"],
    ["lower", 10, 10 - mdc + 1e-9, "cannot-tell", "within-error"],
    ["lower", 10, 10 + mdc + 1e-9, "worse", "beyond-error"],
    ["higher", 10, 10 + mdc + 1e-9, "better", "beyond-error"],
    ["higher", 10, 10 - mdc - 1e-9, "worse", "beyond-error"],
    ["zero", 6, 1, "better", "beyond-error"],
    ["zero", -6, -1, "better", "beyond-error"],
    ["zero", 5, -5, "cannot-tell", "other-side"],
    ["zero", 1, -6, "worse", "beyond-error"],
    ["neither", 1, 60, "cannot-tell", "no-better"],
    ["neither", 1, 2, "cannot-tell", "within-error"],
  ] as const)("is, for %s from %d to %d: %s (%s)", (better, from, to, word, why) => {
    expect(compare(series({ better }), point(from), point(to))).toMatchObject({ word, why });
  });

  it("takes both errors into account", () => {
    const verdict = compare(series(), point(10, 3), point(0, 4));
    expect(verdict.detectable).toBeCloseTo(1.96 * 5, 12);
    expect(verdict.word).toBe("better");
    expect(compare(series(), point(9, 3), point(0, 4)).word).toBe("cannot-tell");
  });

  it.each([
    [5, 3, "better"],
    [5, 4, "cannot-tell"],
    [5, 7, "worse"],
    [5, 6, "cannot-tell"],
  ])("counts a change of just two points on a 0–10 scale: %d → %d is %s", (from, to, word) => {
    const scale = series({
      family: "pain",
      detectable: { kind: "fixed", value: 2, isInclusive: true },
      important: { value: 2, share: 0.3 },
    });
    expect(compare(scale, point(from, null), point(to, null)).word).toBe(word);
  });

  it("knows what people notice: two points or 30 percent, either is enough", () => {
    const scale = series({
      detectable: { kind: "fixed", value: 2, isInclusive: true },
      important: { value: 2, share: 0.3 },
    });
    const byShare = { ...scale, detectable: { kind: "fixed", value: 1, isInclusive: true } } as const;
    expect(compare(byShare, point(4, null), point(2.8, null)).isImportant).toBe(true);
    expect(compare(byShare, point(4, null), point(2.9, null)).isImportant).toBe(false);
    expect(compare(scale, point(4, null), point(2.8, null)).isImportant).toBe(false);
    expect(compare(scale, point(9, null), point(7, null)).isImportant).toBe(true);
    expect(compare(scale, point(0, null), point(1, null)).isImportant).toBe(false);
    expect(compare(series(), point(0), point(9)).isImportant).toBeNull();
  });

  it("cannot tell without a known error, with one point, or across instruments", () => {
    expect(compare(series({ detectable: { kind: "unknown" } }), point(1), point(99))).toMatchObject({
      word: "cannot-tell",
      why: "error-unknown",
      detectable: null,
    });
    expect(compare(series(), point(1, null), point(99))).toMatchObject({ why: "error-unknown" });
    expect(verdictOf(series({ points: [point(1)] }))).toMatchObject({
      word: "cannot-tell",
      why: "only-one",
      change: null,
    });
    expect(compareAcross(series(), point(9), series({ key: "other" }), point(0))).toMatchObject({
      word: "cannot-tell",
      why: "instruments-differ",
    });
    expect(compareAcross(series(), point(9), series(), point(0)).word).toBe("better");
  });

  it("does not compare a re-test that came within a fortnight, up to thirteen days and not at fourteen", () => {
    const again = (days: number, family: Series["family"] = "test") =>
      compare(series({ family }), point(9, 1, 0), point(0, 1, days * DAY_MS));
    expect(again(13)).toMatchObject({ word: "cannot-tell", why: "too-soon", change: -9 });
    expect(again(14).word).toBe("better");
    expect(again(1, "pain").word).toBe("better");
  });

  it("does not compare a test that was stopped before its end", () => {
    expect(compare(series({ better: "higher" }), point(10), { ...point(60), isAtLeast: true })).toMatchObject({
      word: "cannot-tell",
      why: "at-least",
    });
  });

  it("turns round with the sign and with the order, and never says both", () => {
    const value = fc.double({ min: -50, max: 50, noNaN: true });
    const sem = fc.double({ min: 0.01, max: 10, noNaN: true });
    fc.assert(
      fc.property(
        value,
        value,
        sem,
        sem,
        fc.constantFrom<Better>("higher", "lower", "zero", "neither"),
        (a, b, sa, sb, better) => {
          const there = compare(series({ better }), point(a, sa), point(b, sb));
          const back = compare(series({ better }), point(b, sb), point(a, sa));
          const opposite = { better: "worse", worse: "better", "cannot-tell": "cannot-tell" } as const;
          expect(back.word).toBe(opposite[there.word]);
          const mirrored = compare(
            series({ better: better === "higher" ? "lower" : better === "lower" ? "higher" : better }),
            point(-a, sa),
            point(-b, sb),
          );
          expect(mirrored.word).toBe(there.word);
          if (there.word !== "cannot-tell")
            expect(Math.abs(there.change ?? 0)).toBeGreaterThan(there.detectable ?? Infinity);
        },
      ),
    );
  });

  it("is wrong in at most five of a hundred people who did not change", () => {
    let seed = 1;
    const uniform = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    let told = 0;
    for (let n = 0; n < 20_000; n++)
      if (compare(series(), point(7 + 1.5 * normal(), 1.5), point(7 + 1.5 * normal(), 1.5)).word !== "cannot-tell")
        told++;
    expect(told / 20_000).toBeGreaterThan(0.045);
    expect(told / 20_000).toBeLessThan(0.055);
  });

  it("agrees with the band that is drawn", () => {
    const one = series({ points: [point(6, 1), point(3, 1.5)] });
    const band = bandOf(one);
    expect(band?.high).toBeCloseTo(6 + 1.96 * Math.hypot(1, 1.5), 12);
    expect(verdictOf(one).word).toBe(3 < (band?.low ?? 0) ? "better" : "cannot-tell");
    expect(bandOf(series())).toBeNull();
  });
});

describe("series", () => {
  it("never mixes instruments, sides, statistics, tests or units", () => {
    const maker = new Maker();
    const records = [
      maker.make(
        "test-result",
        testResult([
          measurement(),
          measurement({ side: "right" }),
          measurement({ statistic: "peak" }),
          measurement({ instrument: "markerless" }),
        ]),
      ),
      maker.after(DAY_MS).make("test-result", testResult([measurement({ value: 2 })])),
      maker.make("test-result", testResult([measurement()], "walk")),
    ];
    const found = of(records);
    expect([...found.keys()]).toEqual([
      "test/single-leg-stance/pelvic-drop/mean/left/band/deg",
      "test/single-leg-stance/pelvic-drop/mean/left/markerless/deg",
      "test/single-leg-stance/pelvic-drop/mean/right/band/deg",
      "test/single-leg-stance/pelvic-drop/peak/left/band/deg",
      "test/walk/pelvic-drop/mean/left/band/deg",
    ]);
    expect(
      found.get("test/single-leg-stance/pelvic-drop/mean/left/band/deg")?.points.map(({ value }) => value),
    ).toEqual([6, 2]);
  });

  it("keeps what was not measured, with its reason and remedy, and gives it no value", () => {
    const maker = new Maker();
    const found = of([
      maker.make(
        "test-result",
        testResult([{ id: "pelvic-drop", side: "left", not_measured: { code: "x", reason: "dark", remedy: "light" } }]),
      ),
    ]);
    const [only] = found.values();
    expect(only).toMatchObject({ points: [], gaps: [{ reason: "dark", remedy: "light" }] });
  });

  it("starts a new series when the person's own activities change", () => {
    const maker = new Maker();
    const psfs = (total: number, ...activities: string[]) =>
      maker.after(DAY_MS).make("questionnaire", {
        ...questionnaire("psfs", total),
        items: activities.map((text, at) => ({ id: `a${at}`, text, value: total })),
      });
    const found = of([psfs(3, "stand", "walk"), psfs(5, "walk", "stand"), psfs(7, "sit", "walk")]);
    expect(found.get("scale/psfs")?.points.map(({ value }) => value)).toEqual([3, 5]);
    expect(found.get("scale/psfs/2")?.points.map(({ value }) => value)).toEqual([7]);
  });

  it("keeps values typed in apart by who took them and how", () => {
    const maker = new Maker();
    const typed = (value: number, by: string, how: string) =>
      maker.after(15 * DAY_MS).make("test-value", {
        measure: "bridge-hold",
        side: null,
        value,
        unit: "s",
        sem: 5,
        n: 1,
        n_of: "trials",
        by,
        how,
        atLeast: false,
        pain: null,
      });
    const found = of([
      typed(30, "self", "stopwatch"),
      typed(60, "self", "stopwatch"),
      typed(40, "physiotherapist", "stopwatch"),
    ]);
    expect([...found.values()].map(({ points }) => points.length)).toEqual([1, 2]);
    expect(verdictOf(found.get("value/bridge-hold/none/self/stopwatch/s") as Series).word).toBe("better");
  });

  it("reads pain, form and capacity from training", () => {
    const maker = new Maker();
    const found = of([...session(maker, { painAfter: 4 }), ...session(maker.after(DAY_MS), { painAfter: 1 })]);
    expect(found.get("pain/after-session")?.points.map(({ value }) => value)).toEqual([4, 1]);
    expect(verdictOf(found.get("pain/after-session") as Series).word).toBe("better");
    expect(found.get("capacity/glute-bridge/none/1/reps")?.points.map(({ value }) => value)).toEqual([3, 3]);
    expect(found.has("form")).toBe(false);
  });
});
