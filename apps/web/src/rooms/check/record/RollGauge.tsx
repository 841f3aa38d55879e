import { LevelLine } from "../../../design/LevelLine.tsx";
import { useText } from "../../../texts/texts.ts";
import styles from "./Recording.module.css";

/** The spirit level: how the phone leans, while it is placed. */
export function RollGauge({ roll_deg }: { readonly roll_deg: number }) {
  const t = useText();
  const level = Math.abs(roll_deg) < 3;
  return (
    <div className={styles.gauge}>
      <LevelLine angle_deg={-roll_deg} reach={70} />
      <span>
        {level ? t("check.record.level") : t("check.record.tilted", { angle: Math.round(Math.abs(roll_deg)) })}
      </span>
    </div>
  );
}
