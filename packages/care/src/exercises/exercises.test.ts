import { describe, expect, it } from "vitest";
import { EXERCISES } from "../data/exercises/index.ts";
import { EQUIPMENT, LIMIT_QUESTIONS } from "../data/interview.ts";
import { LADDERS } from "../data/ladders.ts";
import { PHASE_IDS } from "../data/phases.ts";
import { DERIVED_LIMITS } from "../data/programmeWords.ts";
import { SOURCES } from "../data/sources.ts";
import { MOVEMENT_TESTS } from "../data/tests.ts";
import { MEASURES } from "../data/measures.ts";
import { exerciseSchema } from "../plan/schemas.ts";
import { doseRange, firstDose, setSeconds } from "../programme/dose.ts";
import { alternatives, exerciseOf, hasExercise, ladderFor, rungsFor, unsuited } from "./catalogue.ts";
import { SLOTS } from "./exercise.ts";

const limits = LIMIT_QUESTIONS[0]?.type === "many" ? Object.keys(LIMIT_QUESTIONS[0].options) : [];
const KNOWN_LIMITS = new Set([...limits, ...Object.keys(DERIVED_LIMITS)]);

describe("every exercise", () => {
  it.each(EXERCISES.map((one) => [one.id, one] as const))("%s is whole", (_id, exercise) => {
    expect(exerciseSchema.safeParse(exercise).error?.issues ?? []).toEqual([]);
    for (const limit of [...exercise.avoid, ...exercise.support]) expect(KNOWN_LIMITS, limit).toContain(limit);
    for (const id of [...exercise.evidence, ...exercise.emg.map((one) => one.evidence)])
      expect(SOURCES, id).toHaveProperty(id);
    expect(exercise.laterality === "both").toBe(exercise.sideIs === null);
    expect(exercise.avoid.filter((limit) => exercise.support.includes(limit))).toEqual([]);
    for (const one of [exercise.ladder.easier, exercise.ladder.harder])
      if (one !== null) expect(hasExercise(one)).toBe(true);
    if (exercise.camera.signal)
      expect(Math.abs(exercise.camera.signal.turn_deg - exercise.camera.signal.rest_deg)).toBeGreaterThan(
        exercise.camera.signal.least_deg,
      );
    expect(exercise.load === null || exercise.dose.kind !== "hold").toBe(true);
  });

  it("speaks of standing on a leg only where one stands", () => {
    const onOneLeg = EXERCISES.filter((exercise) => exercise.sideIs === "standing-leg");
    expect(onOneLeg.length).toBeGreaterThan(0);
    for (const exercise of onOneLeg) expect(exercise.position, exercise.id).toBe("standing");
    // "Lie on your … side" is for those who lie on it
    for (const exercise of EXERCISES.filter((one) => one.sideIs === "upper-leg" || one.sideIs === "lower-side"))
      expect(exercise.position, exercise.id).toBe("side-lying");
  });

  it("has a dose in every phase that takes time and stays inside its own bounds", () => {
    for (const exercise of EXERCISES) {
      for (const phase of PHASE_IDS) {
        const range = doseRange(exercise, phase);
        for (const [low, high] of [range.sets, range.reps, range.hold_s])
          expect(low, `${exercise.id} ${phase}`).toBeLessThanOrEqual(high);
        const first = firstDose(exercise, phase);
        const seconds = setSeconds(exercise, first.reps, first.hold_s);
        expect(seconds, `${exercise.id} ${phase}`).toBeGreaterThanOrEqual(5);
        expect(seconds, `${exercise.id} ${phase}`).toBeLessThanOrEqual(120);
      }
    }
  });
});

describe("the library", () => {
  it("has more than twenty exercises, the article's four among them, for every slot from the easiest on", () => {
    expect(EXERCISES.length).toBeGreaterThanOrEqual(20);
    for (const id of ["glute-bridge", "hip-thrust", "clamshell", "side-lying-leg-raise"])
      expect(hasExercise(id)).toBe(true);
    for (const slot of SLOTS) expect(EXERCISES.some((one) => one.slot === slot && one.level <= 1)).toBe(true);
  });
  it("has ids and names once", () => {
    expect(new Set(EXERCISES.map((one) => one.id)).size).toBe(EXERCISES.length);
    expect(new Set(EXERCISES.map((one) => one.name)).size).toBe(EXERCISES.length);
  });
  it("needs only things one can say one has", () => {
    for (const one of EXERCISES) for (const need of one.needs) expect(EQUIPMENT).toHaveProperty(need);
  });
});

