import { MEASURED_BY, SCALES } from "@levelhip/care";
import { useState } from "react";
import type { Kept } from "../../../../care/keeper.ts";
import { useCareWords } from "../../../../care/words.ts";
import { Button } from "../../../../design/Button.tsx";
import { Page } from "../../../../shell/Page.tsx";
import { go } from "../../../../shell/router.ts";
import { i18n, useText } from "../../../../texts/texts.ts";
import styles from "../care.module.css";
import { Radios } from "../fields/Radios.tsx";
import { NumberInput, readNumber } from "../fields/TypedIn.tsx";
import { paths } from "../paths.ts";

/** Totals of questionnaires that somebody took elsewhere. Their questions belong to others and are not asked here. */
export function TotalsPage({ kept }: Kept) {
  const t = useText();
  const { say, number } = useCareWords();
  const totals = SCALES.filter(({ kind }) => kind === "total");
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [by, setBy] = useState("physiotherapist");
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const save = () => {
    const wrong: Record<string, string> = {};
    const read = totals.flatMap(({ id, min, max }) => {
      const text = texts[id] ?? "";
      if (text.trim() === "") return [];
      const value = readNumber(text);
      if (value !== null && value >= min && value <= max) return [{ id, value }];
      wrong[id] = t("check.care.error.number", { min, max });
      return [];
    });
    if (read.length === 0 && Object.keys(wrong).length === 0) wrong[totals[0]?.id ?? ""] = t("check.care.test.error");
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    void Promise.all(
      read.map(({ id, value }) =>
        kept.write("questionnaire", {
          instrument: id,
          version: "1",
          language: i18n.locale,
          recall: say(`scale.${id}.recall`),
          items: [],
          total: value,
          source: "typed-in",
          measuredBy: by,
        }),
      ),
    ).then(() => go(paths.tests));
  };
  return (
    <Page
      title={t("check.care.totals.title")}
      lead={t("check.care.totals.lead")}
      back={{ href: paths.tests, label: t("check.care.tests.title") }}
    >
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div className={styles.values}>
          {totals.map(({ id, min, max }) => {
            const last = kept.state.questionnaires.findLast(({ payload }) => payload.instrument === id);
            return (
              <div key={id}>
                <NumberInput
                  label={say(`scale.${id}.name`)}
                  unit={t("check.care.totals.range", { min, max })}
                  value={texts[id] ?? ""}
                  onChange={(text) => setTexts({ ...texts, [id]: text })}
                  error={errors[id] ?? null}
                />
                {last?.payload.total != null && (
                  <p className={styles.quietText}>{t("check.care.test.last", { value: number(last.payload.total) })}</p>
                )}
              </div>
            );
          })}
        </div>
        <div className={styles.group}>
          <p className={styles.label} aria-hidden>
            {t("check.care.test.by")}
          </p>
          <Radios
            label={t("check.care.test.by")}
            options={Object.keys(MEASURED_BY).map((value) => ({ value, label: say(`by.${value}`) }))}
            value={by}
            onChange={setBy}
            error={null}
          />
        </div>
        <div className={styles.actions}>
          <Button type="submit" kind="main" big>
            {t("check.care.test.save")}
          </Button>
        </div>
      </form>
    </Page>
  );
}
