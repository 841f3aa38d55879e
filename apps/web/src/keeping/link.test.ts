import { readRecord } from "@levelhip/records";
import { describe, expect, it } from "vitest";
import { framingOf, testResultOf } from "./link.ts";
import type { KeptResult } from "./record.ts";

/** A person who comes into the picture in the second frame, 200 × 400 px. */
function series(): KeptResult["landmarks"] {
  const n = 3 * 33;
  const x_px = Float64Array.from({ length: n }, (_, i) => (i < 33 ? Number.NaN : 100 + (i % 33)));
  const y_px = Float64Array.from({ length: n }, (_, i) => (i < 33 ? Number.NaN : 200 + (i % 33)));
  return {
    width_px: 200,
    height_px: 400,
    t_s: Float64Array.from([0, 0.1, 0.2]),
    x_px,
    y_px,
    se_px: new Float64Array(n),
    visibility: new Float32Array(n),
    presence: new Float32Array(3),
    people: new Uint8Array(3),
    swapped: new Uint8Array(3),
  };
}
const result = (): KeptResult => ({
  version: 1,
  id: "kept-1",
  at_ms: 1_000,
  source: "camera",
  name: "",
  video: { width: 200, height: 400, frames: 3, duration_s: 0.3 },
  analysis: {
    test: "squat",
    view: "front",
    side: null,
    measurements: [
      {
        id: "pelvic-drop",
        side: "left",
        statistic: "mean",
        value: 6,
        unit: "deg",
        sem: 1,
        mdc95: 2.77,
        n: 3,
        n_of: "frames",
        instrument: "band",
        frame: "image-2d",
        quality: 0.9,
        notes: ["x".repeat(500)],
      },
      { id: "sway", side: null, not_measured: { code: "too-short", reason: "short", remedy: "longer" } },
    ],
    events: [],
    reps: [],
    traces: [],
    keyFrame_s: null,
    instruments: [],
    warnings: [],
  } as unknown as KeptResult["analysis"],
  landmarks: series(),
  band: null,
  model: "full",
  quality: "standard",
  picture: null,
  hasClip: false,
});

describe("a result of Check as a record", () => {
  it("is one that the journal takes, whole, refusals with it, and without pictures or series", () => {
    const read = readRecord({
      id: "kept-1",
      person: "p",
      schema: "test-result/1",
      at_ms: 1_000,
      zone: { name: "UTC", offset_min: 0 },
      stamp: "000000000001-0000-a",
      device: "a",
      software: "0.1.0",
      payload: testResultOf(result()),
    });
    if (!read.ok || read.record.kind !== "test-result") throw new Error(read.ok ? "another kind" : read.why);
    const { analysis } = read.record.payload;
    expect(analysis.measurements).toMatchObject([{ value: 6, sem: 1 }, { not_measured: { code: "too-short" } }]);
    expect(JSON.stringify(read.record).length).toBeLessThan(3_000);
    expect(analysis.provenance).toMatchObject({ source: "camera", model: "full" });
  });

  it("remembers where the body stood when it was first seen whole", () => {
    const framing = framingOf(series(), "front");
    expect(framing?.points).toHaveLength(33);
    expect(framing?.points[0]).toEqual([0.5, 0.5]);
    expect(framingOf({ ...series(), x_px: new Float64Array(99).fill(Number.NaN) }, "front")).toBeNull();
  });
});
