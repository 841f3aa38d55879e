/** What is known about a person when rules are read: answers by question id, age, and signs that measurements showed. */
export interface Facts {
  readonly answers: Readonly<Record<string, AnswerValue | undefined>>;
  /** years; null when not known */
  readonly age: number | null;
  /** signs derived from measurements or limits, e.g. "one-sided-hip" */
  readonly signs: ReadonlySet<string>;
}
export type AnswerValue = string | number | readonly string[];

/** A condition in a data file. Read aloud: "question q is one of …", "at least 4 of …", "age from … to …". */
export type Condition =
  | { readonly q: string; readonly is: string | readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly atLeast: number; readonly of: readonly Condition[] }
  | { readonly age: { readonly from?: number; readonly to?: number } }
  | { readonly sign: string };

/** The answer as a rule sees it: what nobody answered is "unknown", never "no". */
export function answerTo(facts: Facts, question: string): AnswerValue {
  const value = facts.answers[question];
  if (value === undefined || value === "") return "unknown";
  return Array.isArray(value) && value.length === 0 ? "unknown" : value;
}

/** Whether the condition holds. An unknown age satisfies no age condition. */
export function holds(condition: Condition, facts: Facts): boolean {
  if ("q" in condition) {
    const answer = answerTo(facts, condition.q);
    const wanted = typeof condition.is === "string" ? [condition.is] : condition.is;
    if (typeof answer === "number") return wanted.includes(String(answer));
    return typeof answer === "string" ? wanted.includes(answer) : answer.some((one) => wanted.includes(one));
  }
  if ("all" in condition) return condition.all.every((one) => holds(one, facts));
  if ("any" in condition) return condition.any.some((one) => holds(one, facts));
  if ("not" in condition) return !holds(condition.not, facts);
  if ("atLeast" in condition) return condition.of.filter((one) => holds(one, facts)).length >= condition.atLeast;
  if ("sign" in condition) return facts.signs.has(condition.sign);
  const { from = -Infinity, to = Infinity } = condition.age;
  return facts.age !== null && facts.age >= from && facts.age <= to;
}

/** Every question id that a condition reads. */
export function questionsIn(condition: Condition): string[] {
  if ("q" in condition) return [condition.q];
  if ("all" in condition) return condition.all.flatMap(questionsIn);
  if ("any" in condition) return condition.any.flatMap(questionsIn);
  if ("not" in condition) return questionsIn(condition.not);
  return "atLeast" in condition ? condition.of.flatMap(questionsIn) : [];
}
