/** Dense Cholesky of small symmetric positive definite matrices, row-major, lower triangle, in place. */

/**
 * Overwrites the lower triangle of `a` (n x n) with its factor L. A pivot that rounding has made non-positive is lifted to
 * `floor`, so that the factor exists; returns how many were lifted.
 */
export function choleskyFactor(a: Float64Array, n: number, floor: number): number {
  let lifted = 0;
  for (let j = 0; j < n; j++) {
    const rowJ = j * n;
    let diagonal = a[rowJ + j];
    for (let k = 0; k < j; k++) diagonal -= a[rowJ + k] * a[rowJ + k];
    if (!(diagonal > floor)) {
      diagonal = floor;
      lifted++;
    }
    const root = Math.sqrt(diagonal);
    a[rowJ + j] = root;
    const inverse = 1 / root;
    for (let i = j + 1; i < n; i++) {
      const rowI = i * n;
      let sum = a[rowI + j];
      for (let k = 0; k < j; k++) sum -= a[rowI + k] * a[rowJ + k];
      a[rowI + j] = sum * inverse;
    }
  }
  return lifted;
}

/** Solves L Lᵀ x = x in place. */
export function choleskySolve(factor: Float64Array, n: number, x: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = x[i];
    const row = i * n;
    for (let k = 0; k < i; k++) sum -= factor[row + k] * x[k];
    x[i] = sum / factor[row + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i];
    for (let k = i + 1; k < n; k++) sum -= factor[k * n + i] * x[k];
    x[i] = sum / factor[i * n + i];
  }
}
