import type { Text } from "../../../texts/texts.ts";

/** A date as the language writes it, with its weekday. */
export const dateWords = (iso: string, t: Text): string =>
  new Intl.DateTimeFormat(t("train.session.locale"), {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(Date.parse(`${iso}T00:00:00Z`));
