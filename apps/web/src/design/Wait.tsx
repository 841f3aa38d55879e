import { useText } from "../texts/texts.ts";
import { LevelLine } from "./LevelLine.tsx";
import styles from "./Wait.module.css";

/** While a room opens: the line settles. */
export function Wait() {
  const t = useText();
  return (
    <output className={styles.wait}>
      <LevelLine angle_deg={0} className={styles.line} />
      <p>{t("shell.opening")}</p>
    </output>
  );
}
