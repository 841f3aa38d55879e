import { measureOf } from "../data/measures.ts";
import type { FindingsInput, Scored } from "./reading.ts";
import { isFor } from "./reading.ts";

/** How far below the usual a capacity lies, where a usual value exists for age and sex. */
export interface Severity {
  readonly item: string;
  /** mild < 1, moderate 1–2, marked > 2 standard deviations below the mean */
  readonly grade: "mild" | "moderate" | "marked";
  /** standard deviations on the bad side of the mean, > 0 */
  readonly sd: number;
  /** value as a share of the usual mean; null where less is better */
  readonly share_of_usual: number | null;
}

/** Severity by the heaviest item that has a norm for this person; null when there is none or the value is usual. */
export function severityOf(scored: readonly Scored[], input: FindingsInput): Severity | null {
  let best: Severity | null = null;
  let bestWeight = 0;
  for (const { item, read } of scored) {
    if (item.kind !== "measure" || read === null || item.weight <= bestWeight) continue;
    const norm = item.norms.find((one) => isFor(one, input));
    if (!norm) continue;
    const sd = (item.bad === "low" ? norm.mean - read.value : read.value - norm.mean) / norm.sd;
    if (sd <= 0) continue;
    best = {
      item: item.id,
      grade: sd < 1 ? "mild" : sd <= 2 ? "moderate" : "marked",
      sd,
      share_of_usual: measureOf(item.measure).better === "higher" ? read.value / norm.mean : null,
    };
    bestWeight = item.weight;
  }
  return best;
}
