import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { Detection } from "../detection.ts";
import type { Estimate } from "../estimate.ts";
import type { Picture } from "../picture.ts";
import type { ModelName, PoseRuntime } from "../poseRuntime.ts";
import type { Region } from "../region.ts";
import { type LaneAnswer, type LaneQuestion, READY } from "./laneMessages.ts";

export interface PoseRuntimeNodeOptions {
  readonly model: ModelName;
  /** threads that each hold the networks; as many as there are cores when not said, at most 8 */
  readonly lanes?: number;
}

/** Loads the networks into one thread per core. Close it, or the process will not end. */
export async function createPoseRuntimeNode(options: PoseRuntimeNodeOptions): Promise<PoseRuntime> {
  const count = options.lanes ?? Math.min(8, availableParallelism());
  const lanes = Array.from({ length: count }, () => new Lane(options.model));
  try {
    await Promise.all(lanes.map((lane) => lane.ready));
  } catch (error) {
    await Promise.all(lanes.map((lane) => lane.close()));
    throw error;
  }
  return new PoseRuntimeNode(options.model, lanes);
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

type Ask = { kind: "detect"; turn_deg: number } | { kind: "estimate"; regions: readonly Region[] };

class PoseRuntimeNode implements PoseRuntime {
  readonly model: ModelName;
  readonly lanes: number;
  readonly #lanes: readonly Lane[];
  readonly #idle: Lane[];
  readonly #waiting: ((lane: Lane) => void)[] = [];

  constructor(model: ModelName, lanes: readonly Lane[]) {
    this.model = model;
    this.lanes = lanes.length;
    this.#lanes = lanes;
    this.#idle = [...lanes];
  }

  detect(picture: Picture, turn_deg: number): Promise<Detection[]> {
    return this.#ask(picture, { kind: "detect", turn_deg }) as Promise<Detection[]>;
  }

  estimate(picture: Picture, regions: readonly Region[]): Promise<Estimate[]> {
    return this.#ask(picture, { kind: "estimate", regions }) as Promise<Estimate[]>;
  }

  async close(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.close()));
  }

  async #ask(picture: Picture, ask: Ask): Promise<unknown> {
    const lane = this.#idle.pop() ?? (await new Promise<Lane>((resolve) => this.#waiting.push(resolve)));
    try {
      return await lane.ask(picture, ask);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(lane);
      else this.#idle.push(lane);
    }
  }
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** One thread with its own networks. */
class Lane {
  readonly ready: Promise<unknown>;
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #nextId = 0;
  #shared = new SharedArrayBuffer(0);

  constructor(model: ModelName) {
    this.#worker = new Worker(LANE_SOURCE, { eval: true, workerData: { model }, execArgv: [] });
    this.#worker.on("message", (answer: LaneAnswer) => this.#settle(answer));
    this.#worker.on("error", (error: Error) => this.#fail(error));
    this.#worker.on("exit", (code) => this.#fail(new Error(`a pose thread ended by itself (code ${code})`)));
    this.ready = this.#promise(READY);
    this.ready.catch(() => {});
  }

  ask(picture: Picture, ask: Ask): Promise<unknown> {
    const id = this.#nextId++;
    const answer = this.#promise(id);
    const question: LaneQuestion = { id, picture: this.#sharedPicture(picture), ...ask };
    this.#worker.postMessage(question); // oxlint-disable-line unicorn/require-post-message-target-origin
    return answer;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #promise(id: number): Promise<unknown> {
    return new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject }));
  }

  #settle(answer: LaneAnswer): void {
    const pending = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if ("error" in answer) pending?.reject(new Error(answer.error));
    else pending?.resolve(answer.result);
  }

  #fail(error: Error): void {
    for (const pending of this.#pending.values()) pending.reject(error);
    this.#pending.clear();
  }

  /** The picture with its bytes where both threads can read them: copied only when they lie elsewhere. */
  #sharedPicture({ width, height, rgba }: Picture): Picture {
    if (rgba.buffer instanceof SharedArrayBuffer) return { width, height, rgba };
    if (this.#shared.byteLength < rgba.byteLength) this.#shared = new SharedArrayBuffer(rgba.byteLength);
    const copy = new Uint8Array(this.#shared, 0, rgba.byteLength);
    copy.set(rgba);
    return { width, height, rgba: copy };
  }
}
