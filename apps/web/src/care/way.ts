import { type Asked, interview, type Section } from "@levelhip/care";
import type { Answer, PersonState } from "@levelhip/records";

/** Questions of the app's own: who the person is, what they have to train with, and when. Care asks the rest. */
export type OwnId = "sex" | "age" | "height" | "mass" | "equipment" | "days";

export type Part = "signs" | "you" | "back" | "aims" | "training" | "place";
/** One page of the way. */
export type Step =
  | { readonly id: OwnId; readonly part: Part; readonly asked: null }
  | { readonly id: string; readonly part: Part; readonly asked: Asked };

/** What stands for "I'd rather not say": an answer that says nothing, so that the question is not asked again. */
export const SKIPPED = "unknown";

export const SECTIONS: readonly Section[] = [
  "triage",
  "pain",
  "signs",
  "aims",
  "scales",
  "training",
  "limits",
  "place",
];
const PART_OF: Readonly<Record<Section, Part>> = {
  person: "you",
  triage: "signs",
  pain: "back",
  signs: "back",
  aims: "aims",
  scales: "aims",
  training: "training",
  limits: "training",
  place: "place",
};

/** Age in whole years, by the year of birth alone; null where it was not said. */
export const ageOf = ({ profile }: PersonState, year: number): number | null =>
  profile.birthYear === null ? null : Math.max(0, year - profile.birthYear);

/** Every page for this person, in order. It follows from the answers alone, so that the way can be left and resumed. */
export function stepsOf(state: PersonState, year: number): readonly Step[] {
  const { asked } = interview(state.interview.answers, SECTIONS, ageOf(state, year));
  const of = (part: Part): Step[] =>
    asked.filter(({ section }) => PART_OF[section] === part).map((one) => ({ id: one.question.id, part, asked: one }));
  const own = (part: Part, ...ids: OwnId[]): Step[] => ids.map((id) => ({ id, part, asked: null }));
  return [
    ...of("signs"),
    ...own("you", "sex", "age", "height", "mass"),
    ...of("back"),
    ...of("aims"),
    ...of("training"),
    ...own("training", "days"),
    ...of("place"),
    ...own("place", "equipment"),
  ];
}

/** The answer that a page shows; undefined where it was not given yet. */
export function answerOf(step: Step, state: PersonState, year: number): Answer | undefined {
  const { profile } = state;
  const given = state.interview.answers[step.id];
  if (step.id === "sex") return profile.sex ?? given;
  if (step.id === "age") return ageOf(state, year) ?? given;
  if (step.id === "height") return profile.height_m ?? given;
  if (step.id === "mass") return profile.mass_kg ?? given;
  return given === "" ? undefined : given;
}
export const isAnswered = (step: Step, state: PersonState, year: number): boolean =>
  answerOf(step, state, year) !== undefined;

/** How far somebody has come in some of the parts. */
export interface Progress {
  readonly steps: readonly Step[];
  readonly answered: number;
  readonly next: Step | null;
}
export function progressOf(state: PersonState, year: number, parts: readonly Part[]): Progress {
  const steps = stepsOf(state, year).filter(({ part }) => parts.includes(part));
  const open = steps.filter((step) => !isAnswered(step, state, year));
  return { steps, answered: steps.length - open.length, next: open[0] ?? null };
}
export const REST: readonly Part[] = ["you", "back", "aims", "training", "place"];

/** What the state will be once an answer is written: the next page follows from it. */
export function withAnswer(state: PersonState, step: Step, value: Answer, year: number): PersonState {
  const { profile, interview: said } = state;
  const answers = { ...said.answers, [step.id]: value };
  const number = typeof value === "number" ? value : null;
  const person: Partial<PersonState["profile"]> =
    step.id === "sex"
      ? { sex: value === "female" || value === "male" || value === "other" ? value : null }
      : step.id === "age"
        ? { birthYear: number === null ? null : year - number }
        : step.id === "height"
          ? { height_m: number }
          : step.id === "mass"
            ? { mass_kg: number }
            : {};
  return { ...state, profile: { ...profile, ...person }, interview: { ...said, answers } };
}

/** The page to go to after this one: the first open one behind it, else the first open one; null when all is said. */
export function stepAfter(id: string, steps: readonly Step[], state: PersonState, year: number): Step | null {
  const at = steps.findIndex((step) => step.id === id);
  const open = (step: Step): boolean => !isAnswered(step, state, year);
  return steps.slice(at + 1).find(open) ?? steps.find(open) ?? null;
}
export function stepBefore(id: string, steps: readonly Step[]): Step | null {
  const at = steps.findIndex((step) => step.id === id);
  return at <= 0 ? null : (steps[at - 1] ?? null);
}
