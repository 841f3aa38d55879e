import { useState } from "react";
import { Choice, ChoiceGroup } from "../../../design/Choice.tsx";
import { Notice } from "../../../design/Notice.tsx";
import { Page } from "../../../shell/Page.tsx";
import { to } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { prefer, usePreferences } from "./preferences.ts";
import styles from "./session.module.css";

/** One channel, off by default, never more than once a day. */
export function ReminderPage() {
  const t = useText();
  const { reminder, reminderAt } = usePreferences();
  const [isRefused, setRefused] = useState(false);
  const choose = async (value: string) => {
    setRefused(false);
    if (value === "off") return prefer({ reminder: "off" });
    const answer = await globalThis.Notification?.requestPermission();
    if (answer !== "granted") return setRefused(true);
    prefer({ reminder: "notification" });
  };
  return (
    <Page
      title={t("train.session.reminder.page")}
      lead={t("train.session.reminder.lead")}
      back={{ href: to("train", "session"), label: t("train.session.room") }}
    >
      <div className={styles.stack}>
        <ChoiceGroup
          label={t("train.session.reminder.channel")}
          value={reminder}
          onChange={(value) => void choose(value)}
        >
          <Choice value="off">{t("train.session.reminder.off")}</Choice>
          <Choice value="notification">{t("train.session.reminder.notification")}</Choice>
        </ChoiceGroup>
        {isRefused && (
          <Notice kind="caution" title={t("train.session.reminder.refused")} live>
            <p>{t("train.session.reminder.refused-text")}</p>
          </Notice>
        )}
        {reminder === "notification" && (
          <>
            <label className={styles.field}>
              <span>{t("train.session.reminder.time")}</span>
              <input
                type="time"
                value={reminderAt}
                onChange={(event) => event.target.value && prefer({ reminderAt: event.target.value })}
              />
            </label>
            <p>{t("train.session.reminder.only-open")}</p>
          </>
        )}
        <p>{t("train.session.reminder.calendar")}</p>
      </div>
    </Page>
  );
}
