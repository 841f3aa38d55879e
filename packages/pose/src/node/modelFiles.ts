import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ModelName } from "../poseRuntime.ts";

/** Where the weights lie: in the installed package they ship with. */
export function modelPaths(model: ModelName): { detector: string; landmarker: string } {
  const folder = dirname(createRequire(import.meta.url).resolve("@mediapipe/pose/package.json"));
  return {
    detector: join(folder, "pose_solution_packed_assets.data"),
    landmarker: join(folder, `pose_landmark_${model}.tflite`),
  };
}

export async function readModels(model: ModelName): Promise<{ detector: Uint8Array; landmarker: Uint8Array }> {
  const paths = modelPaths(model);
  const [detector, landmarker] = await Promise.all([readFile(paths.detector), readFile(paths.landmarker)]);
  return { detector, landmarker };
}
