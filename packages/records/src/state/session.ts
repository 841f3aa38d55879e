import type { Zone } from "../ports.ts";
import type { Kind, Payload } from "../record/kinds.ts";
import type { RecordOf } from "../record/envelope.ts";

export const SESSION_KINDS = [
  "session-start",
  "set-start",
  "rep-tick",
  "set-end",
  "set-answer",
  "session-event",
  "session-end",
] as const satisfies readonly Kind[];
export type SessionRecord = { [K in (typeof SESSION_KINDS)[number]]: RecordOf<K> }[(typeof SESSION_KINDS)[number]];

export type Prescription = Payload<"session-start">["plan"][number];

/** One set, as its records tell it. */
export interface SetState {
  readonly id: string;
  /** place in the plan, from 0 */
  readonly step: number;
  readonly set: number;
  readonly exercise: string;
  readonly side: "left" | "right" | null;
  readonly startedAt_ms: number;
  /** times of the repetitions since the set began [ms], ascending */
  readonly reps_ms: readonly number[];
  /** null: still under way */
  readonly how: Payload<"set-end">["how"] | null;
  readonly hold_s: number | null;
  readonly form: number | null;
  readonly answer: Omit<Payload<"set-answer">, "session" | "set"> | null;
}
export interface SessionState {
  readonly id: string;
  readonly startedAt_ms: number;
  readonly zone: Zone;
  readonly programme: string | null;
  readonly triage: string | null;
  /** the plan as it stands, swaps done */
  readonly plan: readonly Prescription[];
  readonly painBefore: number | null;
  readonly sets: readonly SetState[];
  readonly skippedSteps: readonly number[];
  readonly isPaused: boolean;
  /** "hurts" said during the session */
  readonly hurts: readonly {
    readonly step: number | null;
    readonly pain: number | null;
    readonly spreading: boolean | null;
  }[];
  readonly end: (Omit<Payload<"session-end">, "session"> & { readonly at_ms: number }) | null;
  /** time of the last thing that happened in it */
  readonly lastAt_ms: number;
}

/** Gathers a session's records, in the order of things. A session whose start is missing has no state. */
export class SessionFold {
  #start: RecordOf<"session-start"> | null = null;
  readonly #sets = new Map<string, SetFold>();
  readonly #skipped = new Set<number>();
  readonly #swaps = new Map<number, Prescription>();
  readonly #hurts: SessionState["hurts"][number][] = [];
  #end: SessionState["end"] = null;
  #isPaused = false;
  #lastAt_ms = 0;
  #state: SessionState | null = null;

  add(record: SessionRecord): void {
    this.#state = null;
    // ticks do not move the clock of a session: they may be compacted away
    if (record.kind !== "rep-tick") this.#lastAt_ms = Math.max(this.#lastAt_ms, record.at_ms);
    switch (record.kind) {
      case "session-start":
        this.#start ??= record;
        break;
      case "session-event":
        this.#event(record.payload);
        break;
      case "session-end": {
        const { session: _, ...end } = record.payload;
        this.#end ??= { ...end, at_ms: record.at_ms };
        break;
      }
      case "set-start":
        this.#set(record.id).start = record;
        break;
      default:
        this.#set(record.payload.set).add(record);
    }
  }

  state(): SessionState | null {
    if (this.#state || !this.#start) return this.#state;
    const { payload, id, at_ms, zone } = this.#start;
    this.#state = {
      id,
      startedAt_ms: at_ms,
      zone,
      programme: payload.programme,
      triage: payload.triage,
      plan: payload.plan.map((step, index) => this.#swaps.get(index) ?? step),
      painBefore: payload.painBefore,
      sets: [...this.#sets.values()].flatMap((set) => set.state() ?? []),
      skippedSteps: [...this.#skipped].sort((a, b) => a - b),
      isPaused: this.#isPaused && this.#end === null,
      hurts: [...this.#hurts],
      end: this.#end,
      lastAt_ms: this.#lastAt_ms,
    };
    return this.#state;
  }

  #set(id: string): SetFold {
    let set = this.#sets.get(id);
    if (!set) this.#sets.set(id, (set = new SetFold()));
    return set;
  }

  #event({ what, step, pain, spreading, instead }: Payload<"session-event">): void {
    if (what === "pause" || what === "resume") this.#isPaused = what === "pause";
    if (what === "skip" && step !== null) this.#skipped.add(step);
    if (what === "swap" && step !== null && instead) this.#swaps.set(step, instead);
    if (what === "hurts") this.#hurts.push({ step, pain, spreading });
  }
}

class SetFold {
  start: RecordOf<"set-start"> | null = null;
  readonly #ticks = new Map<number, number>();
  #end: Payload<"set-end"> | null = null;
  #answer: SetState["answer"] = null;

  add(record: RecordOf<"rep-tick"> | RecordOf<"set-end"> | RecordOf<"set-answer">): void {
    if (record.kind === "rep-tick") {
      const { n, t_ms } = record.payload;
      this.#ticks.set(n, Math.min(t_ms, this.#ticks.get(n) ?? t_ms));
    } else if (record.kind === "set-end") this.#end ??= record.payload;
    else {
      const { session: _s, set: _t, ...answer } = record.payload;
      this.#answer = answer;
    }
  }

  state(): SetState | null {
    if (!this.start) return null;
    const { id, at_ms, payload } = this.start;
    return {
      id,
      step: payload.step,
      set: payload.set,
      exercise: payload.exercise,
      side: payload.side,
      startedAt_ms: at_ms,
      reps_ms: this.#end?.reps_ms ?? [...this.#ticks.entries()].sort(([a], [b]) => a - b).map(([, t_ms]) => t_ms),
      how: this.#end?.how ?? null,
      hold_s: this.#end?.hold_s ?? null,
      form: this.#end?.form ?? null,
      answer: this.#answer,
    };
  }
}

/** Ids of repetition ticks whose set has ended: the set holds their times, so nothing is lost when they go. */
export function compactable(
  records: Iterable<{ readonly kind: string | null; readonly id: string; readonly payload: unknown }>,
): string[] {
  const ended = new Set<string>();
  const ticks: { id: string; set: string }[] = [];
  for (const record of records) {
    if (record.kind === "set-end") ended.add((record.payload as Payload<"set-end">).set);
    else if (record.kind === "rep-tick")
      ticks.push({ id: record.id, set: (record.payload as Payload<"rep-tick">).set });
  }
  return ticks.filter(({ set }) => ended.has(set)).map(({ id }) => id);
}
