import type { RecordOf, Said } from "@levelhip/records";
import { useWords } from "../../keeping/words.ts";
import { useText } from "../../texts/texts.ts";
import { useNumbers } from "./numbers.ts";
import { DecisionMark } from "./plot/DecisionMark.tsx";
import styles from "./Review.module.css";

interface Props {
  /** newest first */
  readonly decisions: readonly RecordOf<"programme">[];
  /** where all of them are; absent where these are all */
  readonly more?: string;
}

/** What was decided about the programme, with its mark on the time line and its reason. */
export function Decisions({ decisions, more }: Props) {
  const t = useText();
  const words = useWords();
  const { day } = useNumbers();
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">{t("review.decisions")}</h2>
      <ol className={styles.decisions}>
        {decisions.map(({ id, at_ms, payload }) => (
          <li key={id}>
            <svg viewBox="-8 1 16 17" width="18" height="18" aria-hidden="true">
              <DecisionMark kind={payload.kind} x={0} y={0} />
            </svg>
            <div>
              <p>
                <strong>{words({ id: `records.decision.${payload.kind}` })}</strong>{" "}
                <span className={styles.soft}>{day(at_ms)}</span>
              </p>
              {payload.reasons.map((reason) => (
                <p key={reason.id}>{words(reason as Said)}</p>
              ))}
            </div>
          </li>
        ))}
      </ol>
      {more && (
        <p>
          <a href={more}>{t("review.decisions.all")}</a>
        </p>
      )}
    </section>
  );
}
