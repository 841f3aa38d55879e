/**
 * Wrapping through the hole of a torus about z: as OpenSim does, over a cylinder that is laid along the ring where the
 * segment is nearest to it, on the side of the hole. The cylinder turns with the ends, so that the gradient of the length
 * is taken from the length itself by central differences.
 */
import { NO_WRAP, setWholeLength, WRAP_G1, WRAP_RESULT_SIZE, WRAP_WHOLE, WRAPPED } from "./wrapResult.ts";
import { wrapCylinder } from "./wrapCylinder.ts";

/** Length of the cylinder: no end to it. */
const ENDLESS_M = 1e4;
// places in the scratch array
const PLACE = 48; // where the segment is nearest to the ring, from either end
const CYLINDER = 50; // radius and length
const DISTANCE = 54; // squared distances there
const VALUE = 56; // squared distance on the way

/**
 * @param ends [6] both ends in the torus's frame [m]
 * @param size radius of the tube and of its middle line, the ring [m], at size[at], size[at + 1]
 * @param axis constrained axis (0 x, 1 y, 2 z) or −1; `sign` its active side
 * @param local scratch [6]
 * @param inner scratch [64]
 * @returns WRAPPED or NO_WRAP; `w` set where it wraps, its gradients only by `setTorusGradients`
 */
export function wrapTorus(
  ends: Float64Array,
  size: Float64Array,
  at: number,
  axis: number,
  sign: number,
  local: Float64Array,
  inner: Float64Array,
  w: Float64Array,
): number {
  const ring = size[at + 1];
  const from = nearestToRing(ends, size, at, axis, sign, inner);
  if (from < 0) return NO_WRAP;
  const place = inner[PLACE + from];
  // cylinder axes: x to the middle of the torus, y against z, z along the ring
  const px = ends[0] + place * (ends[3] - ends[0]);
  const py = ends[1] + place * (ends[4] - ends[1]);
  const r = Math.sqrt(px * px + py * py);
  if (!(r > 0)) return NO_WRAP;
  const ux = -px / r;
  const uy = -py / r;
  for (let e = 0; e < 6; e += 3) {
    local[e] = ends[e] * ux + ends[e + 1] * uy + ring;
    local[e + 1] = -ends[e + 2];
    local[e + 2] = -ends[e] * uy + ends[e + 1] * ux;
  }
  inner[CYLINDER] = size[at];
  inner[CYLINDER + 1] = ENDLESS_M;
  const status = wrapCylinder(local, inner, CYLINDER, 0, 1, w);
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
 * downhill, into inner[PLACE], inner[PLACE + 1].
 * @returns which of both counts: the nearer, or the one on the active half; −1 where neither does
 */
function nearestToRing(
  ends: Float64Array,
  size: Float64Array,
  at: number,
  axis: number,
  sign: number,
  inner: Float64Array,
): number {
  for (let k = 0; k < 2; k++) {
    inner[PLACE + k] = k;
    descend(ends, size, at, inner, PLACE + k);
    setSquaredDistance(ends, size, at, inner, PLACE + k, DISTANCE + k);
  }
  const nearer = inner[DISTANCE] < inner[DISTANCE + 1] ? 0 : 1;
  if (axis < 0) return nearer;
  const run = ends[3 + axis] - ends[axis];
  const active1 = (ends[axis] + inner[PLACE] * run < 0 ? -1 : 1) === sign;
  const active2 = (ends[axis] + inner[PLACE + 1] * run < 0 ? -1 : 1) === sign;
  if (active1 && active2) return nearer;
  return active1 ? 0 : active2 ? 1 : -1;
}

/** Moves inner[place] along the line downhill to a minimum of the squared distance to the ring: damped Newton. */
function descend(ends: Float64Array, size: Float64Array, at: number, inner: Float64Array, place: number): void {
  const ring = size[at + 1];
  const dx = ends[3] - ends[0];
  const dy = ends[4] - ends[1];
  const dz = ends[5] - ends[2];
  const flat = dx * dx + dy * dy;
  const all = flat + dz * dz;
  if (!(all > 0)) return;
  setSquaredDistance(ends, size, at, inner, place, VALUE);
  let damped = true;
  for (let i = 0; i < 60; i++) {
    const s = inner[place];
    const x = ends[0] + s * dx;
    const y = ends[1] + s * dy;
    const r = Math.max(1e-12, Math.sqrt(x * x + y * y));
    const radial = (x * dx + y * dy) / r;
    const slope = (r - ring) * radial + (ends[2] + s * dz) * dz;
    const curvature = all - (ring / r) * (flat - radial * radial);
    let step = curvature > 1e-9 * all ? -slope / curvature : -slope / all;
    if (Math.abs(step) < 1e-15) return;
    // near the bottom the distance itself is too flat to judge by: there, Newton alone
    if (damped && Math.abs(step) < 1e-5 && curvature > 1e-3 * all) damped = false;
    const before = inner[VALUE];
    inner[place] = s + step;
    setSquaredDistance(ends, size, at, inner, place, VALUE);
    if (damped) {
      while (inner[VALUE] > before && Math.abs(step) > 1e-15) {
        step *= 0.5;
        inner[place] = s + step;
        setSquaredDistance(ends, size, at, inner, place, VALUE);
      }
    }
  }
}

/** Squared distance to the ring at inner[place] along the line, into inner[to]. */
function setSquaredDistance(
  ends: Float64Array,
  size: Float64Array,
  at: number,
  inner: Float64Array,
  place: number,
  to: number,
): void {
  const s = inner[place];
  const x = ends[0] + s * (ends[3] - ends[0]);
  const y = ends[1] + s * (ends[4] - ends[1]);
  const out = Math.sqrt(x * x + y * y) - size[at + 1];
  const z = ends[2] + s * (ends[5] - ends[2]);
  inner[to] = out * out + z * z;
}

/** Gradients of the whole length by both ends; after a wrap. `ends` is put back as it was. */
export function setTorusGradients(
  ends: Float64Array,
  size: Float64Array,
  at: number,
  axis: number,
  sign: number,
  local: Float64Array,
  inner: Float64Array,
  w: Float64Array,
): void {
  const h = 1e-5 * size[at + 1];
  for (let i = 0; i < 7; i++) inner[i] = w[i];
  for (let i = 0; i < 6; i++) {
    const x = ends[i];
    ends[i] = x + h;
    wrapTorus(ends, size, at, axis, sign, local, inner, w);
    setWholeLength(ends, w);
    const above = w[WRAP_WHOLE];
    ends[i] = x - h;
    wrapTorus(ends, size, at, axis, sign, local, inner, w);
    setWholeLength(ends, w);
    // kept aside: the cylinder writes its own gradients into w
    inner[WRAP_G1 + i] = (above - w[WRAP_WHOLE]) / (2 * h);
    ends[i] = x;
  }
  for (let i = 0; i < WRAP_RESULT_SIZE; i++) w[i] = inner[i];
}
