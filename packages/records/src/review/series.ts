import type { RecordOf } from "../record/envelope.ts";
import type { Zone } from "../ports.ts";
import type { PersonState } from "../state/personState.ts";
import type { Said } from "../text.ts";
import { DIRECTIONS } from "./directions.ts";
import { trainingSeries } from "./trainingSeries.ts";

/** Which way is better. "zero": towards level, whatever the side it leans to. */
export type Better = "higher" | "lower" | "zero" | "neither";

/** How large a change must be to be more than error. */
export type Detectable =
  /** each value carries its standard error: 1.96·√(sem₁² + sem₂²) (Weir 2005, J Strength Cond Res 19:231) */
  | { readonly kind: "sem" }
  /** published for the scale; a whole-step scale counts a change of just this size */
  | { readonly kind: "fixed"; readonly value: number; readonly isInclusive: boolean }
  /** rule of thumb: the larger of a fixed size and a share of the first value */
  | { readonly kind: "rule"; readonly least: number; readonly share: number }
  | { readonly kind: "unknown" };

export interface Point {
  readonly at_ms: number;
  readonly zone: Zone;
  readonly value: number;
  /** standard error, in the series' unit; null where none is known */
  readonly sem: number | null;
  /** the test was stopped before its end: the true value is this or more, so it is compared with nothing */
  readonly isAtLeast?: boolean;
  /** id of the record it comes from */
  readonly record: string;
}
export interface Gap {
  readonly at_ms: number;
  readonly reason: string;
  readonly remedy: string;
}

/** One thing measured one way, over time. Another instrument, side, unit or set of activities is another series. */
export interface Series {
  /** e.g. "test/single-leg-stance/pelvic-drop/mean/left/band", "scale/psfs" */
  readonly key: string;
  readonly family: "pain" | "function" | "rating" | "test" | "capacity" | "form";
  readonly name: Said;
  readonly unit: string;
  readonly better: Better;
  readonly instrument: string;
  readonly detectable: Detectable;
  /** smallest change that people notice; null where nobody knows */
  readonly important: { readonly value: number | null; readonly share: number | null } | null;
  /** in the order of time */
  readonly points: readonly Point[];
  /** times at which it was asked for, and not measured */
  readonly gaps: readonly Gap[];
}

/** What care knows of a scale; its `SCALES` fit. */
export interface ScaleInfo {
  readonly id: string;
  readonly step: number;
  readonly better: "higher" | "lower";
  readonly change: { readonly mdc: number; readonly important?: number; readonly importantShare?: number } | null;
}
/** What care knows of a typed-in measure; its `MEASURES` fit. */
export interface MeasureInfo {
  readonly id: string;
  readonly better: "higher" | "lower" | "neither";
}
export interface Knowledge {
  readonly scales: readonly ScaleInfo[];
  readonly measures: readonly MeasureInfo[];
}

type Draft = Omit<Series, "points" | "gaps"> & { points: Point[]; gaps: Gap[] };
const sideName = (side: string | null): Said => ({ id: `records.side.${side ?? "none"}` });

/** Every series of a person's records, by key. */
export function allSeries(state: PersonState, knowledge: Knowledge): ReadonlyMap<string, Series> {
  const drafts = new Map<string, Draft>();
  const draft = (key: string, make: () => Omit<Series, "key" | "points" | "gaps">): Draft => {
    let found = drafts.get(key);
    if (!found) drafts.set(key, (found = { key, ...make(), points: [], gaps: [] }));
    return found;
  };
  for (const record of state.tests) addTest(record, draft);
  for (const record of state.values) addValue(record, draft, knowledge);
  addScales(state.questionnaires, draft, knowledge);
  for (const one of trainingSeries(state)) drafts.set(one.key, { ...one, points: [...one.points], gaps: [] });
  for (const one of drafts.values()) one.points.sort((a, b) => a.at_ms - b.at_ms || (a.record < b.record ? -1 : 1));
  return new Map([...drafts.values()].sort((a, b) => (a.key < b.key ? -1 : 1)).map((one) => [one.key, one]));
}

type Drafting = (key: string, make: () => Omit<Series, "key" | "points" | "gaps">) => Draft;

