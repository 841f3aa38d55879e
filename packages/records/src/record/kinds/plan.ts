import { z } from "zod";
import { count, finite, id, ownWords, reasons, shortText, side } from "./shared.ts";

const weekday = z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);

export const prescription = z.object({
  /** exercise id of care's catalogue */
  exercise: shortText,
  side,
  sets: count,
  reps: count.nullable(),
  hold_s: z.number().min(0).max(3_600).nullable(),
  /** seconds of lowering, staying down, lifting, staying up, e.g. "3-1-2-2" */
  tempo: shortText.nullable(),
  level: count,
  /** steps of weight or band above the lightest */
  load: count,
});

/** A decision about the programme: what holds from now on, and why. Care makes it; this keeps it. */
export const programmePayload = z.object({
  kind: z.enum(["start", "progress", "hold", "regress", "deload", "phase", "swap", "days", "pause", "resume", "stop"]),
  reasons,
  phase: shortText,
  perWeek: z.number().int().min(0).max(7),
  days: z.array(weekday).max(7),
  exercises: z.array(prescription).max(40),
  /** the session or answer that this decision follows; null for none */
  answers: id.nullable(),
  /** care's programme as it hands it over, whole, so that it can go on from here */
  programme: z.json(),
});

/** Care says: see somebody. */
export const referralPayload = z.object({
  urgency: z.enum(["emergency", "urgent", "clinician"]),
  reasons,
  /** the letter as it was printed; null where none was */
  letter: ownWords.nullable(),
});

/** An aim in the person's own words, with the number it is told by where there is one. */
export const goalPayload = z.object({
  words: ownWords,
  /** key of a series, e.g. "psfs"; null for an aim without a number */
  series: shortText.nullable(),
  target: finite.nullable(),
  dueOn: z.iso.date().nullable(),
  status: z.enum(["active", "achieved", "dropped"]),
});
