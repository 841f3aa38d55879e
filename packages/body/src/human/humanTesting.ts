/** For tests of the built-in model: postures by name, and the greatest torques of its muscles. */
import { makeData } from "../model/compile.ts";
import type { Data, Model } from "../model/model.ts";
import { reduceCouplers, settleCouplers } from "../kinematics/couplers.ts";
import { setPositions } from "../kinematics/positions.ts";
import {
  compileMuscles,
  evaluateMuscles,
  makeMuscleState,
  type MuscleSet,
  type MuscleState,
} from "../muscle/muscleSet.ts";
import { setPaths } from "../path/paths.ts";
import { humanModel } from "./humanModel.ts";
import type { PersonSize } from "./personSize.ts";

const DEG = Math.PI / 180;

export interface HumanBench {
  readonly model: Model;
  readonly data: Data;
  readonly set: MuscleSet;
  readonly state: MuscleState;
  /** Takes a posture: degrees by coordinate name, the rest at their defaults. */
  readonly pose: (posture: Readonly<Record<string, number>>) => void;
  /** Moment arm of a muscle about a free coordinate here, couplers included [m]. */
  readonly arm: (muscle: number, coordinate: string) => number;
  /** Greatest active torque about a coordinate (sign of the direction), and the passive torque there [Nm]. */
  readonly torque: (coordinate: string, sign: 1 | -1) => { active: number; passive: number };
}

export function humanBench(size: PersonSize, model: Model = humanModel(size)): HumanBench {
  const data = makeData(model);
  const set = compileMuscles(model.description.muscles);
  const state = makeMuscleState(set);
  const arms = new Float64Array(model.nCoordinates);
  const bench: HumanBench = {
    model,
    data,
    set,
    state,
    pose(posture) {
      const q = Float64Array.from(model.coordinateDefault);
      for (const [name, degrees] of Object.entries(posture)) q[model.coordinateNames.indexOf(name)] = degrees * DEG;
      settleCouplers(model, data, q);
      setPositions(model, data, q);
      setPaths(model, data);
      evaluateMuscles(set, data.pathLength_m, data.pathSpeed_m_s, state);
    },
    arm(muscle, coordinate) {
      arms.fill(0);
      for (let k = model.armStart[muscle]; k < model.armStart[muscle + 1]; k++) {
        arms[model.armCoordinate[k]] += data.momentArm_m[k];
      }
      reduceCouplers(model, data, arms);
      return arms[model.coordinateNames.indexOf(coordinate)];
    },
    torque(coordinate, sign) {
      let active = 0;
      let passive = 0;
      for (let i = 0; i < model.nMuscles; i++) {
        const arm = sign * bench.arm(i, coordinate);
        passive += arm * state.passiveForce_N[i];
        if (arm > 0) active += arm * state.activeForce_N[i];
      }
      return { active, passive };
    },
  };
  return bench;
}
