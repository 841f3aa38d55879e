import type { LaneAnswer } from "../laneMessages.ts";
import { createLanes, type OpenLane } from "../lanes.ts";
import type { ModelName } from "../poseRuntime.ts";
import type { LaneStart } from "./laneWorker.ts";
import type { PoseAssets } from "./modelStore.ts";
import type { BrowserRuntime } from "./poseRuntimeBrowser.ts";

const MAX_LANES = 4;

/** Lanes that are worth having here: one a core where memory can be shared between workers, else 0. */
export function laneCount(): number {
  if (globalThis.crossOriginIsolated !== true || typeof Worker !== "function") return 0;
  return Math.min(MAX_LANES, navigator.hardwareConcurrency);
}

/**
 * The networks on several workers, each with its own copy: what a recording is analysed fastest with on WASM (frames side
 * by side waste nothing, threads inside one network do). Close it afterwards: each lane takes about 100 MB.
 */
export async function createLaneRuntime(assets: PoseAssets, model: ModelName, lanes: number): Promise<BrowserRuntime> {
  const runtime = await createLanes(model, lanes, openLane({ assets, model }));
  return Object.assign(runtime, { means: { detector: "wasm", landmarker: "wasm", threads: lanes } as const });
}

function openLane(start: LaneStart): OpenLane {
  return (take, fail) => {
    const worker = new Worker(new URL("./laneWorker.ts", import.meta.url), { type: "module", name: "pose-lane" });
    worker.addEventListener("message", ({ data }: MessageEvent<LaneAnswer>) => take(data));
    worker.addEventListener("error", (event) => fail(new Error(event.message || "a pose lane did not start")));
    worker.postMessage(start); // oxlint-disable-line unicorn/require-post-message-target-origin
    return {
      post: (question) => worker.postMessage(question), // oxlint-disable-line unicorn/require-post-message-target-origin
      close: () => Promise.resolve(worker.terminate()),
    };
  };
}
