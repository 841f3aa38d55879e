import { calendarFile, type Programme } from "@levelhip/care";
import { useState } from "react";
import { saveFile } from "../../../care/saveFile.ts";
import { useCareWords } from "../../../care/words.ts";
import { Button } from "../../../design/Button.tsx";
import { useText } from "../../../texts/texts.ts";
import styles from "./programme.module.css";

interface CalendarProps {
  readonly programme: Programme;
  readonly today: string;
  readonly at_ms: number;
}
/** The training days as a file for the person's own calendar. */
export function Calendar({ programme, today, at_ms }: CalendarProps) {
  const t = useText();
  const { catalogue } = useCareWords();
  const [time, setTime] = useState("18:00");
  const save = () => {
    const stamp = `${new Date(at_ms).toISOString().replaceAll(/[-:]/g, "").slice(0, 15)}Z`;
    const file = calendarFile(programme, today, time || "18:00", stamp, catalogue);
    saveFile("levelhip.ics", "text/calendar", file);
  };
  return (
    <div className={styles.calendar}>
      <label>
        <span>{t("train.programme.calendar.time")}</span>
        <input type="time" value={time} onChange={(event) => setTime(event.target.value)} />
      </label>
      <Button onPress={save}>{t("train.programme.calendar.save")}</Button>
    </div>
  );
}
