import { Choice, ChoiceGroup } from "../design/Choice.tsx";
import { changeSettings, useSettings } from "../keeping/settings.ts";
import { useText } from "../texts/texts.ts";
import { Page } from "./Page.tsx";
import { KeptData } from "./KeptData.tsx";
import { regions } from "./regions.ts";
import styles from "./Settings.module.css";

export function Settings() {
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
