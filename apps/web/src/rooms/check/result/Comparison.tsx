import { useEffect, useState } from "react";
import { useObjectUrl } from "../../../keeping/objectUrl.ts";
import type { KeptResult } from "../../../keeping/record.ts";
import { listResults, readResult } from "../../../keeping/results.ts";
import { day } from "../../../shell/format.ts";
import { to } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { type Compared, compareAll } from "../change.ts";
import { shown, withError } from "../numbers.ts";
import { changeWord, nameOf } from "../words.ts";
import styles from "./Comparison.module.css";

/** The last kept result of the same movement and leg before this one. */
export function useLast(result: KeptResult): {
  readonly last: KeptResult | null;
  readonly compared: readonly Compared[];
} {
  const [last, setLast] = useState<KeptResult | null>(null);
  useEffect(() => {
    let gone = false;
    const find = async () => {
      const heads = await listResults();
      for (const head of heads) {
        if (head.id === result.id || head.test !== result.analysis.test || head.at_ms >= result.at_ms) continue;
        const other = await readResult(head.id); // oxlint-disable-line no-await-in-loop -- newest first, until one fits
        if (
          other &&
          other.analysis.side === result.analysis.side &&
          (other.source === "demo") === (result.source === "demo")
        )
          return other;
      }
      return null;
    };
    // without storage there is nothing to set beside it
    find().then(
      (found) => !gone && setLast(found),
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [result]);
  return { last, compared: last ? compareAll(result.analysis.measurements, last.analysis.measurements) : [] };
}

const SIGNS = {
  better: "M4 10l5 5 9-11",
  worse: "M5 5l12 12M17 7v10H7",
  "cannot-tell": "M3 8c3-4 5-4 8 0s5 4 8 0M3 15c3-4 5-4 8 0s5 4 8 0",
  different: "M3 8h16M15 4l4 4-4 4",
} as const;

/** Then and now, side by side, with what can be said of the difference. */
export function Comparison({ last, compared }: { readonly last: KeptResult; readonly compared: readonly Compared[] }) {
  const t = useText();
  const picture = useObjectUrl(last.picture);
  return (
    <section aria-labelledby="compare">
      <h2 id="compare">{t("check.compare.title")}</h2>
      <div className={styles.compare}>
        <a href={to("check", "result", last.id)} className={styles.then}>
          {picture && <img src={picture} alt={t("check.compare.picture", { day: day(last.at_ms) })} />}
          <span>{day(last.at_ms)}</span>
        </a>
        {compared.length === 0 ? (
          <p>{t("check.compare.nothing")}</p>
        ) : (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t("check.compare.measure")}</th>
                <th scope="col">{t("check.compare.then")}</th>
                <th scope="col">{t("check.compare.now")}</th>
                <th scope="col">{t("check.compare.change")}</th>
              </tr>
            </thead>
            <tbody>
              {compared.map(({ now, before, change, needed }) => (
                <tr key={`${now.id}/${now.side}/${now.statistic}`}>
                  <th scope="row">{nameOf(now, t)}</th>
                  <td>{withError(before).value}</td>
                  <td>{withError(now).value}</td>
                  <td>
                    <span className={styles.change} data-change={change}>
                      <svg viewBox="0 0 22 22" width="20" height="20" aria-hidden="true">
                        <path d={SIGNS[change]} />
                      </svg>
                      {changeWord(change, t)}
                    </span>
                    <span className={styles.needed}>
                      {t("check.compare.needed", { needed: shown(needed, needed / 2, now.unit) })}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  );
}
