import { Checkbox } from "react-aria-components/Checkbox";
import type { ReactNode } from "react";
import styles from "./Tick.module.css";

/** A thing that is wanted or not. */
export function Tick({
  checked,
  onChange,
  children,
}: {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <Checkbox isSelected={checked} onChange={onChange} className={styles.tick ?? ""}>
      <span className={styles.box}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="m3.5 11 4.5 4.5L16.5 5" />
        </svg>
      </span>
      <span>{children}</span>
    </Checkbox>
  );
}
