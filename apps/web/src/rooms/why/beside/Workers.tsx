import { useText } from "../../../texts/texts.ts";
import { groupWord, percent, sideWord } from "../words.ts";
import type { Worker } from "./telling.ts";
import styles from "./Workers.module.css";

// text-ids
const CHANGES: Readonly<Record<Worker["change"], string>> = {
  more: "why.workers.more",
  less: "why.workers.less",
  alike: "why.workers.alike",
};
// text-ids end

interface WorkersProps {
  readonly rows: readonly Worker[];
  readonly caption: string;
  readonly onPick: (worker: Worker) => void;
}

/** Who works how hard: the bar now, the band of equal answers over it, and a mark where it was at full strength. */
export function Workers({ rows, caption, onPick }: WorkersProps) {
  const t = useText();
  const told = rows.filter(({ change, isSet }) => change !== "alike" || isSet);
  const others = rows.filter(
    ({ change, isSet, now, before }) => change === "alike" && !isSet && Math.max(now, before) > 0.03,
  );
  return (
    <div className={styles.workers}>
      <div className={styles.scale} aria-hidden="true">
        <span>{percent(0)}</span>
        <span>{percent(0.5)}</span>
        <span>{percent(1)}</span>
      </div>
      {told.length > 0 ? (
        <Table rows={told} caption={caption} onPick={onPick} />
      ) : (
        <p className={styles.none}>{t("why.workers.none")}</p>
      )}
      {others.length > 0 && (
        <details>
          <summary>{t("why.workers.others", { n: others.length })}</summary>
          <Table rows={others} caption={t("why.workers.others", { n: others.length })} onPick={onPick} />
        </details>
      )}
      <p className={styles.legend}>{t("why.workers.legend")}</p>
    </div>
  );
}

function Table({ rows, caption, onPick }: WorkersProps) {
  const t = useText();
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t("why.workers.muscle")}</th>
          <th scope="col">{t("why.workers.effort")}</th>
          <th scope="col">{t("why.workers.change")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={`${row.group}/${row.side}`} row={row} onPick={onPick} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, onPick }: { readonly row: Worker; readonly onPick: (worker: Worker) => void }) {
  const t = useText();
  const { group, side, before, now, range, change, isSet } = row;
  const x = (share: number) => Math.min(100, Math.max(0, share * 100));
  return (
    <tr data-change={change}>
      <th scope="row">
        <button type="button" className={styles.name} onClick={() => onPick(row)}>
          {groupWord(group, t)} <span>{sideWord(side, t)}</span>
        </button>
      </th>
      <td className={styles.bar}>
        <svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
          <line x1="0" x2="100" y1="19.2" y2="19.2" className={styles.ground} />
          <rect x="0" y="4" width={x(now)} height="12" className={styles.now} />
          {range && (
            <rect
              x={x(range[0])}
              y="7.6"
              width={Math.max(0.4, x(range[1]) - x(range[0]))}
              height="4.8"
              className={styles.band}
            />
          )}
          <line x1={x(before)} x2={x(before)} y1="0" y2="20" className={styles.before} />
        </svg>
        {range && (
          <span className="visually-hidden">
            {t("why.workers.range", { low: percent(range[0]), high: percent(range[1]) })}
          </span>
        )}
      </td>
      <td className={styles.figure}>
        <span className="visually-hidden">{t(CHANGES[change])}: </span>
        {t("why.workers.now", { now: percent(now) })}{" "}
        <span className={styles.was}>{t("why.workers.before", { before: percent(before) })}</span>{" "}
        {isSet && <span className={styles.set}>{t("why.workers.set")}</span>}
      </td>
    </tr>
  );
}
