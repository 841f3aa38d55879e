/** Muscles of every model, alike but for their curves, for tests. */
import type { MuscleDescription, MuscleParameters } from "../model/description.ts";
import { MILLARD_ACTIVE, MILLARD_PASSIVE, MILLARD_TENDON, MILLARD_VELOCITY } from "./millard2012.ts";

const TIMES = { activationTime_s: 0.01, deactivationTime_s: 0.04, minimumActivation: 0.01 };
export const THELEN: MuscleParameters = {
  kind: "thelen2003",
  fmaxTendonStrain: 0.033,
  fmaxMuscleStrain: 0.6,
  kShapeActive: 0.5,
  kShapePassive: 4,
  af: 0.3,
  flen: 1.8,
  fvLinearExtrapolationThreshold: 0.95,
  maximumPennationAngle_rad: Math.acos(0.1),
  ...TIMES,
};
export const MILLARD: MuscleParameters = {
  kind: "millard2012",
  fiberDamping: 0.1,
  defaultActivation: 0.05,
  maximumPennationAngle_rad: Math.acos(0.1),
  activeForceLength: MILLARD_ACTIVE,
  forceVelocity: MILLARD_VELOCITY,
  fiberForceLength: MILLARD_PASSIVE,
  tendonForceLength: MILLARD_TENDON,
  ...TIMES,
};
export const DE_GROOTE: MuscleParameters = {
  kind: "degrooteFregly2016",
  activeForceWidthScale: 1,
  fiberDamping: 0,
  passiveFiberStrainAtOneNormForce: 0.6,
  tendonStrainAtOneNormForce: 0.049,
  ignorePassiveFiberForce: false,
  ...TIMES,
};
export const CURVES: MuscleParameters = {
  kind: "curves",
  activeForceLength: null,
  passiveForceLength: null,
  forceVelocity: null,
  tendonForceLength: null,
};

/** F₀ 1000 N, optimal fibre 0.1 m, slack tendon 0.2 m, 10 optimal lengths per second. */
export function testMuscle(parameters: MuscleParameters, pennation_rad: number): MuscleDescription {
  return {
    name: parameters.kind,
    source: { file: "test", line: 1 },
    type: parameters.kind,
    appliesForce: true,
    minControl: 0.01,
    maxControl: 1,
    parameters,
    maxIsometricForce_N: 1000,
    optimalFiberLength_m: 0.1,
    tendonSlackLength_m: 0.2,
    pennationAtOptimal_rad: pennation_rad,
    maxContractionVelocity_per_s: 10,
    ignoreTendonCompliance: false,
    ignoreActivationDynamics: false,
    path: { points: [], wraps: [] },
  };
}

export const ALL_KINDS: readonly MuscleParameters[] = [THELEN, MILLARD, DE_GROOTE, CURVES];
