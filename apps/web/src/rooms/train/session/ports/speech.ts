/** A voice of the device. Nothing that is said leaves it: voices that live on a server are not used. */
export interface Speech {
  /** says it; `now` cuts short what is being said, otherwise it waits its turn */
  say(text: string, now?: boolean): void;
  hush(): void;
}
/** Why there is no voice: the browser has none at all, or only ones that would send the words away. */
export type NoVoice = "none" | "remote";

export const MUTE: Speech = { say: () => undefined, hush: () => undefined };

/** How long a browser may take to name its voices [ms]. */
const VOICES_MS = 1_500;

/** The device's voice for a language, or why there is none. */
export async function openSpeech(language: string): Promise<Speech | NoVoice> {
  const synth = globalThis.speechSynthesis as SpeechSynthesis | undefined;
  if (!synth || typeof SpeechSynthesisUtterance === "undefined") return "none";
  const voices = await voicesOf(synth);
  const fitting = voices.filter(({ lang }) => lang.toLowerCase().startsWith(language.slice(0, 2)));
  const local =
    fitting.find(({ localService, default: usual }) => localService && usual) ??
    fitting.find((one) => one.localService);
  if (!local) return fitting.length > 0 ? "remote" : "none";
  return {
    say: (text, now = false) => {
      if (now) synth.cancel();
      const cue = new SpeechSynthesisUtterance(text);
      cue.voice = local;
      cue.lang = local.lang;
      cue.rate = 1;
      synth.speak(cue);
    },
    hush: () => synth.cancel(),
  };
}

function voicesOf(synth: SpeechSynthesis): Promise<readonly SpeechSynthesisVoice[]> {
  const now = synth.getVoices();
  if (now.length > 0) return Promise.resolve(now);
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(late);
      synth.removeEventListener?.("voiceschanged", done);
      resolve(synth.getVoices());
    };
    const late = setTimeout(done, VOICES_MS);
    synth.addEventListener?.("voiceschanged", done);
  });
}
