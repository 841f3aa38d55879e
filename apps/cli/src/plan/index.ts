/** `levelhip plan`: from answers and measurements to triage, findings and a programme, with reasons. */
import {
  type Catalogue,
  english,
  InputError,
  jsonSchemas,
  makePlan,
  planJson,
  planPage,
  readAnalyses,
  readAnswers,
} from "@levelhip/care";
import { german } from "@levelhip/care/german";
import { SOURCES } from "@levelhip/care/sources";
import { EXIT, inWords } from "../exit.ts";
import { PlanFileError, readJson, write } from "./files.ts";
import { PLAN_HELP, type PlanOptions, readPlanOptions } from "./options.ts";
import { entries, questionsText } from "./questions.ts";
import { summary } from "./summary.ts";

const CATALOGUES: Readonly<Record<PlanOptions["lang"], Catalogue>> = { en: english, de: german };

/** Runs one command line of `levelhip plan`; answers its exit code. Faults of ours go on to the caller. */
export async function planCommand(argv: string[]): Promise<number> {
  const run = readPlanOptions(argv, localToday());
  if (run.what === "help") return print(PLAN_HELP);
  if (run.what === "schema") return print(`${JSON.stringify(jsonSchemas(), null, 2)}\n`);
  if (run.what === "questions") {
    const catalogue = CATALOGUES[run.lang];
    return print(run.json ? `${JSON.stringify(entries(catalogue), null, 2)}\n` : questionsText(catalogue));
  }
  try {
    await plan(run.options);
    return EXIT.done;
  } catch (error) {
    if (error instanceof InputError || error instanceof PlanFileError) {
      process.stderr.write(`levelhip plan: ${problem(error)}\n`);
      return EXIT.unreadable;
    }
    throw error;
  }
}

async function plan(options: PlanOptions): Promise<void> {
  const answers = readAnswers(await readJson(options.answers));
  const analyses = (await Promise.all(options.analyses.map(async (path) => readAnalyses(await readJson(path))))).flat();
  const made = makePlan({ answers, analyses, today: options.today, seed: options.seed });
  const catalogue = CATALOGUES[options.lang];
  if (options.json !== null) await write(options.json, `${JSON.stringify(planJson(made, catalogue), null, 2)}\n`);
  if (options.html !== null) await write(options.html, planPage(made, catalogue, SOURCES));
  if (options.json === null && options.html === null) process.stdout.write(summary(made, catalogue));
}

const print = (text: string): number => {
  process.stdout.write(text);
  return EXIT.done;
};

/** One problem in a sentence; several as a list. */
function problem(error: InputError | PlanFileError): string {
  if (error instanceof PlanFileError || error.problems.length === 1) return inWords(error);
  return `${error.message.split(":")[0]}:\n${error.problems.map((one) => `  ${one}`).join("\n")}\n${error.remedy}`;
}

/** Today where the person is, "YYYY-MM-DD". */
function localToday(): string {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join(
    "-",
  );
}
