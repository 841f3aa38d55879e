import type { Measurement } from "@levelhip/motion";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, compareAll } from "./change.ts";
import { USUAL, usualOf, verdictOf } from "./usual.ts";
import register from "../../../../../evidence/register.json" with { type: "json" };

const drop = (value: number, sem: number, instrument: Measurement["instrument"] = "band"): Measurement => ({
  id: "pelvic-drop", side: "left", statistic: "mean", value, unit: "deg", sem, mdc95: 1.96 * Math.SQRT2 * sem, n: 90, n_of: "frames",
  instrument, frame: "image-2d", quality: 1, notes: [],
}); // biome-ignore format: a table
const bands = usualOf("single-leg-stance", drop(0, 1));

describe("verdictOf", () => {
  it.each([
    [1, 0.5, "usual"],
    [4, 0.4, "between"],
    [6, 0.5, "clear"],
    [6, 2, "unsure"],
    [2, 2, "unsure"],
  ] as const)("%s° with an error of %s° is %s", (value, sem, verdict) => {
    expect(bands && verdictOf(drop(value, sem), bands)).toBe(verdict);
  });
  it("never calls a drop clear whose interval reaches into the usual", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -20, max: 20, noNaN: true }),
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        (value, sem) => {
          if (bands && verdictOf(drop(value, sem), bands) === "clear") expect(value - 1.96 * sem).toBeGreaterThan(3);
        },
      ),
    );
  });
  it("names evidence that is in the register", () => {
    const ids = new Set((register as { id: string }[]).map(({ id }) => id));
    expect(USUAL.flatMap(({ evidence }) => evidence).filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe("compare", () => {
  it("calls a change only when it is more than both errors", () => {
    expect(compare(drop(3, 0.5), drop(6, 0.5)).change).toBe("better");
    expect(compare(drop(6, 0.5), drop(3, 0.5)).change).toBe("worse");
    expect(compare(drop(5, 0.5), drop(6, 0.5)).change).toBe("cannot-tell");
  });
  it("needs the measure's own MDC where both errors are alike", () => {
    expect(compare(drop(5, 0.7), drop(6, 0.7)).needed).toBeCloseTo(drop(0, 0.7).mdc95);
  });
  it("is opposite when turned round", () => {
    const turned = { better: "worse", worse: "better", "cannot-tell": "cannot-tell", different: "different" } as const;
    fc.assert(
      fc.property(fc.double({ min: 0, max: 20, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true }), (a, b) => {
        expect(compare(drop(a, 0.5), drop(b, 0.5)).change).toBe(turned[compare(drop(b, 0.5), drop(a, 0.5)).change]);
      }),
    );
  });
  it("never sets two instruments against each other", () => {
    expect(compareAll([drop(3, 0.5)], [drop(6, 0.5, "markerless")])).toEqual([]);
  });
});
