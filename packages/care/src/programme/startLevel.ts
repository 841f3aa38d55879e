import type { AnswerValue } from "../condition.ts";
import type { CareMeasureId } from "../data/measures.ts";
import type { Slot } from "../exercises/exercise.ts";
import type { Said } from "../text/said.ts";
import { type TestValue, latest } from "../tests/testValue.ts";

export interface StartLevel {
  /** highest rung to start on, 0–5 */
  readonly level: number;
  readonly why: Said;
}

const fromTest = (level: number, measure: CareMeasureId): StartLevel => ({
  level,
  why: { id: "why.from-test", values: { test: { id: `measure.${measure}` } } },
});
const FIRST: StartLevel = { level: 1, why: { id: "why.first-rung" } };
const EXPERIENCED: Readonly<Partial<Record<Slot, number>>> = { maximus: 2, abductor: 2, frontal: 2, legs: 3 };

/** The lower side of a sided measure, or the value of one without sides; null when it was not measured. */
function least(values: readonly TestValue[], measure: CareMeasureId): number | null {
  const found = [null, "left" as const, "right" as const].flatMap((side) => latest(values, measure, side)?.value ?? []);
  return found.length === 0 ? null : Math.min(...found);
}
const most = (values: readonly TestValue[], measure: CareMeasureId): number | null => {
  const found = [null, "left" as const, "right" as const].flatMap((side) => latest(values, measure, side)?.value ?? []);
  return found.length === 0 ? null : Math.max(...found);
};

/** Where each kind of exercise starts, from what the person can do now. */
export function startLevel(
  slot: Slot,
  values: readonly TestValue[],
  answers: Readonly<Record<string, AnswerValue | undefined>>,
): StartLevel {
  const limits = answers["limits"];
  // a sore tendon at the side of the hip starts with pressing outward, nothing moving
  if (slot === "abductor" && Array.isArray(limits) && limits.includes("side-hip-pain")) {
    return { level: 0, why: { id: "why.limit", values: { limit: { id: "limit.side-hip-pain" } } } };
  }
  const measured =
    slot === "maximus"
      ? maximus(values)
      : slot === "abductor"
        ? abductor(values)
        : slot === "frontal"
          ? frontal(values, answers)
          : slot === "legs"
            ? legs(values)
            : null;
  if (measured) return measured;
  const experienced = EXPERIENCED[slot];
  return answers["training"] === "regular" && experienced !== undefined
    ? { level: experienced, why: { id: "why.experience" } }
    : FIRST;
}

function maximus(values: readonly TestValue[]): StartLevel | null {
  const single = least(values, "bridge-hold-single");
  if (single !== null && single >= 30) return fromTest(3, "bridge-hold-single");
  const hold = least(values, "bridge-hold");
  const cutShort = values.some((one) => one.measure === "bridge-hold" && one.atLeast);
  if (hold !== null && hold < 15 && !cutShort) return fromTest(0, "bridge-hold");
  const reps = least(values, "bridge-reps");
  if (reps !== null && reps >= 15) return fromTest(2, "bridge-reps");
  if (hold !== null && hold >= 30) return fromTest(2, "bridge-hold");
  return single !== null ? fromTest(1, "bridge-hold-single") : null;
}

function abductor(values: readonly TestValue[]): StartLevel | null {
  const wobble = most(values, "active-hip-abduction");
  if (wobble !== null && wobble >= 3) return fromTest(0, "active-hip-abduction");
  const reps = least(values, "side-lying-reps");
  if (reps !== null) return fromTest(reps >= 30 ? 3 : reps >= 15 ? 2 : 1, "side-lying-reps");
  return wobble === 2 ? fromTest(1, "active-hip-abduction") : null;
}

function frontal(
  values: readonly TestValue[],
  answers: Readonly<Record<string, AnswerValue | undefined>>,
): StartLevel | null {
  const limits = answers["limits"];
  if (Array.isArray(limits) && limits.includes("no-one-leg"))
    return { level: 0, why: { id: "why.limit", values: { limit: { id: "limit.no-one-leg" } } } };
  const time = least(values, "hike-time");
  const drop = most(values, "stance-drop");
  if (time !== null)
    return fromTest(time >= 30 ? (drop !== null && drop > 5 ? 2 : 3) : time >= 15 ? 2 : 1, "hike-time");
  return drop !== null && drop > 5 ? fromTest(1, "stance-drop") : null;
}

function legs(values: readonly TestValue[]): StartLevel | null {
  const stands = least(values, "chair-stand");
  return stands === null ? null : fromTest(stands >= 15 ? 2 : 1, "chair-stand");
}
