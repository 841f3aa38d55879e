import { describe, expect, it } from "vitest";
import { band, BLACK, GREY, gauss, PERSON, random, type Rgb } from "./testing/drawing.ts";
import { observe, still } from "./testing/run.ts";

const mean = (v: ArrayLike<number>): number => Array.from(v).reduce((a, b) => a + b, 0) / v.length;

/** A weak knot: a box of the band's own colour over it, with two ends hanging. */
const knot = (colour: Rgb) =>
  [
    { x: 0.05, y: 0.155, w: 0.05, h: 0.11, colour },
    { x: 0.035, y: 0.06, w: 0.022, h: 0.16, colour },
    { x: 0.07, y: 0.05, w: 0.022, h: 0.16, colour },
  ] as const;

describe("a band around the hips", () => {
  const COLOURS: readonly (readonly [string, Rgb, Partial<typeof PERSON>])[] = [
    ["yellow on grey over black", [235, 195, 10], {}],
    ["red on white over black", [205, 30, 40], { shirt: [225, 225, 222] }],
    ["black on white", [18, 18, 20], { shirt: [225, 225, 222], hem: 0.05 }],
    ["white on grey over black", [240, 240, 236], {}],
    ["green on olive", [30, 150, 70], { shirt: [85, 92, 50], shorts: [80, 88, 48] }],
    ["grey on white over black", [125, 125, 125], { shirt: [230, 230, 228] }],
  ];
  for (const [name, colour, clothes] of COLOURS)
    it(`is found without help and its angle is right to 0.3°: ${name}`, () => {
      for (const angle_deg of [-12, -3.3, 0, 6.1]) {
        const person = { ...PERSON, ...clothes, bands: [band({ colour, angle_deg, bow: 0.012 })] };
        const series = observe(still(person, 6), {}, 3).series();
        expect(series?.kind).toBe("band");
        for (const angle of series?.angle_deg ?? []) expect(Math.abs(angle - angle_deg)).toBeLessThan(0.3);
        expect(series?.coverage.every((c) => c > 0.9)).toBe(true);
        expect(series?.flags).toEqual([]);
      }
    });

  it("is followed while the pelvis drops and comes back", () => {
    const angles = Array.from({ length: 24 }, (_, i) => 1 + 9 * Math.sin((Math.PI * i) / 23));
    const drawings = angles.map((angle_deg, i) => ({
      ...PERSON,
      seed: i + 1,
      x_px: PERSON.x_px + i,
      bands: [band({ angle_deg, bow: 0.02 })],
    }));
    const series = observe(drawings, {}, 4).series();
    angles.forEach((angle, i) => expect(Math.abs((series?.angle_deg[i] ?? Number.NaN) - angle)).toBeLessThan(0.2));
  });

  it("keeps its angle when a hand hides one end, and says so", () => {
    const whole = { ...PERSON, bands: [band({ angle_deg: 4, bow: 0.03 })] };
    const hand = { ...whole, boxes: [{ x: -0.25, y: 0.14, w: 0.24, h: 0.25, colour: [205, 150, 120] as Rgb }] };
    const series = observe([...still(whole, 8), ...still({ ...hand, seed: 5 }, 8)], {}, 2).series();
    for (const angle of series?.angle_deg ?? []) expect(Math.abs(angle - 4)).toBeLessThan(0.5);
    expect(mean(series?.coverage.subarray(0, 8) ?? [])).toBeGreaterThan(0.93);
    expect(mean(series?.coverage.subarray(8) ?? [])).toBeLessThan(0.8);
    expect(mean(series?.se_deg.subarray(8) ?? [])).toBeGreaterThan(mean(series?.se_deg.subarray(0, 8) ?? []));
    expect(series?.flags).toContain("partly-hidden");
  });

  it("is not bent by a knot with hanging ends", () => {
    const colour: Rgb = [30, 150, 70];
    const person = { ...PERSON, bands: [band({ colour, angle_deg: 5 })], boxes: knot(colour) };
    const series = observe(still(person, 8)).series();
    for (const angle of series?.angle_deg ?? []) expect(Math.abs(angle - 5)).toBeLessThan(0.25);
  });

  it("states a standard error that is its error: z-scores spread by about 1", () => {
    const next = random(77);
    const z: number[] = [];
    for (const noise of [3, 9]) {
      const angles = Array.from({ length: 40 }, (_, i) => 6 * Math.sin(i * 0.3) + 0.3 * gauss(next));
      const drawings = angles.map((angle_deg, i) => ({
        ...PERSON,
        noise,
        seed: i + 1 + noise * 1000,
        bands: [band({ angle_deg, bow: 0.01 })],
      }));
      const series = observe(drawings.map((d, i) => ({ ...d, x_px: d.x_px + (i % 7) * 0.37 }))).series();
      angles.forEach((angle, i) => {
        const se = series?.se_deg[i] ?? Number.NaN;
        if (Number.isFinite(se)) z.push(((series?.angle_deg[i] ?? 0) - angle) / se);
      });
    }
    expect(z.length).toBeGreaterThan(64);
    const spread = Math.sqrt(mean(z.map((v) => v * v)));
    expect(spread).toBeGreaterThan(0.5);
    expect(spread).toBeLessThan(1.6);
  });
});

