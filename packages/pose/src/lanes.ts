import type { Detection } from "./detection.ts";
import type { Estimate } from "./estimate.ts";
import { type LaneAnswer, type LaneAsk, type LaneQuestion, READY } from "./laneMessages.ts";
import type { Picture } from "./picture.ts";
import type { PoseModel } from "./poseModel.ts";
import type { ModelName, PoseRuntime } from "./poseRuntime.ts";
import type { Region } from "./region.ts";

/** A thread that runs `serveLane`, as seen from outside. */
export interface LaneThread {
  post(question: LaneQuestion): void;
  close(): Promise<void>;
}

/** Starts a thread; its answers and its failure are told to the two functions. */
export type OpenLane = (take: (answer: LaneAnswer) => void, fail: (error: Error) => void) => LaneThread;

/**
 * A runtime whose networks stand in several threads, each with its own copy. Pictures reach them through shared memory.
 * @throws what the first failing thread said
 */
export async function createLanes(model: ModelName, count: number, open: OpenLane): Promise<PoseRuntime> {
  const lanes = Array.from({ length: count }, () => new Lane(open));
  try {
    await Promise.all(lanes.map((lane) => lane.ready));
  } catch (error) {
    await Promise.all(lanes.map((lane) => lane.close()));
    throw error;
  }
  return new LaneRuntime(model, lanes);
}

class LaneRuntime implements PoseRuntime {
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

  async #ask(picture: Picture, ask: LaneAsk): Promise<unknown> {
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
  readonly #thread: LaneThread;
  readonly #pending = new Map<number, Pending>();
  #nextId = 0;
  #shared = new SharedArrayBuffer(0);
  #failure: Error | null = null;

  constructor(open: OpenLane) {
    this.ready = this.#promise(READY);
    this.ready.catch(() => {});
    this.#thread = open(
      (answer) => this.#settle(answer),
      (error) => this.#fail(error),
    );
  }

  ask(picture: Picture, ask: LaneAsk): Promise<unknown> {
    if (this.#failure) return Promise.reject(this.#failure);
    const id = this.#nextId++;
    const answer = this.#promise(id);
    this.#thread.post({ id, picture: this.#sharedPicture(picture), ask });
    return answer;
  }

  async close(): Promise<void> {
    await this.#thread.close();
    this.#fail(new Error("the pose threads were closed"));
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
    this.#failure ??= error;
    for (const pending of this.#pending.values()) pending.reject(this.#failure);
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

/**
 * Inside a thread: loads the networks, says READY, answers questions one after the other.
 * @returns what takes the questions
 */
export function serveLane(
  load: () => Promise<PoseModel>,
  post: (answer: LaneAnswer) => void,
): (question: LaneQuestion) => void {
  const loading = load();
  loading.then(
    () => post({ id: READY, result: null }),
    (error: unknown) => post({ id: READY, error: String(error) }),
  );
  return ({ id, picture, ask }) => {
    loading
      .then(
        (networks): Promise<unknown> =>
          ask.kind === "detect" ? networks.detect(picture, ask.turn_deg) : networks.estimate(picture, ask.regions),
      )
      .then(
        (result) => post({ id, result }),
        (error: unknown) => post({ id, error: String(error) }),
      );
  };
}
