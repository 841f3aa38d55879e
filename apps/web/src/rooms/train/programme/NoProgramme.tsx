import { useState } from "react";
import { todayOf } from "../../../care/answers.ts";
import { freshPlan, startProgramme } from "../../../care/decisions.ts";
import type { Kept } from "../../../care/keeper.ts";
import { Told, ToldList } from "../../../care/Told.tsx";
import { useCareWords } from "../../../care/words.ts";
import { Button, ButtonLink } from "../../../design/Button.tsx";
import { Notice } from "../../../design/Notice.tsx";
import { Figure } from "../../../figure/Figure.tsx";
import { BRIDGE } from "../../../figure/poses.ts";
import { Page } from "../../../shell/Page.tsx";
import { useText } from "../../../texts/texts.ts";
import { useMemo } from "react";
import { paths } from "./paths.ts";
import { CallNow } from "./CallNow.tsx";
import styles from "./programme.module.css";

/** Before there is a programme: the way to one, or a safe starter at once, with what it would rest on. */
export function NoProgramme({ kept }: Kept) {
  const t = useText();
  const { say } = useCareWords();
  const [busy, setBusy] = useState(false);
  const { state, now } = kept;
  const today = todayOf(now);
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const plan = useMemo(() => freshPlan(kept), [state, today]);
  const isClosed = plan.programme === null;
  const hasAnswers = Object.keys(state.interview.answers).length > 0;
  const start = () => {
    setBusy(true);
    void startProgramme(kept).finally(() => setBusy(false));
  };
  return (
    <Page title={t("train.programme.none.title")} lead={t("train.programme.none.lead")}>
      <div className={styles.none}>
        <div className={styles.stack}>
          {isClosed ? (
            <Notice kind="stop" title={say(`triage.level.${plan.triage.level}`)}>
              <p>
                <Told what={plan.triage.action} />
              </p>
              {plan.triage.level === "emergency" && <CallNow />}
              <p>
                <Told what="triage.locked" />
              </p>
              <p className={styles.actions}>
                <a href={paths.signs}>{t("train.programme.signs")}</a>
              </p>
            </Notice>
          ) : (
            <>
              <p className={styles.actions}>
                <ButtonLink href={paths.check} kind="main" big>
                  {hasAnswers ? t("train.programme.none.go-on") : t("train.programme.none.check")}
                </ButtonLink>
              </p>
              <section aria-labelledby="starter" className={styles.starter}>
                <h2 id="starter">{t("train.programme.none.now")}</h2>
                <ToldList
                  all={[
                    ...(plan.triage.because.length > 0 ? plan.triage.because.map((one) => one.say) : []),
                    ...(plan.programme?.reasons.filter(({ id }) => id.startsWith("rests.")) ?? []),
                  ]}
                />
                <p>
                  <Button onPress={start} isDisabled={busy}>
                    {t("train.programme.none.make")}
                  </Button>
                </p>
              </section>
            </>
          )}
        </div>
        {!isClosed && (
          <div className={styles.noneFigure}>
            <Figure pose={BRIDGE} azimuth_deg={90} band={false} />
          </div>
        )}
      </div>
    </Page>
  );
}
