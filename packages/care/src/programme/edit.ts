import type { Day, Equipment } from "../data/interview.ts";
import type { IsoDate } from "../dates.ts";
import { alternatives, exerciseOf, ladderFor, rungsFor, suits } from "../exercises/catalogue.ts";
import type { Said } from "../text/said.ts";
import type { TriageResult } from "../triage/triage.ts";
import { withItems } from "../progression/calendar.ts";
import { chooseDays } from "./days.ts";
import type { AnswerValue } from "../condition.ts";
import type { TestValue } from "../tests/testValue.ts";
import { harderRung, withExercise } from "../progression/rung.ts";
import { firstDose, noMoreThan } from "./dose.ts";
import { startLevel } from "./startLevel.ts";
import type { Item, Programme, Setting } from "./programme.ts";

export interface Edited {
  readonly programme: Programme;
  readonly reasons: readonly Said[];
}

/** Other days: as many as wanted out of those the person can do, never two in a row. */
export function changeDays(programme: Programme, can: readonly Day[], wanted: 2 | 3, today: IsoDate): Edited {
  const { days, proposed } = chooseDays(can, wanted);
  const said = (list: readonly Day[]): Said[] => list.map((day) => ({ id: `day.${day}` }));
  const changed = withItems({ ...programme, setting: { ...programme.setting, days } }, programme.items, today);
  return {
    programme: changed,
    reasons: [
      { id: "days.chosen", values: { days: said(days) } },
      ...(proposed.length > 0 ? [{ id: "days.proposed", values: { days: said(proposed) } }] : []),
    ],
  };
}

/** Other things to train with: exercises that need what is gone are replaced by the nearest that suit. */
export function changeEquipment(programme: Programme, equipment: readonly Equipment[], today: IsoDate): Edited {
  return refit(programme, { ...programme.setting, equipment }, today);
}

/** Other limits, as the interview or triage names them. */
export function changeLimits(programme: Programme, limits: readonly string[], today: IsoDate): Edited {
  return refit(programme, { ...programme.setting, limits: [...limits].sort() }, today);
}

/** A new triage result: it may open what was held at an easy level, hold it there, or close the plan. */
export function applyTriage(programme: Programme, triage: TriageResult, today: IsoDate): Edited {
  if (triage.sessions === "locked") {
    return {
      programme: { ...programme, status: { kind: "locked", since: today, level: triage.level } },
      reasons: [{ id: "locked.sign" }],
    };
  }
  return refit(programme, { ...programme.setting, max_level: triage.sessions === "open" ? 5 : 1 }, today);
}

/** New tests: where they show more than the present exercise asks, it moves up by one rung. Nothing moves down by a test alone. */
export function applyTests(
  programme: Programme,
  values: readonly TestValue[],
  answers: Readonly<Record<string, AnswerValue | undefined>>,
  today: IsoDate,
): Edited {
  if (programme.status.kind !== "active") return { programme, reasons: [] };
  const reasons: Said[] = [];
  let items = programme.items;
  for (const item of programme.items) {
    const harder = harderRung(item, items, programme.setting);
    const start = startLevel(item.slot, values, answers);
    if (!harder || start.why.id !== "why.from-test" || harder.level > start.level) continue;
    const moved: Item = {
      ...noMoreThan(item, withExercise(item, harder, programme.phase)),
      why: [...item.why.filter((one) => one.id !== "why.first-rung" && one.id !== "why.from-test"), start.why],
    };
    items = items.map((one) => (one === item ? moved : one));
    reasons.push({
      id: "change.tested",
      values: { exercise: { id: `exercise.${harder.id}.name` }, before: { id: `exercise.${item.exercise}.name` } },
    });
  }
  return { programme: withItems({ ...programme, retest: false }, items, today), reasons };
}

/** Another exercise instead of one: only one that suits, of the same kind, at most one level away. The dose does not grow. */
export function swapExercise(programme: Programme, from: string, to: string, today: IsoDate): Edited | null {
  const item = programme.items.find((one) => one.exercise === from);
  if (!item || programme.items.some((one) => one.exercise === to)) return null;
  const other = alternatives(from, programme.setting).find((one) => one.id === to);
  if (!other) return null;
  const swapped = noMoreThan(item, {
    ...item,
    ...firstDose(other, programme.phase),
    sets: item.sets,
    exercise: to,
    ladder: ladderWith(to, programme.setting, item.ladder),
    extra: other.laterality === "each-side" ? item.extra : null,
    good: 0,
  });
  const items = programme.items.map((one) => (one === item ? swapped : one));
  return {
    programme: withItems(programme, items, today),
    reasons: [
      {
        id: "change.swapped",
        values: { exercise: { id: `exercise.${to}.name` }, before: { id: `exercise.${from}.name` } },
      },
    ],
  };
}

function ladderWith(exercise: string, setting: Setting, present: string): string {
  const ladder = ladderFor(exerciseOf(exercise).slot, setting);
  return ladder?.rungs.includes(exercise) ? ladder.id : present;
}

/** Replaces every exercise that no longer suits by the nearest one that does; leaves out what has none. */
function refit(programme: Programme, setting: Setting, today: IsoDate): Edited {
  const reasons: Said[] = [];
  const taken = new Set(
    programme.items.filter((one) => suits(exerciseOf(one.exercise), setting)).map((one) => one.exercise),
  );
  const items = programme.items.flatMap((item): Item[] => {
    const exercise = exerciseOf(item.exercise);
    if (suits(exercise, setting)) return [item];
    const ladder = ladderFor(item.slot, setting);
    const rungs = ladder ? rungsFor(ladder, setting, taken) : [];
    const fitting = rungs.filter((one) => one.level <= exercise.level).at(-1) ?? rungs[0];
    if (!ladder || !fitting) return [];
    taken.add(fitting.id);
    const replaced = noMoreThan(item, {
      ...item,
      ...firstDose(fitting, programme.phase),
      exercise: fitting.id,
      ladder: ladder.id,
      extra: fitting.laterality === "each-side" ? item.extra : null,
      good: 0,
    });
    reasons.push({
      id: "change.fits",
      values: { exercise: { id: `exercise.${fitting.id}.name` }, before: { id: `exercise.${item.exercise}.name` } },
    });
    return [replaced];
  });
  return { programme: withItems({ ...programme, setting }, items, today), reasons };
}
