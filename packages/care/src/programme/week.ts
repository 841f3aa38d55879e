import type { Side } from "@levelhip/motion";
import type { Day } from "../data/interview.ts";
import { WARM_UP } from "../data/phases.ts";
import { type IsoDate, addDays, weekdayOf } from "../dates.ts";
import { exerciseOf } from "../exercises/catalogue.ts";
import type { Said } from "../text/said.ts";
import { WEEK } from "./days.ts";
import { deloaded, extraWarmUp, sessionMinutes, setsOf } from "./dose.ts";
import type { Item, Programme } from "./programme.ts";

/** One line of a session, as the person does it. */
export interface Row {
  readonly exercise: string;
  readonly side: Side | "both";
  readonly sets: number;
  readonly reps: number;
  /** seconds at the top of each repetition, or of each hold; 0 = none */
  readonly hold_s: number;
  /** seconds of lowering, staying down, lifting, staying up: "3-1-2-2" */
  readonly tempo: string;
  readonly level: number;
  readonly load: number;
  readonly why: readonly Said[];
}
export interface SessionPlan {
  readonly day: Day;
  /** date of the first session on this day, from `from` on */
  readonly date: IsoDate;
  readonly minutes: number;
  readonly warm_up: readonly { readonly id: string; readonly seconds: number }[];
  readonly exercises: readonly Row[];
}

/** The coming week of a programme, from a date on. Empty while the programme is locked. */
export function weekOf(programme: Programme, from: IsoDate): SessionPlan[] {
  if (programme.status.kind === "locked") return [];
  const deload = programme.status.kind === "deload";
  const { items, phase, setting } = programme;
  const days = phase === "keep" ? setting.days.slice(0, 2) : setting.days;
  const walk_s = extraWarmUp(items, phase, deload);
  const warm_up = [...(walk_s > 0 ? [{ id: "warm-up.walk", seconds: walk_s }] : []), ...WARM_UP];
  return days.map((day) => ({
    day,
    date: nextDate(day, from),
    minutes: sessionMinutes(items, phase, deload),
    warm_up,
    exercises: items.flatMap((item) => rowsOf(item, deload)),
  }));
}

/** One row for both-sided work, two for one-sided: the side that gets more goes first. */
export function rowsOf(item: Item, deload = false): Row[] {
  const exercise = exerciseOf(item.exercise);
  const { reps, hold_s } = deload ? deloaded(item) : item;
  const { lower_s, bottom_s, lift_s, top_s } = exercise.tempo;
  const top = exercise.dose.kind === "reps" ? hold_s : exercise.dose.kind === "hold" ? hold_s : top_s;
  const row = (side: Side | "both", sets: number): Row => ({
    exercise: item.exercise,
    side,
    sets,
    reps,
    hold_s,
    tempo: `${lower_s}-${bottom_s}-${lift_s}-${top}`,
    level: exercise.level,
    load: item.load,
    why: item.why,
  });
  if (exercise.laterality === "both") return [row("both", setsOf(item, "left", deload))];
  const sides: readonly Side[] = item.extra === "right" ? ["right", "left"] : ["left", "right"];
  return sides.map((side) => row(side, setsOf(item, side, deload)));
}

/** The first date on this weekday, from a date on. */
export function nextDate(day: Day, from: IsoDate): IsoDate {
  return addDays(from, (WEEK.indexOf(day) - weekdayOf(from) + 7) % 7);
}

/** The next date with a session, from a date on, at least two days after the last session. */
export function nextSession(programme: Programme, from: IsoDate): IsoDate | null {
  if (programme.status.kind === "locked") return null;
  const earliest = programme.last_session === null ? from : [from, addDays(programme.last_session, 2)].sort()[1];
  const dates = weekOf(programme, earliest ?? from).map((one) => one.date);
  return dates.sort()[0] ?? null;
}
