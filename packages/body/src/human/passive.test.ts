import { describe, expect, it } from "vitest";
import { MILLARD_TENDON, millardPassiveCurve, millardTendonCurve } from "../muscle/millard2012.ts";
import { passiveOf } from "./passive.ts";

const SHAPE = {
  strainAtZeroForce: 0.14,
  strainAtOneNormForce: 0.7,
  stiffnessAtLowForce: 0.2,
  stiffnessAtOneNormForce: 3.5,
  curviness: 0.75,
};

describe("a passive curve for a rigid tendon", () => {
  it.each([
    [0.42, 3.5],
    [0.6, 6],
    [1, 0.3],
    [1.67, 2],
  ])("pulls as the source's fibre and tendon do together: force × %d, tendon %d fibres long", (factor, ratio) => {
    const fiber = millardPassiveCurve(SHAPE);
    const tendon = millardTendonCurve(MILLARD_TENDON);
    const whole = millardPassiveCurve(passiveOf(SHAPE, factor, ratio));
    let worst = 0;
    for (let strain = 0.05; strain < 1; strain += 0.01) {
      // the source: fibre and tendon in balance, by halving
      let low = 0;
      let high = strain;
      for (let i = 0; i < 60; i++) {
        const stretch = 0.5 * (low + high);
        if (tendon.value(1 + stretch / ratio) < fiber.value(1 + strain - stretch)) low = stretch;
        else high = stretch;
      }
      const source = fiber.value(1 + strain - low);
      if (source > factor) break;
      worst = Math.max(worst, Math.abs(factor * whole.value(1 + strain) - source) / factor);
    }
    // by the muscle's maximal force
    expect(worst).toBeLessThan(0.06);
  });

  it("begins where the source's begins, and reaches its own maximal force where the source reaches that force", () => {
    const whole = passiveOf(SHAPE, 0.5, 3);
    const curve = millardPassiveCurve(whole);
    expect(curve.value(1 + SHAPE.strainAtZeroForce)).toBe(0);
    expect(curve.value(1 + whole.strainAtOneNormForce)).toBeCloseTo(1, 12);
  });
});
