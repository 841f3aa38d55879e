import { Choice, ChoiceGroup } from "../../design/Choice.tsx";
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

/** A whole-step scale, every step a thing to press. */
export function Scale({ label, help, min, max, value, onChange }: Props) {
  return (
    <div className={styles.scale}>
      <ChoiceGroup
        label={label}
        value={value === null ? "" : String(value)}
        onChange={(text) => onChange(Number(text))}
      >
        {Array.from({ length: max - min + 1 }, (_, index) => (
          <Choice key={index} value={String(min + index)}>
            {String(min + index)}
          </Choice>
        ))}
      </ChoiceGroup>
      {help && <p className={styles.soft}>{help}</p>}
    </div>
  );
}
