import { i18n } from "../../../texts/texts.ts";

/** Speaks one cue; a newer one takes its place. Silent where the device has no voice. */
export function speak(text: string): void {
  const voices = globalThis.speechSynthesis;
  if (!voices) return;
  voices.cancel();
  const cue = new SpeechSynthesisUtterance(text);
  cue.lang = i18n.locale;
  cue.rate = 0.95;
  voices.speak(cue);
}
export const hush = (): void => globalThis.speechSynthesis?.cancel();
