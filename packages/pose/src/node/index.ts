export { loadLiteRtNode } from "./liteRtNode.ts";
export { modelPaths, readModels } from "./modelFiles.ts";
export { loadPoseModelNode } from "./poseModelNode.ts";
export { createPoseRuntimeNode, type PoseRuntimeNodeOptions } from "./poseRuntimeNode.ts";
export { openVideoFile } from "./videoFile.ts";
