import { changeEquipment, EQUIPMENT, type Equipment } from "@levelhip/care";
import { useState } from "react";
import { todayOf } from "../../../care/answers.ts";
import { decisionOf } from "../../../care/decisions.ts";
import { ToldList } from "../../../care/Told.tsx";
import { useCareWords } from "../../../care/words.ts";
import { Button } from "../../../design/Button.tsx";
import { Tick } from "../../../design/Tick.tsx";
import { Page } from "../../../shell/Page.tsx";
import { go } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { paths } from "./paths.ts";
import styles from "./programme.module.css";
import type { ProgrammeProps } from "./props.ts";

const ALL = Object.keys(EQUIPMENT) as Equipment[];

/** What there is to train with: exercises that need something else are replaced. */
export function ThingsPage({ kept, programme }: ProgrammeProps) {
  const t = useText();
  const { say } = useCareWords();
  const [have, setHave] = useState<readonly Equipment[]>(programme.setting.equipment);
  const today = todayOf(kept.now);
  const edited = changeEquipment(programme, have, today);
  const reasons = edited.reasons.length > 0 ? edited.reasons : [{ id: "change.none" }];
  const save = () => {
    void Promise.all([
      kept.write("interview", {
        answers: { equipment: have.length === 0 ? ["none"] : [...have] },
        complete: kept.state.interview.isComplete,
      }),
      kept.write("programme", decisionOf("swap", edited.programme, reasons, today)),
    ]).then(() => go(paths.home));
  };
  return (
    <Page
      title={t("train.programme.things.title")}
      lead={t("train.programme.things.lead")}
      back={{ href: paths.home, label: say("page.this-week") }}
    >
      <div className={styles.form}>
        <fieldset className={styles.ticks}>
          <legend>{t("train.programme.things.which")}</legend>
          {ALL.map((one) => (
            <Tick
              key={one}
              checked={have.includes(one)}
              onChange={(on) => setHave(ALL.filter((other) => (other === one ? on : have.includes(other))))}
            >
              {say(`equipment.${one}`)}
            </Tick>
          ))}
        </fieldset>
        <output>
          <ToldList all={reasons} />
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
