import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WEEK, adjacent, chooseDays } from "./days.ts";

describe("chooseDays", () => {
  it("keeps three well spread days", () => {
    expect(chooseDays(["mon", "wed", "fri"], 3)).toEqual({ days: ["mon", "wed", "fri"], proposed: [] });
    expect(chooseDays([...WEEK], 3).days).toEqual(["mon", "wed", "fri"]);
    expect(chooseDays(["tue", "thu", "sun"], 3).days).toEqual(["tue", "thu", "sun"]);
  });
  it("falls to two where three would touch", () => {
    expect(chooseDays(["mon", "tue", "thu"], 3)).toEqual({ days: ["mon", "thu"], proposed: [] });
  });
  it("knows that Sunday and Monday touch", () => {
    expect(chooseDays(["sun", "mon", "wed"], 3).days).toEqual(["wed", "sun"]);
  });
  it("proposes another day where the person's lie next to each other", () => {
    const { days, proposed } = chooseDays(["sat", "sun"], 2);
    expect(days).toHaveLength(2);
    expect(proposed).toHaveLength(1);
  });
  it("never puts two sessions on days in a row, and always finds two or three", () => {
    fc.assert(
      fc.property(fc.subarray([...WEEK]), fc.constantFrom(2 as const, 3 as const), (can, wanted) => {
        const { days } = chooseDays(can, wanted);
        expect(days.length).toBeGreaterThanOrEqual(2);
        expect(days.length).toBeLessThanOrEqual(wanted);
        for (const a of days) for (const b of days) if (a !== b) expect(adjacent(a, b)).toBe(false);
      }),
    );
  });
});
