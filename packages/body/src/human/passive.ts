/** Passive curves of muscles whose maximal force is not the one their curve was measured with, and whose tendon is taken as rigid. */
import type { Millard2012Parameters } from "../model/description.ts";
import type { BezierCurve } from "../muscle/bezierCurve.ts";
import { MILLARD_TENDON, millardPassiveCurve, millardTendonCurve } from "../muscle/millard2012.ts";

type PassiveShape = Millard2012Parameters["fiberForceLength"];

const HALVINGS = 50;
const TENDON = millardTendonCurve(MILLARD_TENDON);

/** Where a rising curve takes a value. */
function where(curve: BezierCurve, value: number, from: number): number {
  let low = from;
  let high = from + 4;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = 0.5 * (low + high);
    if (curve.value(middle) < value) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The shape of fibre and tendon together, for a tendon that is computed as rigid: where the fibre of the source pulls with a
 * force, the tendon has stretched by that force, and the way is the sum of both. In shares of a maximal force that is `factor` of the
 * source's, so that the muscle is passively as stiff as the source's. Exact at both ends, in place and (at the upper) slope.
 * @param shape of the source's fibre
 * @param factor maximal force by the source's
 * @param tendonByFiber tendon slack length by optimal fibre length
 */
export function passiveOf(shape: PassiveShape, factor: number, tendonByFiber: number): PassiveShape {
  const fiber = millardPassiveCurve(shape);
  const fiberLength = where(fiber, factor, 1 + shape.strainAtZeroForce);
  const tendonLength = where(TENDON, factor, 1);
  const strain = fiberLength - 1 + tendonByFiber * (tendonLength - 1);
  const compliance = 1 / fiber.slope(fiberLength) + tendonByFiber / TENDON.slope(tendonLength);
  const secant = 1 / (strain - shape.strainAtZeroForce);
  return {
    strainAtZeroForce: shape.strainAtZeroForce,
    strainAtOneNormForce: strain,
    stiffnessAtLowForce: Math.min((shape.stiffnessAtLowForce ?? 0.2) / factor, 0.9 * secant),
    // where a long tendon makes the whole nearly a line, a little steeper than the line: the curve needs it
    stiffnessAtOneNormForce: Math.max(1 / (factor * compliance), 1.05 * secant),
    curviness: shape.curviness ?? 0.75,
  };
}
