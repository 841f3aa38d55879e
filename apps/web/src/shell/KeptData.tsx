import { useEffect, useRef, useState } from "react";
import { Button } from "../design/Button.tsx";
import { Notice } from "../design/Notice.tsx";
import type { ResultHead } from "../keeping/record.ts";
import { useText } from "../texts/texts.ts";
import { bytes, day } from "./format.ts";
import { to } from "./router.ts";
import styles from "./Settings.module.css";

const TEST_NAMES: Readonly<Record<ResultHead["test"], string>> = {
  "single-leg-stance": "shell.test.single-leg-stance",
  walk: "shell.test.walk",
  squat: "shell.test.squat",
  "single-leg-squat": "shell.test.single-leg-squat",
  bridge: "shell.test.bridge",
  "posture-side": "shell.test.posture-side",
}; // text-ids

/** What this browser keeps of tests, one by one; and everything that it keeps, erased and counted. */
export function KeptData() {
  const t = useText();
  const [heads, setHeads] = useState<ResultHead[] | null>([]);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState(0);
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    let gone = false;
    const read = async () => (await import("../keeping/results.ts")).listResults();
    read().then(
      (found) => !gone && setHeads(found),
      () => !gone && setHeads(null),
    );
    return () => {
      gone = true;
    };
  }, [asked]);
  // the harmless answer has the focus
  useEffect(() => {
    if (asking) no.current?.focus();
  }, [asking]);

  const eraseOne = async (id: string) => {
    await (await import("../keeping/results.ts")).eraseResult(id);
    setSaid([t("shell.data.erased")]);
    setAsked(asked + 1);
  };
  const eraseAll = async () => {
    const erased = await (await import("../keeping/eraser.ts")).eraseEverything();
    setAsking(false);
    setAsked(asked + 1);
    if (!erased.ok) return setSaid([t("shell.data.not-erased")]);
    const { rows, left, checks } = erased.value;
    if (left > 0) return setSaid([t("shell.data.not-erased")]);
    setSaid([
      t("shell.data.erased-all"),
      t("shell.data.erased-count", { rows }),
      ...checks.flatMap((check) => (check in CHECKS ? t(CHECKS[check as keyof typeof CHECKS]) : [])),
    ]);
  };

  if (heads === null) {
    return (
      <section>
        <h2>{t("shell.data")}</h2>
        <Notice kind="caution" title={t("shell.data.closed")}>
          <p>{t("shell.data.closed.now")}</p>
        </Notice>
      </section>
    );
  }
  return (
    <section>
      <h2>{t("shell.data")}</h2>
      <p>{t("shell.data.where")}</p>
      {heads.length > 0 && (
        <ul className={styles.kept}>
          {heads.map((head) => (
            <li key={head.id}>
              <a href={to("check", "result", head.id)}>
                {t(TEST_NAMES[head.test])}, {day(head.at_ms)}
              </a>
              <span className={styles.size}>{bytes(head.bytes)}</span>
              <Button
                kind="quiet"
                onPress={() => void eraseOne(head.id)}
                aria-label={t("shell.data.erase-one", { what: `${t(TEST_NAMES[head.test])}, ${day(head.at_ms)}` })}
              >
                {t("shell.data.erase")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {asking ? (
        <Notice kind="caution" title={t("shell.data.sure")} live>
          <div className={styles.row}>
            <Button kind="stop" onPress={() => void eraseAll()}>
              {t("shell.data.erase-all")}
            </Button>
            <Button onPress={() => setAsking(false)} ref={no}>
              {t("shell.data.keep")}
            </Button>
          </div>
        </Notice>
      ) : (
        <div className={styles.row}>
          <Button onPress={() => setAsking(true)}>{t("shell.data.erase-all")}</Button>
        </div>
      )}
      <output className={styles.said}>
        {said.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </output>
    </section>
  );
}

// text-ids
/** What was looked at after erasing, in words. */
const CHECKS = {
  "emptied-and-counted": "shell.data.check.emptied",
  deleted: "shell.data.check.deleted",
  "delete-pending": "shell.data.check.pending",
  "made-anew-and-counted": "shell.data.check.anew",
} as const;
