import { describe, expect, it } from "vitest";
import { SplineDataError } from "./gcvSpline.ts";
import { lowpassOpenSim, padReflected } from "./lowpassOpenSim.ts";

function sine(frequency_Hz: number, rate_Hz: number, duration_s: number): { t_s: Float64Array; values: Float64Array } {
  const t_s = Float64Array.from({ length: Math.round(rate_Hz * duration_s) + 1 }, (_, i) => i / rate_Hz);
  return { t_s, values: t_s.map((t) => Math.sin(2 * Math.PI * frequency_Hz * t)) };
}

/** Amplitude of the sine that is left in the middle half of the trial, by least squares. */
function amplitudeLeft(frequency_Hz: number, cutoff_Hz: number): number {
  const filtered = lowpassOpenSim({ ...sine(frequency_Hz, 100, 8), columns: 1 }, cutoff_Hz);
  let inPhase = 0;
  let power = 0;
  for (let i = 0; i < filtered.t_s.length; i++) {
    const t = filtered.t_s[i]!;
    if (t < 2 || t > 6) continue;
    const s = Math.sin(2 * Math.PI * frequency_Hz * t);
    inPhase += filtered.values[i]! * s;
    power += s * s;
  }
  return inPhase / power;
}

describe("OpenSim's low-pass", () => {
  it("gives OpenSim 4.6's rows: pad by half, resample, filter at 6 Hz", () => {
    const t_s = Float64Array.from([0, 0.05, 0.11, 0.16, 0.2, 0.26, 0.31, 0.37, 0.41, 0.47, 0.52, 0.58]);
    const values = Float64Array.from([1.0, 1.3, 0.9, 0.2, -0.4, -0.7, -0.2, 0.6, 1.1, 1.4, 0.8, 0.1]);
    const filtered = lowpassOpenSim({ t_s, values, columns: 1 }, 6);
    expect(filtered.t_s.length).toBe(31);
    const expected: readonly (readonly [row: number, t_s: number, value: number])[] = [
      [0, -0.31, 2.5974886409801914],
      [4, -0.15, 1.684027479044402],
      [8, 0.01, 1.0763745746684996],
      [12, 0.17, 0.014386316477087166],
      [16, 0.33, 0.03238833178052254],
      [20, 0.49, 1.1766907097694088],
      [24, 0.65, -0.8531627798174384],
      [28, 0.81, -0.7808104598908656],
    ];
    for (const [row, time, value] of expected) {
      expect(filtered.t_s[row]).toBeCloseTo(time, 11);
      expect(filtered.values[row]).toBeCloseTo(value, 11);
    }
  });

  it("leaves a constant alone everywhere, and a straight line within the trial", () => {
    const t_s = Float64Array.from({ length: 201 }, (_, i) => i * 0.02);
    const table = { t_s, values: new Float64Array(402), columns: 2 };
    for (let i = 0; i < 201; i++) {
      table.values[2 * i] = 4;
      table.values[2 * i + 1] = 3 - 2 * t_s[i]!;
    }
    const filtered = lowpassOpenSim(table, 6);
    for (let i = 0; i < filtered.t_s.length; i++) {
      const t = filtered.t_s[i]!;
      expect(filtered.values[2 * i]).toBeCloseTo(4, 11);
      if (t >= 0 && t <= 4) expect(filtered.values[2 * i + 1]).toBeCloseTo(3 - 2 * t, 9);
    }
  });

  it("halves a sine at its cut-off (−3 dB each way), passes slow ones and stops fast ones, in phase", () => {
    expect(amplitudeLeft(6, 6)).toBeCloseTo(0.5, 2);
    expect(amplitudeLeft(1, 6)).toBeCloseTo(1, 3);
    expect(Math.abs(amplitudeLeft(20, 6))).toBeLessThan(0.002);
  });

  it("pads by reflection through the end points, so that value and slope go on", () => {
    const padded = padReflected(
      { t_s: Float64Array.from([0, 1, 2]), values: Float64Array.from([5, 6, 9]), columns: 1 },
      2,
    );
    expect([...padded.t_s]).toEqual([-2, -1, 0, 1, 2, 3, 4]);
    expect([...padded.values]).toEqual([1, 4, 5, 6, 9, 12, 13]);
  });

  it("refuses a cut-off that is no frequency", () => {
    const table = { ...sine(1, 50, 1), columns: 1 };
    for (const cutoff of [0, -6, Number.NaN]) expect(() => lowpassOpenSim(table, cutoff)).toThrow(SplineDataError);
  });
});
