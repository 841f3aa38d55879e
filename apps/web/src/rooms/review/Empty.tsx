import { ButtonLink } from "../../design/Button.tsx";
import { Page } from "../../shell/Page.tsx";
import { to } from "../../shell/router.ts";
import { useText } from "../../texts/texts.ts";
import { SpecimenPlot } from "./plot/SpecimenPlot.tsx";
import styles from "./Review.module.css";

/** Nothing is here yet: what will be, how to read it, and the first step. */
export function Empty() {
  const t = useText();
  return (
    <Page title={t("review.title")} lead={t("review.lead")} wide>
      <div className={styles.columns}>
        <div className={styles.main}>
          <h2>{t("review.empty.read")}</h2>
          <SpecimenPlot />
          <ol className={styles.read}>
            <li>{t("review.empty.read.band")}</li>
            <li data-evidence="first-change">{t("review.empty.read.expect")}</li>
            <li>{t("review.empty.read.marks")}</li>
          </ol>
        </div>
        <div className={styles.aside}>
          <h2>{t("review.empty.begin")}</h2>
          <p>{t("review.empty.begin.text")}</p>
          <p className={styles.stack}>
            <ButtonLink href={to("review", "questions")} kind="main" big>
              {t("review.empty.questions")}
            </ButtonLink>
            <ButtonLink href={to("check")}>{t("review.to-check")}</ButtonLink>
            <ButtonLink href={to("train")}>{t("review.to-train")}</ButtonLink>
          </p>
          <p className={styles.soft}>{t("review.empty.example")}</p>
          <p>
            <a href={to("review", "example")}>{t("review.empty.example.see")}</a>
          </p>
        </div>
      </div>
    </Page>
  );
}
