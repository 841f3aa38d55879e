import { useId, useState } from "react";
import { useText } from "../../../texts/texts.ts";
import styles from "./Source.module.css";

interface Entry {
  readonly id: string;
  readonly mark: "F" | "L" | "C" | "R";
  readonly claim: string;
  readonly figure: string;
  readonly source: string;
}
// text-ids
const MARKS: Readonly<Record<Entry["mark"], string>> = {
  F: "why.mark.F",
  L: "why.mark.L",
  C: "why.mark.C",
  R: "why.mark.R",
};
// text-ids end

let register: Promise<readonly Entry[]> | null = null;
const readRegister = (): Promise<readonly Entry[]> => {
  register ??= import("../../../../../../evidence/register.json").then(
    (module) => module.default as unknown as readonly Entry[],
  );
  return register;
};

/** Where a claim comes from, one touch away. */
export function Source({ id }: { readonly id: string }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [entry, setEntry] = useState<Entry | null>(null);
  const panel = useId();
  const toggle = () => {
    setOpen(!open);
    if (!entry) void readRegister().then((all) => setEntry(all.find((one) => one.id === id) ?? null));
  };
  return (
    <>
      <button type="button" className={styles.button} aria-expanded={open} aria-controls={panel} onClick={toggle}>
        {t("why.source")}
      </button>
      <span id={panel} hidden={!open} className={styles.panel}>
        {entry && (
          <>
            <strong>{t(MARKS[entry.mark])}</strong>{" "}
            <span lang="en">
              {entry.figure}. {entry.source}
            </span>{" "}
            <code>{entry.id}</code>
          </>
        )}
      </span>
    </>
  );
}
