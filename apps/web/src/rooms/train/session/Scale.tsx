import { Button } from "../../../design/Button.tsx";
import { type Action, Key } from "./Frame.tsx";
import styles from "./Scale.module.css";

const NUMBERS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const keyOf = (n: number): string => (n === 10 ? "x" : String(n));

/** Keys of a scale: the digits, and X for ten. */
export const scaleKeys = (give: (n: number) => void): Action[] =>
  NUMBERS.map((n) => ({ label: String(n), keys: [keyOf(n)], press: () => give(n) }));

interface ScaleProps {
  readonly label: string;
  readonly low: string;
  readonly high: string;
  readonly give: (n: number) => void;
}
/** Nought to ten, each its own large target, both ends named. */
export function Scale({ label, low, high, give }: ScaleProps) {
  return (
    <fieldset className={styles.scale} aria-label={label}>
      <div className={styles.row}>
        {NUMBERS.map((n) => (
          <Button key={n} onPress={() => give(n)}>
            <span className={styles.number}>{n}</span>
            {n === 10 && <Key of={keyOf(n)} />}
          </Button>
        ))}
      </div>
      <p className={styles.ends}>
        <span>{low}</span>
        <span>{high}</span>
      </p>
    </fieldset>
  );
}
