import { Checkbox } from "react-aria-components/Checkbox";
import { CheckboxGroup } from "react-aria-components/CheckboxGroup";
import { describedBy, ErrorText, type Option } from "./Radios.tsx";
import styles from "./fields.module.css";

interface TicksProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly error: string | null;
  readonly help?: string | undefined;
}

/** What stands for "nothing of these": it excludes the rest. */
const NONE = "none";

/** Any of several. "None" takes the others back, and they take it back. */
export function Ticks({ label, options, value, onChange, error, help }: TicksProps) {
  const change = (next: string[]) => {
    const added = next.find((one) => !value.includes(one));
    if (added === NONE) onChange([NONE]);
    else onChange(next.filter((one) => one !== NONE));
  };
  return (
    <CheckboxGroup
      aria-label={label}
      {...describedBy(help)}
      value={[...value]}
      onChange={change}
      isInvalid={error !== null}
      validationBehavior="aria"
      className={styles.field ?? ""}
    >
      <ErrorText error={error} />
      <div className={styles.list}>
        {options.map((option) => (
          <Checkbox key={option.value} value={option.value} className={styles.row ?? ""}>
            <span className={styles.box}>
              <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
                <path d="m3.5 11 4.5 4.5L16.5 5" />
              </svg>
            </span>
            <span>{option.label}</span>
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}
