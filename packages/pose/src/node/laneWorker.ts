import { parentPort, workerData } from "node:worker_threads";
import type { ModelName } from "../poseRuntime.ts";
import { type LaneAnswer, type LaneQuestion, READY } from "./laneMessages.ts";
import { loadPoseModelNode } from "./poseModelNode.ts";

// the entry of a thread: never imported, only started
if (parentPort !== null) serve(parentPort, (workerData as { model: ModelName }).model);

function serve(port: NonNullable<typeof parentPort>, model: ModelName): void {
  const answer = (message: LaneAnswer) => port.postMessage(message);
  const loading = loadPoseModelNode(model);
  loading.then(
    () => answer({ id: READY, result: null }),
    (error: unknown) => answer({ id: READY, error: String(error) }),
  );
  port.on("message", (question: LaneQuestion) => {
    loading
      .then(
        (networks): Promise<unknown> =>
          question.kind === "detect"
            ? networks.detect(question.picture, question.turn_deg)
            : networks.estimate(question.picture, question.regions),
      )
      .then(
        (result) => answer({ id: question.id, result }),
        (error: unknown) => answer({ id: question.id, error: String(error) }),
      );
  });
}
