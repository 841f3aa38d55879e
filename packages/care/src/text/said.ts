/** Something to say to a person: a message and what fills its placeholders. Put into words by {@link say}, in any language. */
export interface Said {
  /** id of a message in the catalogue */
  readonly id: string;
  /** fills `{name}` in the message: own words, a number, another message, or a list of messages */
  readonly values?: Readonly<Record<string, SaidValue>>;
}
export type SaidValue = string | number | Said | readonly Said[];

/** The texts of one language. `locale` decides how numbers and lists are written. */
export interface Catalogue {
  readonly locale: string;
  readonly messages: Readonly<Record<string, string>>;
}

/** A text in a data file. A clinical statement names the evidence it rests on. */
export interface Text {
  readonly text: string;
  /** ids in the evidence register */
  readonly evidence: readonly string[];
}
export type Words = string | Text;

export const textOf = (words: Words): string => (typeof words === "string" ? words : words.text);
export const evidenceOf = (words: Words): readonly string[] => (typeof words === "string" ? [] : words.evidence);

const PLACEHOLDER = /\{([a-zA-Z][a-zA-Z0-9_]*)\}/g;

/** Names of the placeholders of a text, sorted, each once. */
export const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ""))].sort();

/** A message that the catalogue lacks, or a placeholder that nothing fills: a bug, never a person's mistake. */
export class MissingText extends Error {
  override readonly name = "MissingText";
}

/**
 * Puts a message into words.
 * @throws MissingText when the catalogue has no such message or a placeholder has no value
 */
export function say(said: Said, catalogue: Catalogue): string {
  const text = catalogue.messages[said.id];
  if (text === undefined) throw new MissingText(`No message "${said.id}" in the catalogue "${catalogue.locale}".`);
  return text.replace(PLACEHOLDER, (_whole, name: string) => {
    const value = said.values?.[name];
    if (value === undefined) throw new MissingText(`Message "${said.id}" needs a value for {${name}}.`);
    return sayValue(value, catalogue);
  });
}

function sayValue(value: SaidValue, catalogue: Catalogue): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") {
    return new Intl.NumberFormat(catalogue.locale, { maximumFractionDigits: 1, useGrouping: false }).format(value);
  }
  if (isList(value)) {
    return new Intl.ListFormat(catalogue.locale, { type: "conjunction" }).format(
      value.map((one) => say(one, catalogue)),
    );
  }
  return say(value, catalogue);
}

const isList = (value: Said | readonly Said[]): value is readonly Said[] => Array.isArray(value);
