/**
 * De Groote and Fregly's smooth muscle curves, normalised as in `thelen2003.ts`.
 *
 * Source: De Groote F, Kinney AL, Rao AV, Fregly BJ 2016, "Evaluation of direct collocation optimal control problem
 * formulations for solving the muscle redundancy problem", Ann Biomed Eng 44:2922–2936, supplement; with the passive curve
 * through zero at the shortest fibre (0.2) and the tendon's constants as OpenSim has them.
 */

export interface DeGrooteFregly2016Shape {
  /** widens the active curve around the optimum, ≥ 1 */
  readonly activeForceWidthScale: number;
  /** fibre strain at which the passive force is one, 1 */
  readonly passiveFiberStrainAtOneNormForce: number;
  /** tendon strain at which its force is one, 1 */
  readonly tendonStrainAtOneNormForce: number;
  readonly ignorePassiveFiberForce: boolean;
}

// b1 height, b2 centre, b3 + b4·length width of the three bells
const BELLS = [
  [0.8150671134243542, 1.055033428970575, 0.162384573599574, 0.063303448465465],
  [0.433004984392647, 0.71677541339776, -0.029947116970696, 0.200356847296188],
  [0.1, 1, Math.SQRT1_2 / 2, 0],
] as const;

const D1 = -0.3211346127989808;
const D2 = -8.149;
const D3 = -0.374;
const D4 = 0.8825327733249912;
const PASSIVE_EXPONENT = 4;
/** Shortest normalised fibre length, where the passive force is zero. */
const SHORTEST = 0.2;
const C1 = 0.2;
const C3 = 0.2;

/** Active force over fibre length. */
export function deGrooteActive(length: number, shape: DeGrooteFregly2016Shape): number {
  const x = (length - 1) / shape.activeForceWidthScale + 1;
  let sum = 0;
  for (let i = 0; i < 3; i++) {
    const bell = BELLS[i]!;
    const distance = (x - bell[1]) / (bell[2] + bell[3] * x);
    sum += bell[0] * Math.exp(-0.5 * distance * distance);
  }
  return sum;
}

/** Slope of `deGrooteActive`. */
export function deGrooteActiveSlope(length: number, shape: DeGrooteFregly2016Shape): number {
  const x = (length - 1) / shape.activeForceWidthScale + 1;
  let sum = 0;
  for (let i = 0; i < 3; i++) {
    const bell = BELLS[i]!;
    const width = bell[2] + bell[3] * x;
    const distance = (x - bell[1]) / width;
    sum -=
      (bell[0] * Math.exp(-0.5 * distance * distance) * distance * (bell[2] + bell[3] * bell[1])) / (width * width);
  }
  return sum / shape.activeForceWidthScale;
}

/** Force–velocity multiplier; about 0 at −1, 1 at rest, 1.79 at +1. */
export function deGrooteVelocity(velocity: number): number {
  return D1 * Math.asinh(D2 * velocity + D3) + D4;
}

/** Slope of `deGrooteVelocity`. */
export function deGrooteVelocitySlope(velocity: number): number {
  const x = D2 * velocity + D3;
  return (D1 * D2) / Math.sqrt(x * x + 1);
}

/** Passive force over fibre length; slightly negative below the shortest length. */
export function deGrootePassive(length: number, shape: DeGrooteFregly2016Shape): number {
  if (shape.ignorePassiveFiberForce) return 0;
  const rate = PASSIVE_EXPONENT / shape.passiveFiberStrainAtOneNormForce;
  const offset = Math.exp(rate * (SHORTEST - 1));
  return (Math.exp(rate * (length - 1)) - offset) / (Math.exp(PASSIVE_EXPONENT) - offset);
}

/** Slope of `deGrootePassive`. */
export function deGrootePassiveSlope(length: number, shape: DeGrooteFregly2016Shape): number {
  if (shape.ignorePassiveFiberForce) return 0;
  const rate = PASSIVE_EXPONENT / shape.passiveFiberStrainAtOneNormForce;
  const offset = Math.exp(rate * (SHORTEST - 1));
  return (rate * Math.exp(rate * (length - 1))) / (Math.exp(PASSIVE_EXPONENT) - offset);
}

/** Tendon force over tendon length; zero at slack length. */
export function deGrooteTendon(length: number, shape: DeGrooteFregly2016Shape): number {
  const rate = Math.log((1 + C3) / C1) / shape.tendonStrainAtOneNormForce;
  return C1 * Math.exp(rate * (length - 1)) - C3;
}

/** Slope of `deGrooteTendon`. */
export function deGrooteTendonSlope(length: number, shape: DeGrooteFregly2016Shape): number {
  const rate = Math.log((1 + C3) / C1) / shape.tendonStrainAtOneNormForce;
  return C1 * rate * Math.exp(rate * (length - 1));
}
