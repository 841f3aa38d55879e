/**
 * Wrapping over an ellipsoid. The path lies in one plane through both ends and a point c of the surface; c is chosen as
 * OpenSim does (hybrid, midpoint or axial method). Within the plane everything is exact: tangents to the ellipse of
 * intersection, and the length of its arc. Since that plane is not that of the shortest path, the gradient of the length
 * is not the pull of the straight pieces: it is taken from the length itself by central differences.
 */
import { METHOD_AXIAL, METHOD_HYBRID, METHOD_MIDPOINT } from "../model/model.ts";
import { nearestInPlane, nearestOnEllipsoid } from "./nearestOnEllipsoid.ts";
import { PLANE_POINT as C, NODES, WEIGHTS, wrapInPlane } from "./ellipsoidPlane.ts";
import { INSIDE, MANDATORY, NO_WRAP, side, WRAP_G1, wrappedLength } from "./wrapResult.ts";

/** Between these cosines of the segment to its most parallel axis, the hybrid method blends the fan with the axial point. */
const BLEND_MIN = 0.7073;
const BLEND_MAX = 0.9;
/** Share of the inner segment at both ends over which the axial point is faded out. */
const END_BLEND = 0.3;
/** The fan's blades, in OpenSim: i/300 for i = 1 … 298; here the same integral by Gauss–Legendre. */
const FAN_FROM = 0.5 / 300;
const FAN_TO = 298.5 / 300;
/** A point this little inside (in x²/a² + … − 1) counts as on the surface. */
const ON_SURFACE = 1e-4;
/** Ends this near to one direction from the centre (1 − cosine) do not wrap. */
const COLLINEAR = 1e-4;

// places in the scratch array
const T = 3; // nearest points of the three axial candidates, 3 each
const N = 12; // a nearest point
const SAVED = 16; // result while differencing

/**
 * @param ends [6] both ends in the ellipsoid's frame [m]
 * @param size its radii at size[at … at + 2]
 * @param axis constrained axis (0 x, 1 y, 2 z) or −1; `sign` its active side
 * @param inner scratch [64]
 * @param w wrap result; set where it wraps, its gradients only by `setEllipsoidGradients`
 * @returns one of NO_WRAP, INSIDE, MANDATORY
 */
export function wrapEllipsoid(
  ends: Float64Array,
  size: Float64Array,
  at: number,
  method: number,
  axis: number,
  sign: number,
  inner: Float64Array,
  w: Float64Array,
): number {
  const a = size[at];
  const b = size[at + 1];
  const c = size[at + 2];
  const out1 = square(ends[0] / a) + square(ends[1] / b) + square(ends[2] / c) - 1;
  const out2 = square(ends[3] / a) + square(ends[4] / b) + square(ends[5] / c) - 1;
  if (out1 < -ON_SURFACE || out2 < -ON_SURFACE) return INSIDE;
  const dot = ends[0] * ends[3] + ends[1] * ends[4] + ends[2] * ends[5];
  const l1 = Math.hypot(ends[0], ends[1], ends[2]);
  const l2 = Math.hypot(ends[3], ends[4], ends[5]);
  if (Math.abs(dot / (l1 * l2) - 1) < COLLINEAR) return NO_WRAP;
  // crossings of the segment: end 2 + l · (end 1 − end 2)
  let aa = 0;
  let half = 0;
  for (let i = 0; i < 3; i++) {
    const d = (ends[i] - ends[3 + i]) / size[at + i];
    aa += d * d;
    half += d * (ends[3 + i] / size[at + i]);
  }
  const disc = half * half - aa * out2;
  if (!(disc >= 0)) return NO_WRAP;
  const root = Math.sqrt(disc);
  const in1 = (-half + root) / aa;
  const in2 = (-half - root) / aa;
  if (!(in1 > 0 && in1 < 1 && in2 > 0 && in2 < 1)) return NO_WRAP;
  const fan = findPlanePoint(ends, size, at, method, in1, in2, inner);
  if (axis >= 0) flipToActiveSide(size, at, axis, sign, fan, inner);
  return wrapInPlane(ends, size, at, axis >= 0, inner, w) ? MANDATORY : NO_WRAP;
}

function square(x: number): number {
  return x * x;
}

