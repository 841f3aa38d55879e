/** Fourier series of a cycle: coefficients are the mean, then cosine and sine of each harmonic. */

/** Value and the first two derivatives by phase (0…1) of a Fourier series, into out[0…2]. */
export function fourierAt(c: ArrayLike<number>, phase: number, out: Float64Array): void {
  out[0] = c[0] ?? 0;
  out[1] = 0;
  out[2] = 0;
  for (let k = 1; 2 * k < c.length; k++) {
    const w = 2 * Math.PI * k;
    const a = c[2 * k - 1] ?? 0;
    const b = c[2 * k] ?? 0;
    const cos = Math.cos(w * phase);
    const sin = Math.sin(w * phase);
    out[0] += a * cos + b * sin;
    out[1] += w * (b * cos - a * sin);
    out[2] -= w * w * (a * cos + b * sin);
  }
}

/** Mean, then cosine and sine of each harmonic of equally spaced samples of one period. */
export function fourierOf(samples: Float64Array, harmonics: number): Float64Array {
  const n = samples.length;
  const out = new Float64Array(1 + 2 * harmonics);
  for (let i = 0; i < n; i++) {
    out[0] += samples[i] / n;
    for (let k = 1; k <= harmonics; k++) {
      const w = (2 * Math.PI * k * i) / n;
      out[2 * k - 1] += (2 * samples[i] * Math.cos(w)) / n;
      out[2 * k] += (2 * samples[i] * Math.sin(w)) / n;
    }
  }
  return out;
}

/** Series of f(phase + shift) · factor. */
export function rotated(c: readonly number[], shift: number, factor: number): Float64Array {
  const out = new Float64Array(c.length);
  out[0] = factor * (c[0] ?? 0);
  for (let k = 1; 2 * k < c.length; k++) {
    const w = 2 * Math.PI * k * shift;
    const a = c[2 * k - 1] ?? 0;
    const b = c[2 * k] ?? 0;
    out[2 * k - 1] = factor * (a * Math.cos(w) + b * Math.sin(w));
    out[2 * k] = factor * (b * Math.cos(w) - a * Math.sin(w));
  }
  return out;
}
