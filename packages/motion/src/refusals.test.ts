import { describe, expect, it } from "vitest";
import { analyse } from "./analyse.ts";
import { MotionInputError } from "./inputError.ts";
import { film, stancePose, step } from "./testing/figure.ts";
import { bandOf, find, inputFor, refusal } from "./testing/input.ts";

describe("what cannot be measured", () => {
  const landmarks = film(stancePose({ stance: "left", drop: 5 }), { duration_s: 6.6 });
  it("says why and what to do, in every case", () => {
    const nobody = { ...landmarks, presence: new Float32Array(landmarks.t_s.length) };
    expect(refusal(analyse(inputFor(nobody, { test: "squat" })), "knee-fppa")).toMatchObject({ code: "no-person" });
    const crowd = { ...landmarks, people: new Uint8Array(landmarks.t_s.length).fill(2) };
    expect(refusal(analyse(inputFor(crowd)), "pelvic-drop")).toMatchObject({ code: "two-people" });
    const slow = film(stancePose({ stance: "left", drop: 5 }), { duration_s: 6.6, rate_hz: 12 });
    expect(refusal(analyse(inputFor(slow)), "pelvic-drop")).toMatchObject({ code: "low-rate" });
    const slanted = film(stancePose({ stance: "left", drop: 5 }), { duration_s: 6.6 }, { azimuth_deg: 55 });
    expect(refusal(analyse(inputFor(slanted, { test: "single-leg-stance" })), "trunk-lean")).toMatchObject({
      code: "oblique",
    });
    const fromSide = film(stancePose({ stance: "left", drop: 5 }), { duration_s: 6.6 }, { azimuth_deg: 90 });
    expect(refusal(analyse(inputFor(fromSide, { test: "single-leg-stance" })), "trunk-lean")).toMatchObject({
      code: "need-front",
    });
    const hidden = { ...landmarks, visibility: landmarks.visibility.map(() => 0.3) };
    expect(refusal(analyse(inputFor(hidden)), "trunk-lean")).toMatchObject({ code: "not-seen" });
    const outside = { ...landmarks, y_px: landmarks.y_px.map((y) => y + 500) };
    expect(refusal(analyse(inputFor(outside)), "pelvic-drop")).toMatchObject({ code: "cut-off" });
    const far = film(stancePose({ stance: "left", drop: 5 }), { duration_s: 6.6 }, { pixelsPerMetre: 120 });
    expect(refusal(analyse(inputFor(far)), "pelvic-drop")).toMatchObject({ code: "too-small" });
  });
  it("keeps a band that is hidden, slipping or turned from being read", () => {
    const drop = (t: number): number => 6 * step(1.6, 2.4, t) * (1 - step(5.4, 6.1, t));
    const withBand = (more: Parameters<typeof bandOf>[2]): ReturnType<typeof analyse> =>
      analyse(inputFor(landmarks, { band: bandOf(landmarks.t_s, drop, more), instrument: "band" }));
    expect(refusal(withBand({ flags: ["slipped"] }), "pelvic-drop")).toMatchObject({ code: "band-slipped" });
    expect(refusal(withBand({ flags: ["yawed", "hangs"] }), "pelvic-drop")).toMatchObject({ code: "band-yawed" });
    expect(
      refusal(
        withBand({ coverage: landmarks.t_s.map((t) => (t < 3.6 ? 1 : 0)) as unknown as Float32Array }),
        "pelvic-drop",
      ),
    ).toMatchObject({ code: "band-hidden" });
    const calm = find(withBand({}), "pelvic-drop", "left")!;
    const widened = find(withBand({ flags: ["hangs"] }), "pelvic-drop", "left")!;
    expect(widened.sem).toBeGreaterThan(calm.sem);
    expect(widened.notes).toContain("band-hangs");
  });
  it("takes the camera's roll out: told by the phone, or seen in the stand", () => {
    const tilted = film(stancePose({ stance: "left", drop: 5, lean: 4 }), { duration_s: 6.6 }, { roll_deg: 6 });
    const told = analyse(inputFor(tilted, { cameraRoll_deg: 6 }));
    expect(find(told, "trunk-lean", "left")!.value).toBeCloseTo(4, 1);
    expect(told.warnings.map((w) => w.code)).not.toContain("camera-roll");
    const seen = analyse(inputFor(tilted));
    expect(seen.warnings.map((w) => w.code)).toContain("camera-roll");
    expect(find(seen, "pelvic-shift", "left")!.value).toBeCloseTo(find(told, "pelvic-shift", "left")!.value, 0);
  });
  it("throws a typed error for arrays that do not fit and times that run back", () => {
    expect(() => analyse(inputFor({ ...landmarks, x_px: landmarks.x_px.subarray(1) }))).toThrow(MotionInputError);
    expect(() => analyse(inputFor({ ...landmarks, t_s: landmarks.t_s.map((t) => -t) }))).toThrow(MotionInputError);
  });
});
