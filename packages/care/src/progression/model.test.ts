import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EQUIPMENT, type Equipment, LIMIT_QUESTIONS } from "../data/interview.ts";
import { WEEKLY_GROWTH } from "../data/phases.ts";
import { addDays, daysBetween } from "../dates.ts";
import { exerciseOf, suits } from "../exercises/catalogue.ts";
import { programmeSchema } from "../plan/schemas.ts";
import { sessionMinutes, weeklySeconds } from "../programme/dose.ts";
import type { Programme } from "../programme/programme.ts";
import { weekOf } from "../programme/week.ts";
import { messages } from "../text/catalogue.ts";
import { NO_SIGNS, SETTLED, done, madeProgramme, session } from "../testing/people.ts";
import type { StopSign } from "./record.ts";
import { type StepResult, clearLock, step } from "./step.ts";

/** The person and their programme while random things happen; the model notes what the rules promise. */
interface Real {
  programme: Programme;
  today: string;
  /** planned weekly work of a normal week, by day, since the start */
  readonly weekly: { on: string; seconds: number }[];
}
interface Model {
  locked: boolean;
}

/** How much harder something got: rung, load, repetitions, hold, sets. */
function harderThings(before: Programme, after: Programme): number {
  return after.items.filter((item, i) => {
    const was = before.items[i];
    if (!was) return true;
    if (was.exercise !== item.exercise) return exerciseOf(item.exercise).level > exerciseOf(was.exercise).level;
    return item.reps > was.reps || item.hold_s > was.hold_s || item.sets > was.sets || item.load > was.load;
  }).length;
}

function check(before: Programme, result: StepResult, real: Real): void {
  const after = result.programme;
  const phaseChanged = before.phase !== after.phase;
  if (!phaseChanged) expect(harderThings(before, after)).toBeLessThanOrEqual(1);
  if (result.progressed === null && !phaseChanged) expect(harderThings(before, after)).toBe(0);
  for (const item of after.items) {
    expect(suits(exerciseOf(item.exercise), after.setting), item.exercise).toBe(true);
    expect(item.sets).toBeGreaterThanOrEqual(1);
    expect(item.reps).toBeGreaterThanOrEqual(1);
  }
  expect(new Set(after.items.map((item) => item.exercise)).size).toBe(after.items.length);
  for (const one of result.reasons) expect(messages[one.id], one.id).toBeDefined();
  expect(programmeSchema.safeParse(after).success).toBe(true);
  expect(sessionMinutes(after.items, after.phase)).toBeLessThanOrEqual(
    Math.max(36, sessionMinutes(before.items, before.phase)),
  );
  real.programme = after;
  real.weekly.push({ on: real.today, seconds: weeklySeconds(after) });
  // planned work never grows by more than a fifth over anything that was planned in the seven days before
  const weekAgo = real.weekly.filter((one) => daysBetween(one.on, real.today) >= 7).at(-1);
  const lately = real.weekly.filter((one) => daysBetween(one.on, real.today) < 7);
  for (const one of [...(weekAgo ? [weekAgo] : []), ...lately])
    expect(weeklySeconds(after)).toBeLessThanOrEqual(one.seconds * WEEKLY_GROWTH + 1e-6);
}

class Train implements fc.Command<Model, Real> {
  readonly wait: number;
  readonly went: { form: number | null; effort: number | null; pain: number | null; share: number };
  readonly answered: boolean;
  readonly stopped: StopSign | null;
  readonly sign: string | null;
  constructor(wait: number, went: Train["went"], answered: boolean, stopped: StopSign | null, sign: string | null) {
    this.wait = wait;
    this.went = went;
    this.answered = answered;
    this.stopped = stopped;
    this.sign = sign;
  }
  check(): boolean {
    return true;
  }
  run(model: Model, real: Real): void {
    real.today = addDays(real.today, this.wait);
    const before = real.programme;
    const signs = this.sign === null ? NO_SIGNS : { ...NO_SIGNS, s1: this.sign };
    const record = session(before, real.today, this.went, { stopped: this.stopped, signs });
    const result = step(before, {
      session: record,
      nextDay: this.answered ? SETTLED : null,
      today: addDays(real.today, 1),
    });
    real.today = addDays(real.today, 1);
    if (model.locked) expect(result.programme).toEqual(before);
    const locks =
      this.sign !== null || ["saddle-or-bladder", "chest-pain", "fainting", "numbness"].includes(this.stopped ?? "");
    if (locks) {
      expect(result.progressed).toBeNull();
      expect(result.programme.status.kind).toBe("locked");
      model.locked = true;
    }
    if (model.locked) expect(weekOf(result.programme, real.today)).toEqual([]);
    if ((this.went.pain ?? 0) > 3 || !this.answered || this.stopped !== null) expect(result.progressed).toBeNull();
    check(before, result, real);
  }
  toString(): string {
    return `train(+${this.wait}d, ${JSON.stringify(this.went)}, ${this.answered}, ${this.stopped}, ${this.sign})`;
  }
}
class Wait implements fc.Command<Model, Real> {
  readonly days: number;
  constructor(days: number) {
    this.days = days;
  }
  check(): boolean {
    return true;
  }
  run(_model: Model, real: Real): void {
    real.today = addDays(real.today, this.days);
    const result = step(real.programme, { session: null, nextDay: null, today: real.today });
    expect(result.progressed).toBeNull();
    check(real.programme, result, real);
  }
  toString(): string {
    return `wait(${this.days}d)`;
  }
}
class Clear implements fc.Command<Model, Real> {
  check(model: Readonly<Model>): boolean {
    return model.locked;
  }
  run(model: Model, real: Real): void {
    const result = clearLock(real.programme, "Dr Meyer", real.today);
    expect(result.programme.status.kind).toBe("active");
    model.locked = false;
    check(real.programme, result, real);
  }
  toString(): string {
    return "clear";
  }
}

