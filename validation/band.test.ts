import { describe, expect, it } from "vitest";
import type { BandSeries } from "@levelhip/signal";
import { bandReport, scoreBand } from "./band.ts";

const series = (angle_deg: readonly number[]): BandSeries => {
  const column = (value: number): Float64Array => new Float64Array(angle_deg.length).fill(value);
  return {
    kind: "band",
    t_s: Float64Array.from(angle_deg, (_, i) => i / 30),
    angle_deg: Float64Array.from(angle_deg),
    se_deg: column(0.1),
    x0_px: column(0),
    y0_px: column(0),
    x1_px: column(1),
    y1_px: column(0),
    sag_px: column(0),
    coverage: new Float32Array(angle_deg.length).fill(1),
    flags: [],
    colour: [0, 0, 0],
  };
};
const truth = (lines: readonly number[] | null) => ({
  band: lines ? {} : null,
  dots: null,
  frames_data: lines ? lines.map((tls_deg) => ({ band: { tls_deg } })) : [{}],
});

describe("the band's table", () => {
  it("subtracts the truth from what was read, picture by picture", () => {
    const { error_deg } = scoreBand("a", truth([1, 2, 3]), series([1.5, 2, 2.5]));
    expect(error_deg).toEqual([0.5, 0, -0.5]);
  });
  it("names a band that was missed and one that was invented", () => {
    const text = bandReport([
      scoreBand("missed one", truth([1]), null),
      scoreBand("invented one", truth(null), series([1])),
      scoreBand("rightly none", truth(null), null),
    ]);
    expect(text).toMatch(/not found, or taken for something else: missed one of 1/);
    expect(text).toMatch(/a line invented: invented one of 2/);
  });
});
