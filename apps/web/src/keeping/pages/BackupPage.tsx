import type { Keeping } from "@levelhip/records/browser";
import { useEffect, useState } from "react";
import { Page } from "../../shell/Page.tsx";
import { dateLocale } from "../../shell/format.ts";
import { to } from "../../shell/router.ts";
import { useText } from "../../texts/texts.ts";
import { askBrowser, type Ready, type Shut } from "../journal.ts";
import styles from "../Keeping.module.css";
import { useWords } from "../words.ts";
import { MakeBackup } from "./MakeBackup.tsx";
import { Restore } from "./Restore.tsx";

/** One encrypted file out, and in again. */
export function BackupPage({ kept }: { readonly kept: Ready | Shut }) {
  const t = useText();
  const words = useWords();
  const [keeping, setKeeping] = useState<Keeping | null>(null);
  useEffect(() => {
    void askBrowser().then(setKeeping);
  }, []);
  const last = kept.status === "ready" ? kept.state.lastBackup : null;
  return (
    <Page
      title={t("keeping.backup")}
      back={{ href: to("settings"), label: t("shell.settings") }}
      lead={t("keeping.backup.lead")}
    >
      <div className={styles.block}>
        {keeping && <p>{words(keeping.say)}</p>}
        <p>
          {last
            ? t("keeping.backup.last", {
                day: new Intl.DateTimeFormat(dateLocale(), { dateStyle: "medium" }).format(last.at_ms),
                count: last.payload.records,
              })
            : t("keeping.backup.never")}
        </p>
        <p className={styles.hint}>{t("keeping.backup.not-in")}</p>
      </div>
      {kept.hasCrypto ? (
        <>
          <MakeBackup kept={kept} />
          <Restore kept={kept} />
        </>
      ) : (
        <p className={styles.block}>{t("keeping.backup.insecure")}</p>
      )}
    </Page>
  );
}
