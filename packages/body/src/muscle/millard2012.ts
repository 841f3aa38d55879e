/**
 * Millard's 2012 muscle curves: active force–length, force–velocity, passive force–length, tendon force–length, each a
 * chain of quintic Bézier corners (`bezierCurve.ts`), with the joints and defaults that OpenSim's
 * Millard2012EquilibriumMuscle uses, so that a model's own shape parameters mean what they mean there.
 * Source: Millard M, Uchida T, Seth A, Delp SL 2013, J Biomech Eng 135:021005. Quantities are normalised as in
 * `thelen2003.ts`.
 */
import type { Millard2012Parameters } from "../model/description.ts";
import { BezierCurve } from "./bezierCurve.ts";

export type ActiveForceLengthShape = Millard2012Parameters["activeForceLength"];
export type ForceVelocityShape = Millard2012Parameters["forceVelocity"];
export type FiberForceLengthShape = Millard2012Parameters["fiberForceLength"];
export type TendonForceLengthShape = Millard2012Parameters["tendonForceLength"];

/** A shape parameter of a curve is out of the range in which the curve exists. */
export class MuscleCurveError extends Error {
  readonly curve: string;
  readonly remedy: string;
  constructor(curve: string, message: string, remedy: string) {
    super(message);
    this.name = "MuscleCurveError";
    this.curve = curve;
    this.remedy = remedy;
  }
}

export const MILLARD_ACTIVE: ActiveForceLengthShape = {
  minNormLength: 0.4441,
  transitionNormLength: 0.73,
  maxNormLength: 1.8123,
  shallowAscendingSlope: 0.8616,
  minimumValue: 0,
};

export const MILLARD_VELOCITY: ForceVelocityShape = {
  concentricSlopeAtVmax: 0,
  concentricSlopeNearVmax: 0.25,
  isometricSlope: 5,
  eccentricSlopeAtVmax: 0,
  eccentricSlopeNearVmax: 0.15,
  maxEccentricMultiplier: 1.4,
  concentricCurviness: 0.6,
  eccentricCurviness: 0.9,
};

export const MILLARD_PASSIVE: FiberForceLengthShape = {
  strainAtZeroForce: 0,
  strainAtOneNormForce: 0.7,
  stiffnessAtLowForce: null,
  stiffnessAtOneNormForce: null,
  curviness: null,
};

export const MILLARD_TENDON: TendonForceLengthShape = {
  strainAtOneNormForce: 0.049,
  stiffnessAtOneNormForce: null,
  normForceAtToeEnd: null,
  curviness: null,
};

function need(condition: boolean, curve: string, message: string): void {
  if (!condition) {
    throw new MuscleCurveError(
      curve,
      `the ${curve} curve cannot be drawn: ${message}`,
      "correct the curve's parameters in the model, or leave them out for the defaults",
    );
  }
}

/** Active force over fibre length: steep and shallow ascending limb, plateau at 1, descending limb. */
export function millardActiveCurve(shape: ActiveForceLengthShape): BezierCurve {
  const { minNormLength: x0, transitionNormLength: x1, maxNormLength: x3, shallowAscendingSlope: slope } = shape;
  const low = shape.minimumValue;
  const name = "active force–length";
  need(
    x0 >= 0 && x1 > x0 && x1 < 1 && x3 > 1.05,
    name,
    "lengths must rise from the shortest over the transition and 1 to the longest",
  );
  need(low >= 0 && low < 1, name, "the least force must lie within 0…1");
  need(slope >= 0 && slope < (1 - low) / (1 - x1), name, "the shallow slope is too steep for its limb");
  const shoulder = 0.05; // half width of the plateau
  const plateauStart = 1 - shoulder;
  const transition = 1 - slope * (plateauStart - x1);
  const steep = (1.25 * transition) / (x1 - x0);
  const descentFrom = 1 + shoulder;
  const points = [
    { x: x0, y: low, slope: 0 },
    { x: x0 + 0.5 * (x1 - x0), y: 0.5 * transition, slope: steep },
    { x: x1 + 0.5 * (plateauStart - x1), y: transition + 0.5 * (1 - transition), slope },
    { x: 1, y: 1, slope: 0 },
    { x: descentFrom + 0.5 * (x3 - descentFrom), y: 0.5, slope: -1 / (x3 - shoulder - descentFrom) },
    { x: x3, y: low, slope: 0 },
  ];
  return new BezierCurve(points, 1);
}

