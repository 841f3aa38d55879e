/** Muscles, actuators and passive forces → elements. */
import type {
  ActuatorDescription,
  MuscleDescription,
  PassiveForceDescription,
  PathDescription,
  PathPointDescription,
} from "../model/description.ts";
import { functionElement } from "./writeFunction.ts";
import { framePath, offsetFrame } from "./writeJoint.ts";
import { boolean, type Element, element, number, numbers } from "./writeXml.ts";

/** Where a coordinate is, by its name. */
export type CoordinatePath = (name: string) => string;

export function muscleElement(muscle: MuscleDescription, at: CoordinatePath): Element {
  return element(
    muscle.type,
    [
      ...actuatorParts(muscle),
      pathElement(muscle.path, at),
      number("max_isometric_force", muscle.maxIsometricForce_N),
      number("optimal_fiber_length", muscle.optimalFiberLength_m),
      number("tendon_slack_length", muscle.tendonSlackLength_m),
      number("pennation_angle_at_optimal", muscle.pennationAtOptimal_rad),
      number("max_contraction_velocity", muscle.maxContractionVelocity_per_s),
      boolean("ignore_tendon_compliance", muscle.ignoreTendonCompliance),
      boolean("ignore_activation_dynamics", muscle.ignoreActivationDynamics),
      ...parameterElements(muscle),
    ],
    muscle.name,
  );
}

function actuatorParts(a: MuscleDescription | ActuatorDescription): Element[] {
  return [
    boolean("appliesForce", a.appliesForce),
    number("min_control", a.minControl),
    number("max_control", a.maxControl),
  ];
}

type Millard = Extract<MuscleDescription["parameters"], { kind: "millard2012" }>;

function parameterElements({ parameters: p }: MuscleDescription): Element[] {
  switch (p.kind) {
    case "thelen2003":
      return [
        number("FmaxTendonStrain", p.fmaxTendonStrain),
        number("FmaxMuscleStrain", p.fmaxMuscleStrain),
        number("KshapeActive", p.kShapeActive),
        number("KshapePassive", p.kShapePassive),
        number("Af", p.af),
        number("Flen", p.flen),
        number("fv_linear_extrap_threshold", p.fvLinearExtrapolationThreshold),
        number("maximum_pennation_angle", p.maximumPennationAngle_rad),
        number("minimum_activation", p.minimumActivation),
        number("activation_time_constant", p.activationTime_s),
        number("deactivation_time_constant", p.deactivationTime_s),
      ];
    case "millard2012":
      return [
        number("fiber_damping", p.fiberDamping),
        number("default_activation", p.defaultActivation),
        number("activation_time_constant", p.activationTime_s),
        number("deactivation_time_constant", p.deactivationTime_s),
        number("minimum_activation", p.minimumActivation),
        number("maximum_pennation_angle", p.maximumPennationAngle_rad),
        ...millardCurves(p),
      ];
    case "degrooteFregly2016":
      return [
        number("activation_time_constant", p.activationTime_s),
        number("deactivation_time_constant", p.deactivationTime_s),
        number("active_force_width_scale", p.activeForceWidthScale),
        number("fiber_damping", p.fiberDamping),
        number("passive_fiber_strain_at_one_norm_force", p.passiveFiberStrainAtOneNormForce),
        number("tendon_strain_at_one_norm_force", p.tendonStrainAtOneNormForce),
        boolean("ignore_passive_fiber_force", p.ignorePassiveFiberForce),
      ];
    case "curves":
      return (
        [
          ["active_force_length_curve", p.activeForceLength],
          ["passive_force_length_curve", p.passiveForceLength],
          ["force_velocity_curve", p.forceVelocity],
          ["tendon_force_length_curve", p.tendonForceLength],
        ] as const
      ).flatMap(([tag, f]) => (f ? [element(tag, [functionElement(f)])] : []));
  }
}

function millardCurves(p: Millard): Element[] {
  const { activeForceLength: a, forceVelocity: v, fiberForceLength: f, tendonForceLength: t } = p;
  return [
    curve("ActiveForceLengthCurve", [
      ["min_norm_active_fiber_length", a.minNormLength],
      ["transition_norm_fiber_length", a.transitionNormLength],
      ["max_norm_active_fiber_length", a.maxNormLength],
      ["shallow_ascending_slope", a.shallowAscendingSlope],
      ["minimum_value", a.minimumValue],
    ]),
    curve("ForceVelocityCurve", [
      ["concentric_slope_at_vmax", v.concentricSlopeAtVmax],
      ["concentric_slope_near_vmax", v.concentricSlopeNearVmax],
      ["isometric_slope", v.isometricSlope],
      ["eccentric_slope_at_vmax", v.eccentricSlopeAtVmax],
      ["eccentric_slope_near_vmax", v.eccentricSlopeNearVmax],
      ["max_eccentric_velocity_force_multiplier", v.maxEccentricMultiplier],
      ["concentric_curviness", v.concentricCurviness],
      ["eccentric_curviness", v.eccentricCurviness],
    ]),
    curve("FiberForceLengthCurve", [
      ["strain_at_zero_force", f.strainAtZeroForce],
      ["strain_at_one_norm_force", f.strainAtOneNormForce],
      ["stiffness_at_low_force", f.stiffnessAtLowForce],
      ["stiffness_at_one_norm_force", f.stiffnessAtOneNormForce],
      ["curviness", f.curviness],
    ]),
    curve("TendonForceLengthCurve", [
      ["strain_at_one_norm_force", t.strainAtOneNormForce],
      ["stiffness_at_one_norm_force", t.stiffnessAtOneNormForce],
      ["norm_force_at_toe_end", t.normForceAtToeEnd],
      ["curviness", t.curviness],
    ]),
  ];
}

