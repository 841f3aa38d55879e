import { useEffect, useState } from "react";
import { Button, ButtonLink } from "../../../design/Button.tsx";
import { Tick } from "../../../design/Tick.tsx";
import type { KeptResult } from "../../../keeping/record.ts";
import { eraseResult, keepResult } from "../../../keeping/results.ts";
import { bytes } from "../../../shell/format.ts";
import { go, to } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { setJob } from "../analyse/job.ts";
import { ProblemNotice } from "../ProblemNotice.tsx";
import { setDraft } from "./draft.ts";
import styles from "./KeepBar.module.css";

/** Keep it or not; erase it later. */
export function KeepBar({ result, clip }: { readonly result: KeptResult; readonly clip: Blob | null }) {
  const t = useText();
  const [withClip, setWithClip] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [asking, setAsking] = useState(false);
  const isDraft = result.id === "draft";
  useEffect(() => {
    if (!isDraft) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isDraft]);

  const keep = async () => {
    setProblem(null);
    const kept: KeptResult = { ...result, id: crypto.randomUUID() };
    try {
      await keepResult(kept, withClip ? clip : null);
      setDraft(null);
      setJob(null);
      go(to("check", "result", kept.id), "replace");
    } catch (error) {
      setProblem(error);
    }
  };
  const drop = async () => {
    try {
      if (!isDraft) await eraseResult(result.id);
      setDraft(null);
      setJob(null);
      go(to("check"), isDraft ? "replace" : "push");
    } catch (error) {
      setProblem(error);
    }
  };
  if (!isDraft) {
    return (
      <div className={styles.kept}>
        <p className={styles.mark}>
          <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
            <path d="m4 13 5 5L20 6" />
          </svg>
          {t(result.hasClip ? "check.keep.kept-with-clip" : "check.keep.kept")}
        </p>
        <div className={styles.row}>
          <ButtonLink href={to("check", result.analysis.test)} kind="main">
            {t("check.keep.again")}
          </ButtonLink>
          <ButtonLink href={to("check", "care", "tests")}>{t("check.keep.care")}</ButtonLink>
          {asking ? (
            <>
              <Button kind="stop" onPress={() => void drop()}>
                {t("check.keep.erase-sure")}
              </Button>
              <Button onPress={() => setAsking(false)}>{t("check.keep.no")}</Button>
            </>
          ) : (
            <Button onPress={() => setAsking(true)}>{t("check.keep.erase")}</Button>
          )}
        </div>
        {problem !== null && <ProblemNotice problem={problem} />}
      </div>
    );
  }
  return (
    <div className={styles.bar}>
      {problem !== null && <ProblemNotice problem={problem} />}
      <div className={styles.row}>
        <Button kind="main" big onPress={() => void keep()}>
          {t("check.keep.keep")}
        </Button>
        {asking ? (
          <>
            <Button kind="stop" onPress={() => void drop()}>
              {t("check.keep.discard-sure")}
            </Button>
            <Button onPress={() => setAsking(false)}>{t("check.keep.no")}</Button>
          </>
        ) : (
          <Button onPress={() => setAsking(true)}>{t("check.keep.discard")}</Button>
        )}
        {clip && result.source !== "demo" && (
          <Tick checked={withClip} onChange={setWithClip}>
            {t("check.keep.clip", { size: bytes(clip.size) })}
          </Tick>
        )}
      </div>
    </div>
  );
}
