import type { ReviewSummary } from "@levelhip/records";
import { useWords } from "../../keeping/words.ts";
import { upper } from "../../shell/format.ts";
import { useText } from "../../texts/texts.ts";
import styles from "./Review.module.css";

/** The last four weeks, a row a week: what was done, and what was planned beside it. No streaks. */
export function Adherence({ adherence: { done, planned, weeks } }: Pick<ReviewSummary, "adherence">) {
  const t = useText();
  const words = useWords();
  const line =
    done + planned === 0
      ? words({ id: "records.report.adherence-none" })
      : words({ id: "records.report.adherence-line", values: { done, planned } });
  const name = (ago: number) =>
    words(
      ago === 0
        ? { id: "records.report.week-now" }
        : ago === 1
          ? { id: "records.report.week-one-ago" }
          : { id: "records.report.week-ago", values: { weeks: ago } },
    );
  return (
    <section aria-labelledby="adherence">
      <h2 id="adherence">{t("review.adherence")}</h2>
      <p>{line}</p>
      {done + planned > 0 && (
        <ul className={styles.weeks}>
          {weeks.toReversed().map((week, ago) => (
            // oxlint-disable-next-line react/no-array-index-key -- the week itself is what the place says
            <li key={ago}>
              <span>{upper(name(ago))}</span>
              <svg viewBox={`0 0 ${Math.max(week.done, week.planned, 3) * 24} 20`} height="20" aria-hidden="true">
                {Array.from({ length: Math.max(week.done, week.planned) }, (_, index) => (
                  <circle
                    // oxlint-disable-next-line react/no-array-index-key
                    key={index}
                    cx={11 + index * 24}
                    cy={10}
                    r={7.5}
                    data-done={index < week.done}
                  />
                ))}
              </svg>
              <span className={styles.count}>
                {t("review.adherence.week", { done: week.done, planned: week.planned })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
