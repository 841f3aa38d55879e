import { SOURCES } from "@levelhip/care/sources";
import { useLingui } from "@lingui/react";
import { useWords } from "../../../keeping/words.ts";
import { useText } from "../../../texts/texts.ts";
import styles from "./session.module.css";

/** What statements rest on, one touch away; how sure each is stands beside it. */
export function SourceList({ ids }: { readonly ids: readonly string[] }) {
  const t = useText();
  const say = useWords();
  const { i18n } = useLingui();
  const found = ids.flatMap((id) => (SOURCES[id] ? [{ id, ...SOURCES[id] }] : []));
  if (found.length === 0) return null;
  return (
    <details className={styles.sources}>
      <summary>{say({ id: "page.sources" })}</summary>
      <ul>
        {found.map(({ id, mark, claim, source }) => (
          <li key={id}>
            <p>{i18n.locale === "en" ? claim : say({ id: `source.${id}` })}</p>
            <p className={styles.from}>
              <strong>{say({ id: `page.mark.${mark}` })}</strong> · <span lang="en">{source}</span>
            </p>
          </li>
        ))}
      </ul>
      <p className={styles.from}>{t("train.session.sources.note")}</p>
    </details>
  );
}
