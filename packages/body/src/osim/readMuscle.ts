/** Muscles and their parameters → descriptions; defaults are those of OpenSim 4. */
import type { MuscleDescription, MuscleParameters, WrapDescription } from "../model/description.ts";
import type { FrameRegistry } from "./frames.ts";
import { childOf, nameOf, type PropertyReader } from "./properties.ts";
import { readFunctionIn } from "./readFunction.ts";
import { readPath } from "./readPath.ts";
import type { XmlNode } from "./xml.ts";

/** Largest pennation angle a fibre can take: acos(0.1). */
const MAX_PENNATION_RAD = Math.acos(0.1);

const READERS: Readonly<Record<string, (r: PropertyReader, node: XmlNode) => MuscleParameters>> = {
  Thelen2003Muscle: readThelen,
  Millard2012EquilibriumMuscle: readMillard,
  Millard2012AccelerationMuscle: readMillard,
  DeGrooteFregly2016Muscle: readDeGrooteFregly,
  RigidTendonMuscle: readCurves,
  Schutte1993Muscle_Deprecated: readCurves,
  Schutte1993Muscle: readCurves,
  Delp1990Muscle_Deprecated: readCurves,
  Delp1990Muscle: readCurves,
};

export const MUSCLE_TYPES: readonly string[] = Object.keys(READERS);

/** Whether an unsupported element is a muscle all the same, to say so. */
export function looksLikeMuscle(node: XmlNode): boolean {
  return node.name.includes("Muscle") || childOf(node, "max_isometric_force") !== undefined;
}

/**
 * Reads one muscle of a type in `MUSCLE_TYPES`.
 * @throws OsimError
 */
export function readMuscle(
  r: PropertyReader,
  frames: FrameRegistry,
  node: XmlNode,
  wraps: ReadonlyMap<string, WrapDescription>,
): MuscleDescription {
  const parameters = READERS[node.name](r, node);
  const least = "minimumActivation" in parameters ? parameters.minimumActivation : 0;
  const [minControl, maxControl] = controlRange(r, node, least);
  const oldPennation = r.number(node, "pennation_angle", 0);
  return {
    name: nameOf(node),
    source: r.source(node),
    type: node.name,
    parameters,
    appliesForce: appliesForce(r, node),
    minControl,
    maxControl,
    maxIsometricForce_N: r.atLeast(node, "max_isometric_force", 1000, 0),
    optimalFiberLength_m: r.atLeast(node, "optimal_fiber_length", 0.1, 0, true),
    tendonSlackLength_m: r.atLeast(node, "tendon_slack_length", 0.2, 0),
    pennationAtOptimal_rad: pennation(r, node, oldPennation),
    maxContractionVelocity_per_s: r.atLeast(node, "max_contraction_velocity", r.number(node, "Vmax", 10), 0, true),
    ignoreTendonCompliance: r.boolean(node, "ignore_tendon_compliance", false),
    ignoreActivationDynamics: r.boolean(node, "ignore_activation_dynamics", false),
    path: readPath(r, frames, node, `/forceset/${nameOf(node)}`, wraps),
  };
}

/** `appliesForce`, or before 4.0 its opposite. */
export function appliesForce(r: PropertyReader, node: XmlNode): boolean {
  return r.boolean(node, "appliesForce", !r.boolean(node, "isDisabled", false));
}

/** Before version 4 a muscle's smallest control of 0 was a slip that OpenSim takes back on loading. */
function controlRange(r: PropertyReader, node: XmlNode, least: number): readonly [number, number] {
  const min = r.numberOrInfinite(node, "min_control", least);
  const max = r.numberOrInfinite(node, "max_control", 1);
  if (max < min)
    throw r.error("bad-value", node, `The controls of ${r.label(node)} end before they begin.`, "Exchange the ends.");
  return [r.version < 30513 && Math.abs(min) < 1e-12 ? least : min, max];
}

function pennation(r: PropertyReader, node: XmlNode, fallback: number): number {
  const angle = r.atLeast(node, "pennation_angle_at_optimal", fallback, 0);
  if (angle < Math.PI / 2) return angle;
  throw r.error("bad-value", node, `The pennation of ${r.label(node)} is ${angle} rad.`, "It must be below π/2.");
}

function readThelen(r: PropertyReader, node: XmlNode): MuscleParameters {
  return {
    kind: "thelen2003",
    fmaxTendonStrain: r.atLeast(node, "FmaxTendonStrain", 0.04, 0, true),
    fmaxMuscleStrain: r.atLeast(node, "FmaxMuscleStrain", 0.6, 0, true),
    kShapeActive: r.atLeast(node, "KshapeActive", 0.45, 0, true),
    kShapePassive: r.atLeast(node, "KshapePassive", 5, 0, true),
    af: r.atLeast(node, "Af", 0.25, 0, true),
    flen: r.atLeast(node, "Flen", 1.4, 1, true),
    fvLinearExtrapolationThreshold: r.atLeast(node, "fv_linear_extrap_threshold", 0.95, 0, true),
    maximumPennationAngle_rad: r.atLeast(node, "maximum_pennation_angle", MAX_PENNATION_RAD, 0),
    minimumActivation: r.atLeast(node, "minimum_activation", 0.01, 0),
    activationTime_s: r.atLeast(node, "activation_time_constant", 0.015, 0, true),
    deactivationTime_s: r.atLeast(node, "deactivation_time_constant", 0.05, 0, true),
  };
}

