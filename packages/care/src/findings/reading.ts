import type { Side } from "@levelhip/motion";
import type { AnswerValue } from "../condition.ts";
import { EVIDENCE_ITEMS, PAIN_SPOILS } from "../data/findings.ts";
import { measureOf } from "../data/measures.ts";
import { type TestValue, latest, qualityOf, semOf } from "../tests/testValue.ts";
import type { AnswerItem, ComponentId, EvidenceItem, ForWhom, MeasureItem, ScaleItem, Sex } from "./evidenceItem.ts";
import { softEvidence } from "./soft.ts";

/** All that the findings rest on. */
export interface FindingsInput {
  readonly sex: Sex | null;
  readonly age: number | null;
  readonly values: readonly TestValue[];
  /** interview answers by question id */
  readonly answers: Readonly<Record<string, AnswerValue | undefined>>;
  /** scale readings by scale id */
  readonly scales: Readonly<Record<string, number | undefined>>;
}

export interface Read {
  readonly value: number;
  readonly sem: number;
  readonly cuts: readonly number[];
  readonly source: TestValue | null;
  /** read against the other side, not against a cut-off of its own */
  readonly relative: boolean;
}

/** An item that counts: its soft evidence as a function of the error drawn (in standard errors; 0 = as read). */
export interface Scored {
  readonly item: EvidenceItem;
  readonly state: "scored";
  readonly quality: number;
  /** value, error and cut-offs, for the explanation; null for an answer */
  readonly read: Read | null;
  readonly answer: string | null;
  e(error_sem: number): number;
}
/** An item that does not count, and why. "other": not meant for this person; "spoiled": the trial hurt or was not well seen. */
export interface Unscored {
  readonly item: EvidenceItem;
  readonly state: "missing" | "recorded" | "other" | "spoiled";
  readonly source: TestValue | null;
}
export type Reading = Scored | Unscored;

/** Every item of a component for one side (null: the component has none), in the order of the list. */
export const readItems = (component: ComponentId, side: Side | null, input: FindingsInput): Reading[] =>
  EVIDENCE_ITEMS.filter((item) => item.component === component).map((item) => readItem(item, side, input));

export function readItem(item: EvidenceItem, side: Side | null, input: FindingsInput): Reading {
  if (item.kind === "answer") return readAnswer(item, side, input);
  if (item.kind === "scale") return readScale(item, input);
  return readMeasure(item, side, input);
}

function readAnswer(item: AnswerItem, side: Side | null, input: FindingsInput): Reading {
  const given = input.answers[item.question];
  const map = side === "right" ? item.right : item.left;
  const picked = (Array.isArray(given) ? given : [given]).filter(
    (one): one is string => typeof one === "string" && one in map,
  );
  if (picked.length === 0) return { item, state: "missing", source: null };
  const e = Math.max(...picked.map((one) => map[one] ?? 0));
  return { item, state: "scored", quality: 1, read: null, answer: picked.join(", "), e: () => e };
}

function readScale(item: ScaleItem, input: FindingsInput): Reading {
  const value = input.scales[item.scale];
  const cuts = cutsFor(item.cuts, input);
  if (value === undefined || cuts === null) return { item, state: "missing", source: null };
  const { sem, bad } = item;
  return {
    item,
    state: "scored",
    quality: 1,
    read: { value, sem, cuts, source: null, relative: false },
    answer: null,
    e: (error) => softEvidence(value + sem * error, cuts, sem, bad),
  };
}

function readMeasure(item: MeasureItem, side: Side | null, input: FindingsInput): Reading {
  const sided = measureOf(item.measure).sided;
  const source = latest(input.values, item.measure, sided ? side : null);
  if (item.applies && !isFor(item.applies, input)) return { item, state: "other", source };
  if (!source) return { item, state: "missing", source };
  if (item.weight === 0) return { item, state: "recorded", source };
  if ((source.pain ?? 0) > PAIN_SPOILS || qualityOf(source) === 0) return { item, state: "spoiled", source };
  const cuts = cutsFor(item.cuts, input);
  if (cuts === null)
    return item.sideDifference ? readDifference(item, side, source, input) : { item, state: "other", source };
  const sem = semOf(source);
  const { cap = Infinity } = item;
  // at the end of the test the true value is that or more: it is taken one standard error beyond
  const ended = (value: number): number => (value >= cap ? cap + sem : value);
  const e = (error: number): number => softEvidence(ended(source.value + sem * error), cuts, sem, item.bad);
  if (source.atLeast && e(0) > 0) return { item, state: "recorded", source };
  const scored = {
    item,
    state: "scored",
    quality: qualityOf(source),
    read: { value: source.value, sem, cuts, source, relative: false },
    answer: null,
  } as const;
  return { ...scored, e: source.atLeast ? (error) => Math.min(0, e(error)) : e };
}

/** No usual value for this person: only the weaker side says something, by how much less it gives than the other, at half quality. */
function readDifference(item: MeasureItem, side: Side | null, source: TestValue, input: FindingsInput): Reading {
  const limit = item.sideDifference?.share ?? 1;
  const other = side === null ? null : latest(input.values, item.measure, side === "left" ? "right" : "left");
  if (!other || other.value <= 0 || (other.pain ?? 0) > PAIN_SPOILS) return { item, state: "recorded", source };
  const share = (other.value - source.value) / other.value;
  const sem = Math.hypot(semOf(source), (semOf(other) * source.value) / other.value) / other.value;
  return {
    item,
    state: "scored",
    quality: 0.5 * Math.min(qualityOf(source), qualityOf(other)),
    read: { value: source.value, sem: semOf(source), cuts: [other.value * (1 - limit)], source, relative: true },
    answer: null,
    e: (error) => Math.max(0, softEvidence(share - sem * error, [limit], sem, "high")),
  };
}

/** Cut-offs for this person, the most particular first; null when there are none. */
export function cutsFor(
  cuts: readonly (ForWhom & { readonly at: readonly number[] })[],
  who: Pick<FindingsInput, "sex" | "age">,
): readonly number[] | null {
  return cuts.find((cut) => isFor(cut, who))?.at ?? null;
}

export function isFor(whom: ForWhom, { sex, age }: Pick<FindingsInput, "sex" | "age">): boolean {
  if (whom.sex && whom.sex !== sex) return false;
  if (!whom.age) return true;
  return age !== null && age >= (whom.age.from ?? 0) && age <= (whom.age.to ?? Infinity);
}
