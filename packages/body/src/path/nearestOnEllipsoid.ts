/** Nearest point of an ellipsoid about the origin, axes along x, y, z (after Eberly: one root of one monotone function). */

/** Coordinates below this share of a radius are taken to lie in the plane of the other two. */
const FLAT = 1e-9;

/**
 * Nearest point on the ellipse x²/a² + y²/b² = 1, into out[at], out[at + 1].
 * A point on the longer axis near the centre has two nearest points: the one with positive second coordinate is taken.
 */
export function nearestOnEllipse(a: number, b: number, u: number, v: number, out: Float64Array, at: number): void {
  const flatU = Math.abs(u) < FLAT * a;
  const flatV = Math.abs(v) < FLAT * b;
  if (flatU && flatV) {
    out[at] = a < b ? (u < 0 ? -a : a) : u;
    out[at + 1] = a < b ? v : v < 0 ? -b : b;
    return;
  }
  if (flatU) {
    const inner = a < b && Math.abs(v) < b - (a * a) / b;
    const y = inner ? (b * b * v) / (b * b - a * a) : v >= 0 ? b : -b;
    out[at] = inner ? a * Math.sqrt(Math.abs(1 - (y / b) * (y / b))) : u;
    out[at + 1] = y;
    return;
  }
  if (flatV) {
    const inner = b < a && Math.abs(u) < a - (b * b) / a;
    const x = inner ? (a * a * u) / (a * a - b * b) : u >= 0 ? a : -a;
    out[at] = x;
    out[at + 1] = inner ? b * Math.sqrt(Math.abs(1 - (x / a) * (x / a))) : v;
    return;
  }
  const t = rootOf(a, b, 0, u, v, 0);
  out[at] = (a * a * u) / (t + a * a);
  out[at + 1] = (b * b * v) / (t + b * b);
}

/** Nearest point on the ellipsoid with radii a, b, c to (u, v, w), into out[at … at + 2]. */
export function nearestOnEllipsoid(
  a: number,
  b: number,
  c: number,
  u: number,
  v: number,
  w: number,
  out: Float64Array,
  at: number,
): void {
  // in a coordinate plane: the ellipse with the least radii
  const inX = Math.abs(u) < FLAT * a;
  const inY = Math.abs(v) < FLAT * b;
  const inZ = Math.abs(w) < FLAT * c;
  if (inX || inY || inZ) {
    const sumX = inX ? b + c : Infinity;
    const sumY = inY ? a + c : Infinity;
    const sumZ = inZ ? a + b : Infinity;
    nearestInPlane(sumX <= sumY && sumX <= sumZ ? 0 : sumY <= sumZ ? 1 : 2, a, b, c, u, v, w, out, at);
    return;
  }
  const t = rootOf(a, b, c, u, v, w);
  out[at] = (a * a * u) / (t + a * a);
  out[at + 1] = (b * b * v) / (t + b * b);
  out[at + 2] = (c * c * w) / (t + c * c);
}

/** Nearest point among those of the cross-section by the coordinate plane `axis` (0 x, 1 y, 2 z), keeping that coordinate. */
export function nearestInPlane(
  axis: number,
  a: number,
  b: number,
  c: number,
  u: number,
  v: number,
  w: number,
  out: Float64Array,
  at: number,
): void {
  if (axis === 0) {
    nearestOnEllipse(b, c, v, w, out, at + 1);
    out[at] = u;
  } else if (axis === 1) {
    nearestOnEllipse(c, a, w, u, out, at);
    const z = out[at];
    out[at] = out[at + 1];
    out[at + 1] = v;
    out[at + 2] = z;
  } else {
    nearestOnEllipse(a, b, u, v, out, at);
    out[at + 2] = w;
  }
}

/**
 * The largest root t of Σ (rᵢ pᵢ / (t + rᵢ²))² = 1, whose left side falls from infinity to zero on its interval: Newton
 * from below, which cannot overshoot since the function is convex. A radius of 0 leaves its term out.
 */
function rootOf(a: number, b: number, c: number, u: number, v: number, w: number): number {
  const au = Math.abs(a * u);
  const bv = Math.abs(b * v);
  const cw = Math.abs(c * w);
  // every term alone stays below 1 at the root, so that t is at least each of these
  let t = Math.max(au - a * a, bv - b * b, c > 0 ? cw - c * c : -Infinity);
  for (let i = 0; i < 100; i++) {
    const x = au / (t + a * a);
    const y = bv / (t + b * b);
    const z = c > 0 ? cw / (t + c * c) : 0;
    const value = x * x + y * y + z * z - 1;
    const slope = -2 * ((x * x) / (t + a * a) + (y * y) / (t + b * b) + (c > 0 ? (z * z) / (t + c * c) : 0));
    const step = value / slope;
    const next = t - step;
    if (!(Math.abs(value) > 1e-15) || next === t) return t;
    t = next;
  }
  return t;
}
