import { z } from "zod";
import { answers, count, finite, id, ownWords, reasons, shortText, side } from "./shared.ts";

/** Warning signs asked for: the long form, or the short one before a session. */
export const triagePayload = z.object({
  form: z.enum(["long", "short"]),
  answers,
  level: z.enum(["emergency", "urgent", "clinician", "self-manage"]),
  because: reasons,
  sessions: z.enum(["open", "gentle", "locked"]),
  /** rows that somebody qualified has looked at, by the person's word: they no longer lock */
  clearances: z.array(z.object({ rows: z.array(shortText).max(60), by: shortText, on: z.iso.date() })).max(40),
});

/** Answers of the interview, as far as it went; later answers to the same question count. */
export const interviewPayload = z.object({ answers, complete: z.boolean() });

const measured = z.object({
  id: shortText,
  side,
  statistic: shortText,
  value: finite,
  unit: shortText,
  sem: z.number().min(0),
  mdc95: z.number().min(0),
  n: count,
  n_of: shortText,
  instrument: shortText,
  frame: z.string().max(40),
  quality: z.number().min(0).max(1),
  notes: z.array(shortText).max(20).optional(),
});
const notMeasured = z.object({
  id: shortText,
  side,
  not_measured: z.object({ code: shortText.optional(), reason: ownWords, remedy: ownWords }),
});

/** The command line's `levelhip.analysis/1` as far as it is kept: without the frame-by-frame series. */
const analysis = z.object({
  schema: z.literal("levelhip.analysis/1"),
  test: shortText,
  view: shortText,
  side,
  measurements: z.array(z.union([measured, notMeasured])).max(100),
  events: z.array(z.object({ kind: shortText, side, t_s: finite })).max(1_000),
  reps: z
    .array(z.object({ start_s: finite, top_s: finite, top_end_s: finite, end_s: finite, range_deg: finite }))
    .max(1_000),
  video: z.json().optional(),
  provenance: z.json().optional(),
});

/** One movement test, by camera, sensor or hand, with what a re-test needs to be filmed the same way. */
export const testResultPayload = z.object({
  analysis,
  /** who read the number where no camera did, in the person's words; null for a camera or sensor */
  measuredBy: shortText.nullable(),
  /** pain while it was done, 0…10; null where not asked */
  pain: z.number().min(0).max(10).nullable(),
  /** where the body stood in the picture: outline points, 0…1 of width and height, for the ghost of a re-test */
  framing: z
    .object({ view: shortText, points: z.array(z.tuple([finite, finite])).max(64), cameraRoll_deg: finite.nullable() })
    .nullable(),
});

/** One value of a test read without our camera: typed in, with who took it and how. Trends of different ways never mix. */
export const testValuePayload = z.object({
  /** care's measure id */
  measure: shortText,
  side,
  value: finite,
  unit: shortText,
  /** standard error in `unit`: the reading's own, or the measure's usual one at the time */
  sem: z.number().min(0),
  n: count,
  n_of: shortText,
  by: shortText,
  how: shortText,
  /** the test was stopped before its end: the true value is this or more */
  atLeast: z.boolean(),
  pain: z.number().min(0).max(10).nullable(),
});

/** A questionnaire's answers, or a total somebody read elsewhere. */
export const questionnairePayload = z.object({
  /** see `INSTRUMENTS`; another id is kept, but has no scale of ours */
  instrument: shortText,
  version: shortText,
  language: shortText,
  /** the time that the questions ask about, e.g. "7d", "now", "since-start" */
  recall: shortText,
  items: z.array(z.object({ id: shortText, text: ownWords.nullable(), value: finite.nullable() })).max(60),
  /** in the instrument's own unit; null where nothing can be computed */
  total: finite.nullable(),
  source: z.enum(["answered", "typed-in"]),
  measuredBy: shortText.nullable(),
});

/** Care's findings as they were shown, whole. */
export const findingsPayload = z.object({ basedOn: z.array(id).max(500), findings: z.json() });
