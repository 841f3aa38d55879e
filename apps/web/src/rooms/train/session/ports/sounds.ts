import { MUTE, type NoVoice, openSpeech, type Speech } from "./speech.ts";
import { openTones, SILENT, type Tones } from "./tones.ts";

/** Voice and tones of a session. Tones begin with the first press: browsers let a page sound only after one. */
export class Sounds {
  tones: Tones = SILENT;
  speech: Speech = MUTE;
  #isAwake = false;
  #wantsTones = true;
  #language: string | null = null;

  /** Call it with every press. */
  wake(): void {
    if (this.#isAwake) return;
    this.#isAwake = true;
    if (this.#wantsTones) this.tones = openTones();
  }
  wantTones(wanted: boolean): void {
    this.#wantsTones = wanted;
    if (!wanted) {
      this.tones.silence();
      this.tones = SILENT;
    } else if (this.#isAwake && !this.tones.works) this.tones = openTones();
  }
  /** The device's own voice for a language, or none for null. Tells why there is none. */
  async wantVoice(language: string | null): Promise<NoVoice | null> {
    this.#language = language;
    this.speech.hush();
    this.speech = MUTE;
    if (language === null) return null;
    const found = await openSpeech(language);
    if (this.#language !== language) return null;
    if (typeof found === "string") return found;
    this.speech = found;
    return null;
  }
  get hasVoice(): boolean {
    return this.speech !== MUTE;
  }
  silence(): void {
    this.tones.silence();
    this.speech.hush();
  }
}
