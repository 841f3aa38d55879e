import { describe, expect, it } from "vitest";
import { Pace } from "./pace.ts";

const filled = (pace: Pace, durations_s: readonly number[]) => {
  for (const d of durations_s) pace.add(d);
  return pace;
};
const times = (n: number, d: number) => Array.from({ length: n }, () => d);

describe("Pace", () => {
  it("does not judge before it has seen enough", () => {
    const pace = filled(new Pace(20), times(19, 0.2));
    expect([pace.rate_hz, pace.tooSlow]).toEqual([null, false]);
    pace.add(0.2);
    expect(pace.rate_hz).toBeCloseTo(5, 9);
    expect(pace.tooSlow).toBe(true);
  });

  it("goes by the median: a few hitches do not count, a lasting slowness does", () => {
    const pace = filled(new Pace(20), [...times(14, 0.03), ...times(6, 1)]);
    expect(pace.tooSlow).toBe(false);
    filled(pace, times(10, 0.06));
    expect(pace.tooSlow).toBe(true);
  });

  it("starts anew, and never steps down where 0 is asked for", () => {
    const pace = filled(new Pace(20), times(30, 1));
    pace.restart();
    expect(pace.rate_hz).toBeNull();
    expect(filled(new Pace(0), times(30, 9)).tooSlow).toBe(false);
  });
});
