/** Tasks done lying: bridges, hip thrust, clamshell, raising the leg on the side. */
import type { Vec3 } from "../model/description.ts";
import type { Model } from "../model/model.ts";
import { makeData } from "../model/compile.ts";
import { settleCouplers } from "../kinematics/couplers.ts";
import { setPositions } from "../kinematics/positions.ts";
import { type ContactPoint, footContacts } from "./contacts.ts";
import { DEG, footNames, holdContacts, type PoseKit, place, placeOf, setCoordinate, sidesOf } from "./poseKit.ts";
import type { SizedRequest } from "./request.ts";
import type { StaticPose } from "./scene.ts";
import type { TaskSide } from "./types.ts";

/** Where a body's origin is at the neutral posture, floor at the feet; bodies are upright there, so that points are differences. */
function neutralPlace(model: Model, bodyName: string): Vec3 {
  const data = makeData(model);
  const q = new Float64Array(model.nCoordinates);
  settleCouplers(model, data, q);
  setPositions(model, data, q);
  const floor = data.bodyPosition_m[3 * model.bodyNames.indexOf("calcn_r") + 1] ?? 0;
  const b = 3 * model.bodyNames.indexOf(bodyName);
  return [data.bodyPosition_m[b] ?? 0, (data.bodyPosition_m[b + 1] ?? 0) - floor, data.bodyPosition_m[b + 2] ?? 0];
}

/** Height of the shoulder blades' lying place and of their lower tips by stature, standing (acromion 0.818, Winter 2009). */
const SHOULDERS = 0.78;
const BLADE_TIPS = 0.72;
/** Skin of the back behind the thorax's origin, half the distance of the blades, half the chest's width, by stature. */
const BACK = 0.055;
const BLADES = 0.05;
const CHEST = 0.085;

function torsoPoint(model: Model, name: string, x: number, height: number, z: number): ContactPoint {
  const origin = neutralPlace(model, "torso");
  return { name, body: "torso", point_m: [x, height - origin[1], z] };
}

/** Feet, and the upper back lying on the floor. */
export function bridgeContacts(model: Model, height_m: number): ContactPoint[] {
  return [
    ...footContacts(model),
    torsoPoint(model, "back_r", -BACK * height_m, SHOULDERS * height_m, BLADES * height_m),
    torsoPoint(model, "back_l", -BACK * height_m, SHOULDERS * height_m, -BLADES * height_m),
  ];
}

/** Feet, and the lower tips of the shoulder blades on a bench. */
export function thrustContacts(model: Model, height_m: number): ContactPoint[] {
  return [
    ...footContacts(model),
    torsoPoint(model, "back_r", -BACK * height_m, BLADE_TIPS * height_m, BLADES * height_m),
    torsoPoint(model, "back_l", -BACK * height_m, BLADE_TIPS * height_m, -BLADES * height_m),
  ];
}

/** Feet, and the sitting bones: behind and below the hips' centres. */
export function seatContacts(model: Model, height_m: number): ContactPoint[] {
  const hip = hipPlace(model);
  const s = height_m / 1.7;
  return [
    ...footContacts(model),
    { name: "seat_r", body: "pelvis", point_m: [hip[0] - 0.035 * s, hip[1] - 0.075 * s, hip[2] - 0.02 * s] },
    { name: "seat_l", body: "pelvis", point_m: [hip[0] - 0.035 * s, hip[1] - 0.075 * s, -hip[2] + 0.02 * s] },
  ];
}

/** The right hip's centre in the pelvis. */
function hipPlace(model: Model): Vec3 {
  const t = model.jointParentTranslation;
  const j = 3 * (model.bodyNames.indexOf("femur_r") - 1);
  return [t[j] ?? 0, t[j + 1] ?? 0, t[j + 2] ?? 0];
}

