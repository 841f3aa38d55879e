/** Nearest point of an ellipsoid about the origin, axes along x, y, z (after Eberly: one root of one monotone function). */

/** Coordinates below this share of a radius are taken to lie in the plane of the other two. */
const FLAT = 1e-9;

/** The root last found, handed on in an array so that nothing is allocated. */
const root = new Float64Array(1);

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
  findRoot(size, s, p, from, -1);
  for (let i = 0; i < 3; i++) {
    const square = size[s + i] * size[s + i];
    p[to + i] = (square * p[from + i]) / (root[0] + square);
  }
}

/**
 * Likewise among the points of the cross-section by the coordinate plane `axis` (0 x, 1 y, 2 z), keeping that coordinate.
 * A point on the longer axis near the centre has two nearest points: the one with the positive other coordinate is taken.
 */
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
  const a = size[s + i];
  const b = size[s + j];
  const u = p[from + i];
  const v = p[from + j];
  p[to + axis] = p[from + axis];
  const flatU = Math.abs(u) < FLAT * a;
  const flatV = Math.abs(v) < FLAT * b;
  if (flatU && flatV) {
    p[to + i] = a < b ? (u < 0 ? -a : a) : u;
    p[to + j] = a < b ? v : v < 0 ? -b : b;
  } else if (flatU) {
    const inner = a < b && Math.abs(v) < b - (a * a) / b;
    const y = inner ? (b * b * v) / (b * b - a * a) : v >= 0 ? b : -b;
    p[to + i] = inner ? a * Math.sqrt(Math.abs(1 - (y / b) * (y / b))) : u;
    p[to + j] = y;
  } else if (flatV) {
    const inner = b < a && Math.abs(u) < a - (b * b) / a;
    const x = inner ? (a * a * u) / (a * a - b * b) : u >= 0 ? a : -a;
    p[to + i] = x;
    p[to + j] = inner ? b * Math.sqrt(Math.abs(1 - (x / a) * (x / a))) : v;
  } else {
    findRoot(size, s, p, from, axis);
    p[to + i] = (a * a * u) / (root[0] + a * a);
    p[to + j] = (b * b * v) / (root[0] + b * b);
  }
}

/**
 * The largest root t of Σ (rᵢ pᵢ / (t + rᵢ²))² = 1, whose left side falls from infinity to zero on its interval: Newton
 * from below, which cannot overshoot since the function is convex. The coordinate `without` is left out (−1: none).
 */
function findRoot(size: Float64Array, s: number, p: Float64Array, from: number, without: number): void {
  // every term alone stays below 1 at the root, so that t is at least each of these
  let t = -Infinity;
  for (let i = 0; i < 3; i++) {
    if (i !== without) t = Math.max(t, size[s + i] * (Math.abs(p[from + i]) - size[s + i]));
  }
  for (let round = 0; round < 100; round++) {
    let value = -1;
    let slope = 0;
    for (let i = 0; i < 3; i++) {
      if (i === without) continue;
      const below = t + size[s + i] * size[s + i];
      const term = (size[s + i] * p[from + i]) / below;
      value += term * term;
      slope -= (2 * term * term) / below;
    }
    const next = t - value / slope;
    if (!(Math.abs(value) > 1e-15) || next === t) break;
    t = next;
  }
  root[0] = t;
}
