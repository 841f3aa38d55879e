/** OpenSim's published trials, run from its own files: for the parity tests and for validation/body.md. */
import { makeIkProblem } from "../fit/ikProblem.ts";
import { makeIkOutcome, makeIkWork, solveIk } from "../fit/inverseKinematics.ts";
import { makeStaticOptimizer, type StaticOptimizer } from "../effort/staticOptimization.ts";
import { makeForwardWork } from "../load/forwardAccelerations.ts";
import { planReactions, type ReactionPlan, reactionRequests } from "../load/jointReaction.ts";
import { compileModel, makeData } from "../model/compile.ts";
import type { Model } from "../model/model.ts";
import { compileExternalLoads, type ExternalLoads, readExternalLoads } from "../osim/externalLoads.ts";
import { withForceSet } from "../osim/forceSet.ts";
import { readIkTasks } from "../osim/ikTasks.ts";
import { readModel } from "../osim/readModel.ts";
import { readStorage, type Storage } from "../osim/storage.ts";
import { readTrc } from "../osim/trc.ts";
import { type EffortTables, effortTables, reactionLabels, reactionsNow, reactionTable } from "../trial/effortTrial.ts";
import { type MotionRoute, prepareMotion, rowsBetween } from "../trial/motion.ts";
import { inverseDynamicsTable, lengthTable, makeTrial, type Trial, type TrialTable } from "../trial/trial.ts";
import { readReference } from "./reference.ts";

/** A reference table by its path under ../shared/reference/opensim. */
export function referenceTable(path: string): Storage {
  return readStorage(readReference(path), path);
}

function modelOf(path: string, actuators: string | null = null): Model {
  const own = readModel(readReference(path), path);
  return compileModel(actuators === null ? own : withForceSet(own, readReference(actuators), actuators));
}

function loadsOf(model: Model, description: string, data: string): ExternalLoads {
  return compileExternalLoads(model, readExternalLoads(readReference(description), description), referenceTable(data));
}

interface Recorded {
  readonly motion: string;
  readonly route: MotionRoute;
  readonly lowpass_Hz: number | null;
  readonly from_s: number;
  readonly to_s: number;
  readonly interval?: number;
}

function trialOf(model: Model, recorded: Recorded, loads: ExternalLoads | null = null): Trial {
  const data = makeData(model);
  const motion = prepareMotion(model, data, referenceTable(recorded.motion), recorded);
  return makeTrial(model, data, motion, rowsBetween(motion, recorded.from_s, recorded.to_s, recorded.interval), loads);
}

export interface WalkingEffort {
  readonly trial: Trial;
  readonly optimizer: StaticOptimizer;
  readonly plan: ReactionPlan;
  readonly effort: EffortTables;
  /** Under the motion's own accelerations. */
  readonly reactions: TrialTable;
  readonly muscles: readonly string[];
  readonly actuators: readonly string[];
}

/** gait2392 walking: static optimisation and joint reaction of the root and the right hip (walking-so-jr). */
export function walkingEffort(): WalkingEffort {
  const folder = "walking-so-jr/";
  const model = modelOf(
    `${folder}subject01_simbody_adjusted_StaticOp.osim`,
    `${folder}gait2392_SO_weak_Residual_Actuators.xml`,
  );
  const loads = loadsOf(model, `${folder}foot_floor_loads.xml`, `${folder}subject01_walk1_grf.mot`);
  const recorded: Recorded = {
    motion: `${folder}subject01_walk1_Kinematics.sto`,
    route: "analyze-tool",
    lowpass_Hz: null,
    from_s: 0.5,
    to_s: 1.999,
    interval: 10,
  };
  const trial = trialOf(model, recorded, loads);
  const optimizer = makeStaticOptimizer(model);
  const joints = ["ground_pelvis", "hip_r", "hip_r"];
  const plan = planReactions(
    model,
    reactionRequests(model, joints, ["child", "child", "parent"], ["ground", "child", "child"]),
  );
  const labels = reactionLabels(plan);
  const values = new Float64Array(trial.rows.length * labels.length);
  const effort = effortTables(trial, optimizer, (k, t_s) => {
    values[k * labels.length] = t_s;
    reactionsNow(trial, optimizer, plan, values, k * labels.length + 1);
  });
  const reactions = { labels, values, nRows: trial.rows.length };
  const muscles = optimizer.names.slice(0, optimizer.muscles.count);
  const actuators = optimizer.names.slice(optimizer.muscles.count);
  return { trial, optimizer, plan, effort, reactions, muscles, actuators };
}

/**
 * The same subject through InverseDynamicsTool (walking-id).
 * @param inertiasOf the model whose inertias, by mass, take the place of the file's; null: the file's own
 */
