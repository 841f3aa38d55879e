import type { CSSProperties, ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import styles from "./fields.module.css";

export interface Option {
  readonly value: string;
  readonly label: string;
}
/** What also describes a field, where there is something. */
export const describedBy = (id: string | undefined): { readonly "aria-describedby"?: string } =>
  id === undefined ? {} : { "aria-describedby": id };

interface RadiosProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  /** what is missing, shown beside the field; null while nothing is */
  readonly error: string | null;
  readonly help?: string | undefined;
}

/** One of several, each a whole row to press. */
export function Radios({ label, options, value, onChange, error, help }: RadiosProps) {
  return (
    <RadioGroup
      aria-label={label}
      {...describedBy(help)}
      value={value}
      onChange={onChange}
      isInvalid={error !== null}
      validationBehavior="aria"
      className={styles.field ?? ""}
    >
      <ErrorText error={error} />
      <div className={styles.list}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={styles.row ?? ""}>
            <span className={styles.dot} />
            <span>{option.label}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

interface ScaleProps extends Omit<RadiosProps, "options"> {
  readonly min: number;
  readonly max: number;
}
/** A number of a short scale, all of them seen at once. */
export function ScaleField({ label, min, max, value, onChange, error, help }: ScaleProps) {
  const steps = Array.from({ length: max - min + 1 }, (_, i) => String(min + i));
  return (
    <RadioGroup
      aria-label={label}
      {...describedBy(help)}
      value={value}
      onChange={onChange}
      isInvalid={error !== null}
      validationBehavior="aria"
      orientation="horizontal"
      className={styles.field ?? ""}
    >
      <ErrorText error={error} />
      <div className={styles.scale} style={{ "--steps": String(steps.length) } as CSSProperties}>
        {steps.map((step) => (
          <Radio key={step} value={step} className={styles.step ?? ""}>
            {step}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

export function ErrorText({ error }: { readonly error: ReactNode }) {
  return <FieldError className={styles.error ?? ""}>{error}</FieldError>;
}
