import { type FormEvent, useId, useState } from "react";
import { Button } from "../../design/Button.tsx";
import { Page } from "../../shell/Page.tsx";
import { useText } from "../../texts/texts.ts";
import { ExampleNote } from "./ExampleNote.tsx";
import { useNumbers } from "./numbers.ts";
import type { Place } from "./place.ts";
import styles from "./Review.module.css";

/** The person's own notes, newest first. */
export function Notes({ place: { state, kept, isExample, link } }: { readonly place: Place }) {
  const t = useText();
  const { day } = useNumbers();
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  const id = useId();
  const write = async (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    if (!kept || words === "") return;
    setText("");
    const { saved } = await kept.write("note", { text: words, about: null });
    if (saved.ok) setSaid(t("review.notes.kept"));
  };
  const erase = async (note: string) => {
    if (!kept?.person) return;
    await kept.journal.erase(kept.person, [note]);
    setSaid(t("review.notes.erased"));
  };
  return (
    <Page title={t("review.notes")} back={{ href: link(), label: t("review.title") }} lead={t("review.notes.lead")}>
      {isExample && <ExampleNote />}
      {!isExample && (
        <form onSubmit={(event) => void write(event)} className={styles.form}>
          <label htmlFor={id}>{t("review.notes.new")}</label>
          <textarea id={id} rows={4} maxLength={4_000} value={text} onChange={(event) => setText(event.target.value)} />
          <div className={styles.row}>
            <Button kind="main" type="submit" isDisabled={text.trim() === ""}>
              {t("review.notes.keep")}
            </Button>
          </div>
        </form>
      )}
      <output className={styles.soft}>{said}</output>
      <ul className={styles.notes}>
        {state.notes.toReversed().map((note) => (
          <li key={note.id}>
            <p className={styles.soft}>{day(note.at_ms)}</p>
            <p className={styles.own}>{note.payload.text}</p>
            {!isExample && (
              <Button
                kind="quiet"
                onPress={() => void erase(note.id)}
                aria-label={t("review.notes.erase-one", { day: day(note.at_ms) })}
              >
                {t("review.notes.erase")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Page>
  );
}
