import type { Words } from "../text/said.ts";

/** How two readings of a scale compare. */
export interface ScaleChange {
  /** smallest change beyond error */
  readonly mdc: number;
  /** smallest change that people notice; either is enough */
  readonly important?: number;
  readonly importantShare?: number;
}

export interface Scale {
  readonly id: string;
  readonly name: Words;
  /** asked in the app in our own words; a typed-in total has none */
  readonly ask?: Words;
  readonly help?: Words;
  readonly kind: "asked" | "total";
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly better: "higher" | "lower";
  /** the time it asks about */
  readonly recall: Words;
  readonly change: ScaleChange | null;
  readonly evidence: readonly string[];
}

/**
 * Scales around which the review turns. Asked ones are our own words around the standard 0–10 or 7-step scales; totals of
 * questionnaires whose items belong to others are typed in, with who took them.
 */
export const SCALES: readonly Scale[] = [
  {
    id: "nprs-average",
    name: "Pain, average of the week",
    ask: "How strong was your pain on average over the last 7 days?",
    help: "0 is no pain, 10 is the worst pain you can think of.",
    kind: "asked",
    min: 0,
    max: 10,
    step: 1,
    better: "lower",
    recall: "last 7 days",
    change: { mdc: 2, important: 2, importantShare: 0.3 },
    evidence: ["pain-scale"],
  },
  {
    id: "nprs-worst",
    name: "Pain, worst of the week",
    ask: "How strong was it at its worst in the last 7 days?",
    kind: "asked",
    min: 0,
    max: 10,
    step: 1,
    better: "lower",
    recall: "last 7 days",
    change: { mdc: 2, important: 2, importantShare: 0.3 },
    evidence: ["pain-scale"],
  },
  {
    id: "nprs-now",
    name: "Pain right now",
    ask: "How strong is it right now?",
    kind: "asked",
    min: 0,
    max: 10,
    step: 1,
    better: "lower",
    recall: "right now",
    change: { mdc: 2, important: 2, importantShare: 0.3 },
    evidence: ["pain-scale"],
  },
  {
    id: "psfs",
    name: "Your three activities",
    ask: "Name three things that your back makes hard. How well can you do each of them today?",
    help: "0 is not at all, 10 is as well as before the pain. One of them could be standing for a while.",
    kind: "asked",
    min: 0,
    max: 10,
    step: 1,
    better: "higher",
    recall: "today",
    change: { mdc: 2, important: 2 },
    evidence: ["own-activities-scale"],
  },
  {
    id: "pgic",
    name: "Your own rating of change",
    ask: "Since you started, how have things changed for you?",
    help: "1 is very much worse, 4 is no change, 7 is very much better.",
    kind: "asked",
    min: 1,
    max: 7,
    step: 1,
    better: "higher",
    recall: "since the start",
    change: null,
    evidence: ["change-scale"],
  },
  {
    id: "rmdq",
    name: "Roland-Morris total (RMDQ)",
    kind: "total",
    min: 0,
    max: 24,
    step: 1,
    better: "lower",
    recall: "today",
    change: { mdc: 5, important: 5, importantShare: 0.3 },
    evidence: ["rmdq-scale"],
  },
  {
    id: "odi",
    name: "Oswestry total (ODI)",
    kind: "total",
    min: 0,
    max: 100,
    step: 1,
    better: "lower",
    recall: "today",
    change: { mdc: 10, important: 10 },
    evidence: ["odi-scale"],
  },
  {
    id: "quebec",
    name: "Quebec total (QBPDS)",
    kind: "total",
    min: 0,
    max: 100,
    step: 1,
    better: "lower",
    recall: "today",
    change: { mdc: 20, important: 20 },
    evidence: ["quebec-scale"],
  },
  {
    id: "start-back",
    name: "STarT Back total",
    kind: "total",
    min: 0,
    max: 9,
    step: 1,
    better: "lower",
    recall: "last 2 weeks",
    change: null,
    evidence: ["start-back-scale"],
  },
  {
    id: "start-back-sub",
    name: "STarT Back, items 5 to 9",
    kind: "total",
    min: 0,
    max: 5,
    step: 1,
    better: "lower",
    recall: "last 2 weeks",
    change: null,
    evidence: ["start-back-scale"],
  },
  {
    id: "peg",
    name: "PEG mean",
    kind: "total",
    min: 0,
    max: 10,
    step: 0.1,
    better: "lower",
    recall: "last 7 days",
    change: { mdc: 2, importantShare: 0.3 },
    evidence: ["peg-scale"],
  },
  {
    id: "promis-pf",
    name: "PROMIS physical function (T-score)",
    kind: "total",
    min: 10,
    max: 90,
    step: 0.1,
    better: "higher",
    recall: "today",
    change: { mdc: 5, important: 5 },
    evidence: ["promis-scale"],
  },
  {
    id: "promis-pi",
    name: "PROMIS pain interference (T-score)",
    kind: "total",
    min: 10,
    max: 90,
    step: 0.1,
    better: "lower",
    recall: "last 7 days",
    change: { mdc: 5, important: 5 },
    evidence: ["promis-scale"],
  },
];

/** Who took a reading that is typed in. */
export const MEASURED_BY = {
  self: "I measured it myself",
  partner: "Someone helped me",
  physiotherapist: "A physiotherapist",
  doctor: "A doctor",
} as const satisfies Record<string, Words>;
export type MeasuredBy = keyof typeof MEASURED_BY;
