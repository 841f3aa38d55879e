import type { Side } from "@levelhip/motion";
import type { IsoDate } from "../dates.ts";
import type { ShortFormAnswers } from "../triage/shortForm.ts";

/** Signs that end a session at once. */
export const STOP_SIGNS = [
  "new-leg-pain",
  "numbness",
  "saddle-or-bladder",
  "chest-pain",
  "fainting",
  "giving-way",
  "joint-pain",
  "dizziness",
] as const;
export type StopSign = (typeof STOP_SIGNS)[number];

/** One set as done. */
export interface SetRecord {
  readonly side: Side | null;
  readonly reps: number;
  /** seconds held per repetition or hold; null when it was not timed */
  readonly hold_s: number | null;
  /** share of repetitions in good form, 0…1: from the camera, or as the person felt it; null when not known */
  readonly form: number | null;
}
export interface ExerciseRecord {
  readonly exercise: string;
  readonly sets: readonly SetRecord[];
  /** effort, 1–10; null when not asked */
  readonly effort: number | null;
  /** worst pain in this exercise, 0–10; null when not asked */
  readonly pain: number | null;
  /** where it was felt most */
  readonly felt?: "buttock" | "side-of-hip" | "thigh-back" | "low-back" | "cramp" | "elsewhere" | null;
}

/** A session as done. */
export interface SessionRecord {
  readonly schema: "levelhip.session/1";
  readonly on: IsoDate;
  /** short form before the session; a missing answer is unknown */
  readonly signs: ShortFormAnswers;
  readonly pain_before: number | null;
  readonly pain_after: number | null;
  readonly stopped: StopSign | null;
  readonly exercises: readonly ExerciseRecord[];
}

/** The answer a day later. */
export interface NextDay {
  readonly pain: number | null;
  /** back to how it was before the session */
  readonly settled: "yes" | "no" | "unknown";
  readonly below_knee: "yes" | "no" | "unknown";
}
