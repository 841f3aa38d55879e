import { MOVEMENT_TESTS } from "../data/tests.ts";
import type { CareMeasureId } from "../data/measures.ts";
import type { Said } from "../text/said.ts";
import type { MovementTest } from "./movementTest.ts";

/** What decides which tests fit. */
export interface TestSetting {
  readonly age: number | null;
  /** limits of the person, with those derived from age and triage ("over-70", "pregnant-late") */
  readonly limits: ReadonlySet<string>;
  /** answer to `space`; null when not answered: the floor and three metres are taken as there */
  readonly space: ReadonlySet<string> | null;
  readonly equipment: ReadonlySet<string>;
  readonly camera: boolean;
}

export interface TestFit {
  readonly test: MovementTest;
  readonly fits: boolean;
  /** with a hand on a firm support */
  readonly support: boolean;
  /** the camera can measure it here */
  readonly withCamera: boolean;
  /** measures that the person can get in this setting */
  readonly measures: readonly CareMeasureId[];
  /** why it does not fit, or what to mind */
  readonly notes: readonly Said[];
}

/** Every movement test with whether it fits this person, and why not. */
export function fitTests(setting: TestSetting): TestFit[] {
  return MOVEMENT_TESTS.map((test) => {
    const notes: Said[] = [];
    for (const limit of test.avoid)
      if (setting.limits.has(limit)) notes.push({ id: "test.note.limit", values: { limit: { id: `limit.${limit}` } } });
    const { from = 0, to = Infinity } = test.age ?? {};
    if (test.age && (setting.age === null || setting.age < from || setting.age > to))
      notes.push({ id: "test.note.age" });
    const space = setting.space ?? new Set(["mat", "three-metres"]);
    for (const need of test.space)
      if (!space.has(need)) notes.push({ id: "test.note.space", values: { need: { id: `question.space.${need}` } } });
    for (const need of test.equipment)
      if (!setting.equipment.has(need))
        notes.push({ id: "test.note.equipment", values: { need: { id: `equipment.${need}` } } });
    const withCamera = test.camera !== null && setting.camera;
    const measures = withCamera ? test.measures : test.byHand;
    if (measures.length === 0) notes.push({ id: "test.note.camera" });
    const support = test.support.some((limit) => setting.limits.has(limit));
    const fits = notes.length === 0;
    if (support) notes.push({ id: "test.note.support" });
    if (test.byProfessional) notes.push({ id: "test.note.professional" });
    return { test, fits, support, withCamera, measures, notes };
  });
}