/** Lying on either side: chest, pelvis, the lower leg's outer knee and ankle, the upper foot on the lower. */
export function sideContacts(model: Model, height_m: number): ContactPoint[] {
  const hip = hipPlace(model);
  const s = height_m / 1.7;
  const knee = model.jointParentTranslation[3 * (model.bodyNames.indexOf("tibia_r") - 1) + 1] ?? -0.4;
  return (["r", "l"] as const).flatMap((side) => {
    const out = side === "r" ? 1 : -1;
    return [
      torsoPoint(model, `chest_up_front_${side}`, 0.05 * s, 0.78 * height_m, out * CHEST * height_m),
      torsoPoint(model, `chest_up_back_${side}`, -0.05 * s, 0.78 * height_m, out * CHEST * height_m),
      torsoPoint(model, `chest_low_front_${side}`, 0.05 * s, 0.68 * height_m, out * 0.9 * CHEST * height_m),
      torsoPoint(model, `chest_low_back_${side}`, -0.05 * s, 0.68 * height_m, out * 0.9 * CHEST * height_m),
      {
        name: `pelvis_front_${side}`,
        body: "pelvis",
        point_m: [hip[0] + 0.05 * s, hip[1] + 0.04 * s, out * (hip[2] + 0.07 * s)],
      },
      {
        name: `pelvis_back_${side}`,
        body: "pelvis",
        point_m: [hip[0] - 0.05 * s, hip[1] + 0.04 * s, out * (hip[2] + 0.07 * s)],
      },
      { name: `knee_${side}`, body: `femur_${side}`, point_m: [0, knee, out * 0.05 * s] },
      { name: `ankle_${side}`, body: `calcn_${side}`, point_m: [0.05 * s, 0.03 * s, out * 0.04 * s] },
      { name: `ankle_in_${side}`, body: `calcn_${side}`, point_m: [0.05 * s, 0.03 * s, -out * 0.04 * s] },
    ] satisfies ContactPoint[];
  });
}

const BACKS = ["back_r", "back_l"];

/** Puts the body on its back with a height of the back's contact and both or one foot flat. */
function placeSupine(kit: PoseKit, q: Float64Array, feet: readonly ("_r" | "_l")[], back_m: number): void {
  const vary = ["pelvis_tilt", "pelvis_tx", "pelvis_ty", ...feet.map((side) => `ankle_angle${side}`)];
  place(
    kit,
    {
      points: [
        ...holdContacts(kit, feet.flatMap(footNames), (name) => {
          const p = kit.places.get(name);
          return [p?.[0] ?? 0, 0, Number.NaN];
        }),
        ...holdContacts(kit, BACKS, () => [Number.NaN, back_m, Number.NaN]),
      ],
      vary,
    },
    q,
  );
}

/** Knee of the bridge at the top: heels where a lying person's hands reach them. */
const BRIDGE_KNEE_DEG = 90;

/** Hips straight, both feet down. */
export function gluteBridgePose(kit: PoseKit, request: SizedRequest, _phase: number, start: Float64Array): StaticPose {
  const q = start.slice();
  setCoordinate(kit, q, "pelvis_tilt", 110 * DEG);
  const knee = request.measured.knee_flexion_deg ?? BRIDGE_KNEE_DEG;
  for (const side of ["_r", "_l"]) {
    setCoordinate(kit, q, `knee_angle${side}`, knee * DEG);
    setCoordinate(kit, q, `hip_flexion${side}`, (request.measured.hip_flexion_deg ?? 0) * DEG);
  }
  placeSupine(kit, q, ["_r", "_l"], 0);
  return { q, touching: [...footNames("_r"), ...footNames("_l"), ...BACKS] };
}

/** On one leg the hips do not come up as far: the model's hip cannot be held straight against gravity on one leg (its inward rotators are too weak there). */
const ONE_LEG_KNEE_DEG = 85;
const ONE_LEG_HIP_DEG = 15;

/** One foot down, the other leg straight on, thighs side by side. */
export function singleLegBridgePose(
  kit: PoseKit,
  request: SizedRequest,
  _phase: number,
  start: Float64Array,
): StaticPose {
  const q = start.slice();
  const { own, other, mirror } = sidesOf(request.side);
  setCoordinate(kit, q, "pelvis_tilt", 110 * DEG);
  setCoordinate(kit, q, `knee_angle${own}`, (request.measured.knee_flexion_deg ?? ONE_LEG_KNEE_DEG) * DEG);
  setCoordinate(kit, q, `knee_angle${other}`, 0);
  for (const side of ["_r", "_l"])
    setCoordinate(kit, q, `hip_flexion${side}`, (request.measured.hip_flexion_deg ?? ONE_LEG_HIP_DEG) * DEG);
  const drop = request.measured.pelvic_drop_deg ?? 0;
  // lying, the pelvis falls to one side by turning about the body's long axis
  setCoordinate(kit, q, "pelvis_rotation", mirror * drop * DEG);
  setCoordinate(kit, q, "lumbar_rotation", -mirror * drop * DEG);
  placeSupine(kit, q, [own], 0);
  return { q, touching: [...footNames(own), ...BACKS] };
}

