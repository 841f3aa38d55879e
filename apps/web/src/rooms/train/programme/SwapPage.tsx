import { alternatives, swapExercise } from "@levelhip/care";
import { useState } from "react";
import { todayOf } from "../../../care/answers.ts";
import { decisionOf } from "../../../care/decisions.ts";
import { useCareWords } from "../../../care/words.ts";
import { Button, ButtonLink } from "../../../design/Button.tsx";
import { Page } from "../../../shell/Page.tsx";
import { go } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { ExerciseDrawing } from "./ExerciseDrawing.tsx";
import { paths } from "./paths.ts";
import styles from "./programme.module.css";
import type { ProgrammeProps } from "./props.ts";

/** Another exercise of the same kind instead of this one. */
export function SwapPage({ kept, programme, id }: ProgrammeProps & { readonly id: string }) {
  const t = useText();
  const { say } = useCareWords();
  const [failed, setFailed] = useState(false);
  const isIn = programme.items.some(({ exercise }) => exercise === id);
  const others = isIn
    ? alternatives(id, programme.setting).filter((one) => programme.items.every((item) => item.exercise !== one.id))
    : [];
  const today = todayOf(kept.now);
  const swap = (to: string) => {
    const edited = swapExercise(programme, id, to, today);
    setFailed(edited === null);
    if (edited)
      void kept
        .write("programme", decisionOf("swap", edited.programme, edited.reasons, today))
        .then(() => go(paths.home));
  };
  const name = isIn ? say(`exercise.${id}.name`) : "";
  return (
    <Page
      title={t("train.programme.swap.title", { name })}
      lead={others.length > 0 ? t("train.programme.swap.lead") : undefined}
      back={{ href: isIn ? paths.exercise(id) : paths.home, label: isIn ? name : say("page.this-week") }}
    >
      {others.length === 0 && (
        <div className={styles.stack}>
          <p>{t("train.programme.swap.none")}</p>
          <p>
            <ButtonLink href={paths.home} kind="main">
              {say("page.this-week")}
            </ButtonLink>
          </p>
        </div>
      )}
      {failed && <p role="alert">{t("train.programme.swap.failed")}</p>}
      <ul className={styles.others}>
        {others.map((other) => (
          <li key={other.id}>
            <span className={styles.small}>
              <ExerciseDrawing id={other.id} side={null} height={1} />
            </span>
            <span className={styles.about}>
              <a href={paths.exercise(other.id)} className={styles.name}>
                {say(`exercise.${other.id}.name`)}
              </a>
              <span className={styles.quiet}>{say(`exercise.${other.id}.start`)}</span>
            </span>
            <Button onPress={() => swap(other.id)}>
              {t("train.programme.swap.take")}
              <span className="visually-hidden">: {say(`exercise.${other.id}.name`)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Page>
  );
}
