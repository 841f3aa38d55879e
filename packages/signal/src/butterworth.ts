/** One second-order section, a0 = 1: y = b0·x + b1·x₋₁ + b2·x₋₂ − a1·y₋₁ − a2·y₋₂. */
export interface Biquad {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

/**
 * Low-pass Butterworth filter as second-order sections (an odd order adds one section of first order).
 * Bilinear transform with prewarping, so the gain at `cutoff_hz` is exactly 1/√2. Sections in order of rising Q.
 * @throws RangeError unless 1 ≤ order ≤ 12 is whole and 0 < cutoff_hz < rate_hz / 2
 */
export function butterworthLowpass(order: number, cutoff_hz: number, rate_hz: number): Biquad[] {
  if (!Number.isInteger(order) || order < 1 || order > 12)
    throw new RangeError(`Filter order ${order}: use a whole number from 1 to 12.`);
  if (!(cutoff_hz > 0 && cutoff_hz < rate_hz / 2))
    throw new RangeError(`Cut-off ${cutoff_hz} Hz at ${rate_hz} samples/s: it must lie between 0 and half the rate.`);
  return sectionsAt(order, Math.tan((Math.PI * cutoff_hz) / rate_hz));
}

/** Sections for the prewarped analogue cut-off `w` = tan(π·f/rate). */
function sectionsAt(order: number, w: number): Biquad[] {
  const sections: Biquad[] = [];
  if (order % 2 === 1) {
    const a0 = 1 + w;
    sections.push({ b0: w / a0, b1: w / a0, b2: 0, a1: (w - 1) / a0, a2: 0 });
  }
  for (let k = Math.floor(order / 2); k >= 1; k--) {
    const damping = 2 * Math.sin(((2 * k - 1) * Math.PI) / (2 * order));
    const a0 = 1 + damping * w + w * w;
    const b = (w * w) / a0;
    sections.push({ b0: b, b1: 2 * b, b2: b, a1: (2 * (w * w - 1)) / a0, a2: (1 - damping * w + w * w) / a0 });
  }
  return sections;
}

/** Gain |H(f)| of the sections in one pass. */
export function gainAt(sections: readonly Biquad[], f_hz: number, rate_hz: number): number {
  const w = (2 * Math.PI * f_hz) / rate_hz;
  let gain = 1;
  for (const s of sections) {
    const numerator = Math.hypot(
      s.b0 + s.b1 * Math.cos(w) + s.b2 * Math.cos(2 * w),
      s.b1 * Math.sin(w) + s.b2 * Math.sin(2 * w),
    );
    const denominator = Math.hypot(
      1 + s.a1 * Math.cos(w) + s.a2 * Math.cos(2 * w),
      s.a1 * Math.sin(w) + s.a2 * Math.sin(2 * w),
    );
    gain *= numerator / denominator;
  }
  return gain;
}

/** Filters `x` in place, forward, starting from the steady state of a constant x[0] (so a constant passes unchanged). */
function passInPlace(s: Biquad, x: Float64Array): void {
  const first = x[0] ?? 0;
  // direct form II transposed; steady state for a unit-gain section
  let z1 = (1 - s.b0) * first;
  let z2 = (s.b2 - s.a2) * first;
  for (let i = 0; i < x.length; i++) {
    const input = x[i]!;
    const y = s.b0 * input + z1;
    z1 = s.b1 * input - s.a1 * y + z2;
    z2 = s.b2 * input - s.a2 * y;
    x[i] = y;
  }
}

/**
 * Runs the sections forward and then backward over `x` (no NaN), which cancels the phase. The ends are continued by point
 * reflection over `padding` samples (at most n − 1). Returns a new array; fewer than 2 samples come back as they are.
 */
export function filterBothWays(sections: readonly Biquad[], x: ArrayLike<number>, padding: number): Float64Array {
  const n = x.length;
  if (n < 2) return Float64Array.from(x);
  const pad = Math.max(0, Math.min(Math.floor(padding), n - 1));
  const work = new Float64Array(n + 2 * pad);
  for (let i = 0; i < pad; i++) {
    work[i] = 2 * x[0]! - x[pad - i]!;
    work[n + pad + i] = 2 * x[n - 1]! - x[n - 2 - i]!;
  }
  for (let i = 0; i < n; i++) work[pad + i] = x[i]!;
  for (const s of sections) passInPlace(s, work);
  work.reverse();
  for (const s of sections) passInPlace(s, work);
  work.reverse();
  return work.slice(pad, pad + n);
}

/**
 * Zero-phase low-pass of evenly sampled values: `order` is that of the whole (4 = two passes of second order, the usual
 * filter of movement analysis), and `cutoff_hz` the frequency at which the whole has a gain of 1/√2: each pass is set
 * higher by (√2 − 1)^(−1/order) to make it so (Winter, Biomechanics and Motor Control of Human Movement, 4th ed., §3.4.4).
 * Ends are reflected over 1.5 periods of the cut-off. A cut-off at or above half the rate changes nothing.
 * @param x values without NaN   (n)
 * @throws RangeError for an odd order, or a cut-off or rate that is not positive
 */
export function zeroPhaseLowpass(x: ArrayLike<number>, rate_hz: number, cutoff_hz: number, order = 4): Float64Array {
  if (!Number.isInteger(order / 2) || order < 2)
    throw new RangeError(`Zero-phase order ${order}: use an even whole number from 2.`);
  if (!(cutoff_hz > 0) || !(rate_hz > 0))
    throw new RangeError(`Cut-off ${cutoff_hz} Hz at ${rate_hz} samples/s: both must be positive.`);
  if (cutoff_hz >= rate_hz / 2) return Float64Array.from(x);
  const correction = (Math.SQRT2 - 1) ** (1 / order);
  const sections = sectionsAt(order / 2, Math.tan((Math.PI * cutoff_hz) / rate_hz) / correction);
  return filterBothWays(sections, x, Math.ceil((1.5 * rate_hz) / cutoff_hz - 1e-6));
}
