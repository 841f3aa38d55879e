import { useText } from "../../../texts/texts.ts";
import { Source } from "./Source.tsx";
import styles from "./LinkGrade.module.css";

type Grade = "A" | "B" | "C" | "D";
/** What is known of each link in people: the register's id, its grade, and the sentence. */
export const LINKS: Readonly<
  Record<string, { readonly grade: Grade; readonly text: string; readonly evidence: readonly string[] }>
> = {
  "nerve-block": { grade: "B", text: "why.link.nerve-block", evidence: ["nerve-block"] },
  "abductors-and-back-pain": { grade: "B", text: "why.link.abductors", evidence: ["abductors-and-back-pain"] },
  "extensors-and-back-pain": { grade: "C", text: "why.link.extensors", evidence: ["extensors-and-back-pain"] },
  "tightness-is-a-feeling": { grade: "B", text: "why.link.tightness", evidence: ["tightness-is-a-feeling"] },
  "posterior-chain-training": { grade: "A", text: "why.link.training", evidence: ["posterior-chain-training"] },
  "drop-is-not-strength": { grade: "B", text: "why.link.drop", evidence: ["drop-is-not-strength"] },
  "strength-not-timing": { grade: "B", text: "why.link.strength", evidence: ["strength-not-timing"] },
}; // text-ids biome-ignore format: a table

const GRADES: Readonly<Record<Grade, string>> = {
  A: "why.grade.A",
  B: "why.grade.B",
  C: "why.grade.C",
  D: "why.grade.D",
}; // text-ids
const MARKS = ["A", "B", "C", "D"] as const;

/** How far studies carry the link that the model shows: a sentence, its grade, its source. */
export function LinkGrade({ evidence }: { readonly evidence: readonly string[] }) {
  const t = useText();
  return (
    <div role="note" className={styles.link} aria-label={t("why.link.title")}>
      <p className={styles.title}>{t("why.link.title")}</p>
      <ul>
        {evidence.map((id) => {
          const link = LINKS[id];
          return (
            link && (
              <li key={id} data-evidence={id}>
                <span className={styles.scale} aria-hidden="true">
                  {MARKS.toReversed().map((mark) => (
                    <i key={mark} data-on={mark >= link.grade} />
                  ))}
                </span>
                <span>
                  {t(link.text)} <em>{t(GRADES[link.grade])}</em> <Source id={id} />
                </span>
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
