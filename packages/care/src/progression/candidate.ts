import { EFFORT_LIMIT, type PhaseId, WEEKLY_GROWTH } from "../data/phases.ts";
import { daysBetween, type IsoDate } from "../dates.ts";
import { exerciseOf } from "../exercises/catalogue.ts";
import { doseRange, sessionSeconds, weeklySeconds } from "../programme/dose.ts";
import type { Item, Programme } from "../programme/programme.ts";
import type { Said } from "../text/said.ts";
import { harderRung, withExercise } from "./rung.ts";

/** One thing that could get harder. */
export interface Candidate {
  readonly item: Item;
  readonly kind: "sets" | "reps" | "hold" | "load" | "harder";
  readonly say: Said;
}
export type Blocked = "growth" | "top" | "gentle" | "effort";

/**
 * The next step of an item: sets up to the phase's least, then repetitions, then hold, then load, then a harder exercise. A step
 * that would make the session too long is passed over; one that would make the week grow by more than a fifth waits.
 */
export function nextStep(item: Item, programme: Programme, effort: number, today: IsoDate): Candidate | Blocked {
  const { phase, items, setting } = programme;
  let tooLong = false;
  for (const candidate of doseSteps(item, phase, programme)) {
    const changed = items.map((one) => (one === item ? candidate.item : one));
    if (
      sessionSeconds(changed, phase) > setting.minutes * 60 &&
      sessionSeconds(changed, phase) > sessionSeconds(items, phase)
    ) {
      tooLong = true;
      continue;
    }
    return grows(changed, programme, today) ? "growth" : candidate;
  }
  return harderStep(item, programme, effort, today, tooLong);
}

function* doseSteps(item: Item, phase: PhaseId, { setting, items }: Programme): Generator<Candidate> {
  const exercise = exerciseOf(item.exercise);
  const { dose, load, ladder } = exercise;
  const range = doseRange(exercise, phase);
  const name: Said = { id: `exercise.${item.exercise}.name` };
  const make = (kind: Candidate["kind"], change: Partial<Item>, values: Said["values"] = {}): Candidate => ({
    kind,
    item: { ...item, ...change, good: 0 },
    say: { id: `change.${kind}`, values: { exercise: name, ...values } },
  });
  if (item.sets < range.sets[0]) yield make("sets", { sets: item.sets + 1 });
  if (item.reps < range.reps[1]) {
    const reps = Math.min(range.reps[1], item.reps + REPS_STEP[dose.kind][phase === "learn" ? 0 : 1]);
    yield make("reps", { reps }, { reps });
  }
  // hold up to the goal of the exercise; beyond it only where nothing harder follows
  const goal = harderRung(item, items, setting)
    ? Math.min(range.hold_s[1], ladder.ready.hold_s ?? range.hold_s[0])
    : range.hold_s[1];
  if (item.hold_s < (phase === "learn" ? range.hold_s[1] : goal)) {
    const hold_s = Math.min(
      range.hold_s[1],
      item.hold_s + (dose.kind === "hold" ? HOLD_STEP_S[phase === "learn" ? 0 : 1] : TOP_STEP_S),
    );
    yield make("hold", { hold_s }, { hold_s });
  }
  if (
    load &&
    phase !== "learn" &&
    setting.equipment.includes(load.needs) &&
    item.load < load.steps &&
    setting.max_level > 1
  ) {
    // heavier, so fewer of them at first
    yield make("load", { load: item.load + 1, reps: Math.max(dose.reps[0], item.reps - 4) });
  }
}

/** [learning weeks, later] */
const REPS_STEP = { reps: [2, 3], steps: [4, 4], hold: [1, 1] } as const;
const HOLD_STEP_S = [5, 10] as const;
const TOP_STEP_S = 2;

function harderStep(
  item: Item,
  programme: Programme,
  effort: number,
  today: IsoDate,
  tooLong: boolean,
): Candidate | Blocked {
  const { phase, items, setting } = programme;
  const harder = harderRung(item, items, setting);
  if (!harder) return setting.max_level < 5 && harderRung(item, items, { ...setting, max_level: 5 }) ? "gentle" : "top";
  const exercise = exerciseOf(item.exercise);
  const { ready } = exercise.ladder;
  const range = doseRange(exercise, phase);
  // in the learning weeks the goal itself must be reached; later the top of the phase is enough
  const goal = (own: number | undefined, most: number): number =>
    own === undefined ? 0 : phase === "learn" ? own : Math.min(own, most);
  const reached = item.reps >= goal(ready.reps, range.reps[1]) && item.hold_s >= goal(ready.hold_s, range.hold_s[1]);
  if (!reached && !(tooLong && phase !== "learn")) return "top";
  if (effort > Math.min(ready.effort, EFFORT_LIMIT)) return "effort";
  const changed = withExercise(item, harder, phase);
  const next = items.map((one) => (one === item ? changed : one));
  if (grows(next, programme, today)) return "growth";
  return {
    kind: "harder",
    item: changed,
    say: {
      id: "change.harder",
      values: { exercise: { id: `exercise.${harder.id}.name` }, before: { id: `exercise.${item.exercise}.name` } },
    },
  };
}

/** Whether a week would grow by more than a fifth over what was planned a week ago (or at the start). */
function grows(items: readonly Item[], programme: Programme, today: IsoDate): boolean {
  const before = programme.volumes.filter((one) => daysBetween(one.on, today) >= 7).at(-1) ?? programme.volumes[0];
  const now = weeklySeconds({ items, setting: programme.setting });
  return before !== undefined && now > weeklySeconds(programme) && now > before.seconds * WEEKLY_GROWTH + 1e-9;
}
