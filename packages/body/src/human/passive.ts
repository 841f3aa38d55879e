/** Passive curves of muscles whose maximal force is not the one their curve was measured with. */
import type { Millard2012Parameters } from "../model/description.ts";
import { millardPassiveCurve } from "../muscle/millard2012.ts";

type PassiveShape = Millard2012Parameters["fiberForceLength"];

const HALVINGS = 50;

/**
 * The shape whose force is `1 / factor` of another's, so that a muscle `factor` as strong is passively as stiff as before:
 * it reaches its own maximal force where the other reaches `factor`, with the slope the other has there. Exact at both ends.
 */
export function passiveOf(shape: PassiveShape, factor: number): PassiveShape {
  if (factor === 1) return shape;
  const curve = millardPassiveCurve(shape);
  let low = 1 + shape.strainAtZeroForce;
  let high = low + 4;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = 0.5 * (low + high);
    if (curve.value(middle) < factor) low = middle;
    else high = middle;
  }
  return {
    strainAtZeroForce: shape.strainAtZeroForce,
    strainAtOneNormForce: low - 1,
    stiffnessAtLowForce: (shape.stiffnessAtLowForce ?? 0.2) / factor,
    stiffnessAtOneNormForce: curve.slope(low) / factor,
    curviness: shape.curviness ?? 0.75,
  };
}
