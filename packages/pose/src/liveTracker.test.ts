import { describe, expect, it } from "vitest";
import { LiveTracker } from "./liveTracker.ts";
import { exchangeSides } from "./sideSwap.ts";
import { FakeRuntime, type FakeScene } from "./testing/fakes.ts";

const picture = (frame: number, t_s = frame / 30) => ({
  width: 720,
  height: 1280,
  rgba: new Uint8Array(64).fill(frame),
  t_s,
});
const person = { x_px: 300, y_px: 600, radius_px: 400 };

async function follow(runtime: FakeRuntime, frames: number, tracker = new LiveTracker()) {
  const rows = [];
  for (let n = 0; n < frames; n++) rows.push(await tracker.track(runtime, picture(n))); // oxlint-disable-line no-await-in-loop
  return rows;
}

describe("LiveTracker", () => {
  it("follows a person with one model run a frame and counts the people once a second", async () => {
    const runtime = new FakeRuntime(() => [person]);
    const rows = await follow(runtime, 61);
    expect(rows.map((row) => row.index)).toEqual(rows.map((_, n) => n));
    expect(rows.every((row) => row.people === 1 && row.presence === 1)).toBe(true);
    expect(runtime.detections.filter(({ frame }) => frame > 0).length).toBe(2);
    expect(rows[60].x_px[23]).toBeCloseTo(360, 0);
  });

  it("steadies a noisy landmark and keeps up with a moving one", async () => {
    const shaking: FakeScene = (frame) => [{ ...person, x_px: 300 + (frame % 2 ? 3 : -3) }];
    const still = await follow(new FakeRuntime(shaking), 60);
    const swing = still.slice(30).map((row) => row.x_px[23]);
    expect(Math.max(...swing) - Math.min(...swing)).toBeLessThan(3);
    const moving: FakeScene = (frame) => [{ ...person, x_px: 200 + 10 * frame }];
    const rows = await follow(new FakeRuntime(moving), 40);
    expect(Math.abs(rows[39].x_px[23] - (200 + 390 + 60))).toBeLessThan(40);
  });

  it("puts a short left/right flip back, and believes one that lasts", async () => {
    const flipping = (flipped: (frame: number) => boolean) => {
      const runtime = new FakeRuntime(() => [person]);
      const estimate = runtime.estimate.bind(runtime);
      runtime.estimate = async (p, regions) => {
        const seen = await estimate(p, regions);
        if (flipped(p.rgba[0])) for (const e of seen) exchangeSides(e.x_px, 0);
        return seen;
      };
      return runtime;
    };
    const short = await follow(
      flipping((frame) => frame === 20 || frame === 21),
      40,
    );
    for (const row of short) expect(row.x_px[23]).toBeGreaterThan(row.x_px[24]);
    const lasting = await follow(
      flipping((frame) => frame >= 20),
      60,
    );
    expect(lasting[25].x_px[23]).toBeGreaterThan(lasting[25].x_px[24]);
    expect(lasting[59].x_px[23]).toBeLessThan(lasting[59].x_px[24]);
  });

  it("gives an empty row where nobody is, and finds the person again", async () => {
    const away: FakeScene = (frame) => (frame >= 10 && frame < 20 ? [] : [person]);
    const rows = await follow(new FakeRuntime(away), 30);
    expect(rows[15].x_px.every(Number.isNaN)).toBe(true);
    expect([rows[15].people, rows[15].presence]).toEqual([0, 0]);
    expect(rows[29].x_px[23]).toBeCloseTo(360, 0);
  });
});
