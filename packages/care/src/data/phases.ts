import type { Words } from "../text/said.ts";

export const PHASE_IDS = ["learn", "endure", "strengthen", "keep"] as const;
export type PhaseId = (typeof PHASE_IDS)[number];

export interface Phase {
  readonly id: PhaseId;
  readonly name: Words;
  readonly aim: Words;
  /** fewest days and sessions before the next phase */
  readonly days: number;
  readonly sessions: number;
  readonly sets: readonly [number, number];
  readonly reps: readonly [number, number];
  /** of exercises that are held */
  readonly hold_s: readonly [number, number];
  /** effort that sets should feel like, 0–10 */
  readonly effort: readonly [number, number];
  /** rest after a set of both-sided work [s] */
  readonly rest_s: number;
}

export const PHASES: Readonly<Record<PhaseId, Phase>> = {
  learn: {
    id: "learn",
    name: "Learn",
    aim: { text: "You learn to feel the right muscles and move slowly. Effort stays low.", evidence: ["phase-rule"] },
    days: 14,
    sessions: 4,
    sets: [2, 3],
    reps: [8, 12],
    hold_s: [5, 10],
    effort: [3, 5],
    rest_s: 30,
  },
  endure: {
    id: "endure",
    name: "Endure",
    aim: { text: "More repetitions and longer holds, until they feel steady.", evidence: ["phase-rule"] },
    days: 28,
    sessions: 8,
    sets: [2, 3],
    reps: [12, 20],
    hold_s: [15, 45],
    effort: [5, 7],
    rest_s: 30,
  },
  strengthen: {
    id: "strengthen",
    name: "Strengthen",
    aim: { text: "Harder exercises and weights, with fewer repetitions.", evidence: ["phase-rule", "strength-dose"] },
    days: 42,
    sessions: 12,
    sets: [3, 4],
    reps: [6, 12],
    hold_s: [15, 45],
    effort: [7, 9],
    rest_s: 60,
  },
  keep: {
    id: "keep",
    name: "Keep",
    aim: { text: "One or two sessions a week keep what you built.", evidence: ["phase-rule"] },
    days: Infinity,
    sessions: Infinity,
    sets: [2, 3],
    reps: [8, 15],
    hold_s: [15, 45],
    effort: [5, 8],
    rest_s: 45,
  },
};

/** What a session begins with [s]. */
export const WARM_UP: readonly { readonly id: string; readonly seconds: number }[] = [
  { id: "warm-up.march", seconds: 120 },
  { id: "warm-up.rock", seconds: 60 },
  { id: "warm-up.squeeze", seconds: 60 },
  { id: "warm-up.swing", seconds: 60 },
];
export const LONGER_WARM_UP = { id: "warm-up.walk", least: 60, most: 600 } as const;

/** Session length a plan aims at [min]. */
export const SESSION_MIN = 20;
export const SESSION_MAX = 35;

// Rules of progression, each with its evidence in the words that report it.
export const GOOD_SESSIONS = 2;
export const GOOD_FORM = 0.8;
export const POOR_FORM = 0.6;
export const EFFORT_LIMIT = 7;
export const HARD_EFFORT = 9;
export const GREEN_PAIN = 3;
export const GREEN_PAIN_IRRITABLE = 2;
export const RED_PAIN = 5; // red above it
export const RED_RISE = 2; // points over baseline that last longer than 24 h
export const WEEKLY_GROWTH = 1.2;
export const REST_DAYS = 2; // sessions are at least so many dates apart
export const GAP_DAYS = 14;
export const LONG_GAP_DAYS = 28;
export const DELOAD_AFTER_DAYS = 35;
export const DELOAD_DAYS = 7;
export const BAD_SESSIONS = 2;
export const REDS_TO_CLINICIAN = 2;
