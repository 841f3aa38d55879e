import { useState } from "react";
import { startProgramme } from "../../../care/decisions.ts";
import { ToldList } from "../../../care/Told.tsx";
import { useCareWords } from "../../../care/words.ts";
import { Button } from "../../../design/Button.tsx";
import { day } from "../../../shell/format.ts";
import { Page } from "../../../shell/Page.tsx";
import { go } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { paths } from "./paths.ts";
import styles from "./programme.module.css";
import type { ProgrammeProps } from "./props.ts";

const KINDS = {
  start: "train.programme.log.start",
  progress: "train.programme.log.progress",
  hold: "train.programme.log.hold",
  regress: "train.programme.log.regress",
  deload: "train.programme.log.deload",
  phase: "train.programme.log.phase",
  swap: "train.programme.log.swap",
  days: "train.programme.log.days",
  pause: "train.programme.log.pause",
  resume: "train.programme.log.resume",
  stop: "train.programme.log.stop",
} as const; // text-ids

/** Every decision about the plan, the newest first, each with its reasons. */
export function LogPage({ kept }: ProgrammeProps) {
  const t = useText();
  const { say } = useCareWords();
  const [asking, setAsking] = useState(false);
  const anew = () => void startProgramme(kept).then(() => go(paths.home));
  return (
    <Page title={say("page.changed")} back={{ href: paths.home, label: say("page.this-week") }}>
      <ol className={styles.log}>
        {[...kept.state.decisions].reverse().map(({ id, at_ms, payload }) => (
          <li key={id}>
            <h2>{t(KINDS[payload.kind])}</h2>
            <p className={styles.quiet}>{day(at_ms)}</p>
            <ToldList all={payload.reasons as Parameters<typeof ToldList>[0]["all"]} />
          </li>
        ))}
      </ol>
      <section className={styles.block} aria-labelledby="anew">
        <h2 id="anew">{t("train.programme.anew.title")}</h2>
        <p>{t("train.programme.anew.text")}</p>
        <p className={styles.actions}>
          {asking ? (
            <>
              <Button kind="stop" onPress={anew}>
                {t("train.programme.anew.sure")}
              </Button>
              <Button onPress={() => setAsking(false)}>{t("train.programme.anew.keep")}</Button>
            </>
          ) : (
            <Button onPress={() => setAsking(true)}>{t("train.programme.anew.do")}</Button>
          )}
        </p>
      </section>
    </Page>
  );
}