/** Null: left to the type's own default. */
function curve(tag: string, values: readonly (readonly [string, number | null])[]): Element {
  return element(
    tag,
    values.flatMap(([name, value]) => (value === null ? [] : [number(name, value)])),
    tag,
  );
}

function pathElement(path: PathDescription, at: CoordinatePath): Element {
  const points = path.points.map((point) => pointElement(point, at));
  const wraps = path.wraps.map((wrap, i) =>
    element(
      "PathWrap",
      [element("wrap_object", wrap.wrap), element("method", wrap.method), numbers("range", wrap.range)],
      `pathwrap_${i}`,
    ),
  );
  return element(
    "GeometryPath",
    [
      element("PathPointSet", [element("objects", points)]),
      element("PathWrapSet", wraps.length === 0 ? "" : [element("objects", wraps)]),
    ],
    "path",
  );
}

/** The name of the frame that carries a moving point which is not given in its body's own frame. */
export function movingFrameName(point: PathPointDescription): string {
  return `${point.name}_frame`;
}

/** Whether a moving point is given in its body's own frame. */
export function inBodyFrame(point: Extract<PathPointDescription, { kind: "moving" }>): boolean {
  const { rotation: r, translation: t } = point.placement;
  return r[0] === 1 && r[4] === 1 && r[8] === 1 && t.every((x) => x === 0);
}

function pointElement(point: PathPointDescription, at: CoordinatePath): Element {
  const body = framePath(point.body);
  if (point.kind === "fixed") {
    return element(
      "PathPoint",
      [element("socket_parent_frame", body), numbers("location", point.location_m)],
      point.name,
    );
  }
  if (point.kind === "conditional") {
    return element(
      "ConditionalPathPoint",
      [
        element("socket_parent_frame", body),
        numbers("location", point.location_m),
        element("socket_coordinate", at(point.coordinate)),
        numbers("range", point.range),
      ],
      point.name,
    );
  }
  const frame = inBodyFrame(point) ? body : `${body}/${movingFrameName(point)}`;
  const axes = (["x", "y", "z"] as const).flatMap((a, k) => {
    const coordinate = point.coordinates[k];
    const f = point.functions[k];
    return [
      ...(coordinate ? [element(`socket_${a}_coordinate`, at(coordinate))] : []),
      ...(f ? [functionElement(f, `${a}_location`)] : []),
    ];
  });
  return element("MovingPathPoint", [element("socket_parent_frame", frame), ...axes], point.name);
}

export function actuatorElement(actuator: ActuatorDescription, at: CoordinatePath): Element {
  const parts = [...actuatorParts(actuator), number("optimal_force", actuator.optimalForce)];
  switch (actuator.kind) {
    case "coordinate":
      return element("CoordinateActuator", [...parts, element("coordinate", actuator.coordinate)], actuator.name);
    case "point":
      return element(
        "PointActuator",
        [
          ...parts,
          element("body", actuator.body),
          numbers("point", actuator.point_m),
          boolean("point_is_global", actuator.pointIsGlobal),
          numbers("direction", actuator.direction),
          boolean("force_is_global", actuator.forceIsGlobal),
        ],
        actuator.name,
      );
    case "torque":
      return element(
        "TorqueActuator",
        [
          ...parts,
          element("bodyA", actuator.bodyA),
          element("bodyB", actuator.bodyB),
          numbers("axis", actuator.axis),
          boolean("torque_is_global", actuator.torqueIsGlobal),
        ],
        actuator.name,
      );
    case "path":
      return element("PathActuator", [...parts, pathElement(actuator.path, at)], actuator.name);
  }
}

export function passiveForceElement(force: PassiveForceDescription): Element {
  const on = boolean("appliesForce", force.appliesForce);
  switch (force.kind) {
    case "coordinateLimit":
      return element(
        "CoordinateLimitForce",
        [
          on,
          element("coordinate", force.coordinate),
          number("upper_stiffness", force.upperStiffness),
          number("upper_limit", force.upperLimit),
          number("lower_stiffness", force.lowerStiffness),
          number("lower_limit", force.lowerLimit),
          number("damping", force.damping),
          number("transition", force.transition),
        ],
        force.name,
      );
    case "springGeneralized":
      return element(
        "SpringGeneralizedForce",
        [
          on,
          element("coordinate", force.coordinate),
          number("stiffness", force.stiffness),
          number("rest_length", force.restLength),
          number("viscosity", force.viscosity),
        ],
        force.name,
      );
    case "bushing":
      return element(
        "BushingForce",
        [
          on,
          element("socket_frame1", "frame1"),
          element("socket_frame2", "frame2"),
          element("frames", [offsetFrame("frame1", force.frame1), offsetFrame("frame2", force.frame2)]),
          numbers("rotational_stiffness", force.rotationalStiffness),
          numbers("translational_stiffness", force.translationalStiffness),
          numbers("rotational_damping", force.rotationalDamping),
          numbers("translational_damping", force.translationalDamping),
        ],
        force.name,
      );
  }
}
