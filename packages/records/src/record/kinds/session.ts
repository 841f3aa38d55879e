import { z } from "zod";
import { prescription } from "./plan.ts";
import { count, id, ownWords, scale0to10, shortText, side } from "./shared.ts";

/** A session begins. Its id is the record's own. */
export const sessionStartPayload = z.object({
  /** programme decision it follows; null for a free session */
  programme: id.nullable(),
  /** the short safety form; null where skipped is allowed */
  triage: id.nullable(),
  plan: z.array(prescription).max(60),
  painBefore: scale0to10.nullable(),
});

/** A set begins: the `step`-th of the plan, its `set`-th set (both from 0). Its id is the record's own. */
export const setStartPayload = z.object({
  session: id,
  step: count,
  set: count,
  exercise: shortText,
  side,
});

/** One repetition (or second of a hold) done. `n` counts from 1: the same `n` from two tabs is one repetition. */
export const repTickPayload = z.object({
  session: id,
  set: id,
  n: z.number().int().min(1).max(10_000),
  /** since the set began */
  t_ms: z.number().min(0).max(86_400_000),
  source: z.enum(["tempo", "tap", "voice", "key", "camera"]),
});

/** A set is over. Holds the repetitions, so that its ticks may go. */
export const setEndPayload = z.object({
  session: id,
  set: id,
  how: z.enum(["done", "cut-short", "hurts", "skipped"]),
  /** times of the repetitions since the set began [ms], in order */
  reps_ms: z.array(z.number().min(0).max(86_400_000)).max(1_000),
  /** seconds held per repetition or hold; null where it was not timed */
  hold_s: z.number().min(0).max(3_600).nullable(),
  /** share of repetitions in good form, 0…1; null where nothing watched */
  form: z.number().min(0).max(1).nullable(),
});

/** What was asked after a set. */
export const setAnswerPayload = z.object({
  session: id,
  set: id,
  /** effort, 0…10 */
  rpe: scale0to10.nullable(),
  felt: z.array(z.enum(["buttock", "side-of-hip", "thigh-back", "low-back", "cramp", "elsewhere"])).max(6),
  pain: scale0to10.nullable(),
  /** share of repetitions that went as shown, 0…1, as the person felt it; null where it was not answered */
  form: z.number().min(0).max(1).nullable(),
});

/** Something else in a session. "hurts" carries where and how much; "swap" what is done instead. */
export const sessionEventPayload = z.object({
  session: id,
  what: z.enum(["pause", "resume", "skip", "swap", "hurts"]),
  step: count.nullable(),
  pain: scale0to10.nullable(),
  spreading: z.boolean().nullable(),
  instead: prescription.nullable(),
  words: ownWords.nullable(),
});

export const sessionEndPayload = z.object({
  session: id,
  how: z.enum(["finished", "ended-early", "stopped-pain", "stopped-warning-sign"]),
  /** the warning sign that ended it: one of care's stop signs; null for none */
  sign: shortText.nullable(),
  painAfter: scale0to10.nullable(),
  words: ownWords.nullable(),
});

/** The question the day after, or any other time pain was asked. */
export const painAnswerPayload = z.object({
  /** the session it is about; null for none */
  session: id.nullable(),
  asked: z.enum(["24h", "now", "weekly"]),
  pain: scale0to10,
  /** back to what it was before the session; null where not asked */
  settled: z.boolean().nullable(),
  /** into the leg or below the knee; null where not asked */
  spreading: z.boolean().nullable(),
});
