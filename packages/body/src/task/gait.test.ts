import { describe, expect, it } from "vitest";
import { humanDescription } from "../human/humanModel.ts";
import { makeTaskFrames, setTaskFrame } from "./frames.ts";
import { checkTaskRequest } from "./request.ts";
import { makeScene } from "./scene.ts";
import type { TaskName } from "./types.ts";

const PERSON = { sex: "male", height_m: 1.75, mass_kg: 75 } as const;
const sceneOf = (task: TaskName, frames = 41) =>
  makeScene(
    { description: humanDescription(PERSON), person: PERSON },
    { ...checkTaskRequest({ task, frames }), height_m: PERSON.height_m },
  );

describe.each(["walking", "stair-ascent"] as const)("%s", (task) => {
  const { body, motion } = sceneOf(task);
  const { model } = body;
  const n = model.nCoordinates;

  it("ends as it began", () => {
    model.coordinateNames.forEach((name, c) => {
      // the stairs' body is two steps further up
      if (task === "stair-ascent" && (name === "pelvis_tx" || name === "pelvis_ty")) return;
      expect(motion.q[(motion.frames - 1) * n + c]).toBeCloseTo(motion.q[c], 9);
      expect(motion.qd[(motion.frames - 1) * n + c]).toBeCloseTo(motion.qd[c], 9);
    });
  });

  it("is the same for both legs, half a cycle apart", () => {
    const half = (motion.frames - 1) / 2;
    for (const name of ["hip_flexion", "knee_angle", "ankle_angle"]) {
      const r = model.coordinateNames.indexOf(`${name}_r`);
      const l = model.coordinateNames.indexOf(`${name}_l`);
      for (let f = 0; f < half; f++) expect(motion.q[f * n + r]).toBeCloseTo(motion.q[(f + half) * n + l], 2);
    }
  });
});

describe("walking's ground force", () => {
  it("moves the body as it moves: forces within 4 % of body weight, moments within what recorded gait leaves", () => {
    const { body, motion } = sceneOf("walking");
    const frames = makeTaskFrames(body, motion);
    const at = (name: string) => body.data.tau[body.model.coordinateNames.indexOf(name)];
    for (let f = 0; f < motion.frames; f++) {
      setTaskFrame(body, frames, f);
      for (const name of ["pelvis_tx", "pelvis_ty", "pelvis_tz"]) {
        expect(Math.abs(at(name))).toBeLessThan(0.04 * body.weight_N);
      }
      for (const name of ["pelvis_tilt", "pelvis_list", "pelvis_rotation"]) {
        expect(Math.abs(at(name))).toBeLessThan(0.07 * body.weight_N);
      }
    }
  });
});
