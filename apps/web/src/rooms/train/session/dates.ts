import { dateLocale } from "../../../shell/format.ts";

/** A date as the language writes it, with its weekday. */
export const dateWords = (iso: string): string =>
  new Intl.DateTimeFormat(dateLocale(), {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(Date.parse(`${iso}T00:00:00Z`));
