import { describe, expect, it } from "vitest";
import { band, PERSON } from "./testing/drawing.ts";
import { observe, still } from "./testing/run.ts";

/** Where the drawn band is, a little off its middle, as a finger hits it. */
const tapOn = (level: number): { t_s: number; x_px: number; y_px: number } => ({
  t_s: 0.33,
  x_px: PERSON.x_px - 0.1 * PERSON.torso_px,
  y_px: PERSON.y_px - level * PERSON.torso_px + 2,
});

describe("one tap", () => {
  it("follows a band of the colour of skin, which is not taken unasked", () => {
    const skin = band({ colour: [205, 150, 120], angle_deg: 5, thickness: 0.09, wave: (u) => 0.012 * Math.sin(9 * u) });
    const arms = [-1, 1].map((s) => ({ x: 0.47 * s, y: 0.35, w: 0.1, h: 0.5, colour: [205, 150, 120] as const }));
    const person = { ...PERSON, bands: [skin], boxes: arms };
    expect(observe(still(person)).series()).toBeNull();
    const series = observe(still(person), { hint: tapOn(0.16) }).series();
    for (const angle of series?.angle_deg ?? [99]) expect(Math.abs(angle - 5)).toBeLessThan(0.4);
  });

  it("takes the line that was tapped where there are two", () => {
    const person = {
      ...PERSON,
      hem: 0.02,
      bands: [band({ level: 0.1, colour: [40, 90, 200] }), band({ level: 0.28, angle_deg: 7 })],
    };
    const upper = observe(still(person), { hint: tapOn(0.27) }).series();
    const lower = observe(still(person), { hint: tapOn(0.1) }).series();
    expect(upper?.angle_deg[3]).toBeCloseTo(7, 0);
    expect(lower?.angle_deg[3]).toBeCloseTo(0, 0);
    expect(lower?.colour[2]).toBeGreaterThan(120);
  });

  it("says so where nothing was tapped, or beside the clip", () => {
    const person = { ...PERSON, bands: [band()] };
    const beside = observe(still(person), { hint: { t_s: 0.33, x_px: PERSON.x_px, y_px: PERSON.y_px + 40 } });
    expect(beside.refusal()?.code).toBe("no-band");
    const late = observe(still(person), { hint: { ...tapOn(0.16), t_s: 60 } });
    expect(late.refusal()?.code).toBe("no-person");
    const outside = observe(still(person), { hint: { t_s: 0.33, x_px: -50, y_px: 1e6 } });
    expect(outside.series()).toBeNull();
  });
});
