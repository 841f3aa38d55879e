import type { Part, Step } from "../../../care/way.ts";
import { useCareWords } from "../../../care/words.ts";
import { useText } from "../../../texts/texts.ts";

export const PART_NAMES: Readonly<Record<Part, string>> = {
  signs: "check.care.part.signs",
  you: "check.care.part.you",
  back: "check.care.part.back",
  aims: "check.care.part.aims",
  training: "check.care.part.training",
  place: "check.care.part.place",
}; // text-ids

const OWN_ASKS = {
  sex: ["check.care.sex", "check.care.sex.help"],
  age: ["check.care.age", "check.care.age.help"],
  height: ["check.care.height", "check.care.height.help"],
  mass: ["check.care.mass", "check.care.mass.help"],
  equipment: ["check.care.equipment", "check.care.equipment.help"],
  days: ["check.care.days", "check.care.days.help"],
} as const; // text-ids

/** What a page asks, and the help beside it. */
export function useStepWords(step: Step): { readonly ask: string; readonly help: string | null } {
  const t = useText();
  const { say, maybe } = useCareWords();
  if (step.asked === null) {
    const [ask, help] = OWN_ASKS[step.id];
    return { ask: t(ask), help: t(help) };
  }
  const id = `question.${step.id}`;
  return { ask: say(id), help: maybe(`${id}.help`) };
}
