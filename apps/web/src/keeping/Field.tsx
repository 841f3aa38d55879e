import { type HTMLInputAutoCompleteAttribute, type ReactNode, useId } from "react";
import styles from "./Keeping.module.css";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "password";
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly hint?: ReactNode;
  /** what is wrong, and what to do; said aloud when it appears */
  readonly error?: string | null;
}

/** A labelled line to write in, its hint and its error tied to it. */
export function Field({ label, value, onChange, type = "text", autoComplete = "off", hint, error }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      <input
        id={id}
        type={type}
        value={value}
        autoComplete={autoComplete}
        aria-describedby={
          [hint === undefined ? "" : `${id}-hint`, error ? `${id}-error` : ""].join(" ").trim() || undefined
        }
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-error`} className={styles.error} role="alert">
        {error}
      </p>
    </div>
  );
}
