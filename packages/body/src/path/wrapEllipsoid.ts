/**
 * Wrapping over an ellipsoid. The path lies in one plane through both ends and a point c of the surface; c is chosen as
 * OpenSim does (hybrid, midpoint or axial method). Within the plane everything is exact: tangents to the ellipse of
 * intersection, and the length of its arc. Since that plane is not that of the shortest path, the gradient of the length
 * is not the pull of the straight pieces: it is taken from the length itself by central differences.
 */
import { METHOD_AXIAL, METHOD_HYBRID, METHOD_MIDPOINT } from "../model/model.ts";
import { nearestInPlane, nearestOnEllipsoid } from "./nearestOnEllipsoid.ts";
import { PLANE_POINT as C, NODES, WEIGHTS, wrapInPlane } from "./ellipsoidPlane.ts";
import { INSIDE, MANDATORY, NO_WRAP, setWholeLength, WRAP_G1, WRAP_WHOLE } from "./wrapResult.ts";

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
const T = 3; // the fan's point
const N = 6; // a nearest point
const BLADE = 9; // a point of the inner segment
const FAN = 12; // weight of the fan in c
const PIECE = 13; // ends of a piece of the inner segment
const FROM = 42; // first crossing of the segment with the surface, and the way to the second
const RUN = 45;
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
  const out1 = (ends[0] / a) ** 2 + (ends[1] / b) ** 2 + (ends[2] / c) ** 2 - 1;
  const out2 = (ends[3] / a) ** 2 + (ends[4] / b) ** 2 + (ends[5] / c) ** 2 - 1;
  if (out1 < -ON_SURFACE || out2 < -ON_SURFACE) return INSIDE;
  const dot = ends[0] * ends[3] + ends[1] * ends[4] + ends[2] * ends[5];
  const l1 = ends[0] * ends[0] + ends[1] * ends[1] + ends[2] * ends[2];
  const l2 = ends[3] * ends[3] + ends[4] * ends[4] + ends[5] * ends[5];
  if (Math.abs(dot / Math.sqrt(l1 * l2) - 1) < COLLINEAR) return NO_WRAP;
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
  for (let i = 0; i < 3; i++) {
    const d = ends[i] - ends[3 + i];
    inner[FROM + i] = ends[3 + i] + in1 * d;
    inner[RUN + i] = (in2 - in1) * d;
  }
  findPlanePoint(ends, size, at, method, inner);
  if (axis >= 0) flipToActiveSide(size, at, axis, sign, inner);
  return wrapInPlane(ends, size, at, axis >= 0, inner, w) ? MANDATORY : NO_WRAP;
}

/** Finds c into inner[C…], and the weight of the fan in it into inner[FAN]. The inner segment is in inner[FROM…], inner[RUN…]. */
function findPlanePoint(ends: Float64Array, size: Float64Array, at: number, method: number, inner: Float64Array): void {
  const dx = Math.abs(ends[0] - ends[3]);
  const dy = Math.abs(ends[1] - ends[4]);
  const dz = Math.abs(ends[2] - ends[5]);
  const best = dx >= dy && dx >= dz ? 0 : dy >= dz ? 1 : 2;
  let mu = Math.max(dx, dy, dz) / Math.sqrt(dx * dx + dy * dy + dz * dz);
  inner[FAN] = 0;
  if (method === METHOD_MIDPOINT) {
    for (let i = 0; i < 3; i++) inner[C + i] = inner[FROM + i] + 0.5 * inner[RUN + i];
    nearestOnEllipsoid(size, at, inner, C, C);
    return;
  }
  // the axial point: where the segment crosses the middle plane of its most parallel axis
  const s = -inner[FROM + best] / inner[RUN + best];
  if (method === METHOD_HYBRID && mu > BLEND_MIN) {
    const fade = s < 0 || s > 1 ? 0 : Math.min(1, s / END_BLEND, (1 - s) / END_BLEND);
    mu = BLEND_MIN + fade * (mu - BLEND_MIN);
  }
  if (method === METHOD_AXIAL || mu > BLEND_MIN) {
    for (let i = 0; i < 3; i++) inner[C + i] = inner[FROM + i] + s * inner[RUN + i];
    nearestInPlane(best, size, at, inner, C, C);
  }
  if (method === METHOD_AXIAL || mu >= BLEND_MAX) return;
  setFanPoint(size, at, inner);
  if (mu <= BLEND_MIN) {
    nearestOnEllipsoid(size, at, inner, T, C);
    inner[FAN] = 1;
    return;
  }
  nearestOnEllipsoid(size, at, inner, T, N);
  const share = (mu - BLEND_MIN) / (BLEND_MAX - BLEND_MIN);
  for (let i = 0; i < 3; i++) inner[N + i] += share * (inner[C + i] - inner[N + i]);
  nearestOnEllipsoid(size, at, inner, N, C);
  inner[FAN] = 1 - share;
}

