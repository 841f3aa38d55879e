import { type PhaseId, SHORT_FORM } from "@levelhip/care";
import type { Payload, Prescription } from "@levelhip/records";
import { type Felt, QUESTIONS_AFTER_SET, type RepSource, type SetAnswers, type SetQuestion } from "./events.ts";
import type { Hurt } from "./stopRules.ts";
import { firstSegment, type Rhythm, rhythmOf } from "./tempo.ts";
import { stepsWith, type Turn, turnsOf } from "./turns.ts";

/** Where a kept session goes on. */
export interface Resume {
  readonly stage: "set" | "ask" | "rest" | "close";
  readonly turn: number;
  readonly reps_ms: readonly number[];
  readonly setStart_ms: number;
  /** sets that are over, by turn */
  readonly done: readonly number[];
  readonly skipped: readonly number[];
}
export interface SessionInput {
  readonly plan: readonly Prescription[];
  readonly phase: PhaseId;
  readonly warmUp: readonly { readonly id: string; readonly seconds: number }[];
  /** pain up to which all is well, 0–10 */
  readonly greenPain: number;
  /** who counts repetitions; holds are always timed */
  readonly source: RepSource;
  /** sets begin by themselves when the rest is over */
  readonly handsFree: boolean;
  readonly resume: Resume | null;
}

/** All that a session knows of itself, apart from its state's name. */
export interface Flow {
  readonly input: SessionInput;
  readonly turns: readonly Turn[];
  readonly signs: Readonly<Record<string, string>>;
  readonly asked: number;
  readonly pain: number | null;
  readonly warm: number;
  /** turn under way or next */
  readonly at: number;
  readonly done: readonly number[];
  /** steps left out */
  readonly skipped: readonly number[];
  /** when the present stretch of time began [ms]: warm-up part, rest, count-in, segment */
  readonly since_ms: number;
  readonly now_ms: number;
  /** whole seconds of it that were told */
  readonly told: number;
  readonly segment: number;
  readonly setStart_ms: number;
  readonly reps_ms: readonly number[];
  readonly answers: SetAnswers;
  /** last answers by exercise, for "as before" */
  readonly before: Readonly<Record<string, Required<SetAnswers>>>;
  readonly hurt: Partial<Hurt>;
  /** what was under way when it was paused or hurt */
  readonly from: "warming" | "resting" | "moving" | "asking" | "closing";
  readonly pausedAt_ms: number;
  readonly why: "asked" | "slept" | "kept";
  readonly how: Payload<"session-end">["how"];
}

export const COUNT_IN_S = 5;
/** However long the questions took, the next set is announced this long before it begins [s]. */
export const LEAST_REST_S = 6;
/** A tick this late means that the device slept: nobody is counted for what nobody did. */
export const SLEPT_MS = 3_000;
/** Two presses closer than this are one. */
export const BOUNCE_MS = 300;

export function begin(input: SessionInput): Flow {
  const { resume } = input;
  return {
    input,
    turns: turnsOf(input.plan, input.phase),
    signs: {},
    asked: 0,
    pain: null,
    warm: 0,
    at: resume?.turn ?? 0,
    done: resume?.done ?? [],
    skipped: resume?.skipped ?? [],
    since_ms: 0,
    now_ms: 0,
    told: 0,
    segment: 0,
    setStart_ms: resume?.setStart_ms ?? 0,
    reps_ms: resume?.reps_ms ?? [],
    answers: {},
    before: {},
    hurt: {},
    from: resume?.stage === "set" ? "moving" : "resting",
    pausedAt_ms: 0,
    why: resume ? "kept" : "asked",
    how: "finished",
  };
}

export const turnOf = (flow: Flow): Turn | undefined => flow.turns[flow.at];
export function rhythmNow(flow: Flow): Rhythm | null {
  const turn = turnOf(flow);
  return turn ? rhythmOf(turn.row, turn.exercise) : null;
}
/** Seconds of the present stretch of time. */
export const elapsed_s = (flow: Flow, now_ms: number): number => Math.max(0, now_ms - flow.since_ms) / 1_000;

