import { useEffect, useState } from "react";
import { useText } from "../../../texts/texts.ts";
import styles from "./Sources.module.css";

interface Claim {
  readonly id: string;
  readonly mark: "F" | "L" | "C" | "R";
  readonly grade: string;
  readonly claim: string;
  readonly figure: string;
  readonly source: string;
}
const MARKS: Readonly<Record<Claim["mark"], string>> = {
  F: "check.mark.F",
  L: "check.mark.L",
  C: "check.mark.C",
  R: "check.mark.R",
}; // text-ids

let register: Promise<readonly Claim[]> | null = null;
const readRegister = (): Promise<readonly Claim[]> => {
  register ??= import("../../../../../../evidence/register.json").then(
    (module) => module.default as unknown as readonly Claim[],
  );
  return register;
};

/** Where a sentence or a span comes from: one touch away, with how far it can be trusted. */
export function Sources({ ids, label }: { readonly ids: readonly string[]; readonly label: string }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [claims, setClaims] = useState<readonly Claim[]>([]);
  useEffect(() => {
    if (open && claims.length === 0)
      void readRegister().then((all) => setClaims(ids.flatMap((id) => all.find((claim) => claim.id === id) ?? [])));
  }, [open, ids, claims.length]);
  return (
    <details className={styles.sources} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      <ul>
        {claims.map((claim) => (
          <li key={claim.id} lang="en">
            <p>{claim.claim}</p>
            <p className={styles.figure}>{claim.figure}</p>
            <p className={styles.from}>
              <strong>{t(MARKS[claim.mark])}</strong> {claim.source} <code>{claim.id}</code>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
