/** The parameters of each kind of muscle, as OpenSim names and defaults them. */
import type { FunctionDescription } from "./description.ts";

export interface Thelen2003Parameters {
  readonly kind: "thelen2003";
  readonly fmaxTendonStrain: number;
  readonly fmaxMuscleStrain: number;
  readonly kShapeActive: number;
  readonly kShapePassive: number;
  readonly af: number;
  readonly flen: number;
  readonly fvLinearExtrapolationThreshold: number;
  readonly maximumPennationAngle_rad: number;
  readonly minimumActivation: number;
  readonly activationTime_s: number;
  readonly deactivationTime_s: number;
}

/** Shapes of Millard's four curves; `null` stiffnesses and curviness mean the curve's own default fit. */
export interface Millard2012Parameters {
  readonly kind: "millard2012";
  readonly fiberDamping: number;
  readonly defaultActivation: number;
  readonly minimumActivation: number;
  readonly maximumPennationAngle_rad: number;
  readonly activationTime_s: number;
  readonly deactivationTime_s: number;
  readonly activeForceLength: {
    readonly minNormLength: number;
    readonly transitionNormLength: number;
    readonly maxNormLength: number;
    readonly shallowAscendingSlope: number;
    readonly minimumValue: number;
  };
  readonly forceVelocity: {
    readonly concentricSlopeAtVmax: number;
    readonly concentricSlopeNearVmax: number;
    readonly isometricSlope: number;
    readonly eccentricSlopeAtVmax: number;
    readonly eccentricSlopeNearVmax: number;
    readonly maxEccentricMultiplier: number;
    readonly concentricCurviness: number;
    readonly eccentricCurviness: number;
  };
  readonly fiberForceLength: {
    readonly strainAtZeroForce: number;
    readonly strainAtOneNormForce: number;
    readonly stiffnessAtLowForce: number | null;
    readonly stiffnessAtOneNormForce: number | null;
    readonly curviness: number | null;
  };
  readonly tendonForceLength: {
    readonly strainAtOneNormForce: number;
    readonly stiffnessAtOneNormForce: number | null;
    readonly normForceAtToeEnd: number | null;
    readonly curviness: number | null;
  };
}

export interface DeGrooteFregly2016Parameters {
  readonly kind: "degrooteFregly2016";
  readonly activeForceWidthScale: number;
  readonly fiberDamping: number;
  readonly passiveFiberStrainAtOneNormForce: number;
  readonly tendonStrainAtOneNormForce: number;
  readonly ignorePassiveFiberForce: boolean;
  readonly activationTime_s: number;
  readonly deactivationTime_s: number;
  readonly minimumActivation: number;
}

/** Muscles whose curves are splines through given points (Schutte 1993, the first Thelen and Delp muscles, RigidTendonMuscle). */
export interface CurveMuscleParameters {
  readonly kind: "curves";
  /** Normalised active force over normalised fibre length; likewise passive; force over normalised velocity; tendon force over strain. `null`: the type's own default. */
  readonly activeForceLength: FunctionDescription | null;
  readonly passiveForceLength: FunctionDescription | null;
  readonly forceVelocity: FunctionDescription | null;
  readonly tendonForceLength: FunctionDescription | null;
}

export type MuscleParameters =
  | Thelen2003Parameters
  | Millard2012Parameters
  | DeGrooteFregly2016Parameters
  | CurveMuscleParameters;
