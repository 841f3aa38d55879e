import { MEASURED_BY, SCALES } from "@levelhip/care";
import { type FormEvent, useId, useState } from "react";
import { Button } from "../../design/Button.tsx";
import { Field } from "../../keeping/Field.tsx";
import type { Ready } from "../../keeping/journal.ts";
import { useWords } from "../../keeping/words.ts";
import { useText } from "../../texts/texts.ts";
import { useLingui } from "@lingui/react";
import styles from "./Review.module.css";

const TOTALS = SCALES.filter(({ kind }) => kind === "total");

/** A number as people type it; null for anything else. */
export const numberIn = (text: string): number | null => {
  const value = Number(text.trim().replace(",", "."));
  return text.trim() === "" || !Number.isFinite(value) ? null : value;
};

/** The total of a questionnaire that was filled in elsewhere. Its sentences belong to others and are not here. */
export function TotalForm({ kept }: { readonly kept: Ready }) {
  const t = useText();
  const words = useWords();
  const { i18n } = useLingui();
  const id = useId();
  const [scale, setScale] = useState(TOTALS[0]?.id ?? "");
  const [by, setBy] = useState("self");
  const [text, setText] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const chosen = TOTALS.find((one) => one.id === scale);
  const keepIt = async (event: FormEvent) => {
    event.preventDefault();
    const total = numberIn(text);
    if (!chosen || total === null || total < chosen.min || total > chosen.max) {
      setError(t("review.total.wrong", { min: chosen?.min ?? 0, max: chosen?.max ?? 0 }));
      return;
    }
    setError(null);
    const { saved } = await kept.write("questionnaire", {
      instrument: chosen.id,
      version: "1",
      language: i18n.locale,
      recall: "today",
      items: [],
      total,
      source: "typed-in",
      measuredBy: by,
    });
    setText("");
    if (saved.ok) setSaid(t("review.total.kept"));
  };
  return (
    <section aria-labelledby={id} className={styles.total}>
      <h2 id={id}>{t("review.total")}</h2>
      <p>{t("review.total.why")}</p>
      <form onSubmit={(event) => void keepIt(event)} className={styles.form}>
        <label htmlFor={`${id}-scale`}>{t("review.total.scale")}</label>
        <select id={`${id}-scale`} value={scale} onChange={(event) => setScale(event.target.value)}>
          {TOTALS.map((one) => (
            <option key={one.id} value={one.id}>
              {words({ id: `scale.${one.id}.name` })}
            </option>
          ))}
        </select>
        <Field
          label={t("review.total.value", { min: chosen?.min ?? 0, max: chosen?.max ?? 0 })}
          value={text}
          onChange={setText}
          error={error}
        />
        <label htmlFor={`${id}-by`}>{t("review.total.by")}</label>
        <select id={`${id}-by`} value={by} onChange={(event) => setBy(event.target.value)}>
          {Object.keys(MEASURED_BY).map((one) => (
            <option key={one} value={one}>
              {words({ id: `by.${one}` })}
            </option>
          ))}
        </select>
        <div className={styles.row}>
          <Button type="submit">{t("review.total.keep")}</Button>
          <output>{said}</output>
        </div>
      </form>
    </section>
  );
}
