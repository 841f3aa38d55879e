import { LANDMARK, LANDMARK_COUNT, type LandmarkSeries } from "@levelhip/signal";
import { describe, expect, it } from "vitest";
import { analyse } from "./analyse.ts";
import { nearLegStaysNear } from "./sideLabels.ts";
import { film, walkPose } from "./testing/figure.ts";
import { inputFor } from "./testing/input.ts";

const T = 1.1;
const base = film(walkPose(T, { left: 3, right: 3 }), { duration_s: 6 }, { azimuth_deg: -90 });
const near: LandmarkSeries = {
  ...base,
  visibility: base.visibility.map((v, k) =>
    (k % LANDMARK_COUNT) % 2 === 1 && k % LANDMARK_COUNT >= 11 ? v - 0.15 : v,
  ),
};

/** Legs exchanged in frames `from`…`to` as a repair would do it: positions and visibilities, flagged. */
function exchanged(series: LandmarkSeries, from: number, to: number): LandmarkSeries {
  const copy = {
    ...series,
    x_px: series.x_px.slice(),
    y_px: series.y_px.slice(),
    visibility: series.visibility.slice(),
    swapped: series.swapped.slice(),
  };
  for (let i = from; i < to; i++) {
    copy.swapped[i] = 1;
    for (let k = LANDMARK.left_knee; k < LANDMARK_COUNT; k += 2)
      for (const values of [copy.x_px, copy.y_px, copy.visibility]) {
        const [a, b] = [i * LANDMARK_COUNT + k, i * LANDMARK_COUNT + k + 1];
        [values[a], values[b]] = [values[b]!, values[a]!];
      }
  }
  return copy;
}

describe("nearLegStaysNear", () => {
  it("takes back an exchange that made the far leg the better seen one", () => {
    const put = nearLegStaysNear(exchanged(near, 40, 75), "right");
    expect(Array.from(put.x_px)).toEqual(Array.from(near.x_px));
    expect(put.swapped.includes(1)).toBe(false);
  });
  it("leaves a right exchange alone, and a series without any untouched", () => {
    const wronglyLabelled = exchanged(near, 40, 75);
    const repaired = exchanged({ ...wronglyLabelled, swapped: new Uint8Array(near.t_s.length) }, 40, 75);
    expect(nearLegStaysNear(repaired, "right")).toBe(repaired);
    expect(nearLegStaysNear(near, "right")).toBe(near);
  });
  it("keeps heel strikes on their own foot", () => {
    const a = analyse(inputFor(exchanged(near, 30, 90), { test: "walk" }));
    const strikes = a.events.filter((e) => e.kind === "heel-strike" && e.side === "right");
    expect(strikes.length).toBeGreaterThan(3);
    for (const e of strikes) expect(Math.abs(e.t_s / T - Math.round(e.t_s / T)) * T).toBeLessThan(0.045);
  });
});
