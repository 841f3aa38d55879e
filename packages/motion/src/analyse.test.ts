import { describe, expect, it } from "vitest";
import { analyse } from "./analyse.ts";
import { isMeasured, mdc95 } from "./measurement.ts";
import {
  bridgePose,
  film,
  mirrored,
  poseLandmarks,
  type Rep,
  singleLegSquatPose,
  squatPose,
  stancePose,
  step,
  walkPose,
} from "./testing/figure.ts";
import { bandOf, find, inputFor, refusal } from "./testing/input.ts";

const three: readonly Rep[] = [
  { start: 0.6, bottom: 1.5, bottomEnd: 1.8, end: 2.6 },
  { start: 3.4, bottom: 4.2, bottomEnd: 4.3, end: 5.1 },
  { start: 5.2, bottom: 6.2, bottomEnd: 7.2, end: 8 },
];

describe("single-leg stance", () => {
  for (const stance of ["left", "right"] as const)
    for (const azimuth_deg of [0, 180])
      it(`reads lean, knee and drop on the ${stance} leg from ${azimuth_deg === 0 ? "the front" : "behind"}`, () => {
        const landmarks = film(stancePose({ stance, drop: 7, lean: 5, fppa: 6 }), { duration_s: 6.6 }, { azimuth_deg });
        const s = stance === "left" ? 1 : -1;
        const toPicture = azimuth_deg === 0 ? 1 : -1;
        const w = (t: number): number => step(1.6, 2.4, t) * (1 - step(5.4, 6.1, t));
        const band = bandOf(landmarks.t_s, (t) => toPicture * (2 + s * 7 * w(t))); // tied 2° crooked
        const a = analyse(inputFor(landmarks, { band }));
        expect(a).toMatchObject({
          test: "single-leg-stance",
          side: stance,
          view: azimuth_deg === 0 ? "front" : "rear",
          instruments: ["band", "landmarks"],
        });
        expect(find(a, "pelvic-drop", stance)!.value).toBeCloseTo(7, 1);
        expect(find(a, "pelvic-drop", stance, "peak")!.value).toBeCloseTo(7, 1);
        expect(find(a, "trunk-lean", stance)!.value).toBeCloseTo(5, 1);
        expect(find(a, "knee-fppa", stance)!.value).toBeCloseTo(6, 0);
        expect(find(a, "hold-time", stance)!.value).toBeGreaterThan(3.2);
        const hold = a.events.filter((e) => e.kind === "hold-start" || e.kind === "hold-end");
        expect(hold.map((e) => e.side)).toEqual([stance, stance]);
        expect(a.keyFrame_s).toBeGreaterThan(2.4);
        expect(a.keyFrame_s).toBeLessThan(5.4);
      });

  it("gives every value its error, and mdc95 = 1.96·√2·sem", () => {
    const a = analyse(inputFor(film(stancePose({ stance: "left", drop: 0 }), { duration_s: 6.6 }, { noise_px: 2 })));
    for (const m of a.measurements.filter(isMeasured)) {
      expect(m.sem).toBeGreaterThan(0);
      expect(m.mdc95).toBeCloseTo(mdc95(m.sem), 12);
      expect(m.frame).toBe("image-2d");
    }
  });
  it("never takes the hip line for the drop: without a band it asks for one", () => {
    const a = analyse(
      inputFor(film(stancePose({ stance: "left", drop: 9 }), { duration_s: 6.6 }), { instrument: "band" }),
    );
    expect(refusal(a, "pelvic-drop")).toMatchObject({ code: "no-band" });
  });
  it("finds both stances of one clip, and only the asked-for one when asked", () => {
    const both = film(
      (t) =>
        t < 6.5
          ? stancePose({ stance: "left", drop: 2, lean: 3 })(t)
          : stancePose({ stance: "right", drop: 2, lean: 6 })(t - 6.5),
      { duration_s: 13 },
    );
    const a = analyse(inputFor(both));
    expect(find(a, "trunk-lean", "left")!.value).toBeCloseTo(3, 1);
    expect(find(a, "trunk-lean", "right")!.value).toBeCloseTo(6, 1);
    const asked = analyse(inputFor(both, { side: "right" }));
    expect(asked.side).toBe("right");
    expect(find(asked, "trunk-lean", "left")).toBeUndefined();
  });
  it("refuses the wrong side and a clip without a stance", () => {
    const left = film(stancePose({ stance: "left", drop: 2 }), { duration_s: 6.6 });
    expect(refusal(analyse(inputFor(left, { test: "single-leg-stance", side: "right" })), "pelvic-drop")).toMatchObject(
      { code: "wrong-side" },
    );
    const still = film(
      () => poseLandmarks({ midHip: [0, 0.9, 0], ankle: { left: [0.1, 0.08, 0], right: [-0.1, 0.08, 0] } }),
      { duration_s: 5 },
    );
    expect(refusal(analyse(inputFor(still, { test: "single-leg-stance" })), "trunk-lean")).toMatchObject({
      code: "no-hold",
    });
    expect(analyse(inputFor(still))).toMatchObject({ test: "unknown" });
  });
  it("measures against gravity and says so when the clip begins on one leg", () => {
    const late = stancePose({ stance: "left", drop: 3, lean: 4 });
    const a = analyse(
      inputFor(
        film((t) => late(t + 3), { duration_s: 2.3 }),
        { test: "single-leg-stance" },
      ),
    );
    expect(find(a, "trunk-lean", "left")).toMatchObject({ notes: ["against-gravity"] });
    expect(find(a, "trunk-lean", "left")!.value).toBeCloseTo(4, 1);
    expect(find(a, "hold-time", "left")!.notes).toEqual(["began-on-one-leg", "clip-ended"]);
    expect(a.warnings.map((w) => w.code)).toContain("against-gravity");
  });
});

