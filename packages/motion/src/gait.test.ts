import { describe, expect, it } from "vitest";
import { makeBody } from "./body.ts";
import { findGait } from "./gait.ts";
import { film, mirrored, poseLandmarks, squatPose, walkPose } from "./testing/figure.ts";
import { hasMedia, MEDIA, readTruth, truthFiles, truthLandmarks } from "./testing/truth.ts";
import { estimateView } from "./view.ts";

describe("findGait", () => {
  for (const T of [0.9, 1.1, 1.4])
    it(`finds the strikes of a ${T} s stride, feet in turn`, () => {
      const gait = findGait(
        makeBody(film(walkPose(T, { left: 3, right: 3 }), { duration_s: 8 }, { azimuth_deg: 90, noise_px: 1.5 })),
        "left",
      )!;
      expect(gait.stride_s).toBeCloseTo(T, 1);
      expect(gait.strikes.length).toBeGreaterThanOrEqual(Math.floor((2 * 8) / T) - 2);
      for (let i = 1; i < gait.strikes.length; i++) expect(gait.strikes[i]!.side).not.toBe(gait.strikes[i - 1]!.side);
      for (const e of gait.strikes) {
        const phase = e.t_s / T - (e.side === "left" ? 0.5 : 0);
        expect(Math.abs(phase - Math.round(phase)) * T).toBeLessThan(0.045);
      }
    });
  it("exchanges the feet in a mirror", () => {
    const landmarks = film(walkPose(1.1, { left: 3, right: 3 }), { duration_s: 6 }, { azimuth_deg: 90, noise_px: 1 });
    const a = findGait(makeBody(landmarks), "left")!;
    const b = findGait(makeBody(mirrored(landmarks)), "right")!;
    expect(b.strikes.map((e) => e.side)).toEqual(a.strikes.map((e) => (e.side === "left" ? "right" : "left")));
    for (const [i, e] of b.strikes.entries()) expect(e.t_s).toBeCloseTo(a.strikes[i]!.t_s, 9);
  });
  it("follows a walker who crosses the picture", () => {
    const pose = walkPose(1.1, { left: 3, right: 3 });
    const across = (t: number): ReturnType<typeof pose> =>
      Object.fromEntries(Object.entries(pose(t)).map(([k, v]) => [k, [v[0], v[1], v[2] + 0.9 * t - 2]]));
    const gait = findGait(
      makeBody(film(across, { duration_s: 5 }, { azimuth_deg: -90, width_px: 2400, pixelsPerMetre: 300 })),
      "right",
    )!;
    for (const e of gait.strikes.filter((s) => s.side === "right"))
      expect(Math.abs(e.t_s / 1.1 - Math.round(e.t_s / 1.1)) * 1.1).toBeLessThan(0.045);
  });
  it("sees no walking in standing still or in squats", () => {
    const still = film(
      () => poseLandmarks({ midHip: [0, 0.9, 0], ankle: { left: [0.1, 0.08, 0], right: [-0.1, 0.08, 0] } }),
      { duration_s: 5 },
      { noise_px: 2 },
    );
    expect(findGait(makeBody(still), "front")).toBeNull();
    const squats = film(
      squatPose([{ start: 1, bottom: 1.8, bottomEnd: 2, end: 2.8 }], { left: 0, right: 0 }),
      { duration_s: 5 },
      { noise_px: 2 },
    );
    expect(findGait(makeBody(squats), "front")).toBeNull();
  });
});

describe.skipIf(!hasMedia)("rendered walkers, ideal landmarks (skipped where the shared clips are absent)", () => {
  const files = ["clips", "band"].flatMap((set) => truthFiles(`${MEDIA}/${set}`)).filter((f) => /walk_/.test(f)); // biome-ignore format: one line
  for (const file of files)
    it(`${file.split("/").pop()}: strikes within 40 ms, none missed or invented`, () => {
      const truth = readTruth(file);
      const body = makeBody(truthLandmarks(truth));
      const gait = findGait(body, estimateView(body).view)!;
      const events = truth.summary["events"] as Record<string, number[]>;
      const end = truth.frames[truth.frames.length - 1]!.t;
      for (const [side, key] of [
        ["left", "HS_L"],
        ["right", "HS_R"],
      ] as const) {
        // biome-ignore format: one line
        const mine = gait.strikes.filter((e) => e.side === side).map((e) => e.t_s);
        for (const t of events[key]!.filter((v) => v > 0.2 && v < end - 0.2))
          expect(Math.min(...mine.map((m) => Math.abs(m - t)))).toBeLessThan(0.04);
        for (const m of mine.filter((v) => v > 0.2 && v < end - 0.2))
          expect(Math.min(...events[key]!.map((t) => Math.abs(m - t)))).toBeLessThan(0.04);
      }
    });
});
