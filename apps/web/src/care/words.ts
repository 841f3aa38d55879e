import { type Catalogue, english, evidenceFor, type Said, say } from "@levelhip/care";
import { useLingui } from "@lingui/react";
import { use, useMemo } from "react";
import { dateLocale, fixed } from "../shell/format.ts";

const known = new Map<string, Promise<Catalogue>>();

/** Care's own texts in a language. */
function catalogueIn(language: string): Promise<Catalogue> {
  let found = known.get(language);
  if (!found) {
    found = language === "de" ? import("@levelhip/care/german").then(({ german }) => german) : Promise.resolve(english);
    known.set(language, found);
    found.catch(() => known.delete(language));
  }
  return found;
}

/** What care says, in the language that is set. */
export interface CareWords {
  readonly catalogue: Catalogue;
  /** a message, by itself or with what fills it */
  readonly say: (what: Said | string) => string;
  /** a message where the catalogue has one, else null */
  readonly maybe: (id: string) => string | null;
  /** a number with one digit after the point at most */
  readonly number: (value: number) => string;
  /** a date as the language writes it; with the weekday where it is wanted */
  readonly date: (iso: string, weekday?: boolean) => string;
}

export function useCareWords(): CareWords {
  const { i18n } = useLingui();
  const catalogue = use(catalogueIn(i18n.locale));
  return useMemo(() => wordsOf(catalogue), [catalogue]);
}

function wordsOf(catalogue: Catalogue): CareWords {
  return {
    catalogue,
    say: (what) => say(typeof what === "string" ? { id: what } : what, catalogue),
    maybe: (id) => (id in catalogue.messages ? say({ id }, catalogue) : null),
    number: (value) => fixed(Math.round(value * 10) / 10, Number.isInteger(Math.round(value * 10) / 10) ? 0 : 1),
    date: (iso, weekday = false) =>
      new Intl.DateTimeFormat(dateLocale(), {
        day: "numeric",
        month: "long",
        timeZone: "UTC",
        ...(weekday ? { weekday: "long" } : { year: "numeric" }),
      }).format(Date.parse(`${iso}T00:00:00Z`)),
  };
}

/** Evidence behind a message, with what it names itself. */
export const evidenceOf = (what: Said | string, more: readonly string[] = []): string[] => [
  ...new Set([...evidenceFor(typeof what === "string" ? what : what.id), ...more]),
];
