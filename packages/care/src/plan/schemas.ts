import { z } from "zod";
import { DAYS, EQUIPMENT } from "../data/interview.ts";
import { PHASE_IDS } from "../data/phases.ts";
import { isDate } from "../dates.ts";
import { hasExercise } from "../exercises/catalogue.ts";
import { MUSCLES, SLOTS } from "../exercises/exercise.ts";
import { STOP_SIGNS } from "../progression/record.ts";
import { LEVELS } from "../triage/rule.ts";

const date = z.string().refine(isDate, { message: "a date like 2025-06-30 is needed." });
const pain = z.number().min(0).max(10).nullable();
const side = z.enum(["left", "right"]);
const exerciseId = z.string().refine(hasExercise, { message: "there is no such exercise." });

export interface SaidShape {
  id: string;
  values?: Record<string, string | number | SaidShape | SaidShape[]> | undefined;
}
const said: z.ZodType<SaidShape> = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number(), said, z.array(said)])).optional(),
  }),
);

/** `levelhip.programme/1`, as stored. */
export const programmeSchema = z.strictObject({
  schema: z.literal("levelhip.programme/1"),
  started: date,
  phase: z.enum(PHASE_IDS),
  phase_started: date,
  phase_sessions: z.int().min(0),
  status: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("active") }),
    z.strictObject({ kind: z.literal("deload"), until: date }),
    z.strictObject({ kind: z.literal("locked"), since: date, level: z.enum(LEVELS) }),
    z.strictObject({ kind: z.literal("see-clinician"), since: date }),
  ]),
  setting: z.strictObject({
    limits: z.array(z.string()),
    equipment: z.array(z.enum(Object.keys(EQUIPMENT) as [keyof typeof EQUIPMENT, ...(keyof typeof EQUIPMENT)[]])),
    days: z.array(z.enum(Object.keys(DAYS) as [keyof typeof DAYS, ...(keyof typeof DAYS)[]])),
    minutes: z.number().min(20).max(35),
    max_level: z.number().min(0).max(5),
    green_pain: z.number().min(0).max(5),
  }),
  items: z.array(
    z.strictObject({
      slot: z.enum(SLOTS),
      ladder: z.string(),
      exercise: exerciseId,
      sets: z.int().min(1).max(6),
      extra: side.nullable(),
      reps: z.int().min(1).max(60),
      hold_s: z.number().min(0).max(120),
      load: z.int().min(0).max(20),
      good: z.int().min(0),
      why: z.array(said),
    }),
  ),
  last_session: date.nullable(),
  resumed: date.nullable(),
  last_change: z.strictObject({ on: date, exercise: z.string() }).nullable(),
  block_started: date,
  reds_in_a_row: z.int().min(0),
  bad_in_a_row: z.int().min(0),
  greens_in_a_row: z.int().min(0),
  gap: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  retest: z.boolean(),
  volumes: z.array(z.strictObject({ on: date, seconds: z.number().min(0) })),
});

/** `levelhip.session/1`, as recorded. */
export const sessionSchema = z.strictObject({
  schema: z.literal("levelhip.session/1"),
  on: date,
  signs: z.record(z.string(), z.string()),
  pain_before: pain,
  pain_after: pain,
  stopped: z.enum(STOP_SIGNS).nullable(),
  exercises: z.array(
    z.strictObject({
      exercise: exerciseId,
      sets: z.array(
        z.strictObject({
          side: side.nullable(),
          reps: z.int().min(0).max(200),
          hold_s: z.number().min(0).max(600).nullable(),
          form: z.number().min(0).max(1).nullable(),
        }),
      ),
      effort: z.number().min(0).max(10).nullable(),
      pain,
      felt: z.enum(["buttock", "side-of-hip", "thigh-back", "low-back", "cramp", "elsewhere"]).nullable().optional(),
    }),
  ),
});

/** The answer a day later. */
export const nextDaySchema = z.strictObject({
  pain,
  settled: z.enum(["yes", "no", "unknown"]),
  below_knee: z.enum(["yes", "no", "unknown"]),
});

export const historySchema = z.strictObject({
  programme: programmeSchema.optional(),
  sessions: z.array(z.strictObject({ session: sessionSchema, next_day: nextDaySchema.nullable() })).optional(),
  reviews: z.array(z.strictObject({ on: date, scales: z.record(z.string(), z.number()) })).optional(),
});

const words = z.union([
  z.string().min(1),
  z.strictObject({ text: z.string().min(1), evidence: z.array(z.string()).min(1) }),
]);
const range = z
  .tuple([z.number(), z.number()])
  .refine(([low, high]) => low <= high, { message: "the first number must not be above the second." });
