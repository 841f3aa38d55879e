import type { Part } from "../tempo.ts";

/** What leads a set by ear: a tone that rises while you lift, beats while you hold, falls while you lower. */
export interface Tones {
  part(part: Part, seconds: number): void;
  /** a soft beat, once a second of a hold */
  beat(): void;
  /** a repetition is done; the last ones of a set sound higher */
  rep(n: number, of: number): void;
  countIn(n: number): void;
  done(): void;
  /** at once */
  silence(): void;
  /** false where the browser makes no sound */
  readonly works: boolean;
}

const LOW_HZ = 262;
const HIGH_HZ = 392;
const GAIN = 0.09;

export const SILENT: Tones = {
  part: () => undefined,
  beat: () => undefined,
  rep: () => undefined,
  countIn: () => undefined,
  done: () => undefined,
  silence: () => undefined,
  works: false,
};

type Make = () => AudioContext;
const usual: Make = () => new AudioContext();

/** Tones of the page's own. Call it from a press: browsers let a page sound only after one. */
export function openTones(make: Make = usual): Tones {
  if (typeof AudioContext === "undefined") return SILENT;
  let context: AudioContext;
  try {
    context = make();
  } catch {
    return SILENT;
  }
  void context.resume().catch(() => undefined);
  const sounding = new Set<OscillatorNode>();
  const tone = (from_hz: number, to_hz: number, seconds: number, { gain = GAIN, after_s = 0 } = {}): void => {
    const start = context.currentTime + after_s;
    const oscillator = context.createOscillator();
    const level = context.createGain();
    oscillator.type = "triangle";
    oscillator.frequency.setValueAtTime(from_hz, start);
    if (to_hz !== from_hz) oscillator.frequency.linearRampToValueAtTime(to_hz, start + seconds);
    // soft edges: a tone that begins at once clicks
    level.gain.setValueAtTime(0, start);
    level.gain.linearRampToValueAtTime(gain, start + Math.min(0.06, seconds / 4));
    level.gain.setValueAtTime(gain, start + seconds * 0.85);
    level.gain.linearRampToValueAtTime(0, start + seconds);
    oscillator.connect(level).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + seconds);
    sounding.add(oscillator);
    oscillator.onended = () => {
      sounding.delete(oscillator);
      level.disconnect();
    };
  };
  return {
    part: (part, seconds) => {
      const length = Math.max(0.15, seconds - 0.08);
      if (part === "away") tone(LOW_HZ, HIGH_HZ, length);
      else if (part === "back") tone(HIGH_HZ, LOW_HZ, length);
      else if (part === "hold") tone(HIGH_HZ, HIGH_HZ, 0.22);
      else if (part === "step") tone(LOW_HZ * 1.5, LOW_HZ * 1.5, 0.09);
    },
    beat: () => tone(HIGH_HZ, HIGH_HZ, 0.12, { gain: GAIN * 0.6 }),
    rep: (n, of) => {
      const last = of - n;
      if (last <= 0) return;
      tone(last < 3 ? 784 : 523, last < 3 ? 784 : 523, 0.08, { gain: GAIN * 0.7 });
      if (n % 5 === 0) tone(523, 523, 0.08, { gain: GAIN * 0.7, after_s: 0.14 });
    },
    countIn: (n) => tone(n === 1 ? 523 : 440, n === 1 ? 523 : 440, 0.14),
    done: () => {
      tone(523, 523, 0.14);
      tone(659, 659, 0.14, { after_s: 0.18 });
      tone(784, 784, 0.3, { after_s: 0.36 });
    },
    silence: () => {
      for (const oscillator of sounding) {
        try {
          oscillator.stop();
        } catch {
          // it had stopped by itself
        }
      }
      sounding.clear();
    },
    works: true,
  };
}
