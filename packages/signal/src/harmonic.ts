/** x(t) ≈ mean + Σ_k a_k·cos(2πkft) + b_k·sin(2πkft), k = 1…K. */
export interface HarmonicFit {
  readonly frequency_hz: number;
  readonly mean: number;
  /** a_k and b_k, k = 1…K at index k − 1 */
  readonly cosine: readonly number[];
  readonly sine: readonly number[];
  /** share of the variance that the fit explains, 0…1 */
  readonly explained: number;
}

/** Least-squares fit of K harmonics of a known frequency to samples at any times; NaN samples are left out. */
export function fitHarmonics(
  t_s: ArrayLike<number>,
  x: ArrayLike<number>,
  frequency_hz: number,
  harmonics: number,
): HarmonicFit {
  const size = 2 * harmonics + 1;
  const normal = Array.from({ length: size }, () => new Float64Array(size + 1));
  const row = new Float64Array(size);
  let sum = 0;
  let squares = 0;
  let n = 0;
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i]!)) continue;
    row[0] = 1;
    for (let k = 1; k <= harmonics; k++) {
      row[2 * k - 1] = Math.cos(2 * Math.PI * k * frequency_hz * t_s[i]!);
      row[2 * k] = Math.sin(2 * Math.PI * k * frequency_hz * t_s[i]!);
    }
    for (let r = 0; r < size; r++) {
      for (let c = 0; c < size; c++) normal[r]![c]! += row[r]! * row[c]!;
      normal[r]![size]! += row[r]! * x[i]!;
    }
    sum += x[i]!;
    squares += x[i]! ** 2;
    n += 1;
  }
  const variation = squares - (n > 0 ? sum ** 2 / n : 0);
  const explainedSquares = (p: Float64Array): number =>
    p.reduce((s, v, r) => s + v * normal[r]![size]!, 0) - (n > 0 ? sum ** 2 / n : 0);
  const rightSide = normal.map((r) => r[size]!);
  const p = solvePositive(normal, size);
  for (let r = 0; r < size; r++) normal[r]![size] = rightSide[r]!;
  const cosine = Array.from({ length: harmonics }, (_, k) => p[2 * k + 1]!);
  const sine = Array.from({ length: harmonics }, (_, k) => p[2 * k + 2]!);
  const explained = variation > 0 ? Math.min(1, Math.max(0, explainedSquares(p) / variation)) : 0;
  return { frequency_hz, mean: p[0]!, cosine, sine, explained };
}

/** Value of the fit at a time. */
export function harmonicValue(fit: HarmonicFit, t_s: number): number {
  let value = fit.mean;
  for (let k = 1; k <= fit.cosine.length; k++) {
    const angle = 2 * Math.PI * k * fit.frequency_hz * t_s;
    value += fit.cosine[k - 1]! * Math.cos(angle) + fit.sine[k - 1]! * Math.sin(angle);
  }
  return value;
}

/**
 * The fundamental frequency between `min_hz` and `max_hz` whose K harmonics explain the most of `x`, refined by a parabola.
 * Null when the series is shorter than 1.5 periods of `min_hz` allows, or nothing is explained.
 */
export function fundamental(
  t_s: ArrayLike<number>,
  x: ArrayLike<number>,
  min_hz: number,
  max_hz: number,
  harmonics: number,
): HarmonicFit | null {
  const span_s = t_s.length > 1 ? t_s[t_s.length - 1]! - t_s[0]! : 0;
  const from_hz = Math.max(min_hz, 1.5 / span_s);
  if (!(span_s > 0) || !(from_hz < max_hz)) return null;
  const step_hz = 0.1 / span_s;
  const count = Math.ceil((max_hz - from_hz) / step_hz) + 1;
  const score = new Float64Array(count);
  let best = 0;
  for (let i = 0; i < count; i++) {
    score[i] = fitHarmonics(t_s, x, from_hz + i * step_hz, harmonics).explained;
    if (score[i]! > score[best]!) best = i;
  }
  if (!(score[best]! > 0)) return null;
  let offset = 0;
  if (best > 0 && best < count - 1) {
    const bend = score[best - 1]! - 2 * score[best]! + score[best + 1]!;
    if (bend < 0) offset = (0.5 * (score[best - 1]! - score[best + 1]!)) / bend;
  }
  return fitHarmonics(t_s, x, from_hz + (best + offset) * step_hz, harmonics);
}

/** Solves the symmetric positive system [A|b] in place by Gaussian elimination; directions without information get 0. */
function solvePositive(rows: Float64Array[], size: number): Float64Array {
  const scale = Math.max(1e-300, ...rows.map((r, i) => Math.abs(r[i]!)));
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let r = k + 1; r < size; r++) if (Math.abs(rows[r]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = r;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    if (Math.abs(rows[k]![k]!) < 1e-10 * scale) continue;
    for (let r = k + 1; r < size; r++) {
      const f = rows[r]![k]! / rows[k]![k]!;
      for (let c = k; c <= size; c++) rows[r]![c]! -= f * rows[k]![c]!;
    }
  }
  const out = new Float64Array(size);
  for (let k = size - 1; k >= 0; k--) {
    if (Math.abs(rows[k]![k]!) < 1e-10 * scale) continue;
    let sum = rows[k]![size]!;
    for (let c = k + 1; c < size; c++) sum -= rows[k]![c]! * out[c]!;
    out[k] = sum / rows[k]![k]!;
  }
  return out;
}