describe("squat", () => {
  it("counts repetitions exactly and reads each knee at the lowest points", () => {
    const a = analyse(inputFor(film(squatPose(three, { left: 4, right: 12 }), { duration_s: 8.8 }, { distance_m: 3 })));
    expect(a.test).toBe("squat");
    expect(a.reps).toHaveLength(3);
    for (const [i, r] of a.reps.entries()) {
      expect(Math.abs(r.start_s - three[i]!.start)).toBeLessThan(0.1);
      expect(Math.abs(r.top_s - three[i]!.bottom)).toBeLessThan(0.1);
      expect(Math.abs(r.top_end_s - three[i]!.bottomEnd)).toBeLessThan(0.1);
      expect(Math.abs(r.end_s - three[i]!.end)).toBeLessThan(0.1);
    }
    expect(Math.abs(find(a, "knee-fppa", "left")!.value - 4)).toBeLessThan(1.5);
    expect(Math.abs(find(a, "knee-fppa", "right")!.value - 12)).toBeLessThan(1.5);
    expect(find(a, "knee-fppa", "right", "peak")!.value).toBeGreaterThanOrEqual(find(a, "knee-fppa", "right")!.value);
  });
  it("does not read a bent knee of someone turned by 14°, and warns from 5°", () => {
    const turned = (azimuth_deg: number): ReturnType<typeof analyse> =>
      analyse(
        inputFor(film(squatPose(three, { left: 4, right: 4 }), { duration_s: 8.8 }, { azimuth_deg }), {
          test: "squat",
        }),
      );
    expect(refusal(turned(14), "knee-fppa")).toMatchObject({ code: "turned" });
    expect(turned(7).warnings.map((w) => w.code)).toContain("turned");
    expect(turned(0).warnings.map((w) => w.code)).not.toContain("turned");
  });
  it("reads knee, hip and trunk from both sides", () => {
    const pose = squatPose(three, { left: 0, right: 0 });
    const right = analyse(inputFor(film(pose, { duration_s: 8.8 }, { azimuth_deg: -90 })));
    const left = analyse(inputFor(film(pose, { duration_s: 8.8 }, { azimuth_deg: 90 })));
    expect([right.view, left.view]).toEqual(["right", "left"]);
    expect(find(right, "trunk-inclination", null)!.value).toBeCloseTo(35, 0);
    expect(find(left, "trunk-inclination", null)!.value).toBeCloseTo(35, 0);
    const flexion = find(right, "knee-flexion", "right")!.value;
    expect(flexion).toBeGreaterThan(70);
    expect(find(left, "knee-flexion", "left")!.value).toBeCloseTo(flexion, 6);
    expect(find(right, "squat-depth", "right")!.value).toBeCloseTo(flexion, 6);
  });
  it("shows partial and double repetitions, and does not average the partial ones", () => {
    const reps: Rep[] = [...three.slice(0, 2), { start: 5.5, bottom: 6.2, bottomEnd: 6.3, end: 7, share: 0.5 }];
    const a = analyse(inputFor(film(squatPose(reps, { left: 10, right: 10 }), { duration_s: 7.8 }), { test: "squat" }));
    expect(a.reps).toHaveLength(3);
    expect(a.warnings.map((w) => w.code)).toContain("partial-reps");
    expect(find(a, "knee-fppa", "left")).toMatchObject({ n: 2 });
    const twice: Rep[] = [{ start: 0.6, bottom: 1.5, bottomEnd: 1.6, end: 2.6 }, { start: 1.75, bottom: 2.5, bottomEnd: 2.6, end: 3.4 }, { start: 4, bottom: 4.8, bottomEnd: 5, end: 5.8 }]; // biome-ignore format: one line
    const doubled = analyse(
      inputFor(film(squatPose(twice, { left: 0, right: 0 }), { duration_s: 6.4 }), { test: "squat" }),
    );
    expect(doubled.reps).toHaveLength(2);
    expect(doubled.warnings.map((w) => w.code)).toContain("double-reps");
  });
});

