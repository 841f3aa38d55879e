import { describe, expect, it } from "vitest";
import { BezierCurve } from "./bezierCurve.ts";
import * as deGroote from "./degrooteFregly2016.ts";
import * as millard from "./millard2012.ts";
import * as thelen from "./thelen2003.ts";

const THELEN: thelen.Thelen2003Shape = {
  fmaxTendonStrain: 0.033,
  fmaxMuscleStrain: 0.6,
  kShapeActive: 0.5,
  kShapePassive: 4,
  af: 0.3,
  flen: 1.8,
  fvLinearExtrapolationThreshold: 0.95,
};
const DE_GROOTE: deGroote.DeGrooteFregly2016Shape = {
  activeForceWidthScale: 1,
  passiveFiberStrainAtOneNormForce: 0.6,
  tendonStrainAtOneNormForce: 0.049,
  ignorePassiveFiberForce: false,
};

/** Central difference over the whole range against the slope, but near the kinks a curve is known to have. */
function expectSlopes(
  value: (x: number) => number,
  slope: (x: number) => number,
  from: number,
  to: number,
  kinks: readonly number[] = [],
): void {
  const h = 1e-6;
  for (let i = 0; i <= 400; i++) {
    const x = from + ((to - from) * (i + 0.37)) / 401;
    if (kinks.some((kink) => Math.abs(x - kink) < 1e-4)) continue;
    const difference = (value(x + h) - value(x - h)) / (2 * h);
    expect(Math.abs(slope(x) - difference)).toBeLessThan(2e-4 * (1 + Math.abs(difference)));
  }
}

describe("Thelen 2003", () => {
  it("has slopes that its values have", () => {
    const t = THELEN;
    expectSlopes(
      (x) => thelen.thelenActive(x, t),
      (x) => thelen.thelenActiveSlope(x, t),
      0,
      2,
    );
    expectSlopes(
      (x) => thelen.thelenPassive(x, t),
      (x) => thelen.thelenPassiveSlope(x, t),
      0.5,
      1.8,
      [1],
    );
    expectSlopes(
      (x) => thelen.thelenTendon(x, t),
      (x) => thelen.thelenTendonSlope(x, t),
      0.98,
      1.05,
      [1],
    );
    for (const a of [0.05, 0.5, 1]) {
      const kinks = [0, -(0.25 + 0.75 * a)];
      expectSlopes(
        (v) => thelen.thelenVelocity(v, a, t),
        (v) => thelen.thelenVelocitySlope(v, a, t),
        -1.2,
        1.5,
        kinks,
      );
    }
  });

  it("has the paper's landmarks", () => {
    const t = THELEN;
    expect(thelen.thelenActive(1, t)).toBe(1);
    expect(thelen.thelenPassive(1.6, t)).toBeCloseTo(1, 12);
    expect(thelen.thelenTendon(1 + t.fmaxTendonStrain, t)).toBeCloseTo(1, 12);
    expect(thelen.thelenVelocity(0, 0.3, t)).toBe(1);
    expect(thelen.thelenVelocity(-1, 1, t)).toBe(0);
    // Thelen's equation 6 at half force and full activation: v = (F − fl) / (fl + F / A_f)
    expect(thelen.thelenVelocity(-0.5 / (1 + 0.5 / 0.3), 1, t)).toBeCloseTo(0.5, 12);
    // equation 7: b = (2 + 2/A_f)(fl·F_len − F)/(F_len − 1)
    const b = ((2 + 2 / 0.3) * (1.8 - 1.4)) / 0.8;
    expect(thelen.thelenVelocity(0.4 / b, 1, t)).toBeCloseTo(1.4, 12);
  });

  it("doubles its velocity slope at rest, and is smooth where the extrapolation starts", () => {
    const t = THELEN;
    const slope = (v: number) => thelen.thelenVelocitySlope(v, 1, t);
    expect(slope(1e-12) / slope(-1e-12)).toBeCloseTo(2, 6);
    const last = 0.95 * 1.8;
    const edge = ((last - 1) * 0.8) / ((2 + 2 / 0.3) * (1.8 - last));
    expect(slope(edge - 1e-9)).toBeCloseTo(slope(edge + 1e-9), 6);
    expect(thelen.thelenVelocity(edge - 1e-12, 1, t)).toBeCloseTo(last, 9);
  });
});