export function walkingInverseDynamics(inertiasOf: string | null): TrialTable {
  const folder = "walking-id/";
  const model = modelOf(`${folder}subject01_simbody.osim`);
  if (inertiasOf !== null) {
    const other = modelOf(inertiasOf);
    for (let b = 1; b < model.nBodies; b++) {
      const o = other.bodyNames.indexOf(model.bodyNames[b]);
      const ratio = model.bodyMass_kg[b] / other.bodyMass_kg[o];
      for (let i = 0; i < 9; i++) model.bodyInertia_kgm2[9 * b + i] = ratio * other.bodyInertia_kgm2[9 * o + i];
    }
  }
  const loads = loadsOf(model, `${folder}subject01_walk1_grf.xml`, `${folder}subject01_walk1_grf.mot`);
  const recorded: Recorded = {
    motion: `${folder}subject01_walk1_ik.mot`,
    route: "inverse-dynamics-tool",
    lowpass_Hz: 6,
    from_s: 0.4,
    to_s: 1.6,
  };
  return inverseDynamicsTable(trialOf(model, recorded, loads));
}

/** The model with the inertias that the walking-id reference was computed from. */
export const INERTIAS_OF_WALKING_ID = "walking-so-jr/subject01_simbody_adjusted_StaticOp.osim";

const ARM_MOTION = { motion: "arm26/arm26_InverseKinematics.mot", lowpass_Hz: 6, from_s: 0, to_s: 1 } as const;

export function armInverseDynamics(): TrialTable {
  return inverseDynamicsTable(trialOf(modelOf("arm26/arm26.osim"), { ...ARM_MOTION, route: "inverse-dynamics-tool" }));
}

export function armEffort(): EffortTables {
  const model = modelOf("arm26/arm26.osim");
  return effortTables(trialOf(model, { ...ARM_MOTION, route: "analyze-tool" }), makeStaticOptimizer(model));
}

/** Joint reactions of the free pendulum; frames by name or by keyword. */
export function pendulumReactions(joints: readonly string[], frames: readonly string[]): TrialTable {
  const model = modelOf("pendulum/DoublePendulum3D.osim");
  const trial = trialOf(model, {
    motion: "pendulum/DoublePendulum3D_states_degrees.mot",
    route: "analyze-tool",
    lowpass_Hz: null,
    from_s: 0,
    to_s: 3,
  });
  const plan = planReactions(model, reactionRequests(model, joints, ["child"], frames));
  return reactionTable(trial, makeStaticOptimizer(model), plan, makeForwardWork(model), null);
}

/** Muscle lengths of the wrapping model along its walking coordinates. */
export function wrappingLengths(): TrialTable {
  const folder = "wrapping/";
  const model = modelOf(`${folder}subject_walk_armless_18musc.osim`);
  const motion = `${folder}subject_walk_armless_coordinates.mot`;
  const recorded: Recorded = { motion, route: "analyze-tool", lowpass_Hz: null, from_s: -1e9, to_s: 1e9 };
  return lengthTable(trialOf(model, recorded));
}

export interface MarkerFit {
  /** Coordinates [deg, m] over time. */
  readonly table: TrialTable;
  readonly rotational: readonly string[];
  readonly translational: readonly string[];
  /** RMS over frames of the markers' RMS error [m]. */
  readonly markerError_m: number;
}

/** gait2354 from markers, with the set-up's weights. */
export function walkingMarkers(): MarkerFit {
  const folder = "ik/";
  const model = modelOf(`${folder}subject01_simbody.osim`);
  const data = makeData(model);
  const markers = readTrc(readReference(`${folder}subject01_synthetic_marker_data.trc`), "markers.trc");
  const file = `${folder}gait2354_IK_Tasks_uniform.xml`;
  const problem = makeIkProblem(model, markers.names, readIkTasks(readReference(file), file));
  const work = makeIkWork(model, problem);
  const outcome = makeIkOutcome();
  const q = Float64Array.from(model.coordinateDefault);
  const labels = ["time", ...model.coordinateNames];
  const values = new Float64Array(markers.nFrames * labels.length);
  let squares = 0;
  for (let k = 0; k < markers.nFrames; k++) {
    solveIk(model, data, problem, markers.position_m, 3 * markers.names.length * k, q, work, outcome);
    values[k * labels.length] = markers.time_s[k];
    for (let c = 0; c < model.nCoordinates; c++) {
      values[k * labels.length + 1 + c] = q[c] * (model.coordinateRotational[c] === 1 ? 180 / Math.PI : 1);
    }
    squares += outcome.rms_m * outcome.rms_m;
  }
  const kind = (rotational: number): string[] =>
    model.coordinateNames.filter((_, c) => model.coordinateRotational[c] === rotational);
  return {
    table: { labels, values, nRows: markers.nFrames },
    rotational: kind(1),
    translational: kind(0),
    markerError_m: Math.sqrt(squares / markers.nFrames),
  };
}
