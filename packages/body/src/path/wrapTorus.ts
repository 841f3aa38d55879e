/**
 * Wrapping through the hole of a torus about z: as OpenSim does, over a cylinder that is laid along the ring where the
 * segment is nearest to it, on the side of the hole. The cylinder turns with the ends, so that the gradient of the length
 * is taken from the length itself by central differences.
 */
import { NO_WRAP, side, WRAP_G1, WRAP_RESULT_SIZE, WRAPPED, wrappedLength } from "./wrapResult.ts";
import { wrapCylinder } from "./wrapCylinder.ts";

/** Length of the cylinder: no end to it. */
const ENDLESS = 1e4;

/**
 * @param ends [6] both ends in the torus's frame [m]
 * @param tube radius of the tube, `ring` of its middle line [m]
 * @param axis constrained axis (0 x, 1 y, 2 z) or −1; `sign` its active side
 * @param local scratch [6]
 * @returns WRAPPED or NO_WRAP; `w` set where it wraps, its gradients only by `setTorusGradients`
 */
export function wrapTorus(
  ends: Float64Array,
  tube: number,
  ring: number,
  axis: number,
  sign: number,
  local: Float64Array,
  w: Float64Array,
): number {
  const place = nearestToRing(ends, ring, axis, sign);
  if (Number.isNaN(place)) return NO_WRAP;
  // cylinder axes: x to the middle of the torus, y against z, z along the ring
  const px = ends[0] + place * (ends[3] - ends[0]);
  const py = ends[1] + place * (ends[4] - ends[1]);
  const r = Math.hypot(px, py);
  if (!(r > 0)) return NO_WRAP;
  const ux = -px / r;
  const uy = -py / r;
  for (let e = 0; e < 6; e += 3) {
    local[e] = ends[e] * ux + ends[e + 1] * uy + ring;
    local[e + 1] = -ends[e + 2];
    local[e + 2] = -ends[e] * uy + ends[e + 1] * ux;
  }
  const status = wrapCylinder(local, tube, ENDLESS, 0, 1, w);
  if (status < WRAPPED) return status;
  for (let e = 0; e < 6; e += 3) {
    const x = w[e] - ring;
    const along = w[e + 2];
    w[e + 2] = -w[e + 1];
    w[e] = x * ux - along * uy;
    w[e + 1] = x * uy + along * ux;
  }
  return WRAPPED;
}

/**
 * Where (0 at end 1, 1 at end 2) the line through the ends is nearest to the ring: from each end the minimum that lies
 * downhill, and of both the nearer, or the one on the active half; NaN where neither is.
 */
function nearestToRing(ends: Float64Array, ring: number, axis: number, sign: number): number {
  const from1 = descend(ends, ring, 0);
  const from2 = descend(ends, ring, 1);
  const nearer = squaredDistance(ends, ring, from1) < squaredDistance(ends, ring, from2) ? from1 : from2;
  if (axis < 0) return nearer;
  const run = ends[3 + axis] - ends[axis];
  const active1 = side(ends[axis] + from1 * run) === sign;
  const active2 = side(ends[axis] + from2 * run) === sign;
  if (active1 && active2) return nearer;
  return active1 ? from1 : active2 ? from2 : Number.NaN;
}

/** A minimum of the squared distance to the ring along the line, downhill from `start`: damped Newton. */
function descend(ends: Float64Array, ring: number, start: number): number {
  const dx = ends[3] - ends[0];
  const dy = ends[4] - ends[1];
  const dz = ends[5] - ends[2];
  const flat = dx * dx + dy * dy;
  const all = flat + dz * dz;
  if (!(all > 0)) return start;
  let s = start;
  let value = squaredDistance(ends, ring, s);
  let damped = true;
  for (let i = 0; i < 60; i++) {
    const x = ends[0] + s * dx;
    const y = ends[1] + s * dy;
    const r = Math.max(1e-12, Math.hypot(x, y));
    const radial = (x * dx + y * dy) / r;
    const slope = (r - ring) * radial + (ends[2] + s * dz) * dz;
    const curvature = all - (ring / r) * (flat - radial * radial);
    let step = curvature > 1e-9 * all ? -slope / curvature : -slope / all;
    if (Math.abs(step) < 1e-15) break;
    // near the bottom the distance itself is too flat to judge by: there, Newton alone
    if (damped && Math.abs(step) < 1e-5 && curvature > 1e-3 * all) damped = false;
    let next = squaredDistance(ends, ring, s + step);
    if (damped) {
      while (next > value && Math.abs(step) > 1e-15) {
        step *= 0.5;
        next = squaredDistance(ends, ring, s + step);
      }
    }
    s += step;
    value = next;
  }
  return s;
}

function squaredDistance(ends: Float64Array, ring: number, s: number): number {
  const out = Math.hypot(ends[0] + s * (ends[3] - ends[0]), ends[1] + s * (ends[4] - ends[1])) - ring;
  const z = ends[2] + s * (ends[5] - ends[2]);
  return out * out + z * z;
}

/** Gradients of the whole length by both ends; after a wrap. `ends` is put back as it was. */
export function setTorusGradients(
  ends: Float64Array,
  tube: number,
  ring: number,
  axis: number,
  sign: number,
  local: Float64Array,
  inner: Float64Array,
  w: Float64Array,
): void {
  const h = 1e-5 * ring;
  for (let i = 0; i < 7; i++) inner[i] = w[i];
  for (let i = 0; i < 6; i++) {
    const x = ends[i];
    ends[i] = x + h;
    wrapTorus(ends, tube, ring, axis, sign, local, w);
    const above = wrappedLength(ends, w);
    ends[i] = x - h;
    wrapTorus(ends, tube, ring, axis, sign, local, w);
    // kept aside: the cylinder writes its own gradients into w
    inner[WRAP_G1 + i] = (above - wrappedLength(ends, w)) / (2 * h);
    ends[i] = x;
  }
  for (let i = 0; i < WRAP_RESULT_SIZE; i++) w[i] = inner[i];
}