/** The middle of the inner segment moved one unit (of the mean radius) along the mean direction to the surface, into inner[T…]. */
function setFanPoint(size: Float64Array, at: number, inner: Float64Array): void {
  for (let i = 0; i < 3; i++) inner[T + i] = 0;
  // the nearest point jumps where the segment crosses a plane of symmetry: sum up between the crossings
  let from = FAN_FROM;
  while (from < FAN_TO) {
    let to = FAN_TO;
    for (let i = 0; i < 3; i++) {
      const crossing = -inner[FROM + i] / inner[RUN + i];
      if (crossing > from && crossing < to) to = crossing;
    }
    inner[PIECE] = from;
    inner[PIECE + 1] = to;
    addBlades(size, at, inner);
    from = to;
  }
  const length = Math.sqrt(inner[T] * inner[T] + inner[T + 1] * inner[T + 1] + inner[T + 2] * inner[T + 2]);
  const unit = (size[at] + size[at + 1] + size[at + 2]) / 3 / Math.max(1e-300, length);
  for (let i = 0; i < 3; i++) inner[T + i] = inner[FROM + i] + 0.5 * inner[RUN + i] + unit * inner[T + i];
}

/** Adds to inner[T…] the integral of the unit vectors to the surface over the piece in inner[PIECE…]. */
function addBlades(size: Float64Array, at: number, inner: Float64Array): void {
  const middle = 0.5 * (inner[PIECE] + inner[PIECE + 1]);
  const half = 0.5 * (inner[PIECE + 1] - inner[PIECE]);
  for (let k = 0; k < 16; k++) {
    const t = middle + half * (k < 8 ? -NODES[7 - k] : NODES[k - 8]);
    for (let i = 0; i < 3; i++) inner[BLADE + i] = inner[FROM + i] + t * inner[RUN + i];
    nearestOnEllipsoid(size, at, inner, BLADE, N);
    let length = 0;
    for (let i = 0; i < 3; i++) length += (inner[N + i] - inner[BLADE + i]) * (inner[N + i] - inner[BLADE + i]);
    const scale = (half * WEIGHTS[k < 8 ? 7 - k : k - 8]) / Math.max(1e-300, Math.sqrt(length));
    for (let i = 0; i < 3; i++) inner[T + i] += scale * (inner[N + i] - inner[BLADE + i]);
  }
}

/** Mirrors c to the active half, and draws it to the middle plane as far as the fan decided it. */
function flipToActiveSide(size: Float64Array, at: number, axis: number, sign: number, inner: Float64Array): void {
  if ((inner[C + axis] < 0 ? -1 : 1) === sign) return;
  inner[C + axis] = -inner[C + axis];
  if (inner[FAN] <= 0) return;
  inner[C + axis] *= 1 - inner[FAN];
  nearestOnEllipsoid(size, at, inner, C, C);
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
    setWholeLength(ends, w);
    const above = w[WRAP_WHOLE];
    ends[i] = x - h;
    wrapEllipsoid(ends, size, at, method, axis, sign, inner, w);
    setWholeLength(ends, w);
    w[WRAP_G1 + i] = (above - w[WRAP_WHOLE]) / (2 * h);
    ends[i] = x;
  }
  for (let i = 0; i < 7; i++) w[i] = inner[SAVED + i];
}
