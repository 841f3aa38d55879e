import { describe, expect, it } from "vitest";
import { niceTicks, plotSvg } from "./plot.ts";

describe("plots", () => {
  it("puts ticks at round numbers within the range", () => {
    expect(niceTicks(0, 1)).toEqual([0, 0.5, 1]);
    expect(niceTicks(-630, 2530)).toEqual([0, 1000, 2000]);
    expect(niceTicks(2, 2)).toEqual([2]);
  });

  it("draws the reference below ours, with units, the same every time, and escapes what it is given", () => {
    const line = { x: [0, 1, 2], y: [0, 4, 1] };
    const plot = {
      title: "a < b",
      xLabel: "time (s)",
      referenceName: "reference",
      oursName: "ours",
      columns: 1,
      panels: [{ title: "p", yLabel: "force (N)", reference: line, ours: line }],
    };
    const svg = plotSvg(plot);
    expect(svg).toBe(plotSvg(plot));
    expect(svg).toContain("a &lt; b");
    expect(svg).toContain("force (N)");
    expect(svg.indexOf("#e0a458", svg.indexOf("<path"))).toBeLessThan(svg.indexOf("#123c5a", svg.indexOf("<path")));
    expect(svg).not.toContain("NaN");
  });
});
