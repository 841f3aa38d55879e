import { lazy } from "react";
import { Choice, ChoiceGroup } from "../design/Choice.tsx";
import { changeSettings, useSettings } from "../keeping/settings.ts";
import { useText } from "../texts/texts.ts";
import { Page } from "./Page.tsx";
import { KeptData } from "./KeptData.tsx";
import { regions } from "./regions.ts";
import { to } from "./router.ts";
import styles from "./Settings.module.css";

/** Loaded when they are asked for: everything of records comes with them. */
const RecordPages = lazy(() => import("../keeping/pages/index.tsx"));
const RECORD_PAGES = ["people", "backup", "export"];

/** Settings, and the pages about records that they lead to. */
export function Settings({ page }: { readonly page: string }) {
  return RECORD_PAGES.includes(page) ? <RecordPages key={page} page={page} /> : <Choices />;
}

function Choices() {
  const t = useText();
  const { language, theme, region, voice, quality } = useSettings();
  return (
    <Page title={t("shell.settings")}>
      <div className={styles.settings}>
        <ChoiceGroup
          label={t("shell.language")}
          value={language}
          onChange={(value) => changeSettings({ language: value as typeof language })}
        >
          <Choice value="auto">{t("shell.language.auto")}</Choice>
          <Choice value="en" lang="en">
            {"English"}
          </Choice>
          <Choice value="de" lang="de">
            {"Deutsch"}
          </Choice>
        </ChoiceGroup>
        <ChoiceGroup
          label={t("shell.theme")}
          value={theme}
          onChange={(value) => changeSettings({ theme: value as typeof theme })}
        >
          <Choice value="auto">{t("shell.theme.auto")}</Choice>
          <Choice value="light">{t("shell.theme.light")}</Choice>
          <Choice value="dark">{t("shell.theme.dark")}</Choice>
        </ChoiceGroup>
        <ChoiceGroup
          label={t("shell.voice")}
          value={voice ? "on" : "off"}
          onChange={(value) => changeSettings({ voice: value === "on" })}
        >
          <Choice value="on">{t("shell.voice.on")}</Choice>
          <Choice value="off">{t("shell.voice.off")}</Choice>
        </ChoiceGroup>
        <div>
          <ChoiceGroup
            label={t("shell.quality")}
            value={quality}
            onChange={(value) => changeSettings({ quality: value as typeof quality })}
          >
            <Choice value="quick">{t("shell.quality.quick")}</Choice>
            <Choice value="standard">{t("shell.quality.standard")}</Choice>
            <Choice value="best">{t("shell.quality.best")}</Choice>
          </ChoiceGroup>
          <p className={styles.hint}>{t("shell.quality.why")}</p>
        </div>
        <section>
          <h2 id="region">{t("shell.region")}</h2>
          <p id="region-why">{t("shell.region.why")}</p>
          <select
            className={styles.select}
            aria-labelledby="region"
            aria-describedby="region-why"
            value={region}
            onChange={(event) => changeSettings({ region: event.target.value })}
          >
            <option value="">{t("shell.region.none")}</option>
            {regions(document.documentElement.lang).map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </section>
        <section>
          <h2>{t("shell.records")}</h2>
          <ul className={styles.pages}>
            <li>
              <a href={to("settings", "people")}>{t("shell.records.people")}</a>
              <span className={styles.size}>{t("shell.records.people.what")}</span>
            </li>
            <li>
              <a href={to("settings", "backup")}>{t("shell.records.backup")}</a>
              <span className={styles.size}>{t("shell.records.backup.what")}</span>
            </li>
            <li>
              <a href={to("settings", "export")}>{t("shell.records.export")}</a>
              <span className={styles.size}>{t("shell.records.export.what")}</span>
            </li>
          </ul>
        </section>
        <KeptData />
        <section>
          <h2>{t("shell.about")}</h2>
          <p>{t("shell.about.private")}</p>
          <p>{t("shell.about.not-medical")}</p>
        </section>
      </div>
    </Page>
  );
}
