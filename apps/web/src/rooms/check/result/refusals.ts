import type { NotMeasured } from "@levelhip/motion";
import type { Text } from "../../../texts/texts.ts";

// text-ids
const REFUSALS: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  "no-person": ["check.refusal.no-person.reason", "check.refusal.no-person.remedy"],
  "two-people": ["check.refusal.two-people.reason", "check.refusal.two-people.remedy"],
  "low-rate": ["check.refusal.low-rate.reason", "check.refusal.low-rate.remedy"],
  "too-small": ["check.refusal.too-small.reason", "check.refusal.too-small.remedy"],
  "cut-off": ["check.refusal.cut-off.reason", "check.refusal.cut-off.remedy"],
  "not-seen": ["check.refusal.not-seen.reason", "check.refusal.not-seen.remedy"],
  "need-front": ["check.refusal.need-front.reason", "check.refusal.need-front.remedy"],
  "need-side": ["check.refusal.need-side.reason", "check.refusal.need-side.remedy"],
  oblique: ["check.refusal.oblique.reason", "check.refusal.oblique.remedy"],
  "unknown-view": ["check.refusal.unknown-view.reason", "check.refusal.unknown-view.remedy"],
  "camera-roll": ["check.refusal.camera-roll.reason", "check.refusal.camera-roll.remedy"],
  swapped: ["check.refusal.swapped.reason", "check.refusal.swapped.remedy"],
  "no-hold": ["check.refusal.no-hold.reason", "check.refusal.no-hold.remedy"],
  "wrong-side": ["check.refusal.wrong-side.reason", "check.refusal.wrong-side.remedy"],
  "no-band": ["check.refusal.no-band.reason", "check.refusal.no-band.remedy"],
  "band-hidden": ["check.refusal.band-hidden.reason", "check.refusal.band-hidden.remedy"],
  "band-slipped": ["check.refusal.band-slipped.reason", "check.refusal.band-slipped.remedy"],
  "band-yawed": ["check.refusal.band-yawed.reason", "check.refusal.band-yawed.remedy"],
  "markerless-not-ready": ["check.refusal.markerless-not-ready.reason", "check.refusal.markerless-not-ready.remedy"],
  "markerless-unsure": ["check.refusal.markerless-unsure.reason", "check.refusal.markerless-unsure.remedy"],
  "markerless-needs-baseline": [
    "check.refusal.markerless-needs-baseline.reason",
    "check.refusal.markerless-needs-baseline.remedy",
  ],
  "phone-later": ["check.refusal.phone-later.reason", "check.refusal.phone-later.remedy"],
  "few-steps": ["check.refusal.few-steps.reason", "check.refusal.few-steps.remedy"],
  "no-reps": ["check.refusal.no-reps.reason", "check.refusal.no-reps.remedy"],
  "no-bridge": ["check.refusal.no-bridge.reason", "check.refusal.no-bridge.remedy"],
  "unclear-test": ["check.refusal.unclear-test.reason", "check.refusal.unclear-test.remedy"],
  "hips-narrow": ["check.refusal.hips-narrow.reason", "check.refusal.hips-narrow.remedy"],
};
// text-ids end

/** Why something was not measured and what helps, in the person's language; as the measurement wrote it where it is newer than the texts. */
export function refusalWords(
  { not_measured: { code, reason, remedy } }: NotMeasured,
  t: Text,
): { reason: string; remedy: string } {
  const ids = REFUSALS[code];
  return ids ? { reason: t(ids[0]), remedy: t(ids[1]) } : { reason, remedy };
}
