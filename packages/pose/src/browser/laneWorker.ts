import { loadNetwork } from "../liteRtNetwork.ts";
import type { LaneAnswer, LaneQuestion } from "../laneMessages.ts";
import { serveLane } from "../lanes.ts";
import { PoseModel } from "../poseModel.ts";
import type { ModelName } from "../poseRuntime.ts";
import { loadLiteRtBrowser } from "./liteRtBrowser.ts";
import { loadModels, type PoseAssets } from "./modelStore.ts";

/** First message to a lane: which networks to load. All later ones are questions. */
export interface LaneStart {
  readonly assets: PoseAssets;
  readonly model: ModelName;
}

interface LaneScope {
  postMessage(answer: LaneAnswer): void;
  addEventListener(type: "message", listener: (event: MessageEvent<LaneStart | LaneQuestion>) => void): void;
}

// the entry of a worker: never imported, only started
const scope = globalThis as unknown as LaneScope;
let take: ((question: LaneQuestion) => void) | null = null;
scope.addEventListener("message", ({ data }) => {
  if ("assets" in data)
    take = serveLane(
      () => load(data),
      (answer) => scope.postMessage(answer), // oxlint-disable-line unicorn/require-post-message-target-origin
    );
  else take?.(data);
});

async function load({ assets, model }: LaneStart): Promise<PoseModel> {
  const [detector, landmarker] = await loadModels([assets.detector, assets.landmarkers[model]]);
  // one thread to a lane: the lanes are the threads
  const library = await loadLiteRtBrowser(assets.runtimeFolder, { threads: false, webgpu: false });
  const options = { accelerator: "wasm" } as const;
  return new PoseModel(await loadNetwork(library, detector, options), await loadNetwork(library, landmarker, options));
}
