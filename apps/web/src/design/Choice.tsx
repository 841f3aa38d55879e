import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import type { ReactNode } from "react";
import styles from "./Choice.module.css";

interface GroupProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** the label is for screen readers only */
  readonly quiet?: boolean;
  readonly children: ReactNode;
}
/** One of a few, all seen at once. */
export function ChoiceGroup({ label, value, onChange, quiet = false, children }: GroupProps) {
  return (
    <RadioGroup value={value} onChange={onChange} className={styles.group ?? ""} orientation="horizontal">
      <Label className={quiet ? "visually-hidden" : (styles.label ?? "")}>{label}</Label>
      <div className={styles.row}>{children}</div>
    </RadioGroup>
  );
}

export function Choice({
  value,
  lang,
  children,
}: {
  readonly value: string;
  readonly lang?: string;
  readonly children: ReactNode;
}) {
  return (
    <Radio value={value} className={styles.choice ?? ""}>
      <span lang={lang}>{children}</span>
    </Radio>
  );
}
