export interface Peak {
  readonly index: number;
  /** height above the higher of the two lowest points between it and the next higher peak (or the end) */
  readonly prominence: number;
}
export interface PeakOptions {
  readonly minHeight?: number;
  readonly minProminence?: number;
  /** least distance between peaks in samples; the higher one stays */
  readonly minDistance?: number;
}

/** Local maxima of `x` in order of time; a flat top counts once, at its middle; the two ends never. NaN ends a hill. */
export function findPeaks(x: ArrayLike<number>, options: PeakOptions = {}): Peak[] {
  const tops: number[] = [];
  for (let i = 1; i < x.length - 1; i++) {
    if (!(x[i - 1]! < x[i]!)) continue;
    let end = i;
    while (end + 1 < x.length && x[end + 1] === x[i]) end += 1;
    if (end + 1 < x.length && x[end + 1]! < x[i]!) tops.push((i + end) >> 1);
    i = end;
  }
  const high = tops.filter((i) => x[i]! >= (options.minHeight ?? Number.NEGATIVE_INFINITY));
  const apart = keepApart(x, high, options.minDistance ?? 1);
  return apart
    .map((index) => ({ index, prominence: prominenceAt(x, index) }))
    .filter(({ prominence }) => prominence >= (options.minProminence ?? 0));
}

function keepApart(x: ArrayLike<number>, tops: number[], minDistance: number): number[] {
  const distance = Math.ceil(minDistance);
  const order = [...tops.keys()].sort((a, b) => x[tops[a]!]! - x[tops[b]!]!);
  const keep = new Uint8Array(tops.length).fill(1);
  for (let o = order.length - 1; o >= 0; o--) {
    const at = order[o]!;
    if (!keep[at]) continue;
    for (let k = at - 1; k >= 0 && tops[at]! - tops[k]! < distance; k--) keep[k] = 0;
    for (let k = at + 1; k < tops.length && tops[k]! - tops[at]! < distance; k++) keep[k] = 0;
  }
  return tops.filter((_, k) => keep[k]);
}

function prominenceAt(x: ArrayLike<number>, top: number): number {
  const lowest = (step: -1 | 1): number => {
    let low = x[top]!;
    for (let i = top; i >= 0 && i < x.length && x[i]! <= x[top]!; i += step) low = Math.min(low, x[i]!);
    return low;
  };
  return x[top]! - Math.max(lowest(-1), lowest(1));
}

/**
 * Place and height of the top of the parabola through a peak and its neighbours, in samples from `index` (−0.5…0.5).
 * At an end, or where the three are flat, the sample itself.
 */
export function parabolicTop(
  x: ArrayLike<number>,
  index: number,
): { readonly offset: number; readonly height: number } {
  const a = x[index - 1];
  const b = x[index]!;
  const c = x[index + 1];
  if (a === undefined || c === undefined || !Number.isFinite(a + c)) return { offset: 0, height: b };
  const bend = a - 2 * b + c;
  if (!(Math.abs(bend) > 1e-12 * (Math.abs(a) + Math.abs(b) + Math.abs(c)))) return { offset: 0, height: b };
  const offset = Math.min(0.5, Math.max(-0.5, (0.5 * (a - c)) / bend));
  return { offset, height: b - 0.25 * (a - c) * offset };
}
