import type { Side } from "@levelhip/motion";
import type { Day, Equipment } from "../data/interview.ts";
import type { PhaseId } from "../data/phases.ts";
import type { IsoDate } from "../dates.ts";
import type { Slot } from "../exercises/exercise.ts";
import type { Said } from "../text/said.ts";
import type { Level } from "../triage/rule.ts";

/** What a programme must respect: the person's limits, things, days and time. */
export interface Setting {
  readonly limits: readonly string[];
  readonly equipment: readonly Equipment[];
  readonly days: readonly Day[];
  /** longest session [min] */
  readonly minutes: number;
  /** highest exercise level allowed, 0–5: 1 while a clinician should look first */
  readonly max_level: number;
  /** pain up to which a session counts as green, 0–10: less when pain is easily stirred */
  readonly green_pain: number;
}

/** One exercise of the programme with its dose and its recent record. */
export interface Item {
  readonly slot: Slot;
  readonly ladder: string;
  readonly exercise: string;
  /** sets (on each side, for one-sided exercises) */
  readonly sets: number;
  /** the side that gets one set more */
  readonly extra: Side | null;
  readonly reps: number;
  /** seconds at the top of each repetition, or of each hold */
  readonly hold_s: number;
  /** steps of weight or band above the lightest */
  readonly load: number;
  /** good sessions in a row since the last change */
  readonly good: number;
  readonly why: readonly Said[];
}

export type Status =
  | { readonly kind: "active" }
  | { readonly kind: "deload"; readonly until: IsoDate }
  /** nothing until a professional has looked and the person has noted it */
  | { readonly kind: "locked"; readonly since: IsoDate; readonly level: Level }
  /** go on at this level, nothing gets harder, until someone has looked or two sessions were good */
  | { readonly kind: "see-clinician"; readonly since: IsoDate };

/** The plan of one person and all that the next step needs to know. Plain data: it can be stored and read back. */
export interface Programme {
  readonly schema: "levelhip.programme/1";
  readonly started: IsoDate;
  readonly phase: PhaseId;
  readonly phase_started: IsoDate;
  /** sessions done in this phase */
  readonly phase_sessions: number;
  readonly status: Status;
  readonly setting: Setting;
  readonly items: readonly Item[];
  /** last session counted; null before the first */
  readonly last_session: IsoDate | null;
  /** a lock ended here: gaps count from the later of this and the last session */
  readonly resumed: IsoDate | null;
  readonly last_change: { readonly on: IsoDate; readonly exercise: string } | null;
  /** start of the present block of training weeks */
  readonly block_started: IsoDate;
  readonly reds_in_a_row: number;
  readonly bad_in_a_row: number;
  readonly greens_in_a_row: number;
  /** 0 none, 1 counted a gap over 14 days, 2 over 28 days */
  readonly gap: 0 | 1 | 2;
  /** tests should be repeated before going on */
  readonly retest: boolean;
  /** planned weekly seconds under work of the last 5 weeks, oldest first; deload weeks are not in it */
  readonly volumes: readonly { readonly on: IsoDate; readonly seconds: number }[];
}
