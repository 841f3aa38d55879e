interface Work {
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly factor: Float64Array;
  readonly step: Float64Array;
  readonly active: Uint8Array;
}

/**
 * Solves (H + λ (diag H + ε)) s = −g over the unknowns that are not held, by Cholesky; s = 0 for those held.
 * Returns false where the matrix is not positive definite.
 *
 * @param unknowns coordinates solved for; work.step is in their order, gradient and Hessian over all n coordinates
 */
export function solveDamped(unknowns: Int32Array, work: Work, n: number, damping: number): boolean {
  const { gradient, hessian, factor: L, step, active } = work;
  const m = unknowns.length;
  let largest = 0;
  for (let a = 0; a < m; a++) largest = Math.max(largest, hessian[unknowns[a] * n + unknowns[a]]);
  // what nothing determines stays where it is
  const least = Math.max(1e-300, 1e-9 * largest);
  for (let a = 0; a < m; a++) {
    const i = unknowns[a];
    for (let b = 0; b <= a; b++) {
      const j = unknowns[b];
      let sum = active[i] === 1 || active[j] === 1 ? 0 : hessian[i * n + j];
      if (a === b) sum = active[i] === 1 ? 1 : sum + damping * (sum + 1e-3 * largest) + least;
      for (let k = 0; k < b; k++) sum -= L[a * m + k] * L[b * m + k];
      if (a > b) {
        L[a * m + b] = sum / L[b * m + b];
      } else {
        if (!(sum > 0)) return false;
        L[a * m + a] = Math.sqrt(sum);
      }
    }
  }
  for (let a = 0; a < m; a++) {
    const i = unknowns[a];
    let sum = active[i] === 1 ? 0 : -gradient[i];
    for (let k = 0; k < a; k++) sum -= L[a * m + k] * step[k];
    step[a] = sum / L[a * m + a];
  }
  for (let a = m - 1; a >= 0; a--) {
    let sum = step[a];
    for (let k = a + 1; k < m; k++) sum -= L[k * m + a] * step[k];
    step[a] = sum / L[a * m + a];
  }
  return true;
}
