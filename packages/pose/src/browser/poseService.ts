import { analyseClip } from "../analyseClip.ts";
import { LiveTracker } from "../liveTracker.ts";
import type { ClipObserver } from "../observer.ts";
import { Pace } from "../pace.ts";
import type { ModelName } from "../poseRuntime.ts";
import { VideoError } from "../videoError.ts";
import { framePicture } from "./framePicture.ts";
import type { AnalyseRequest, AnalyseResult, Answer, Failure, LiveOptions, LiveRow, Question } from "./messages.ts";
import type { ClipSource } from "../clipSource.ts";
import type { VideoLimits } from "../videoTrack.ts";
import { loadModels, type LoadOptions, type LoadProgress, type PoseAssets } from "./modelStore.ts";
import { type BrowserRuntime, type Engine, PoseEngine, type RuntimeWish } from "./poseRuntimeBrowser.ts";
import { openVideoBlob } from "./videoBlob.ts";

/** An observer whose findings travel back to the page under its name. */
export interface NamedObserver extends ClipObserver {
  readonly name: string;
  /** what it found, after the last frame; must survive structured cloning */
  result(): unknown;
}

/** Observers for one analysis, made from what the page asked for. */
export type ObserverFactory = (request: AnalyseRequest) => readonly NamedObserver[];

/** The part of a worker's global scope that is used. */
export interface WorkerScope {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: MessageEvent<Question>) => void): void;
}

/** Where the service's means come from; others than the worker's own only in tests. */
export interface ServiceMeans {
  readonly loadEngine: (assets: PoseAssets, wish: RuntimeWish, options: LoadOptions) => Promise<Engine>;
  readonly fetch: (urls: readonly string[], options: LoadOptions) => Promise<Uint8Array[]>;
  readonly openVideo: (clip: Blob, name: string, limits?: VideoLimits) => Promise<ClipSource>;
  readonly pictureOf: typeof framePicture;
  readonly now_ms: () => number;
}

const WORKER_MEANS: ServiceMeans = {
  loadEngine: (assets, wish, options) => PoseEngine.load(assets, wish, options),
  fetch: loadModels,
  openVideo: openVideoBlob,
  pictureOf: framePicture,
  now_ms: () => performance.now(),
};

/** Answers a `PoseClient`'s questions inside a worker, with the observers given in every analysis. */
export function servePose(scope: WorkerScope, observers: ObserverFactory = () => [], means = WORKER_MEANS): void {
  const post: Post = (answer, transfer = []) => scope.postMessage(answer, transfer);
  const service = new PoseService(observers, means, post);
  scope.addEventListener("message", ({ data }) => service.take(data));
}

type Post = (answer: Answer, transfer?: Transferable[]) => void;

class PoseService {
  readonly #observers: ObserverFactory;
  readonly #means: ServiceMeans;
  readonly #post: Post;
  readonly #running = new Map<number, AbortController>();
  #engine: Promise<Engine> | null = null;
  #live: Live | null = null;

  constructor(observers: ObserverFactory, means: ServiceMeans, post: Post) {
    this.#observers = observers;
    this.#means = means;
    this.#post = post;
  }

