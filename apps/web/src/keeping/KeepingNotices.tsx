import { Button, ButtonLink } from "../design/Button.tsx";
import { Notice } from "../design/Notice.tsx";
import { to } from "../shell/router.ts";
import { useText } from "../texts/texts.ts";
import type { Ready } from "./journal.ts";
import styles from "./Keeping.module.css";
import { useWords } from "./words.ts";

/** What must be told about keeping: no room, a private window, a clock that is wrong. Nothing when all is well. */
export function KeepingNotices({ kept: { problem, notices, unsaved, retry } }: { readonly kept: Ready }) {
  const t = useText();
  const words = useWords();
  if (!problem && notices.length === 0) return null;
  return (
    <div className={styles.notices}>
      {problem && (
        <Notice kind="caution" title={t(unsaved > 0 ? "keeping.unsaved" : "keeping.unkept")} live>
          <p>{words(problem.say)}</p>
          <p className={styles.row}>
            {unsaved > 0 && <Button onPress={() => void retry()}>{t("keeping.again")}</Button>}
            <ButtonLink href={to("settings", "backup")}>{t("keeping.to-backup")}</ButtonLink>
          </p>
        </Notice>
      )}
      {notices.map((notice) => (
        <Notice kind="note" key={notice.id} title={t("keeping.notice")}>
          <p>{words(notice)}</p>
        </Notice>
      ))}
    </div>
  );
}
