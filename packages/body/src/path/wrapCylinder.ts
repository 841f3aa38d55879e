import { INSIDE, MANDATORY, NO_WRAP, setGeodesicGradients, WRAP_CURVE, WRAPPED } from "./wrapResult.ts";

/**
 * Wraps a segment over a cylinder along z: two tangents joined by a helix of the same slope, the shortest path for the
 * way round that OpenSim's rules choose.
 *
 * @param ends [6] both ends in the cylinder's frame [m]
 * @param size its radius and length [m] at size[at], size[at + 1]
 * @param axis constrained axis (0 x, 1 y, 2 z) or −1; `sign` its active side
 * @param w wrap result; set where it wraps
 * @returns one of NO_WRAP, INSIDE, WRAPPED, MANDATORY
 */
export function wrapCylinder(
  ends: Float64Array,
  size: Float64Array,
  at: number,
  axis: number,
  sign: number,
  w: Float64Array,
): number {
  const x1 = ends[0];
  const y1 = ends[1];
  const z1 = ends[2];
  const x2 = ends[3];
  const y2 = ends[4];
  const z2 = ends[5];
  const d1 = x1 * x1 + y1 * y1;
  const d2 = x2 * x2 + y2 * y2;
  const radius = size[at];
  const rr = radius * radius;
  if (d1 < rr || d2 < rr) return INSIDE;

  // where the segment passes the axis, seen along it
  const dx = x2 - x1;
  const dy = y2 - y1;
  const flat = dx * dx + dy * dy;
  const t = flat > 0 ? -(x1 * dx + y1 * dy) / flat : Number.NaN;
  const nearX = x1 + t * dx;
  const nearY = y1 + t * dy;
  const meets = nearX * nearX + nearY * nearY < rr && t > 0 && t < 1;
  let status = WRAPPED;
  if (axis < 0) {
    if (!meets) return NO_WRAP;
    status = MANDATORY;
  } else if ((ends[axis] < 0 ? -1 : 1) === sign || (ends[3 + axis] < 0 ? -1 : 1) === sign) {
    const near = axis === 0 ? nearX : axis === 1 ? nearY : z1 + t * (z2 - z1);
    if (meets) status = MANDATORY;
    else if ((ends[axis] < 0 ? -1 : 1) === (ends[3 + axis] < 0 ? -1 : 1) || (near < 0 ? -1 : 1) === sign)
      return NO_WRAP;
  }

  // tangent points of both ends: a turns ahead (counter-clockwise), b back
  const c1 = rr / d1;
  const s1 = (radius * Math.sqrt(Math.max(0, d1 - rr))) / d1;
  const ax1 = c1 * x1 - s1 * y1;
  const ay1 = c1 * y1 + s1 * x1;
  const bx1 = c1 * x1 + s1 * y1;
  const by1 = c1 * y1 - s1 * x1;
  const c2 = rr / d2;
  const s2 = (radius * Math.sqrt(Math.max(0, d2 - rr))) / d2;
  const ax2 = c2 * x2 - s2 * y2;
  const ay2 = c2 * y2 + s2 * x2;
  const bx2 = c2 * x2 + s2 * y2;
  const by2 = c2 * y2 - s2 * x2;
  const ab = ax1 * bx2 + ay1 * by2;
  const ba = bx1 * ax2 + by1 * ay2;
  let useA1: boolean;
  let useA2: boolean;
  if (axis < 0) {
    const aa = ax1 * ax2 + ay1 * ay2;
    const bb = bx1 * bx2 + by1 * by2;
    if (aa > ab && aa > ba && aa > bb) {
      useA1 = true;
      useA2 = true;
    } else if (ab > ba && ab > bb) {
      useA1 = true;
      useA2 = false;
    } else {
      useA1 = false;
      useA2 = ba > bb;
    }
  } else {
    const activeA1 = ((axis === 0 ? ax1 : axis === 1 ? ay1 : z1) < 0 ? -1 : 1) === sign;
    const activeB1 = ((axis === 0 ? bx1 : axis === 1 ? by1 : z1) < 0 ? -1 : 1) === sign;
    const activeA2 = ((axis === 0 ? ax2 : axis === 1 ? ay2 : z2) < 0 ? -1 : 1) === sign;
    const activeB2 = ((axis === 0 ? bx2 : axis === 1 ? by2 : z2) < 0 ? -1 : 1) === sign;
    if (activeA1 !== activeB1) useA1 = activeA1;
    else if (activeA2) useA1 = false;
    else if (activeA1 || activeB2) useA1 = true;
    else useA1 = ab < ba;
    useA2 = !useA1;
  }
  const rx1 = useA1 ? ax1 : bx1;
  const ry1 = useA1 ? ay1 : by1;
  const rx2 = useA2 ? ax2 : bx2;
  const ry2 = useA2 ? ay2 : by2;

  let angle = Math.acos(Math.max(-1, Math.min(1, (rx1 * rx2 + ry1 * ry2) / rr)));
  if (axis >= 0 && (rx1 + rx2) * (rx1 - x1 + rx2 - x2) + (ry1 + ry2) * (ry1 - y1 + ry2 - y2) < 0)
    angle = 2 * Math.PI - angle;
  const arc = radius * angle;
  const h1 = Math.sqrt(Math.max(0, d1 - rr));
  const h2 = Math.sqrt(Math.max(0, d2 - rr));
  const whole = h1 + arc + h2;
  const slope = whole > 0 ? (z2 - z1) / whole : 0;
  w[0] = rx1;
  w[1] = ry1;
  w[2] = z1 + slope * h1;
  w[3] = rx2;
  w[4] = ry2;
  w[5] = z2 - slope * h2;
  const half = 0.5 * size[at + 1];
  if (Math.abs(w[2]) > half && Math.abs(w[5]) > half) return NO_WRAP;
  w[WRAP_CURVE] = arc * Math.sqrt(1 + slope * slope);
  setGeodesicGradients(ends, w);
  return status;
}