const leg = z.strictObject({
  hipFlexion_deg: z.number().min(-30).max(130).optional(),
  hipAbduction_deg: z.number().min(-30).max(60).optional(),
  hipRotation_deg: z.number().min(-60).max(60).optional(),
  kneeFlexion_deg: z.number().min(0).max(150).optional(),
  ankleDorsiflexion_deg: z.number().min(-50).max(40).optional(),
});
const arm = z.strictObject({
  shoulderFlexion_deg: z.number().min(-60).max(180).optional(),
  shoulderAbduction_deg: z.number().min(0).max(180).optional(),
  elbowFlexion_deg: z.number().min(0).max(150).optional(),
});
const pose = z.strictObject({
  pitch_deg: z.number().min(-130).max(130).optional(),
  roll_deg: z.number().min(-120).max(120).optional(),
  lumbarExtension_deg: z.number().min(-40).max(40).optional(),
  pelvicDrop_deg: z.number().min(-20).max(20).optional(),
  right: leg.optional(),
  left: leg.optional(),
  arms: z.union([z.strictObject({ right: arm, left: arm }), arm]).optional(),
});

/** What every exercise file must hold. */
export const exerciseSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: z.string().min(3).max(60),
  level: z.int().min(0).max(5),
  slot: z.enum(SLOTS),
  position: z.enum([
    "any",
    "supine",
    "side-lying",
    "prone",
    "hands-and-knees",
    "standing",
    "sitting",
    "half-kneeling",
    "bench",
  ]),
  laterality: z.enum(["both", "each-side"]),
  sideIs: z
    .enum([
      "working-leg",
      "upper-leg",
      "lower-side",
      "standing-leg",
      "planted-foot",
      "stretched-leg",
      "side-without-weight",
    ])
    .nullable(),
  needs: z.array(z.enum(Object.keys(EQUIPMENT) as [keyof typeof EQUIPMENT, ...(keyof typeof EQUIPMENT)[]])),
  start: z.string().min(10),
  steps: z
    .record(z.string(), z.string().min(5))
    .refine((steps) => Object.keys(steps).length >= 1 && Object.keys(steps).length <= 4, {
      message: "one to four steps are needed.",
    }),
  cues: z
    .record(z.string(), z.string().min(3))
    .refine((cues) => Object.keys(cues).length <= 3, { message: "at most three cues." }),
  feel: words,
  dose: z.strictObject({ kind: z.enum(["reps", "hold", "steps"]), reps: range, hold_s: range }),
  tempo: z.strictObject({
    lower_s: z.number().min(0).max(6),
    bottom_s: z.number().min(0).max(6),
    lift_s: z.number().min(0).max(6),
    top_s: z.number().min(0).max(60),
  }),
  load: z
    .strictObject({
      needs: z.enum(Object.keys(EQUIPMENT) as [keyof typeof EQUIPMENT, ...(keyof typeof EQUIPMENT)[]]),
      steps: z.int().min(1).max(12),
    })
    .nullable(),
  camera: z.strictObject({
    view: z.enum(["side", "front", "rear"]).nullable(),
    place: z.string().min(10),
    signal: z
      .strictObject({
        measure: z.enum([
          "hip-angle",
          "knee-flexion",
          "trunk-inclination",
          "pelvic-drop",
          "leg-raise",
          "knee-opening",
          "thigh-angle",
        ]),
        rest_deg: z.number(),
        turn_deg: z.number(),
        least_deg: z.number().positive(),
      })
      .nullable(),
  }),
  faults: z.record(
    z.string(),
    z
      .strictObject({
        measure: z.string(),
        at: z.enum(["top", "bottom", "throughout"]),
        over: z.number().optional(),
        under: z.number().optional(),
        unit: z.enum(["deg", "s", "ratio"]),
        cue: z.string().min(3),
      })
      .refine((fault) => (fault.over === undefined) !== (fault.under === undefined), {
        message: "a fault is either over or under a value.",
      }),
  ),
  trains: z.array(z.enum(MUSCLES)).min(1),
  emg: z.array(z.strictObject({ muscle: z.enum(MUSCLES), percent: range, evidence: z.string() })),
  ladder: z.strictObject({
    easier: z.string().nullable(),
    harder: z.string().nullable(),
    ready: z.strictObject({
      reps: z.number().optional(),
      hold_s: z.number().optional(),
      effort: z.number().min(1).max(10),
    }),
  }),
  cautions: z.record(z.string(), words),
  avoid: z.array(z.string()),
  support: z.array(z.string()),
  figure: z.strictObject({
    view: z.enum(["side", "front", "rear"]),
    props: z.array(z.enum(["floor", "mat", "wall", "chair", "bench", "step", "band", "weight", "ankle-weight"])),
    start: pose,
    top: pose,
  }),
  evidence: z.array(z.string()).min(1),
});
