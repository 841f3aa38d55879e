import type { Outcome, PersonEntry } from "@levelhip/records";
import { type FormEvent, useState } from "react";
import { Button } from "../../design/Button.tsx";
import { Notice } from "../../design/Notice.tsx";
import { Page } from "../../shell/Page.tsx";
import { to } from "../../shell/router.ts";
import { useText } from "../../texts/texts.ts";
import { Field } from "../Field.tsx";
import { forgetChoice, lockEverywhere, type Ready, type Shut, switchTo, withJournal } from "../journal.ts";
import styles from "../Keeping.module.css";
import { useWords } from "../words.ts";
import { PasscodeForm } from "./PasscodeForm.tsx";

/** Who keeps records on this device: change, add, close, take away. */
export function PeoplePage({ kept }: { readonly kept: Ready | Shut }) {
  const t = useText();
  const current = kept.entry?.person ?? null;
  return (
    <Page
      title={t("keeping.people")}
      back={{ href: to("settings"), label: t("shell.settings") }}
      lead={t("keeping.people.lead")}
    >
      {kept.people.length === 0 && <p className={styles.block}>{t("keeping.people.none")}</p>}
      <ul className={styles.people}>
        {kept.people.map((entry) => (
          <Person key={entry.person} entry={entry} isCurrent={entry.person === current} kept={kept} />
        ))}
      </ul>
      <AddPerson kept={kept} />
    </Page>
  );
}

interface PersonProps {
  readonly entry: PersonEntry;
  readonly isCurrent: boolean;
  readonly kept: Ready | Shut;
}

function Person({ entry, isCurrent, kept }: PersonProps) {
  const t = useText();
  const words = useWords();
  const [doing, setDoing] = useState<"rename" | "passcode" | "remove" | null>(null);
  const [name, setName] = useState(entry.label);
  const [problem, setProblem] = useState<string | null>(null);
  const { person, label, lock } = entry;
  const shown = label || t("keeping.nameless");
  const isOpen = kept.journal.isOpen(person);
  const run = (work: Parameters<typeof withJournal<null>>[0]) => finish(withJournal(work));
  const finish = async (work: Promise<Outcome<null>>) => {
    const outcome = await work;
    setProblem(outcome.ok ? null : words(outcome.problem.say));
    if (outcome.ok) setDoing(null);
    return outcome.ok;
  };
  const rename = (event: FormEvent) => {
    event.preventDefault();
    void run((journal) => journal.rename(person, name.trim().slice(0, 60)));
  };
  const remove = async () => {
    const { eraseOf } = await import("../results.ts");
    if (!(await run((journal) => journal.erasePerson(person)))) return;
    await eraseOf(person);
    if (isCurrent) forgetChoice();
  };
  return (
    <li>
      <div className={styles.head}>
        <h2>{shown}</h2>
        <p className={styles.hint}>
          {t(isCurrent ? "keeping.people.current" : "keeping.people.other")} ·{" "}
          {t(lock === null ? "keeping.people.no-passcode" : isOpen ? "keeping.people.opened" : "keeping.people.closed")}
        </p>
      </div>
      <div className={styles.row}>
        {!isCurrent && (
          <Button kind="main" onPress={() => switchTo(person)} aria-label={t("keeping.people.use-one", { who: shown })}>
            {t("keeping.people.use")}
          </Button>
        )}
        {lock !== null && isOpen && (
          <Button onPress={() => void finish(lockEverywhere(person))}>{t("keeping.people.lock")}</Button>
        )}
        {isOpen && <Button onPress={() => setDoing("rename")}>{t("keeping.people.rename")}</Button>}
        {isOpen && kept.hasCrypto && (
          <Button onPress={() => setDoing("passcode")}>
            {t(lock === null ? "keeping.people.set-passcode" : "keeping.people.change-passcode")}
          </Button>
        )}
        <Button
          kind="quiet"
          onPress={() => setDoing("remove")}
          aria-label={t("keeping.people.remove-one", { who: shown })}
        >
          {t("keeping.people.remove")}
        </Button>
      </div>
      {doing === "rename" && (
        <form onSubmit={rename} className={styles.block}>
          <Field label={t("keeping.people.name")} value={name} onChange={setName} autoComplete="nickname" />
          <div className={styles.row}>
            <Button type="submit" kind="main">
              {t("keeping.people.rename")}
            </Button>
            <Button onPress={() => setDoing(null)}>{t("keeping.cancel")}</Button>
          </div>
        </form>
      )}
      {doing === "passcode" && (
        <PasscodeForm
          hasOne={lock !== null}
          onSet={(passcode) => run((journal) => journal.setPasscode(person, passcode))}
          onLeave={() => setDoing(null)}
        />
      )}
      {doing === "remove" && (
        <Notice kind="caution" title={t("keeping.people.remove-sure", { who: shown })} live>
          <p>{t("keeping.people.remove-what")}</p>
          <div className={styles.row}>
            <Button kind="stop" onPress={() => void remove()}>
              {t("keeping.people.remove-yes")}
            </Button>
            <Button onPress={() => setDoing(null)} ref={(button) => button?.focus()}>
              {t("keeping.people.remove-no")}
            </Button>
          </div>
        </Notice>
      )}
      <p className={styles.error} role="alert">
        {problem}
      </p>
    </li>
  );
}

function AddPerson({ kept }: { readonly kept: Ready | Shut }) {
  const t = useText();
  const words = useWords();
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const label = name.trim().slice(0, 60);
    if (label === "") return setProblem(t("keeping.people.name-needed"));
    const outcome = await withJournal((journal) => journal.addPerson(label));
    setProblem(outcome.ok ? null : words(outcome.problem.say));
    if (!outcome.ok) return;
    setName("");
    switchTo(outcome.value.person);
  };
  return (
    <section aria-labelledby="add" className={styles.section}>
      <h2 id="add">{t(kept.people.length === 0 ? "keeping.people.add-first" : "keeping.people.add")}</h2>
      <form onSubmit={(event) => void add(event)} className={styles.block}>
        <Field
          label={t("keeping.people.name")}
          value={name}
          onChange={setName}
          autoComplete="nickname"
          hint={t("keeping.people.name-hint")}
          error={problem}
        />
        <div className={styles.row}>
          <Button type="submit">{t("keeping.people.add")}</Button>
        </div>
      </form>
    </section>
  );
}
