import type { Condition } from "../condition.ts";
import type { Words } from "../text/said.ts";

/** From "act now" to "go on". There is no "all clear": the best answer is "no warning sign in your answers". */
export const LEVELS = ["self-manage", "clinician", "urgent", "emergency"] as const;
export type Level = (typeof LEVELS)[number];
export const levelRank = (level: Level): number => LEVELS.indexOf(level);
export const higher = (a: Level, b: Level): Level => (levelRank(a) >= levelRank(b) ? a : b);

/** What a row can hold back besides its level: movement tests, or sessions, until someone has agreed. */
export type Lock = "tests" | "sessions";

/** A question that a row asks when it was answered with yes (or as `when` says). */
export interface FollowUp {
  readonly id: string;
  readonly ask: string;
  readonly help?: string;
  /** answers besides yes/no/unknown, in the order shown */
  readonly options?: Readonly<Record<string, string>>;
  readonly when?: Condition;
}

/** The first outcome whose condition holds decides the row. */
export interface Outcome {
  readonly id: string;
  readonly when: Condition;
  readonly level: Level;
  readonly because: Words;
  readonly locks?: readonly Lock[];
}

/** One row of the triage table. */
export interface TriageRule {
  readonly id: string;
  /** what it looks for, in a clinician's words (for the letter and the reviewer) */
  readonly suspicion: string;
  /** what it is about, in two or three lay words, for lists */
  readonly topic: string;
  readonly ask: string;
  readonly help?: string;
  readonly followUps: readonly FollowUp[];
  readonly outcomes: readonly Outcome[];
  /** level while the row is not answered: what was not asked is not known to be absent */
  readonly whileOpen: Level;
  /** a yes here may be cleared by a professional, after which the row counts as "see a clinician alongside" */
  readonly clearable: boolean;
  readonly evidence: readonly string[];
}

/** A decision from several answers together, none of which says much alone. */
export interface Combination extends Outcome {
  readonly suspicion: string;
  /** rows that it stands on */
  readonly rows: readonly string[];
}