describe("ladders", () => {
  it("climb: no rung is easier than the one before, every rung exists, every exercise is on one or can be swapped in", () => {
    for (const ladder of LADDERS) {
      const levels = ladder.rungs.map((id) => exerciseOf(id).level);
      expect(levels, ladder.id).toEqual([...levels].sort((a, b) => a - b));
    }
    const onLadders = new Set(LADDERS.flatMap((ladder) => ladder.rungs));
    for (const one of EXERCISES.filter((exercise) => !onLadders.has(exercise.id)))
      expect(one.ladder.harder, one.id).not.toBeNull();
  });
  it("agree with each exercise's own easier and harder on its first ladder", () => {
    const main = LADDERS.filter((ladder) => ["maximus", "abductor", "frontal", "legs"].includes(ladder.id));
    for (const ladder of main) {
      ladder.rungs.forEach((id, i) => {
        expect(exerciseOf(id).ladder.easier, id).toBe(ladder.rungs[i - 1] ?? null);
        expect(exerciseOf(id).ladder.harder, id).toBe(ladder.rungs[i + 1] ?? null);
      });
    }
  });
  it("give everyone something: any single limit, no equipment, first level", () => {
    for (const limit of KNOWN_LIMITS) {
      for (const slot of ["maximus", "abductor", "frontal", "legs"] as const) {
        const setting = { limits: [limit], equipment: [], max_level: 1 };
        const ladder = ladderFor(slot, setting);
        expect(ladder, `${slot} with ${limit}`).not.toBeNull();
        expect(ladder ? rungsFor(ladder, setting).length : 0).toBeGreaterThan(0);
      }
    }
  });
  it("spare what they must: late pregnancy never lies on the back, a fall never stands free on one leg", () => {
    for (const one of EXERCISES) {
      if (one.position === "supine")
        expect(
          unsuited(one, { limits: ["pregnant-late"], equipment: Object.keys(EQUIPMENT), max_level: 5 }),
          one.id,
        ).toBe("limit");
    }
    for (const id of [
      "single-leg-stance",
      "hip-hike",
      "lateral-step-down",
      "single-leg-squat-box",
      "split-squat",
      "single-leg-deadlift",
    ]) {
      expect(unsuited(exerciseOf(id), { limits: ["fall"], equipment: Object.keys(EQUIPMENT), max_level: 5 }), id).toBe(
        "limit",
      );
    }
    for (const id of ["hip-thrust-loaded", "hip-hinge"]) {
      for (const limit of ["blood-pressure", "thin-bones", "hernia"]) expect(exerciseOf(id).avoid, id).toContain(limit);
    }
  });
});

describe("alternatives", () => {
  it("are of the same kind, suit, and lie at most one level away", () => {
    const setting = { limits: ["no-side"], equipment: ["band", "step"], max_level: 3 };
    for (const one of EXERCISES) {
      for (const other of alternatives(one.id, setting)) {
        expect(other.slot).toBe(one.slot);
        expect(other.avoid).not.toContain("no-side");
        expect(Math.abs(other.level - one.level)).toBeLessThanOrEqual(1);
        expect(other.level).toBeLessThanOrEqual(3);
      }
    }
  });
});

describe("movement tests", () => {
  it("measure known things and name known limits", () => {
    for (const test of MOVEMENT_TESTS) {
      for (const measure of [...test.measures, ...test.byHand]) expect(MEASURES, measure).toHaveProperty(measure);
      for (const limit of [...test.avoid, ...test.support]) expect(KNOWN_LIMITS, limit).toContain(limit);
      expect(test.byHand.filter((one) => !test.measures.includes(one))).toEqual([]);
    }
  });
});
