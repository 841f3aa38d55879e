import type { LandmarkSeries } from "@levelhip/signal";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "./analyse.ts";
import type { Analysis, TestName } from "./analysis.ts";
import { isMeasured, type Measurement, type Side } from "./measurement.ts";
import {
  bridgePose,
  film,
  mirrored,
  type Pose,
  singleLegSquatPose,
  squatPose,
  stancePose,
  walkPose,
} from "./testing/figure.ts";
import { bandOf, inputFor } from "./testing/input.ts";

const reps = [{ start: 2.6, bottom: 3.3, bottomEnd: 3.5, end: 4.2 }, { start: 4.6, bottom: 5.3, bottomEnd: 5.5, end: 6.2 }]; // biome-ignore format: one line
const MOTIONS: { name: string; pose: (t: number) => Pose; duration_s: number; azimuth_deg?: number; camera?: { distance_m: number } }[] = [
  { name: "stance", pose: stancePose({ stance: "left", drop: 6, lean: 4, fppa: 5 }), duration_s: 6.6 },
  { name: "stance from behind", pose: stancePose({ stance: "right", drop: 3, lean: -2 }), duration_s: 6.6, azimuth_deg: 180 },
  { name: "squat", pose: squatPose(reps, { left: 3, right: 11 }), duration_s: 7 },
  { name: "squat from the side", pose: squatPose(reps, { left: 0, right: 0 }), duration_s: 7, azimuth_deg: 90 },
  { name: "single-leg squat", pose: singleLegSquatPose("left", reps, { drop: 5, lean: 3, fppa: 8 }), duration_s: 8 },
  { name: "walk from the side", pose: walkPose(1.15, { left: 3, right: 6 }), duration_s: 7, azimuth_deg: -90 },
]; // biome-ignore format: a table

// from the front and from behind a walk is told by perspective
MOTIONS.push(
  { name: "walk from the front", pose: walkPose(1.1, { left: 3, right: 6 }), duration_s: 7, camera: { distance_m: 3 } },
  {
    name: "walk from behind",
    pose: walkPose(1.2, { left: 5, right: 2 }),
    duration_s: 7,
    azimuth_deg: 180,
    camera: { distance_m: 3.2 },
  },
);

const picture = (m: (typeof MOTIONS)[number], more: Parameters<typeof film>[2] = {}): LandmarkSeries =>
  film(
    m.pose,
    { duration_s: m.duration_s },
    { azimuth_deg: m.azimuth_deg ?? 0, noise_px: 0.6, seed: 5, ...m.camera, ...more },
  );
const wobble = (t: number): number => 2 * Math.sin(0.9 * t) + 1;
const run = (landmarks: LandmarkSeries, sign = 1): Analysis =>
  analyse(inputFor(landmarks, { band: bandOf(landmarks.t_s, (t) => sign * wobble(t - landmarks.t_s[0]!)) }));

/** + = toward the left: exchanging the sides turns the sign. */
const signed = (m: Measurement): boolean =>
  m.statistic === "left-right-difference" || (m.side === null && (m.id === "trunk-lean" || m.id === "pelvic-shift"));

/** Every value under a key; sides exchanged when asked. */
function values(a: Analysis, swapped = false): Record<string, number> {
  const side = (s: Side | null): string => (s === null ? "none" : swapped ? (s === "left" ? "right" : "left") : s);
  const out: Record<string, number> = {};
  for (const m of a.measurements) {
    const key = `${m.id}/${side(m.side)}`;
    if (isMeasured(m)) out[`${key}/${m.statistic}`] = swapped && signed(m) ? -m.value : m.value;
    else out[`${key}/refused`] = m.not_measured.code.length;
  }
  for (const [i, r] of a.reps.entries()) out[`rep ${i}`] = r.top_end_s - r.top_s;
  return out;
}
function expectSame(a: Record<string, number>, b: Record<string, number>, digits: number): void {
  expect(Object.keys(b).sort()).toEqual(Object.keys(a).sort());
  for (const key of Object.keys(a)) expect(b[key], key).toBeCloseTo(a[key]!, digits);
}

