/** What is measured: the reference trials where they are beside the checkout. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  compileExternalLoads,
  compileModel,
  makeData,
  makeStaticOptimizer,
  makeTrial,
  type Model,
  planReactions,
  prepareMotion,
  type ReactionPlan,
  reactionRequests,
  readExternalLoads,
  readModel,
  readStorage,
  rowsBetween,
  type StaticOptimizer,
  type Trial,
  withForceSet,
} from "../src/index.ts";

const ROOT = fileURLToPath(new URL("../../../../shared/reference/opensim/", import.meta.url));
const FOLDER = "walking-so-jr/";
const ACTUATORS = `${FOLDER}gait2392_SO_weak_Residual_Actuators.xml`;

export const haveTrials = existsSync(ROOT + FOLDER);
export const trialFolder = ROOT + FOLDER;

const read = (file: string): string => readFileSync(ROOT + file, "utf8");

export interface Walking {
  readonly model: Model;
  readonly trial: Trial;
  readonly optimizer: StaticOptimizer;
  readonly plan: ReactionPlan;
}

/** Text of the walking model (gait2392, 92 muscles) and its actuators. */
export function walkingTexts(): { readonly model: string; readonly actuators: string } {
  return { model: read(`${FOLDER}subject01_simbody_adjusted_StaticOp.osim`), actuators: read(ACTUATORS) };
}

export function importModel(texts: { readonly model: string; readonly actuators: string }): Model {
  return compileModel(withForceSet(readModel(texts.model, "model.osim"), texts.actuators, "actuators.xml"));
}

/** The walking trial, 151 frames at 10 ms, loaded. */
export function loadWalking(): Walking {
  const model = importModel(walkingTexts());
  const data = makeData(model);
  const table = (file: string) => readStorage(read(FOLDER + file), file);
  const motion = prepareMotion(model, data, table("subject01_walk1_Kinematics.sto"), {
    route: "analyze-tool",
    lowpass_Hz: null,
  });
  const loads = compileExternalLoads(
    model,
    readExternalLoads(read(`${FOLDER}foot_floor_loads.xml`), "foot_floor_loads.xml"),
    table("subject01_walk1_grf.mot"),
  );
  const trial = makeTrial(model, data, motion, rowsBetween(motion, 0.5, 1.999, 10), loads);
  const plan = planReactions(model, reactionRequests(model, ["hip_r", "hip_l"], ["child"], ["child"]));
  return { model, trial, optimizer: makeStaticOptimizer(model), plan };
}
