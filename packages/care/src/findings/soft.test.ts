import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLIP, FAMILY_DISCOUNT, PRIOR } from "../data/findings.ts";
import { fromLogit, logit, normalCdf } from "./normal.ts";
import { clip, contributions, softEvidence } from "./soft.ts";

describe("normalCdf", () => {
  it("meets tabled values", () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(1)).toBeCloseTo(0.841344746068543, 14);
    expect(normalCdf(-1.959963984540054)).toBeCloseTo(0.025, 14);
    expect(normalCdf(3)).toBeCloseTo(0.99865010196837, 14);
    expect(normalCdf(7.5)).toBeCloseTo(1, 12);
  });
  it("never falls, and mirrors about zero", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -12, max: 12, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (z, step) => {
          expect(normalCdf(z + step)).toBeGreaterThanOrEqual(normalCdf(z) - 1e-15);
          expect(normalCdf(-z)).toBeCloseTo(1 - normalCdf(z), 12);
        },
      ),
    );
  });
});

describe("softEvidence", () => {
  it("is 0 at the cut-off and ±0.68 one standard error away", () => {
    expect(softEvidence(12, [12], 3, "high")).toBe(0);
    expect(softEvidence(15, [12], 3, "high")).toBeCloseTo(0.6827, 4);
    expect(softEvidence(15, [12], 3, "low")).toBeCloseTo(-0.6827, 4);
  });
  it("takes the mean of two cut-offs", () => {
    expect(softEvidence(4, [3, 5], 1.5, "high")).toBeCloseTo(0, 12);
    expect(softEvidence(6, [3, 5], 1.5, "high")).toBeCloseTo(
      (softEvidence(6, [3], 1.5, "high") + softEvidence(6, [5], 1.5, "high")) / 2,
      12,
    );
  });
});

describe("the worked example of the model", () => {
  // knee 14° against 12° ± 3, hike 12 s against 30 s ± 5, squat criteria 2 of 5: P = 0.61
  const items = [
    { weight: 0.4, quality: 1, family: "single-leg-squat", e: softEvidence(14, [12], 3, "high") },
    { weight: 0.8, quality: 1, family: "stance", e: softEvidence(12, [30], 5, "low") },
    { weight: 0.7, quality: 1, family: "single-leg-squat", e: 0.8 },
  ];
  it("gives the contributions and the probability that the model's text gives", () => {
    const parts = contributions(items, FAMILY_DISCOUNT);
    expect(parts[0]).toBeCloseTo(0.2, 2);
    expect(parts[1]).toBeCloseTo(0.8, 2);
    expect(parts[2]).toBeCloseTo(0.28, 2);
    const sum = parts.reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(1.28, 2);
    expect(fromLogit(logit(PRIOR) + clip(sum, CLIP))).toBeCloseTo(0.61, 2);
  });
});
