/** The built-in glute–lumbar model of a person. */
import { compileModel } from "../model/compile.ts";
import type { ModelDescription } from "../model/description.ts";
import type { Model } from "../model/model.ts";
import { groups, muscles, wraps } from "./muscles.ts";
import { checkPersonSize, type PersonSize } from "./personSize.ts";
import { skeleton, SOURCE } from "./skeleton.ts";

const GRAVITY_M_S2 = -9.80665;

/**
 * Describes the model of a person: pelvis with sacrum, both legs, five lumbar vertebrae in Christophy's rhythm, thorax with
 * head and arms as one body; 124 muscle–tendon units with rigid tendons, grouped by side (`groups`). x forward, y up, z right; all coordinates 0: standing upright, feet under the hips.
 * @throws PersonSizeError where the size is outside `SIZE_LIMITS`
 */
export function humanDescription(size: PersonSize): ModelDescription {
  const { bodies, joints, couplers, passiveForces } = skeleton(checkPersonSize(size));
  return {
    name: "levelhip_human",
    source: SOURCE,
    version: 40000,
    gravity_m_s2: [0, GRAVITY_M_S2, 0],
    bodies,
    joints,
    couplers,
    markers: [],
    wraps: wraps(size),
    muscles: muscles(size),
    actuators: [],
    passiveForces,
    groups: groups(),
    ignored: [],
  };
}

/**
 * The compiled model of a person; path lengths are those of the shortest path.
 * @throws PersonSizeError where the size is outside `SIZE_LIMITS`
 */
export function humanModel(size: PersonSize): Model {
  return compileModel(humanDescription(size), { lengths: "shortest" });
}
