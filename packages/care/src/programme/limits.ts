import type { AnswerValue } from "../condition.ts";

type Answers = Readonly<Record<string, AnswerValue | undefined>>;

/** All limits of a person: those they named, and those that follow from age and triage answers. */
export function limitsOf(answers: Answers, age: number | null): string[] {
  const named = answers["limits"];
  const limits = new Set(Array.isArray(named) ? named.filter((one: string) => one !== "none") : []);
  if (age !== null && age > 70) limits.add("over-70");
  const body = answers["r17"] === "yes" ? answers["r17.what"] : undefined;
  if (typeof body === "string" && body !== "unknown") limits.add(body);
  // which of them it is was not said: what suits the tenderest of them suits all
  if (answers["r17"] === "yes" && (body === undefined || body === "unknown"))
    for (const one of ["pregnant-late", "surgery"]) limits.add(one);
  return [...limits].sort((a: string, b: string) => (a < b ? -1 : 1));
}

/** Pain that is easily stirred: strong on average, slow to settle, or much extra help worth while. */
export function isIrritable(answers: Answers, scales: Readonly<Record<string, number | undefined>>): boolean {
  return (
    (scales["nprs-average"] ?? 0) >= 7 ||
    (scales["start-back-sub"] ?? 0) >= 4 ||
    answers["settles"] === "longer" ||
    answers["r18"] === "yes"
  );
}