function addTest(record: RecordOf<"test-result">, draft: Drafting): void {
  const { analysis } = record.payload;
  for (const one of analysis.measurements) {
    if ("not_measured" in one) {
      addGap(record, one, draft);
      continue;
    }
    const key = ["test", analysis.test, one.id, one.statistic, one.side ?? "none", one.instrument, one.unit].join("/");
    draft(key, () => ({
      family: "test",
      name: {
        id: "records.series.test",
        values: {
          measure: { id: `records.measure.${one.id}` },
          side: sideName(one.side),
          test: { id: `records.test.${analysis.test}` },
          instrument: { id: `records.instrument.${one.instrument}` },
          statistic: { id: `records.statistic.${one.statistic}` },
        },
      },
      unit: one.unit,
      better: one.statistic === "left-right-difference" ? "zero" : (DIRECTIONS[one.id] ?? "neither"),
      instrument: one.instrument,
      detectable: { kind: "sem" },
      important: null,
    })).points.push({ at_ms: record.at_ms, zone: record.zone, value: one.value, sem: one.sem, record: record.id });
  }
}

/** What was not measured leaves a gap of its own: it belongs to no instrument. */
function addGap(
  record: RecordOf<"test-result">,
  one: {
    readonly id: string;
    readonly side: string | null;
    readonly not_measured: { readonly reason: string; readonly remedy: string };
  },
  draft: Drafting,
): void {
  const { test } = record.payload.analysis;
  draft(["test", test, one.id, "not-measured", one.side ?? "none"].join("/"), () => ({
    family: "test",
    name: {
      id: "records.series.not-measured",
      values: {
        measure: { id: `records.measure.${one.id}` },
        side: sideName(one.side),
        test: { id: `records.test.${test}` },
      },
    },
    unit: "",
    better: "neither",
    instrument: "none",
    detectable: { kind: "unknown" },
    important: null,
  })).gaps.push({ at_ms: record.at_ms, reason: one.not_measured.reason, remedy: one.not_measured.remedy });
}

function addValue(record: RecordOf<"test-value">, draft: Drafting, knowledge: Knowledge): void {
  const { measure, side, value, unit, sem, by, how, atLeast } = record.payload;
  const key = ["value", measure, side ?? "none", by, how, unit].join("/");
  draft(key, () => ({
    family: "test",
    name: {
      id: "records.series.value",
      values: { measure: { id: `measure.${measure}` }, side: sideName(side), how },
    },
    unit,
    better: knowledge.measures.find(({ id }) => id === measure)?.better ?? "neither",
    instrument: `${by}: ${how}`,
    detectable: { kind: "sem" },
    important: null,
  })).points.push({ at_ms: record.at_ms, zone: record.zone, value, sem, isAtLeast: atLeast, record: record.id });
}

const FAMILIES: Readonly<Record<string, Series["family"]>> = {
  "nprs-average": "pain",
  "nprs-worst": "pain",
  "nprs-now": "pain",
  "promis-pi": "pain",
  pgic: "rating",
};

function addScales(records: readonly RecordOf<"questionnaire">[], draft: Drafting, knowledge: Knowledge): void {
  const activities = new Map<string, number>();
  for (const record of records) {
    const { instrument, items, total } = record.payload;
    if (total === null) continue;
    const scale = knowledge.scales.find(({ id }) => id === instrument);
    // own activities: other activities are another scale
    const own = items.some(({ text }) => text !== null)
      ? items
          .map(({ text }) => text ?? "")
          .sort()
          .join("\n")
      : null;
    if (own !== null && !activities.has(`${instrument}\n${own}`)) {
      activities.set(
        `${instrument}\n${own}`,
        1 + [...activities.keys()].filter((name) => name.startsWith(`${instrument}\n`)).length,
      );
    }
    const which = own === null ? 1 : (activities.get(`${instrument}\n${own}`) ?? 1);
    draft(`scale/${instrument}${which > 1 ? `/${which}` : ""}`, () => ({
      family: FAMILIES[instrument] ?? "function",
      name: {
        id: which > 1 ? "records.series.scale-again" : "records.series.scale",
        values: { scale: { id: `records.scale.${instrument}` }, which },
      },
      unit: "points",
      better: scale?.better ?? "neither",
      instrument,
      detectable: scale?.change ? { kind: "fixed", value: scale.change.mdc, isInclusive: true } : { kind: "unknown" },
      important: scale?.change
        ? { value: scale.change.important ?? null, share: scale.change.importantShare ?? null }
        : null,
    })).points.push({ at_ms: record.at_ms, zone: record.zone, value: total, sem: null, record: record.id });
  }
}
