import { describe, expect, it } from "vitest";
import type { MuscleParameters } from "../model/description.ts";
import { evaluateElasticMuscles, makeElasticState } from "./elasticTendon.ts";
import { compileMuscles, evaluateMuscles, makeMuscleState } from "./muscleSet.ts";
import { tendonForce } from "./muscleShape.ts";
import { ALL_KINDS, DE_GROOTE, MILLARD, THELEN, testMuscle } from "./muscleTesting.ts";

/** Tendon force and fibre length at rest of one muscle that is 0.3 rad pennate. */
function atRest(parameters: MuscleParameters, length_m: number, effort: number): { force_N: number; fiber_m: number } {
  const set = compileMuscles([testMuscle(parameters, 0.3)]);
  const state = makeElasticState(set);
  evaluateElasticMuscles(set, Float64Array.of(length_m), Float64Array.of(0), Float64Array.of(effort), state);
  return { force_N: state.force_N[0]!, fiber_m: Math.hypot(state.along_m[0]!, set.height_m[0]!) };
}

describe("muscles with tendons that stretch", () => {
  it("settle where OpenSim 4.6 has them settle at rest", () => {
    const thelen = { ...THELEN, fmaxTendonStrain: 0.04, kShapeActive: 0.45, kShapePassive: 5, af: 0.25, flen: 1.4 };
    // path length, activation, tendon force, fibre length
    const found: [MuscleParameters, number, number, number, number][] = [
      [thelen, 0.285, 0.05, 45.617292145657615, 0.08801352548926711],
      [thelen, 0.3, 0.5, 477.06998021414495, 0.09895933383543999],
      [thelen, 0.33, 1, 887.3045633775903, 0.12604008401742808],
      [MILLARD, 0.285, 0.05, 44.68842663919895, 0.08892943182602987],
      [MILLARD, 0.3, 0.5, 476.9763420555052, 0.09855538158759507],
      [MILLARD, 0.33, 1, 810.2661619510135, 0.1250930848121876],
    ];
    for (const [parameters, length_m, activation, force_N, fiber_m] of found) {
      const ours = atRest(parameters, length_m, activation);
      expect(Math.abs(ours.force_N / force_N - 1)).toBeLessThan(1e-5);
      expect(Math.abs(ours.fiber_m - fiber_m)).toBeLessThan(1e-7);
    }
  });

  it("pull alike with fibre and tendon, for every model, length, speed and effort", () => {
    const set = compileMuscles(ALL_KINDS.map((parameters) => testMuscle(parameters, 0.3)));
    const state = makeElasticState(set);
    const fibers = makeMuscleState(set);
    for (const length of [0.28, 0.295, 0.31, 0.34]) {
      for (const speed of [-0.4, 0, 0.3]) {
        for (const effort of [0, 0.02, 0.4, 1]) {
          const speeds = new Float64Array(4).fill(speed);
          evaluateElasticMuscles(
            set,
            new Float64Array(4).fill(length),
            speeds,
            new Float64Array(4).fill(effort),
            state,
          );
          // a path as long as the fibre found, on a tendon that does not stretch
          const asFound = Float64Array.from(state.along_m, (along, i) => along + set.slackLength_m[i]!);
          evaluateMuscles(set, asFound, speeds, fibers);
          for (let i = 0; i < 4; i++) {
            const fiber = effort * fibers.activeForce_N[i]! + fibers.passiveForce_N[i]!;
            expect(state.force_N[i]! - fiber).toBeLessThan(1e-7);
            expect(fiber - state.force_N[i]!).toBeLessThan(1e-7);
            const stretched = (length - state.along_m[i]!) / set.slackLength_m[i]!;
            expect(state.force_N[i]).toBeCloseTo(1000 * tendonForce(set.shapes[set.shape[i]!]!, stretched), 9);
          }
        }
      }
    }
  });

  it("gain force with effort by the slope that a little more and a little less effort show", () => {
    const set = compileMuscles(ALL_KINDS.map((parameters) => testMuscle(parameters, 0.2)));
    const state = makeElasticState(set);
    const forcesAt = (length: number, effort: number): Float64Array => {
      const speeds = new Float64Array(4).fill(-0.1);
      evaluateElasticMuscles(set, new Float64Array(4).fill(length), speeds, new Float64Array(4).fill(effort), state);
      return state.force_N.slice();
    };
    const h = 1e-5;
    for (const length of [0.285, 0.305, 0.32]) {
      for (const effort of [0.05, 0.3, 0.9]) {
        const more = forcesAt(length, effort + h);
        const less = forcesAt(length, effort - h);
        forcesAt(length, effort);
        for (let i = 0; i < 4; i++) {
          const slope = (more[i]! - less[i]!) / (2 * h);
          expect(slope).toBeGreaterThan(0);
          expect(Math.abs(state.gain_N[i]! - slope)).toBeLessThan(1e-3 * slope);
        }
      }
    }
  });

  it("come to the stiff tendon's force as the tendon stiffens", () => {
    for (const [shape, stiffen] of [
      [THELEN, (strain: number) => ({ ...THELEN, fmaxTendonStrain: strain })],
      [DE_GROOTE, (strain: number) => ({ ...DE_GROOTE, tendonStrainAtOneNormForce: strain })],
    ] as const) {
      const set = compileMuscles([testMuscle(shape, 0.3)]);
      const rigid = makeMuscleState(set);
      evaluateMuscles(set, Float64Array.of(0.3), Float64Array.of(0), rigid);
      const target = 0.6 * rigid.activeForce_N[0]! + rigid.passiveForce_N[0]!;
      const misses = [0.04, 0.01, 0.001].map((strain) => Math.abs(atRest(stiffen(strain), 0.3, 0.6).force_N - target));
      expect(misses[2]).toBeLessThan(misses[1]!);
      expect(misses[2]).toBeLessThan(0.01 * target);
    }
  });

  it("do not stretch a tendon that the model calls stiff or that has no length", () => {
    const plain = testMuscle(MILLARD, 0.3);
    const set = compileMuscles([
      { ...plain, ignoreTendonCompliance: true },
      { ...plain, tendonSlackLength_m: 0 },
    ]);
    const lengths = Float64Array.of(0.31, 0.11);
    const speeds = Float64Array.of(-0.1, -0.1);
    const rigid = makeMuscleState(set);
    evaluateMuscles(set, lengths, speeds, rigid);
    const state = makeElasticState(set);
    evaluateElasticMuscles(set, lengths, speeds, Float64Array.of(0.5, 0.5), state);
    for (let i = 0; i < 2; i++) {
      expect(state.gain_N[i]).toBeCloseTo(rigid.activeForce_N[i]!, 9);
      expect(state.force_N[i]).toBeCloseTo(0.5 * rigid.activeForce_N[i]! + rigid.passiveForce_N[i]!, 9);
    }
  });

  it("give nothing on a slack tendon, and finite numbers everywhere", () => {
    for (const pennation of [0, 0.2, 0.6]) {
      const set = compileMuscles(ALL_KINDS.map((parameters) => testMuscle(parameters, pennation)));
      const state = makeElasticState(set);
      for (let length = 0; length < 0.6; length += 0.0171) {
        for (const speed of [-3, 0, 3]) {
          for (const effort of [0, 0.01, 1]) {
            const lengths = new Float64Array(4).fill(length);
            evaluateElasticMuscles(
              set,
              lengths,
              new Float64Array(4).fill(speed),
              new Float64Array(4).fill(effort),
              state,
            );
            for (let i = 0; i < 4; i++) {
              for (const field of Object.values(state) as Float64Array[]) expect(Number.isFinite(field[i])).toBe(true);
              expect(state.force_N[i]).toBeGreaterThanOrEqual(0);
              if (length < 0.19) expect(state.force_N[i]).toBe(0);
            }
          }
        }
      }
    }
  });
});
