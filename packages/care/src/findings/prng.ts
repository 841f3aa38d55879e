/**
 * Repeatable chance: a number that depends only on (seed, key, draw). Because nothing is drawn in sequence, adding or leaving out
 * one item changes nothing for the others, and left and right share their draws.
 * Mixing: the finaliser of MurmurHash3 (Appleby, public domain), applied to each part.
 */
const mix = (h: number, part: number): number => {
  let x = Math.imul(h ^ part, 0x9e3779b1);
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
};

/** 32-bit key of a name (FNV-1a). */
export function keyOf(name: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Uniform in (0, 1), never 0 or 1. */
export const uniformAt = (seed: number, key: number, draw: number): number =>
  (mix(mix(mix(0x2545f491, seed >>> 0), key), draw) + 0.5) / 4294967296;

/** Standard normal (Box–Muller on two independent uniforms). */
export function normalAt(seed: number, key: number, draw: number): number {
  const u = uniformAt(seed, key, draw * 2);
  const v = uniformAt(seed ^ 0x5bd1e995, key, draw * 2 + 1);
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
}
