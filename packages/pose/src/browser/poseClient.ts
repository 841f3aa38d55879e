import type { AnalyseProgress } from "../analyseClip.ts";
import type { ModelName } from "../poseRuntime.ts";
import { VideoError } from "../videoError.ts";
import type { AnalyseRequest, AnalyseResult, Answer, Failure, LiveOptions, LiveRow, Question } from "./messages.ts";
import type { LoadProgress, PoseAssets } from "./modelStore.ts";
import type { RuntimeMeans, RuntimeWish } from "./poseRuntimeBrowser.ts";

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
  onLoading?: ((progress: LoadProgress) => void) | undefined;
  onProgress?: ((progress: AnalyseProgress) => void) | undefined;
}

export interface LoadCall {
  readonly models?: readonly ModelName[];
  readonly wish?: RuntimeWish;
  readonly onProgress?: (progress: LoadProgress) => void;
  readonly signal?: AbortSignal;
}

export interface AnalyseCall {
  readonly onProgress?: (progress: AnalyseProgress) => void;
  readonly signal?: AbortSignal;
}

/** Live frames beyond this many unanswered ones are dropped. */
const FRAMES_AHEAD = 2;

/** Without Omit's loss of the union. */
type Ask = Question extends infer Q ? (Q extends { id: number } ? Omit<Q, "id"> : never) : never;

/**
 * The page's side of a pose worker: loads the models there, analyses recordings, follows the live camera. The page stays
 * free meanwhile. One at a time per worker is meant: a recording, or the camera.
 */
export class PoseClient {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #nextId = 0;
  #framesOut = 0;
  #broken: Error | null = null;

  /** @param worker one that runs `servePose`; the package's own when not given */
  constructor(worker: Worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "pose" })) {
    this.#worker = worker;
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => this.#take(data));
    worker.addEventListener("error", (event) =>
      this.#fail(new Error(event.message || "the pose worker did not start")),
    );
    worker.addEventListener("messageerror", () => this.#fail(new Error("the pose worker's answer could not be read")));
  }

  /** Fetches the models and starts the first of them. @throws ModelLoadError's message as an Error */
  load(assets: PoseAssets, call: LoadCall = {}): Promise<RuntimeMeans> {
    const ask = { kind: "load", assets, models: call.models ?? ["full"], wish: call.wish ?? {} } as const;
    return this.#ask(ask, { onLoading: call.onProgress }, call.signal) as Promise<RuntimeMeans>;
  }

  /** @throws VideoError; the signal's reason when it is aborted */
  analyse(request: AnalyseRequest, call: AnalyseCall = {}): Promise<AnalyseResult> {
    return this.#ask(
      { kind: "analyse", request },
      { onProgress: call.onProgress },
      call.signal,
    ) as Promise<AnalyseResult>;
  }

  /** Starts live mode anew (whoever was followed is forgotten). */
  startLive(options: LiveOptions = {}): Promise<RuntimeMeans> {
    return this.#ask({ kind: "live", options }) as Promise<RuntimeMeans>;
  }

  /**
   * Sends a live frame, which the worker closes. While it is busy with earlier ones the frame is closed at once and the
   * answer is null: a live picture never lags behind.
   */
  async frame(frame: VideoFrame | ImageBitmap, t_s: number): Promise<LiveRow | null> {
    if (this.#framesOut >= FRAMES_AHEAD || this.#broken !== null) {
      frame.close();
      if (this.#broken !== null) throw this.#broken;
      return null;
    }
    this.#framesOut++;
    try {
      return (await this.#ask({ kind: "frame", frame, t_s }, {}, undefined, [frame])) as LiveRow;
    } finally {
      this.#framesOut--;
    }
  }

  close(): void {
    this.#worker.terminate();
    this.#fail(new Error("the pose worker was closed"));
  }

  #ask(
    ask: Ask,
    listeners: Partial<Pending> = {},
    signal?: AbortSignal,
    transfer: Transferable[] = [],
  ): Promise<unknown> {
    if (signal?.aborted === true) return Promise.reject(signal.reason as Error);
    if (this.#broken !== null) return Promise.reject(this.#broken);
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      const cancel = () => {
        this.#post({ kind: "cancel", id });
        this.#pending.delete(id);
        reject(signal?.reason);
      };
      const settled = () => signal?.removeEventListener("abort", cancel);
      signal?.addEventListener("abort", cancel, { once: true });
      this.#pending.set(id, {
        ...listeners,
        resolve: (value) => (settled(), resolve(value)),
        reject: (error) => (settled(), reject(error)),
      });
      this.#post({ ...ask, id } as Question, transfer);
    });
  }

  #post(question: Question, transfer: Transferable[] = []): void {
    this.#worker.postMessage(question, transfer);
  }

  #take(answer: Answer): void {
    const pending = this.#pending.get(answer.id);
    if (!pending) return; // cancelled meanwhile
    switch (answer.kind) {
      case "loading":
        pending.onLoading?.(answer.progress);
        return;
      case "progress":
        pending.onProgress?.(answer.progress);
        return;
      case "done":
        this.#pending.delete(answer.id);
        pending.resolve(answer.result);
        return;
      case "failed":
        this.#pending.delete(answer.id);
        pending.reject(errorOf(answer.failure));
    }
  }

  #fail(error: Error): void {
    this.#broken = error;
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    for (const pending of waiting) pending.reject(error);
  }
}

function errorOf({ name, message, code, file }: Failure): Error {
  if (code !== undefined) return new VideoError(code, file ?? "", message);
  const error = new Error(message);
  error.name = name;
  return error;
}
