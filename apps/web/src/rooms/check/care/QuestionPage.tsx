import type { Answer } from "@levelhip/records";
import { useState } from "react";
import { yearOf } from "../../../care/answers.ts";
import type { Kept } from "../../../care/keeper.ts";
import { answerOf, SKIPPED, type Step, stepBefore, stepsOf } from "../../../care/way.ts";
import { useCareWords } from "../../../care/words.ts";
import { Button, ButtonLink } from "../../../design/Button.tsx";
import { Page } from "../../../shell/Page.tsx";
import { go } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { giveAnswer } from "./giveAnswer.ts";
import styles from "./care.module.css";
import { draftOf, Field, readDraft } from "./fields/Field.tsx";
import { PART_NAMES, useStepWords } from "./partWords.ts";
import { paths } from "./paths.ts";
import { Progress } from "./Progress.tsx";

interface QuestionProps extends Kept {
  readonly id: string;
  /** on: the next question follows; change: back to the list of answers */
  readonly how: "on" | "change";
}

/** One question a page. What is answered is written at once, so that the way can be left here and gone on with. */
export function QuestionPage({ kept, id, how }: QuestionProps) {
  const t = useText();
  const steps = stepsOf(kept.state, yearOf(kept.now));
  const step = steps.find((one) => one.id === id);
  if (!step)
    return (
      <Page title={t("check.care.gone.title")} back={{ href: paths.hub, label: t("check.care.title") }}>
        <p>{t("check.care.gone.text")}</p>
        <p className={styles.actions}>
          <ButtonLink href={paths.hub} kind="main">
            {t("check.care.go-on")}
          </ButtonLink>
        </p>
      </Page>
    );
  return <Question kept={kept} step={step} steps={steps} how={how} />;
}

function Question({
  kept,
  step,
  steps,
  how,
}: Kept & { readonly step: Step; readonly steps: readonly Step[]; readonly how: "on" | "change" }) {
  const t = useText();
  const { say } = useCareWords();
  const words = useStepWords(step);
  const year = yearOf(kept.now);
  const [draft, setDraft] = useState(() => draftOf(step, answerOf(step, kept.state, year), kept.state));
  const [error, setError] = useState<string | null>(null);
  const before = how === "change" ? null : stepBefore(step.id, steps);
  const back =
    how === "change"
      ? { href: paths.review, label: t("check.care.answers.title") }
      : before
        ? { href: paths.question(before.id), label: t("check.care.question-before") }
        : { href: paths.hub, label: t("check.care.title") };

  const give = (value: Answer, activities: typeof draft.activities = []) => {
    void giveAnswer({ kept, step, value, activities, how, words: say }).then(go);
  };
  const submit = () => {
    const read = readDraft(step, draft, t);
    setError("error" in read ? read.error : null);
    if ("value" in read) give(read.value, read.activities);
    else document.querySelector<HTMLElement>("main form input, main form textarea")?.focus();
  };
  const parts = steps.filter(({ part }) => (part === "signs") === (step.part === "signs"));
  return (
    <div className={styles.question}>
      <Page title={words.ask} back={back}>
        <Progress
          at={parts.findIndex(({ id }) => id === step.id) + 1}
          of={parts.length}
          label={t(PART_NAMES[step.part])}
        />
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
          className={styles.form}
        >
          {words.help && (
            <p id="help" className={styles.help}>
              {words.help}
            </p>
          )}
          <Field
            step={step}
            label={words.ask}
            help={words.help ? "help" : undefined}
            draft={draft}
            onChange={(next) => {
              setDraft(next);
              setError(null);
            }}
            error={error}
          />
          <div className={styles.actions}>
            <Button type="submit" kind="main" big>
              {how === "change" ? t("check.care.save") : t("check.care.continue")}
            </Button>
            <Button kind="quiet" onPress={() => give(SKIPPED)}>
              {t("check.care.skip")}
            </Button>
          </div>
        </form>
        {how === "on" && step.part !== "signs" && (
          <p className={styles.aside}>
            <a href={paths.tests}>{t("check.care.enough")}</a> {t("check.care.enough.why")}
          </p>
        )}
      </Page>
    </div>
  );
}
