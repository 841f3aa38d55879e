import { humanModel } from "@levelhip/body";
import { describe, expect, it } from "vitest";
import { aim, makeLens, project, turnedTowards } from "./camera.ts";
import { type Figure, makeAnatomy, makeFigure, pose } from "./figure.ts";
import { boxesOf, reach, viewOf } from "./framing.ts";
import { strandAt } from "./pick.ts";
import { ball, cross, dot, drawnWith, loft, mirrored, type Solid, tube, type Vec } from "./solid.ts";
import { STATIONS } from "./strands.ts";

const PERSON = { sex: "female", height_m: 1.68, mass_kg: 68 } as const;
const corner = ({ position }: Solid, i: number): Vec => [
  position[3 * i] ?? 0,
  position[3 * i + 1] ?? 0,
  position[3 * i + 2] ?? 0,
];
function volume(solid: Solid): number {
  let sum = 0;
  for (let t = 0; t < solid.index.length; t += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => corner(solid, solid.index[t + k] ?? 0)) as [Vec, Vec, Vec];
    sum += dot(a, cross(b, c)) / 6;
  }
  return sum;
}
/** Every edge of a closed surface is walked once each way. */
function isClosed({ index }: Solid): boolean {
  const seen = new Map<string, number>();
  for (let t = 0; t < index.length; t += 3)
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      const [i, j] = [index[t + a] ?? 0, index[t + b] ?? 0];
      const key = i < j ? `${i}/${j}` : `${j}/${i}`;
      seen.set(key, (seen.get(key) ?? 0) + (i < j ? 1 : -1));
    }
  return [...seen.values()].every((n) => n === 0);
}

describe("solids", () => {
  it("have the volume of what they draw", () => {
    const egg = volume(ball([0.3, 1, -2], [0.02, 0.03, 0.04], 40)) / ((4 / 3) * Math.PI * 0.02 * 0.03 * 0.04);
    // drawn through few rings: a little inside the ellipsoid
    expect(egg).toBeGreaterThan(0.95);
    expect(egg).toBeLessThan(1);
    const rod = loft(
      [0, 1, 2].map((y) => ({ at: [0, y, 0], u: [0.1, 0, 0], v: [0, 0, 0.1] }) as const),
      { round: 64, caps: 0 },
    );
    expect(volume(rod)).toBeCloseTo(Math.PI * 0.01 * 2, 3);
  });
  it("are closed and right side out, their mirror images too, with many facets and with few", () => {
    for (const fineness of [1, 0.5, 0.3]) {
      const { bones } = drawnWith(fineness, () => makeAnatomy(humanModel(PERSON), fineness));
      for (const { name, solids } of bones)
        for (const solid of solids) {
          expect(isClosed(solid), name).toBe(true);
          expect(volume(solid), name).toBeGreaterThan(0);
          expect(solid.position.every(Number.isFinite), name).toBe(true);
          expect(volume(mirrored(solid)), name).toBeCloseTo(volume(solid), 12);
        }
    }
  });
  it("follow their points", () => {
    const { position } = tube([
      [0, 0, 0, 0.01],
      [0, 1, 0, 0.01],
    ]);
    expect(Math.max(...position.filter((_, i) => i % 3 === 1))).toBeGreaterThan(1);
  });
});

describe("the camera", () => {
  const lens = makeLens();
  const at = new Float64Array(3);
  const view = { azimuth_deg: 0, elevation_deg: 0, tall_m: 1, middle: [0, 1, 0] } as const;
  it("puts what it looks at in the middle and the person's right on the left of the front view", () => {
    aim(lens, view, 1);
    project(lens, 0, 1, 0, at);
    expect([at[0], at[1]]).toEqual([expect.closeTo(0.5, 6), expect.closeTo(0.5, 6)]);
    project(lens, 0, 1, 0.2, at);
    expect(at[0]).toBeLessThan(0.5);
    aim(lens, { ...view, azimuth_deg: 180 }, 1);
    project(lens, 0, 1, 0.2, at);
    expect(at[0]).toBeGreaterThan(0.5);
    project(lens, 0, 1.3, 0, at);
    expect(at[1]).toBeLessThan(0.5);
  });
  it("shows as much as it says, top to bottom", () => {
    aim(lens, view, 1.5);
    project(lens, 0, 1.5, 0, at);
    expect(at[1]).toBeCloseTo(0, 6);
    project(lens, 0, 0.5, 0, at);
    expect(at[1]).toBeCloseTo(1, 6);
  });
  it("turns the short way round", () => {
    expect(turnedTowards(170, -170, 0.5)).toBeCloseTo(180);
    expect(turnedTowards(0, 90, 1)).toBe(90);
  });
});

