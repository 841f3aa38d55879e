import { describe, expect, it } from "vitest";
import { compileMuscles, evaluateMuscles, makeMuscleState } from "./muscleSet.ts";
import { tendonForce } from "./muscleShape.ts";
import { ALL_KINDS, MILLARD, THELEN, testMuscle } from "./muscleTesting.ts";

describe("muscle set", () => {
  it("gives F₀·cos α at the optimal length at rest, and the geometry of the parallelogram elsewhere", () => {
    const pennation = 0.4;
    const set = compileMuscles(ALL_KINDS.map((parameters) => testMuscle(parameters, pennation)));
    const state = makeMuscleState(set);
    const lengths = new Float64Array(set.count).fill(0.2 + 0.1 * Math.cos(pennation));
    evaluateMuscles(set, lengths, new Float64Array(set.count), state);
    for (let i = 0; i < set.count; i++) {
      expect(state.fiberLength[i]).toBeCloseTo(1, 12);
      expect(state.cosPennation[i]).toBeCloseTo(Math.cos(pennation), 12);
      expect(Math.abs(state.activeForce_N[i]! / (1000 * Math.cos(pennation)) - 1)).toBeLessThan(0.025);
    }
    lengths.fill(0.33);
    evaluateMuscles(set, lengths, new Float64Array(set.count), state);
    const height = 0.1 * Math.sin(pennation);
    for (let i = 0; i < set.count; i++) {
      expect(state.fiberLength[i]).toBeCloseTo(Math.hypot(0.13, height) / 0.1, 12);
      expect(state.fiberLength[i]! * 0.1 * state.cosPennation[i]!).toBeCloseTo(0.13, 12);
      expect(state.passiveForce_N[i]).toBeGreaterThan(0);
    }
  });

  it("turns path speed into fibre velocity as the derivative of fibre length", () => {
    const set = compileMuscles(ALL_KINDS.map((parameters) => testMuscle(parameters, 0.3)));
    const state = makeMuscleState(set);
    const still = new Float64Array(set.count);
    const fiberAt = (length_m: number): number[] => {
      evaluateMuscles(set, new Float64Array(set.count).fill(length_m), still, state);
      return [...state.fiberLength];
    };
    const h = 1e-6;
    const before = fiberAt(0.31 - h);
    const after = fiberAt(0.31 + h);
    evaluateMuscles(set, new Float64Array(set.count).fill(0.31), new Float64Array(set.count).fill(0.05), state);
    for (let i = 0; i < set.count; i++) {
      const rate = ((after[i]! - before[i]!) / (2 * h)) * 0.05; // optimal lengths per second
      expect(state.fiberVelocity[i]).toBeCloseTo(rate / 10, 7);
    }
  });

  it("pulls less when shortening and more when lengthening, and never pushes", () => {
    const set = compileMuscles(ALL_KINDS.map((parameters) => testMuscle(parameters, 0)));
    const state = makeMuscleState(set);
    const lengths = new Float64Array(set.count).fill(0.3);
    let before = [0, 0, 0, 0];
    for (const speed of [-2, -0.6, -0.2, 0, 0.2, 0.6]) {
      evaluateMuscles(set, lengths, new Float64Array(set.count).fill(speed), state);
      for (let i = 0; i < set.count; i++) {
        expect(state.activeForce_N[i]).toBeGreaterThanOrEqual(before[i]!);
        expect(state.activeForce_N[i]).toBeGreaterThanOrEqual(0);
      }
      before = [...state.activeForce_N];
    }
  });

  it("gives nothing where the tendon is slack, and finite numbers everywhere", () => {
    for (const pennation of [0, 0.2, 0.6]) {
      const set = compileMuscles(ALL_KINDS.map((parameters) => testMuscle(parameters, pennation)));
      const state = makeMuscleState(set);
      for (let length = 0; length < 0.6; length += 0.0071) {
        for (const speed of [-3, 0, 3]) {
          evaluateMuscles(set, new Float64Array(4).fill(length), new Float64Array(4).fill(speed), state);
          for (let i = 0; i < 4; i++) {
            for (const field of Object.values(state) as Float64Array[]) expect(Number.isFinite(field[i])).toBe(true);
            if (length < 0.19) {
              expect(state.activeForce_N[i]).toBe(0);
              expect(state.passiveForce_N[i]).toBe(0);
            }
          }
        }
      }
    }
  });

  it("draws a curve once for all muscles that share its parameters", () => {
    const set = compileMuscles([MILLARD, MILLARD, THELEN, MILLARD].map((parameters) => testMuscle(parameters, 0.1)));
    expect(set.shapes.length).toBe(2);
    expect(tendonForce(set.shapes[set.shape[0]], 1.049)).toBeCloseTo(1, 9);
    expect(tendonForce(set.shapes[set.shape[2]], 1.033)).toBeCloseTo(1, 9);
  });
});
