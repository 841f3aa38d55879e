/** OpenSim's published results, met from its own files. */
import { beforeAll, describe, expect, it } from "vitest";
import { makeStaticOptimizer, type StaticOptimizer } from "../effort/staticOptimization.ts";
import { makeForwardWork } from "../load/forwardAccelerations.ts";
import { planReactions, REACTION_VALUES, type ReactionPlan, reactionRequests } from "../load/jointReaction.ts";
import { compileModel, makeData } from "../model/compile.ts";
import type { Model } from "../model/model.ts";
import { compileExternalLoads, type ExternalLoads, readExternalLoads } from "../osim/externalLoads.ts";
import { withForceSet } from "../osim/forceSet.ts";
import { readModel } from "../osim/readModel.ts";
import { readStorage, type Storage } from "../osim/storage.ts";
import { compareTables } from "../testing/compare.ts";
import { haveReferences, REFERENCES_ABSENT, readReference } from "../testing/reference.ts";
import { type EffortTables, effortTables, reactionLabels, reactionsNow, reactionTable } from "./effortTrial.ts";
import { type MotionRoute, prepareMotion, rowsBetween } from "./motion.ts";
import { inverseDynamicsTable, makeTrial, type Trial, type TrialTable } from "./trial.ts";

const table = (path: string): Storage => readStorage(readReference(path), path);
const loadsOf = (model: Model, description: string, data: string): ExternalLoads =>
  compileExternalLoads(model, readExternalLoads(readReference(description), description), table(data));

function trialOf(
  model: Model,
  motion: Storage,
  route: MotionRoute,
  lowpass_Hz: number | null,
  range: readonly [from_s: number, to_s: number, interval?: number],
  loads: ExternalLoads | null = null,
): Trial {
  const data = makeData(model);
  const prepared = prepareMotion(model, data, motion, { route, lowpass_Hz });
  return makeTrial(model, data, prepared, rowsBetween(prepared, range[0], range[1], range[2]), loads);
}

