import { useState } from "react";
import { clearancesOf, todayOf, triageOf } from "../../../care/answers.ts";
import { afterSigns } from "../../../care/decisions.ts";
import type { Kept } from "../../../care/keeper.ts";
import { useCareWords } from "../../../care/words.ts";
import { Button } from "../../../design/Button.tsx";
import { Page } from "../../../shell/Page.tsx";
import { go } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import styles from "./care.module.css";
import { WordsInput } from "./fields/TypedIn.tsx";
import { Ticks } from "./fields/Ticks.tsx";
import { triageRecord, withClearances } from "./giveAnswer.ts";
import { paths } from "./paths.ts";

/** Somebody qualified has looked at a warning sign: what the person notes here opens what was closed for it. */
export function SeenPage({ kept }: Kept) {
  const t = useText();
  const { say } = useCareWords();
  const result = triageOf(kept.state, kept.now);
  const rows = [
    ...new Set(
      result.because
        .filter(({ rule, cleared }) => rule !== "open" && !cleared)
        .flatMap(({ answers }) => Object.keys(answers).map((id) => id.split(".")[0] ?? ""))
        .filter((row) => /^r\d+$/.test(row)),
    ),
  ];
  const [picked, setPicked] = useState<readonly string[]>(rows.length === 1 ? rows : []);
  const [by, setBy] = useState("");
  const [errors, setErrors] = useState<{ readonly rows: string | null; readonly by: string | null }>({
    rows: null,
    by: null,
  });
  const save = () => {
    const missing = {
      rows: picked.length === 0 ? t("check.care.error.tick") : null,
      by: by.trim() === "" ? t("check.care.seen.error") : null,
    };
    setErrors(missing);
    if (missing.rows !== null || missing.by !== null) return;
    const seen = { by: by.trim().slice(0, 80), on: todayOf(kept.now) };
    const clearances = [...clearancesOf(kept.state), { rows: [...picked], ...seen }];
    const state = withClearances(kept.state, clearances);
    const after = triageOf(state, kept.now);
    const decision = afterSigns({ state, now: kept.now }, after, seen);
    void Promise.all([
      kept.write("triage", triageRecord(state, after, clearances)),
      ...(decision ? [kept.write("programme", decision)] : []),
    ]).then(() => go(paths.signs));
  };
  return (
    <Page
      title={t("check.care.seen.title")}
      lead={t("check.care.seen.lead")}
      back={{ href: paths.signs, label: t("check.care.signs.title") }}
    >
      {rows.length === 0 ? (
        <p className={styles.stack}>{t("check.care.seen.nothing")}</p>
      ) : (
        <form
          noValidate
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <div>
            <h2 className={styles.h3}>{t("check.care.seen.what")}</h2>
            <Ticks
              label={t("check.care.seen.what")}
              options={rows.map((row) => ({ value: row, label: say(`question.${row}`) }))}
              value={picked}
              onChange={setPicked}
              error={errors.rows}
            />
          </div>
          <WordsInput
            label={t("check.care.seen.by")}
            lines="one"
            maxLength={80}
            value={by}
            onChange={setBy}
            error={errors.by}
          />
          <div className={styles.actions}>
            <Button type="submit" kind="main" big>
              {t("check.care.seen.save")}
            </Button>
          </div>
        </form>
      )}
    </Page>
  );
}
