import { isMeasured, type Measurement, type NotMeasured } from "@levelhip/motion";
import type { KnownAnalysis } from "../../../keeping/record.ts";
import { useText } from "../../../texts/texts.ts";
import type { Compared } from "../change.ts";
import { shown, withError } from "../numbers.ts";
import { KNOWN, spanOf, usualOf, verdictOf } from "../usual.ts";
import { countWord, instrumentWord, nameOf, signWord, verdictWord } from "../words.ts";
import { noteOf } from "./notes.ts";
import styles from "./Measures.module.css";
import { Sources } from "./Sources.tsx";
import { Strip } from "./Strip.tsx";

/** Each measure with its error and what is usual; then what was not measured and what helps. */
export function Measures({
  analysis,
  compared,
}: {
  readonly analysis: KnownAnalysis;
  readonly compared: readonly Compared[];
}) {
  const t = useText();
  const measured = analysis.measurements.filter(isMeasured);
  const refused = analysis.measurements.filter((result): result is NotMeasured => !isMeasured(result));
  return (
    <>
      {measured.length > 0 && (
        <section aria-labelledby="measures">
          <h2 id="measures">{t("check.result.measures")}</h2>
          <ul className={styles.list}>
            {measured.map((m) => (
              <MeasureRow
                key={`${m.id}/${m.side}/${m.statistic}/${m.instrument}`}
                measured={m}
                analysis={analysis}
                before={compared.find(({ now }) => now === m)?.before}
              />
            ))}
          </ul>
          <p className={styles.explain}>{t("check.result.plus-minus")}</p>
          <Sources ids={KNOWN[analysis.test]} label={t("check.result.know")} />
        </section>
      )}
      {refused.length > 0 && (
        <section aria-labelledby="refused">
          <h2 id="refused">{t("check.result.not-measured")}</h2>
          <ul className={styles.list}>
            {refused.map((result) => (
              <li key={`${result.id}/${result.side}`} className={styles.refused}>
                <h3>{nameOf(result, t)}</h3>
                <p>{result.not_measured.reason}</p>
                <p>
                  <strong>{t("check.result.remedy")}</strong> {result.not_measured.remedy}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function MeasureRow({
  measured,
  analysis,
  before,
}: {
  readonly measured: Measurement;
  readonly analysis: KnownAnalysis;
  readonly before: Measurement | undefined;
}) {
  const t = useText();
  const usual = usualOf(analysis.test, measured);
  const { value, error } = withError(measured);
  const span = spanOf(measured);
  const notes = measured.notes.flatMap((code) => noteOf(code, t) ?? []);
  const sign = signWord(measured.id, t);
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <h3>{nameOf(measured, t)}</h3>
        <p className={styles.number}>
          <strong>{value}</strong> {error}
        </p>
      </div>
      <Strip
        value={measured.value}
        span={span}
        usual={usual?.usual ?? null}
        clear={usual?.clear ?? null}
        usualLabel={t("check.result.usual")}
        label={t("check.result.strip", {
          value,
          error,
          verdict: usual ? verdictWord(verdictOf(measured, usual), t) : t("check.result.no-usual"),
        })}
        before={before && { value: before.value, span: spanOf(before) }}
      />
      <div className={styles.about}>
        <p>
          <span className={styles.verdict}>
            {usual ? verdictWord(verdictOf(measured, usual), t) : t("check.result.no-usual")}
          </span>
          {sign && <> {sign}</>}
        </p>
        {notes.map((note) => (
          <p key={note} className={styles.note}>
            {note}
          </p>
        ))}
        <p className={styles.how}>
          {t("check.result.how", {
            instrument: instrumentWord(measured.instrument, t),
            count: countWord(measured, t),
            mdc: shown(measured.mdc95, measured.mdc95 / 2, measured.unit),
          })}
        </p>
        {usual && <Sources ids={usual.evidence} label={t("check.result.source")} />}
      </div>
    </li>
  );
}
