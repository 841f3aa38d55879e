import type { Said } from "@levelhip/care";
import { type ReactNode, Suspense, use, useState } from "react";
import { useCareWords, evidenceOf } from "./words.ts";
import styles from "./Told.module.css";

interface ToldProps {
  readonly what: Said | string;
  readonly more?: readonly string[];
}
/** A sentence of care's, with the evidence that it stands on. */
export function Told({ what, more = [] }: ToldProps) {
  const { say } = useCareWords();
  const ids = evidenceOf(what, more);
  return <span data-evidence={ids.length > 0 ? ids.join(" ") : undefined}>{say(what)}</span>;
}

/** Several sentences as a list. */
export function ToldList({ all }: { readonly all: readonly Said[] }) {
  const { say } = useCareWords();
  return (
    <ul className={styles.list}>
      {all.map((one) => (
        <li key={say(one)}>
          <Told what={one} />
        </li>
      ))}
    </ul>
  );
}

type Register = typeof import("@levelhip/care/sources").SOURCES;
let register: Promise<Register> | null = null;
const readRegister = (): Promise<Register> => {
  register ??= import("@levelhip/care/sources").then(({ SOURCES }) => SOURCES);
  return register;
};

/** Where sentences come from: one touch away, with how far each can be trusted. */
export function SourceList({ ids, label }: { readonly ids: readonly string[]; readonly label: ReactNode }) {
  const [open, setOpen] = useState(false);
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return null;
  return (
    <details className={styles.sources} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      <Suspense fallback={null}>{open && <Claims ids={wanted} />}</Suspense>
    </details>
  );
}

function Claims({ ids }: { readonly ids: readonly string[] }) {
  const { say, maybe } = useCareWords();
  const all = use(readRegister());
  return (
    <ul>
      {ids.map((id) => {
        const source = all[id];
        if (!source) return null;
        return (
          <li key={id}>
            <p>{maybe(`source.${id}`) ?? source.claim}</p>
            <p className={styles.from} lang="en">
              {source.figure}
            </p>
            <p className={styles.from}>
              <strong>{say(`page.mark.${source.mark}`)}</strong> <span lang="en">{source.source}</span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
