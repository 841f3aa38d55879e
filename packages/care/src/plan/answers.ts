import { z } from "zod";
import type { AnswerValue } from "../condition.ts";
import { type Day, DAYS, EQUIPMENT, type Equipment } from "../data/interview.ts";
import { type CareMeasureId, MEASURES, measureOf } from "../data/measures.ts";
import { MEASURED_BY, SCALES, type Scale } from "../data/scales.ts";
import { isDate } from "../dates.ts";
import type { Question } from "../interview/question.ts";
import { QUESTIONS } from "../interview/questions.ts";
import type { History } from "../review/history.ts";
import type { TestValue } from "../tests/testValue.ts";
import { InputError, type KnownIds, sentences } from "./problems.ts";
import { historySchema } from "./schemas.ts";

const keys = <K extends string>(record: Readonly<Record<K, unknown>>): [K, ...K[]] =>
  Object.keys(record) as [K, ...K[]];
export const dateSchema = z.string().refine(isDate, { message: "a date like 2025-06-30 is needed." });

/** The answers that a question takes. */
function answerSchema(question: Question): z.ZodType {
  switch (question.type) {
    case "yes-no":
      return z.enum(["yes", "no", "unknown"]);
    case "one":
      return z.enum(keys(question.options));
    case "many":
      return z
        .array(z.enum(keys(question.options)))
        .refine((picked) => !picked.includes("none") || picked.length === 1, {
          message: '"none" cannot stand beside other answers.',
        });
    case "number":
      return z.number().min(question.min).max(question.max);
    case "text":
      return z.string().max(question.maxLength);
    case "activities":
      return z
        .array(
          z.strictObject({
            activity: z.string().min(1).max(120),
            score: z.number().min(question.min).max(question.max),
          }),
        )
        .min(1)
        .max(5);
  }
}

const questionsOf = (wanted: (section: string) => boolean): Record<string, z.ZodType> =>
  Object.fromEntries(
    QUESTIONS.filter(({ section }) => wanted(section)).map(({ question }) => [
      question.id,
      answerSchema(question).optional(),
    ]),
  );

const reading = (scale: Scale): z.ZodType => {
  const value = z.number().min(scale.min).max(scale.max);
  return z
    .union([value, z.strictObject({ value, by: z.enum(keys(MEASURED_BY)).optional(), on: dateSchema.optional() })])
    .optional();
};
const scaleShape: Record<string, z.ZodType> = {
  ...Object.fromEntries(SCALES.filter((scale) => scale.id !== "psfs").map((scale) => [scale.id, reading(scale)])),
  ...questionsOf((section) => section === "scales"),
};
for (const scale of SCALES) if (scale.id !== "psfs") scaleShape[scale.id] = reading(scale);

const testSchema = z
  .strictObject({
    measure: z.enum(keys(MEASURES)),
    side: z.enum(["left", "right"]).optional(),
    value: z.number(),
    sem: z.number().positive().optional(),
    trials: z.int().min(1).max(10).optional(),
    by: z.enum(keys(MEASURED_BY)).optional(),
    how: z.string().max(200).optional(),
    on: dateSchema.optional(),
    pain: z.int().min(0).max(10).optional(),
  })
  .superRefine((test, context) => {
    const { min, max, sided, unit } = measureOf(test.measure);
    if (test.value < min || test.value > max)
      context.addIssue({
        code: "custom",
        path: ["value"],
        message: `${test.value} is out of range for ${test.measure}: ${min} to ${max} ${unit}.`,
      });
    if (sided && !test.side)
      context.addIssue({ code: "custom", path: ["side"], message: `${test.measure} needs a side: left or right.` });
    if (!sided && test.side)
      context.addIssue({ code: "custom", path: ["side"], message: `${test.measure} has no side.` });
  });

/** `levelhip.answers/1`: everything a plan is made of, besides the camera's measurements. Only `schema` is needed. */
export const answersSchema = z.strictObject({
  schema: z.literal("levelhip.answers/1"),
  person: z
    .strictObject({
      sex: z.enum(["female", "male", "other"]).optional(),
      age: z.number().min(5).max(110).optional(),
      height_m: z.number().min(1).max(2.5).optional(),
      mass_kg: z.number().min(25).max(300).optional(),
    })
    .optional(),
  triage: z.strictObject(questionsOf((section) => section === "triage")).optional(),
  interview: z.strictObject(questionsOf((section) => section !== "triage" && section !== "scales")).optional(),
  proms: z.strictObject(scaleShape).optional(),
  equipment: z.array(z.enum(["none", ...keys(EQUIPMENT)])).optional(),
  days: z.array(z.enum(keys(DAYS))).optional(),
  tests: z.array(testSchema).optional(),
  cleared: z
    .array(
      z.strictObject({
        rows: z
          .array(
            z.enum(
              QUESTIONS.filter((one) => one.section === "triage" && !one.question.id.includes(".")).map(
                (one) => one.question.id,
              ) as [string, ...string[]],
            ),
          )
          .min(1),
        by: z.string().min(1).max(80),
        on: dateSchema,
      }),
    )
    .optional(),
  history: historySchema.optional(),
  wants_referral: z.boolean().optional(),
});

