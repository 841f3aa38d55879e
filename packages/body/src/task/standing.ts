/** Standing on both feet and on one. */
import { DEG, footMiddle, footNames, holdContacts, type PoseKit, place, setCoordinate, sidesOf } from "./poseKit.ts";
import type { SizedRequest } from "./request.ts";
import type { StaticPose } from "./scene.ts";
import type { MeasuredPosture } from "./types.ts";

/** Trunk and pelvis as a measured posture has them, over the task's own; `mirror` +1 where the right leg stands. */
function setMeasuredTrunk(
  kit: PoseKit,
  q: Float64Array,
  measured: MeasuredPosture,
  mirror: 1 | -1,
  own: {
    readonly drop_deg: number;
    readonly tilt_deg: number;
    readonly lean_deg: number;
    readonly forward_deg: number;
  },
): void {
  const drop = measured.pelvic_drop_deg ?? own.drop_deg;
  const tilt = measured.pelvic_tilt_deg ?? own.tilt_deg;
  const lean = measured.trunk_lean_deg ?? own.lean_deg;
  const forward = measured.trunk_forward_deg ?? own.forward_deg;
  // the trunk's leaning is its own in the room: the spine bends by what the pelvis does not do
  setCoordinate(kit, q, "pelvis_list", -mirror * drop * DEG);
  setCoordinate(kit, q, "pelvis_tilt", -tilt * DEG);
  const turn = measured.pelvic_turn_deg ?? 0;
  setCoordinate(kit, q, "pelvis_rotation", -mirror * turn * DEG);
  setCoordinate(kit, q, "lumbar_rotation", mirror * turn * DEG);
  setCoordinate(kit, q, "lumbar_bending", mirror * (lean + drop) * DEG);
  setCoordinate(kit, q, "lumbar_extension", (tilt - forward) * DEG);
}

/** Both feet, straight; the weight over the feet's middle. */
export function standingPose(kit: PoseKit, request: SizedRequest, _phase: number, start: Float64Array): StaticPose {
  const q = start.slice();
  const { mirror } = sidesOf(request.side);
  setMeasuredTrunk(kit, q, request.measured, mirror, { drop_deg: 0, tilt_deg: 0, lean_deg: 0, forward_deg: 0 });
  placeStanding(kit, q);
  return { q, touching: [...footNames("_r"), ...footNames("_l")] };
}

/** Legs and root so that both feet stay and the weight is over their middle. */
export function placeStanding(kit: PoseKit, q: Float64Array): number {
  const middle = footMiddle(kit, "_r");
  return place(
    kit,
    {
      points: holdContacts(kit, [...footNames("_r"), ...footNames("_l")]),
      com_m: [middle.x, Number.NaN, 0],
      vary: [
        "pelvis_tx",
        "pelvis_ty",
        "pelvis_tz",
        ...bothSides("hip_flexion", "hip_adduction", "ankle_angle", "subtalar_angle"),
      ],
    },
    q,
  );
}

export function bothSides(...names: string[]): string[] {
  return names.flatMap((name) => [`${name}_r`, `${name}_l`]);
}

/** Free leg of the one-legged stand: as in the Trendelenburg test, hip 0…30° flexed, foot clear of the floor (Hardcastle & Nade 1985). */
const FREE_HIP_DEG = 25;
const FREE_KNEE_DEG = 70;

/** One leg; the weight over its foot. */
export function singleLegPose(kit: PoseKit, request: SizedRequest, _phase: number, start: Float64Array): StaticPose {
  const q = start.slice();
  const { own, other, mirror } = sidesOf(request.side);
  const { measured } = request;
  setMeasuredTrunk(kit, q, measured, mirror, { drop_deg: 0, tilt_deg: 0, lean_deg: 0, forward_deg: 0 });
  setCoordinate(kit, q, `hip_flexion${other}`, FREE_HIP_DEG * DEG);
  setCoordinate(kit, q, `knee_angle${other}`, FREE_KNEE_DEG * DEG);
  setCoordinate(kit, q, `knee_angle${own}`, (measured.knee_flexion_deg ?? 2) * DEG);
  placeSingleLeg(kit, q, own);
  return { q, touching: footNames(own) };
}

/** The standing leg and the root so that the foot stays and the weight is over it. */
function placeSingleLeg(kit: PoseKit, q: Float64Array, own: "_r" | "_l"): number {
  const middle = footMiddle(kit, own);
  return place(
    kit,
    {
      points: holdContacts(kit, footNames(own)),
      com_m: [middle.x, Number.NaN, middle.z],
      vary: [
        "pelvis_tx",
        "pelvis_ty",
        "pelvis_tz",
        ...["hip_flexion", "hip_adduction", "hip_rotation", "ankle_angle", "subtalar_angle"].map((name) => name + own),
      ],
    },
    q,
  );
}
