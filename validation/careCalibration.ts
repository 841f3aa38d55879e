/**
 * How far the findings' intervals and probabilities can be believed, on simulated people whose truth is known. Two questions:
 * 1. Does the 90 % interval hold the probability that the model would give without measurement error and with the true weights?
 * 2. In a made-up world where a component is there in 30 % of people, how often is it there in each band?
 */
import {
  COMPONENTS,
  EVIDENCE_ITEMS,
  type CareMeasureId,
  type EvidenceItem,
  type FindingsInput,
  finding,
  measureOf,
  PRIOR,
  type TestValue,
} from "@levelhip/care";

/** Seeded uniform numbers (mulberry32). */
function chance(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
const logit = (p: number): number => Math.log(p / (1 - p));
const expit = (x: number): number => 1 / (1 + Math.exp(-x));
const clip = (x: number): number => Math.max(-3, Math.min(3, x));

const usualSem = (measure: CareMeasureId, value: number): number => {
  const { sem } = measureOf(measure);
  return sem.kind === "fixed" ? sem.sem : Math.max(sem.least, sem.share * Math.abs(value));
};

const read = (measure: CareMeasureId, side: "left" | null, value: number): TestValue => ({
  measure,
  side,
  value,
  sem: null,
  n: 3,
  n_of: "trials",
  quality: 1,
  by: "physiotherapist",
  how: "simulated",
  on: null,
  atLeast: false,
  pain: null,
});

/** A true value about its cut-off: `shift` of the usual spread towards the bad side, where bad. */
function trueValue(item: EvidenceItem & { kind: "measure" }, shift: number, random: () => number): number {
  const { min, max, icc = 0.85 } = measureOf(item.measure);
  const cuts = item.cuts.find(
    (cut) =>
      (!cut.sex || cut.sex === "female") && (!cut.age || (30 >= (cut.age.from ?? 0) && 30 <= (cut.age.to ?? 200))),
  )?.at ?? [0];
  const centre = cuts.reduce<number>((a, b) => a + b, 0) / cuts.length;
  const spread = usualSem(item.measure, centre) / Math.sqrt(1 - icc);
  const away = (shift + normal(random)) * spread;
  const value = centre + (item.bad === "high" ? away : -away);
  return Math.max(min, Math.min(item.cap ?? max, value));
}

interface Simulated {
  /** without error */
  readonly truth: FindingsInput;
  /** as measured */
  readonly seen: FindingsInput;
}

/** One woman of 30 with a random choice of tests and answers; `present` moves every sign by one spread one way or the other. */
function simulate(component: string, present: boolean | null, random: () => number): Simulated {
  const truth: TestValue[] = [];
  const seen: TestValue[] = [];
  const answers: Record<string, string> = {};
  for (const item of EVIDENCE_ITEMS) {
    if (item.component !== component || item.weight === 0 || random() < 0.35) continue;
    if (item.kind === "answer") {
      const options = Object.entries(item.left);
      const bad = present === null ? random() < 0.5 : random() < (present ? 0.6 : 0.35);
      const fitting = options.filter(([, e]) => (bad ? e > 0 : e < 0));
      const pick = fitting[Math.floor(random() * fitting.length)];
      if (pick && answers[item.question] === undefined) answers[item.question] = pick[0];
      continue;
    }
    if (item.kind === "scale") continue;
    const { sided, min, max } = measureOf(item.measure);
    const value = trueValue(item, present === null ? 0 : present ? 0.75 : -0.75, random);
    const measured = value + usualSem(item.measure, value) * normal(random);
    truth.push(read(item.measure, sided ? "left" : null, value));
    seen.push(read(item.measure, sided ? "left" : null, Math.max(min, Math.min(item.cap ?? max, measured))));
  }
  const person = { sex: "female", age: 30, answers, scales: {} } as const;
  return { truth: { ...person, values: truth }, seen: { ...person, values: seen } };
}

export interface CoverageRow {
  readonly component: string;
  readonly people: number;
  readonly held: number;
  readonly mean_width: number;
}

/** Share of 90 % intervals that hold the error-free probability with weights drawn anew within ±30 %. */
export function intervalCoverage(people: number, seed: number): CoverageRow[] {
  return COMPONENTS.map((component) => {
    const random = chance(seed);
    let n = 0;
    let held = 0;
    let width = 0;
    for (let i = 0; i < people; i++) {
      const { truth, seen } = simulate(component.id, null, random);
      const side = component.sided ? ("left" as const) : null;
      const right = finding(component.id, side, truth, 1);
      const got = finding(component.id, side, seen, 1 + i);
      if (got.contributions.length === 0) continue;
      const sum = right.contributions.reduce(
        (total, part) => total + part.log_odds * (1 + 0.3 * (2 * random() - 1)),
        0,
      );
      const p = expit(logit(PRIOR) + clip(sum));
      n++;
      width += got.interval[1] - got.interval[0];
      if (p >= got.interval[0] - 1e-9 && p <= got.interval[1] + 1e-9) held++;
    }
    return { component: component.id, people: n, held: held / n, mean_width: width / n };
  });
}

export interface BandRow {
  readonly band: string;
  readonly people: number;
  readonly mean_probability: number;
  readonly present: number;
}
export interface BandTable {
  readonly rows: readonly BandRow[];
  readonly brier: number;
  /** Brier score of always saying 30 % */
  readonly brier_base: number;
}

/** How often a component is there in each band, in a world where it is there in 30 % and moves every sign by 0.75 spreads either way. */
export function bandsInAWorld(people: number, seed: number): BandTable {
  const random = chance(seed);
  const tally = new Map<string, { n: number; p: number; there: number }>();
  let brier = 0;
  let base = 0;
  let n = 0;
  for (const component of COMPONENTS) {
    for (let i = 0; i < people; i++) {
      const present = random() < PRIOR;
      const { seen } = simulate(component.id, present, random);
      const got = finding(component.id, component.sided ? "left" : null, seen, 1 + i);
      const row = tally.get(got.band) ?? { n: 0, p: 0, there: 0 };
      tally.set(got.band, { n: row.n + 1, p: row.p + got.probability, there: row.there + Number(present) });
      brier += (got.probability - Number(present)) ** 2;
      base += (PRIOR - Number(present)) ** 2;
      n++;
    }
  }
  const order = ["not-suggested", "unclear", "possible", "likely", "not-enough-information"];
  const rows = order.flatMap((band) => {
    const row = tally.get(band);
    return row ? [{ band, people: row.n, mean_probability: row.p / row.n, present: row.there / row.n }] : [];
  });
  return { rows, brier: brier / n, brier_base: base / n };
}

/** The smallest sum of evidence at which a finding reads above one half, for an assumed start. */
export const sumToCross = (prior: number): number => -logit(prior);
