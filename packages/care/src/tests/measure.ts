import type { Words } from "../text/said.ts";

/** What a value typed in or read by the camera is about. */
export type CareUnit = "s" | "reps" | "deg" | "points" | "% body weight";

/** How the standard error of one reading is got where the reading brings none. */
export type SemRule =
  | { readonly kind: "fixed"; readonly sem: number } // in the measure's unit
  | { readonly kind: "share"; readonly share: number; readonly least: number }; // max(least, share · value)

export interface CareMeasure {
  readonly id: string;
  readonly name: Words;
  readonly unit: CareUnit;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** belongs to a leg or side */
  readonly sided: boolean;
  readonly better: "higher" | "lower" | "neither";
  readonly sem: SemRule;
  /** test–retest reliability, where published */
  readonly icc?: number;
  readonly evidence: readonly string[];
}

/** Standard error of a reading of this measure, in its unit. */
export const defaultSem = (measure: CareMeasure, value: number): number =>
  measure.sem.kind === "fixed" ? measure.sem.sem : Math.max(measure.sem.least, measure.sem.share * Math.abs(value));
