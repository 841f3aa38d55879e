import { english } from "@levelhip/care";
import { EN, wordsFrom } from "@levelhip/records";
import { describe, expect, it } from "vitest";
import type { Cue } from "./events.ts";
import type { Tones } from "./ports/tones.ts";
import { soundOf, wordsOf } from "./speaker.ts";
import { Drive, input, PLAN } from "./testing/drive.ts";

const say = wordsFrom("en", EN, english.messages);
const t = (id: string, values: Readonly<Record<string, string | number>> = {}): string =>
  [id.replace("train.session.", ""), ...Object.values(values)].join(" ");
const spoken = (cue: Cue): string | null => wordsOf(cue, t, say)?.text ?? null;

describe("the voice", () => {
  it("leads the first three repetitions with words, then counts", () => {
    const drive = new Drive(input({ plan: [{ ...(PLAN[0] as (typeof PLAN)[number]), reps: 5, sets: 1 }] }))
      .toSet()
      .waitFor("asking");
    const from = drive.cues.findIndex(({ cue }) => cue === "part");
    const words = drive.cues
      .slice(from)
      .map(spoken)
      .filter((one) => one !== null);
    expect(words).toEqual([
      "part.up", "part.hold", "part.down", "1", "part.up", "part.hold", "part.down", "2", "part.up", "part.hold", "part.down", "3",
      "say.last 4", "say.set-done", "ask.pain",
    ]); // biome-ignore format: as it is heard
  });
  it("names what comes, with how it starts where it is new", () => {
    const drive = new Drive().open().press({ type: "SKIP" });
    const next = drive.cues.findLast(({ cue }) => cue === "next") as Cue;
    expect(spoken(next)).toMatch(/^say\.next Glute bridge\. dose\.reps 3 2 Lie on your back/);
  });
  it("says the last seconds of a hold, and few others", () => {
    const left = [12, 11, 10, 9, 6, 5, 4, 3, 2, 1].map((n) => spoken({ cue: "second", left: n }));
    expect(left).toEqual([null, null, "10", null, null, "5", null, "3", "2", "1"]);
  });
});

describe("tones", () => {
  it("are there for every part, and silence comes with a pause", () => {
    const made: string[] = [];
    const tones: Tones = {
      part: (part, seconds) => void made.push(`${part} ${seconds}`),
      beat: () => void made.push("beat"),
      rep: (n, of) => void made.push(`rep ${n}/${of}`),
      countIn: (n) => void made.push(`in ${n}`),
      done: () => void made.push("done"),
      silence: () => void made.push("silence"),
      works: true,
    };
    const drive = new Drive().open().press({ type: "SKIP" });
    drive.cues.length = 0;
    drive.press({ type: "GO" }).waitFor("moving").wait(8);
    drive.press({ type: "PAUSE" });
    for (const cue of drive.cues) soundOf(cue, tones);
    expect(made).toEqual([
      "in 3",
      "in 2",
      "in 1",
      "away 2",
      "hold 2",
      "back 3",
      "rep 1/3",
      "rest 1",
      "away 2",
      "silence",
    ]);
  });
});