/** Height of the bench by stature: 0.40 m for 1.70 m (Contreras et al. 2015, J Appl Biomech 31:452). */
export const BENCH = 0.235;

/** Shoulder blades on a bench, trunk level, shanks upright; no load on the pelvis. */
export function hipThrustPose(kit: PoseKit, request: SizedRequest, _phase: number, start: Float64Array): StaticPose {
  const q = start.slice();
  setCoordinate(kit, q, "pelvis_tilt", 92 * DEG);
  const knee = request.measured.knee_flexion_deg ?? 90;
  for (const side of ["_r", "_l"]) {
    setCoordinate(kit, q, `knee_angle${side}`, knee * DEG);
    setCoordinate(kit, q, `hip_flexion${side}`, (request.measured.hip_flexion_deg ?? 0) * DEG);
  }
  placeSupine(kit, q, ["_r", "_l"], BENCH * request.height_m);
  return { q, touching: [...footNames("_r"), ...footNames("_l"), ...BACKS] };
}

/** Names of what a person who lies on the other side than `side` lies on. */
function lyingOn(side: TaskSide): string[] {
  const s = side === "right" ? "l" : "r";
  return [
    "chest_up_front",
    "chest_up_back",
    "chest_low_front",
    "chest_low_back",
    "pelvis_front",
    "pelvis_back",
    "knee",
    "ankle",
  ].map((name) => `${name}_${s}`);
}

/** Turns the body on its other side, `side` up, lowest contact on the floor. */
function layOnSide(kit: PoseKit, q: Float64Array, side: TaskSide): void {
  const { model, data } = kit.body;
  setCoordinate(kit, q, "pelvis_list", side === "right" ? -90 * DEG : 90 * DEG);
  setCoordinate(kit, q, "pelvis_ty", 0);
  settleCouplers(model, data, q);
  setPositions(model, data, q);
  let lowest = Number.POSITIVE_INFINITY;
  for (const name of lyingOn(side)) lowest = Math.min(lowest, placeOf(kit.body, name)[1] ?? 0);
  setCoordinate(kit, q, "pelvis_ty", -lowest);
  settleCouplers(model, data, q);
  setPositions(model, data, q);
}

/** Upper leg straight and raised 25°, the lower one bent for a broad base. */
export function legRaisePose(kit: PoseKit, request: SizedRequest, _phase: number, start: Float64Array): StaticPose {
  const q = start.slice();
  const { own, other } = sidesOf(request.side);
  setCoordinate(kit, q, `hip_adduction${own}`, (request.measured.hip_adduction_deg ?? -25) * DEG);
  setCoordinate(kit, q, `hip_flexion${own}`, (request.measured.hip_flexion_deg ?? 0) * DEG);
  setCoordinate(kit, q, `hip_flexion${other}`, 30 * DEG);
  setCoordinate(kit, q, `knee_angle${other}`, 50 * DEG);
  layOnSide(kit, q, request.side);
  return { q, touching: lyingOn(request.side) };
}

/** Hips 45° and knees 90° bent, the upper knee opened 30°, feet one on the other (Boren et al. 2011; DiStefano et al. 2009). */
export function clamshellPose(kit: PoseKit, request: SizedRequest, _phase: number, start: Float64Array): StaticPose {
  const q = start.slice();
  const { own, other } = sidesOf(request.side);
  for (const side of ["_r", "_l"]) {
    setCoordinate(kit, q, `hip_flexion${side}`, 45 * DEG);
    setCoordinate(kit, q, `knee_angle${side}`, 90 * DEG);
  }
  layOnSide(kit, q, request.side);
  const lower = placeOf(kit.body, `ankle_in${other}`);
  setCoordinate(kit, q, `hip_adduction${own}`, (request.measured.hip_adduction_deg ?? -25) * DEG);
  setCoordinate(kit, q, `hip_rotation${own}`, -20 * DEG);
  place(
    kit,
    {
      points: holdContacts(kit, [`ankle_in${own}`], () => [lower[0] ?? 0, lower[1] ?? 0, lower[2] ?? 0], 10),
      vary: [`hip_flexion${own}`, `hip_rotation${own}`, `knee_angle${own}`],
      rest: { [`hip_flexion${own}`]: [45 * DEG, 0.3], [`knee_angle${own}`]: [90 * DEG, 0.3] },
    },
    q,
  );
  return { q, touching: [...lyingOn(request.side), `ankle_in${own}`] };
}
