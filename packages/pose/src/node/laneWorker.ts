import { parentPort, workerData } from "node:worker_threads";
import type { LaneQuestion } from "../laneMessages.ts";
import { serveLane } from "../lanes.ts";
import type { ModelName } from "../poseRuntime.ts";
import { loadPoseModelNode } from "./poseModelNode.ts";

// the entry of a thread: never imported, only started
const port = parentPort!;
const { model } = workerData as { model: ModelName };
const take = serveLane(
  () => loadPoseModelNode(model),
  (answer) => port.postMessage(answer),
);
port.on("message", (question: LaneQuestion) => take(question));
