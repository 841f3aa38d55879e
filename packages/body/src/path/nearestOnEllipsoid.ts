/** Nearest point of an ellipsoid about the origin, axes along x, y, z (after Eberly: one root of one monotone function). */

/** Coordinates below this share of a radius are taken to lie in the plane of the other two. */
const FLAT = 1e-9;

/**
 * Nearest point on the ellipse x²/a² + y²/b² = 1, into out[i], out[j].
 * A point on the longer axis near the centre has two nearest points: the one with positive second coordinate is taken.
 */
function nearestOnEllipse(a: number, b: number, u: number, v: number, out: Float64Array, i: number, j: number): void {
  const flatU = Math.abs(u) < FLAT * a;
  const flatV = Math.abs(v) < FLAT * b;
  if (flatU && flatV) {
    out[i] = a < b ? (u < 0 ? -a : a) : u;
    out[j] = a < b ? v : v < 0 ? -b : b;
    return;
  }
  if (flatU) {
    const inner = a < b && Math.abs(v) < b - (a * a) / b;
    const y = inner ? (b * b * v) / (b * b - a * a) : v >= 0 ? b : -b;
    out[i] = inner ? a * Math.sqrt(Math.abs(1 - (y / b) * (y / b))) : u;
    out[j] = y;
    return;
  }
  if (flatV) {
    const inner = b < a && Math.abs(u) < a - (b * b) / a;
    const x = inner ? (a * a * u) / (a * a - b * b) : u >= 0 ? a : -a;
    out[i] = x;
    out[j] = inner ? b * Math.sqrt(Math.abs(1 - (x / a) * (x / a))) : v;
    return;
  }
  const t = rootOf(a, b, 0, u, v, 0);
  out[i] = (a * a * u) / (t + a * a);
  out[j] = (b * b * v) / (t + b * b);
}

/**
 * Nearest point on the ellipsoid with radii size[s … s + 2] to p[from … from + 2], into p[to … to + 2] (which may be the
 * same place).
 */
export function nearestOnEllipsoid(size: Float64Array, s: number, p: Float64Array, from: number, to: number): void {
  const a = size[s];
  const b = size[s + 1];
  const c = size[s + 2];
  // in a coordinate plane: the ellipse with the least radii
  const inX = Math.abs(p[from]) < FLAT * a;
  const inY = Math.abs(p[from + 1]) < FLAT * b;
  const inZ = Math.abs(p[from + 2]) < FLAT * c;
  if (inX || inY || inZ) {
    const sumX = inX ? b + c : Infinity;
    const sumY = inY ? a + c : Infinity;
    const sumZ = inZ ? a + b : Infinity;
    nearestInPlane(sumX <= sumY && sumX <= sumZ ? 0 : sumY <= sumZ ? 1 : 2, size, s, p, from, to);
    return;
  }
  const t = rootOf(a, b, c, p[from], p[from + 1], p[from + 2]);
  p[to] = (a * a * p[from]) / (t + a * a);
  p[to + 1] = (b * b * p[from + 1]) / (t + b * b);
  p[to + 2] = (c * c * p[from + 2]) / (t + c * c);
}

/** Likewise among the points of the cross-section by the coordinate plane `axis` (0 x, 1 y, 2 z), keeping that coordinate. */
export function nearestInPlane(
  axis: number,
  size: Float64Array,
  s: number,
  p: Float64Array,
  from: number,
  to: number,
): void {
  const i = (axis + 1) % 3;
  const j = (axis + 2) % 3;
  const kept = p[from + axis];
  nearestOnEllipse(size[s + i], size[s + j], p[from + i], p[from + j], p, to + i, to + j);
  p[to + axis] = kept;
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