/** Finds c into inner[C…]; returns the weight of the fan in it. */
function findPlanePoint(
  ends: Float64Array,
  size: Float64Array,
  at: number,
  method: number,
  in1: number,
  in2: number,
  inner: Float64Array,
): number {
  const a = size[at];
  const b = size[at + 1];
  const c = size[at + 2];
  const dx = ends[0] - ends[3];
  const dy = ends[1] - ends[4];
  const dz = ends[2] - ends[5];
  const x1 = ends[3] + in1 * dx;
  const y1 = ends[4] + in1 * dy;
  const z1 = ends[5] + in1 * dz;
  const rx = (in2 - in1) * dx;
  const ry = (in2 - in1) * dy;
  const rz = (in2 - in1) * dz;
  const length = Math.hypot(dx, dy, dz);
  const mx = Math.abs(dx) / length;
  const my = Math.abs(dy) / length;
  const mz = Math.abs(dz) / length;
  const best = mx >= my && mx >= mz ? 0 : my >= mz ? 1 : 2;
  let mu = best === 0 ? mx : best === 1 ? my : mz;
  if (method === METHOD_MIDPOINT) {
    nearestOnEllipsoid(a, b, c, x1 + 0.5 * rx, y1 + 0.5 * ry, z1 + 0.5 * rz, inner, C);
    return 0;
  }
  // the axial point: where the segment crosses the middle plane of its most parallel axis
  const s = best === 0 ? -x1 / rx : best === 1 ? -y1 / ry : -z1 / rz;
  if (method === METHOD_HYBRID && mu > BLEND_MIN) {
    const fade = s < 0 || s > 1 ? 0 : Math.min(1, s / END_BLEND, (1 - s) / END_BLEND);
    mu = BLEND_MIN + fade * (mu - BLEND_MIN);
  }
  if (method === METHOD_AXIAL || mu > BLEND_MIN) {
    nearestInPlane(best, a, b, c, x1 + s * rx, y1 + s * ry, z1 + s * rz, inner, C);
  }
  if (method === METHOD_AXIAL || mu >= BLEND_MAX) return 0;
  fanPoint(a, b, c, x1, y1, z1, rx, ry, rz, inner);
  if (mu <= BLEND_MIN) {
    nearestOnEllipsoid(a, b, c, inner[T], inner[T + 1], inner[T + 2], inner, C);
    return 1;
  }
  nearestOnEllipsoid(a, b, c, inner[T], inner[T + 1], inner[T + 2], inner, N);
  const share = (mu - BLEND_MIN) / (BLEND_MAX - BLEND_MIN);
  for (let i = 0; i < 3; i++) inner[N + i] += share * (inner[C + i] - inner[N + i]);
  nearestOnEllipsoid(a, b, c, inner[N], inner[N + 1], inner[N + 2], inner, C);
  return 1 - share;
}

/** The middle of the inner segment moved one unit (of the mean radius) along the mean direction to the surface, into inner[T…]. */
function fanPoint(
  a: number,
  b: number,
  c: number,
  x1: number,
  y1: number,
  z1: number,
  rx: number,
  ry: number,
  rz: number,
  inner: Float64Array,
): void {
  inner[T] = inner[T + 1] = inner[T + 2] = 0;
  // the nearest point jumps where the segment crosses a plane of symmetry: sum up between the crossings
  let from = FAN_FROM;
  while (from < FAN_TO) {
    let to = FAN_TO;
    const tx = -x1 / rx;
    const ty = -y1 / ry;
    const tz = -z1 / rz;
    if (tx > from && tx < to) to = tx;
    if (ty > from && ty < to) to = ty;
    if (tz > from && tz < to) to = tz;
    addBlades(a, b, c, x1, y1, z1, rx, ry, rz, from, to, inner);
    from = to;
  }
  const unit = (a + b + c) / 3 / Math.max(1e-300, Math.hypot(inner[T], inner[T + 1], inner[T + 2]));
  inner[T] = x1 + 0.5 * rx + unit * inner[T];
  inner[T + 1] = y1 + 0.5 * ry + unit * inner[T + 1];
  inner[T + 2] = z1 + 0.5 * rz + unit * inner[T + 2];
}

/** Adds to inner[T…] the integral of the unit vectors to the surface over a piece of the inner segment. */
function addBlades(
  a: number,
  b: number,
  c: number,
  x1: number,
  y1: number,
  z1: number,
  rx: number,
  ry: number,
  rz: number,
  from: number,
  to: number,
  inner: Float64Array,
): void {
  const middle = 0.5 * (from + to);
  const half = 0.5 * (to - from);
  for (let k = 0; k < 16; k++) {
    const t = middle + half * (k < 8 ? -NODES[7 - k] : NODES[k - 8]);
    const x = x1 + t * rx;
    const y = y1 + t * ry;
    const z = z1 + t * rz;
    nearestOnEllipsoid(a, b, c, x, y, z, inner, N);
    const bx = inner[N] - x;
    const by = inner[N + 1] - y;
    const bz = inner[N + 2] - z;
    const length = Math.max(1e-300, Math.sqrt(bx * bx + by * by + bz * bz));
    const scale = (half * WEIGHTS[k < 8 ? 7 - k : k - 8]) / length;
    inner[T] += scale * bx;
    inner[T + 1] += scale * by;
    inner[T + 2] += scale * bz;
  }
}

/** Mirrors c to the active half, and draws it to the middle plane as far as the fan decided it. */
function flipToActiveSide(
  size: Float64Array,
  at: number,
  axis: number,
  sign: number,
  fan: number,
  inner: Float64Array,
): void {
  if (side(inner[C + axis]) === sign) return;
  inner[C + axis] = -inner[C + axis];
  if (fan <= 0) return;
  inner[C + axis] *= 1 - fan;
  nearestOnEllipsoid(size[at], size[at + 1], size[at + 2], inner[C], inner[C + 1], inner[C + 2], inner, C);
}

/** Gradients of the whole length by both ends; after a wrap. `ends` is put back as it was. */
export function setEllipsoidGradients(
  ends: Float64Array,
  size: Float64Array,
  at: number,
  method: number,
  axis: number,
  sign: number,
  inner: Float64Array,
  w: Float64Array,
): void {
  const h = 1e-6 * (size[at] + size[at + 1] + size[at + 2]);
  for (let i = 0; i < 7; i++) inner[SAVED + i] = w[i];
  for (let i = 0; i < 6; i++) {
    const x = ends[i];
    ends[i] = x + h;
    wrapEllipsoid(ends, size, at, method, axis, sign, inner, w);
    const above = wrappedLength(ends, w);
    ends[i] = x - h;
    wrapEllipsoid(ends, size, at, method, axis, sign, inner, w);
    w[WRAP_G1 + i] = (above - wrappedLength(ends, w)) / (2 * h);
    ends[i] = x;
  }
  for (let i = 0; i < 7; i++) w[i] = inner[SAVED + i];
}
