import {
  BAND_EDGES,
  CLIP,
  DRAWS,
  FAMILY_DISCOUNT,
  INTERVAL,
  LEAST_COVERAGE,
  WEIGHT_SPREAD,
  WIDEST_INTERVAL,
} from "../data/findings.ts";
import { fromLogit, logit } from "./normal.ts";
import { keyOf, normalAt, uniformAt } from "./prng.ts";
import type { Reading, Scored } from "./reading.ts";
import { clip, familyDiscounts } from "./soft.ts";

export const BANDS = ["not-enough-information", "not-suggested", "unclear", "possible", "likely"] as const;
export type Band = (typeof BANDS)[number];

export const isScored = (reading: Reading): reading is Scored => reading.state === "scored";

/** A scored item with its family discount and its stream of chance. */
export interface WeighedReading {
  readonly reading: Scored;
  readonly discount: number;
  readonly valueKey: number;
  readonly weightKey: number;
}

export function weigh(scored: readonly Scored[]): WeighedReading[] {
  const discounts = familyDiscounts(
    scored.map((one) => one.item.family),
    FAMILY_DISCOUNT,
  );
  return scored.map((reading, i) => ({
    reading,
    discount: discounts[i] ?? 1,
    valueKey: keyOf(`value:${reading.item.id}`),
    weightKey: keyOf(`weight:${reading.item.id}`),
  }));
}

export const scaleOf = ({ reading, discount }: WeighedReading): number =>
  reading.quality * discount * reading.item.weight;
export const sumOf = (weighed: readonly WeighedReading[]): number =>
  weighed.reduce((sum, one) => sum + scaleOf(one) * one.reading.e(0), 0);
export const probabilityOf = (sum: number, prior: number): number => fromLogit(logit(prior) + clip(sum, CLIP));

/** P of one draw: values moved by their error, weights by up to 30 %. */
export function drawnSum(weighed: readonly WeighedReading[], seed: number, draw: number): number {
  let sum = 0;
  for (const one of weighed) {
    const spread = 1 + WEIGHT_SPREAD * (2 * uniformAt(seed, one.weightKey, draw) - 1);
    sum += scaleOf(one) * spread * one.reading.e(normalAt(seed, one.valueKey, draw));
  }
  return sum;
}

export function intervalOf(weighed: readonly WeighedReading[], seed: number, prior: number): readonly [number, number] {
  const drawn = new Float64Array(DRAWS);
  for (let draw = 0; draw < DRAWS; draw++) drawn[draw] = probabilityOf(drawnSum(weighed, seed, draw), prior);
  return centralInterval(drawn, INTERVAL);
}

/** Central share of the draws: [lower, upper] quantiles, linear between ranks. Sorts in place. */
export function centralInterval(drawn: Float64Array, share: number): readonly [number, number] {
  drawn.sort();
  return [quantile(drawn, (1 - share) / 2), quantile(drawn, (1 + share) / 2)];
}
function quantile(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1);
  const low = Math.floor(at);
  const a = sorted[low] ?? Number.NaN;
  return a + (at - low) * ((sorted[Math.min(low + 1, sorted.length - 1)] ?? a) - a);
}

/** Share of the possible evidence that is there: family discounts count in both. Items not meant for this person do not count. */
export function coverageOf(readings: readonly Reading[]): number {
  const possible = readings.filter((one) => one.item.weight > 0 && one.state !== "other");
  const weightOf = (list: readonly Reading[]): number => {
    const discounts = familyDiscounts(
      list.map((one) => one.item.family),
      FAMILY_DISCOUNT,
    );
    return list.reduce((sum, one, i) => sum + one.item.weight * (discounts[i] ?? 1), 0);
  };
  const all = weightOf(possible);
  return all === 0 ? 0 : Math.min(1, weightOf(possible.filter(isScored)) / all);
}

export function bandOf(probability: number, interval: readonly [number, number], coverage: number): Band {
  if (coverage < LEAST_COVERAGE || interval[1] - interval[0] > WIDEST_INTERVAL) return "not-enough-information";
  return plainBand(probability);
}
/** The band of the probability alone. */
export function plainBand(probability: number): Band {
  if (probability < BAND_EDGES[0]) return "not-suggested";
  if (probability < BAND_EDGES[1]) return "unclear";
  return probability <= BAND_EDGES[2] ? "possible" : "likely";
}
