import { normalCdf } from "./normal.ts";

/**
 * Soft evidence of a value against a cut-off: e = 2Φ(z) − 1 with z = (value − cut)/sem in the bad direction. In [−1, 1];
 * 0 at the cut-off, ±0.68 one standard error beyond it. Two cut-offs (a borderline band): the mean of both.
 */
export function softEvidence(value: number, cuts: readonly number[], sem: number, bad: "low" | "high"): number {
  let sum = 0;
  for (const cut of cuts) {
    const z = bad === "high" ? (value - cut) / sem : (cut - value) / sem;
    sum += 2 * normalCdf(z) - 1;
  }
  return cuts.length === 0 ? 0 : sum / cuts.length;
}

/** Something that bears on a component: how strongly, how well seen, and in which family. */
export interface Weighed {
  /** greatest log-odds */
  readonly weight: number;
  /** 0…1 */
  readonly quality: number;
  /** −1…1 */
  readonly e: number;
  readonly family: string;
}

/** Dependency discount of each item in the order given: 1 for the first of a family, `discount` for every later one. */
export function familyDiscounts(families: readonly string[], discount: number): number[] {
  const seen = new Set<string>();
  return families.map((family) => {
    const factor = seen.has(family) ? discount : 1;
    seen.add(family);
    return factor;
  });
}

/** Contributions in log-odds (nItems), in the order given: quality · discount · weight · e. */
export function contributions(items: readonly Weighed[], discount: number): number[] {
  const factors = familyDiscounts(
    items.map((item) => item.family),
    discount,
  );
  return items.map((item, i) => item.quality * (factors[i] ?? 1) * item.weight * item.e);
}

export const clip = (sum: number, limit: number): number => Math.max(-limit, Math.min(limit, sum));