/** Repetitions are counted by presses, not by the guide. Holds are always timed. */
export const countsPresses = (flow: Flow): boolean => flow.input.source !== "tempo" && rhythmNow(flow)?.kind !== "hold";

/** The next set that is neither done nor left out; -1 when there is none. */
export const nextTurn = (flow: Flow): number =>
  flow.turns.findIndex((turn, index) => !flow.done.includes(index) && !flow.skipped.includes(turn.step));

/** The question after a set that is open; null when all are answered. */
export const openQuestion = ({ answers }: Flow): SetQuestion | null =>
  QUESTIONS_AFTER_SET.find((question) => answers[question] === undefined) ?? null;

/** The answers of the last set of this exercise, offered again. */
export const sameAsBefore = (flow: Flow): Required<SetAnswers> | null =>
  flow.before[turnOf(flow)?.exercise.id ?? ""] ?? null;

export const safetyQuestion = ({ asked }: Flow): (typeof SHORT_FORM)[number] | null => SHORT_FORM[asked] ?? null;

/** The answers without the one to the question that is shown. */
export const withoutSign = (flow: Flow): Flow["signs"] =>
  Object.fromEntries(Object.entries(flow.signs).filter(([id]) => id !== safetyQuestion(flow)?.id));

/** The set that is under way begins again at its next repetition. */
export const fromNextRep = (flow: Flow, now_ms: number): Flow => {
  const rhythm = rhythmNow(flow);
  return {
    ...flow,
    now_ms,
    since_ms: now_ms,
    told: 0,
    segment: rhythm ? firstSegment(rhythm, true) : 0,
  };
};

/** The turn's exercise with both sides is left out from here on. */
export function without(flow: Flow): { flow: Flow; steps: number[] } {
  const turn = turnOf(flow);
  const steps = turn ? stepsWith(flow.turns, turn).filter((step) => !flow.skipped.includes(step)) : [];
  return { flow: { ...flow, skipped: [...flow.skipped, ...steps] }, steps };
}

/** Steps of the plan with other exercises; null leaves a step out. Sets that are over stay as they were. */
export function swapped(flow: Flow, rows: ReadonlyMap<number, Prescription | null>): Flow {
  const plan = flow.input.plan.map((row, step) => rows.get(step) ?? row);
  const over = new Set(flow.done.map((index) => placeOf(flow.turns[index])));
  const turns = turnsOf(plan, flow.input.phase);
  const done = turns.flatMap((turn, index) => (over.has(placeOf(turn)) ? [index] : []));
  const skipped = [...flow.skipped, ...[...rows].flatMap(([step, row]) => (row === null ? [step] : []))];
  return { ...flow, input: { ...flow.input, plan }, turns, done, skipped };
}
const placeOf = (turn: Turn | undefined): string => (turn ? `${turn.step}/${turn.set}` : "");

/** What is known of the set, as it is kept. */
export const setEnd = (flow: Flow, how: Payload<"set-end">["how"]): Omit<Payload<"set-end">, "session" | "set"> => {
  const row = turnOf(flow)?.row;
  const isTimed = !countsPresses(flow) && flow.reps_ms.length > 0;
  return { how, reps_ms: [...flow.reps_ms], hold_s: isTimed ? (row?.hold_s ?? null) : null, form: null };
};

/** A set has begun and is not over. */
export const isRunning = (flow: Flow): boolean => flow.setStart_ms > 0 && !flow.done.includes(flow.at);

/** Shares that stand for the answers about form. A rule of thumb: only over 0.8 and under 0.6 matter. */
export const FORM_SHARES = { all: 1, most: 0.85, half: 0.65, few: 0.4 } as const;
export const FELT: readonly Felt[] = ["buttock", "side-of-hip", "thigh-back", "low-back", "cramp", "elsewhere"];
