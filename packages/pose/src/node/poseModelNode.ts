import { loadNetwork } from "../liteRtNetwork.ts";
import { PoseModel } from "../poseModel.ts";
import type { ModelName } from "../poseRuntime.ts";
import { loadLiteRtNode } from "./liteRtNode.ts";
import { readModels } from "./modelFiles.ts";

/** The networks in this thread. */
export async function loadPoseModelNode(model: ModelName): Promise<PoseModel> {
  const [library, weights] = await Promise.all([loadLiteRtNode(), readModels(model)]);
  const detector = await loadNetwork(library, weights.detector, { accelerator: "wasm" });
  const landmarker = await loadNetwork(library, weights.landmarker, { accelerator: "wasm" });
  return new PoseModel(detector, landmarker);
}
