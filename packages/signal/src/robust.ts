/** Finite values of `x`, ascending. */
export function sortedFinite(x: ArrayLike<number>): Float64Array {
  const kept = Float64Array.from(Array.from(x).filter((v) => Number.isFinite(v)));
  return kept.sort();
}

/** Quantile q (0…1) of the finite values, linear between neighbours (Hyndman & Fan 1996, type 7); NaN when there is none. */
export function quantile(x: ArrayLike<number>, q: number): number {
  const sorted = sortedFinite(x);
  if (sorted.length === 0) return Number.NaN;
  const at = Math.min(1, Math.max(0, q)) * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.ceil(at);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}

export const median = (x: ArrayLike<number>): number => quantile(x, 0.5);

/** Spread of the middle: 1.4826·median|x − median|, the SD of a normal sample (Hampel 1974); NaN when there is no value. */
export function madSd(x: ArrayLike<number>): number {
  const centre = median(x);
  return 1.4826 * median(Float64Array.from(x, (v) => Math.abs(v - centre)));
}

/** Mean of the finite values; NaN when there is none. */
export function mean(x: ArrayLike<number>): number {
  let sum = 0;
  let n = 0;
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i]!)) continue;
    sum += x[i]!;
    n += 1;
  }
  return n > 0 ? sum / n : Number.NaN;
}

/** Sample standard deviation (n − 1) of the finite values; NaN below two. */
export function sampleSd(x: ArrayLike<number>): number {
  const centre = mean(x);
  let sum = 0;
  let n = 0;
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i]!)) continue;
    sum += (x[i]! - centre) ** 2;
    n += 1;
  }
  return n > 1 ? Math.sqrt(sum / (n - 1)) : Number.NaN;
}

/** Mean of the finite values with the lowest and highest `share` of them left out (0…0.5). */
export function trimmedMean(x: ArrayLike<number>, share: number): number {
  const sorted = sortedFinite(x);
  const cut = Math.min(Math.floor(sorted.length * share), Math.floor((sorted.length - 1) / 2));
  return mean(sorted.subarray(Math.max(0, cut), sorted.length - Math.max(0, cut)));
}

/**
 * Sets samples to NaN that stand out of their neighbourhood: farther than `threshold` robust SDs (at least `floor`, in the
 * unit of x) from the median of the 2·half+1 samples around them (Hampel filter; Pearson 2002).
 */
export function dropOutliers(x: ArrayLike<number>, half: number, threshold: number, floor: number): Float64Array {
  const kept = Float64Array.from(x);
  for (let i = 0; i < kept.length; i++) {
    if (!Number.isFinite(x[i]!)) continue;
    const around = new Float64Array(Math.min(x.length, i + half + 1) - Math.max(0, i - half));
    for (let j = 0; j < around.length; j++) around[j] = x[Math.max(0, i - half) + j]!;
    const limit = Math.max(floor, threshold * madSd(around));
    if (Math.abs(x[i]! - median(around)) > limit) kept[i] = Number.NaN;
  }
  return kept;
}
