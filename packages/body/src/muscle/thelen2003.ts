/**
 * Thelen's 2003 muscle curves, normalised: force by maximal isometric force, fibre length by its optimum, velocity by
 * the maximal contraction velocity (shortening negative), tendon length by its slack length.
 *
 * Source: Thelen DG 2003, "Adjustment of muscle mechanics model parameters to simulate dynamic contractions in older
 * adults", J Biomech Eng 125:70–77, with the exact toe strain instead of the paper's rounded 0.609 ε₀, and beyond
 * `fvLinearExtrapolationThreshold` of the eccentric asymptote the velocity curve continued along its tangent, as
 * OpenSim has it.
 */

export interface Thelen2003Shape {
  /** tendon strain at maximal isometric force, 1 */
  readonly fmaxTendonStrain: number;
  /** passive fibre strain at maximal isometric force, 1 */
  readonly fmaxMuscleStrain: number;
  /** width γ of the active Gaussian, 1 */
  readonly kShapeActive: number;
  /** exponent kPE of the passive curve, 1 */
  readonly kShapePassive: number;
  /** force–velocity shape A_f, 1 */
  readonly af: number;
  /** greatest lengthening force, 1 */
  readonly flen: number;
  /** share of the eccentric asymptote up to which the hyperbola holds, 0…1 */
  readonly fvLinearExtrapolationThreshold: number;
}

/** Active force over fibre length, 0…1: a Gaussian around the optimum. */
export function thelenActive(length: number, shape: Thelen2003Shape): number {
  const x = length - 1;
  return Math.exp((-x * x) / shape.kShapeActive);
}

/** Slope of `thelenActive`. */
export function thelenActiveSlope(length: number, shape: Thelen2003Shape): number {
  return ((-2 * (length - 1)) / shape.kShapeActive) * thelenActive(length, shape);
}

/** Passive force over fibre length: zero up to the optimum, one at 1 + ε₀. */
export function thelenPassive(length: number, shape: Thelen2003Shape): number {
  if (length <= 1) return 0;
  const k = shape.kShapePassive;
  return Math.expm1((k * (length - 1)) / shape.fmaxMuscleStrain) / Math.expm1(k);
}

/** Slope of `thelenPassive` (it jumps at the optimum, as the curve has it). */
export function thelenPassiveSlope(length: number, shape: Thelen2003Shape): number {
  if (length <= 1) return 0;
  const rate = shape.kShapePassive / shape.fmaxMuscleStrain;
  return (rate * Math.exp(rate * (length - 1))) / Math.expm1(shape.kShapePassive);
}

/**
 * Force–velocity multiplier at a velocity and an activation, ≥ 0: Thelen's equations 6 and 7 solved for the force, which
 * does not depend on the length multiplier. Its slope doubles at rest, as the paper's curve does.
 */
export function thelenVelocity(velocity: number, activation: number, shape: Thelen2003Shape): number {
  const { af, flen } = shape;
  const scale = 0.25 + 0.75 * activation;
  if (velocity <= -scale) return 0; // the concentric hyperbola meets zero force at −scale; nothing below zero
  if (velocity <= 0) return (scale + velocity) / (scale - velocity / af);
  const c = 2 + 2 / af;
  const last = shape.fvLinearExtrapolationThreshold * flen;
  const lastDenominator = c * (flen - last);
  const lastVelocity = (scale * (last - 1) * (flen - 1)) / lastDenominator;
  if (velocity <= lastVelocity) return (velocity * c * flen + scale * (flen - 1)) / (velocity * c + scale * (flen - 1));
  const slope = (c * (flen - last) * (flen - last)) / (scale * (flen - 1) * (flen - 1));
  return last + slope * (velocity - lastVelocity);
}

/** Slope of `thelenVelocity` over velocity; at rest the lengthening side's. */
export function thelenVelocitySlope(velocity: number, activation: number, shape: Thelen2003Shape): number {
  const { af, flen } = shape;
  const scale = 0.25 + 0.75 * activation;
  if (velocity <= -scale) return 0;
  if (velocity < 0) {
    const denominator = scale - velocity / af;
    return (scale * (1 + 1 / af)) / (denominator * denominator);
  }
  const c = 2 + 2 / af;
  const last = shape.fvLinearExtrapolationThreshold * flen;
  const force = Math.min(last, thelenVelocity(velocity, activation, shape));
  return (c * (flen - force) * (flen - force)) / (scale * (flen - 1) * (flen - 1));
}

const TOE_EXPONENT = 3;
const TOE_FORCE = 0.33;
/** toe strain over ε₀ that makes toe and line meet with one slope: 99e³ / (166e³ − 67) */
const TOE_SHARE = (99 * Math.exp(3)) / (166 * Math.exp(3) - 67);

/** Tendon force over tendon length: exponential toe, then a line; zero when slack. */
export function thelenTendon(length: number, shape: Thelen2003Shape): number {
  const strain = length - 1;
  if (strain <= 0) return 0;
  const toe = TOE_SHARE * shape.fmaxTendonStrain;
  if (strain <= toe) return (TOE_FORCE * Math.expm1((TOE_EXPONENT * strain) / toe)) / Math.expm1(TOE_EXPONENT);
  return TOE_FORCE + ((1 - TOE_FORCE) / (shape.fmaxTendonStrain - toe)) * (strain - toe);
}

/** Slope of `thelenTendon`. */
export function thelenTendonSlope(length: number, shape: Thelen2003Shape): number {
  const strain = length - 1;
  if (strain <= 0) return 0;
  const toe = TOE_SHARE * shape.fmaxTendonStrain;
  if (strain > toe) return (1 - TOE_FORCE) / (shape.fmaxTendonStrain - toe);
  const rate = TOE_EXPONENT / toe;
  return (TOE_FORCE * rate * Math.exp(rate * strain)) / Math.expm1(TOE_EXPONENT);
}
