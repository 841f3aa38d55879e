import { type BackupContent, type Preview, previewOf, Stopped } from "@levelhip/records";
import { type ChangeEvent, type FormEvent, useRef, useState } from "react";
import { Button } from "../../design/Button.tsx";
import { Notice } from "../../design/Notice.tsx";
import { day } from "../../shell/format.ts";
import { useText } from "../../texts/texts.ts";
import { Field } from "../Field.tsx";
import { type Ready, type Shut, withJournal } from "../journal.ts";
import styles from "../Keeping.module.css";
import { useWords } from "../words.ts";
import { breathe, Working } from "./Working.tsx";

interface Read {
  readonly content: BackupContent;
  readonly preview: readonly Preview[];
}

/** A backup is opened and shown first; only then, and all at once, is it merged. */
export function Restore({ kept }: { readonly kept: Ready | Shut }) {
  const t = useText();
  const words = useWords();
  const chooser = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const [share, setShare] = useState<number | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [read, setRead] = useState<Read | null>(null);
  const [said, setSaid] = useState("");
  const goesOn = useRef(true);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    setFile(event.target.files?.[0] ?? null);
    setProblem(null);
    setRead(null);
    setSaid("");
  };
  const open = async (event: FormEvent) => {
    event.preventDefault();
    if (!file) return;
    goesOn.current = true;
    setBusy(true);
    setProblem(null);
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const opened = await kept.journal.readBackup(passphrase, bytes, async (done) => {
        setShare(done);
        await breathe();
        return goesOn.current;
      });
      if (!opened.ok) setProblem(words(opened.say));
      else setRead({ content: opened.content, preview: previewOf(kept.journal, opened.content) });
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      setSaid(t("keeping.restore.stopped"));
    } finally {
      setBusy(false);
      setShare(null);
    }
  };
  const leave = () => {
    setRead(null);
    setFile(null);
    setPassphrase("");
    if (chooser.current) chooser.current.value = "";
  };
  const merge = async () => {
    if (!read) return;
    setBusy(true);
    const outcome = await withJournal((journal) => journal.merge(read.content));
    setBusy(false);
    if (!outcome.ok) return setProblem(words(outcome.problem.say));
    // a year that came in at once opens quickly the next time
    void kept.journal.tidy();
    leave();
    setSaid(t("keeping.restore.done", { count: outcome.value.records, known: outcome.value.known }));
  };
  return (
    <section aria-labelledby="restore" className={styles.section}>
      <h2 id="restore">{t("keeping.restore")}</h2>
      <p>{t("keeping.restore.how")}</p>
      <form onSubmit={(event) => void open(event)} className={styles.block}>
        <input
          ref={chooser}
          type="file"
          accept=".levelhip,application/octet-stream"
          onChange={choose}
          className={styles.file}
          aria-label={t("keeping.restore.file")}
        />
        {file && !read && (
          <>
            <Field
              label={t("keeping.passphrase")}
              type="password"
              autoComplete="off"
              value={passphrase}
              onChange={setPassphrase}
            />
            {isBusy ? (
              <Working what={t("keeping.restore.reading")} share={share} onCancel={() => (goesOn.current = false)} />
            ) : (
              <div className={styles.row}>
                <Button type="submit" kind="main" isDisabled={passphrase === ""}>
                  {t("keeping.restore.look")}
                </Button>
              </div>
            )}
          </>
        )}
      </form>
      {problem && (
        <Notice kind="caution" title={t("keeping.restore.refused")} live>
          <p>{problem}</p>
        </Notice>
      )}
      {read && (
        <div className={styles.block}>
          <h3>{t("keeping.restore.preview")}</h3>
          <p>
            {t("keeping.restore.made", {
              day: day(read.content.manifest.madeAt_ms),
              software: read.content.manifest.software,
            })}
          </p>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t("keeping.restore.who")}</th>
                <th scope="col">{t("keeping.restore.in-file")}</th>
                <th scope="col">{t("keeping.restore.new")}</th>
              </tr>
            </thead>
            <tbody>
              {read.preview.map(({ person, label, isHere, isLocked, records, fresh }) => (
                <tr key={person}>
                  <td>
                    {label || t("keeping.nameless")}{" "}
                    <span className={styles.hint}>
                      {t(
                        isLocked
                          ? "keeping.restore.locked"
                          : isHere
                            ? "keeping.restore.here"
                            : "keeping.restore.newcomer",
                      )}
                    </span>
                  </td>
                  <td>{records}</td>
                  <td>{fresh ?? "?"}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={styles.hint}>{t("keeping.restore.merge-how")}</p>
          <div className={styles.row}>
            <Button
              kind="main"
              onPress={() => void merge()}
              isDisabled={isBusy || read.preview.some(({ isLocked }) => isLocked)}
            >
              {t(isBusy ? "keeping.restore.merging" : "keeping.restore.merge")}
            </Button>
            <Button onPress={leave}>{t("keeping.restore.leave")}</Button>
          </div>
          {read.preview.some(({ isLocked }) => isLocked) && <p>{t("keeping.restore.open-first")}</p>}
        </div>
      )}
      <output>{said}</output>
    </section>
  );
}
