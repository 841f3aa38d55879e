/** Small dense linear algebra for fits: matrices are row-major. */

/** Solves A x = b for a symmetric positive definite A (n × n) by Cholesky. @throws RangeError if A is not */
export function solveSymmetric(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const l = Float64Array.from(a);
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < j; k++) for (let i = j; i < n; i++) l[i * n + j]! -= l[i * n + k]! * l[j * n + k]!;
    const pivot = l[j * n + j]!;
    if (!(pivot > 0)) throw new RangeError("The matrix is not positive definite.");
    const root = Math.sqrt(pivot);
    for (let i = j; i < n; i++) l[i * n + j]! /= root;
  }
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= l[i * n + k]! * x[k]!;
    x[i]! /= l[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= l[k * n + i]! * x[k]!;
    x[i]! /= l[i * n + i]!;
  }
  return x;
}

/** Inverse of a symmetric positive definite matrix (n × n). */
export function invertSymmetric(a: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let column = 0; column < n; column++) {
    const unit = new Float64Array(n);
    unit[column] = 1;
    const x = solveSymmetric(a, unit);
    for (let row = 0; row < n; row++) inverse[row * n + column] = x[row]!;
  }
  return inverse;
}

/** Ridge regression on rows z (m × n, centred and scaled) to y (m, centred): (ZᵀZ + λ m I) β = Zᵀy. */
export function ridge(z: readonly Float64Array[], y: Float64Array, lambda: number): Float64Array {
  const n = z[0]!.length;
  const a = new Float64Array(n * n);
  const b = new Float64Array(n);
  for (const [i, row] of z.entries()) {
    for (let r = 0; r < n; r++) {
      b[r]! += row[r]! * y[i]!;
      for (let c = 0; c < n; c++) a[r * n + c]! += row[r]! * row[c]!;
    }
  }
  for (let r = 0; r < n; r++) a[r * n + r]! += lambda * z.length;
  return solveSymmetric(a, b);
}
