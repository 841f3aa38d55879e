import { EQUIPMENT } from "@levelhip/care";
import type { PersonState } from "@levelhip/records";
import { answersOf, todayOf, yearOf } from "../../../care/answers.ts";
import type { Kept } from "../../../care/keeper.ts";
import { answerOf, type Part, SKIPPED, type Step, stepsOf } from "../../../care/way.ts";
import { type CareWords, useCareWords } from "../../../care/words.ts";
import { Button, ButtonLink } from "../../../design/Button.tsx";
import { Page } from "../../../shell/Page.tsx";
import { type Text, useText } from "../../../texts/texts.ts";
import { saveFile } from "../../../care/saveFile.ts";
import styles from "./care.module.css";
import { activitiesOf } from "./fields/Activities.tsx";
import { PART_NAMES, useStepWords } from "./partWords.ts";
import { paths } from "./paths.ts";

const PARTS: readonly Part[] = ["signs", "you", "back", "aims", "training", "place"];

/** Everything that was said, with the way to change it. */
export function AnswersPage({ kept }: Kept) {
  const t = useText();
  const steps = stepsOf(kept.state, yearOf(kept.now));
  const save = () => {
    const file = JSON.stringify(answersOf(kept.state, kept.now), null, 2);
    saveFile(`levelhip-answers-${todayOf(kept.now)}.json`, "application/json", file);
  };
  return (
    <Page
      title={t("check.care.answers.title")}
      lead={t("check.care.answers.lead")}
      back={{ href: paths.hub, label: t("check.care.title") }}
    >
      {PARTS.map((part) => (
        <section key={part} aria-labelledby={`part-${part}`} className={styles.said}>
          <h2 id={`part-${part}`} className={styles.h3}>
            {t(PART_NAMES[part])}
          </h2>
          <dl>
            {steps
              .filter((step) => step.part === part)
              .map((step) => (
                <Said key={step.id} step={step} kept={kept} />
              ))}
          </dl>
        </section>
      ))}
      <div className={styles.actions}>
        <ButtonLink href={paths.tests} kind="main" big>
          {t("check.care.answers.on")}
        </ButtonLink>
        <a href={paths.totals}>{t("check.care.totals.title")}</a>
        <Button kind="quiet" onPress={save}>
          {t("check.care.answers.save")}
        </Button>
      </div>
    </Page>
  );
}

function Said({ step, kept }: Kept & { readonly step: Step }) {
  const t = useText();
  const words = useCareWords();
  const { ask } = useStepWords(step);
  const said = saidOf(step, kept.state, yearOf(kept.now), words, t);
  return (
    <div>
      <dt>{ask}</dt>
      <dd data-open={said === null || undefined}>
        {said ?? t("check.care.answers.none")}{" "}
        <a href={paths.question(step.id, "change")}>
          {said === null ? t("check.care.answers.give") : t("check.care.answers.change")}
          <span className="visually-hidden">: {ask}</span>
        </a>
      </dd>
    </div>
  );
}

/** An answer in words; null where there is none. */
function saidOf(
  step: Step,
  state: PersonState,
  year: number,
  { say, maybe, number }: CareWords,
  t: Text,
): string | null {
  const answer = answerOf(step, state, year);
  if (answer === undefined) return null;
  const option = (id: string): string =>
    maybe(`question.${step.id}.${id}`) ??
    (step.id === "equipment" ? (id in EQUIPMENT ? say(`equipment.${id}`) : t("check.care.equipment.none")) : null) ??
    (step.id === "days" ? say(`day.${id}`) : null) ??
    (step.id === "sex" ? t(SEXES[id as keyof typeof SEXES] ?? "check.care.sex.other") : null) ??
    maybe(`answer.${id}`) ??
    id;
  if (step.id === "psfs" && answer !== SKIPPED)
    return activitiesOf(state)
      .map(({ activity, score }) => `${activity}: ${score === null ? "–" : number(score)}`)
      .join("; ");
  if (typeof answer === "object") return answer.map(option).join(", ");
  if (answer === SKIPPED) return maybe(`question.${step.id}.unknown`) ?? t("check.care.answers.skipped");
  if (step.id === "height") return `${number(Number(answer) * 100)} cm`;
  if (step.id === "mass") return `${number(Number(answer))} kg`;
  if (typeof answer === "number") return `${number(answer)} ${unitOf(step)}`.trim();
  return step.asked?.question.type === "text" ? answer : option(answer);
}
const SEXES = { female: "check.care.sex.female", male: "check.care.sex.male", other: "check.care.sex.other" } as const; // text-ids
const unitOf = ({ asked }: Step): string => (asked?.question.type === "number" ? (asked.question.unit ?? "") : "");
