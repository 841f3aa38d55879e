import type { Judged, RecordOf } from "@levelhip/records";
import { useWords } from "../../keeping/words.ts";
import { useText } from "../../texts/texts.ts";
import { useNumbers } from "./numbers.ts";
import type { Span } from "./plot/axes.ts";
import { SeriesPlot } from "./plot/SeriesPlot.tsx";
import styles from "./Review.module.css";
import { Verdict } from "./Verdict.tsx";

interface Props {
  readonly judged: Judged;
  readonly span: Span;
  readonly decisions: readonly RecordOf<"programme">[];
  readonly expects?: boolean;
  readonly level?: 2 | 3;
}
/** The newest this many lines of a long table are shown; the export has all of them. */
const ROWS = 60;

/** One thing measured one way: its picture, what it says, and its numbers in a table. */
export function SeriesFigure({ judged: { series, verdict }, span, decisions, expects = false, level = 2 }: Props) {
  const t = useText();
  const words = useWords();
  const { value, day } = useNumbers();
  const [first, last] = [series.points[0], series.points.at(-1)];
  const name = words(series.name);
  const Heading = level === 2 ? "h2" : "h3";
  const gap = series.gaps.at(-1);
  const label =
    first && last
      ? t("review.plot.label", {
          name,
          count: series.points.length,
          first: value(first.value, first.sem, series.unit),
          last: value(last.value, last.sem, series.unit),
          verdict: words(verdict.say),
        })
      : name;
  return (
    <article className={styles.series} aria-label={name}>
      <Heading>{name.charAt(0).toUpperCase() + name.slice(1)}</Heading>
      {last && (
        <p className={styles.values}>
          {first && first !== last && (
            <span className={styles.was}>{value(first.value, first.sem, series.unit)} → </span>
          )}
          <strong>{value(last.value, last.sem, series.unit)}</strong>
        </p>
      )}
      {last && <Verdict verdict={verdict} />}
      {series.points.length > 1 && (
        <SeriesPlot series={series} span={span} decisions={decisions} expects={expects} label={label} />
      )}
      {gap && (
        <p className={styles.soft}>
          {t("review.gap", { day: day(gap.at_ms) })} {gap.reason} {gap.remedy}
        </p>
      )}
      {series.points.length > 1 && (
        <details className={styles.numbers}>
          <summary>{t("review.numbers")}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("review.numbers.day")}</th>
                <th scope="col">{t("review.numbers.value")}</th>
              </tr>
            </thead>
            <tbody>
              {series.points
                .slice(-ROWS)
                .toReversed()
                .map((point) => (
                  <tr key={point.record}>
                    <td>{day(point.at_ms)}</td>
                    <td>
                      {value(point.value, point.sem, series.unit)}
                      {point.isAtLeast && ` ${t("review.numbers.at-least")}`}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
          {series.points.length > ROWS && <p className={styles.soft}>{t("review.numbers.more", { count: ROWS })}</p>}
        </details>
      )}
    </article>
  );
}
