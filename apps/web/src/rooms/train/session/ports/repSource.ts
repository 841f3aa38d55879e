import type { RepSource } from "../events.ts";

/**
 * Something that notices repetitions. The tempo guide is one inside the session's machine; taps and keys come from the page;
 * this is the door for all others. A coach that watches by the camera is to be one more: it calls `onRep` when a repetition
 * has come back to its start, and the session counts it as "camera". It may not begin, end or judge a set by itself.
 */
export interface RepListener {
  readonly source: RepSource;
  stop(): void;
}

/** How the platform listens to words: on the device, not at all, or only by sending them away, which is not used. */
export type Hearing = "here" | "to-fetch" | "none" | "sends-away";

interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally: boolean;
  start(): void;
  stop(): void;
  onresult:
    | ((event: {
        readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>;
      }) => void)
    | null;
  onend: (() => void) | null;
  onerror: (() => void) | null;
}
interface Recognitions {
  new (): Recognition;
  available?(options: { langs: readonly string[]; processLocally: boolean }): Promise<string>;
}
const recognitions = (): Recognitions | undefined =>
  (globalThis as { SpeechRecognition?: Recognitions; webkitSpeechRecognition?: Recognitions }).SpeechRecognition ??
  (globalThis as { webkitSpeechRecognition?: Recognitions }).webkitSpeechRecognition;

/** Whether words can be heard without leaving the device. */
export async function hearing(language: string): Promise<Hearing> {
  const found = recognitions();
  if (!found) return "none";
  if (typeof found.available !== "function") return "sends-away";
  try {
    const state = await found.available({ langs: [language], processLocally: true });
    if (state === "available") return "here";
    return state === "downloadable" || state === "downloading" ? "to-fetch" : "sends-away";
  } catch {
    return "sends-away";
  }
}

/** Any word counts one repetition. Listens on the device only: call it where {@link hearing} says "here". */
export function listen(language: string, onRep: () => void): RepListener | null {
  const Found = recognitions();
  if (!Found) return null;
  const heard = new Found();
  heard.lang = language;
  heard.continuous = true;
  heard.interimResults = false;
  heard.processLocally = true;
  let isOver = false;
  let told = 0;
  heard.onresult = ({ results }) => {
    let words = 0;
    for (const result of Array.from(results)) {
      if (result.isFinal) words += (result[0]?.transcript ?? "").split(/\s+/).filter(Boolean).length;
    }
    for (; told < words; told++) onRep();
  };
  // a browser ends it after a silence
  heard.onend = () => {
    told = 0;
    if (!isOver) heard.start();
  };
  heard.onerror = () => undefined;
  heard.start();
  return {
    source: "voice",
    stop: () => {
      isOver = true;
      heard.stop();
    },
  };
}
