import type { Condition } from "../condition.ts";
import type { Words } from "../text/said.ts";

/** A part of the interview, in the order it is walked. */
export type Section = "person" | "triage" | "pain" | "signs" | "aims" | "scales" | "training" | "limits" | "place";

export interface QuestionBase {
  readonly id: string;
  readonly ask: Words;
  readonly help?: Words;
  /** asked only when this holds */
  readonly when?: Condition;
}
export type Question = QuestionBase &
  (
    | { readonly type: "yes-no" } // yes · no · unknown
    | { readonly type: "one"; readonly options: Readonly<Record<string, Words>> }
    | { readonly type: "many"; readonly options: Readonly<Record<string, Words>> } // "none" excludes the rest
    | {
        readonly type: "number";
        readonly min: number;
        readonly max: number;
        readonly step: number;
        readonly unit?: string;
      }
    | { readonly type: "text"; readonly maxLength: number }
    | { readonly type: "activities"; readonly count: number; readonly min: number; readonly max: number }
  );
