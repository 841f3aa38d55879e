import { describe, expect, it } from "vitest";
import { bandMean, bandObliquity, bandRefusal, dropFor, flagError_deg } from "./bandDrop.ts";
import { INSTRUMENT_ERRORS, instrumentError } from "./instrumentError.ts";
import { type MarkerlessModel, markerlessDrop, MARKERLESS_MODEL } from "./markerlessDrop.ts";
import { MARKERLESS_FEATURES, type FeatureVector } from "./markerlessFeatures.ts";
import { measured } from "./measure.ts";
import { isMeasured } from "./measurement.ts";
import { REFUSALS } from "./refusals.ts";
import { stanceFeatures } from "./stanceFeatures.ts";
import { film, mirrored, stancePose } from "./testing/figure.ts";
import { bandOf } from "./testing/input.ts";
import { windowBetween } from "./window.ts";

const t_s = Float64Array.from({ length: 90 }, (_, i) => i / 30);

describe("band", () => {
  it("turns with the view and the stance side, and takes the camera's roll off", () => {
    const band = bandOf(t_s, () => 5);
    expect(bandObliquity(band, "front", 0)[9]).toBe(5); // right end of the picture up = person's left up
    expect(bandObliquity(band, "rear", 0)[9]).toBe(-5);
    expect(bandObliquity(band, "front", 2)[9]).toBe(3);
    expect(dropFor("left", bandObliquity(band, "front", 0))[9]).toBe(5);
    expect(dropFor("right", bandObliquity(band, "front", 0))[9]).toBe(-5);
  });
  it("weights sure frames, leaves out poorly seen and stray ones", () => {
    const se_deg = t_s.map((_, i) => (i % 2 ? 0.1 : 3));
    const band = bandOf(t_s, (t) => (Math.round(t * 30) % 2 ? 4 : 6), { se_deg });
    const mean = bandMean(band, bandObliquity(band, "front", 0), windowBetween(t_s, 0, 3));
    expect(mean.mean).toBeGreaterThan(3.9);
    expect(mean.mean).toBeLessThan(4.1);
    const holes = bandOf(t_s, (t) => (t > 1.5 ? 50 : 2), {
      coverage: Float32Array.from(t_s, (t) => (t > 1.5 ? 0.2 : 0.9)),
    });
    const seen = bandMean(holes, bandObliquity(holes, "front", 0), windowBetween(t_s, 0, 3));
    expect(seen.mean).toBeCloseTo(2, 9);
    expect(seen.share).toBeCloseTo(0.5, 1);
  });
  it("refuses what cannot be read and widens for the rest", () => {
    const mean = { mean: 1, se: 0.1, n: 50, share: 0.9 };
    expect(bandRefusal(null, [mean])).toBe("no-band");
    expect(bandRefusal(bandOf(t_s, () => Number.NaN), [mean])).toBe("no-band"); // biome-ignore format: one line
    expect(bandRefusal(bandOf(t_s, () => 1), [{ ...mean, share: 0.3 }])).toBe("band-hidden"); // biome-ignore format: one line
    expect(bandRefusal(bandOf(t_s, () => 1), [mean])).toBeNull(); // biome-ignore format: one line
    expect(flagError_deg([])).toBe(0);
    expect(flagError_deg(["yawed", "hangs"])).toBeGreaterThan(flagError_deg(["hangs"]));
  });
});

