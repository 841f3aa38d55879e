/** A weighted mean that knows how sure it is. */
export interface MeanWithError {
  readonly mean: number;
  /** standard error of the mean; NaN below two samples */
  readonly se: number;
  /** samples used (finite, weight > 0) */
  readonly n: number;
  /** how many independent samples they are worth, 1…n */
  readonly nEffective: number;
}

/**
 * Weighted mean of a series in which neighbours resemble each other. Frames of a video are not independent: the variance
 * of the mean is multiplied by the integrated autocorrelation time τ = 1 + 2·Σρ_k, summed over lags while the sums of
 * neighbouring pairs stay positive (Geyer 1992, Stat Sci 7:473, initial positive sequence).
 * @param x values in order of time; NaN are left out   (n)
 * @param weights ≥ 0 each, e.g. 1/variance; null = all alike   (n)
 */
export function meanWithError(x: ArrayLike<number>, weights: ArrayLike<number> | null = null): MeanWithError {
  const value: number[] = [];
  const weight: number[] = [];
  for (let i = 0; i < x.length; i++) {
    const w = weights ? weights[i]! : 1;
    if (!Number.isFinite(x[i]!) || !Number.isFinite(w) || w <= 0) continue;
    value.push(x[i]!);
    weight.push(w);
  }
  const n = value.length;
  if (n === 0) return { mean: Number.NaN, se: Number.NaN, n, nEffective: 0 };
  const sumW = weight.reduce((a, b) => a + b, 0);
  const mean = value.reduce((sum, v, i) => sum + v * weight[i]!, 0) / sumW;
  if (n === 1) return { mean, se: Number.NaN, n, nEffective: 1 };
  const residual = Float64Array.from(value, (v) => v - mean);
  const independent = sumW ** 2 / weight.reduce((sum, w) => sum + w * w, 0);
  const nEffective = Math.max(1, Math.min(independent, independent / autocorrelationTime(residual)));
  const spread = residual.reduce((sum, r, i) => sum + weight[i]! * r * r, 0) / sumW;
  // unbiased for independent samples: spread·n/(n−1); with one effective sample the spread itself is the best there is
  const variance = (spread * independent) / Math.max(independent - 1, 1);
  return { mean, se: Math.sqrt(variance / nEffective), n, nEffective };
}

/**
 * Integrated autocorrelation time of residuals around their mean, ≥ 1 (1 = independent); lags up to a third of the series,
 * with the negative bias of a short sample's autocorrelation (about −τ/n at every lag) put back once.
 */
export function autocorrelationTime(residual: ArrayLike<number>): number {
  const n = residual.length;
  const at = (lag: number): number => {
    let sum = 0;
    for (let i = 0; i + lag < n; i++) sum += residual[i]! * residual[i + lag]!;
    return sum / n;
  };
  const variance = at(0);
  if (!(variance > 0) || n < 4) return 1;
  const maxLag = Math.floor(n / 3);
  let tau = 1;
  for (let lag = 1; lag < maxLag; lag += 2) {
    const pair = (at(lag) + at(lag + 1)) / variance;
    if (pair <= 0) break;
    tau += 2 * pair;
  }
  return Math.min(n, Math.max(1, tau / Math.max(1 - tau / n, 0.25)));
}
