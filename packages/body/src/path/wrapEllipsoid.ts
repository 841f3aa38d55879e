/**
 * Wrapping over an ellipsoid. The path lies in one plane through both ends and a point c of the surface; c is chosen as
 * OpenSim does (hybrid, midpoint or axial method). Within the plane everything is exact: tangents to the ellipse of
 * intersection, and the length of its arc. Since that plane is not that of the shortest path, the gradient of the length
 * is not the pull of the straight pieces: it is taken from the length itself by central differences.
 */
import { METHOD_AXIAL, METHOD_HYBRID, METHOD_MIDPOINT } from "../model/model.ts";
import { nearestInPlane, nearestOnEllipsoid } from "./nearestOnEllipsoid.ts";
import { INSIDE, MANDATORY, NO_WRAP, side, WRAP_CURVE, WRAP_G1, wrappedLength } from "./wrapResult.ts";

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

const NODES = [
  0.0950125098376374, 0.2816035507792589, 0.4580167776572274, 0.6178762444026438, 0.755404408355003, 0.8656312023878318,
  0.9445750230732326, 0.9894009349916499,
];
const WEIGHTS = [
  0.1894506104550685, 0.1826034150449236, 0.1691565193950025, 0.1495959888165767, 0.1246289712555339,
  0.0951585116824928, 0.0622535239386479, 0.0271524594117541,
];

// places in the scratch array
const C = 0; // c
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

/** Wraps within the plane of both ends and c. Returns false where they have no plane. */
function wrapInPlane(
  ends: Float64Array,
  size: Float64Array,
  at: number,
  constrained: boolean,
  inner: Float64Array,
  w: Float64Array,
): boolean {
  const [x1, y1, z1] = [ends[0], ends[1], ends[2]];
  const [x2, y2, z2] = [ends[3], ends[4], ends[5]];
  // e along the segment, f across it in the plane on c's side, n the normal
  let ex = x2 - x1;
  let ey = y2 - y1;
  let ez = z2 - z1;
  const le = Math.hypot(ex, ey, ez);
  ex /= le;
  ey /= le;
  ez /= le;
  let fx = inner[C] - x1;
  let fy = inner[C + 1] - y1;
  let fz = inner[C + 2] - z1;
  const along = fx * ex + fy * ey + fz * ez;
  fx -= along * ex;
  fy -= along * ey;
  fz -= along * ez;
  const lf = Math.hypot(fx, fy, fz);
  if (!(lf > 1e-12 * (size[at] + size[at + 1] + size[at + 2]))) return false;
  fx /= lf;
  fy /= lf;
  fz /= lf;
  const nx = ey * fz - ez * fy;
  const ny = ez * fx - ex * fz;
  const nz = ex * fy - ey * fx;
  // centre of the ellipse of intersection, and its quadratic form in (e, f)
  const A = size[at] * size[at];
  const B = size[at + 1] * size[at + 1];
  const D = size[at + 2] * size[at + 2];
  const d = nx * x1 + ny * y1 + nz * z1;
  const spread = A * nx * nx + B * ny * ny + D * nz * nz;
  const k = 1 - (d * d) / spread;
  if (!(k > 0)) return false;
  const mx = (A * nx * d) / spread;
  const my = (B * ny * d) / spread;
  const mz = (D * nz * d) / spread;
  const qee = (ex * ex) / A + (ey * ey) / B + (ez * ez) / D;
  const qef = (ex * fx) / A + (ey * fy) / B + (ez * fz) / D;
  const qff = (fx * fx) / A + (fy * fy) / B + (fz * fz) / D;
  // Cholesky: the map to the unit circle is (p, q) ↦ (l11 p + l21 q, l22 q)/√k
  const l11 = Math.sqrt(qee / k);
  const l21 = qef / Math.sqrt(qee * k);
  const l22 = Math.sqrt(Math.max(0, qff / k - l21 * l21));
  const flatX = (x: number, y: number, z: number) => (x - mx) * ex + (y - my) * ey + (z - mz) * ez;
  const flatY = (x: number, y: number, z: number) => (x - mx) * fx + (y - my) * fy + (z - mz) * fz;
  const p1 = flatX(x1, y1, z1);
  const q1 = flatY(x1, y1, z1);
  const p2 = flatX(x2, y2, z2);
  const q2 = flatY(x2, y2, z2);
  const pc = flatX(inner[C], inner[C + 1], inner[C + 2]);
  const qc = flatY(inner[C], inner[C + 1], inner[C + 2]);
  const phi1 = Math.atan2(l22 * q1, l11 * p1 + l21 * q1);
  const phi2 = Math.atan2(l22 * q2, l11 * p2 + l21 * q2);
  const phiC = Math.atan2(l22 * qc, l11 * pc + l21 * qc);
  const beta1 = Math.acos(Math.min(1, 1 / Math.hypot(l22 * q1, l11 * p1 + l21 * q1)));
  const beta2 = Math.acos(Math.min(1, 1 / Math.hypot(l22 * q2, l11 * p2 + l21 * q2)));
  // of the two tangents of each end, the one towards c
  const turn1 = side(wrapAngle(phiC - phi1));
  const theta1 = phi1 + turn1 * beta1;
  const theta2 = phi2 + side(wrapAngle(phiC - phi2)) * beta2;
  let turn = wrapAngle(theta2 - theta1);
  // the short way round, or the long one where the short one would turn back at the tangent
  if (constrained && turn * turn1 < 0) turn += turn1 * 2 * Math.PI;
  const place = (theta: number, o: number) => {
    const s = Math.sin(theta) / l22;
    const r = (Math.cos(theta) - l21 * s) / l11;
    w[o] = mx + r * ex + s * fx;
    w[o + 1] = my + r * ey + s * fy;
    w[o + 2] = mz + r * ez + s * fz;
  };
  place(theta1, 0);
  place(theta2, 3);
  w[WRAP_CURVE] = arcLength(theta1, turn, l11, l21, l22);
  return true;
}

/** To (−π, π]. */
function wrapAngle(x: number): number {
  const turned = x - 2 * Math.PI * Math.round(x / (2 * Math.PI));
  return turned <= -Math.PI ? Math.PI : turned;
}

/** Length of the ellipse's arc from θ over `turn`, by Gauss–Legendre on quarter turns. */
function arcLength(theta: number, turn: number, l11: number, l21: number, l22: number): number {
  const pieces = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2)));
  const half = turn / pieces / 2;
  let sum = 0;
  for (let piece = 0; piece < pieces; piece++) {
    const middle = theta + (2 * piece + 1) * half;
    for (let k = 0; k < 16; k++) {
      const at = middle + half * (k < 8 ? -NODES[7 - k] : NODES[k - 8]);
      const s = Math.cos(at) / l22;
      const r = (-Math.sin(at) - l21 * s) / l11;
      sum += WEIGHTS[k < 8 ? 7 - k : k - 8] * Math.sqrt(r * r + s * s);
    }
  }
  return sum * Math.abs(half);
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
