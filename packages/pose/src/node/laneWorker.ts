import { parentPort, workerData } from "node:worker_threads";
import type { Picture } from "../picture.ts";
import type { ModelName } from "../poseRuntime.ts";
import type { Region } from "../region.ts";
import { loadPoseModelNode } from "./poseModelNode.ts";

/** What a lane is asked, one message at a time; it answers each with a LaneAnswer of the same id. */
export type LaneQuestion = { readonly id: number; readonly picture: Picture } & (
  | { readonly kind: "detect"; readonly turn_deg: number }
  | { readonly kind: "estimate"; readonly regions: readonly Region[] }
);

export type LaneAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

/** id of the answer that says the networks are loaded */
export const READY = -1;

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
