import { changeDays, type Day, WEEK } from "@levelhip/care";
import { useState } from "react";
import { todayOf } from "../../../care/answers.ts";
import { decisionOf } from "../../../care/decisions.ts";
import { ToldList } from "../../../care/Told.tsx";
import { useCareWords } from "../../../care/words.ts";
import { Button } from "../../../design/Button.tsx";
import { Choice, ChoiceGroup } from "../../../design/Choice.tsx";
import { Tick } from "../../../design/Tick.tsx";
import { Page } from "../../../shell/Page.tsx";
import { go } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { paths } from "./paths.ts";
import styles from "./programme.module.css";
import type { ProgrammeProps } from "./props.ts";

/** Other days, as many as wanted, never two in a row. */
export function DaysPage({ kept, programme }: ProgrammeProps) {
  const t = useText();
  const { say } = useCareWords();
  const said = kept.state.interview.answers["days"];
  const [can, setCan] = useState<readonly Day[]>(
    WEEK.filter((day) => (Array.isArray(said) ? said.includes(day) : programme.setting.days.includes(day))),
  );
  const [wanted, setWanted] = useState<2 | 3>(programme.setting.days.length >= 3 ? 3 : 2);
  const today = todayOf(kept.now);
  const edited = changeDays(programme, can, wanted, today);
  const save = () => {
    void Promise.all([
      kept.write("interview", { answers: { days: [...can] }, complete: kept.state.interview.isComplete }),
      kept.write("programme", decisionOf("days", edited.programme, edited.reasons, today)),
    ]).then(() => go(paths.home));
  };
  return (
    <Page
      title={t("train.programme.days.title")}
      lead={t("train.programme.days.lead")}
      back={{ href: paths.home, label: say("page.this-week") }}
    >
      <div className={styles.form}>
        <fieldset className={styles.ticks}>
          <legend>{t("train.programme.days.which")}</legend>
          {WEEK.map((day) => (
            <Tick
              key={day}
              checked={can.includes(day)}
              onChange={(on) => setCan(WEEK.filter((one) => (one === day ? on : can.includes(one))))}
            >
              {say(`day.${day}`)}
            </Tick>
          ))}
        </fieldset>
        <ChoiceGroup
          label={say("question.sessions")}
          value={String(wanted)}
          onChange={(value) => setWanted(value === "3" ? 3 : 2)}
        >
          <Choice value="2">{say("question.sessions.2")}</Choice>
          <Choice value="3">{say("question.sessions.3")}</Choice>
        </ChoiceGroup>
        <output>
          <ToldList all={edited.reasons} />
        </output>
        <div className={styles.actions}>
          <Button kind="main" big onPress={save}>
            {t("train.programme.days.save")}
          </Button>
        </div>
      </div>
    </Page>
  );
}
