import { type I18n, type Messages, setupI18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { useCallback } from "react";

export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];
export type Part = "shell" | "check" | "why" | "train" | "review" | "keeping";

const catalogues: Record<string, () => Promise<{ messages: Messages }>> = {
  ...import.meta.glob<{ messages: Messages }>("../shell/locales/*.po"),
  ...import.meta.glob<{ messages: Messages }>("../keeping/locales/*.po"),
  ...import.meta.glob<{ messages: Messages }>("../rooms/**/locales/*.po"),
};
const folderOf = (part: Part): string => (part === "shell" || part === "keeping" ? `../${part}/` : `../rooms/${part}/`);

export const i18n: I18n = setupI18n();
const parts = new Set<Part>(["shell"]);

/** A part's texts may lie in several folders, each beside the pages that show them. */
async function load(part: Part, language: Language): Promise<void> {
  const own = Object.entries(catalogues).filter(
    ([path]) => path.startsWith(folderOf(part)) && path.endsWith(`/locales/${language}.po`),
  );
  if (own.length === 0) throw new Error(`There is no catalogue of ${part} in ${language}`);
  for (const { messages } of await Promise.all(own.map(([, read]) => read()))) i18n.load(language, messages);
}

/** Loads a part's texts in the language that is set. */
export async function loadTexts(part: Part): Promise<void> {
  parts.add(part);
  await load(part, i18n.locale as Language);
}

/** Sets the language of all parts seen so far. */
export async function setLanguage(language: Language): Promise<void> {
  await Promise.all([...parts].map((part) => load(part, language)));
  i18n.activate(language);
  document.documentElement.lang = language;
}

export type Values = Readonly<Record<string, string | number>>;
/** Gives the text of an id, filled with values. Ids stand as literals where they are used, or in a table marked `text-ids`. */
export type Text = (id: string, values?: Values) => string;

export function useText(): Text {
  const { _ } = useLingui();
  return useCallback((id, values) => _(id, values as Record<string, unknown>), [_]);
}

/** The same outside of components (spoken cues, titles). */
export const textNow: Text = (id, values) => i18n._(id, values as Record<string, unknown>);
