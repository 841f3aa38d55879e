import { SCALES } from "@levelhip/care";
import { useLingui } from "@lingui/react";
import { useState } from "react";
import { Button } from "../../design/Button.tsx";
import { Notice } from "../../design/Notice.tsx";
import { Field } from "../../keeping/Field.tsx";
import type { Ready } from "../../keeping/journal.ts";
import { useWords } from "../../keeping/words.ts";
import { Page } from "../../shell/Page.tsx";
import { go } from "../../shell/router.ts";
import { useText } from "../../texts/texts.ts";
import { activitiesOf, questionnaires } from "./answers.ts";
import type { Place } from "./place.ts";
import styles from "./Review.module.css";
import { Scale } from "./Scale.tsx";

const ACTIVITIES = 3;

/** The weekly questions: pain of the week, own activities, and at 6 and 12 weeks how things have changed. */
export function Questions({ place, kept }: { readonly place: Place; readonly kept: Ready }) {
  const t = useText();
  const words = useWords();
  const { i18n } = useLingui();
  const [pain, setPain] = useState<Readonly<Record<string, number>>>({});
  const [known] = useState(() => activitiesOf(place.state));
  const [own, setOwn] = useState<readonly { text: string; value: number | null }[]>(() =>
    known.length > 0
      ? known.map(({ text }) => ({ text, value: null }))
      : Array.from({ length: ACTIVITIES }, () => ({ text: "", value: null })),
  );
  const [isNothing, setNothing] = useState(false);
  const asks = ["nprs-average", "nprs-worst"];
  if (
    place.view.summary.due.some(({ what, id, state }) => what === "questionnaire" && id === "pgic" && state !== "later")
  )
    asks.push("pgic");
  const keepAll = async () => {
    const answers = questionnaires(pain, own, i18n.locale);
    setNothing(answers.length === 0);
    if (answers.length === 0) return;
    const written = await Promise.all(answers.map((one) => kept.write("questionnaire", one)));
    // what is not safe yet is told at the top of every page
    if (written.length > 0) go(place.link());
  };
  const change = (at: number, change: Partial<{ text: string; value: number }>) =>
    setOwn(own.map((one, index) => (index === at ? { ...one, ...change } : one)));
  return (
    <Page
      title={t("review.questions")}
      back={{ href: place.link(), label: t("review.title") }}
      lead={t("review.questions.lead")}
    >
      <div className={styles.questions}>
        {SCALES.filter(({ id }) => asks.includes(id)).map(({ id, min, max }) => (
          <Scale
            key={id}
            label={words({ id: `question.${id}` })}
            help={id === "nprs-worst" ? undefined : words({ id: `question.${id}.help` })}
            min={min}
            max={max}
            value={pain[id] ?? null}
            onChange={(value) => setPain({ ...pain, [id]: value })}
          />
        ))}
        <section className={styles.questions} aria-labelledby="own">
          <h2 id="own">{t("review.questions.own")}</h2>
          <p>{t(known.length > 0 ? "review.questions.own-again" : "review.questions.own-first")}</p>
          {own.map(({ text, value }, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- the place is the name of an activity that has no words yet
            <div key={at} className={styles.activity}>
              {known.length === 0 && (
                <Field
                  label={t("review.questions.activity", { n: at + 1 })}
                  value={text}
                  onChange={(words_) => change(at, { text: words_.slice(0, 120) })}
                />
              )}
              {(known.length > 0 || text.trim() !== "") && (
                <Scale
                  label={t("review.questions.able", { activity: text })}
                  help={at === 0 ? t("review.questions.able-help") : undefined}
                  min={0}
                  max={10}
                  value={value}
                  onChange={(given) => change(at, { value: given })}
                />
              )}
            </div>
          ))}
        </section>
        {isNothing && (
          <Notice kind="caution" title={t("review.questions.nothing")} live>
            <p>{t("review.questions.nothing-now")}</p>
          </Notice>
        )}
        <div className={styles.row}>
          <Button kind="main" big onPress={() => void keepAll()}>
            {t("review.questions.keep")}
          </Button>
        </div>
      </div>
    </Page>
  );
}
