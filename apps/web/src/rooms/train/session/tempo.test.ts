import { EXERCISES, rowsOf } from "@levelhip/care";
import { prescriptionOf } from "@levelhip/records";
import { describe, expect, it } from "vitest";
import { curveOf, firstSegment, heightAt, rhythmOf, wayOf } from "./tempo.ts";

const rowOf = (exercise: (typeof EXERCISES)[number]) => {
  const { reps, hold_s } = exercise.dose;
  const item = {
    slot: exercise.slot,
    ladder: "",
    exercise: exercise.id,
    sets: 2,
    extra: null,
    reps: reps[0],
    hold_s: hold_s[0],
    load: 0,
    good: 0,
    why: [],
  };
  const [row] = rowsOf(item);
  if (!row) throw new Error(exercise.id);
  return prescriptionOf(row);
};

describe("the rhythm of every exercise", () => {
  it.each(EXERCISES.map((exercise) => [exercise.id, exercise] as const))("%s can be followed", (_id, exercise) => {
    const row = rowOf(exercise);
    const rhythm = rhythmOf(row, exercise);
    expect(rhythm.rep_s).toBeGreaterThanOrEqual(1);
    expect(rhythm.reps).toBe(row.reps);
    // goes away from the start and comes back to it, without a jump
    const curve = curveOf(rhythm, 400);
    expect(Math.max(...curve.map(({ h }) => h))).toBeGreaterThan(0.95);
    expect(curve.at(0)?.h).toBeCloseTo(0, 3);
    expect(curve.at(-1)?.h).toBeCloseTo(0, 1);
    for (const [i, { h }] of curve.entries()) {
      expect(h).toBeGreaterThanOrEqual(0);
      expect(h).toBeLessThanOrEqual(1);
      if (i > 0) expect(Math.abs(h - (curve[i - 1]?.h ?? 0))).toBeLessThan(0.1);
    }
    // the work that care plans is the work that is led: rests inside a set are left out of it
    const { lower_s, bottom_s, lift_s } = exercise.tempo;
    const planned = exercise.dose.kind === "hold" ? null : lower_s + bottom_s + lift_s + (row.hold_s ?? 0);
    if (planned !== null) expect(rhythm.rep_s).toBeCloseTo(Math.max(1, planned), 6);
    else expect(rhythm.segments.find(({ part }) => part === "hold")?.seconds).toBe(row.hold_s);
  });

  it("begins by going down where the movement does", () => {
    const ways = new Map(EXERCISES.map((exercise) => [exercise.id, wayOf(exercise)]));
    expect(ways.get("squat")).toBe("down");
    expect(ways.get("glute-bridge")).toBe("up");
    expect(ways.get("clamshell")).toBe("open");
    expect(ways.get("suitcase-carry")).toBe("step");
    // whatever its steps say first: lower or lift
    for (const exercise of EXERCISES) {
      const keys = Object.keys(exercise.steps);
      const isDown = keys.includes("lower") && keys.includes("lift") && keys.indexOf("lower") < keys.indexOf("lift");
      if (isDown) expect(ways.get(exercise.id), exercise.id).toBe("down");
    }
  });

  it("has no rest before the first repetition, and one before the others", () => {
    const bridge = EXERCISES.find(({ id }) => id === "glute-bridge") as (typeof EXERCISES)[number];
    const rhythm = rhythmOf(rowOf(bridge), bridge);
    expect(rhythm.segments.map(({ part }) => part)).toEqual(["rest", "away", "hold", "back"]);
    expect([firstSegment(rhythm, true), firstSegment(rhythm, false)]).toEqual([1, 0]);
    expect(rhythm.set_s).toBe(rhythm.reps * rhythm.rep_s - 1);
    expect(heightAt(rhythm, 0.5)).toBe(0);
    expect(heightAt(rhythm, 4)).toBe(1);
  });
});
