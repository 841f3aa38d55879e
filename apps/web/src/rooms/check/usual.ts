import type { Measurement, TestName } from "@levelhip/motion";

/** What is usual for a measure in a test, from the register of evidence. Values in the measure's unit. */
export interface Usual {
  readonly test: TestName;
  readonly id: Measurement["id"];
  readonly statistic: Measurement["statistic"];
  /** usual from … to; null = open */
  readonly usual: readonly [number | null, number | null];
  /** beyond the usual up to here it can't be told; further it is clear */
  readonly clear: readonly [number | null, number | null];
  /** ids in the register of evidence */
  readonly evidence: readonly string[];
}

/** Bands of the camera's own obliquity, trunk lean and knee; rules of thumb are marked as such in the register. */
export const USUAL: readonly Usual[] = [
  { test: "single-leg-stance", id: "pelvic-drop", statistic: "mean", usual: [-3, 3], clear: [null, 5], evidence: ["stance-bands", "stance-level"] },
  { test: "single-leg-stance", id: "trunk-lean", statistic: "mean", usual: [-5, 5], clear: [null, 8], evidence: ["lean-bands"] },
  { test: "walk", id: "pelvic-drop", statistic: "mean", usual: [null, 5], clear: [null, 8], evidence: ["gait-drop-usual", "gait-bands"] },
  { test: "walk", id: "pelvic-drop", statistic: "left-right-difference", usual: [-4, 4], clear: [-4, 4], evidence: ["gait-bands"] },
  { test: "single-leg-squat", id: "knee-fppa", statistic: "mean", usual: [null, 10], clear: [null, 15], evidence: ["knee-inward-bands", "knee-inward-usual"] },
  { test: "single-leg-squat", id: "trunk-lean", statistic: "mean", usual: [-5, 5], clear: [null, 8], evidence: ["lean-bands"] },
]; // biome-ignore format: a table

/** What must be known about a test's numbers where no usual span is: evidence ids. */
export const KNOWN: Readonly<Record<TestName, readonly string[]>> = {
  "single-leg-stance": ["drop-is-not-strength", "camera-error"],
  walk: ["gait-2d-error"],
  squat: ["squat-is-coaching", "camera-error"],
  "single-leg-squat": ["single-leg-squat-rating", "camera-error"],
  bridge: ["bridge-hold-norms", "camera-error"],
  "posture-side": ["posture-varies"],
};

export const usualOf = (test: TestName, measured: Measurement): Usual | null =>
  USUAL.find((row) => row.test === test && row.id === measured.id && row.statistic === measured.statistic) ?? null;

export type Verdict = "usual" | "between" | "clear" | "unsure";

/** Half-width of the 95 % interval of a measurement, in its unit. */
export const spanOf = ({ sem }: Measurement): number => 1.96 * sem;

/**
 * Where a value lies against the usual, given its error: "usual" or "clear" only if the whole interval agrees it is not the
 * other; "unsure" where the interval reaches from usual to clear.
 */
export function verdictOf(measured: Measurement, { usual, clear }: Usual): Verdict {
  const span = spanOf(measured);
  const [low, high] = [measured.value - span, measured.value + span];
  const inside = measured.value >= (usual[0] ?? -Infinity) && measured.value <= (usual[1] ?? Infinity);
  const beyond = measured.value > (clear[1] ?? Infinity) || measured.value < (clear[0] ?? -Infinity);
  if (beyond) return low > (usual[1] ?? Infinity) || high < (usual[0] ?? -Infinity) ? "clear" : "unsure";
  if (inside) return high > (clear[1] ?? Infinity) || low < (clear[0] ?? -Infinity) ? "unsure" : "usual";
  return "between";
}
