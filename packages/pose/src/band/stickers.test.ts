import { describe, expect, it } from "vitest";
import { PERSON, SKIN, type Rgb } from "./testing/drawing.ts";
import { observe, still } from "./testing/run.ts";

const RED: Rgb = [200, 25, 35];
const discs = (angle_deg: number, colour = RED) =>
  [-1, 1].map((s) => ({
    x: 0.21 * s,
    level: 0.16 + 0.21 * s * Math.tan((angle_deg * Math.PI) / 180),
    radius: 0.036,
    colour,
  }));

describe("two stickers on the hip bones", () => {
  it("are found without help and read to 0.3°", () => {
    for (const angle of [-8, 0, 3.3]) {
      const series = observe(still({ ...PERSON, discs: discs(angle) }, 10), {}, 2).series();
      expect(series?.kind).toBe("stickers");
      for (const read of series?.angle_deg ?? []) expect(Math.abs(read - angle)).toBeLessThan(0.3);
      expect(series?.se_deg.every((se) => se > 0 && se < 0.5)).toBe(true);
    }
  });

  it("are not read while a hand covers half of one", () => {
    const whole = { ...PERSON, discs: discs(4) };
    const hand = { ...whole, boxes: [{ x: -0.25, y: 0.16, w: 0.08, h: 0.2, colour: SKIN }] };
    const series = observe([...still(whole, 12), ...still({ ...hand, seed: 9 }, 4)]).series();
    for (let i = 0; i < 12; i++) expect(series?.angle_deg[i]).toBeCloseTo(4, 0);
    for (let i = 12; i < 16; i++) expect(series?.angle_deg[i]).toBeNaN();
  });

  it("are neither hands nor one spot alone", () => {
    const hands = [-1, 1].map((s) => ({ x: 0.46 * s, y: 0.12, w: 0.09, h: 0.13, colour: SKIN }));
    expect(observe(still({ ...PERSON, boxes: hands }, 10)).series()).toBeNull();
    expect(observe(still({ ...PERSON, discs: discs(0).slice(0, 1) }, 10)).series()).toBeNull();
  });
});
