/**
 * Robust bow through points of a column-wise reading: y = a + b·u + c·u² (+ d·u⁴) with u = (x − mid)/half in −1…1. Starts from the
 * medians of the thirds, then drops what lies farther than the tolerance. Holds its work space; allocates nothing.
 */
export class BowFit {
  a = 0;
  b = 0;
  c = 0;
  d = 0;
  mid = 0;
  half = 1;
  /** how many points were kept, and their root mean square distance */
  kept = 0;
  rms = 0;
  readonly keep: Uint8Array;
  readonly #work: Float64Array;
  readonly #normal = new Float64Array(20);
  readonly #powers = new Float64Array(4);
  #ends = false;

  constructor(most: number) {
    this.keep = new Uint8Array(most);
    this.#work = new Float64Array(most);
  }

  at(x: number): number {
    const u = (x - this.mid) / this.half;
    const q = u * u;
    return this.a + u * this.b + q * (this.c + q * this.d);
  }

  /**
   * Points must be in the order of x.
   * @param ends whether the ends may turn up or down faster than a parabola, as a ring seen from above does (a term in u⁴)
   * @returns false when fewer than 6 hold together
   */
  fit(x: Float64Array, y: Float64Array, n: number, tolerance: number, ends = false): boolean {
    this.kept = 0;
    this.#ends = ends;
    if (n < 6) return false;
    this.mid = (x[0]! + x[n - 1]!) / 2;
    this.half = Math.max(1, (x[n - 1]! - x[0]!) / 2);
    this.#start(x, y, n);
    for (let round = 0; round < 5; round++) {
      const limit = tolerance * (round === 0 ? 3 : round === 1 ? 1.8 : 1);
      this.kept = 0;
      for (let i = 0; i < n; i++) {
        const on = Math.abs(y[i]! - this.at(x[i]!)) <= limit ? 1 : 0;
        this.keep[i] = on;
        this.kept += on;
      }
      if (this.kept < 6) return false;
      this.#solve(x, y, n);
    }
    let sum = 0;
    for (let i = 0; i < n; i++) if (this.keep[i] === 1) sum += (y[i]! - this.at(x[i]!)) ** 2;
    this.rms = Math.sqrt(sum / this.kept);
    return true;
  }

  #start(x: Float64Array, y: Float64Array, n: number): void {
    const third = Math.floor(n / 3);
    const u0 = (x[third >> 1]! - this.mid) / this.half;
    const u1 = (x[n >> 1]! - this.mid) / this.half;
    const u2 = (x[n - 1 - (third >> 1)]! - this.mid) / this.half;
    const v0 = this.#median(y, 0, third);
    const v1 = this.#median(y, third, n - third);
    const v2 = this.#median(y, n - third, n);
    const d10 = (v1 - v0) / (u1 - u0 || 1);
    const d21 = (v2 - v1) / (u2 - u1 || 1);
    this.c = (d21 - d10) / (u2 - u0 || 1);
    this.b = d10 - this.c * (u0 + u1);
    this.a = v0 - u0 * (this.b + u0 * this.c);
    this.d = 0;
  }

  #median(y: Float64Array, from: number, to: number): number {
    const part = this.#work.subarray(0, to - from);
    part.set(y.subarray(from, to));
    part.sort();
    return part[(to - from) >> 1]!;
  }

  /** Least squares through the points kept, by Gaussian elimination of the normal equations. */
  #solve(x: Float64Array, y: Float64Array, n: number): void {
    const terms = this.#ends ? 4 : 3;
    const m = this.#normal;
    m.fill(0);
    const p = this.#powers;
    p[0] = 1;
    for (let i = 0; i < n; i++) {
      if (this.keep[i] === 0) continue;
      const u = (x[i]! - this.mid) / this.half;
      p[1] = u;
      p[2] = u * u;
      p[3] = p[2]! * p[2]!;
      for (let r = 0; r < terms; r++) {
        for (let c = 0; c < terms; c++) m[r * 5 + c] = m[r * 5 + c]! + p[r]! * p[c]!;
        m[r * 5 + 4] = m[r * 5 + 4]! + p[r]! * y[i]!;
      }
    }
    for (let r = 0; r < terms; r++) m[r * 5 + r] = m[r * 5 + r]! * (1 + 1e-9);
    for (let k = 0; k < terms; k++)
      for (let r = 0; r < terms; r++) {
        if (r === k) continue;
        const f = m[r * 5 + k]! / m[k * 5 + k]!;
        for (let c = k; c < 5; c++) m[r * 5 + c] = m[r * 5 + c]! - f * m[k * 5 + c]!;
      }
    this.a = m[4]! / m[0]!;
    this.b = m[9]! / m[6]!;
    this.c = m[14]! / m[12]!;
    this.d = terms === 4 ? m[19]! / m[18]! : 0;
  }
}

/** Angle of the total-least-squares line through weighted points [rad], + = clockwise in a picture (y down). */
export function lineAngle(x: Float64Array, y: Float64Array, weight: ArrayLike<number>, n: number): number {
  let sw = 0;
  let sx = 0;
  let sy = 0;
  for (let i = 0; i < n; i++) {
    const w = weight[i]!;
    sw += w;
    sx += w * x[i]!;
    sy += w * y[i]!;
  }
  const mx = sx / sw;
  const my = sy / sw;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0; i < n; i++) {
    const w = weight[i]!;
    const dx = x[i]! - mx;
    const dy = y[i]! - my;
    xx += w * dx * dx;
    xy += w * dx * dy;
    yy += w * dy * dy;
  }
  return 0.5 * Math.atan2(2 * xy, xx - yy);
}