describe.skipIf(!haveReferences)(`walking, static optimisation to joint reaction${REFERENCES_ABSENT}`, () => {
  const folder = "walking-so-jr/";
  let trial: Trial;
  let optimizer: StaticOptimizer;
  let plan: ReactionPlan;
  let effort: EffortTables;
  let reactions: TrialTable;
  let worstFreeMoment_Nm = 0;

  beforeAll(() => {
    const own = readModel(readReference(`${folder}subject01_simbody_adjusted_StaticOp.osim`), "model");
    const actuators = "gait2392_SO_weak_Residual_Actuators.xml";
    const model = compileModel(withForceSet(own, readReference(folder + actuators), actuators));
    const loads = loadsOf(model, `${folder}foot_floor_loads.xml`, `${folder}subject01_walk1_grf.mot`);
    const motion = table(`${folder}subject01_walk1_Kinematics.sto`);
    trial = trialOf(model, motion, "analyze-tool", null, [0.5, 1.999, 10], loads);
    optimizer = makeStaticOptimizer(model);
    plan = planReactions(
      model,
      reactionRequests(
        model,
        ["ground_pelvis", "hip_r", "hip_r"],
        ["child", "child", "parent"],
        ["ground", "child", "child"],
      ),
    );
    const labels = reactionLabels(plan);
    const values = new Float64Array(trial.rows.length * labels.length);
    effort = effortTables(trial, optimizer, (k, t_s) => {
      values[k * labels.length] = t_s;
      reactionsNow(trial, optimizer, plan, values, k * labels.length + 1);
      const at = k * labels.length + 1 + REACTION_VALUES;
      // the hip has three free axes and no reserve: its moment vanishes
      worstFreeMoment_Nm = Math.max(worstFreeMoment_Nm, ...values.subarray(at + 3, at + 6).map(Math.abs));
    });
    reactions = { labels, values, nRows: trial.rows.length };
  });

  const muscles = (): string[] => optimizer.names.slice(0, optimizer.muscles.count) as string[];

  it("activations: RMS ≤ 0.001, worst ≤ 0.01", () => {
    const d = compareTables(
      effort.activation,
      table(`${folder}subject01_StaticOptimization_activation.sto`),
      muscles(),
    );
    expect(d.columns).toBe(92);
    expect(d.rows).toBe(151);
    expect(d.rms).toBeLessThan(0.001);
    expect(d.worst).toBeLessThan(0.01);
  });

  it("muscle forces: ≤ 0.25 % relative RMS; residual actuators likewise", () => {
    const reference = table(`${folder}subject01_StaticOptimization_force.sto`);
    expect(compareTables(effort.force, reference, muscles()).relative).toBeLessThan(0.0025);
    const actuators = optimizer.names.slice(optimizer.muscles.count);
    expect(compareTables(effort.force, reference, actuators).relative).toBeLessThan(1e-4);
  });

  it("hip joint reaction: ≤ 3 N RMS on 2 669 N; the root passes nothing on", () => {
    const reference = table(`${folder}subject01_JointReaction_ReactionLoads.sto`);
    const force = ["fx", "fy", "fz"];
    const on = (stem: string, parts: readonly string[]): string[] => parts.map((part) => `${stem}_${part}`);
    const hip = compareTables(reactions, reference, on("hip_r_on_femur_r_in_femur_r", force));
    expect(hip.rms * Math.sqrt(3)).toBeLessThan(3);
    const parent = compareTables(reactions, reference, on("hip_r_on_pelvis_in_femur_r", force));
    expect(parent.rms * Math.sqrt(3)).toBeLessThan(3);
    const root = compareTables(
      reactions,
      reference,
      on("ground_pelvis_on_pelvis_in_ground", [...force, "mx", "my", "mz"]),
    );
    expect(root.worst).toBeLessThan(1e-3);
    const points = on("hip_r_on_pelvis_in_femur_r", ["px", "py", "pz"]);
    expect(compareTables(reactions, reference, points).worst).toBeLessThan(1e-9);
  });

  it("solves every frame to a KKT residual below 1e-8, and leaves no moment about the hip's free axes", () => {
    expect(Math.max(...effort.kkt)).toBeLessThan(1e-8);
    expect(worstFreeMoment_Nm).toBeLessThan(1e-6);
  });

  it("gives the same reactions from the forces' own accelerations as from the recorded ones", () => {
    const forces = effort.force;
    const width = forces.labels.length;
    const fromForces = reactionTable(trial, optimizer, plan, makeForwardWork(trial.model), (t_s, out) => {
      let k = 0;
      while (Math.abs(forces.values[k * width] - t_s) > 1e-9) k++;
      out.set(forces.values.subarray(k * width + 1, (k + 1) * width));
    });
    let worst = 0;
    for (let i = 0; i < reactions.values.length; i++) {
      worst = Math.max(worst, Math.abs(fromForces.values[i] - reactions.values[i]));
    }
    // N and Nm, of 2 669 N: what the dear reserves carry is left over
    expect(worst).toBeLessThan(1e-3);
  });
});

describe.skipIf(!haveReferences)(`walking, inverse dynamics tool${REFERENCES_ABSENT}`, () => {
  const folder = "walking-id/";

  /** As the tool runs it; `inertiaFrom`: the model whose inertias (by mass) take the place of the file's. */
  function run(inertiaFrom: string | null): TrialTable {
    const model = compileModel(readModel(readReference(`${folder}subject01_simbody.osim`), "model"));
    if (inertiaFrom !== null) {
      const other = compileModel(readModel(readReference(inertiaFrom), "other"));
      for (let b = 1; b < model.nBodies; b++) {
        const o = other.bodyNames.indexOf(model.bodyNames[b]);
        const ratio = model.bodyMass_kg[b] / other.bodyMass_kg[o];
        for (let i = 0; i < 9; i++) model.bodyInertia_kgm2[9 * b + i] = ratio * other.bodyInertia_kgm2[9 * o + i];
      }
    }
    const loads = loadsOf(model, `${folder}subject01_walk1_grf.xml`, `${folder}subject01_walk1_grf.mot`);
    const motion = table(`${folder}subject01_walk1_ik.mot`);
    return inverseDynamicsTable(trialOf(model, motion, "inverse-dynamics-tool", 6, [0.4, 1.6], loads));
  }

  // The reference was computed from a model whose inertias were scaled by mass alone, as walking-so-jr's are; the model file that
  // came with it has them scaled by size as well. Forces, and moments far from the heavy trunk, do not notice.
  it("every generalized force ≤ 1 % of its range, with the inertias the reference was computed from", () => {
    const reference = table(`${folder}InverseDynamicsOutput.sto`);
    const ours = run("walking-so-jr/subject01_simbody_adjusted_StaticOp.osim");
    const all = reference.labels.slice(1);
    expect(all.length).toBe(23);
    const d = compareTables(ours, reference, all);
    expect(d.byRange).toBeLessThan(1e-5);
  });

  it("with the inertias in the file: root forces ≤ 1e-6 of their range, leg moments ≤ 1 %", () => {
    const reference = table(`${folder}InverseDynamicsOutput.sto`);
    const ours = run(null);
    const root = ["pelvis_tx_force", "pelvis_ty_force", "pelvis_tz_force"];
    expect(compareTables(ours, reference, root).byRange).toBeLessThan(1e-6);
    const legs = reference.labels.filter((label) => /^(hip|knee|ankle|subtalar)/.test(label));
    expect(compareTables(ours, reference, legs).byRange).toBeLessThan(0.01);
  });
});

