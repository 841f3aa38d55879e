import type { Candidate } from "./candidate.ts";
import { CHANNELS, colourDistance } from "./colour.ts";

/** The same line seen in many pictures: medians of its candidates. */
export interface Cluster {
  /** pictures in which it was seen, and the share of those looked at */
  readonly members: readonly Candidate[];
  readonly support: number;
  readonly level: number;
  /** spread of the level: half of the middle 80 % */
  readonly levelSpread: number;
  readonly thickness: number;
  readonly width: number;
  readonly centre: number;
  readonly bow: number;
  readonly filled: number;
  readonly contrast: number;
  readonly spread: number;
  readonly roughness: number;
  readonly unevenness: number;
  readonly edged: number;
  readonly colour: Float32Array;
  readonly above: Float32Array;
  readonly below: Float32Array;
  readonly beyond: number;
}

const SAME_COLOUR = 13;
const SHADE = 0.5;
const SAME_LEVEL = 0.06;
const SAME_THICKNESS = 1.7;

export const middle = (values: readonly number[], share = 0.5): number => {
  const v = values.toSorted((a, b) => a - b);
  return v.length === 0 ? Number.NaN : v[Math.min(v.length - 1, Math.floor(share * v.length))]!;
};

const middleColour = (colours: readonly Float32Array[]): Float32Array =>
  Float32Array.from({ length: CHANNELS }, (_, k) => middle(colours.map((c) => c[k]!)));

/** Whether two candidates may be the same line in two pictures. */
function alike(a: Candidate, b: Candidate): boolean {
  if (Math.abs(a.level - b.level) > SAME_LEVEL) return false;
  if (Math.max(a.thickness / b.thickness, b.thickness / a.thickness) > SAME_THICKNESS) return false;
  return colourDistance(a.colour, b.colour, SHADE) < SAME_COLOUR;
}

/** How good one candidate looks by itself: contrast over what speaks against it. */
export const merit = (c: Candidate): number =>
  (Math.min(40, c.contrast) * Math.min(0.65, c.to - c.from) * c.filled ** 2 * c.edged) /
  (1 + 4 * c.roughness + 8 * c.unevenness);

/**
 * Groups the candidates of many pictures (one list a picture) into lines that stay, the best first.
 * Each group takes at most one candidate of a picture.
 */
export function clusters(pictures: readonly (readonly Candidate[])[], most = 5): Cluster[] {
  const left = pictures.map((list) => [...list]);
  const out: Cluster[] = [];
  for (let i = 0; i < most; i++) {
    const all = left.flat().toSorted((a, b) => merit(b) - merit(a));
    let best: Candidate[] = [];
    let bestSum = 0;
    for (const seed of seeds(all)) {
      const group = left.flatMap((list) => bestOf(list.filter((c) => alike(c, seed))));
      const sum = group.reduce((s, c) => s + merit(c), 0);
      if (sum > bestSum) [best, bestSum] = [group, sum];
    }
    if (best.length === 0) break;
    const taken = new Set(best);
    for (let p = 0; p < left.length; p++) left[p] = left[p]!.filter((c) => !taken.has(c));
    out.push(summary(best, pictures.length));
  }
  return out;
}

const bestOf = (list: readonly Candidate[]): Candidate[] =>
  list.length === 0 ? [] : [list.reduce((a, b) => (merit(b) > merit(a) ? b : a))];

/** A dozen of the best, and a dozen spread over all. */
function seeds(all: readonly Candidate[]): Candidate[] {
  const step = Math.max(1, Math.floor(all.length / 12));
  return all.filter((_, i) => i < 12 || i % step === 0);
}

function summary(members: readonly Candidate[], pictures: number): Cluster {
  const of = (f: (c: Candidate) => number): number => middle(members.map(f));
  const levels = members.map((c) => c.level);
  return {
    members,
    support: members.length / Math.max(1, pictures),
    level: of((c) => c.level),
    levelSpread: (middle(levels, 0.9) - middle(levels, 0.1)) / 2,
    thickness: of((c) => c.thickness),
    width: of((c) => c.to - c.from),
    centre: of((c) => (c.to + c.from) / 2),
    bow: of((c) => c.bow),
    filled: of((c) => c.filled),
    contrast: of((c) => c.contrast),
    spread: of((c) => c.spread),
    roughness: of((c) => c.roughness),
    unevenness: of((c) => c.unevenness),
    edged: of((c) => c.edged),
    colour: middleColour(members.map((c) => c.colour)),
    above: middleColour(members.map((c) => c.above)),
    below: middleColour(members.map((c) => c.below)),
    beyond: of((c) => c.beyond),
  };
}
