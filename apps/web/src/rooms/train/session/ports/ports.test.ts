import { afterEach, describe, expect, it, vi } from "vitest";
import { hearing, listen } from "./repSource.ts";
import { openSpeech } from "./speech.ts";

afterEach(() => void vi.unstubAllGlobals());

const voice = (over: object) => ({ name: "v", lang: "en-GB", localService: true, default: true, ...over });
const synthWith = (voices: readonly object[]) => {
  const said: { text: string; voice: unknown }[] = [];
  vi.stubGlobal("SpeechSynthesisUtterance", class { voice: unknown = null; lang = ""; rate = 1; text: string; constructor(text: string) { this.text = text; } }); // biome-ignore format: one line
  vi.stubGlobal("speechSynthesis", {
    getVoices: () => voices,
    speak: (one: { text: string; voice: unknown }) => void said.push(one),
    cancel: () => undefined,
  });
  return said;
};

describe("the voice of the device", () => {
  it("is used when it lies on the device", async () => {
    const said = synthWith([voice({ lang: "de-DE" }), voice({ name: "here" })]);
    const speech = await openSpeech("en");
    if (typeof speech === "string") throw new Error(speech);
    speech.say("Up");
    expect(said).toMatchObject([{ text: "Up", voice: { name: "here" } }]);
  });
  it("is never one that sends the words away", async () => {
    synthWith([voice({ localService: false })]);
    expect(await openSpeech("en")).toBe("remote");
  });
  it("is missing without complaint", async () => {
    vi.stubGlobal("speechSynthesis", undefined);
    expect(await openSpeech("en")).toBe("none");
    synthWith([voice({ lang: "fr-FR" })]);
    expect(await openSpeech("en")).toBe("none");
  });
});

describe("hearing words", () => {
  it("is offered only where the device itself does it", async () => {
    expect(await hearing("en")).toBe("none");
    vi.stubGlobal("SpeechRecognition", class {});
    expect(await hearing("en")).toBe("sends-away");
    const answers = (answer: string) => vi.stubGlobal("SpeechRecognition", class { static available = () => Promise.resolve(answer); }); // biome-ignore format: one line
    answers("available");
    expect(await hearing("en")).toBe("here");
    answers("downloadable");
    expect(await hearing("en")).toBe("to-fetch");
    answers("unavailable");
    expect(await hearing("en")).toBe("sends-away");
  });

  it("counts each word once, on the device", () => {
    let made: { processLocally?: boolean; onresult?: (event: object) => void; stop?: () => void } = {};
    vi.stubGlobal("SpeechRecognition", class { constructor() { made = this as typeof made; } start() {} stop() {} }); // biome-ignore format: one line
    let reps = 0;
    const listener = listen("en", () => (reps += 1));
    const result = (text: string) => Object.assign([{ transcript: text }], { isFinal: true });
    made.onresult?.({ results: [result("one")] });
    made.onresult?.({ results: [result("one"), result("two three")] });
    expect([made.processLocally, reps]).toEqual([true, 3]);
    listener?.stop();
  });
});
