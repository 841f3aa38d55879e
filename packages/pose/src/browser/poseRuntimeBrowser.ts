import { loadNetwork } from "../liteRtNetwork.ts";
import type { Network } from "../network.ts";
import type { Picture } from "../picture.ts";
import { PoseModel } from "../poseModel.ts";
import type { ModelName, PoseRuntime } from "../poseRuntime.ts";
import type { Region } from "../region.ts";
import { createLaneRuntime, laneCount } from "./laneRuntime.ts";
import { type LiteRtBrowser, loadLiteRtBrowser } from "./liteRtBrowser.ts";
import { loadModels, type LoadOptions, type PoseAssets } from "./modelStore.ts";

export interface RuntimeWish {
  readonly threads?: boolean;
  readonly webgpu?: boolean;
}

/** Which means the networks run on, to be shown and kept with results. */
export interface RuntimeMeans {
  readonly detector: "wasm";
  readonly landmarker: "wasm" | "webgpu";
  readonly threads: number;
}

export type BrowserRuntime = PoseRuntime & { readonly means: RuntimeMeans };

/** Where a worker's runtimes come from. */
export interface Engine {
  /** The networks with this landmark model, for one picture after the other; the model loaded before is given up. */
  runtime(model: ModelName, options?: LoadOptions): Promise<BrowserRuntime>;
  /** The networks for a recording: several pictures side by side where that is faster. Close it when done. */
  recordingRuntime(model: ModelName, options?: LoadOptions): Promise<BrowserRuntime>;
}

/**
 * The pose networks inside a worker: one library, the detector, and one landmark model at a time. The landmark model runs
 * on WebGPU where there is one; the detector never does (its sparse weights fail there), and has one thread: each network
 * holds on to its threads, and there are only as many as cores.
 */
export class PoseEngine implements Engine {
  readonly #library: LiteRtBrowser;
  readonly #assets: PoseAssets;
  readonly #detector: Network;
  #loaded: { readonly model: ModelName; readonly runtime: Promise<BrowserRuntime> } | null = null;
  #landmarker: Network | null = null;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(library: LiteRtBrowser, assets: PoseAssets, detector: Network) {
    this.#library = library;
    this.#assets = assets;
    this.#detector = detector;
  }

  static async load(assets: PoseAssets, wish: RuntimeWish = {}, options: LoadOptions = {}): Promise<PoseEngine> {
    const [weights] = await loadModels([assets.detector], options);
    const library = await loadLiteRtBrowser(assets.runtimeFolder, {
      threads: wish.threads ?? true,
      webgpu: wish.webgpu ?? true,
    });
    return new PoseEngine(library, assets, await loadNetwork(library, weights, { accelerator: "wasm" }));
  }

  runtime(model: ModelName, options: LoadOptions = {}): Promise<BrowserRuntime> {
    if (this.#loaded?.model === model) return this.#loaded.runtime;
    const runtime = this.#load(model, options);
    const loaded = { model, runtime };
    this.#loaded = loaded;
    runtime.catch(() => {
      if (this.#loaded === loaded) this.#loaded = null;
    });
    return runtime;
  }

  async recordingRuntime(model: ModelName, options: LoadOptions = {}): Promise<BrowserRuntime> {
    const lanes = this.#library.webgpu || this.#library.threads < 2 ? 0 : laneCount();
    if (lanes < 2) return this.runtime(model, options);
    // fetched here once, with progress; the lanes find them kept
    await loadModels([this.#assets.landmarkers[model]], options);
    return createLaneRuntime(this.#assets, model, lanes);
  }

  async #load(model: ModelName, options: LoadOptions): Promise<BrowserRuntime> {
    const [weights] = await loadModels([this.#assets.landmarkers[model]], options);
    return this.#queue(async () => {
      this.#landmarker?.dispose();
      const { landmarker, accelerator } = await this.#loadLandmarker(weights);
      this.#landmarker = landmarker;
      const threads = accelerator === "wasm" ? this.#library.threads : 1;
      const means = { detector: "wasm", landmarker: accelerator, threads } as const;
      return this.#asRuntime(new PoseModel(this.#detector, landmarker), landmarker, model, means);
    });
  }

  async #loadLandmarker(weights: Uint8Array): Promise<{ landmarker: Network; accelerator: "wasm" | "webgpu" }> {
    if (this.#library.webgpu) {
      try {
        const landmarker = await loadNetwork(this.#library, weights, { accelerator: "webgpu" });
        await landmarker.run(); // a device that cannot run it says so now
        return { landmarker, accelerator: "webgpu" };
      } catch {
        // fall through: WASM runs everywhere
      }
    }
    const options = { accelerator: "wasm", threads: this.#library.threads } as const;
    return { landmarker: await loadNetwork(this.#library, weights, options), accelerator: "wasm" };
  }

  #asRuntime(networks: PoseModel, landmarker: Network, model: ModelName, means: RuntimeMeans): BrowserRuntime {
    const ask = <T>(question: () => Promise<T>): Promise<T> =>
      this.#queue(() => {
        if (this.#landmarker !== landmarker) throw new Error(`another model took the place of "${model}"`);
        return question();
      });
    return {
      model,
      means,
      lanes: 1,
      detect: (picture: Picture, turn_deg: number) => ask(() => networks.detect(picture, turn_deg)),
      estimate: (picture: Picture, regions: readonly Region[]) => ask(() => networks.estimate(picture, regions)),
      close: () => Promise.resolve(),
    };
  }

  /**
   * All networks share one memory: questions are answered one after the other. Before each the worker takes its messages:
   * a network runs without a pause, and a cancel must not wait for the end of the clip.
   */
  #queue<T>(question: () => Promise<T>): Promise<T> {
    const next = () => messagesTaken().then(question);
    const answer = this.#last.then(next, next);
    this.#last = answer;
    return answer;
  }
}

const channel = new MessageChannel();

/** Resolves after the messages that wait by now were taken. */
function messagesTaken(): Promise<void> {
  return new Promise((resolve) => {
    channel.port1.addEventListener("message", () => resolve(), { once: true });
    channel.port1.start();
    channel.port2.postMessage(null);
  });
}
