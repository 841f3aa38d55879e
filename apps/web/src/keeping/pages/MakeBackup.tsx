import { isoDay, localDay, MIN_PASSPHRASE, Stopped } from "@levelhip/records";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "../../design/Button.tsx";
import { useText } from "../../texts/texts.ts";
import { pageNow } from "../clock.ts";
import { Field } from "../Field.tsx";
import type { Ready, Shut } from "../journal.ts";
import styles from "../Keeping.module.css";
import { saveFile } from "../saveFile.ts";
import { type Strength, strengthOf } from "../strength.ts";
import { breathe, Working } from "./Working.tsx";

// text-ids
const STRENGTHS: Readonly<Record<Strength, string>> = {
  weak: "keeping.strength.weak",
  fair: "keeping.strength.fair",
  strong: "keeping.strength.strong",
};
// text-ids end

/** Everybody who is open, in one file that only the passphrase opens. */
export function MakeBackup({ kept }: { readonly kept: Ready | Shut }) {
  const t = useText();
  const [first, setFirst] = useState("");
  const [again, setAgain] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const goesOn = useRef(true);
  const make = async () => {
    goesOn.current = true;
    setBusy(true);
    setSaid("");
    try {
      const made = await kept.journal.backup(first, async (done) => {
        setShare(done);
        await breathe();
        return goesOn.current;
      });
      const { at_ms, zone } = pageNow();
      saveFile(
        new Blob([made.file], { type: "application/octet-stream" }),
        `levelhip-${isoDay(localDay(at_ms, zone))}.levelhip`,
      );
      if (kept.status === "ready") await kept.write("backup-made", { records: made.records });
      const locked = made.lockedOut.map(({ label }) => label || t("keeping.nameless")).join(", ");
      setSaid(
        locked === ""
          ? t("keeping.backup.made", { count: made.records })
          : t("keeping.backup.made-without", { count: made.records, who: locked }),
      );
      setFirst("");
      setAgain("");
    } catch (problem) {
      if (!(problem instanceof Stopped)) throw problem;
      setSaid(t("keeping.backup.stopped"));
    } finally {
      setBusy(false);
      setShare(null);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Array.from(first).length < MIN_PASSPHRASE)
      return setError(t("keeping.passphrase.short", { n: MIN_PASSPHRASE }));
    if (first !== again) return setError(t("keeping.differ"));
    setError(null);
    void make();
  };
  const strength = strengthOf(first);
  return (
    <section aria-labelledby="make" className={styles.section}>
      <h2 id="make">{t("keeping.backup.make")}</h2>
      <form onSubmit={submit} className={styles.block}>
        <Field
          label={t("keeping.passphrase")}
          type="password"
          autoComplete="new-password"
          value={first}
          onChange={setFirst}
          hint={t("keeping.passphrase.hint")}
        />
        <output className={styles.strength} data-strength={first === "" ? undefined : strength}>
          {first === "" ? "" : t(STRENGTHS[strength])}
        </output>
        <Field
          label={t("keeping.again-word")}
          type="password"
          autoComplete="new-password"
          value={again}
          onChange={setAgain}
          error={error}
        />
        {isBusy ? (
          <Working what={t("keeping.backup.making")} share={share} onCancel={() => (goesOn.current = false)} />
        ) : (
          <div className={styles.row}>
            <Button type="submit" kind="main">
              {t("keeping.backup.save")}
            </Button>
          </div>
        )}
        <output>{said}</output>
      </form>
    </section>
  );
}
