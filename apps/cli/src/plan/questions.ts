import {
  type Catalogue,
  DAYS,
  EQUIPMENT,
  MEASURED_BY,
  MEASURES,
  measureOf,
  type CareMeasureId,
  type Question,
  QUESTIONS,
  SCALES,
  say,
} from "@levelhip/care";

/** One thing that an answers file can hold. */
interface Entry {
  readonly section: string;
  readonly id: string;
  readonly type: string;
  readonly ask: string;
  /** answers by id, with their words */
  readonly answers?: Readonly<Record<string, string>>;
  readonly range?: { readonly min: number; readonly max: number; readonly unit?: string };
  readonly when?: unknown;
}

const IN_FILE: Readonly<Record<string, string>> = { triage: "triage", scales: "proms" };

/** Every question and field of an answers file, in the order they are asked. */
export function entries(catalogue: Catalogue): Entry[] {
  const tell = (id: string): string => say({ id }, catalogue);
  const asked = QUESTIONS.map(
    ({ section, question }): Entry => ({
      section: IN_FILE[section] ?? "interview",
      id: question.id,
      type: question.type,
      ask: tell(`question.${question.id}`),
      ...answersOf(question, tell),
      ...(question.when ? { when: question.when } : {}),
    }),
  );
  const totals = SCALES.filter((scale) => scale.kind === "total").map(
    (scale): Entry => ({
      section: "proms",
      id: scale.id,
      type: "number",
      ask: tell(`scale.${scale.id}.name`),
      range: { min: scale.min, max: scale.max },
    }),
  );
  const words = (record: Readonly<Record<string, unknown>>, prefix: string): Record<string, string> =>
    Object.fromEntries(Object.keys(record).map((id) => [id, tell(`${prefix}.${id}`)]));
  const measures = (Object.keys(MEASURES) as CareMeasureId[]).map((id): Entry => {
    const { min, max, unit, sided } = measureOf(id);
    return {
      section: "tests",
      id,
      type: sided ? "number, with side left or right" : "number",
      ask: tell(`measure.${id}`),
      range: { min, max, unit },
    };
  });
  return [
    {
      section: "person",
      id: "sex",
      type: "one",
      ask: "Sex",
      answers: { female: "female", male: "male", other: "other" },
    },
    { section: "person", id: "age", type: "number", ask: "Age", range: { min: 5, max: 110, unit: "years" } },
    { section: "person", id: "height_m", type: "number", ask: "Height", range: { min: 1, max: 2.5, unit: "m" } },
    { section: "person", id: "mass_kg", type: "number", ask: "Weight", range: { min: 25, max: 300, unit: "kg" } },
    ...asked,
    ...totals,
    {
      section: "equipment",
      id: "equipment",
      type: "many",
      ask: "Things to train with",
      answers: { none: "-", ...words(EQUIPMENT, "equipment") },
    },
    { section: "days", id: "days", type: "many", ask: "Days that suit", answers: words(DAYS, "day") },
    ...measures,
    {
      section: "tests",
      id: "by",
      type: "one",
      ask: "Who took a value (with each test)",
      answers: words(MEASURED_BY, "by"),
    },
  ];
}

function answersOf(question: Question, tell: (id: string) => string): Pick<Entry, "answers" | "range"> {
  switch (question.type) {
    case "yes-no":
      return { answers: Object.fromEntries(["yes", "no", "unknown"].map((id) => [id, tell(`answer.${id}`)])) };
    case "one":
    case "many":
      return {
        answers: Object.fromEntries(
          Object.keys(question.options).map((id) => [id, tell(`question.${question.id}.${id}`)]),
        ),
      };
    case "number":
    case "activities":
      return {
        range: {
          min: question.min,
          max: question.max,
          ...("unit" in question && question.unit ? { unit: question.unit } : {}),
        },
      };
    case "text":
      return {};
  }
}

/** The list as text: id, type, answers, and the question. */
export function questionsText(catalogue: Catalogue): string {
  let section = "";
  const lines: string[] = [];
  for (const entry of entries(catalogue)) {
    if (entry.section !== section) {
      section = entry.section;
      lines.push("", section);
    }
    const answers = entry.answers
      ? Object.keys(entry.answers).join(" | ")
      : entry.range
        ? `${entry.range.min} … ${entry.range.max}${entry.range.unit ? ` ${entry.range.unit}` : ""}`
        : "";
    lines.push(`  ${entry.id}  (${entry.type})${answers ? `  ${answers}` : ""}`, `      ${entry.ask}`);
  }
  return `${lines.join("\n").trimStart()}\n`;
}
