import type { Text } from "../../../texts/texts.ts";

// text-ids
const WARNINGS: Readonly<Record<string, string>> = {
  "two-people": "check.warning.two-people",
  small: "check.warning.small",
  swapped: "check.warning.swapped",
  "against-gravity": "check.warning.against-gravity",
};
// text-ids end

/** A warning in the person's language where there is one, else as the measurement wrote it. */
export const warningOf = (code: string, text: string, t: Text): string => (WARNINGS[code] ? t(WARNINGS[code]) : text);