describe("Millard 2012", () => {
  const curves = {
    active: millard.millardActiveCurve(millard.MILLARD_ACTIVE),
    raised: millard.millardActiveCurve({ ...millard.MILLARD_ACTIVE, minimumValue: 0.1 }),
    velocity: millard.millardVelocityCurve(millard.MILLARD_VELOCITY),
    passive: millard.millardPassiveCurve(millard.MILLARD_PASSIVE),
    tendon: millard.millardTendonCurve(millard.MILLARD_TENDON),
  };

  it("gives the values OpenSim 4.6 gives for its default curves", () => {
    // x, value, slope, read from ActiveForceLengthCurve (minimum 0.1), ForceVelocityCurve, FiberForceLengthCurve, TendonForceLengthCurve
    const expected: readonly (readonly [BezierCurve, number, number, number])[] = [
      [curves.raised, 0.5, 0.11765335492808801, 1.7272178050555629],
      [curves.raised, 0.65, 0.6261925371170568, 3.4065520108630487],
      [curves.raised, 0.97, 0.9995094593935314, 0.06587794871369744],
      [curves.raised, 1.5, 0.4033687054999136, -1.402586937692131],
      [curves.active, 0.5, 0.09853248961876138, 3.4321403388509952],
      [curves.velocity, -0.95, 0.0028515625000000164, 0.12500000000000128],
      [curves.velocity, -0.2, 0.4518981699924525, 1.3857607825356164],
      [curves.velocity, 0.1, 1.225153837753858, 0.684734392201829],
      [curves.velocity, 1.3, 1.4, 0],
      [curves.passive, 1.03, 0.002508390232745325, 0.19431037581718996],
      [curves.passive, 1.5, 0.4602615047912092, 2.3024398443553764],
      [curves.passive, 2, 1.8571428571428572, 2.857142857142857],
      [curves.tendon, 1.01, 0.09967827012198324, 13.8360369282014],
      [curves.tendon, 1.1, 2.4311224489795946, 28.06122448979592],
    ];
    for (const [curve, x, value, slope] of expected) {
      expect(curve.value(x)).toBeCloseTo(value, 12);
      expect(curve.slope(x)).toBeCloseTo(slope, 9);
    }
  });

  it("has slopes that its values have, and a slope that is continuous with no second derivative at the joints", () => {
    for (const [name, from, to] of [
      ["active", 0.3, 2],
      ["velocity", -1.3, 1.3],
      ["passive", 0.9, 2],
      ["tendon", 0.99, 1.06],
    ] as const) {
      const curve = curves[name];
      expectSlopes(
        (x) => curve.value(x),
        (x) => curve.slope(x),
        from,
        to,
      );
    }
    for (const joint of [0, 0.9, -0.9]) {
      const h = 1e-5;
      const curvature = (curves.velocity.slope(joint + h) - curves.velocity.slope(joint - h)) / (2 * h);
      expect(Math.abs(curvature)).toBeLessThan(0.5);
    }
  });

  it("refuses parameters it cannot be drawn with, naming the curve", () => {
    expect(() => millard.millardVelocityCurve({ ...millard.MILLARD_VELOCITY, maxEccentricMultiplier: 0.9 })).toThrow(
      millard.MuscleCurveError,
    );
    expect(() => millard.millardActiveCurve({ ...millard.MILLARD_ACTIVE, transitionNormLength: 0.2 })).toThrow(
      /active force–length/,
    );
    expect(() => millard.millardPassiveCurve({ ...millard.MILLARD_PASSIVE, strainAtOneNormForce: -1 })).toThrow();
    expect(() => millard.millardTendonCurve({ ...millard.MILLARD_TENDON, normForceAtToeEnd: 2 })).toThrow();
  });
});

describe("De Groote–Fregly 2016", () => {
  it("has slopes that its values have", () => {
    const d = DE_GROOTE;
    for (const shape of [d, { ...d, activeForceWidthScale: 1.5 }]) {
      expectSlopes(
        (x) => deGroote.deGrooteActive(x, shape),
        (x) => deGroote.deGrooteActiveSlope(x, shape),
        0.3,
        1.9,
      );
    }
    expectSlopes(deGroote.deGrooteVelocity, deGroote.deGrooteVelocitySlope, -1, 1);
    expectSlopes(
      (x) => deGroote.deGrootePassive(x, d),
      (x) => deGroote.deGrootePassiveSlope(x, d),
      0.2,
      1.8,
    );
    expectSlopes(
      (x) => deGroote.deGrooteTendon(x, d),
      (x) => deGroote.deGrooteTendonSlope(x, d),
      0.98,
      1.06,
    );
  });

  it("has the paper's landmarks", () => {
    const d = DE_GROOTE;
    expect(deGroote.deGrooteActive(1, d)).toBeCloseTo(1, 2);
    expect(deGroote.deGrooteVelocity(0)).toBeCloseTo(1, 2);
    expect(deGroote.deGrooteVelocity(-1)).toBeCloseTo(0, 2);
    expect(deGroote.deGrooteVelocity(1)).toBeCloseTo(1.794, 3);
    expect(deGroote.deGrootePassive(0.2, d)).toBeCloseTo(0, 12);
    expect(deGroote.deGrootePassive(1.6, d)).toBeCloseTo(1, 12);
    expect(deGroote.deGrooteTendon(1, d)).toBeCloseTo(0, 12);
    expect(deGroote.deGrooteTendon(1.049, d)).toBeCloseTo(1, 12);
    expect(deGroote.deGrootePassive(1.5, { ...d, ignorePassiveFiberForce: true })).toBe(0);
  });
});

describe("Bézier curve", () => {
  it("passes through its joints with their slopes and goes on straight", () => {
    const points = [
      { x: 0, y: 0, slope: 0 },
      { x: 1, y: 1, slope: 2 },
      { x: 2, y: 2, slope: 0.3 },
    ];
    const curve = new BezierCurve(points, [0.2, 0.9]);
    for (const point of points) {
      expect(curve.value(point.x)).toBeCloseTo(point.y, 12);
      expect(curve.slope(point.x)).toBeCloseTo(point.slope, 9);
    }
    expect(curve.value(-3)).toBe(0);
    expect(curve.value(4)).toBeCloseTo(2.6, 12);
  });
});
