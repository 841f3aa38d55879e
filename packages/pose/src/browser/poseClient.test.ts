import { describe, expect, it } from "vitest";
import type { ClipSource } from "../clipSource.ts";
import type { ClipObserver } from "../observer.ts";
import type { ModelName } from "../poseRuntime.ts";
import { FakeClip, FakeRuntime, type FakeScene } from "../testing/fakes.ts";
import { VideoError } from "../videoError.ts";
import type { Question } from "./messages.ts";
import { PoseClient } from "./poseClient.ts";
import type { Engine } from "./poseRuntimeBrowser.ts";
import { type NamedObserver, servePose, type ServiceMeans } from "./poseService.ts";

const walking: FakeScene = (frame) => [{ x_px: 100 + 3 * frame, y_px: 200, radius_px: 80 }];
const assets = { runtimeFolder: "/r/", detector: "/d", landmarkers: { lite: "/l", full: "/f", heavy: "/h" } };
const request = { clip: new Blob([]), name: "walk.mp4" };

/** A worker that runs the service on this thread, with messages copied as between threads. */
class LocalWorker extends EventTarget {
  readonly #inside = new EventTarget();
  terminated = false;
  constructor(means: ServiceMeans, observers?: () => readonly NamedObserver[]) {
    super();
    const deliver = (to: EventTarget, data: unknown) => {
      const event = Object.assign(new Event("message"), { data: structuredClone(data) });
      setImmediate(() => this.terminated || to.dispatchEvent(event));
    };
    const scope = {
      postMessage: (message: unknown) => deliver(this, message),
      addEventListener: (type: "message", listener: (event: MessageEvent<Question>) => void) =>
        this.#inside.addEventListener(type, listener as unknown as EventListener),
    };
    servePose(scope, observers, means);
    this.postMessage = (message: Question) => {
      // a frame is transferred as it is
      if (message.kind !== "frame") return deliver(this.#inside, message);
      const event = Object.assign(new Event("message"), { data: message });
      setImmediate(() => this.#inside.dispatchEvent(event));
    };
  }
  postMessage: (message: Question) => void;
  terminate(): void {
    this.terminated = true;
  }
}

class FakeFrame {
  closed = false;
  readonly width = 1440;
  readonly height = 2560;
  close(): void {
    this.closed = true;
  }
}

interface World {
  readonly source?: () => ClipSource;
  readonly frame_ms?: () => number;
  readonly observers?: () => readonly NamedObserver[];
}

function world(options: World = {}) {
  const loaded: ModelName[] = [];
  const runtime = async (model: ModelName) => {
    loaded.push(model);
    const means = { detector: "wasm", landmarker: "wasm", threads: 2 } as const;
    const fake = new FakeRuntime(walking, 1, () => new Promise((resolve) => setImmediate(resolve)));
    return Object.assign(fake, { model, means });
  };
  const engine: Engine = { runtime, recordingRuntime: runtime };
  let clock_ms = 0;
  const means: ServiceMeans = {
    loadEngine: () => Promise.resolve(engine),
    fetch: async (urls, { onProgress }) => {
      onProgress?.({ loaded: 7, total: 7 });
      return urls.map(() => new Uint8Array(7));
    },
    openVideo: () => Promise.resolve(options.source?.() ?? new FakeClip(12)),
    pictureOf: () => ({
      picture: { width: 720, height: 1280, rgba: new Uint8Array(64) },
      width_px: 1440,
      height_px: 2560,
    }),
    now_ms: () => (clock_ms += options.frame_ms?.() ?? 10),
  };
  const worker = new LocalWorker(means, options.observers);
  return { client: new PoseClient(worker as unknown as Worker), worker, loaded };
}

describe("PoseClient and servePose", () => {
  it("load, analyse with progress, and bring the series and the observers' findings back", async () => {
    const seen: number[] = [];
    const counter: NamedObserver & ClipObserver = {
      name: "frames",
      pass1: () => void seen.push(1),
      result: () => seen.length,
    };
    const { client, loaded } = world({ observers: () => [counter] });
    const told: number[] = [];
    const means = await client.load(assets, { models: ["full"], onProgress: ({ loaded: bytes }) => told.push(bytes) });
    expect(means).toMatchObject({ landmarker: "wasm", threads: 2 });
    expect(told).toEqual([7]);
    const shares: number[] = [];
    const result = await client.analyse(
      { ...request, model: "heavy" },
      { onProgress: ({ share }) => shares.push(share) },
    );
    expect(result.analysis.series.t_s.length).toBe(12);
    expect(result.analysis.series.x_px).toBeInstanceOf(Float64Array);
    expect(result.analysis.provenance.model).toBe("heavy");
    expect(result.observed).toEqual({ frames: 12 });
    expect(shares[shares.length - 1]).toBe(1);
    expect(loaded).toEqual(["full", "heavy"]);
  });

  it("bring a VideoError over with its code and remedy", async () => {
    const { client } = world({
      source: () => {
        throw new VideoError("truncated", "walk.mp4", "walk.mp4 breaks off");
      },
    });
    await client.load(assets);
    const error = await client.analyse(request).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(VideoError);
    expect(error).toMatchObject({ code: "truncated", file: "walk.mp4", message: "walk.mp4 breaks off" });
  });

  it("cancel with the caller's reason and stop the worker's reading", async () => {
    const clip = new FakeClip(5000);
    const { client } = world({ source: () => clip });
    await client.load(assets);
    const controller = new AbortController();
    const running = client.analyse(request, {
      signal: controller.signal,
      onProgress: ({ frames }) => frames === 5 && controller.abort(new Error("changed my mind")),
    });
    await expect(running).rejects.toThrow("changed my mind");
    await new Promise((resolve) => setTimeout(resolve, 20));
    const given = clip.given;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(clip.given).toBe(given);
    expect(given).toBeLessThan(5000);
    await expect(client.analyse(request, { signal: AbortSignal.abort(new Error("never")) })).rejects.toThrow("never");
  });

  it("say so when nothing was loaded, and when the worker is closed", async () => {
    const { client } = world();
    await expect(client.analyse(request)).rejects.toThrow("load the models first");
    const waiting = client.load(assets);
    client.close();
    await expect(waiting).rejects.toThrow("closed");
    await expect(client.load(assets)).rejects.toThrow("closed");
  });

  it("follow live frames in their own pixels, close each, and drop what comes while busy", async () => {
    const { client } = world();
    await client.load(assets);
    await client.startLive();
    const frames = Array.from({ length: 5 }, () => new FakeFrame());
    const rows = await Promise.all(frames.map((frame, n) => client.frame(frame as unknown as ImageBitmap, n / 30)));
    expect(rows.map((row) => row !== null)).toEqual([true, true, false, false, false]);
    expect(frames.every((frame) => frame.closed)).toBe(true);
    // found at x = 100 in the small picture, 112 for the left hip; the frame is twice as large
    expect(rows[0]!.x_px[23]).toBeCloseTo(224, 3);
    expect(rows[0]).toMatchObject({ width_px: 1440, model: "full", people: 1, pace_hz: null });
  });

  it("step down to lite by themselves when full is too slow, and say which model saw each frame", async () => {
    const { client, loaded } = world({ frame_ms: () => 70 });
    await client.load(assets);
    await client.startLive();
    const models: string[] = [];
    for (let n = 0; n < 30; n++) {
      const row = await client.frame(new FakeFrame() as unknown as ImageBitmap, n / 30); // oxlint-disable-line no-await-in-loop
      models.push(row!.model);
    }
    expect(models.filter((model) => model === "full").length).toBe(20);
    expect(models[29]).toBe("lite");
    expect(loaded).toContain("lite");
    const quick = world({ frame_ms: () => 20 });
    await quick.client.load(assets);
    await quick.client.startLive();
    // oxlint-disable-next-line no-await-in-loop
    for (let n = 0; n < 30; n++)
      expect((await quick.client.frame(new FakeFrame() as unknown as ImageBitmap, n / 30))!.model).toBe("full");
  });

  it("refuse a frame before live mode, and close it", async () => {
    const { client } = world();
    await client.load(assets);
    const frame = new FakeFrame();
    await expect(client.frame(frame as unknown as ImageBitmap, 0)).rejects.toThrow("start live mode");
    expect(frame.closed).toBe(true);
  });
});
