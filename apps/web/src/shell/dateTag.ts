/**
 * The tag that dates are written by: the first of the browser's tags in the app's language, so that somebody in Dublin or Zürich reads
 * dates as at home. English without a country is British: days come before months everywhere else in the app too.
 */
export function dateTag(language: string, wanted: readonly string[]): string {
  const own = wanted.find((tag) => tag.toLowerCase().startsWith(`${language.toLowerCase()}-`));
  return own ?? (language === "en" ? "en-GB" : language);
}
