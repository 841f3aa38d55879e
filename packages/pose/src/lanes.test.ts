import { describe, expect, it } from "vitest";
import type { LaneAnswer, LaneQuestion } from "./laneMessages.ts";
import { createLanes, type OpenLane, serveLane } from "./lanes.ts";
import type { PoseModel } from "./poseModel.ts";
import { FakeRuntime } from "./testing/fakes.ts";

const person = { x_px: 100, y_px: 200, radius_px: 80 };
const picture = (frame: number) => ({ width: 4, height: 4, rgba: new Uint8Array(64).fill(frame) });
const region = { cx_px: 100, cy_px: 200, size_px: 200, angle_rad: 0 };
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Threads on this one: messages are copied, as between threads, but for shared memory. */
function local(options: { load?: () => Promise<PoseModel> } = {}) {
  const seen: LaneQuestion[] = [];
  let closed = 0;
  const failures: ((error: Error) => void)[] = [];
  const open: OpenLane = (take, fail) => {
    failures.push(fail);
    const networks = new FakeRuntime((frame) => (frame === 9 ? [] : [person]), 1, pause) as unknown as PoseModel;
    const post = (answer: LaneAnswer) => setImmediate(() => take(structuredClone(answer)));
    const serve = serveLane(options.load ?? (() => Promise.resolve(networks)), post);
    return {
      post: (question) => {
        seen.push(question);
        setImmediate(() => serve(question));
      },
      close: () => Promise.resolve(void closed++),
    };
  };
  return { open, seen, failures, closed: () => closed };
}

describe("lanes", () => {
  it("answer each question with its own answer, at most as many at once as there are lanes", async () => {
    const { open, seen } = local();
    const runtime = await createLanes("full", 3, open);
    const asks = [1, 2, 9, 4, 5, 6, 7].map((frame) => runtime.detect(picture(frame), 0));
    await pause();
    expect(seen.length).toBeLessThanOrEqual(3);
    expect((await Promise.all(asks)).map((people) => people.length)).toEqual([1, 1, 0, 1, 1, 1, 1]);
    const [estimate] = await runtime.estimate(picture(1), [region]);
    expect(estimate.presence).toBe(1);
    expect(estimate.x_px).toBeInstanceOf(Float64Array);
  });

  it("copy a picture into shared memory, and leave one that lies there", async () => {
    const { open, seen } = local();
    const runtime = await createLanes("full", 1, open);
    const shared = new Uint8Array(new SharedArrayBuffer(64));
    await runtime.detect({ width: 4, height: 4, rgba: shared }, 0);
    expect(seen[0].picture.rgba).toBe(shared);
    await runtime.detect(picture(7), 0);
    expect(seen[1].picture.rgba.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect([...seen[1].picture.rgba]).toEqual([...picture(7).rgba]);
  });

  it("do not start, and close the others, when one cannot load", async () => {
    const { open, closed } = local({ load: () => Promise.reject(new Error("no weights")) });
    await expect(createLanes("full", 2, open)).rejects.toThrow("no weights");
    expect(closed()).toBe(2);
  });

  it("pass on what a network throws, and what ends a thread, to those who wait and those who come", async () => {
    const broken = { detect: () => Promise.reject(new Error("bad picture")) } as unknown as PoseModel;
    const { open, failures } = local({ load: () => Promise.resolve(broken) });
    const runtime = await createLanes("full", 1, open);
    await expect(runtime.detect(picture(1), 0)).rejects.toThrow("bad picture");
    const waiting = runtime.detect(picture(1), 0);
    failures[0](new Error("out of memory"));
    await expect(waiting).rejects.toThrow("out of memory");
    await expect(runtime.detect(picture(1), 0)).rejects.toThrow("out of memory");
  });

  it("refuse what is asked after closing", async () => {
    const runtime = await createLanes("lite", 2, local().open);
    await runtime.close();
    await expect(runtime.detect(picture(1), 0)).rejects.toThrow("closed");
  });
});
