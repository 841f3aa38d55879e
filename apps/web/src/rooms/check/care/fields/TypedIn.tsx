import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { TextArea } from "react-aria-components/TextArea";
import { TextField } from "react-aria-components/TextField";
import { describedBy, ErrorText } from "./Radios.tsx";
import styles from "./fields.module.css";

interface TypedProps {
  readonly label: string;
  /** the label is for screen readers only: the page's heading says it */
  readonly quiet?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | null;
  readonly help?: string | undefined;
}

/** A number, written as the person writes it, with its unit behind. */
export function NumberInput({
  label,
  quiet = false,
  value,
  onChange,
  error,
  help,
  unit,
}: TypedProps & { readonly unit?: string | undefined }) {
  return (
    <TextField
      value={value}
      onChange={onChange}
      isInvalid={error !== null}
      validationBehavior="aria"
      className={styles.field ?? ""}
      {...describedBy(help)}
    >
      <Label className={quiet ? "visually-hidden" : (styles.label ?? "")}>
        {label}
        {unit === undefined ? null : <span className="visually-hidden"> ({unit})</span>}
      </Label>
      <ErrorText error={error} />
      <span className={styles.unit}>
        <Input inputMode="decimal" autoComplete="off" className={styles.input ?? ""} />
        {unit === undefined ? null : <span aria-hidden>{unit}</span>}
      </span>
    </TextField>
  );
}

/** Own words: one line, or several. */
export function WordsInput({
  label,
  quiet = false,
  value,
  onChange,
  error,
  help,
  lines,
  maxLength,
}: TypedProps & { readonly lines: "one" | "many"; readonly maxLength: number }) {
  return (
    <TextField
      value={value}
      onChange={onChange}
      isInvalid={error !== null}
      validationBehavior="aria"
      className={styles.field ?? ""}
      maxLength={maxLength}
      {...describedBy(help)}
    >
      <Label className={quiet ? "visually-hidden" : (styles.label ?? "")}>{label}</Label>
      <ErrorText error={error} />
      {lines === "many" ? (
        <TextArea className={styles.area ?? ""} />
      ) : (
        <Input autoComplete="off" className={[styles.input, styles.wide].join(" ")} />
      )}
    </TextField>
  );
}

/** Reads a number as people write it: "1,72", " 68.5 ". null where it is none. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(",", ".");
  return /^[-−]?\d+(\.\d+)?$/.test(plain) ? Number(plain.replace("−", "-")) : null;
}
