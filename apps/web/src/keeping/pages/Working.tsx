import { ProgressBar } from "react-aria-components/ProgressBar";
import { Button } from "../../design/Button.tsx";
import { useText } from "../../texts/texts.ts";
import styles from "../Keeping.module.css";

interface Props {
  /** what is happening */
  readonly what: string;
  /** 0…1; null where nobody can say */
  readonly share: number | null;
  readonly onCancel?: (() => void) | undefined;
}

/** Something that takes more than a moment: what it is, how far, and the way out. */
export function Working({ what, share, onCancel }: Props) {
  const t = useText();
  return (
    <div className={styles.working}>
      <ProgressBar aria-label={what} {...(share === null ? { isIndeterminate: true } : { value: share * 100 })}>
        <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" className={styles.progress}>
          <rect width="100" height="4" />
          <rect width={share === null ? 30 : share * 100} height="4" data-done="true" />
        </svg>
      </ProgressBar>
      <output>{what}</output>
      {onCancel && <Button onPress={onCancel}>{t("keeping.cancel")}</Button>}
    </div>
  );
}

/** Lets the page paint between two pieces of a long work. */
export const breathe = (): Promise<void> => new Promise((done) => setTimeout(done));