const IDS: KnownIds = new Map([
  [
    "",
    [
      "schema",
      "person",
      "triage",
      "interview",
      "proms",
      "equipment",
      "days",
      "tests",
      "cleared",
      "history",
      "wants_referral",
    ],
  ],
  ["person", ["sex", "age", "height_m", "mass_kg"]],
  ["triage", QUESTIONS.filter((one) => one.section === "triage").map((one) => one.question.id)],
  [
    "interview",
    QUESTIONS.filter((one) => one.section !== "triage" && one.section !== "scales").map((one) => one.question.id),
  ],
  ["proms", Object.keys(scaleShape)],
]);

/** Answers as the plan reads them. */
export interface ReadAnswers {
  readonly sex: "female" | "male" | "other" | null;
  readonly age: number | null;
  readonly height_m: number | null;
  readonly mass_kg: number | null;
  /** triage and interview answers by question id */
  readonly answers: Readonly<Record<string, AnswerValue | undefined>>;
  readonly scales: Readonly<Record<string, number | undefined>>;
  readonly activities: readonly { readonly activity: string; readonly score: number }[];
  readonly equipment: readonly Equipment[];
  readonly days: readonly Day[];
  readonly values: readonly TestValue[];
  readonly cleared: readonly { readonly rows: readonly string[]; readonly by: string; readonly on: string }[];
  readonly history: History & { readonly programme: import("../programme/programme.ts").Programme | null };
  readonly wants_referral: boolean;
}

/**
 * Reads an answers file.
 * @throws InputError with a sentence for every wrong id, answer or value
 */
export function readAnswers(input: unknown): ReadAnswers {
  const parsed = answersSchema.safeParse(input);
  if (!parsed.success) {
    throw new InputError(
      "bad-answers",
      "These answers cannot be used",
      sentences(parsed.error, input, IDS),
      "See levelhip plan --questions for every id with its answers.",
    );
  }
  const {
    person,
    triage = {},
    interview = {},
    proms = {},
    equipment = [],
    days = [],
    tests = [],
    cleared = [],
    history,
    wants_referral = false,
  } = parsed.data;
  const activities = (proms["psfs"] ?? []) as { activity: string; score: number }[];
  return {
    sex: person?.sex ?? null,
    age: person?.age ?? null,
    height_m: person?.height_m ?? null,
    mass_kg: person?.mass_kg ?? null,
    answers: { ...triage, ...interview } as Record<string, AnswerValue | undefined>,
    scales: readScales(proms, activities),
    activities,
    equipment: equipment.filter((one): one is Equipment => one !== "none"),
    days,
    values: tests.map((test) => asValue(test)),
    cleared,
    history: {
      programme: (history?.programme ?? null) as ReadAnswers["history"]["programme"],
      sessions: (history?.sessions ?? []) as History["sessions"],
      reviews: history?.reviews ?? [],
    },
    wants_referral,
  };
}

function readScales(
  proms: Readonly<Record<string, unknown>>,
  activities: readonly { score: number }[],
): Record<string, number | undefined> {
  const scales: Record<string, number | undefined> = {};
  for (const [id, given] of Object.entries(proms)) {
    if (typeof given === "number") scales[id] = given;
    else if (given && typeof given === "object" && "value" in given) scales[id] = Number(given.value);
  }
  if (activities.length > 0) scales["psfs"] = activities.reduce((sum, one) => sum + one.score, 0) / activities.length;
  return scales;
}

function asValue(test: z.infer<typeof testSchema>): TestValue {
  return {
    measure: test.measure as CareMeasureId,
    side: test.side ?? null,
    value: test.value,
    sem: test.sem ?? null,
    n: test.trials ?? 1,
    n_of: "trials",
    quality: 1,
    by: test.by ?? "self",
    how: test.how ?? "",
    on: test.on ?? null,
    atLeast: false,
    pain: test.pain ?? null,
  };
}
