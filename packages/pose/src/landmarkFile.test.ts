import { LANDMARK_COUNT, type LandmarkSeries } from "@levelhip/signal";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LandmarkFileError, type LandmarkProvenance, landmarkFileText, parseLandmarkFile } from "./landmarkFile.ts";

const provenance: LandmarkProvenance = { clip: "squat.mp4", model: "full", quality: "standard", crops: 3 };

function seriesOf(frames: number, value: (i: number) => number): LandmarkSeries {
  const rows = frames * LANDMARK_COUNT;
  return {
    width_px: 720,
    height_px: 1280,
    t_s: Float64Array.from({ length: frames }, (_, i) => i / 29.97),
    x_px: Float64Array.from({ length: rows }, (_, i) => value(i)),
    y_px: Float64Array.from({ length: rows }, (_, i) => value(i + 1)),
    se_px: new Float64Array(rows).fill(Number.NaN),
    visibility: new Float32Array(rows).fill(0.25),
    presence: new Float32Array(frames).fill(1),
    people: new Uint8Array(frames).fill(1),
    swapped: new Uint8Array(frames),
  };
}

describe("landmark file", () => {
  it("gives back what was written, to 1/2000 px and half a microsecond", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.double({ min: -3000, max: 3000, noNaN: true }), (frames, base) => {
        const series = seriesOf(frames, (i) => (i % 7 === 0 ? Number.NaN : base + i / 3));
        const back = parseLandmarkFile(landmarkFileText({ series, provenance }));
        expect(back.provenance).toEqual(provenance);
        expect(back.series.x_px.length).toBe(series.x_px.length);
        series.x_px.forEach((x, i) => {
          if (Number.isNaN(x)) expect(back.series.x_px[i]).toBeNaN();
          else expect(Math.abs(back.series.x_px[i]! - x)).toBeLessThanOrEqual(0.000501);
        });
        series.t_s.forEach((t, i) => expect(Math.abs(back.series.t_s[i]! - t)).toBeLessThanOrEqual(5.01e-7));
        expect(back.series.se_px.every(Number.isNaN)).toBe(true);
        expect(back.series.people).toEqual(series.people);
      }),
    );
  });

  it.each([
    ["text", "no json", "not-json"],
    ["another schema", '{"schema":"levelhip.landmarks/9"}', "schema"],
    ["null", "null", "schema"],
    ["no arrays", '{"schema":"levelhip.landmarks/1","frames":2,"width_px":1,"height_px":1}', "shape"],
  ])("refuses %s with a typed error and a remedy", (_, text, code) => {
    const error = caught(() => parseLandmarkFile(text));
    expect(error).toBeInstanceOf(LandmarkFileError);
    expect((error as LandmarkFileError).code).toBe(code);
    expect((error as LandmarkFileError).remedy.length).toBeGreaterThan(10);
  });

  it("refuses times that do not increase, words among numbers, and a missing provenance, naming the field", () => {
    const good = JSON.parse(landmarkFileText({ series: seriesOf(2, (i) => i), provenance })) as Record<string, unknown>;
    const fieldOf = (change: Record<string, unknown>) =>
      (caught(() => parseLandmarkFile(JSON.stringify({ ...good, ...change }))) as LandmarkFileError).field;
    expect(fieldOf({ t_s: [1, 1] })).toBe("t_s");
    expect(fieldOf({ presence: [1, "one"] })).toBe("presence");
    expect(fieldOf({ provenance: { clip: "x" } })).toBe("provenance");
    expect(fieldOf({ people: [1] })).toBe("people");
  });
});

function caught(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
