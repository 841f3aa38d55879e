import { Button } from "../../design/Button.tsx";
import { useText } from "../../texts/texts.ts";
import { saveFile } from "../../keeping/saveFile.ts";
import styles from "./Review.module.css";
import { Sheet } from "./Sheet.tsx";

/** A page on paper: print it, or save it as a file that opens anywhere. */
export function Print({ html, name, label }: { readonly html: string; readonly name: string; readonly label: string }) {
  const t = useText();
  return (
    <>
      <div className={styles.row}>
        <Button kind="main" onPress={() => window.print()}>
          {t("review.print")}
        </Button>
        <Button onPress={() => saveFile(new Blob([html], { type: "text/html" }), name)}>{t("review.save")}</Button>
      </div>
      <p className={styles.why}>{t("review.print.why")}</p>
      <Sheet html={html} label={label} />
    </>
  );
}
