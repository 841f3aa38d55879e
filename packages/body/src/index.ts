// files of OpenSim
export * from "./osim/externalLoads.ts";
export * from "./osim/forceSet.ts";
export * from "./osim/ikTasks.ts";
export * from "./osim/osimError.ts";
export { readModel } from "./osim/readModel.ts";
export { writeModel, type WriteModelOptions } from "./osim/writeModel.ts";
export * from "./osim/setup.ts";
export * from "./osim/storage.ts";
export * from "./osim/trc.ts";
// the model and its workspace
export { type CompileOptions, compileModel, makeData } from "./model/compile.ts";
export * from "./model/description.ts";
export * from "./model/model.ts";
// motion and forces
export * from "./dynamics/inverseDynamics.ts";
export * from "./dynamics/passiveForces.ts";
export * from "./kinematics/couplers.ts";
export * from "./kinematics/motion.ts";
export * from "./kinematics/points.ts";
export * from "./kinematics/positions.ts";
export * from "./dynamics/energy.ts";
export * from "./path/paths.ts";
// coordinates from markers
export * from "./fit/ikProblem.ts";
export * from "./fit/inverseKinematics.ts";
export * from "./kinematics/prescribed.ts";
// muscles, effort, loads
export {
  type MuscleSet,
  type MuscleState,
  compileMuscles,
  evaluateMuscles,
  makeMuscleState,
} from "./muscle/muscleSet.ts";
export { type ElasticState, evaluateElasticMuscles, makeElasticState } from "./muscle/elasticTendon.ts";
export { MuscleCurveError } from "./muscle/millard2012.ts";
export * from "./effort/actuatorSet.ts";
export * from "./effort/effortProblem.ts";
export * from "./effort/equalAnswers.ts";
export * from "./effort/holdable.ts";
export * from "./effort/muscleGroups.ts";
export { solveEffort } from "./effort/solveEffort.ts";
export * from "./effort/staticOptimization.ts";
export * from "./effort/strengthSensitivity.ts";
export * from "./load/forwardAccelerations.ts";
export * from "./load/jointReaction.ts";
// what a person does
export * from "./task/request.ts";
export { makeTaskSolver } from "./task/taskSolver.ts";
export * from "./task/types.ts";
// whole trials
export * from "./trial/effortTrial.ts";
export * from "./trial/frameJudge.ts";
export * from "./trial/motion.ts";
export * from "./trial/trial.ts";
// the built-in model
export { MUSCLE_GROUPS, type MuscleGroup } from "./human/data/muscleDatum.ts";
export * from "./human/humanModel.ts";
export { HUMAN_MUSCLES, type HumanMuscle } from "./human/muscles.ts";
export * from "./human/landmarks.ts";
export * from "./human/personSize.ts";
export * from "./human/provenance.ts";
export type { Side } from "./human/sides.ts";
export { strengthFactor } from "./human/strength.ts";