  take(question: Question): void {
    const { id } = question;
    if (question.kind === "cancel") {
      this.#running.get(id)?.abort();
      return;
    }
    const controller = new AbortController();
    this.#running.set(id, controller);
    this.#answer(question, controller.signal)
      .then(
        ({ result, transfer }) => this.#post({ kind: "done", id, result }, transfer),
        (error: unknown) => this.#post({ kind: "failed", id, failure: failureOf(error) }),
      )
      .finally(() => this.#running.delete(id));
  }

  async #answer(
    question: Exclude<Question, { kind: "cancel" }>,
    signal: AbortSignal,
  ): Promise<{ result: unknown; transfer?: Transferable[] }> {
    switch (question.kind) {
      case "load":
        return { result: await this.#load(question, signal) };
      case "analyse":
        return { result: await this.#analyse(question.id, question.request, signal) };
      case "live":
        this.#live = new Live(await this.#loaded(), this.#means, question.options);
        return { result: (await this.#live.runtime()).means };
      case "frame": {
        if (this.#live === null) {
          question.frame.close();
          throw new Error("start live mode before sending frames");
        }
        const row = await this.#live.track(question.frame, question.t_s);
        return { result: row, transfer: [row.x_px.buffer, row.y_px.buffer, row.visibility.buffer] as Transferable[] };
      }
    }
  }

  /** Everything is fetched together, with one count of bytes; then the detector and the first model are started. */
  async #load(question: Extract<Question, { kind: "load" }>, signal: AbortSignal): Promise<unknown> {
    const { id, assets, models, wish } = question;
    const urls = [assets.detector, ...models.map((model) => assets.landmarkers[model])];
    const onProgress = (progress: LoadProgress) => this.#post({ kind: "loading", id, progress });
    const weights = await this.#means.fetch(urls, { signal, onProgress });
    const here = new Map(urls.map((url, i) => [url, weights[i]]));
    this.#engine ??= this.#means.loadEngine(assets, wish, { here });
    this.#engine.catch(() => (this.#engine = null));
    const engine = await this.#engine;
    return models.length > 0 ? (await engine.runtime(models[0], { signal, here })).means : null;
  }

  async #loaded(): Promise<Engine> {
    if (this.#engine === null) throw new Error("load the models first");
    return this.#engine;
  }

  async #analyse(id: number, request: AnalyseRequest, signal: AbortSignal): Promise<AnalyseResult> {
    const engine = await this.#loaded();
    const source = await this.#means.openVideo(request.clip, request.name, request.limits);
    const runtime = await engine.recordingRuntime(request.model ?? "full", { signal });
    try {
      const observers = this.#observers(request);
      const analysis = await analyseClip(source, runtime, request.options, {
        signal,
        observers,
        onProgress: (progress) => this.#post({ kind: "progress", id, progress }),
      });
      const observed = Object.fromEntries(observers.map((observer) => [observer.name, observer.result()]));
      return { analysis, means: runtime.means, observed };
    } finally {
      await runtime.close();
    }
  }
}

/** Longest side of the pictures that live frames are looked at in [px]: the network itself sees 256. */
const LIVE_SIDE_PX = 640;
const STEP_DOWN_HZ = 20;

/** Live mode: one frame after the other, with the model that keeps up. */
class Live {
  readonly #engine: Engine;
  readonly #means: ServiceMeans;
  #tracker = new LiveTracker();
  #size = "";
  readonly #pace: Pace;
  #model: ModelName;

  constructor(engine: Engine, means: ServiceMeans, options: LiveOptions) {
    this.#engine = engine;
    this.#means = means;
    this.#model = options.model ?? "full";
    this.#pace = new Pace(options.stepDownBelow_hz ?? STEP_DOWN_HZ);
  }

  runtime(): Promise<BrowserRuntime> {
    return this.#engine.runtime(this.#model);
  }

  async track(frame: VideoFrame | ImageBitmap, t_s: number): Promise<LiveRow> {
    const runtime = await this.runtime();
    const start_ms = this.#means.now_ms();
    const { picture, width_px, height_px } = this.#means.pictureOf(frame, LIVE_SIDE_PX);
    frame.close();
    const size = `${picture.width} ${picture.height}`;
    if (size !== this.#size) this.#tracker = new LiveTracker(); // the phone was turned: places no longer hold
    this.#size = size;
    const { x_px, y_px, visibility, presence, people } = await this.#tracker.track(runtime, { ...picture, t_s });
    const scale = width_px / picture.width;
    for (let i = 0; i < x_px.length; i++) {
      x_px[i] *= scale;
      y_px[i] *= scale;
    }
    this.#pace.add((this.#means.now_ms() - start_ms) / 1000);
    const row = { t_s, x_px, y_px, visibility, presence, people, width_px, height_px, model: this.#model };
    const pace_hz = this.#pace.rate_hz;
    if (this.#pace.tooSlow && this.#model !== "lite") await this.#stepDown();
    return { ...row, pace_hz };
  }

  async #stepDown(): Promise<void> {
    try {
      await this.#engine.runtime("lite");
      this.#model = "lite";
    } catch {
      // not to be had now: the slower one stays
    }
    this.#pace.restart();
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof VideoError) {
    const { name, message, code, file } = error;
    return { name, message, code, file };
  }
  if (error instanceof Error) return { name: error.name, message: error.message };
  return { name: "Error", message: String(error) };
}
