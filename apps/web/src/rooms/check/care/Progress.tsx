import { useText } from "../../../texts/texts.ts";
import styles from "./care.module.css";

/** How far along the line somebody is: the hip bone moves with each question. */
export function Progress({ at, of, label }: { readonly at: number; readonly of: number; readonly label: string }) {
  const t = useText();
  const x = of <= 1 ? 0 : ((at - 1) / (of - 1)) * 200;
  return (
    <div className={styles.progress}>
      <p>
        {label} <span className={styles.count}>{t("check.care.count", { at, of })}</span>
      </p>
      <svg viewBox="-8 -8 216 16" aria-hidden="true">
        <path d="M0 0H200" className={styles.rest} />
        <path d={`M0 0H${x.toFixed(1)}`} className={styles.gone} />
        <circle cx="0" cy="0" r="3.4" className={styles.bone} />
        <circle cx={x.toFixed(1)} cy="0" r="5.5" className={styles.bone} />
      </svg>
    </div>
  );
}
