import { clearLock, type Programme } from "@levelhip/care";
import { useState } from "react";
import { Button } from "../../../design/Button.tsx";
import { Notice } from "../../../design/Notice.tsx";
import type { Ready } from "../../../keeping/journal.ts";
import { useWords } from "../../../keeping/words.ts";
import { Page } from "../../../shell/Page.tsx";
import { go, to } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import styles from "./session.module.css";
import { decisionOf, todayOf } from "./settle.ts";
import { Told } from "./views/Told.tsx";
import { Reasons } from "./views/Reasons.tsx";

/** The plan is closed by a warning sign. It opens when the person notes that a professional has looked. */
export function Locked({ kept, programme }: { readonly kept: Ready; readonly programme: Programme }) {
  const t = useText();
  const say = useWords();
  const last = kept.state.decisions.at(-1);
  const level = programme.status.kind === "locked" ? programme.status.level : "clinician";
  return (
    <Page title={t("train.session.locked.title")} back={{ href: to("train"), label: t("train.session.home") }}>
      <div className={styles.stack}>
        <Notice kind="stop" title={say({ id: `triage.level.${level}` })}>
          <Told what={{ id: `triage.action.${level}` }} say={say} />
          <Told what={{ id: "triage.locked" }} say={say} />
        </Notice>
        {last && <Reasons reasons={last.payload.reasons} say={say} />}
        <SeenForm kept={kept} programme={programme} />
      </div>
    </Page>
  );
}

/** Who looked. Their word opens the plan, one step lower. */
export function SeenForm({ kept, programme }: { readonly kept: Ready; readonly programme: Programme }) {
  const t = useText();
  const [by, setBy] = useState("");
  const [isMissing, setMissing] = useState(false);
  const save = () => {
    const who = by.trim().slice(0, 80);
    if (who === "") return setMissing(true);
    const opened = clearLock(programme, who, todayOf(kept.now));
    void kept
      .write("programme", decisionOf("resume", opened.programme, opened.reasons, null))
      .then(() => go(to("train", "session", "decision"), "replace"));
  };
  return (
    <form
      noValidate
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2>{t("train.session.locked.seen")}</h2>
      <p>{t("train.session.locked.seen-text")}</p>
      <label className={styles.field}>
        <span>{t("train.session.locked.by")}</span>
        <input
          type="text"
          value={by}
          maxLength={80}
          autoComplete="off"
          aria-invalid={isMissing}
          aria-describedby={isMissing ? "seen-missing" : undefined}
          onChange={(event) => {
            setBy(event.target.value);
            setMissing(false);
          }}
        />
      </label>
      {isMissing && (
        <p id="seen-missing" role="alert" className={styles.error}>
          {t("train.session.locked.missing")}
        </p>
      )}
      <p>
        <Button type="submit" kind="main" big>
          {t("train.session.locked.open")}
        </Button>
      </p>
    </form>
  );
}
