import { DAYS, EQUIPMENT } from "@levelhip/care";
import type { Answer, PersonState } from "@levelhip/records";
import { AGE, HEIGHT_M, MASS_KG } from "../../../../care/answers.ts";
import { SKIPPED, type Step } from "../../../../care/way.ts";
import { useCareWords } from "../../../../care/words.ts";
import { type Text, useText } from "../../../../texts/texts.ts";
import { type Activity, Activities, activitiesOf } from "./Activities.tsx";
import { Body, bodyFrom, type BodyDraft, readBody } from "./Body.tsx";
import { type Option, Radios, ScaleField } from "./Radios.tsx";
import { Ticks } from "./Ticks.tsx";
import { NumberInput, readNumber, WordsInput } from "./TypedIn.tsx";

/** What stands in the field of a page, before it is an answer. */
export interface Draft {
  readonly text: string;
  readonly picked: readonly string[];
  readonly activities: readonly Activity[];
  readonly body: BodyDraft;
}

export function draftOf(step: Step, answer: Answer | undefined, state: PersonState): Draft {
  const given = answer === undefined || (answer === SKIPPED && !takesUnknown(step)) ? undefined : answer;
  return {
    text: typeof given === "string" || typeof given === "number" ? String(given) : "",
    picked: Array.isArray(given) ? given : [],
    activities: step.id === "psfs" ? activitiesOf(state) : [],
    body: bodyFrom(step.id, typeof given === "number" ? given : null),
  };
}

export type ReadDraft =
  | { readonly value: Answer; readonly activities: readonly Activity[] }
  | { readonly error: string };

/** The answer in a draft, or what is missing, in words. */
export function readDraft(step: Step, draft: Draft, t: Text): ReadDraft {
  const given = (value: Answer, activities: readonly Activity[] = []): ReadDraft => ({ value, activities });
  const number = (value: number | null, [min, max]: readonly [number, number]): ReadDraft =>
    value === null || value < min || value > max ? { error: t("check.care.error.number", { min, max }) } : given(value);
  if (step.asked === null) {
    if (step.id === "height" || step.id === "mass") {
      const read = readBody(step.id, draft.body, step.id === "height" ? HEIGHT_M : MASS_KG);
      return typeof read === "number" ? given(read) : { error: t(BODY_ERRORS[step.id]) };
    }
    if (step.id === "age") {
      const age = readNumber(draft.text);
      return number(age === null ? null : Math.floor(age), AGE);
    }
    if (step.id === "sex") return draft.text === "" ? { error: t("check.care.error.choose") } : given(draft.text);
    return draft.picked.length === 0 ? { error: t("check.care.error.tick") } : given([...draft.picked]);
  }
  const { question } = step.asked;
  switch (question.type) {
    case "number":
      return number(readNumber(draft.text), [question.min, question.max]);
    case "many":
      return draft.picked.length === 0 ? { error: t("check.care.error.tick") } : given([...draft.picked]);
    case "text":
      return draft.text.trim() === "" ? { error: t("check.care.error.words") } : given(draft.text.trim());
    case "activities": {
      const named = draft.activities.filter(({ activity }) => activity.trim() !== "");
      if (named.length === 0) return { error: t("check.care.error.activity") };
      if (named.some(({ score }) => score === null)) return { error: t("check.care.error.score") };
      return given("given", named);
    }
    default:
      return draft.text === "" ? { error: t("check.care.error.choose") } : given(draft.text);
  }
}

const BODY_ERRORS = { height: "check.care.error.height", mass: "check.care.error.mass" } as const; // text-ids

const takesUnknown = ({ asked }: Step): boolean =>
  asked !== null &&
  (asked.question.type === "yes-no" || (asked.question.type === "one" && SKIPPED in asked.question.options));

interface FieldProps {
  readonly step: Step;
  readonly label: string;
  readonly help: string | undefined;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly error: string | null;
}
/** The field of a question. */
export function Field({ step, label, help, draft, onChange, error }: FieldProps) {
  const t = useText();
  const { say } = useCareWords();
  const setText = (text: string) => onChange({ ...draft, text });
  const setPicked = (picked: string[]) => onChange({ ...draft, picked });
  const common = { label, help, error };
  const radios = (options: readonly Option[]) => (
    <Radios {...common} options={options} value={draft.text === "" ? null : draft.text} onChange={setText} />
  );
  const ticks = (options: readonly Option[]) => (
    <Ticks {...common} options={options} value={draft.picked} onChange={setPicked} />
  );
  if (step.asked === null) {
    switch (step.id) {
      case "sex":
        return radios([
          { value: "female", label: t("check.care.sex.female") },
          { value: "male", label: t("check.care.sex.male") },
          { value: "other", label: t("check.care.sex.other") },
        ]);
      case "age":
        return <NumberInput {...common} quiet value={draft.text} onChange={setText} unit={t("check.care.years")} />;
      case "equipment":
        return ticks([
          ...Object.keys(EQUIPMENT).map((value) => ({ value, label: say(`equipment.${value}`) })),
          { value: "none", label: t("check.care.equipment.none") },
        ]);
      case "days":
        return ticks(Object.keys(DAYS).map((value) => ({ value, label: say(`day.${value}`) })));
      default:
        return <Body {...common} what={step.id} draft={draft.body} onChange={(body) => onChange({ ...draft, body })} />;
    }
  }
  const { question } = step.asked;
  const options = (ids: readonly string[]): Option[] =>
    ids.map((value) => ({ value, label: say(`question.${step.id}.${value}`) }));
  switch (question.type) {
    case "yes-no":
      return radios(["yes", "no", "unknown"].map((value) => ({ value, label: say(`answer.${value}`) })));
    case "one":
      return radios(options(Object.keys(question.options)));
    case "many":
      return ticks(options(Object.keys(question.options)));
    case "text":
      return (
        <WordsInput
          {...common}
          quiet
          lines="many"
          maxLength={question.maxLength}
          value={draft.text}
          onChange={setText}
        />
      );
    case "activities":
      return (
        <Activities
          value={draft.activities}
          onChange={(activities) => onChange({ ...draft, activities })}
          count={question.count}
          error={error}
        />
      );
    case "number":
      return <NumberChoice {...common} question={question} text={draft.text} onText={setText} />;
  }
}

interface NumberChoiceProps {
  readonly label: string;
  readonly help: string | undefined;
  readonly error: string | null;
  readonly question: { readonly min: number; readonly max: number; readonly step: number; readonly unit?: string };
  readonly text: string;
  readonly onText: (text: string) => void;
}
/** A short scale is seen whole, a few steps are a list, anything longer is typed. */
function NumberChoice({ question, text, onText, ...common }: NumberChoiceProps) {
  const { min, max, step, unit } = question;
  const steps = Math.round((max - min) / step) + 1;
  const value = text === "" ? null : text;
  if (step > 1 && steps <= 6)
    return (
      <Radios
        {...common}
        options={Array.from({ length: steps }, (_, i) => ({
          value: String(min + i * step),
          label: `${min + i * step} ${unit ?? ""}`.trim(),
        }))}
        value={value}
        onChange={onText}
      />
    );
  if (steps <= 11) return <ScaleField {...common} min={min} max={max} value={value} onChange={onText} />;
  return <NumberInput {...common} quiet value={text} onChange={onText} unit={unit} />;
}
