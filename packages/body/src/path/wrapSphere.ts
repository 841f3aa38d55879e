import { INSIDE, MANDATORY, NO_WRAP, setGeodesicGradients, side, WRAP_CURVE, WRAPPED } from "./wrapResult.ts";

/** Closer than this to the centre (sine of the angle at end 2) the plane of the path is not defined by its ends. */
const THROUGH_CENTRE = 1e-5;

/**
 * Wraps a segment over a sphere about the origin: two tangents joined by a great circle, in the plane of the ends and
 * the centre, the way round that OpenSim's rules choose.
 *
 * @param ends [6] both ends in the sphere's frame [m]
 * @param size its radius [m] at size[at]
 * @param axis constrained axis (0 x, 1 y, 2 z) or −1; `sign` its active side
 * @param w wrap result; set where it wraps
 * @returns one of NO_WRAP, INSIDE, WRAPPED, MANDATORY
 */
export function wrapSphere(
  ends: Float64Array,
  size: Float64Array,
  at: number,
  axis: number,
  sign: number,
  w: Float64Array,
): number {
  const radius = size[at];
  const x1 = ends[0];
  const y1 = ends[1];
  const z1 = ends[2];
  const x2 = ends[3];
  const y2 = ends[4];
  const z2 = ends[5];
  const rr = radius * radius;
  const d1 = x1 * x1 + y1 * y1 + z1 * z1;
  const d2 = x2 * x2 + y2 * y2 + z2 * z2;
  if (d1 < rr || d2 < rr) return INSIDE;
  const dx = x2 - x1;
  const dy = y2 - y1;
  const dz = z2 - z1;
  const dd = dx * dx + dy * dy + dz * dz;
  const t = dd > 0 ? -(x1 * dx + y1 * dy + z1 * dz) / dd : Number.NaN;
  const nearest = d1 - t * t * dd;
  // both crossings lie between the ends, since both ends are outside
  if (!(t > 0 && t < 1 && nearest <= rr)) return NO_WRAP;

  // the plane: e along end 1, f across, so that end 2 is on f's side
  const l1 = Math.sqrt(d1);
  const ex = x1 / l1;
  const ey = y1 / l1;
  const ez = z1 / l1;
  const along = x2 * ex + y2 * ey + z2 * ez;
  let fx = x2 - along * ex;
  let fy = y2 - along * ey;
  let fz = z2 - along * ez;
  let across = Math.sqrt(fx * fx + fy * fy + fz * fz);
  if (across < THROUGH_CENTRE * Math.sqrt(d2)) {
    // any plane through both will do: take the one nearest to x, or to y where the line is along x
    const useY = Math.abs(ex) > 0.9;
    fx = useY ? -ey * ex : 1 - ex * ex;
    fy = useY ? 1 - ey * ey : -ex * ey;
    fz = useY ? -ey * ez : -ex * ez;
    across = Math.sqrt(fx * fx + fy * fy + fz * fz);
  }
  fx /= across;
  fy /= across;
  fz /= across;
  const phi2 = Math.atan2(x2 * fx + y2 * fy + z2 * fz, along);
  const beta1 = Math.acos(Math.min(1, radius / l1));
  const beta2 = Math.acos(Math.min(1, radius / Math.sqrt(d2)));
  // the short way: ahead from end 1, back from end 2
  let theta1 = beta1;
  let theta2 = phi2 - beta2;
  let turn = Math.abs(theta2 - theta1);
  const constrained = axis >= 0 && (side(ends[axis]) !== sign || side(ends[3 + axis]) !== sign);
  if (constrained) {
    const e = axis === 0 ? ex : axis === 1 ? ey : ez;
    const f = axis === 0 ? fx : axis === 1 ? fy : fz;
    // round the back, unless the sum of its two straight pieces points away from the active side
    const contacts =
      Math.cos(-beta1) * e + Math.sin(-beta1) * f + Math.cos(phi2 + beta2) * e + Math.sin(phi2 + beta2) * f;
    const sum = radius * contacts - ends[axis] - ends[3 + axis];
    if (sum * sign >= 0) {
      theta1 = -beta1;
      theta2 = phi2 + beta2;
      turn = 2 * Math.PI - (theta2 - theta1);
    }
  }
  for (let k = 0; k < 6; k += 3) {
    const angle = k === 0 ? theta1 : theta2;
    const c = radius * Math.cos(angle);
    const f = radius * Math.sin(angle);
    w[k] = c * ex + f * fx;
    w[k + 1] = c * ey + f * fy;
    w[k + 2] = c * ez + f * fz;
  }
  w[WRAP_CURVE] = radius * turn;
  setGeodesicGradients(ends, w);
  return axis >= 0 && (side(ends[axis]) === sign || side(ends[3 + axis]) === sign) ? MANDATORY : WRAPPED;
}
