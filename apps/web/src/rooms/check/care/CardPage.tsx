import { evidenceFor } from "@levelhip/care";
import { SourceList, Told } from "../../../care/Told.tsx";
import { emergencyNumber } from "../../../care/emergency.ts";
import { useCareWords } from "../../../care/words.ts";
import { Button } from "../../../design/Button.tsx";
import { useSettings } from "../../../keeping/settings.ts";
import { Page } from "../../../shell/Page.tsx";
import { useText } from "../../../texts/texts.ts";
import styles from "./care.module.css";
import { paths } from "./paths.ts";

const SIGNS = ["saddle", "bladder", "bowel", "sex", "legs"] as const;

/** The warning card, to print and keep. */
export function CardPage() {
  const t = useText();
  const { say } = useCareWords();
  const { region } = useSettings();
  const number = emergencyNumber(region);
  return (
    <Page title={say("page.card")} back={{ href: paths.hub, label: t("check.care.title") }}>
      <section className={styles.card} aria-label={say("page.card")}>
        <h2>
          <Told what="card.title" />
        </h2>
        <p>
          <Told what="card.intro" />
        </p>
        <ul>
          {SIGNS.map((sign) => (
            <li key={sign}>
              <Told what={`card.${sign}`} />
            </li>
          ))}
        </ul>
        <p className={styles.strong}>
          <Told what="card.say" />
        </p>
        {number !== null && <p className={styles.strong}>{t("check.care.emergency.call", { number })}</p>}
      </section>
      <div className={styles.actions}>
        <Button kind="main" onPress={() => window.print()}>
          {t("check.care.print")}
        </Button>
      </div>
      <SourceList
        ids={["title", "intro", "say", ...SIGNS].flatMap((id) => evidenceFor(`card.${id}`))}
        label={t("check.care.sources")}
      />
    </Page>
  );
}
