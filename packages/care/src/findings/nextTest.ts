import type { Side } from "@levelhip/motion";
import { COMPONENTS, EVIDENCE_ITEMS, FAMILY_DISCOUNT, INTERVAL, PRIOR, WEIGHT_SPREAD } from "../data/findings.ts";
import { measureOf } from "../data/measures.ts";
import type { TestFit } from "../tests/fit.ts";
import type { ComponentId, EvidenceItem } from "./evidenceItem.ts";
import { sidesOf } from "./finding.ts";
import { centralInterval, isScored, probabilityOf } from "./model.ts";
import { normalCdf } from "./normal.ts";
import { keyOf, normalAt, uniformAt } from "./prng.ts";
import { type FindingsInput, type Reading, type Scored, readItems } from "./reading.ts";
import { familyDiscounts } from "./soft.ts";

/**
 * How useful a test would be: by how much it can be expected to narrow where the findings could still end up. The width now is the
 * central interval of P with every missing item drawn at random; the width then is the same with the test's items known, averaged
 * over what they might read. Summed over components and sides.
 */
export interface UsefulTest {
  readonly test: string;
  /** expected narrowing, in probability, summed over the findings it bears on; ≥ 0 */
  readonly narrowing: number;
  /** findings it narrows most */
  readonly components: readonly ComponentId[];
  readonly byProfessional: boolean;
  readonly minutes: number;
}

const DRAWS = 160;
const OUTCOMES = 12;
/** Reliability of a measure whose own is not known. */
const USUAL_ICC = 0.85;

/** Tests that fit and would still tell something, most useful first. Equal ones: the shorter first. */
export function usefulTests(
  fits: readonly TestFit[],
  input: FindingsInput,
  seed: number,
  prior: number = PRIOR,
): UsefulTest[] {
  const states = COMPONENTS.flatMap((component) =>
    sidesOf(component).map((side) => openState(component.id, side, input)),
  );
  const useful: UsefulTest[] = [];
  for (const fit of fits) {
    if (!fit.fits) continue;
    const would = new Set<string>(fit.measures);
    const gains = new Map<ComponentId, number>();
    for (const state of states) {
      const learnt = state.missing.filter((item) => item.kind === "measure" && would.has(item.measure));
      if (learnt.length === 0) continue;
      gains.set(state.component, (gains.get(state.component) ?? 0) + expectedNarrowing(state, learnt, seed, prior));
    }
    const narrowing = [...gains.values()].reduce((a, b) => a + b, 0);
    if (narrowing < 0.005) continue;
    const components = [...gains].sort((a, b) => b[1] - a[1]).map(([id]) => id);
    useful.push({
      test: fit.test.id,
      narrowing,
      components,
      byProfessional: fit.test.byProfessional,
      minutes: fit.test.minutes,
    });
  }
  return useful.sort(
    (a, b) => Number(a.byProfessional) - Number(b.byProfessional) || b.narrowing - a.narrowing || a.minutes - b.minutes,
  );
}

interface OpenState {
  readonly component: ComponentId;
  readonly side: Side | null;
  readonly scored: readonly Scored[];
  /** items of weight > 0 that could still be read for this person */
  readonly missing: readonly EvidenceItem[];
}

function openState(component: ComponentId, side: Side | null, input: FindingsInput): OpenState {
  const readings = readItems(component, side, input);
  const canCome = (one: Reading): boolean =>
    one.item.weight > 0 && (one.state === "missing" || one.state === "spoiled" || one.state === "recorded");
  return {
    component,
    side,
    scored: readings.filter(isScored),
    missing: readings.filter(canCome).map((one) => one.item),
  };
}

function expectedNarrowing(state: OpenState, learnt: readonly EvidenceItem[], seed: number, prior: number): number {
  const now = openWidth(state, new Map(), seed, prior);
  let then = 0;
  for (let outcome = 0; outcome < OUTCOMES; outcome++) {
    const known = new Map(
      learnt.map((item) => [item.id, spreadOf(item) * normalAt(seed, keyOf(`outcome:${item.id}`), outcome)]),
    );
    then += openWidth(state, known, seed, prior);
  }
  return Math.max(0, now - then / OUTCOMES);
}

/** How widely people differ in a measure, in its standard errors: 1/√(1 − ICC). */
function spreadOf(item: EvidenceItem): number {
  const icc = item.kind === "measure" ? (measureOf(item.measure).icc ?? USUAL_ICC) : USUAL_ICC;
  return 1 / Math.sqrt(1 - icc);
}

/** Width of the central interval of P when each missing item could read what people read, and `known` (item → z) is known. */
function openWidth(state: OpenState, known: ReadonlyMap<string, number>, seed: number, prior: number): number {
  const items = openItems(state, known, seed);
  const drawn = new Float64Array(DRAWS);
  for (let draw = 0; draw < DRAWS; draw++) {
    let sum = 0;
    for (const item of items)
      sum += item.scale * (1 + WEIGHT_SPREAD * (2 * uniformAt(seed, item.weightKey, draw) - 1)) * item.e(draw);
    drawn[draw] = probabilityOf(sum, prior);
  }
  const [low, high] = centralInterval(drawn, INTERVAL);
  return high - low;
}

interface OpenItem {
  readonly item: EvidenceItem;
  readonly quality: number;
  readonly e: (draw: number) => number;
}

/** Scored, known and missing items in the order of the list, with their family discounts. */
function openItems(state: OpenState, known: ReadonlyMap<string, number>, seed: number) {
  const rank = new Map(EVIDENCE_ITEMS.map((item, i) => [item.id, i]));
  const all: OpenItem[] = [
    ...state.scored.map((one): OpenItem => {
      const key = keyOf(`value:${one.item.id}`);
      return { item: one.item, quality: one.quality, e: (draw) => one.e(normalAt(seed, key, draw)) };
    }),
    ...state.missing.map((item): OpenItem => {
      const z = known.get(item.id);
      const key = keyOf(z === undefined ? `open:${item.id}` : `value:${item.id}`);
      const spread = spreadOf(item);
      return {
        item,
        quality: 1,
        e: (draw) =>
          2 * normalCdf(z === undefined ? spread * normalAt(seed, key, draw) : z + normalAt(seed, key, draw)) - 1,
      };
    }),
  ].sort((a, b) => (rank.get(a.item.id) ?? 0) - (rank.get(b.item.id) ?? 0));
  const discounts = familyDiscounts(
    all.map((one) => one.item.family),
    FAMILY_DISCOUNT,
  );
  return all.map((one, i) => ({
    scale: one.quality * (discounts[i] ?? 1) * one.item.weight,
    weightKey: keyOf(`weight:${one.item.id}`),
    e: one.e,
  }));
}
