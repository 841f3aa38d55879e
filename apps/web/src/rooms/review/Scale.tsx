import { ScaleField } from "../check/care/fields/Radios.tsx";
import styles from "./Review.module.css";

interface Props {
  readonly label: string;
  /** what both ends mean */
  readonly help?: string | undefined;
  readonly min: number;
  readonly max: number;
  readonly value: number | null;
  readonly onChange: (value: number) => void;
}

/** A question with a whole-step scale, every step a thing to press. */
export function Scale({ label, help, min, max, value, onChange }: Props) {
  return (
    <div className={styles.scale}>
      <p className={styles.label} aria-hidden="true">
        {label}
      </p>
      {help && <p className={styles.soft}>{help}</p>}
      <ScaleField
        label={label}
        min={min}
        max={max}
        value={value === null ? null : String(value)}
        onChange={(text) => onChange(Number(text))}
        error={null}
      />
    </div>
  );
}