describe("single-leg squat", () => {
  it("reads drop, lean and knee at the lowest points", () => {
    const reps: Rep[] = [{ start: 2.6, bottom: 3.3, bottomEnd: 3.5, end: 4.2 }, { start: 4.6, bottom: 5.3, bottomEnd: 5.5, end: 6.2 }]; // biome-ignore format: one line
    const landmarks = film(
      singleLegSquatPose("right", reps, { drop: 6, lean: 4, fppa: 9 }),
      { duration_s: 8 },
      { distance_m: 3 },
    );
    const d = (t: number): number =>
      Math.max(...reps.map((r) => step(r.start, r.bottom, t) * (1 - step(r.bottomEnd, r.end, t))));
    const a = analyse(inputFor(landmarks, { band: bandOf(landmarks.t_s, (t) => -1 - 6 * d(t)) }));
    expect(a).toMatchObject({ test: "single-leg-squat", side: "right" });
    expect(a.reps).toHaveLength(2);
    expect(find(a, "pelvic-drop", "right")!.value).toBeCloseTo(6, 0);
    expect(Math.abs(find(a, "knee-fppa", "right")!.value - 9)).toBeLessThan(2);
    expect(find(a, "trunk-lean", "right")!.value).toBeCloseTo(4, 0);
    expect(find(a, "squat-depth", "right")!.value).toBeGreaterThan(50);
  });
});

