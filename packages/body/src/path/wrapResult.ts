/**
 * What wrapping one segment came to, in a Float64Array: where the path touches and leaves the surface (in the wrap's
 * own frame), the length along the surface, and how the whole length changes with the segment's two ends.
 */
export const WRAP_R1 = 0;
export const WRAP_R2 = 3;
/** Length along the surface [m]. */
export const WRAP_CURVE = 6;
/** Gradient of the whole length (end 1 → touch → leave → end 2) by end 1 and by end 2. */
export const WRAP_G1 = 7;
export const WRAP_G2 = 10;
/** Whole length; set by `setWholeLength`. */
export const WRAP_WHOLE = 13;
export const WRAP_RESULT_SIZE = 14;

/** The segment does not meet the surface. */
export const NO_WRAP = 0;
/** An end lies inside the surface, so that nothing can be wrapped. */
export const INSIDE = 1;
/** It wraps, but another segment may do so with less of a detour. */
export const WRAPPED = 2;
/** It runs through the surface and must wrap. */
export const MANDATORY = 3;

/** −1 for negative numbers, else 1: zero counts as positive. */
export function side(x: number): number {
  return x < 0 ? -1 : 1;
}

/** Sets w[WRAP_WHOLE], the length of a wrapped segment between `ends` [6, wrap frame]. */
export function setWholeLength(ends: Float64Array, w: Float64Array): void {
  let x = ends[0] - w[0];
  let y = ends[1] - w[1];
  let z = ends[2] - w[2];
  const before = Math.sqrt(x * x + y * y + z * z);
  x = ends[3] - w[3];
  y = ends[4] - w[4];
  z = ends[5] - w[5];
  w[WRAP_WHOLE] = before + w[WRAP_CURVE] + Math.sqrt(x * x + y * y + z * z);
}

/** Gradients of a path that leaves the surface along its tangent at both ends (a geodesic): the pull of each straight piece. */
export function setGeodesicGradients(ends: Float64Array, w: Float64Array): void {
  for (let k = 0; k < 6; k += 3) {
    const x = ends[k] - w[k];
    const y = ends[k + 1] - w[k + 1];
    const z = ends[k + 2] - w[k + 2];
    const length = Math.sqrt(x * x + y * y + z * z);
    const scale = length > 0 ? 1 / length : 0;
    w[WRAP_G1 + k] = x * scale;
    w[WRAP_G1 + k + 1] = y * scale;
    w[WRAP_G1 + k + 2] = z * scale;
  }
}
