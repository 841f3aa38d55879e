import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FunctionDescription } from "./description.ts";
import { evaluateFunction, FunctionTableBuilder } from "./functions.ts";

function evaluate(f: FunctionDescription, x: number, scale = 1): Float64Array {
  const builder = new FunctionTableBuilder();
  builder.add({ kind: "constant", value: 99 }); // so that the function does not begin at 0
  const index = builder.add(f, scale);
  const out = new Float64Array(3);
  evaluateFunction(builder.build(), index, x, out);
  return out;
}

const cubic = (x: number) => 2 - x + 3 * x * x - 0.5 * x * x * x;
const KNOTS = [-1.2, -0.5, 0.1, 0.4, 1.1, 1.9];

describe("SimmSpline", () => {
  it("reproduces a cubic through its knots exactly, with slope and curvature", () => {
    const f: FunctionDescription = { kind: "simmSpline", x: KNOTS, y: KNOTS.map(cubic) };
    for (const x of [-1.2, -0.9, 0, 0.25, 1.5, 1.9]) {
      const [value, slope, curvature] = evaluate(f, x);
      expect(value).toBeCloseTo(cubic(x), 12);
      expect(slope).toBeCloseTo(-1 + 6 * x - 1.5 * x * x, 11);
      expect(curvature).toBeCloseTo(6 - 3 * x, 10);
    }
  });

  it("goes on straight beyond both ends", () => {
    const f: FunctionDescription = { kind: "simmSpline", x: KNOTS, y: KNOTS.map(cubic) };
    for (const [end, x] of [
      [-1.2, -3],
      [1.9, 4],
    ]) {
      const [value, slope] = evaluate(f, end);
      expect(evaluate(f, x)[0]).toBeCloseTo(value + slope * (x - end), 11);
      expect(evaluate(f, x)[2]).toBe(0);
    }
  });

  it("is not the natural spline: its second derivative does not vanish at the ends", () => {
    const f: FunctionDescription = { kind: "simmSpline", x: [0, 1, 2, 3, 4], y: [0, 1, 0, 1, 0] };
    expect(Math.abs(evaluate(f, 1e-9)[2])).toBeGreaterThan(1);
  });

  it("joins two knots by a straight line", () => {
    expect([...evaluate({ kind: "simmSpline", x: [1, 3], y: [2, 8] }, 2)]).toEqual([5, 3, 0]);
  });
});

describe("other functions", () => {
  it("takes polynomials highest power first", () => {
    expect([...evaluate({ kind: "polynomial", coefficients: [2, -3, 0, 5] }, 2)]).toEqual([9, 12, 18]);
  });

  it("continues a piecewise line beyond its ends", () => {
    const f: FunctionDescription = { kind: "piecewiseLinear", x: [0, 1, 3], y: [0, 2, 0] };
    expect([...evaluate(f, 2)]).toEqual([1, -1, 0]);
    expect([...evaluate(f, -1)]).toEqual([-2, 2, 0]);
    expect([...evaluate(f, 5)]).toEqual([-2, -1, 0]);
  });

  it("folds nested multipliers", () => {
    const f: FunctionDescription = {
      kind: "multiplier",
      scale: 2,
      function: { kind: "multiplier", scale: -3, function: { kind: "linear", coefficients: [1, 0.5] } },
    };
    expect([...evaluate(f, 1, 10)]).toEqual([-90, -60, 0]);
  });

  it("reproduces a quintic by the natural spline of degree 5 where its end conditions hold", () => {
    // third and fourth derivatives vanish everywhere for a parabola
    const parabola = (x: number) => 1 + 2 * x - 0.7 * x * x;
    const f: FunctionDescription = { kind: "gcvSpline", degree: 5, x: KNOTS, y: KNOTS.map(parabola) };
    for (const x of [-2, -1, 0.3, 1.9, 3]) {
      const [value, slope, curvature] = evaluate(f, x);
      expect(value).toBeCloseTo(parabola(x), 9);
      expect(slope).toBeCloseTo(2 - 1.4 * x, 8);
      expect(curvature).toBeCloseTo(-1.4, 7);
    }
  });
});

describe("derivatives", () => {
  // evenly spread: fast-check's own doubles crowd around zero
  const finite = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((k) => k / 500_000);
  const knots = fc
    .array(
      fc.tuple(
        fc.integer({ min: 50, max: 1000 }).map((k) => k / 1000),
        finite,
      ),
      { minLength: 4, maxLength: 9 },
    )
    .map((steps) => {
      let at = -2;
      return { x: steps.map(([step]) => (at += step)), y: steps.map(([, y]) => y) };
    });
  const functions: fc.Arbitrary<FunctionDescription> = fc.oneof(
    knots.map((k) => ({ kind: "simmSpline", ...k }) as const),
    fc.array(finite, { minLength: 1, maxLength: 5 }).map((c) => ({ kind: "polynomial", coefficients: c }) as const),
    fc
      .record({ amplitude: finite, omega: finite, phase: finite, offset: finite })
      .map((s) => ({ kind: "sine", ...s }) as const),
  );

  it("agree with finite differences", () => {
    fc.assert(
      fc.property(functions, finite, (f, x) => {
        const h = 1e-5;
        const [, slope, curvature] = evaluate(f, x);
        const [above, slopeAbove] = evaluate(f, x + h);
        const [below, slopeBelow] = evaluate(f, x - h);
        const size = 1 + Math.abs(slope) + Math.abs(curvature);
        // at a knot the third derivative may jump, at an end the second
        const nearEnd =
          f.kind === "simmSpline" && (Math.abs(x - f.x[0]) < 2 * h || Math.abs(x - (f.x.at(-1) ?? 0)) < 2 * h);
        if (nearEnd) return;
        expect(Math.abs((above - below) / (2 * h) - slope)).toBeLessThan(1e-5 * size);
        expect(Math.abs((slopeAbove - slopeBelow) / (2 * h) - curvature)).toBeLessThan(2e-3 * size);
      }),
      { numRuns: 300 },
    );
  });
});
