import type { Text } from "../../../texts/texts.ts";

// text-ids
const NOTES: Readonly<Record<string, string>> = {
  "against-gravity": "check.note.against-gravity",
  "short-baseline": "check.note.short-baseline",
  "baseline-at-end": "check.note.baseline-at-end",
  "began-on-one-leg": "check.note.began-on-one-leg",
  "clip-ended": "check.note.clip-ended",
  "estimated-from-posture": "check.note.estimated-from-posture",
  "recorded-not-scored": "check.note.recorded-not-scored",
  "from-hip-height": "check.note.from-hip-height",
  "level-at-heel-strikes": "check.note.level-at-heel-strikes",
  "band-slipped": "check.note.band-slipped",
  "band-partly-hidden": "check.note.band-partly-hidden",
  "band-hangs": "check.note.band-hangs",
  "band-low-contrast": "check.note.band-low-contrast",
  "band-yawed": "check.note.band-yawed",
  "band-uneven": "check.note.band-uneven",
};
// text-ids end

/** What a reader must know of a value, in words; null for a code that has none. */
export const noteOf = (code: string, t: Text): string | null => (NOTES[code] ? t(NOTES[code]) : null);
