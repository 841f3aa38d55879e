import { TASKS, type TaskName } from "@levelhip/body";
import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { memo, useEffect, useRef } from "react";
import { Figure } from "../../../figure/Figure.tsx";
import { useText } from "../../../texts/texts.ts";
import { taskWord } from "../words.ts";
import { TASK_POSES } from "./taskPoses.ts";
import styles from "./TaskPicker.module.css";

interface PickerProps {
  readonly task: TaskName;
  readonly onChange: (task: TaskName) => void;
}

/** Tells the style at which ends more can be scrolled to. */
function markEdges(box: HTMLElement): void {
  box.dataset["before"] = String(box.scrollLeft > 2);
  box.dataset["after"] = String(box.scrollLeft + box.clientWidth < box.scrollWidth - 2);
}

/** What the body does: twelve drawings in a row that can be scrolled. */
export const TaskPicker = memo(function TaskPicker({ task, onChange }: PickerProps) {
  const t = useText();
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = strip.current;
    if (!box) return;
    const sized = new ResizeObserver(() => markEdges(box));
    sized.observe(box);
    return () => sized.disconnect();
  }, []);
  useEffect(() => {
    const box = strip.current;
    const chosen = box?.querySelector<HTMLElement>("[data-selected]");
    if (box && chosen) box.scrollLeft = chosen.offsetLeft - box.clientWidth / 2 + chosen.clientWidth / 2;
  }, [task]);
  return (
    <RadioGroup
      value={task}
      onChange={(value) => onChange(value as TaskName)}
      orientation="horizontal"
      className={styles.group ?? ""}
    >
      <Label className="visually-hidden">{t("why.task.choose")}</Label>
      <div ref={strip} className={styles.strip} onScroll={(event) => markEdges(event.currentTarget)}>
        {TASKS.map((one) => (
          <Radio key={one} value={one} className={styles.task ?? ""}>
            <span className={styles.drawing}>
              <Figure
                pose={TASK_POSES[one].pose}
                azimuth_deg={TASK_POSES[one].azimuth_deg}
                band={false}
                margin={{ top: 2, side: 3, bottom: 2 }}
                className={styles.figure}
              />
            </span>
            <span>{taskWord(one, t)}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
});
