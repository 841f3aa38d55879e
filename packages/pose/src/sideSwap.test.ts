import { LANDMARK_COUNT, LANDMARK_NAMES, type LandmarkSeries } from "@levelhip/signal";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exchangeGroups, exchangeSides, groupsCrossed, repairSides } from "./sideSwap.ts";

const HEIGHTS = { shoulder: 100, hip: 300, knee: 450, ankle: 600 } as const;

/** A person facing the camera, `wide` apart left to right, walking sideways a little. */
function walker(frames: number, wide: (n: number) => number): LandmarkSeries {
  const rows = LANDMARK_COUNT * frames;
  const s = {
    width_px: 720, height_px: 1280,
    t_s: Float64Array.from({ length: frames }, (_, n) => n / 30),
    x_px: new Float64Array(rows), y_px: new Float64Array(rows), se_px: new Float64Array(rows).fill(Number.NaN),
    visibility: new Float32Array(rows).fill(1), presence: new Float32Array(frames).fill(1),
    people: new Uint8Array(frames).fill(1), swapped: new Uint8Array(frames),
  }; // biome-ignore format: a table
  for (let n = 0; n < frames; n++)
    LANDMARK_NAMES.forEach((name, i) => {
      const part = (Object.keys(HEIGHTS) as (keyof typeof HEIGHTS)[]).find((key) => name.endsWith(key));
      const side = name.includes("left") ? 1 : name.includes("right") ? -1 : 0;
      s.x_px[LANDMARK_COUNT * n + i] = 360 + 20 * Math.sin(n / 9) + (side * wide(n)) / 2;
      s.y_px[LANDMARK_COUNT * n + i] = part ? HEIGHTS[part] : 80;
    });
  return s;
}

function flip(series: LandmarkSeries, frames: readonly number[]): LandmarkSeries {
  const x_px = series.x_px.slice();
  for (const n of frames) exchangeSides(x_px, LANDMARK_COUNT * n);
  return { ...series, x_px };
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

describe("repairSides", () => {
  const straight = walker(60, () => 90);

  it("leaves a clean series alone", () => {
    const repaired = repairSides(straight);
    expect(repaired.x_px).toEqual(straight.x_px);
    expect(repaired.swapped.some(Boolean)).toBe(false);
  });

  it("puts back any flips of up to half a second, and says which", () => {
    const run = fc.record({ from: fc.nat(59), length: fc.integer({ min: 1, max: 15 }) });
    fc.assert(
      fc.property(fc.array(run, { maxLength: 2 }), (runs) => {
        const flips = [...new Set(runs.flatMap(({ from, length }) => range(from, Math.min(60, from + length))))];
        const repaired = repairSides(flip(straight, flips));
        // two runs that leave less than half unflipped are the other way round
        fc.pre(flips.length < 30);
        expect(repaired.x_px).toEqual(straight.x_px);
        expect([...repaired.swapped].flatMap((s, n) => (s ? [n] : []))).toEqual([...flips].sort((a, b) => a - b));
      }),
    );
  });

  it("takes the sides that hold for longer as true", () => {
    const repaired = repairSides(flip(straight, range(20, 60)));
    expect(repaired.swapped.reduce((a, b) => a + b, 0)).toBe(20);
    expect(repaired.x_px).toEqual(flip(straight, range(0, 60)).x_px);
  });

  it("puts exchanged legs back and leaves the trunk", () => {
    const legs = { ...straight, x_px: straight.x_px.slice(), y_px: straight.y_px.slice() };
    for (const n of range(30, 36)) exchangeGroups(legs.x_px, LANDMARK_COUNT * n, [false, true]);
    const repaired = repairSides(legs);
    expect(repaired.x_px).toEqual(straight.x_px);
    expect([...repaired.swapped].indexOf(1)).toBe(30);
  });

  it("judges nothing in a clip of few frames a second, where a leg may have passed the other between two", () => {
    const slow = flip({ ...straight, t_s: straight.t_s.map((_, n) => n / 5) }, range(10, 13));
    expect(repairSides(slow).swapped.some(Boolean)).toBe(false);
  });

  it("does not touch a person who turns round: the sides pass through each other", () => {
    const turning = walker(60, (n) => 90 * Math.cos((Math.PI * n) / 59));
    expect(repairSides(turning).swapped.some(Boolean)).toBe(false);
  });

  it("does not touch a person seen from the side, sides on top of each other with noise", () => {
    const side = walker(60, (n) => 6 * Math.sin(n * 2.3));
    expect(repairSides(side).swapped.some(Boolean)).toBe(false);
  });

  it("judges what comes after a long gap for itself, and bridges a short one", () => {
    const gapped = (from: number, to: number) => {
      const s = flip(straight, range(40, 60));
      for (let i = LANDMARK_COUNT * from; i < LANDMARK_COUNT * to; i++) s.x_px[i] = s.y_px[i] = Number.NaN;
      return repairSides(s).swapped;
    };
    expect([...gapped(39, 40)].lastIndexOf(1)).toBe(59);
    expect(gapped(20, 40).some(Boolean)).toBe(false);
  });

  it("gives nothing for an empty series", () => {
    expect(repairSides(walker(0, () => 1)).swapped.length).toBe(0);
  });
});

describe("groupsCrossed", () => {
  it("says which part of the body is exchanged against another frame", () => {
    const [a, b] = [walker(1, () => 90), walker(1, () => 80)];
    const crossed = () => groupsCrossed(a.x_px, a.y_px, 0, b.x_px, b.y_px, 0);
    expect(crossed()).toEqual([false, false]);
    exchangeGroups(b.x_px, 0, [false, true]);
    expect(crossed()).toEqual([false, true]);
    exchangeGroups(b.x_px, 0, [true, false]);
    expect(crossed()).toEqual([true, true]);
  });
});