describe("walk", () => {
  const T = 1.1;
  const times = (kind: string, side: string, a: ReturnType<typeof analyse>): number[] => a.events.filter((e) => e.kind === kind && e.side === side).map((e) => e.t_s); // biome-ignore format: one line
  for (const [view, azimuth_deg] of [["left", 90], ["right", -90]] as const) // biome-ignore format: one line
    it(`finds strikes and toe-offs from the ${view}`, () => {
      const a = analyse(inputFor(film(walkPose(T, { left: 3, right: 3 }), { duration_s: 7 }, { azimuth_deg })));
      expect(a).toMatchObject({ test: "walk", view });
      for (const t of times("heel-strike", "right", a))
        expect(Math.abs(t / T - Math.round(t / T)) * T).toBeLessThan(0.04);
      for (const t of times("heel-strike", "left", a))
        expect(Math.abs(t / T - 0.5 - Math.round(t / T - 0.5)) * T).toBeLessThan(0.04);
      for (const t of times("toe-off", "right", a))
        expect(Math.abs(t / T - 0.62 - Math.round(t / T - 0.62)) * T).toBeLessThan(0.06);
      expect(find(a, "cadence", null)!.value).toBeCloseTo(120 / T, 0);
      expect(find(a, "step-time", "left")!.value).toBeCloseTo(T / 2, 1);
    });
  for (const [view, azimuth_deg] of [["front", 0], ["rear", 180]] as const) // biome-ignore format: one line
    it(`finds strikes, drop per side and their difference from the ${view}`, () => {
      const landmarks = film(walkPose(T, { left: 3, right: 8 }), { duration_s: 7 }, { azimuth_deg, distance_m: 3 });
      const bump = (p: number): number =>
        [-1, 0, 1].reduce((sum, k) => sum + Math.exp(-(((p - 0.22 + k) / 0.15) ** 2)), 0);
      const leftUp = (t: number): number => 3 * bump((((t / T + 0.5) % 1) + 1) % 1) - 8 * bump((((t / T) % 1) + 1) % 1);
      const sign = view === "front" ? 1 : -1;
      const a = analyse(inputFor(landmarks, { band: bandOf(landmarks.t_s, (t) => sign * (leftUp(t) + 1.5)) }));
      expect(a).toMatchObject({ test: "walk", view });
      for (const t of times("heel-strike", "right", a))
        expect(Math.abs(t / T - Math.round(t / T)) * T).toBeLessThan(0.05);
      for (const t of times("heel-strike", "left", a))
        expect(Math.abs(t / T - 0.5 - Math.round(t / T - 0.5)) * T).toBeLessThan(0.05);
      expect(Math.abs(find(a, "pelvic-drop", "left")!.value - 3)).toBeLessThan(0.8);
      expect(Math.abs(find(a, "pelvic-drop", "right")!.value - 8)).toBeLessThan(0.8);
      expect(Math.abs(find(a, "pelvic-drop", null, "left-right-difference")!.value + 5)).toBeLessThan(1.2);
      expect(find(a, "pelvic-drop", "left")!.notes).toEqual(["against-gravity", "level-at-heel-strikes"]);
      expect(find(a, "sway", null)).toBeDefined();
    });
  it("refuses a stride of standing still, and drop without a band", () => {
    const still = film(
      () => poseLandmarks({ midHip: [0, 0.9, 0], ankle: { left: [0.1, 0.08, 0], right: [-0.1, 0.08, 0] } }),
      { duration_s: 5 },
    );
    expect(refusal(analyse(inputFor(still, { test: "walk" })), "cadence")).toMatchObject({ code: "few-steps" });
  });
});

describe("bridge", () => {
  it("reads repetitions, hip angle at the top, hold and tempo", () => {
    const reps: Rep[] = [{ start: 0.5, bottom: 2.5, bottomEnd: 4.5, end: 6.5 }, { start: 7, bottom: 9, bottomEnd: 11, end: 13 }]; // biome-ignore format: one line
    const landmarks = film(
      bridgePose(reps),
      { duration_s: 13.6 },
      { width_px: 960, height_px: 540, pixelsPerMetre: 300 },
    );
    const a = analyse(inputFor(landmarks));
    expect(a).toMatchObject({ test: "bridge", view: "right" });
    expect(a.reps).toHaveLength(2);
    for (const [i, r] of a.reps.entries()) {
      expect(r.start_s).toBeCloseTo(reps[i]!.start, 0);
      expect(Math.abs(r.top_s - reps[i]!.bottom)).toBeLessThan(0.15);
      expect(Math.abs(r.top_end_s - reps[i]!.bottomEnd)).toBeLessThan(0.15);
    }
    expect(find(a, "hold-time", null)!.value).toBeCloseTo(2, 0);
    const other = analyse(inputFor(mirrored(landmarks)));
    expect(other.view).toBe("left");
    expect(find(other, "hip-angle", "left")!.value).toBeCloseTo(find(a, "hip-angle", "right")!.value, 9);
  });
});

describe("posture", () => {
  it("is recorded, never scored", () => {
    const still = film(
      () =>
        poseLandmarks({
          midHip: [0, 0.9, 0],
          forward: 4,
          ankle: { left: [0.1, 0.08, 0.01], right: [-0.1, 0.08, 0.01] },
        }),
      { duration_s: 4 },
      { azimuth_deg: 90 },
    );
    const a = analyse(inputFor(still));
    expect(a).toMatchObject({ test: "posture-side", view: "left" });
    expect(find(a, "trunk-inclination", null)).toMatchObject({ notes: ["recorded-not-scored"] });
    expect(find(a, "trunk-inclination", null)!.value).toBeCloseTo(4, 1);
  });
});