const LIMITS =
  LIMIT_QUESTIONS[0]?.type === "many"
    ? Object.keys(LIMIT_QUESTIONS[0].options).filter((one) => !["none", "heart", "clot"].includes(one))
    : [];
const mostlyGood = fc.record({
  form: fc.oneof({ weight: 6, arbitrary: fc.constant(0.9) }, fc.constantFrom(0.5, 0.7, null)),
  effort: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 4, max: 7 }) }, fc.constantFrom(8, 9, 10, null)),
  pain: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 3 }) }, fc.constantFrom(4, 5, 6, 8, null)),
  share: fc.oneof({ weight: 8, arbitrary: fc.constant(1) }, fc.constantFrom(0, 0.5)),
});
const anyStop = fc.constantFrom<StopSign>(
  "new-leg-pain",
  "numbness",
  "saddle-or-bladder",
  "chest-pain",
  "fainting",
  "giving-way",
  "joint-pain",
  "dizziness",
);
const rarely = <T>(one: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 30, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: one });
const commands = [
  fc
    .tuple(
      fc.constantFrom(0, 1, 1, 1, 2, 4),
      mostlyGood,
      fc.oneof({ weight: 8, arbitrary: fc.constant(true) }, fc.constant(false)),
      rarely(anyStop),
      rarely(fc.constantFrom("saddle", "leg", "both")),
    )
    .map((parts) => new Train(...parts)),
  fc
    .oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 6 }) }, fc.integer({ min: 7, max: 60 }))
    .map((days) => new Wait(days)),
  fc.constant(new Clear()),
];
const anyStart = fc.record({
  answers: fc.record({
    limits: fc.subarray(LIMITS),
    training: fc.constantFrom("none", "regular"),
    sessions: fc.constantFrom("2", "3"),
  }),
  equipment: fc.subarray(Object.keys(EQUIPMENT) as Equipment[]),
});

describe("the programme under whatever happens", () => {
  it("never makes two things harder at once, never passes a warning sign, never grows a week by more than a fifth", () => {
    fc.assert(
      fc.property(anyStart, fc.commands(commands, { maxCommands: 60, size: "max" }), (start, run) => {
        const { programme } = madeProgramme({ ...start, today: "2025-06-02" });
        fc.modelRun(
          () => ({
            model: { locked: false },
            real: { programme, today: "2025-06-02", weekly: [{ on: "2025-06-02", seconds: weeklySeconds(programme) }] },
          }),
          run,
        );
      }),
      { numRuns: 120 },
    );
  });

  it("has no dead end: from wherever it got to, good sessions make it harder again or keep it at the top", () => {
    fc.assert(
      fc.property(anyStart, fc.commands(commands, { maxCommands: 30 }), (start, run) => {
        const { programme: first } = madeProgramme({ ...start, today: "2025-06-02" });
        const real: Real = {
          programme: first,
          today: "2025-06-02",
          weekly: [{ on: "2025-06-02", seconds: weeklySeconds(first) }],
        };
        fc.modelRun(() => ({ model: { locked: false }, real }), run);
        let programme = clearLock(real.programme, "Dr Meyer", real.today).programme;
        let progressed = 0;
        let on = addDays(real.today, 2);
        for (let i = 0; i < 24; i++) {
          const result = step(programme, {
            session: {
              ...session(programme, on),
              exercises: programme.items.map((item) => done(item, { effort: 5, pain: 0 })),
            },
            nextDay: SETTLED,
            today: addDays(on, 1),
          });
          expect(result.programme.status.kind).not.toBe("locked");
          if (result.progressed) progressed++;
          programme = result.programme;
          on = addDays(on, 2);
        }
        expect(progressed).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});
