import { parseArgs } from "node:util";
import { UsageError } from "../exit.ts";

export interface PlanOptions {
  /** path of the answers, "-" for standard input */
  readonly answers: string;
  readonly analyses: readonly string[];
  /** "YYYY-MM-DD" */
  readonly today: string;
  readonly seed: number;
  /** paths, "-" for standard output, or null */
  readonly json: string | null;
  readonly html: string | null;
  readonly lang: "en" | "de";
}
export type PlanRun =
  | { readonly what: "help" }
  | { readonly what: "schema" }
  | { readonly what: "questions"; readonly lang: "en" | "de"; readonly json: boolean }
  | { readonly what: "plan"; readonly options: PlanOptions };

export const PLAN_HELP = `levelhip plan --answers FILE [options] — triage, findings and a programme, each with its reasons

  --answers FILE|-     answers as levelhip.answers/1 (JSON); - reads standard input
  --analysis FILE …    what levelhip analyze --json wrote; any number of files
  --today DATE         the day the plan is for, YYYY-MM-DD (default: today)
  --seed N             seed of the draws behind the intervals (default 1)
  --json FILE|-        the plan as levelhip.plan/1
  --html FILE          the plan as one page that prints well and needs nothing from outside
  --lang en|de         language of the texts (default en)

  levelhip plan --questions   every question with its id, type and answers (--json - for JSON)
  levelhip plan --schema      the JSON schemas of answers, plan, programme and session

The same answers, date and seed give the same output, byte for byte. Without --json and --html a summary is printed.

Examples
  levelhip plan --answers me.json
  levelhip plan --answers me.json --analysis stance.json bridge.json --html plan.html
  levelhip plan --answers me.json --today 2025-06-02 --seed 1 --json -
`;

/**
 * Reads the command line.
 * @param today what to take when --today is not given
 * @throws {UsageError} in plain words
 */
export function readPlanOptions(argv: readonly string[], today: string): PlanRun {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      answers: { type: "string" },
      analysis: { type: "string", multiple: true },
      today: { type: "string" },
      seed: { type: "string" },
      json: { type: "string" },
      html: { type: "string" },
      lang: { type: "string" },
      questions: { type: "boolean" },
      schema: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return { what: "help" };
  if (values.schema) return { what: "schema" };
  const lang = values.lang ?? "en";
  if (lang !== "en" && lang !== "de") throw new UsageError(`--lang ${lang} is not known. Languages: en, de.`);
  if (values.questions) return { what: "questions", lang, json: values.json !== undefined };
  if (values.answers === undefined)
    throw new UsageError("levelhip plan needs --answers FILE. See levelhip plan --help.");
  if (positionals.length > 0 && values.analysis === undefined) {
    throw new UsageError(`"${positionals[0]}" is not an option. Measurements come after --analysis.`);
  }
  const day = values.today ?? today;
  if (!isDay(day)) throw new UsageError(`--today ${day} is no date. Write it like 2025-06-30.`);
  const seed = values.seed === undefined ? 1 : Number(values.seed);
  if (!Number.isInteger(seed) || seed < 0 || seed > 4294967295)
    throw new UsageError(`--seed ${values.seed} is no whole number from 0 to 4294967295.`);
  if (values.html === "-" && values.json === "-")
    throw new UsageError("Only one of --json and --html can go to standard output.");
  return {
    what: "plan",
    options: {
      answers: values.answers,
      analyses: [...(values.analysis ?? []), ...positionals],
      today: day,
      seed,
      json: values.json ?? null,
      html: values.html ?? null,
      lang,
    },
  };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
