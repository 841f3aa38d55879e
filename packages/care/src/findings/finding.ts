import type { Side } from "@levelhip/motion";
import { BAND_EDGES, COMPONENTS, PRIOR, PRIOR_RANGE } from "../data/findings.ts";
import { measureOf } from "../data/measures.ts";
import type { Component, ComponentId } from "./evidenceItem.ts";
import {
  type Band,
  type WeighedReading,
  bandOf,
  coverageOf,
  intervalOf,
  isScored,
  probabilityOf,
  scaleOf,
  sumOf,
  weigh,
} from "./model.ts";
import { type FindingsInput, type Unscored, readItems } from "./reading.ts";
import { type Severity, severityOf } from "./severity.ts";
import { type WouldChange, whatWouldChange } from "./wouldChange.ts";

/** One bar of the waterfall. */
export interface Contribution {
  readonly item: string;
  /** as read; null for an answer */
  readonly value: number | null;
  readonly unit: string | null;
  readonly sem: number | null;
  readonly cuts: readonly number[];
  readonly answer: string | null;
  /** soft evidence, −1…1 */
  readonly e: number;
  readonly weight: number;
  readonly quality: number;
  readonly discount: number;
  /** log-odds that it adds (+) or takes away (−): quality · discount · weight · e */
  readonly log_odds: number;
  readonly evidence: readonly string[];
}

export interface Finding {
  readonly component: ComponentId;
  readonly side: Side | null;
  /** P after all evidence, 0…1; show the band, never the number alone */
  readonly probability: number;
  /** central 90 % of the draws over measurement error and weights */
  readonly interval: readonly [number, number];
  readonly band: Band;
  /** share of the evidence that there could be for this person, 0…1 */
  readonly coverage: number;
  readonly prior: number;
  /** the same with other assumed starting points */
  readonly at_priors: readonly { readonly prior: number; readonly probability: number }[];
  /** sum of contributions before it is held to ±3 */
  readonly log_odds: number;
  readonly contributions: readonly Contribution[];
  /** read and not scored, with the state that says why */
  readonly not_scored: readonly {
    readonly item: string;
    readonly state: Unscored["state"];
    readonly value: number | null;
  }[];
  readonly severity: Severity | null;
  readonly would_change: readonly WouldChange[];
}

/** All findings, in the order C1…C5, left before right. */
export function findings(input: FindingsInput, seed: number, prior: number = PRIOR): Finding[] {
  return COMPONENTS.flatMap((component) =>
    sidesOf(component).map((side) => finding(component.id, side, input, seed, prior)),
  );
}
export const sidesOf = (component: Component): readonly (Side | null)[] =>
  component.sided ? ["left", "right"] : [null];

export function finding(
  component: ComponentId,
  side: Side | null,
  input: FindingsInput,
  seed: number,
  prior: number = PRIOR,
): Finding {
  const readings = readItems(component, side, input);
  const scored = readings.filter(isScored);
  const weighed = weigh(scored);
  const sum = sumOf(weighed);
  const probability = probabilityOf(sum, prior);
  const interval = intervalOf(weighed, seed, prior);
  const coverage = coverageOf(readings);
  const band = bandOf(probability, interval, coverage);
  return {
    component,
    side,
    probability,
    interval,
    band,
    coverage,
    prior,
    at_priors: PRIOR_RANGE.map((at) => ({ prior: at, probability: probabilityOf(sum, at) })),
    log_odds: sum,
    contributions: weighed.map(contributionOf),
    not_scored: readings
      .filter((one): one is Unscored => !isScored(one) && one.source !== null)
      .map((one) => ({ item: one.item.id, state: one.state, value: one.source?.value ?? null })),
    severity: probability >= BAND_EDGES[1] && band !== "not-enough-information" ? severityOf(scored, input) : null,
    would_change: band === "not-enough-information" ? [] : whatWouldChange(weighed, prior, probability),
  };
}

function contributionOf(one: WeighedReading): Contribution {
  const { reading, discount } = one;
  const e = reading.e(0);
  return {
    item: reading.item.id,
    value: reading.read?.value ?? null,
    unit: reading.item.kind === "measure" ? measureOf(reading.item.measure).unit : reading.read ? "points" : null,
    sem: reading.read?.sem ?? null,
    cuts: reading.read?.cuts ?? [],
    answer: reading.answer,
    e,
    weight: reading.item.weight,
    quality: reading.quality,
    discount,
    log_odds: scaleOf(one) * e,
    evidence: reading.item.evidence,
  };
}
