/** Muscles, wrap objects and groups of the built-in model, both sides, scaled to a person. */
import type {
  ForceGroup,
  MuscleDescription,
  MuscleParameters,
  PathDescription,
  Vec3,
  WrapDescription,
} from "../model/description.ts";
import { fromBodyXyz } from "../model/rotation.ts";
import { MILLARD_TENDON, MILLARD_VELOCITY } from "../muscle/millard2012.ts";
import { LEG_MUSCLES } from "./data/legMuscles.ts";
import { MUSCLE_GROUPS, type MuscleDatum, type MuscleGroup } from "./data/muscleDatum.ts";
import { TRUNK_MUSCLES } from "./data/trunkMuscles.ts";
import { WRAPS } from "./data/wraps.ts";
import { type PersonSize, REFERENCE_HEIGHT_M } from "./personSize.ts";
import { bodyOn, pointOn, quadrantOn, type Side, SUFFIX, turnOn } from "./sides.ts";
import { SOURCE } from "./skeleton.ts";
import { passiveOf } from "./passive.ts";
import { type Region, strengthFactor, VOLUNTARY } from "./strength.ts";

/** What is known of a muscle beyond its description: in the model's order. */
export interface HumanMuscle {
  readonly name: string;
  readonly group: MuscleGroup;
  readonly side: Side;
  readonly from: MuscleDatum["from"];
}

const DATA: readonly (MuscleDatum & { readonly region: Region })[] = [
  ...LEG_MUSCLES.map((datum) => ({ ...datum, region: "leg" as const })),
  ...TRUNK_MUSCLES.map((datum) => ({ ...datum, region: "trunk" as const })),
];
const SIDES: readonly Side[] = ["right", "left"];

/** Every muscle of the model, in the model's order: the right side's, then the left's. */
export const HUMAN_MUSCLES: readonly HumanMuscle[] = SIDES.flatMap((side) =>
  DATA.map(({ name, group, from }) => ({ name: name + SUFFIX[side], group, side, from })),
);

export function muscles(size: PersonSize): MuscleDescription[] {
  const s = size.height_m / REFERENCE_HEIGHT_M;
  const strength = { leg: strengthFactor(size, "leg"), trunk: strengthFactor(size, "trunk") };
  const curves = DATA.map(parameters);
  return SIDES.flatMap((side) =>
    DATA.map((datum, i) => muscle(side, datum, s, strength[datum.region] * VOLUNTARY[datum.group], curves[i])),
  );
}

export function wraps(size: PersonSize): WrapDescription[] {
  const s = size.height_m / REFERENCE_HEIGHT_M;
  return SIDES.flatMap((side) =>
    Object.entries(WRAPS).map(([name, w]) => ({
      name: name + SUFFIX[side],
      source: SOURCE,
      placement: {
        body: bodyOn(side, w.body),
        rotation: fromBodyXyz(turnOn(side, w.turn_rad)),
        translation: pointOn(side, times(w.center_m, s)),
      },
      shape: { kind: "cylinder", radius_m: s * w.radius_m, length_m: s * w.length_m } as const,
      quadrant: quadrantOn(side, w.quadrant),
      active: true,
    })),
  );
}

/** Groups by side, as `gluteus_medius_r`. */
export function groups(): ForceGroup[] {
  return SIDES.flatMap((side) =>
    MUSCLE_GROUPS.map((group) => ({
      name: group + SUFFIX[side],
      source: SOURCE,
      members: HUMAN_MUSCLES.filter((m) => m.group === group && m.side === side).map((m) => m.name),
    })),
  );
}

function muscle(
  side: Side,
  datum: MuscleDatum,
  s: number,
  strength: number,
  curves: MuscleParameters,
): MuscleDescription {
  return {
    name: datum.name + SUFFIX[side],
    source: SOURCE,
    type: "Millard2012EquilibriumMuscle",
    appliesForce: true,
    minControl: 0.01,
    maxControl: 1,
    parameters: curves,
    maxIsometricForce_N: strength * datum.force_N,
    optimalFiberLength_m: s * datum.fiber_m,
    tendonSlackLength_m: s * datum.tendon_m,
    pennationAtOptimal_rad: datum.pennation_rad,
    maxContractionVelocity_per_s: 10,
    ignoreTendonCompliance: true,
    ignoreActivationDynamics: false,
    path: path(side, datum, s),
  };
}

function path(side: Side, datum: MuscleDatum, s: number): PathDescription {
  const name = datum.name + SUFFIX[side];
  return {
    points: datum.path.map(([body, x, y, z], i) => ({
      kind: "fixed",
      name: `${name}-P${i + 1}`,
      source: SOURCE,
      body: bodyOn(side, body),
      location_m: pointOn(side, times([x, y, z], s)),
    })),
    wraps: (datum.wraps ?? []).map(({ wrap, between }) => ({
      source: SOURCE,
      wrap: wrap + SUFFIX[side],
      body: bodyOn(side, WRAPS[wrap]?.body ?? ""),
      method: "hybrid",
      range: between ?? [-1, -1],
    })),
  };
}

/** Curves of Millard 2012, passively as stiff as the source's fibre and tendon are together; the active one as wide as Rajagopal 2016 draws it. */
function parameters(datum: MuscleDatum): MuscleParameters {
  const [strainAtZeroForce, strainAtOneNormForce, stiffnessAtOneNormForce] = datum.passive;
  return {
    kind: "millard2012",
    fiberDamping: 0.1,
    defaultActivation: 0.05,
    minimumActivation: 0.01,
    maximumPennationAngle_rad: Math.acos(0.1),
    activationTime_s: 0.01,
    deactivationTime_s: 0.04,
    activeForceLength: {
      minNormLength: 0.25,
      transitionNormLength: 0.77,
      maxNormLength: 1.9,
      shallowAscendingSlope: 0.75,
      minimumValue: 0,
    },
    forceVelocity: MILLARD_VELOCITY,
    fiberForceLength: passiveOf(
      { strainAtZeroForce, strainAtOneNormForce, stiffnessAtLowForce: 0.2, stiffnessAtOneNormForce, curviness: 0.75 },
      VOLUNTARY[datum.group],
      datum.tendon_m / datum.fiber_m,
    ),
    tendonForceLength: MILLARD_TENDON,
  };
}

function times(v: Vec3, k: number): Vec3 {
  return [k * v[0], k * v[1], k * v[2]];
}
