/** OpenSim's published results, met from its own files. */
import { beforeAll, describe, expect, it } from "vitest";
import { makeForwardWork } from "../load/forwardAccelerations.ts";
import { REACTION_VALUES } from "../load/jointReaction.ts";
import { compareTables } from "../testing/compare.ts";
import { haveReferences, REFERENCES_ABSENT } from "../testing/reference.ts";
import {
  armEffort,
  armInverseDynamics,
  INERTIAS_OF_WALKING_ID,
  pendulumReactions,
  referenceTable,
  type WalkingEffort,
  walkingEffort,
  walkingInverseDynamics,
} from "../testing/referenceTrials.ts";
import { reactionTable } from "./effortTrial.ts";

const parts = (stem: string, names: readonly string[]): string[] => names.map((name) => `${stem}_${name}`);
const FORCE = ["fx", "fy", "fz"];
const MOMENT = ["mx", "my", "mz"];

describe.skipIf(!haveReferences)(`walking, static optimisation to joint reaction${REFERENCES_ABSENT}`, () => {
  const folder = "walking-so-jr/";
  let walking: WalkingEffort;
  beforeAll(() => {
    walking = walkingEffort();
  });

  it("activations: RMS ≤ 0.001, worst ≤ 0.01", () => {
    const reference = referenceTable(`${folder}subject01_StaticOptimization_activation.sto`);
    const d = compareTables(walking.effort.activation, reference, walking.muscles);
    expect(d.columns).toBe(92);
    expect(d.rows).toBe(151);
    expect(d.rms).toBeLessThan(0.001);
    expect(d.worst).toBeLessThan(0.01);
  });

  it("muscle forces: ≤ 0.25 % relative RMS; residual actuators likewise", () => {
    const reference = referenceTable(`${folder}subject01_StaticOptimization_force.sto`);
    expect(compareTables(walking.effort.force, reference, walking.muscles).relative).toBeLessThan(0.0025);
    expect(compareTables(walking.effort.force, reference, walking.actuators).relative).toBeLessThan(1e-4);
  });

  it("hip joint reaction: ≤ 3 N RMS on 2 669 N; the root passes nothing on", () => {
    const reference = referenceTable(`${folder}subject01_JointReaction_ReactionLoads.sto`);
    for (const stem of ["hip_r_on_femur_r_in_femur_r", "hip_r_on_pelvis_in_femur_r"]) {
      const force = compareTables(walking.reactions, reference, parts(stem, FORCE));
      expect(force.rms * Math.sqrt(3)).toBeLessThan(3); // of the three components together
      expect(compareTables(walking.reactions, reference, parts(stem, ["px", "py", "pz"])).worst).toBeLessThan(1e-9);
    }
    const root = parts("ground_pelvis_on_pelvis_in_ground", [...FORCE, ...MOMENT]);
    expect(compareTables(walking.reactions, reference, root).worst).toBeLessThan(1e-3);
  });

  it("solves every frame to a KKT residual below 1e-8, and leaves no moment about the hip's free axes", () => {
    expect(Math.max(...walking.effort.kkt)).toBeLessThan(1e-8);
    // the hip has three free axes and no reserve
    const { values, labels, nRows } = walking.reactions;
    for (let k = 0; k < nRows; k++) {
      const at = k * labels.length + 1 + REACTION_VALUES + 3;
      for (const moment of values.subarray(at, at + 3)) expect(Math.abs(moment)).toBeLessThan(1e-6);
    }
  });

  it("gives the same reactions from the forces' own accelerations as from the recorded ones", () => {
    const { trial, optimizer, plan, reactions } = walking;
    const forces = walking.effort.force;
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
  const reference = haveReferences ? referenceTable("walking-id/InverseDynamicsOutput.sto") : null;

  // The reference was computed from a model whose inertias were scaled by mass alone, as walking-so-jr's are; the model file
  // that came with it has them scaled by size as well. Forces, and moments far from the heavy trunk, do not notice.
  it("every generalized force ≤ 1 % of its range, with the inertias the reference was computed from", () => {
    if (!reference) return;
    const all = reference.labels.slice(1);
    expect(all.length).toBe(23);
    const d = compareTables(walkingInverseDynamics(INERTIAS_OF_WALKING_ID), reference, all);
    expect(d.byRange).toBeLessThan(1e-5);
  });

  it("with the inertias in the file: root forces ≤ 1e-6 of their range, leg moments ≤ 1 %", () => {
    if (!reference) return;
    const ours = walkingInverseDynamics(null);
    const root = ["pelvis_tx_force", "pelvis_ty_force", "pelvis_tz_force"];
    expect(compareTables(ours, reference, root).byRange).toBeLessThan(1e-6);
    const legs = reference.labels.filter((label) => /^(hip|knee|ankle|subtalar)/.test(label));
    expect(compareTables(ours, reference, legs).byRange).toBeLessThan(0.01);
  });
});

describe.skipIf(!haveReferences)(`arm26${REFERENCES_ABSENT}`, () => {
  it("inverse dynamics: ≤ 1e-3 relative", () => {
    const reference = referenceTable("arm26/std_arm26_InverseDynamics.sto");
    expect(compareTables(armInverseDynamics(), reference, reference.labels.slice(1)).relative).toBeLessThan(1e-3);
  });

  it("static optimisation with cylinder and ellipsoid wraps: activations ≤ 0.005 RMS", () => {
    const effort = armEffort();
    const names = effort.activation.labels.slice(1);
    const stem = "arm26/std_Thelen2003Muscle_arm26_StaticOptimization";
    expect(compareTables(effort.activation, referenceTable(`${stem}_activation.sto`), names).rms).toBeLessThan(0.005);
    expect(compareTables(effort.force, referenceTable(`${stem}_force.sto`), names).relative).toBeLessThan(0.05);
    expect(Math.max(...effort.kkt)).toBeLessThan(1e-8);
  });
});

describe.skipIf(!haveReferences)(`pendulum, joint reactions under the equations of motion${REFERENCES_ABSENT}`, () => {
  it.each([
    ["frames by name", ["pin1", "pin2"], ["rod1", "rod2"], "ReactionLoads.sto"],
    ["frames by keyword", ["ALL"], ["child"], "ReactionLoads_FrameKeyword.sto"],
  ])("%s: ≤ 1e-4 relative", (_, joints, frames, file) => {
    const ours = pendulumReactions(joints, frames);
    const reference = referenceTable(`pendulum/std_DoublePendulum3D_JointReaction_${file}`);
    expect(ours.labels).toEqual(reference.labels);
    for (const joint of ["pin1_on_rod1_in_rod1", "pin2_on_rod2_in_rod2"]) {
      expect(compareTables(ours, reference, parts(joint, FORCE)).relative).toBeLessThan(1e-4);
      expect(compareTables(ours, reference, parts(joint, MOMENT)).relative).toBeLessThan(1e-4);
    }
  });
});