describe.skipIf(!haveReferences)(`arm26${REFERENCES_ABSENT}`, () => {
  const folder = "arm26/";
  const model = haveReferences ? compileModel(readModel(readReference(`${folder}arm26.osim`), "arm26.osim")) : null;
  const motion = (): Storage => table(`${folder}arm26_InverseKinematics.mot`);

  it("inverse dynamics: ≤ 1e-3 relative", () => {
    const trial = trialOf(model as Model, motion(), "inverse-dynamics-tool", 6, [0, 1]);
    const reference = table(`${folder}std_arm26_InverseDynamics.sto`);
    const d = compareTables(inverseDynamicsTable(trial), reference, reference.labels.slice(1));
    expect(d.relative).toBeLessThan(1e-3);
  });

  it("static optimisation with cylinder and ellipsoid wraps: activations ≤ 0.005 RMS", () => {
    const trial = trialOf(model as Model, motion(), "analyze-tool", 6, [0, 1]);
    const optimizer = makeStaticOptimizer(model as Model);
    const effort = effortTables(trial, optimizer);
    const reference = table(`${folder}std_Thelen2003Muscle_arm26_StaticOptimization_activation.sto`);
    const d = compareTables(effort.activation, reference, optimizer.names);
    expect(d.rms).toBeLessThan(0.005);
    expect(Math.max(...effort.kkt)).toBeLessThan(1e-8);
    const forces = table(`${folder}std_Thelen2003Muscle_arm26_StaticOptimization_force.sto`);
    expect(compareTables(effort.force, forces, optimizer.names).relative).toBeLessThan(0.05);
  });
});

describe.skipIf(!haveReferences)(`pendulum, joint reactions under the equations of motion${REFERENCES_ABSENT}`, () => {
  const folder = "pendulum/";

  it.each([
    ["frames by name", ["pin1", "pin2"], ["rod1", "rod2"], "std_DoublePendulum3D_JointReaction_ReactionLoads.sto"],
    ["frames by keyword", ["ALL"], ["child"], "std_DoublePendulum3D_JointReaction_ReactionLoads_FrameKeyword.sto"],
  ])("%s: ≤ 1e-4 relative", (_, joints, frames, file) => {
    const model = compileModel(readModel(readReference(`${folder}DoublePendulum3D.osim`), "model"));
    const motion = table(`${folder}DoublePendulum3D_states_degrees.mot`);
    const trial = trialOf(model, motion, "analyze-tool", null, [0, 3]);
    const plan = planReactions(model, reactionRequests(model, joints, ["child"], frames));
    const optimizer = makeStaticOptimizer(model);
    const ours = reactionTable(trial, optimizer, plan, makeForwardWork(model), null);
    const reference = table(folder + file);
    expect(ours.labels).toEqual(reference.labels);
    for (const joint of ["pin1_on_rod1_in_rod1", "pin2_on_rod2_in_rod2"]) {
      for (const part of ["f", "m"]) {
        const labels = ["x", "y", "z"].map((axis) => `${joint}_${part}${axis}`);
        expect(compareTables(ours, reference, labels).relative).toBeLessThan(1e-4);
      }
    }
  });
});
