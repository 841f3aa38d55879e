/** Something to say to a person, put into words where it is shown: the same shape as care's. */
export interface Said {
  readonly id: string;
  readonly values?: Readonly<Record<string, SaidValue>>;
}
export type SaidValue = string | number | Said | readonly Said[];

/** A text in a data file. A clinical statement names the evidence it rests on (ids of evidence/register.json). */
export type Entry = string | { readonly text: string; readonly evidence: readonly string[] };
export type Messages = Readonly<Record<string, string>>;
/** Puts a message into the words of one language. */
export type Words = (said: Said) => string;

export const textOf = (entry: Entry): string => (typeof entry === "string" ? entry : entry.text);

const PLACEHOLDER = /\{([a-zA-Z][a-zA-Z0-9_]*)\}/g;

/** Names of the placeholders of a text, sorted, each once. */
export const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ""))].sort();

/**
 * Words from one or more catalogues (the first that has a message counts). Records may name a measure or an exercise that this
 * version does not know: then the last part of its id stands for it, rather than no export at all.
 */
export function wordsFrom(locale: string, ...catalogues: readonly Messages[]): Words {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, useGrouping: false });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const words: Words = (said) => {
    const text = catalogues.map((messages) => messages[said.id]).find((found) => found !== undefined);
    if (text === undefined) return readable(said.id);
    return text.replace(PLACEHOLDER, (whole, name: string) => value(said.values?.[name] ?? whole));
  };
  const value = (one: SaidValue): string => {
    if (typeof one === "string") return one;
    if (typeof one === "number") return number.format(one);
    return Array.isArray(one) ? list.format((one as readonly Said[]).map(words)) : words(one as Said);
  };
  return words;
}

/** "exercise.glute-bridge.name" → "glute bridge", "records.test.walk" → "walk" */
const readable = (id: string): string =>
  (
    id
      .replace(/\.name$/, "")
      .split(".")
      .at(-1) ?? id
  ).replaceAll("-", " ");
