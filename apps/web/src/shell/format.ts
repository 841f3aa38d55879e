import { i18n } from "../texts/texts.ts";
import { dateTag } from "./dateTag.ts";

const locale = (): string => i18n.locale || "en";

/** The tag to write dates by, in the language that is set. */
export const dateLocale = (): string => dateTag(locale(), navigator.languages);

/** A day and time as people write it. */
export const day = (at_ms: number): string =>
  new Intl.DateTimeFormat(dateLocale(), { dateStyle: "medium", timeStyle: "short" }).format(at_ms);

/** A size in megabytes, to one digit. */
export const bytes = (size: number): string =>
  `${new Intl.NumberFormat(locale(), { maximumFractionDigits: size < 10e6 ? 1 : 0 }).format(size / 1e6)} MB`;

/** A number with this many digits after the point, the minus a real one. */
export const fixed = (value: number, digits: number): string =>
  new Intl.NumberFormat(locale(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: "negative",
  })
    .format(value)
    .replace("-", "−");

/** A name as it stands at the head of a line. */
export const upper = (text: string): string => text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1);
