import { english } from "@levelhip/care";
import { EN, type Words, wordsFrom } from "@levelhip/records";
import { useLingui } from "@lingui/react";
import { use, useEffect, useState } from "react";
import type { Language } from "../texts/texts.ts";

const known = new Map<string, Promise<Words>>();

/** What records and care say, in a language. A message that no catalogue has is read as its own last part. */
function wordsIn(language: Language): Promise<Words> {
  let words = known.get(language);
  if (!words) {
    words = load(language);
    known.set(language, words);
    words.then(
      (found) => ready.set(language, found),
      () => known.delete(language),
    );
  }
  return words;
}

async function load(language: Language): Promise<Words> {
  if (language === "en") return wordsFrom("en", EN, english.messages);
  const [{ DE }, { german }] = await Promise.all([import("@levelhip/records/german"), import("@levelhip/care/german")]);
  return wordsFrom("de", DE, german.messages, EN, english.messages);
}

const ready = new Map<string, Words>();

/** The words of the language that is set; suspends until they are there. */
export function useWords(): Words {
  const { i18n } = useLingui();
  return ready.get(i18n.locale) ?? use(wordsIn(i18n.locale as Language));
}

/** Whether the words are there already: a page that waits anyway asks, so that it waits once. */
export function useWordsReady(): boolean {
  const { i18n } = useLingui();
  const [problem, setProblem] = useState<unknown>(null);
  const [, setCount] = useState(0);
  const isReady = ready.has(i18n.locale);
  useEffect(() => {
    if (!isReady) wordsIn(i18n.locale as Language).then(() => setCount((count) => count + 1), setProblem);
  }, [isReady, i18n.locale]);
  if (problem !== null) throw problem;
  return isReady;
}
