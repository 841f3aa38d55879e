import { isMeasured, type Measurement, type NotMeasured } from "@levelhip/motion";
import type { KnownAnalysis } from "../../../keeping/record.ts";
import { useText } from "../../../texts/texts.ts";
import type { Compared } from "../change.ts";
import { shown, withError } from "../numbers.ts";
import type { CheckTest } from "../tests.ts";
import { KNOWN, spanOf, usualOf, verdictOf } from "../usual.ts";
import { countWord, instrumentWord, nameOf, signWord, verdictWord } from "../words.ts";
import { noteOf } from "./notes.ts";
import { refusalWords } from "./refusals.ts";
import styles from "./Measures.module.css";
import { Sources } from "./Sources.tsx";
import { Strip } from "./Strip.tsx";

/** Each measure that the result rests on with its error and what is usual; the others in a table; then what was not measured. */
export function Measures({
  analysis,
  test,
  compared,
}: {
  readonly analysis: KnownAnalysis;
  readonly test: CheckTest;
  readonly compared: readonly Compared[];
}) {
  const t = useText();
  const measured = analysis.measurements.filter(isMeasured);
  const refused = analysis.measurements.filter((result): result is NotMeasured => !isMeasured(result));
  const leads = (m: Measurement) =>
    usualOf(analysis.test, m) !== null || (m.statistic === "mean" && test.hero.includes(m.id));
  const shownFirst = measured.some(leads) ? measured.filter(leads) : measured;
  const others = measured.filter((m) => !shownFirst.includes(m));
  return (
    <>
      {shownFirst.length > 0 && (
        <section aria-labelledby="measures">
          <h2 id="measures">{t("check.result.measures")}</h2>
          <ul className={styles.list}>
            {shownFirst.map((m) => (
              <MeasureRow
                key={keyOf(m)}
                measured={m}
                analysis={analysis}
                before={compared.find(({ now }) => now === m)?.before}
              />
            ))}
          </ul>
          {others.length > 0 && (
            <details className={styles.others}>
              <summary>{t("check.result.others", { n: others.length })}</summary>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t("check.compare.measure")}</th>
                    <th scope="col">{t("check.result.value")}</th>
                    <th scope="col">{t("check.result.got")}</th>
                  </tr>
                </thead>
                <tbody>
                  {others.map((m) => (
                    <tr key={keyOf(m)}>
                      <th scope="row">{nameOf(m, t)}</th>
                      <td>
                        <strong>{withError(m).value}</strong> {withError(m).error}
                      </td>
                      <td>
                        {instrumentWord(m.instrument, t)}, {countWord(m, t)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </details>
          )}
          <p className={styles.explain}>{t("check.result.plus-minus")}</p>
          <Sources ids={KNOWN[analysis.test]} label={t("check.result.know")} />
        </section>
      )}
      {refused.length > 0 && (
        <section aria-labelledby="refused">
          <h2 id="refused">{t("check.result.not-measured")}</h2>
          <ul className={styles.list}>
            {refused.map((result) => {
              const { reason, remedy } = refusalWords(result, t);
              return (
                <li key={`${result.id}/${result.side}`} className={styles.refused}>
                  <h3>{nameOf(result, t)}</h3>
                  <p>{reason}</p>
                  <p>
                    <strong>{t("check.result.remedy")}</strong> {remedy}
                  </p>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}

const keyOf = (m: Measurement): string => `${m.id}/${m.side}/${m.statistic}/${m.instrument}`;

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
