import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createActor } from "xstate";
import { recorder } from "./recorder.ts";

const parts = [
  { cue: "a", lasts_s: 3 },
  { cue: "b", lasts_s: 10 },
  { cue: "c", lasts_s: 1.5 },
];
const start = (oneLeg = true) => createActor(recorder, { input: { parts, oneLeg } }).start();
const good = { type: "SEEN", hint: "good", footUp: false } as const;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("recorder", () => {
  it("goes from the camera to the finished recording by itself", () => {
    const actor = start();
    expect(actor.getSnapshot().value).toBe("starting");
    actor.send({ type: "READY" });
    actor.send(good);
    expect(actor.getSnapshot().value).toBe("settling");
    vi.advanceTimersByTime(1500);
    expect(actor.getSnapshot().matches("counting")).toBe(true);
    vi.advanceTimersByTime(3000);
    expect(actor.getSnapshot().matches("recording")).toBe(true);
    vi.advanceTimersByTime(3000);
    expect(actor.getSnapshot().context.part).toBe(1);
    vi.advanceTimersByTime(10_000);
    expect(actor.getSnapshot().context.part).toBe(2);
    vi.advanceTimersByTime(1500);
    expect(actor.getSnapshot().value).toBe("saving");
    actor.send({ type: "SAVED" });
    expect(actor.getSnapshot().status).toBe("done");
  });

  it("waits until the framing stays good", () => {
    const actor = start();
    actor.send({ type: "READY" });
    actor.send(good);
    vi.advanceTimersByTime(1400);
    actor.send({ type: "SEEN", hint: "step-back", footUp: false });
    vi.advanceTimersByTime(5000);
    expect(actor.getSnapshot().value).toBe("framing");
    expect(actor.getSnapshot().context.hint).toBe("step-back");
  });

  it("stops counting when the person has gone, not when they move a little", () => {
    const actor = start();
    actor.send({ type: "READY" });
    actor.send({ type: "NOW" });
    actor.send({ type: "SEEN", hint: "come-closer", footUp: false });
    expect(actor.getSnapshot().matches("counting")).toBe(true);
    actor.send({ type: "SEEN", hint: "nobody", footUp: false });
    expect(actor.getSnapshot().value).toBe("framing");
  });

  it("ends the stance when the foot that was up comes down, and not before it was up", () => {
    const actor = start();
    actor.send({ type: "READY" });
    actor.send({ type: "NOW" });
    vi.advanceTimersByTime(3000 + 3000);
    actor.send(good);
    expect(actor.getSnapshot().context.part).toBe(1);
    actor.send({ type: "SEEN", hint: "good", footUp: true });
    actor.send(good);
    expect(actor.getSnapshot().context.part).toBe(2);
  });

  it("fails from anywhere, and starts anew", () => {
    const actor = start(false);
    actor.send({ type: "READY" });
    actor.send({ type: "NOW" });
    actor.send({ type: "FAILED", problem: "camera-lost" });
    expect(actor.getSnapshot().value).toBe("failed");
    actor.send({ type: "AGAIN" });
    expect(actor.getSnapshot().value).toBe("starting");
    expect(actor.getSnapshot().context.problem).toBeNull();
  });

  it("stops when told, at once", () => {
    const actor = start();
    actor.send({ type: "READY" });
    actor.send({ type: "NOW" });
    vi.advanceTimersByTime(4000);
    actor.send({ type: "STOP" });
    expect(actor.getSnapshot().value).toBe("saving");
  });
});
