import type { z } from "zod";

/** A file that cannot be used as it is. Each problem is a plain sentence that names the place and what belongs there. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly code: string;
  readonly problems: readonly string[];
  readonly remedy: string;
  constructor(code: string, what: string, problems: readonly string[], remedy: string) {
    super(`${what}: ${problems.join(" ")}`);
    this.code = code;
    this.problems = problems;
    this.remedy = remedy;
  }
}

const MOST = 12;

/** Ids that belong to each part of a file ("triage" → r1, …), for "did you mean". */
export type KnownIds = ReadonlyMap<string, readonly string[]>;

/** Zod's issues as sentences. `input` is what was checked, so that the offending value can be named. */
export function sentences(error: z.ZodError, input: unknown, ids: KnownIds = new Map()): string[] {
  const all = error.issues.flatMap((issue) => sentence(issue, input, ids));
  return all.length > MOST ? [...all.slice(0, MOST), `And ${all.length - MOST} more.`] : all;
}

type Issue = z.ZodError["issues"][number];

function sentence(issue: Issue, input: unknown, ids: KnownIds): string[] {
  const place = issue.path.length === 0 ? "the file" : issue.path.join(".").replace(/\.(\d+)(?=\.|$)/g, "[$1]");
  const given = shown(at(input, issue.path));
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map(
        (key) =>
          `${place === "the file" ? "" : `${place}.`}${key}: there is no such id here.${nearest(key, ids.get(issue.path.map(String).join(".")) ?? [])}`,
      );
    case "invalid_value": {
      const values = issue.values.map(String);
      if (issue.path.at(-1) === "schema") return [`schema: this file says ${given}; it must say "${values[0] ?? ""}".`];
      return [`${place}: ${given} is not one of the answers. Answers: ${values.join(", ")}.`];
    }
    case "invalid_type":
      if (at(input, issue.path) === undefined)
        return issue.path.at(-1) === "schema" ? [`schema: it is missing.`] : [`${place}: it is missing.`];
      return [`${place}: ${article(issue.expected)} is needed, not ${given}.`];
    case "too_small":
      return [
        issue.origin === "string" || issue.origin === "array"
          ? `${place}: it is empty or too short.`
          : `${place}: ${given} is too small. The least is ${String(issue.minimum)}.`,
      ];
    case "too_big":
      return [
        issue.origin === "string" || issue.origin === "array"
          ? `${place}: it is too long (at most ${String(issue.maximum)}).`
          : `${place}: ${given} is too large. The most is ${String(issue.maximum)}.`,
      ];
    case "invalid_union":
      return [`${place}: ${given} does not fit here.`];
    default:
      return [`${place}: ${issue.message}`];
  }
}

const article = (type: string): string =>
  type === "int" ? "a whole number" : /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;

function at(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      value === null || typeof value !== "object" ? undefined : (value as Record<PropertyKey, unknown>)[key],
    input,
  );
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function nearest(key: string, ids: readonly string[]): string {
  const best = [...ids]
    .map((id) => ({ id, far: distance(key, id), common: commonStart(key, id) }))
    .sort((a, b) => a.far - b.far || b.common - a.common)[0];
  if (!best) return "";
  return best.far <= Math.max(2, key.length / 2)
    ? ` Did you mean "${best.id}"?`
    : ` Ids here: ${ids.slice(0, 24).join(", ")}${ids.length > 24 ? ", …" : ""}.`;
}

function commonStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return n;
}

/** Edit distance (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
