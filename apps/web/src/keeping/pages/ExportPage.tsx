import { fhirBundle, isoDay, localDay, toCsv } from "@levelhip/records";
import { useState } from "react";
import { Button, ButtonLink } from "../../design/Button.tsx";
import { Page } from "../../shell/Page.tsx";
import { to } from "../../shell/router.ts";
import { useText } from "../../texts/texts.ts";
import { Door } from "../Door.tsx";
import { Field } from "../Field.tsx";
import type { Ready, Shut } from "../journal.ts";
import styles from "../Keeping.module.css";
import { saveFile } from "../saveFile.ts";
import { useWords } from "../words.ts";
import { breathe, Working } from "./Working.tsx";

/** What a person and a clinic can use: a report, a table, a FHIR bundle. */
export function ExportPage({ kept }: { readonly kept: Ready | Shut }) {
  return kept.status === "locked" ? <Door shut={kept} /> : <Export kept={kept} />;
}

function Export({ kept }: { readonly kept: Ready }) {
  const t = useText();
  const words = useWords();
  const [pseudonym, setPseudonym] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const { state, person, now, journal } = kept;
  const save = async (kind: "csv" | "csv-semicolon" | "fhir") => {
    setBusy(true);
    setSaid("");
    await breathe();
    await breathe(); // the page says what happens before it is busy
    const day = isoDay(localDay(now.at_ms, now.zone));
    const records = person === null ? [] : journal.records(person);
    if (kind === "fhir") {
      const bundle = fhirBundle(state, records, {
        person: person ?? "nobody",
        pseudonym: pseudonym.trim() || "levelhip",
        now,
        words,
      });
      saveFile(
        new Blob([JSON.stringify(bundle, null, 1)], { type: "application/fhir+json" }),
        `levelhip-${day}.fhir.json`,
      );
    } else {
      // a mark of its encoding, or a spreadsheet takes it for another
      const table = `\uFEFF${toCsv(state, kind === "csv" ? "," : ";")}`;
      saveFile(new Blob([table], { type: "text/csv" }), `levelhip-${day}.csv`);
    }
    setBusy(false);
    setSaid(t("keeping.export.done"));
  };
  return (
    <Page
      title={t("keeping.export")}
      back={{ href: to("settings"), label: t("shell.settings") }}
      lead={t("keeping.export.lead")}
    >
      {isBusy && <Working what={t("keeping.export.working")} share={null} />}
      <output>{said}</output>
      <section aria-labelledby="report" className={styles.section}>
        <h2 id="report">{t("keeping.export.report")}</h2>
        <p>{t("keeping.export.report-what")}</p>
        <div className={styles.row}>
          <ButtonLink href={to("review", "report")}>{t("keeping.export.report-open")}</ButtonLink>
          <ButtonLink href={to("check", "care", "letter")}>{t("keeping.export.letter-open")}</ButtonLink>
        </div>
      </section>
      <section aria-labelledby="csv" className={styles.section}>
        <h2 id="csv">{t("keeping.export.csv")}</h2>
        <p>{t("keeping.export.csv-what")}</p>
        <div className={styles.row}>
          <Button onPress={() => void save("csv")}>{t("keeping.export.csv-save")}</Button>
          <Button onPress={() => void save("csv-semicolon")}>{t("keeping.export.csv-semicolon")}</Button>
        </div>
      </section>
      <section aria-labelledby="fhir" className={styles.section}>
        <h2 id="fhir">{t("keeping.export.fhir")}</h2>
        <p>{t("keeping.export.fhir-what")}</p>
        <div className={styles.block}>
          <Field
            label={t("keeping.export.pseudonym")}
            value={pseudonym}
            onChange={setPseudonym}
            hint={t("keeping.export.pseudonym-hint")}
          />
          <div className={styles.row}>
            <Button onPress={() => void save("fhir")}>{t("keeping.export.fhir-save")}</Button>
          </div>
        </div>
      </section>
    </Page>
  );
}
