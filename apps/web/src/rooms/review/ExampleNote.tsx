import { Notice } from "../../design/Notice.tsx";
import { to } from "../../shell/router.ts";
import styles from "./Review.module.css";
import { useText } from "../../texts/texts.ts";

/** Says that nobody real is shown, and leads back. */
export function ExampleNote() {
  const t = useText();
  return (
    <div className={styles.example}>
      <Notice kind="note" title={t("review.example.title")}>
        <p>
          {t("review.example.text")} <a href={to("review")}>{t("review.example.back")}</a>
        </p>
      </Notice>
    </div>
  );
}
