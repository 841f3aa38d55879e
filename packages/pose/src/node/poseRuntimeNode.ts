import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { LaneAnswer } from "../laneMessages.ts";
import { createLanes, type OpenLane } from "../lanes.ts";
import type { ModelName, PoseRuntime } from "../poseRuntime.ts";

export interface PoseRuntimeNodeOptions {
  readonly model: ModelName;
  /** threads that each hold the networks; as many as there are cores when not said, at most 8 */
  readonly lanes?: number;
}

/** Loads the networks into one thread per core. Close it, or the process will not end. */
export function createPoseRuntimeNode(options: PoseRuntimeNodeOptions): Promise<PoseRuntime> {
  return createLanes(options.model, options.lanes ?? Math.min(8, availableParallelism()), openLane(options.model));
}

/** Node 20 runs no TypeScript by itself, and a thread does not take over its parent's loader. */
const TSX = createRequire(import.meta.url)
  .resolve("tsx/esm/api")
  .replace(/\.cjs$/, ".mjs");
const LANE_SOURCE = `
  import(${JSON.stringify(pathToFileURL(TSX).href)})
    .then(({ register }) => register())
    .then(() => import(${JSON.stringify(new URL("./laneWorker.ts", import.meta.url).href)}));
`;

function openLane(model: ModelName): OpenLane {
  return (take, fail) => {
    const worker = new Worker(LANE_SOURCE, { eval: true, workerData: { model }, execArgv: [] });
    worker.on("message", (answer: LaneAnswer) => take(answer));
    worker.on("error", (error: Error) => fail(error));
    worker.on("exit", (code) => fail(new Error(`a pose thread ended by itself (code ${code})`)));
    return {
      post: (question) => worker.postMessage(question), // oxlint-disable-line unicorn/require-post-message-target-origin
      close: async () => void (await worker.terminate()),
    };
  };
}
