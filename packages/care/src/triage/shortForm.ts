import { SHORT_FORM } from "../data/triage.ts";
import type { Said } from "../text/said.ts";
import { type Level, higher } from "./rule.ts";

/** Answers to the questions before a session, by id (s1…s5). A missing one is unknown. */
export type ShortFormAnswers = Readonly<Record<string, string | undefined>>;

export interface ShortFormResult {
  /** go: start; wait: a question is open; stop: a sign was found */
  readonly verdict: "go" | "wait" | "stop";
  readonly level: Level;
  readonly because: readonly { readonly question: string; readonly level: Level; readonly say: Said }[];
}

/** Reads the short form. Nothing starts while a question is open. */
export function readShortForm(answers: ShortFormAnswers): ShortFormResult {
  const because: { question: string; level: Level; say: Said }[] = [];
  let level: Level = "self-manage";
  let open = false;
  for (const question of SHORT_FORM) {
    const answer = answers[question.id] ?? "unknown";
    if (answer === "unknown") {
      open = true;
      continue;
    }
    const found = (question.outcomes as Readonly<Record<string, Level | undefined>>)[answer];
    if (!found || found === "self-manage") continue;
    level = higher(level, found);
    because.push({ question: question.id, level: found, say: { id: `triage.short.${answer}` } });
  }
  if (because.length > 0) return { verdict: "stop", level, because };
  return open
    ? {
        verdict: "wait",
        level: "clinician",
        because: [{ question: "open", level: "clinician", say: { id: "triage.wait" } }],
      }
    : { verdict: "go", level, because };
}

/** When the long form is due again: 4 weeks after the last, or when the weekly pain has grown by 2 points. */
export function longFormDue(
  lastOn_days: number,
  today_days: number,
  painThen: number | null,
  painNow: number | null,
): boolean {
  if (today_days - lastOn_days >= 28) return true;
  return painThen !== null && painNow !== null && painNow - painThen >= 2;
}