describe("what does not change the answer", () => {
  const person = { ...PERSON, noise: 1, bands: [band({ angle_deg: 6, bow: 0.02 })] };
  const read = (d: typeof PERSON): number => mean(observe(still(d, 6)).series()?.angle_deg ?? []);
  it("turns round with a mirror", () => {
    const mirrored = { ...person, x_px: person.width - person.x_px, bands: [band({ angle_deg: -6, bow: 0.02 })] };
    expect(Math.abs(read(mirrored) + read(person))).toBeLessThan(0.2);
  });
  it("does not depend on distance or light", () => {
    expect(Math.abs(read({ ...person, torso_px: 130, y_px: 300 }) - 6)).toBeLessThan(0.2);
    for (const brightness of [0.45, 0.7, 1.05])
      expect(Math.abs(read({ ...person, brightness }) - 6)).toBeLessThan(0.15);
  });
});

describe("what is not a band", () => {
  const none = (d: typeof PERSON): void => {
    const observer = observe(still(d, 8), {}, 2);
    expect(observer.series()).toBeNull();
    expect(observer.refusal()?.code).toBe("no-band");
    expect(observer.refusal()?.remedy.length).toBeGreaterThan(20);
  };
  it("a shirt over shorts, and one cloth from top to bottom", () => {
    none(PERSON);
    none({ ...PERSON, shirt: GREY, shorts: GREY });
    none({ ...PERSON, shirt: [225, 225, 222], shorts: BLACK, hem: 0.1 });
  });
  it("a shirt tail with a waving hem", () => {
    const tail = band({ colour: [225, 225, 222], thickness: 0.1, wave: (u) => 0.035 * Math.cos(3 * u) });
    none({ ...PERSON, bands: [tail] });
  });
  it("bare skin between shirt and shorts", () => {
    const person = {
      ...PERSON,
      bands: [band({ colour: [205, 150, 120], thickness: 0.09, wave: (u) => 0.012 * Math.sin(9 * u) })],
    };
    const arms = [-1, 1].map((s) => ({ x: 0.47 * s, y: 0.35, w: 0.1, h: 0.5, colour: [205, 150, 120] as Rgb }));
    none({ ...person, boxes: arms });
  });
  it("one stripe of many on a shirt", () => {
    const stripes = [0.1, 0.2, 0.3, 0.4].map((level) => band({ colour: [190, 40, 50], level, thickness: 0.045 }));
    none({ ...PERSON, hem: -0.05, shirt: [225, 225, 222], bands: stripes });
  });
  it("a thin line, and a belt no wider than a hand", () => {
    none({ ...PERSON, bands: [band({ thickness: 0.012 })] });
    none({ ...PERSON, boxes: [{ x: 0, y: 0.16, w: 0.2, h: 0.07, colour: [235, 195, 10] }] });
  });
});