describe("markerless", () => {
  const zero = Object.fromEntries(MARKERLESS_FEATURES.map((f) => [f, 0])) as unknown as FeatureVector;
  const model: MarkerlessModel = {
    schema: "levelhip.markerless/1", fitted: true, source: "test", intercept_deg: 2, clips: 50, farthest: 3, largestSem_deg: 3, sem_deg: 1.5,
    terms: [{ feature: "hip_line_deg", mean: 1, scale: 2, coefficient_deg: 3 }, { feature: "hip_shift", mean: 0, scale: 0.05, coefficient_deg: -1 }],
    inverseCovariance: [1, 0, 0, 1],
  }; // biome-ignore format: as it is read
  it("is the sum of its table", () => {
    const e = markerlessDrop({ ...zero, hip_line_deg: 3, hip_shift: 0.05 }, model);
    expect(e).toMatchObject({ ok: true });
    if (e.ok) {
      expect(e.drop_deg).toBeCloseTo(2 + 3 - 1, 12);
      expect(e.sem_deg).toBeCloseTo(1.5 * Math.sqrt(1 + 2 / 50), 12);
    }
  });
  it("refuses without a fit, far from what it was fitted on, with too wide an error, and with a feature missing", () => {
    expect(markerlessDrop(zero, { ...model, fitted: false })).toEqual({ ok: false, code: "markerless-not-ready" });
    expect(markerlessDrop({ ...zero, hip_line_deg: 40 }, model)).toEqual({ ok: false, code: "markerless-unsure" });
    expect(markerlessDrop(zero, { ...model, sem_deg: 5 })).toEqual({ ok: false, code: "markerless-unsure" });
    expect(markerlessDrop({ ...zero, hip_shift: Number.NaN }, model)).toEqual({ ok: false, code: "not-seen" });
    expect(
      markerlessDrop(zero, { ...model, terms: [{ feature: "nonsense", mean: 0, scale: 1, coefficient_deg: 1 }] }),
    ).toEqual({ ok: false, code: "not-seen" });
  });
  it("ships a table that names only features it has", () => {
    for (const term of MARKERLESS_MODEL.terms) expect(MARKERLESS_FEATURES).toContain(term.feature);
    const n = MARKERLESS_MODEL.terms.length;
    expect([0, n * n]).toContain(MARKERLESS_MODEL.inverseCovariance.length);
  });
  it("has features that are alike for the left and the right leg, in a mirror, at any size", () => {
    const left = film(
      stancePose({ stance: "left", drop: 6, lean: 4, fppa: 3 }),
      { duration_s: 6.6 },
      { noise_px: 0.4, seed: 3 },
    );
    const a = stanceFeatures(left)!;
    const b = stanceFeatures(mirrored(left))!;
    const c = stanceFeatures({
      ...left,
      width_px: 360,
      height_px: 640,
      x_px: left.x_px.map((v) => v / 2),
      y_px: left.y_px.map((v) => v / 2),
    })!;
    expect([a.stance, b.stance]).toEqual(["left", "right"]);
    for (const f of MARKERLESS_FEATURES) {
      expect(b.features[f], f).toBeCloseTo(a.features[f], 9);
      expect(c.features[f], f).toBeCloseTo(a.features[f], 6);
    }
    expect(a.features.hip_line_deg).toBeCloseTo(6, 0);
    expect(a.features.trunk_lean_deg).toBeCloseTo(4, 0);
  });
});

describe("errors and refusals", () => {
  it("has a source for every stated error, and grows hold times by their share", () => {
    for (const e of INSTRUMENT_ERRORS) expect(e.source.length).toBeGreaterThan(10);
    expect(instrumentError("pelvic-drop", "band", "hold", 3)).toBeLessThan(
      instrumentError("pelvic-drop", "band", "steps", 3)!,
    );
    expect(instrumentError("hold-time", "landmarks", "hold", 30)).toBeCloseTo(Math.hypot(0.1, 4.5), 9);
    expect(instrumentError("cadence", "band", "steps", 100)).toBeNull();
  });
  it("never measures a NaN or what was poorly seen", () => {
    const draft = {
      id: "trunk-lean",
      side: "left",
      value: 3,
      randomError: 0.2,
      manner: "hold",
      n: 40,
      n_of: "frames",
      quality: 1,
    } as const;
    expect(isMeasured(measured(draft))).toBe(true);
    for (const bad of [{ value: Number.NaN }, { quality: 0.6 }, { quality: Number.NaN }, { n: 0 }])
      expect(isMeasured(measured({ ...draft, ...bad }))).toBe(false);
    const noSpread = measured({ ...draft, randomError: Number.NaN });
    expect(isMeasured(noSpread) && noSpread.sem).toBeCloseTo(2, 12);
  });
  it("speaks in whole, plain sentences", () => {
    for (const [reason, remedy] of Object.values(REFUSALS))
      for (const text of [reason, remedy]) {
        expect(text).toMatch(/^[A-Z].*\.$/);
        for (const sentence of text.split(". ")) expect(sentence.split(" ").length, sentence).toBeLessThanOrEqual(26);
      }
  });
});
