import type { AnswerValue } from "../condition.ts";
import type { Said } from "../text/said.ts";

/** What helps between sessions, from the answers. */
export function tipsFor(answers: Readonly<Record<string, AnswerValue | undefined>>): Said[] {
  const tips: Said[] = [];
  const stands = Number(answers["standing-hours"] ?? 0) >= 2;
  if (answers["ache-standing"] === "yes" || stands) tips.push({ id: "tip.standing.breaks" });
  if (answers["ache-standing"] === "yes") tips.push({ id: "tip.standing.before" });
  tips.push({ id: "tip.walk" }, { id: "tip.active" }, { id: "tip.which-first" }, { id: "tip.missed" });
  return tips;
}
