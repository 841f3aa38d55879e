/**
 * Savitzky–Golay smoothing or differentiation of evenly sampled values: a polynomial of `degree` through 2·half+1 samples
 * around each; the ends use the polynomial of the first or last full window. (Savitzky & Golay 1964, Anal Chem 36:1627.)
 * @param x no NaN   (n ≥ 2·half+1)
 * @param step spacing of the samples in the unit of the derivative's denominator
 * @throws RangeError when the window is longer than the series or not longer than the degree
 */
export function savitzkyGolay(
  x: ArrayLike<number>,
  half: number,
  degree: number,
  derivative = 0,
  step = 1,
): Float64Array {
  const n = x.length;
  const width = 2 * half + 1;
  if (!Number.isInteger(half) || half < 1 || width > n)
    throw new RangeError(`A window of ${width} samples does not fit ${n} samples.`);
  if (degree >= width || derivative > degree)
    throw new RangeError(`Degree ${degree}, derivative ${derivative} need a longer window than ${width}.`);
  const out = new Float64Array(n);
  const rows = Array.from({ length: width }, (_, i) => windowWeights(half, degree, derivative, i - half));
  for (let i = 0; i < n; i++) {
    const start = Math.min(Math.max(0, i - half), n - width);
    const row = rows[i - start]!;
    let sum = 0;
    for (let j = 0; j < width; j++) sum += row[j]! * x[start + j]!;
    out[i] = sum / step ** derivative;
  }
  return out;
}

/** Weights that give the `derivative` at offset `at` of the least-squares polynomial over −half…half. */
function windowWeights(half: number, degree: number, derivative: number, at: number): Float64Array {
  const width = 2 * half + 1;
  // orthogonal polynomials on the grid by Gram-Schmidt (three-term recurrence): no matrix to invert
  const basis: Float64Array[] = [];
  const coefficients: Float64Array[] = [];
  for (let k = 0; k <= degree; k++) {
    const values = Float64Array.from({ length: width }, (_, j) => ((j - half) / half) ** k);
    const poly = new Float64Array(degree + 1);
    poly[k] = 1;
    for (let pass = 0; pass < 2; pass++) {
      for (const [b, row] of basis.entries()) {
        const dot = row.reduce((sum, v, j) => sum + v * values[j]!, 0);
        for (let j = 0; j < width; j++) values[j]! -= dot * row[j]!;
        for (let c = 0; c <= degree; c++) poly[c]! -= dot * coefficients[b]![c]!;
      }
    }
    const norm = Math.sqrt(values.reduce((sum, v) => sum + v * v, 0));
    basis.push(values.map((v) => v / norm));
    coefficients.push(poly.map((v) => v / norm));
  }
  const weights = new Float64Array(width);
  for (const [k, row] of basis.entries()) {
    const slope = polynomialDerivative(coefficients[k]!, derivative, at / half) / half ** derivative;
    for (let j = 0; j < width; j++) weights[j]! += row[j]! * slope;
  }
  return weights;
}

function polynomialDerivative(coefficients: Float64Array, derivative: number, at: number): number {
  let sum = 0;
  for (let power = derivative; power < coefficients.length; power++) {
    let factor = 1;
    for (let d = 0; d < derivative; d++) factor *= power - d;
    sum += coefficients[power]! * factor * at ** (power - derivative);
  }
  return sum;
}
