import type { Exercise } from "../../exercises/exercise.ts";
import { birdDog } from "./bird-dog.ts";
import { bridgeHold } from "./bridge-hold.ts";
import { clamshell } from "./clamshell.ts";
import { clamshellBand } from "./clamshell-band.ts";
import { gluteBridge } from "./glute-bridge.ts";
import { gluteSqueeze } from "./glute-squeeze.ts";
import { hamstringStretch } from "./hamstring-stretch.ts";
import { hipFlexorStretch } from "./hip-flexor-stretch.ts";
import { hipHike } from "./hip-hike.ts";
import { hipHinge } from "./hip-hinge.ts";
import { hipThrust } from "./hip-thrust.ts";
import { hipThrustLoaded } from "./hip-thrust-loaded.ts";
import { isometricAbduction } from "./isometric-abduction.ts";
import { lateralBandWalk } from "./lateral-band-walk.ts";
import { lateralStepDown } from "./lateral-step-down.ts";
import { marchingBridge } from "./marching-bridge.ts";
import { miniSquat } from "./mini-squat.ts";
import { quadrupedHipExtension } from "./quadruped-hip-extension.ts";
import { sideLyingLegRaise } from "./side-lying-leg-raise.ts";
import { sideLyingRaiseWall } from "./side-lying-raise-wall.ts";
import { sidePlank } from "./side-plank.ts";
import { sidePlankKnees } from "./side-plank-knees.ts";
import { sidePlankLegRaise } from "./side-plank-leg-raise.ts";
import { singleLegBridge } from "./single-leg-bridge.ts";
import { singleLegDeadlift } from "./single-leg-deadlift.ts";
import { singleLegHipThrust } from "./single-leg-hip-thrust.ts";
import { singleLegSquatBox } from "./single-leg-squat-box.ts";
import { singleLegStance } from "./single-leg-stance.ts";
import { singleLegStanceSupported } from "./single-leg-stance-supported.ts";
import { sitToStand } from "./sit-to-stand.ts";
import { splitSquat } from "./split-squat.ts";
import { squat } from "./squat.ts";
import { standingHipAbduction } from "./standing-hip-abduction.ts";
import { standingHipExtension } from "./standing-hip-extension.ts";
import { stepUp } from "./step-up.ts";
import { suitcaseCarry } from "./suitcase-carry.ts";
import { weightShift } from "./weight-shift.ts";

/** Every exercise, easiest first within its group. */
export const EXERCISES: readonly Exercise[] = [
  gluteSqueeze,
  gluteBridge,
  bridgeHold,
  marchingBridge,
  singleLegBridge,
  hipThrust,
  hipThrustLoaded,
  singleLegHipThrust,
  quadrupedHipExtension,
  birdDog,
  standingHipExtension,
  isometricAbduction,
  clamshell,
  sideLyingRaiseWall,
  clamshellBand,
  sideLyingLegRaise,
  standingHipAbduction,
  sidePlankKnees,
  sidePlank,
  sidePlankLegRaise,
  weightShift,
  singleLegStanceSupported,
  singleLegStance,
  hipHike,
  lateralBandWalk,
  suitcaseCarry,
  lateralStepDown,
  singleLegSquatBox,
  miniSquat,
  sitToStand,
  stepUp,
  squat,
  hipHinge,
  splitSquat,
  singleLegDeadlift,
  hipFlexorStretch,
  hamstringStretch,
];
