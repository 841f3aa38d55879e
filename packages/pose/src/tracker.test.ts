import { describe, expect, it } from "vitest";
import { FakeRuntime, type FakeScene } from "./testing/fakes.ts";
import type { Picture } from "./picture.ts";
import { startState, step } from "./tracker.ts";

const picture = (frame: number): Picture => ({ width: 4, height: 4, rgba: new Uint8Array(64).fill(frame) });
const one = { x_px: 100, y_px: 200, radius_px: 80 };
const other = { x_px: 400, y_px: 200, radius_px: 60 };

describe("step", () => {
  it("searches all four turns once, then only looks where the person was", async () => {
    const runtime = new FakeRuntime(() => [one]);
    const first = await step(runtime, picture(0), startState(null), true);
    expect(runtime.detections.map((d) => d.turn_deg).sort((a, b) => a - b)).toEqual([0, 90, 180, 270]);
    expect(first.state.turn_deg).toBe(0);
    expect(first.sighting.people).toBe(1);
    const second = await step(runtime, picture(1), first.state, false);
    expect(runtime.detections.length).toBe(4);
    expect(second.sighting.estimate?.x_px[23]).toBeCloseTo(112, 0);
  });

  it("keeps a turn other than upright only when the body is seen better in it", async () => {
    const lying: FakeScene = () => [one];
    const runtime = new FakeRuntime(lying);
    const detect = runtime.detect.bind(runtime);
    runtime.detect = async (p, turn_deg) => (turn_deg === 90 ? detect(p, turn_deg) : []);
    const { state } = await step(runtime, picture(0), startState(null), true);
    expect(state.turn_deg).toBe(90);
    await step(runtime, picture(1), { ...state, region: null }, false);
    expect(runtime.detections[runtime.detections.length - 1].turn_deg).toBe(90);
  });

  it("finds a person who was lost in the same frame, the one nearest to the last place", async () => {
    const scene: FakeScene = (frame) =>
      frame < 5
        ? [other]
        : [
            { ...one, radius_px: 90 },
            { ...other, x_px: 620 },
          ];
    const runtime = new FakeRuntime(scene);
    let { state } = await step(runtime, picture(0), startState(null), true);
    ({ state } = await step(runtime, picture(1), state, false));
    const lost = { ...state, region: { cx_px: 5000, cy_px: 5000, size_px: 10, angle_rad: 0 } };
    const found = await step(runtime, picture(5), lost, false);
    expect(found.state.place!.x_px).toBeCloseTo(620, -1);
    expect(found.sighting.people).toBe(2);
  });

  it("reports nobody, remembers where the person was, and does not guess", async () => {
    const runtime = new FakeRuntime((frame) => (frame === 0 ? [one] : []));
    const first = await step(runtime, picture(0), startState(null), true);
    const { sighting, state } = await step(runtime, picture(1), first.state, false);
    expect(sighting).toEqual({ estimate: null, people: 0, counted: true });
    expect([state.region, state.people, state.turn_deg]).toEqual([null, 0, 0]);
    expect(state.place!.x_px).toBeCloseTo(100, 0);
  });

  it("counts a second person when asked to, and keeps the count until then", async () => {
    const runtime = new FakeRuntime((frame) => (frame === 0 ? [one] : [one, other]));
    let { state } = await step(runtime, picture(0), startState(null), true);
    const uncounted = await step(runtime, picture(1), state, false);
    expect(uncounted.sighting.people).toBe(1);
    ({ state } = await step(runtime, picture(2), uncounted.state, true));
    expect(state.people).toBe(2);
    expect((await step(runtime, picture(3), state, false)).sighting.people).toBe(2);
  });

  it("follows the person that was picked", async () => {
    const runtime = new FakeRuntime(() => [one, other]);
    const { state } = await step(runtime, picture(0), startState({ x_px: 390, y_px: 180 }), true);
    expect(state.region!.cx_px).toBeCloseTo(400, 0);
  });
});
