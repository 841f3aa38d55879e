/** A curve through points, for times in any order. Outside the points it keeps the end values. */
export type Curve = (t: number) => number;

/** Index i with t[i] ≤ at < t[i+1], within 0…n−2. */
export function intervalOf(t: ArrayLike<number>, at: number): number {
  let low = 0;
  let high = t.length - 1;
  while (high - low > 1) {
    const mid = (low + high) >> 1;
    if (t[mid]! <= at) low = mid;
    else high = mid;
  }
  return low;
}

const fewPoints = (t: ArrayLike<number>, x: ArrayLike<number>): Curve | null => {
  if (t.length === 0) return () => Number.NaN;
  if (t.length === 1) return () => x[0]!;
  return null;
};

function hermite(t: ArrayLike<number>, x: ArrayLike<number>, slope: Float64Array): Curve {
  const last = t.length - 1;
  return (at) => {
    if (at <= t[0]!) return x[0]!;
    if (at >= t[last]!) return x[last]!;
    const i = intervalOf(t, at);
    const h = t[i + 1]! - t[i]!;
    const u = (at - t[i]!) / h;
    const v = 1 - u;
    return (
      v * v * (1 + 2 * u) * x[i]! + u * u * (3 - 2 * u) * x[i + 1]! + h * u * v * (v * slope[i]! - u * slope[i + 1]!)
    );
  };
}

/**
 * Natural cubic spline through (t, x), t strictly increasing, no NaN.
 * Source: de Boor, A Practical Guide to Splines, ch. IV.
 */
export function naturalSpline(t: ArrayLike<number>, x: ArrayLike<number>): Curve {
  const few = fewPoints(t, x);
  if (few) return few;
  const n = t.length;
  const slope = new Float64Array(n);
  const upper = new Float64Array(n);
  // tridiagonal system for the slopes, second derivative 0 at both ends
  const secant = (i: number): number => (x[i + 1]! - x[i]!) / (t[i + 1]! - t[i]!);
  upper[0] = 0.5;
  slope[0] = 1.5 * secant(0);
  for (let i = 1; i < n; i++) {
    const before = t[i]! - t[i - 1]!;
    const after = i < n - 1 ? t[i + 1]! - t[i]! : 0;
    const lower = i < n - 1 ? after : 1;
    const diagonal = i < n - 1 ? 2 * (before + after) : 2;
    const right = i < n - 1 ? 3 * (after * secant(i - 1) + before * secant(i)) : 3 * secant(n - 2);
    const pivot = diagonal - lower * upper[i - 1]!;
    upper[i] = i < n - 1 ? before / pivot : 0;
    slope[i] = (right - lower * slope[i - 1]!) / pivot;
  }
  for (let i = n - 2; i >= 0; i--) slope[i]! -= upper[i]! * slope[i + 1]!;
  return hermite(t, x, slope);
}

/**
 * Piecewise cubic through (t, x) that never overshoots its points (PCHIP), t strictly increasing, no NaN.
 * Source: Fritsch & Butland 1984, SIAM J Sci Stat Comput 5:300.
 */
export function monotoneCubic(t: ArrayLike<number>, x: ArrayLike<number>): Curve {
  const few = fewPoints(t, x);
  if (few) return few;
  const n = t.length;
  const step = (i: number): number => t[i + 1]! - t[i]!;
  const secant = (i: number): number => (x[i + 1]! - x[i]!) / step(i);
  const slope = new Float64Array(n);
  if (n === 2) return hermite(t, x, slope.fill(secant(0)));
  for (let i = 1; i < n - 1; i++) {
    const left = secant(i - 1);
    const right = secant(i);
    if (left * right <= 0) continue;
    const w1 = 2 * step(i) + step(i - 1);
    const w2 = step(i) + 2 * step(i - 1);
    slope[i] = (w1 + w2) / (w1 / left + w2 / right);
  }
  const end = (h0: number, h1: number, d0: number, d1: number): number => {
    const s = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1);
    if (s * d0 <= 0) return 0;
    return d0 * d1 < 0 && Math.abs(s) > 3 * Math.abs(d0) ? 3 * d0 : s;
  };
  slope[0] = end(step(0), step(1), secant(0), secant(1));
  slope[n - 1] = end(step(n - 2), step(n - 3), secant(n - 2), secant(n - 3));
  return hermite(t, x, slope);
}
