/**
 * Standard normal distribution function Φ, to double precision: Φ(z) = ½ + φ(z)·(z + z³/3 + z⁵/15 + …), Marsaglia 2004,
 * J Stat Softw 11(4). Exactly ½ at 0; 0 and 1 beyond ±8.
 */
export function normalCdf(z: number): number {
  if (z < -8) return 0;
  if (z > 8) return 1;
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-0.5 * z * z) * 0.3989422804014327;
}

export const logit = (p: number): number => Math.log(p / (1 - p));
export const fromLogit = (x: number): number => 1 / (1 + Math.exp(-x));
