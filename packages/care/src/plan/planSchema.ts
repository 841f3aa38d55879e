import { z } from "zod";
import { DAYS } from "../data/interview.ts";
import { PHASE_IDS } from "../data/phases.ts";
import { COMPONENT_IDS } from "../findings/evidenceItem.ts";
import { BANDS } from "../findings/model.ts";
import { LEVELS } from "../triage/rule.ts";
import { analysisSchema } from "./analysis.ts";
import { answersSchema } from "./answers.ts";
import { nextDaySchema, programmeSchema, sessionSchema } from "./schemas.ts";

const side = z.enum(["left", "right"]);
const share = z.number().min(0).max(1);
const stated = z.looseObject({ text: z.string(), message: z.string(), evidence: z.array(z.string()) });

const contribution = z.strictObject({
  item: z.string(),
  name: z.string(),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  sem: z.number().nullable(),
  cuts: z.array(z.number()),
  answer: z.string().nullable(),
  e: z.number().min(-1).max(1),
  weight: z.number().min(0),
  quality: share,
  discount: share,
  log_odds: z.number(),
  evidence: z.array(z.string()),
});

const findingSchema = z.strictObject({
  component: z.enum(COMPONENT_IDS),
  name: z.string(),
  side: side.nullable(),
  probability: share,
  interval: z.tuple([share, share]),
  band: z.enum(BANDS),
  coverage: share,
  text: z.string(),
  evidence: z.array(z.string()),
  prior: share,
  at_priors: z.array(z.strictObject({ prior: share, probability: share })),
  log_odds: z.number(),
  contributions: z.array(contribution),
  not_scored: z.array(
    z.strictObject({
      item: z.string(),
      name: z.string(),
      state: z.enum(["missing", "recorded", "other", "spoiled"]),
      value: z.number().nullable(),
    }),
  ),
  severity: z
    .strictObject({
      item: z.string(),
      grade: z.enum(["mild", "moderate", "marked"]),
      sd: z.number(),
      share_of_usual: z.number().nullable(),
    })
    .nullable(),
  would_change: z.array(
    z.strictObject({ item: z.string(), name: z.string(), from: z.number(), to: z.number(), band: z.enum(BANDS) }),
  ),
});

const day = z.enum(Object.keys(DAYS) as [keyof typeof DAYS, ...(keyof typeof DAYS)[]]);
const sessionPlan = z.strictObject({
  day,
  date: z.string(),
  minutes: z.number(),
  warm_up: z.array(z.strictObject({ text: z.string(), seconds: z.number() })),
  exercises: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      side: z.enum(["left", "right", "both"]),
      sets: z.int().min(1),
      reps: z.int().min(1),
      hold_s: z.number().min(0),
      tempo: z.string().regex(/^\d+-\d+-\d+-\d+$/),
      level: z.int().min(0).max(5),
      load: z.int().min(0),
      why: z.string().min(1),
      evidence: z.array(z.string()),
    }),
  ),
});

/** `levelhip.plan/1`, as `planJson` writes it. */
export const planSchema = z.strictObject({
  schema: z.literal("levelhip.plan/1"),
  language: z.string(),
  today: z.string(),
  seed: z.number(),
  triage: z.strictObject({
    level: z.enum(LEVELS),
    action: z.string(),
    because: z.array(
      z.strictObject({
        rule: z.string(),
        level: z.enum(LEVELS),
        text: z.string(),
        message: z.string(),
        evidence: z.array(z.string()),
        answers: z.record(z.string(), z.string()),
        cleared: z.boolean().optional(),
      }),
    ),
    open: z.array(z.string()),
    tests: z.enum(["open", "locked"]),
    sessions: z.enum(["open", "gentle", "locked"]),
  }),
  tests: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      measures: z.array(z.string()),
      camera: z.boolean(),
      support: z.boolean(),
      by_professional: z.boolean(),
      minutes: z.number(),
      notes: z.array(z.string()),
    }),
  ),
  findings: z.array(findingSchema),
  verdict: z.looseObject({ kind: z.enum(["supported", "not-supported", "open"]), text: z.string() }).nullable(),
  side_differences: z.array(
    z.looseObject({
      measure: z.string(),
      left: z.number(),
      right: z.number(),
      index: z.number().nullable(),
      counts: z.boolean(),
      less: side.nullable(),
    }),
  ),
  next_test: z
    .strictObject({
      id: z.string(),
      name: z.string(),
      narrowing: z.number(),
      components: z.array(z.enum(COMPONENT_IDS)),
    })
    .nullable(),
  useful_tests: z.array(
    z.strictObject({
      id: z.string(),
      narrowing: z.number(),
      components: z.array(z.enum(COMPONENT_IDS)),
      by_professional: z.boolean(),
    }),
  ),
  programme: z
    .strictObject({
      phase: z.enum(PHASE_IDS),
      phase_name: z.string(),
      status: z.enum(["active", "deload", "locked", "see-clinician"]),
      days: z.array(day),
      week: z.array(sessionPlan),
      reasons: z.array(stated),
      rules: z.array(stated),
      tips: z.array(stated),
      changes: z.array(z.strictObject({ on: z.string(), reasons: z.array(stated) })),
      state: programmeSchema,
    })
    .nullable(),
  referral: z.strictObject({ refer: z.boolean(), rules: z.array(z.string()), because: z.array(stated) }),
  letter: z.looseObject({ date: z.string(), why: z.array(z.string()) }).nullable(),
});

/** JSON schemas of every file that care reads or writes. */
export function jsonSchemas(): Record<string, unknown> {
  const schema = (one: z.ZodType): unknown => z.toJSONSchema(one, { unrepresentable: "any", io: "input" });
  return {
    "levelhip.answers/1": schema(answersSchema),
    "levelhip.plan/1": schema(planSchema),
    "levelhip.analysis/1 (the part a plan reads)": schema(analysisSchema),
    "levelhip.programme/1": schema(programmeSchema),
    "levelhip.session/1": schema(sessionSchema),
    "answer a day later": schema(nextDaySchema),
  };
}
