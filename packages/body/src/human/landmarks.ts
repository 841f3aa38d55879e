/** Landmarks of a person's bones, and the axes in which the load on the lumbosacral disc is told. */
import type { Placement, Vec3 } from "../model/description.ts";
import { fromBodyXyz } from "../model/rotation.ts";
import { LUMBAR_LEVELS, SACRUM_IN_PELVIS_M } from "./data/joints.ts";
import { type LandmarkDatum, LANDMARKS, SACRAL_SLOPE_RAD } from "./data/landmarks.ts";
import { checkPersonSize, type PersonSize, REFERENCE_HEIGHT_M } from "./personSize.ts";
import { bodyOn, pointOn, type Side, SUFFIX } from "./sides.ts";

export interface HumanLandmark {
  /** With `_r` or `_l` where there are two: `asis_r`, `xiphoid`. */
  readonly name: string;
  readonly body: string;
  /** In the body's frame [m]. */
  readonly location_m: Vec3;
}

/**
 * Places on the bones of a person, each in the frame of its body.
 * @throws PersonSizeError where the size is outside `SIZE_LIMITS`
 */
export function humanLandmarks(size: PersonSize): HumanLandmark[] {
  const s = checkPersonSize(size).height_m / REFERENCE_HEIGHT_M;
  const on = (side: Side, { name, body, at_m, paired }: LandmarkDatum): HumanLandmark => ({
    name: paired ? name + SUFFIX[side] : name,
    body: bodyOn(side, body),
    location_m: pointOn(side, [s * at_m[0], s * at_m[1], s * at_m[2]]),
  });
  return LANDMARKS.flatMap((l) => (l.paired ? [on("right", l), on("left", l)] : [on("right", l)]));
}

/**
 * The upper endplate of S1 as a frame of the pelvis: origin in the L5/S1 joint, x forward along the endplate, y upward out of
 * it, z to the right. Of the force that the trunk puts on it, −y is compression, x forward shear, z shear to the right.
 * @throws PersonSizeError where the size is outside `SIZE_LIMITS`
 */
export function lumbosacralEndplate(size: PersonSize): Placement {
  const s = checkPersonSize(size).height_m / REFERENCE_HEIGHT_M;
  const [x, y, z] = LUMBAR_LEVELS[0]?.inParent ?? [0, 0, 0];
  const [dx, dy, dz] = SACRUM_IN_PELVIS_M;
  return {
    body: "pelvis",
    rotation: fromBodyXyz([0, 0, -SACRAL_SLOPE_RAD]),
    translation: [s * (x + dx), s * (y + dy), s * (z + dz)],
  };
}
