import { useEffect, useState } from "react";
import type { ResultHead } from "../../keeping/record.ts";
import { listResults, onResults } from "../../keeping/results.ts";
import { day } from "../../shell/format.ts";
import { to } from "../../shell/router.ts";
import { useText } from "../../texts/texts.ts";
import styles from "./KeptList.module.css";
import { testOf } from "./tests.ts";

const SOURCES: Readonly<Record<ResultHead["source"], string>> = {
  camera: "check.source.camera",
  file: "check.source.file",
  demo: "check.source.demo",
}; // text-ids

/** What was kept, newest first. Says nothing where there is nothing. */
export function KeptList() {
  const t = useText();
  const [heads, setHeads] = useState<readonly ResultHead[]>([]);
  useEffect(() => {
    // a closed storage shows in Settings and when something is to be kept; the front door stays quiet about it
    const read = () => void listResults().then(setHeads, () => setHeads([]));
    read();
    return onResults(read);
  }, []);
  if (heads.length === 0) return null;
  return (
    <section aria-labelledby="kept" className={styles.section}>
      <h2 id="kept">{t("check.kept.title")}</h2>
      <ul className={styles.list}>
        {heads.map((head) => (
          <li key={head.id}>
            <a href={to("check", "result", head.id)} className={styles.row}>
              <span className={styles.name}>{t(testOf(head.test)?.name ?? head.test)}</span>
              <span>{day(head.at_ms)}</span>
              <span className={styles.source}>{t(SOURCES[head.source])}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
