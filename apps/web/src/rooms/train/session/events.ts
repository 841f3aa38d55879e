import type { StopSign } from "@levelhip/care";
import type { Payload, Prescription } from "@levelhip/records";
import type { Part, Way } from "./tempo.ts";
import type { Turn } from "./turns.ts";

/** Who counts a repetition. "camera" is the door for a coach that watches: it sends the same REP events. */
export type RepSource = Payload<"rep-tick">["source"];
export type Felt = Payload<"set-answer">["felt"][number];
/** Answers after a set; what is absent is not asked yet, null was left open. Pain cannot be left open. */
export interface SetAnswers {
  readonly pain?: number;
  readonly rpe?: number | null;
  readonly felt?: readonly Felt[];
  readonly form?: number | null;
}
export const QUESTIONS_AFTER_SET = ["pain", "rpe", "felt", "form"] as const;
export type SetQuestion = (typeof QUESTIONS_AFTER_SET)[number];

/** What happens in a session. Each carries the time at which it happened [ms]. */
export type SessionEvent = { readonly now_ms: number } & (
  | { readonly type: "TICK" }
  | { readonly type: "SIGN"; readonly question: string; readonly answer: string }
  | { readonly type: "YES" }
  | { readonly type: "BACK" }
  | { readonly type: "LEAVE" }
  | { readonly type: "PAIN"; readonly pain: number }
  | { readonly type: "GO" }
  | { readonly type: "NEXT" }
  | { readonly type: "PAUSE" }
  | { readonly type: "REP"; readonly source: RepSource }
  | { readonly type: "STOP_SET" }
  | { readonly type: "ANSWER"; readonly answer: SetAnswers }
  | { readonly type: "SAME" }
  | { readonly type: "HURTS" }
  | { readonly type: "HURT_SIGN"; readonly sign: StopSign | null }
  | { readonly type: "HURT_PAIN"; readonly pain: number }
  | { readonly type: "HURT_LEG"; readonly leg: boolean }
  | { readonly type: "SKIP" }
  | { readonly type: "CHOOSE" }
  | { readonly type: "SWAP"; readonly rows: ReadonlyMap<number, Prescription | null> }
  | { readonly type: "END" }
);
/** The same without the time: what a page sends. */
export type SessionPress = SessionEvent extends infer E ? (E extends unknown ? Omit<E, "now_ms"> : never) : never;

/** What is to be kept, as it happens. Ids of the session and the set are filled in where it is written. */
export type Kept =
  | {
      readonly what: "safety";
      readonly signs: Readonly<Record<string, string>>;
      readonly verdict: "go" | "wait" | "stop";
    }
  | { readonly what: "start"; readonly painBefore: number }
  | ({ readonly what: "set-start" } & Omit<Payload<"set-start">, "session">)
  | ({ readonly what: "tick" } & Omit<Payload<"rep-tick">, "session" | "set">)
  | ({ readonly what: "set-end" } & Omit<Payload<"set-end">, "session" | "set">)
  | ({ readonly what: "answer" } & Omit<Payload<"set-answer">, "session" | "set">)
  | { readonly what: "event"; readonly event: Omit<Payload<"session-event">, "session"> }
  | { readonly what: "end"; readonly end: Omit<Payload<"session-end">, "session"> };

/** What is to be heard. Words and tones are made of it elsewhere. */
export type Cue =
  | { readonly cue: "warm-up"; readonly id: string; readonly seconds: number }
  | { readonly cue: "next"; readonly turn: Turn }
  | { readonly cue: "count-in"; readonly n: number }
  | { readonly cue: "part"; readonly part: Part; readonly way: Way; readonly seconds: number; readonly rep: number }
  | { readonly cue: "second"; readonly left: number }
  | { readonly cue: "rep"; readonly n: number; readonly of: number }
  | { readonly cue: "set-done"; readonly last: boolean }
  | { readonly cue: "ask"; readonly question: SetQuestion | "pain-after" }
  | { readonly cue: "rest-soon"; readonly seconds: number }
  | { readonly cue: "your-turn" }
  | { readonly cue: "paused"; readonly why: "asked" | "slept" }
  | { readonly cue: "going-on" }
  | { readonly cue: "hurts" }
  | { readonly cue: "stop-exercise" }
  | { readonly cue: "over"; readonly how: Payload<"session-end">["how"] };

export type Emitted = { readonly type: "keep"; readonly kept: Kept } | { readonly type: "cue"; readonly cue: Cue };
