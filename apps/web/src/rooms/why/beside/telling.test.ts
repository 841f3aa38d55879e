/// <reference types="node" />
import { readFileSync } from "node:fs";
import { humanDescription, makeTaskSolver, type TaskName, type TaskResult } from "@levelhip/body";
import { describe, expect, it } from "vitest";
import { CARDS } from "../anatomy/cards.ts";
import {
  PRESETS,
  FULL,
  changesOf,
  isFull,
  requestOf,
  type Setting,
  settingOf,
  strengthOf,
  withStrength,
  withTightness,
} from "../state/setting.ts";
import { STEPS } from "../story/steps.ts";
import { LINKS } from "./LinkGrade.tsx";
import { sentencesOf } from "./Sentence.tsx";
import { loadChangesOf, tell, workersOf } from "./telling.ts";

const person = { sex: "female", height_m: 1.68, mass_kg: 68 } as const;
const solver = makeTaskSolver({ description: humanDescription(person), person });
const solve = (task: TaskName, setting: Setting): TaskResult =>
  structuredClone(solver.solve(requestOf(task, "right", setting, true)));
const register = JSON.parse(readFileSync(new URL("../../../../../../evidence/register.json", import.meta.url), "utf8")) as { id: string; grade: string }[]; // biome-ignore format: one line

describe("a setting", () => {
  it("is full when nothing is set, and tells both sides as one where they are alike", () => {
    expect(isFull(FULL)).toBe(true);
    const one = withStrength(FULL, "gluteus_medius", "left", 0.5);
    expect(changesOf(one)).toEqual([{ kind: "strength", group: "gluteus_medius", side: "left", value: 0.5 }]);
    const both = withStrength(one, "gluteus_medius", "right", 0.5);
    expect(changesOf(both)).toEqual([{ kind: "strength", group: "gluteus_medius", side: "both", value: 0.5 }]);
    const back = withStrength(withStrength(both, "gluteus_medius", "left", 1), "gluteus_medius", "right", 1);
    expect(isFull(back)).toBe(true);
    expect(changesOf(withTightness(FULL, "left", 0.4))).toEqual([{ kind: "tight", side: "left", value: 0.4 }]);
  });
  it("gives the solver requests that it takes, for every preset and step of the story", () => {
    for (const preset of PRESETS) {
      const setting = settingOf(preset, "left", "held");
      for (const [group, value] of preset.strength) expect(strengthOf(setting, group, "left")).toBe(value);
      expect(() => solver.solve(requestOf(preset.task ?? "standing", "left", setting, false))).not.toThrow();
    }
    for (const { task, setting } of STEPS)
      expect(() => solver.solve(requestOf(task, "right", setting, false))).not.toThrow();
  });
});

describe("what is told", () => {
  const full = solve("single-leg-stance", FULL);
  it("of full strength is that nothing changes", () => {
    const told = tell(full, { result: full, instead: null }, FULL);
    expect(told.kind).toBe("full");
    expect([told.more, told.less, told.loads, told.angles]).toEqual([[], [], [], []]);
  });
  it("of less strength names who works more, never a muscle whose range of equal answers meets the one before", () => {
    const setting = withStrength(FULL, "gluteus_medius", "right", 0.5);
    const result = solve("single-leg-stance", setting);
    const told = tell(full, { result, instead: null }, setting);
    expect(told.kind).toBe("changed");
    expect(told.more.length).toBeGreaterThan(0);
    expect(told.evidence[0]).toBe("nerve-block");
    for (const worker of [...told.more, ...told.less]) {
      expect(worker.isSet).toBe(false);
      if (worker.range && worker.rangeBefore)
        expect(worker.range[0] > worker.rangeBefore[1] || worker.range[1] < worker.rangeBefore[0]).toBe(true);
    }
    expect(
      workersOf(full, result, setting).find((w) => w.group === "gluteus_medius" && w.side === "right")?.isSet,
    ).toBe(true);
  });
  it("of what cannot be held holds no load at all", () => {
    const setting: Setting = {
      ...FULL,
      strength: { gluteus_medius: 0.2, gluteus_minimus: 0.2, tfl: 0.2, hip_flexors: 0.2, hamstrings: 0.2 },
    };
    const result = solve("single-leg-stance", setting);
    expect(result.posture.holdable).toBe(false);
    const told = tell(full, { result, instead: null }, setting);
    expect(told.kind).toBe("not-even-free");
    expect(told.loads).toEqual([]);
    expect(loadChangesOf(full.joints, result.joints)).toEqual([]);
  });
  it("has words for each kind, without holes", () => {
    const t = (id: string, values: Record<string, string | number> = {}) => `${id}${Object.values(values).join(" ")}`;
    const setting = withTightness(withStrength(FULL, "gluteus_maximus", "left", 0.4), "right", 0.5);
    const result = solve("squat", setting);
    const told = tell(solve("squat", FULL), { result, instead: null }, setting);
    for (const kind of ["full", "alike", "changed", "not-holdable", "not-even-free"] as const)
      for (const sentence of sentencesOf({ ...told, kind }, t)) expect(sentence).not.toMatch(/undefined|NaN/);
  });
});

describe("evidence", () => {
  it("of every link has the grade of the register", () => {
    for (const [id, { grade, evidence }] of Object.entries(LINKS)) {
      expect(evidence).toEqual([id]);
      expect(register.find((one) => one.id === id)?.grade, id).toBe(grade);
    }
  });
  it("is named by every muscle and every step of the story, and is in the register", () => {
    const ids = new Set(register.map(({ id }) => id));
    for (const { evidence } of [...Object.values(CARDS), ...STEPS]) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const id of evidence) expect(ids).toContain(id);
    }
  });
});
