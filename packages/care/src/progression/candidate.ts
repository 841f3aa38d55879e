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
 * that would make the session too long is passed over; one that would make the week grow by more than a fifth is made smaller, or waits.
 */
export function nextStep(item: Item, programme: Programme, effort: number, today: IsoDate): Candidate | Blocked {
  const { phase, items, setting } = programme;
  const now_s = sessionSeconds(items, phase);
  let tooLong = false;
  for (const sizes of doseSteps(item, phase, programme)) {
    const fitting = sizes
      .map((candidate) => ({ candidate, items: items.map((one) => (one === item ? candidate.item : one)) }))
      .filter((one) => {
        const seconds = sessionSeconds(one.items, phase);
        return seconds <= setting.minutes * 60 || seconds <= now_s;
      });
    if (fitting.length === 0) {
      tooLong = true;
      continue;
    }
    return fitting.find((one) => !grows(one.items, programme, today))?.candidate ?? "growth";
  }
  return harderStep(item, programme, effort, today, tooLong);
}

/** One list a variable, in their order: the usual size of the step first, then smaller ones. */
function* doseSteps(item: Item, phase: PhaseId, { setting, items }: Programme): Generator<readonly Candidate[]> {
  const exercise = exerciseOf(item.exercise);
  const { dose, load, ladder } = exercise;
  const range = doseRange(exercise, phase);
  const name: Said = { id: `exercise.${item.exercise}.name` };
  const make = (kind: Candidate["kind"], change: Partial<Item>, values: Said["values"] = {}): Candidate => ({
    kind,
    item: { ...item, ...change, good: 0 },
    say: { id: `change.${kind}`, values: { exercise: name, ...values } },
  });
  if (item.sets < range.sets[0]) {
    // one set more; where that is too much at once, with less in each
    const less = [1, 0.8, 0.6].map((share) =>
      dose.kind === "hold"
        ? { hold_s: Math.max(1, Math.floor(item.hold_s * share)) }
        : { reps: Math.max(1, Math.floor(item.reps * share)) },
    );
    yield less.map((change) => make("sets", { sets: item.sets + 1, ...change }));
  }
  if (item.reps < range.reps[1]) {
    const sizes = [REPS_STEP[dose.kind][phase === "learn" ? 0 : 1], 1];
    yield sizes
      .map((size) => Math.min(range.reps[1], item.reps + size))
      .map((reps) => make("reps", { reps }, { reps }));
  }
  // hold up to the goal of the exercise; beyond it only where nothing harder follows
  const goal = harderRung(item, items, setting)
    ? Math.min(range.hold_s[1], ladder.ready.hold_s ?? range.hold_s[0])
    : range.hold_s[1];
  if (item.hold_s < (phase === "learn" ? range.hold_s[1] : goal)) {
    const sizes = dose.kind === "hold" ? [HOLD_STEP_S[phase === "learn" ? 0 : 1], 3, 1] : [TOP_STEP_S, 1];
    yield sizes
      .map((size) => Math.min(range.hold_s[1], item.hold_s + size))
      .map((hold_s) => make("hold", { hold_s }, { hold_s }));
  }
  if (
    load &&
    phase !== "learn" &&
    setting.equipment.includes(load.needs) &&
    item.load < load.steps &&
    setting.max_level > 1
  ) {
    // heavier, so fewer of them at first
    yield [make("load", { load: item.load + 1, reps: Math.max(Math.min(item.reps, dose.reps[0]), item.reps - 4) })];
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

/** Whether a week would grow by more than a fifth over the least that was planned at any time in the last 7 days. */
function grows(items: readonly Item[], programme: Programme, today: IsoDate): boolean {
  const recent = programme.volumes.filter((one) => daysBetween(one.on, today) < 7);
  const before = programme.volumes.filter((one) => daysBetween(one.on, today) >= 7).at(-1);
  const least = Math.min(...[...(before ? [before] : []), ...recent].map((one) => one.seconds));
  const now = weeklySeconds({ items, setting: programme.setting });
  return now > weeklySeconds(programme) && now > least * WEEKLY_GROWTH + 1e-9;
}
