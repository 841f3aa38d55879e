import { describe, expect, it } from "vitest";
import { type AnalyseProgress, analyseClip } from "./analyseClip.ts";
import { FakeClip, FakeRuntime, type FakeScene } from "./testing/fakes.ts";
import type { ClipObserver } from "./observer.ts";

const walking: FakeScene = (frame) => [{ x_px: 100 + 3 * frame, y_px: 200, radius_px: 80 }];

/** Answers come after a varying number of turns of the event loop, so lanes overtake one another. */
function jumbled(): () => Promise<void> {
  let n = 0;
  return async () => {
    n = (n * 5 + 3) % 11;
    for (let i = 0; i < n; i++) await new Promise((resolve) => setImmediate(resolve)); // oxlint-disable-line no-await-in-loop
  };
}

/** Notes what it was called with; checks that the picture is still the frame's own. */
class Notes implements ClipObserver {
  readonly calls: string[] = [];
  readonly wrong: string[] = [];
  pass1(picture: { rgba: ArrayLike<number> }, row: { index: number }): void {
    this.#note("1", picture.rgba, row.index);
  }
  async pass2(picture: { rgba: ArrayLike<number> }, row: { index: number }): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#note("2", picture.rgba, row.index);
  }
  surveyed(): void {
    this.calls.push("surveyed");
  }
  start(): void {
    this.calls.push("start");
  }
  #note(pass: string, rgba: ArrayLike<number>, index: number): void {
    this.calls.push(`${pass}:${index}`);
    if (rgba[0] !== index % 256) this.wrong.push(`${pass}:${index} saw ${rgba[0]}`);
  }
}

describe("analyseClip", () => {
  it("gives a row for every frame with its own time, and a standard error from the crops", async () => {
    const { series, provenance } = await analyseClip(new FakeClip(40), new FakeRuntime(walking));
    expect(series.t_s.length).toBe(40);
    expect(series.t_s[39]).toBeCloseTo(39 / 30, 9);
    for (let n = 0; n < 40; n++) {
      expect(Math.abs(series.x_px[33 * n + 23] - (100 + 3 * n + 12))).toBeLessThan(0.2);
      expect(series.se_px[33 * n + 23]).toBeGreaterThan(0);
    }
    expect(provenance).toEqual({ clip: "fake.mp4", model: "full", quality: "standard", crops: 5 });
  });

  it("does not depend on the number of lanes or on who answers first", async () => {
    const alone = await analyseClip(new FakeClip(60), new FakeRuntime(walking));
    const many = await analyseClip(new FakeClip(60), new FakeRuntime(walking, 4, jumbled()));
    expect(many.series).toEqual(alone.series);
  });

  it("shows observers every frame of both passes in order, with its picture untouched", async () => {
    const notes = new Notes();
    await analyseClip(new FakeClip(25), new FakeRuntime(walking, 3, jumbled()), {}, { observers: [notes] });
    const frames = Array.from({ length: 25 }, (_, n) => n);
    expect(notes.calls).toEqual(["start", ...frames.map((n) => `1:${n}`), "surveyed", ...frames.map((n) => `2:${n}`)]);
    expect(notes.wrong).toEqual([]);
  });

  it("with quick runs the model once a frame, yet shows observers both passes", async () => {
    const notes = new Notes();
    const runtime = new FakeRuntime(walking);
    const clip = new FakeClip(30);
    const { series, provenance } = await analyseClip(clip, runtime, { quality: "quick" }, { observers: [notes] });
    expect(runtime.estimates).toBeLessThanOrEqual(30 + 4);
    expect(notes.calls.filter((call) => call.startsWith("2:")).length).toBe(30);
    expect(series.se_px.every(Number.isNaN)).toBe(true);
    expect(provenance.crops).toBe(1);
    const unwatched = new FakeClip(30);
    await analyseClip(unwatched, new FakeRuntime(walking), { quality: "quick" });
    expect(unwatched.opened).toBe(1);
  });

  it("reports progress that only grows and ends at 1", async () => {
    const seen: AnalyseProgress[] = [];
    await analyseClip(new FakeClip(20), new FakeRuntime(walking), {}, { onProgress: (p) => seen.push(p) });
    expect(seen.length).toBe(40);
    expect(seen.every((p, i) => i === 0 || p.share >= seen[i - 1].share)).toBe(true);
    expect(seen[seen.length - 1]).toEqual({ pass: 2, frames: 20, of: 20, share: 1 });
  });

  it("stops within a few frames when it is cancelled, with the reason given", async () => {
    const controller = new AbortController();
    const clip = new FakeClip(1000);
    const done = analyseClip(
      clip,
      new FakeRuntime(walking),
      {},
      {
        signal: controller.signal,
        onProgress: ({ frames }) => frames === 10 && controller.abort(new Error("enough")),
      },
    );
    await expect(done).rejects.toThrow("enough");
    expect(clip.given).toBeLessThan(16);
  });

  it("passes on what a network or an observer throws", async () => {
    const runtime = new FakeRuntime(walking);
    runtime.estimate = () => Promise.reject(new Error("lane broke"));
    await expect(analyseClip(new FakeClip(9), runtime)).rejects.toThrow("lane broke");
    const observer: ClipObserver = {
      pass1: () => {
        throw new Error("observer broke");
      },
    };
    await expect(analyseClip(new FakeClip(9), new FakeRuntime(walking), {}, { observers: [observer] })).rejects.toThrow(
      "observer broke",
    );
  });

  it("gives empty rows where nobody was, bridges a short absence in the regions, and survives an empty clip", async () => {
    const away: FakeScene = (frame) => (frame >= 10 && frame < 40 ? [] : walking(frame));
    const { series } = await analyseClip(new FakeClip(60), new FakeRuntime(away));
    for (let n = 0; n < 60; n++) {
      const gone = n >= 10 && n < 40;
      expect(Number.isNaN(series.x_px[33 * n])).toBe(gone);
      expect(series.people[n]).toBe(gone ? 0 : 1);
    }
    const none = await analyseClip(new FakeClip(0), new FakeRuntime(walking));
    expect(none.series.t_s.length).toBe(0);
  });

  it("says of every frame how many people there are, though they are counted only now and then", async () => {
    const joined: FakeScene = (frame) => [
      ...walking(frame),
      ...(frame >= 30 ? [{ x_px: 900, y_px: 200, radius_px: 60 }] : []),
    ];
    const { series } = await analyseClip(new FakeClip(90), new FakeRuntime(joined), { quality: "quick" });
    const first = series.people.indexOf(2);
    expect(first).toBeGreaterThanOrEqual(30);
    expect(first).toBeLessThan(30 + 17);
    expect([...series.people]).toEqual(Array.from({ length: 90 }, (_, n) => (n < first ? 1 : 2)));
  });

  it("tracks frame by frame in a clip of few frames a second", async () => {
    const fast: FakeScene = (frame) => [{ x_px: 100 + 60 * frame, y_px: 200, radius_px: 80 }];
    const runtime = new FakeRuntime(fast);
    const { series } = await analyseClip(new FakeClip(20, 5), runtime, { quality: "quick" });
    expect(series.presence.every((p) => p === 1)).toBe(true);
  });
});