for (const m of MOTIONS)
  describe(m.name, () => {
    const original = picture(m);
    const reference = values(run(original));
    it("has something to compare", () => expect(Object.keys(reference).length).toBeGreaterThan(3));
    it("reads the same in a mirror with the sides exchanged", () =>
      expectSame(reference, values(run(mirrored(original), -1), true), 9));
    it("does not depend on the size of the picture", () => {
      const bigger: LandmarkSeries = {
        ...original,
        width_px: 1440,
        height_px: 2560,
        x_px: original.x_px.map((v) => 2 * v),
        y_px: original.y_px.map((v) => 2 * v),
      };
      expectSame(reference, values(run(bigger)), 6);
    });
    it("does not depend on where in the picture the person is", () => {
      const moved: LandmarkSeries = {
        ...original,
        x_px: original.x_px.map((v) => v + 31),
        y_px: original.y_px.map((v) => v - 17),
      };
      expectSame(reference, values(run(moved)), 6);
    });
    it("does not depend on when the clock began", () => {
      const later: LandmarkSeries = { ...original, t_s: original.t_s.map((t) => t + 123.25) };
      expectSame(reference, values(run(later)), 5);
    });
    it("reads the same at other rates and with uneven times", () => {
      const quiet = values(
        run(film(m.pose, { duration_s: m.duration_s }, { azimuth_deg: m.azimuth_deg ?? 0, ...m.camera })),
      );
      const sixty = values(
        run(film(m.pose, { duration_s: m.duration_s, rate_hz: 60 }, { azimuth_deg: m.azimuth_deg ?? 0, ...m.camera })),
      );
      const times = Float64Array.from(
        { length: Math.round(m.duration_s * 30) },
        (_, i) => i / 30 + 0.008 * Math.sin(7.3 * i),
      );
      const uneven = values(
        run(film(m.pose, { duration_s: m.duration_s, times }, { azimuth_deg: m.azimuth_deg ?? 0, ...m.camera })),
      );
      for (const [key, value] of Object.entries(quiet)) {
        const near = key.startsWith("pelvic-shift") || key.startsWith("sway") || key.startsWith("cadence") ? 1.5 : 0.4;
        expect(Math.abs(sixty[key]! - value), key).toBeLessThan(near);
        expect(Math.abs(uneven[key]! - value), key).toBeLessThan(near);
      }
    });
    it("bridges short holes", () => {
      const holed = { ...original, x_px: original.x_px.slice(), presence: original.presence.slice() };
      for (let i = 20; i < holed.presence.length; i += 23) holed.presence[i] = holed.presence[i + 1] = 0;
      const got = values(run(holed));
      for (const [key, value] of Object.entries(reference))
        expect(Math.abs(got[key]! - value), key).toBeLessThan(key.startsWith("pelvic-shift") ? 1.5 : 0.5);
    });
  });

describe("garbage", () => {
  const base = film(stancePose({ stance: "left", drop: 6 }), { duration_s: 3 });
  const tests: readonly (TestName | "auto")[] = [
    "auto",
    "single-leg-stance",
    "walk",
    "squat",
    "single-leg-squat",
    "bridge",
    "posture-side",
  ];
  const clean = (a: Analysis): void => {
    for (const m of a.measurements.filter(isMeasured)) {
      expect(Number.isFinite(m.value + m.sem + m.mdc95 + m.quality), m.id).toBe(true);
      expect(m.n).toBeGreaterThan(0);
    }
    for (const e of a.events) expect(Number.isFinite(e.t_s), e.kind).toBe(true);
    for (const r of a.reps) {
      expect(Number.isFinite(r.start_s + r.top_s + r.top_end_s + r.end_s + r.range_deg)).toBe(true);
      expect(r.start_s <= r.top_s && r.top_s <= r.top_end_s && r.top_end_s <= r.end_s).toBe(true);
    }
    expect(a.keyFrame_s === null || Number.isFinite(a.keyFrame_s)).toBe(true);
  };
  it("never throws and never measures NaN, whatever the landmarks", () => {
    const value = fc.oneof(
      { weight: 6, arbitrary: fc.double({ min: -2000, max: 3000, noNaN: true }) },
      { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0, 1e300) },
    );
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 40, maxLength: 40 }),
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rubbish, frames, share) => {
          const t_s = base.t_s.subarray(0, frames);
          const rows = frames * 33;
          const spoil = (values: Float64Array): Float64Array =>
            values.slice(0, rows).map((v, i) => (((i * 7919) % 1000) / 1000 < share ? rubbish[i % 40]! : v));
          const landmarks: LandmarkSeries = {
            ...base,
            t_s,
            x_px: spoil(base.x_px),
            y_px: spoil(base.y_px),
            se_px: spoil(base.se_px),
            visibility: base.visibility.slice(0, rows),
            presence: base.presence.slice(0, frames),
            people: base.people.slice(0, frames),
            swapped: base.swapped.slice(0, frames),
          };
          const band = bandOf(t_s.slice(), (t) => rubbish[Math.floor(t * 30) % 40]!);
          for (const test of tests)
            clean(analyse(inputFor(landmarks, { test, band, instrument: share > 0.5 ? "band" : "auto" })));
        },
      ),
      { numRuns: 60 },
    );
  });
  it("survives bodies that jump, freeze, shrink to a point or lose half their landmarks", () => {
    const poses: ((t: number) => Pose)[] = [
      () => ({}),
      () => Object.fromEntries(Object.keys(bridgePose([])(0)).map((k) => [k, [0, 0.8, 0]])) as Pose,
      (t) =>
        Math.floor(t * 10) % 2
          ? stancePose({ stance: "left", drop: 40 })(3)
          : squatPose(reps, { left: 80, right: -80 })(3),
      (t) =>
        Object.fromEntries(Object.entries(stancePose({ stance: "left", drop: 5 })(t)).filter((_, i) => i % 2)) as Pose,
    ];
    for (const pose of poses)
      for (const test of tests) clean(analyse(inputFor(film(pose, { duration_s: 4 }), { test })));
  });
});
