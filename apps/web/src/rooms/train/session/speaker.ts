import type { Said } from "@levelhip/care";
import type { Words } from "@levelhip/records";
import type { Text } from "../../../texts/texts.ts";
import type { Cue } from "./events.ts";
import type { Tones } from "./ports/tones.ts";
import type { Part, Way } from "./tempo.ts";
import type { Turn } from "./turns.ts";

/** Words of the way out and back, by movement. */
export const PART_WORDS: Readonly<Record<Way, Readonly<Record<Part, string>>>> = {
  up: {
    away: "train.session.part.up",
    hold: "train.session.part.hold",
    back: "train.session.part.down",
    rest: "train.session.part.rest",
    step: "train.session.part.step",
  },
  down: {
    away: "train.session.part.down",
    hold: "train.session.part.hold",
    back: "train.session.part.up",
    rest: "train.session.part.rest",
    step: "train.session.part.step",
  },
  open: {
    away: "train.session.part.open",
    hold: "train.session.part.hold",
    back: "train.session.part.close",
    rest: "train.session.part.rest",
    step: "train.session.part.step",
  },
  out: {
    away: "train.session.part.out",
    hold: "train.session.part.hold",
    back: "train.session.part.back",
    rest: "train.session.part.rest",
    step: "train.session.part.step",
  },
  squeeze: {
    away: "train.session.part.squeeze",
    hold: "train.session.part.hold",
    back: "train.session.part.let-go",
    rest: "train.session.part.rest",
    step: "train.session.part.step",
  },
  stretch: {
    away: "train.session.part.into",
    hold: "train.session.part.hold",
    back: "train.session.part.out-of",
    rest: "train.session.part.rest",
    step: "train.session.part.step",
  },
  step: {
    away: "train.session.part.step",
    hold: "train.session.part.hold",
    back: "train.session.part.step",
    rest: "train.session.part.rest",
    step: "train.session.part.step",
  },
}; // text-ids
const ASK_WORDS = {
  pain: "train.session.ask.pain",
  rpe: "train.session.ask.rpe",
  felt: "train.session.ask.felt",
  form: "train.session.ask.form",
  "pain-after": "train.session.close.title",
}; // text-ids
const SIDE_WORDS: Readonly<Record<string, string>> = {
  "working-leg/left": "train.session.side.working-leg.left",
  "working-leg/right": "train.session.side.working-leg.right",
  "upper-leg/left": "train.session.side.upper-leg.left",
  "upper-leg/right": "train.session.side.upper-leg.right",
  "lower-side/left": "train.session.side.lower-side.left",
  "lower-side/right": "train.session.side.lower-side.right",
  "standing-leg/left": "train.session.side.standing-leg.left",
  "standing-leg/right": "train.session.side.standing-leg.right",
  "planted-foot/left": "train.session.side.planted-foot.left",
  "planted-foot/right": "train.session.side.planted-foot.right",
  "stretched-leg/left": "train.session.side.stretched-leg.left",
  "stretched-leg/right": "train.session.side.stretched-leg.right",
  "side-without-weight/left": "train.session.side.side-without-weight.left",
  "side-without-weight/right": "train.session.side.side-without-weight.right",
}; // text-ids

/** "left leg up" and the like; null where both sides work together. */
export function sideWords(turn: Turn, t: Text): string | null {
  const { side } = turn.row;
  const id = SIDE_WORDS[`${turn.exercise.sideIs ?? "working-leg"}/${side ?? ""}`];
  return side === null || id === undefined ? null : t(id);
}
export function doseWords(turn: Turn, t: Text): string {
  const { kind } = turn.exercise.dose;
  const values = { reps: turn.row.reps ?? 1, hold: turn.row.hold_s ?? 0 };
  if (kind === "hold") return t("train.session.dose.hold", values);
  return kind === "steps" ? t("train.session.dose.steps", values) : t("train.session.dose.reps", values);
}

/** What a cue is in words; null where a tone is enough, or where the voice would talk too much. */
export function wordsOf(cue: Cue, t: Text, say: Words): { readonly text: string; readonly now: boolean } | null {
  const told = (text: string, now = true) => ({ text, now });
  const named = (id: string): string => say({ id } satisfies Said);
  const part = (id: string): string => named(id).replace(/\.$/, "");
  switch (cue.cue) {
    case "warm-up":
      return told(
        cue.seconds % 60 === 0
          ? t("train.session.say.warm-up-minutes", { what: part(cue.id), minutes: cue.seconds / 60 })
          : t("train.session.say.warm-up", { what: part(cue.id), seconds: cue.seconds }),
      );
    case "next": {
      const { turn } = cue;
      const name = named(`exercise.${turn.exercise.id}.name`);
      const side = sideWords(turn, t);
      const whole = [name, side, doseWords(turn, t)].filter((one) => one !== null).join(". ");
      return told(
        turn.isFirst
          ? t("train.session.say.next", { what: whole, how: named(`exercise.${turn.exercise.id}.start`) })
          : whole,
      );
    }
    case "count-in":
      return told(String(cue.n));
    case "part":
      // the first three repetitions are led by words, then tones are enough
      return cue.rep > 3 || cue.part === "rest" || cue.part === "step"
        ? null
        : told(t(PART_WORDS[cue.way][cue.part]), cue.part !== "away");
    case "second":
      return cue.left === 10 || cue.left === 5 || (cue.left <= 3 && cue.left >= 1) ? told(String(cue.left)) : null;
    case "rep":
      if (cue.n === cue.of) return null;
      return told(cue.of - cue.n === 1 ? t("train.session.say.last", { n: cue.n }) : String(cue.n), false);
    case "set-done":
      return told(t("train.session.say.set-done"));
    case "ask":
      return told(t(ASK_WORDS[cue.question]), false);
    case "rest-soon":
      return told(t("train.session.say.soon", { seconds: cue.seconds }), false);
    case "your-turn":
      return told(t("train.session.say.your-turn"), false);
    case "paused":
      return told(cue.why === "slept" ? t("train.session.paused.slept") : t("train.session.paused.title"));
    case "going-on":
      return told(t("train.session.say.going-on"));
    case "hurts":
      return told(t("train.session.hurts.title"));
    case "stop-exercise":
      return told(t("train.session.over5.title"));
    case "over":
      return told(cue.how === "finished" ? t("train.session.say.over") : t("train.session.say.ended"));
  }
}

/** Makes the tones of a cue. */
export function soundOf(cue: Cue, tones: Tones): void {
  if (cue.cue === "part") tones.part(cue.part, cue.seconds);
  else if (cue.cue === "second") tones.beat();
  else if (cue.cue === "rep") tones.rep(cue.n, cue.of);
  else if (cue.cue === "count-in") tones.countIn(cue.n);
  else if (cue.cue === "set-done") tones.done();
  else if (cue.cue === "paused" || cue.cue === "hurts" || cue.cue === "over") tones.silence();
}
