import { type Contribution, type Finding, findingText } from "@levelhip/care";
import { SourceList, Told } from "../../../../care/Told.tsx";
import { evidenceOf, useCareWords } from "../../../../care/words.ts";
import { useText } from "../../../../texts/texts.ts";
import care from "../care.module.css";
import { BandGlyph } from "./BandGlyph.tsx";
import styles from "./findings.module.css";
import { LikelihoodLine } from "./LikelihoodLine.tsx";
import { Waterfall } from "./Waterfall.tsx";

/** One finding: its band, the sentence, how sure it is, what counted, and what would change it. */
export function FindingBlock({ finding }: { readonly finding: Finding }) {
  const t = useText();
  const { say } = useCareWords();
  const text = findingText(finding);
  const at = finding.at_priors.map(({ probability }) => Math.round(probability * 100));
  const ids = [
    ...evidenceOf(text),
    ...finding.contributions.flatMap(({ evidence }) => evidence),
    ...(finding.severity ? evidenceOf(`finding.severity.${finding.severity.grade}`) : []),
  ];
  return (
    <article className={styles.finding} data-band={finding.band}>
      <h3>
        <BandGlyph band={finding.band} />
        <span>
          {finding.side !== null && (
            <>
              <span className={styles.side}>{say(`side.${finding.side}`)}</span>:{" "}
            </>
          )}
          <Told what={`band.${finding.band}`} />
        </span>
      </h3>
      <p>
        <Told what={text} />
        {finding.severity && (
          <>
            {" "}
            <Told what={`finding.severity.${finding.severity.grade}`} />
          </>
        )}
      </p>
      <LikelihoodLine finding={finding} />
      <details className={styles.counted}>
        <summary>{say("page.waterfall")}</summary>
        <Waterfall finding={finding} />
        {finding.not_scored.length > 0 && (
          <ul className={care.quietList}>
            {finding.not_scored.map((one) => (
              <li key={one.item}>
                {say({ id: "finding.recorded", values: { item: { id: `item.${one.item}` } } })}{" "}
                {one.state !== "missing" && <Told what={`state.${one.state}`} />}
              </li>
            ))}
          </ul>
        )}
        <p className={care.quietText}>
          <Told what={{ id: "finding.prior", values: { low: Math.min(...at), high: Math.max(...at) } }} />{" "}
          <Told what={{ id: "finding.coverage", values: { share: Math.round(finding.coverage * 100) } }} />
        </p>
      </details>
      {finding.would_change.length > 0 && (
        <ul className={care.quietList}>
          {finding.would_change.slice(0, 1).map((change) => (
            <li key={change.item}>
              <Told
                what={{
                  id: "finding.would-change",
                  values: {
                    item: { id: `item.${change.item}` },
                    from: change.from,
                    to: change.to,
                    unit: { id: `unit.${unitOf(finding.contributions, change.item)}` },
                    band: { id: `band.${change.band}` },
                  },
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <SourceList ids={ids} label={t("check.care.sources")} />
    </article>
  );
}

const unitOf = (contributions: readonly Contribution[], item: string): string =>
  contributions.find((part) => part.item === item)?.unit ?? "points";