function readMillard(r: PropertyReader, node: XmlNode): MuscleParameters {
  return {
    kind: "millard2012",
    fiberDamping: r.atLeast(node, "fiber_damping", 0.1, 0),
    defaultActivation: r.number(node, "default_activation", 0.05),
    minimumActivation: r.atLeast(node, "minimum_activation", 0.01, 0),
    maximumPennationAngle_rad: r.atLeast(node, "maximum_pennation_angle", MAX_PENNATION_RAD, 0),
    activationTime_s: r.atLeast(node, "activation_time_constant", 0.01, 0, true),
    deactivationTime_s: r.atLeast(node, "deactivation_time_constant", 0.04, 0, true),
    ...millardCurves(r, node),
  };
}

type MillardCurves = Pick<
  Extract<MuscleParameters, { kind: "millard2012" }>,
  "activeForceLength" | "forceVelocity" | "fiberForceLength" | "tendonForceLength"
>;

/** An empty curve stands for the type's defaults. */
function millardCurves(r: PropertyReader, node: XmlNode): MillardCurves {
  const empty: XmlNode = { ...node, name: "", children: [] };
  const active = r.property(node, "ActiveForceLengthCurve") ?? empty;
  const velocity = r.property(node, "ForceVelocityCurve") ?? empty;
  const fiber = r.property(node, "FiberForceLengthCurve") ?? empty;
  const tendon = r.property(node, "TendonForceLengthCurve") ?? empty;
  return {
    activeForceLength: {
      minNormLength: r.number(active, "min_norm_active_fiber_length", 0.4441),
      transitionNormLength: r.number(active, "transition_norm_fiber_length", 0.73),
      maxNormLength: r.number(active, "max_norm_active_fiber_length", 1.8123),
      shallowAscendingSlope: r.number(active, "shallow_ascending_slope", 0.8616),
      minimumValue: r.number(active, "minimum_value", 0.1),
    },
    forceVelocity: {
      concentricSlopeAtVmax: r.number(velocity, "concentric_slope_at_vmax", 0),
      concentricSlopeNearVmax: r.number(velocity, "concentric_slope_near_vmax", 0.25),
      isometricSlope: r.number(velocity, "isometric_slope", 5),
      eccentricSlopeAtVmax: r.number(velocity, "eccentric_slope_at_vmax", 0),
      eccentricSlopeNearVmax: r.number(velocity, "eccentric_slope_near_vmax", 0.15),
      maxEccentricMultiplier: r.number(velocity, "max_eccentric_velocity_force_multiplier", 1.4),
      concentricCurviness: r.number(velocity, "concentric_curviness", 0.6),
      eccentricCurviness: r.number(velocity, "eccentric_curviness", 0.9),
    },
    fiberForceLength: {
      strainAtZeroForce: r.number(fiber, "strain_at_zero_force", 0),
      strainAtOneNormForce: r.number(fiber, "strain_at_one_norm_force", 0.7),
      stiffnessAtLowForce: r.numberOrNull(fiber, "stiffness_at_low_force"),
      stiffnessAtOneNormForce: r.numberOrNull(fiber, "stiffness_at_one_norm_force"),
      curviness: r.numberOrNull(fiber, "curviness"),
    },
    tendonForceLength: {
      strainAtOneNormForce: r.atLeast(tendon, "strain_at_one_norm_force", 0.049, 0, true),
      stiffnessAtOneNormForce: r.numberOrNull(tendon, "stiffness_at_one_norm_force"),
      normForceAtToeEnd: r.numberOrNull(tendon, "norm_force_at_toe_end"),
      curviness: r.numberOrNull(tendon, "curviness"),
    },
  };
}

function readDeGrooteFregly(r: PropertyReader, node: XmlNode): MuscleParameters {
  return {
    kind: "degrooteFregly2016",
    activeForceWidthScale: r.atLeast(node, "active_force_width_scale", 1, 1),
    fiberDamping: r.atLeast(node, "fiber_damping", 0, 0),
    passiveFiberStrainAtOneNormForce: r.atLeast(node, "passive_fiber_strain_at_one_norm_force", 0.6, 0, true),
    tendonStrainAtOneNormForce: r.atLeast(node, "tendon_strain_at_one_norm_force", 0.049, 0, true),
    ignorePassiveFiberForce: r.boolean(node, "ignore_passive_fiber_force", false),
    activationTime_s: r.atLeast(node, "activation_time_constant", 0.015, 0, true),
    deactivationTime_s: r.atLeast(node, "deactivation_time_constant", 0.06, 0, true),
    minimumActivation: 0,
  };
}

function readCurves(r: PropertyReader, node: XmlNode): MuscleParameters {
  const curve = (...tags: string[]) => {
    for (const tag of tags) {
      const f = readFunctionIn(r, node, tag);
      if (f) return f;
    }
    return null;
  };
  return {
    kind: "curves",
    activeForceLength: curve("active_force_length_curve"),
    passiveForceLength: curve("passive_force_length_curve"),
    forceVelocity: curve("force_velocity_curve"),
    tendonForceLength: curve("tendon_force_length_curve"),
  };
}