describe("a figure", () => {
  const anatomy = makeAnatomy(humanModel(PERSON), 0.4);
  const { model } = anatomy;
  const stand = (): Figure => {
    const figure = makeFigure(anatomy);
    pose(figure, Float64Array.from(model.coordinateDefault), new Float64Array(model.nMuscles).fill(0.5));
    return figure;
  };
  it("has bones on every body that a leg and the trunk are made of, on both sides", () => {
    const names = new Set(anatomy.bones.map(({ name }) => name));
    for (const name of [
      "pelvis",
      "sacrum",
      "femur_r",
      "femur_l",
      "tibia_r",
      "patella_l",
      "foot_r",
      "toes_l",
      "L1",
      "L5",
      "thorax",
    ])
      expect(names).toContain(name);
  });
  it("stands on the floor, head up, symmetric", () => {
    const figure = stand();
    const [low, high] = [
      [Infinity, Infinity, Infinity],
      [-Infinity, -Infinity, -Infinity],
    ] as [number[], number[]];
    reach(figure, boxesOf(anatomy.bones), low, high);
    expect(Math.abs(low[1] ?? 1)).toBeLessThan(0.04);
    expect(high[1]).toBeGreaterThan(1.5);
    expect(high[1]).toBeLessThan(1.8);
    expect(low[2]).toBeCloseTo(-(high[2] ?? 0), 2);
  });
  it("draws strands from the origin to the insertion of the model's own paths", () => {
    const figure = stand();
    const { lines, strands, stations } = figure.strands;
    const { start, count, position_m } = figure.data.lines;
    for (let p = 0; p < model.nMuscles; p += 1) {
      const last = (start[p] ?? 0) + (count[p] ?? 0) - 1;
      for (let c = 0; c < 3; c += 1) {
        expect(lines[3 * p * STATIONS + c]).toBeCloseTo(position_m[3 * (start[p] ?? 0) + c] ?? Number.NaN, 5);
        expect(lines[3 * (p * STATIONS + STATIONS - 1) + c]).toBeCloseTo(position_m[3 * last + c] ?? Number.NaN, 5);
      }
    }
    expect(stations.every(Number.isFinite)).toBe(true);
    expect(strands.length).toBeGreaterThan(model.nMuscles);
  });
  it("makes a muscle wider with its effort, and never leaves the fan between two paths", () => {
    const figure = makeFigure(anatomy);
    const q = Float64Array.from(model.coordinateDefault);
    pose(figure, q, new Float64Array(model.nMuscles));
    const rest = Float32Array.from(figure.strands.stations);
    pose(figure, q, new Float64Array(model.nMuscles).fill(1));
    figure.strands.stations.forEach((value, i) => {
      if (i % 4 === 3) expect(value).toBeGreaterThan(rest[i] ?? Infinity);
      else expect(value).toBe(rest[i]);
    });
  });
  it("is picked where it is drawn", () => {
    const figure = stand();
    const lens = makeLens();
    const view = viewOf({ low: [-0.3, 0, -0.3], high: [0.3, 1.7, 0.3], core: [-0.07, 1, 0] }, 100, 0, "hips", 1, 1);
    aim(lens, view, 1);
    const at = new Float64Array(3);
    const muscle = model.description.muscles.findIndex(({ name }) => name === "glmed2_r");
    const i = figure.strands.strands.findIndex(({ a, mix }) => a === muscle && mix === 0);
    const k = 4 * (i * STATIONS + 8);
    const [x = 0, y = 0, z = 0] = figure.strands.stations.subarray(k, k + 3);
    project(lens, x, y, z, at);
    const found = strandAt(figure.strands, lens, at[0] ?? 0, at[1] ?? 0, 600, 600);
    expect(model.description.muscles[found]?.name).toMatch(/^glm(ed|in)/);
    expect(strandAt(figure.strands, lens, 0.02, 0.02, 600, 600)).toBe(-1);
  });
  it("steps far enough back to see all of a body", () => {
    const frame = { low: [-0.9, 0, -0.3], high: [0.9, 0.6, 0.3], core: [0, 0.3, 0] } as const;
    for (const [azimuth, aspect] of [
      [90, 1],
      [90, 0.5],
      [0, 1],
    ] as const) {
      const view = viewOf(frame, azimuth, 0, "whole", aspect, 1);
      const lens = makeLens();
      aim(lens, view, aspect);
      const at = new Float64Array(3);
      for (const x of [-0.9, 0.9])
        for (const y of [0, 0.6]) {
          project(lens, x, y, 0, at);
          expect(at[0]).toBeGreaterThan(0);
          expect(at[0]).toBeLessThan(1);
          expect(at[1]).toBeGreaterThan(0);
          expect(at[1]).toBeLessThan(1);
        }
    }
  });
});
