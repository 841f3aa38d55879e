import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { LANDMARK, type LandmarkName } from "@levelhip/signal";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analyseClip } from "../analyseClip.ts";
import type { ClipSource } from "../clipSource.ts";
import type { Picture } from "../picture.ts";
import type { PoseRuntime } from "../poseRuntime.ts";
import { loadPoseModelNode } from "./poseModelNode.ts";
import { createPoseRuntimeNode } from "./poseRuntimeNode.ts";
import { openVideoFile } from "./videoFile.ts";

const shared = fileURLToPath(new URL("../../../../../shared/media/", import.meta.url));
const clip = `${shared}demo/demo-single-leg-stance.mp4`;

function grey(width: number, height: number): Picture {
  return { width, height, rgba: new Uint8Array(4 * width * height).fill(128) };
}

/** The first frames of a clip. */
function start(source: ClipSource, frames: number): ClipSource {
  return {
    info: { ...source.info, frameCount: frames },
    async *frames(options) {
      let n = 0;
      for await (const picture of source.frames(options)) {
        if (n++ === frames) return;
        yield picture;
      }
    },
  };
}

describe("the networks in this thread", () => {
  it("load, and see nobody in an empty picture however it is turned", async () => {
    const model = await loadPoseModelNode("lite");
    for (const turn of [0, 90, 180, 270]) expect(await model.detect(grey(200, 300), turn)).toEqual([]);
    const [estimate] = await model.estimate(grey(200, 300), [{ cx_px: 100, cy_px: 150, size_px: 300, angle_rad: 0 }]);
    expect(estimate.presence).toBeLessThan(0.5);
    expect(estimate.x_px.every(Number.isFinite)).toBe(true);
    model.dispose();
  });
});

describe("the networks on lanes", () => {
  let runtime: PoseRuntime;
  beforeAll(async () => {
    runtime = await createPoseRuntimeNode({ model: "full", lanes: 2 });
  });
  afterAll(() => runtime.close());

  it("answer overlapping questions each with its own answer", async () => {
    expect([runtime.lanes, runtime.model]).toEqual([2, "full"]);
    const sizes = [100, 200, 300, 400];
    const region = (size_px: number) => ({ cx_px: 50, cy_px: 50, size_px, angle_rad: 0 });
    const answers = await Promise.all(sizes.map((size) => runtime.estimate(grey(100, 100), [region(size)])));
    const alone = [];
    for (const size of sizes) alone.push(await runtime.estimate(grey(100, 100), [region(size)])); // oxlint-disable-line no-await-in-loop
    expect(answers).toEqual(alone);
    expect(await runtime.detect(grey(100, 80), 0)).toEqual([]);
  });

  it("find a rendered person's joints within a few pixels of the truth", async ({ skip }) => {
    if (!existsSync(clip)) skip("the shared clips are not here");
    const truth = JSON.parse(readFileSync(clip.replace(/mp4$/, "json"), "utf8")) as {
      frames_data: readonly { px: Record<string, [number, number]> }[];
    };
    const { series } = await analyseClip(start(await openVideoFile(clip), 4), runtime);
    expect([series.width_px, series.height_px, series.t_s.length]).toEqual([720, 1280, 4]);
    expect([...series.people]).toEqual([1, 1, 1, 1]);
    for (let n = 0; n < 4; n++)
      for (const [joint, landmark] of [
        ["hipL", "left_hip"],
        ["hipR", "right_hip"],
        ["kneeL", "left_knee"],
        ["kneeR", "right_knee"],
        ["shoulderL", "left_shoulder"],
      ] as const) {
        const at = 33 * n + LANDMARK[landmark satisfies LandmarkName];
        const [x, y] = truth.frames_data[n].px[joint];
        // a tenth of the pelvis-to-knee length; the rig's joint centres are not quite the model's landmarks
        expect(Math.hypot(series.x_px[at] - x, series.y_px[at] - y)).toBeLessThan(20);
        expect(series.se_px[at]).toBeLessThan(3);
      }
  });
});