/** Force over velocity: zero at −1, one at rest, `maxEccentricMultiplier` at +1. */
export function millardVelocityCurve(shape: ForceVelocityShape): BezierCurve {
  const most = shape.maxEccentricMultiplier;
  const name = "force–velocity";
  need(most > 1, name, "the greatest lengthening force must exceed 1");
  need(shape.isometricSlope > 1, name, "the isometric slope must exceed 1");
  need(
    shape.concentricSlopeAtVmax >= 0 &&
      shape.concentricSlopeNearVmax > shape.concentricSlopeAtVmax &&
      shape.concentricSlopeNearVmax <= 1,
    name,
    "the concentric slopes must rise from 0 to at most 1",
  );
  need(
    shape.eccentricSlopeAtVmax >= 0 &&
      shape.eccentricSlopeNearVmax >= shape.eccentricSlopeAtVmax &&
      shape.eccentricSlopeNearVmax < most - 1,
    name,
    "the eccentric slopes must lie below the force gained in lengthening",
  );
  const near = 0.9;
  const gap = 1 - near;
  const points = [
    { x: -1, y: 0, slope: shape.concentricSlopeAtVmax },
    {
      x: -near,
      y: 0.5 * gap * (shape.concentricSlopeNearVmax + shape.concentricSlopeAtVmax),
      slope: shape.concentricSlopeNearVmax,
    },
    { x: 0, y: 1, slope: shape.isometricSlope },
    {
      x: near,
      y: most - 0.5 * gap * (shape.eccentricSlopeNearVmax + shape.eccentricSlopeAtVmax),
      slope: shape.eccentricSlopeNearVmax,
    },
    { x: 1, y: most, slope: shape.eccentricSlopeAtVmax },
  ];
  const { concentricCurviness: c, eccentricCurviness: e } = shape;
  return new BezierCurve(points, [c, c, e, e]);
}

/** Passive fibre force over fibre length. */
export function millardPassiveCurve(shape: FiberForceLengthShape): BezierCurve {
  const { strainAtZeroForce: e0, strainAtOneNormForce: e1 } = shape;
  const range = e1 - e0;
  const name = "passive force–length";
  need(range > 0, name, "the strain at maximal force must exceed the strain at zero force");
  const stiff = shape.stiffnessAtOneNormForce ?? 2 / range;
  const low = shape.stiffnessAtLowForce ?? 0.2;
  need(
    stiff > 1 / range && low > 0 && low < 1 / range,
    name,
    "its stiffnesses must lie on either side of the secant's",
  );
  const x0 = 1 + e0;
  const foot = Math.min(0.1 / stiff, 0.1 * range);
  const points = [
    { x: x0, y: 0, slope: 0 },
    { x: x0 + foot, y: 0.5 * low * foot, slope: low },
    { x: 1 + e1, y: 1, slope: stiff },
  ];
  return new BezierCurve(points, shape.curviness ?? 0.75);
}

/** Tendon force over tendon length: toe, then a line. */
export function millardTendonCurve(shape: TendonForceLengthShape): BezierCurve {
  const e1 = shape.strainAtOneNormForce;
  const name = "tendon force–length";
  need(e1 > 0, name, "the strain at maximal force must be positive");
  const stiff = shape.stiffnessAtOneNormForce ?? 1.375 / e1;
  const toe = shape.normForceAtToeEnd ?? 2 / 3;
  need(stiff > 1 / e1, name, "the stiffness must exceed the secant's");
  need(toe > 0 && toe < 1, name, "the toe must end within 0…1 of maximal force");
  const one = 1 + e1;
  const toeX = one + (toe - 1) / stiff;
  const footX = 1 + (toeX - 1) / 10;
  const midY = 0.5 * toe;
  const midX = one + (midY - 1) / stiff;
  const midSlope = midY / (midX - footX);
  const controlX = footX + 0.5 * (midX - footX);
  const points = [
    { x: 1, y: 0, slope: 0 },
    { x: controlX, y: midSlope * (controlX - footX), slope: midSlope },
    { x: toeX, y: toe, slope: stiff },
  ];
  return new BezierCurve(points, shape.curviness ?? 0.5);
}
