import type { Verdict as Judgement, Word } from "@levelhip/records";
import { useWords } from "../../keeping/words.ts";
import styles from "./Review.module.css";

/** Rising, falling, level: told by shape and by word. */
const SIGNS: Readonly<Record<Word, string>> = {
  better: "m5 13 5 5L20 6",
  worse: "M12 4.5v10M12 19v.6",
  "cannot-tell": "M4 9.5c3-3 5-3 8 0s5 3 8 0M4 15.5c3-3 5-3 8 0s5 3 8 0",
};

/** What can honestly be said of a change. */
export function Verdict({ verdict }: { readonly verdict: Judgement }) {
  const words = useWords();
  return (
    <p className={styles.verdict} data-word={verdict.word} data-evidence="change-rule">
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <path d={SIGNS[verdict.word]} />
      </svg>
      <span>{words(verdict.say)}</span>
    </p>
  );
}
