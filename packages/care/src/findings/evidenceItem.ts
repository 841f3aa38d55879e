import type { CareMeasureId } from "../data/measures.ts";
import type { Words } from "../text/said.ts";

export const COMPONENT_IDS = ["C1", "C2", "C3", "C4", "C5"] as const;
export type ComponentId = (typeof COMPONENT_IDS)[number];
export type Sex = "female" | "male" | "other";

/** Whom a number is for. A missing bound holds for everyone. Ages in years, inclusive. */
export interface ForWhom {
  readonly sex?: "female" | "male";
  readonly age?: { readonly from?: number; readonly to?: number };
}

/** Cut-offs in the measure's unit. Two of them mark a borderline band; evidence is then the mean of both. */
export interface Cut extends ForWhom {
  readonly at: readonly [number] | readonly [number, number];
}

/** What is usual, for severity. In the measure's unit. */
export interface Norm extends ForWhom {
  readonly mean: number;
  readonly sd: number;
}

interface ItemBase {
  readonly id: string;
  readonly name: Words;
  readonly component: ComponentId;
  /** items of one family repeat each other: the second and later ones present count half, in the order of the list */
  readonly family: string;
  /** greatest log-odds it can add or take away; 0 = recorded, never scored */
  readonly weight: number;
  readonly evidence: readonly string[];
}

/** A measured value, read against cut-offs. */
export interface MeasureItem extends ItemBase {
  readonly kind: "measure";
  readonly measure: CareMeasureId;
  readonly bad: "low" | "high";
  readonly cuts: readonly Cut[];
  readonly norms: readonly Norm[];
  /** the test ends here: reaching it means "at least this much" */
  readonly cap?: number;
  /** outside, the value is recorded but not scored, because … */
  readonly applies?: ForWhom;
  readonly whyNot?: Words;
  /** no usual value for this person: the side that gives less by more than this share counts, at half quality */
  readonly sideDifference?: { readonly share: number };
}

/** A scale total (NPRS, RMDQ), read against cut-offs. */
export interface ScaleItem extends ItemBase {
  readonly kind: "scale";
  readonly scale: string;
  readonly bad: "low" | "high";
  readonly cuts: readonly Cut[];
  readonly sem: number;
}

/** An answer of the interview: evidence per answer, −1 … 1. `left` and `right` differ where the answer has a side. */
export interface AnswerItem extends ItemBase {
  readonly kind: "answer";
  readonly question: string;
  readonly left: Readonly<Record<string, number>>;
  readonly right: Readonly<Record<string, number>>;
}
export type EvidenceItem = MeasureItem | ScaleItem | AnswerItem;

export interface Component {
  readonly id: ComponentId;
  readonly name: Words;
  /** what it is, one sentence */
  readonly what: Words;
  readonly sided: boolean;
}
