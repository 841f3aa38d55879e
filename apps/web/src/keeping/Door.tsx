import { type FormEvent, useState } from "react";
import { Button } from "../design/Button.tsx";
import { Page } from "../shell/Page.tsx";
import { useText } from "../texts/texts.ts";
import { Field } from "./Field.tsx";
import { type Shut, switchTo, withJournal } from "./journal.ts";
import styles from "./Keeping.module.css";
import { useWords } from "./words.ts";

/** Asks for the passcode of the person whose records are closed; others on this device are one touch away. */
export function Door({ shut: { entry, people } }: { readonly shut: Shut }) {
  const t = useText();
  const words = useWords();
  const [passcode, setPasscode] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const others = people.filter(({ person }) => person !== entry.person);
  const open = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setWrong(null);
    const outcome = await withJournal((journal) => journal.unlock(entry.person, passcode));
    setBusy(false);
    if (!outcome.ok) setWrong(words(outcome.problem.say));
  };
  return (
    <Page title={t("keeping.door", { who: entry.label || t("keeping.nameless") })} lead={t("keeping.door.lead")}>
      <div className={styles.door}>
        <form onSubmit={(event) => void open(event)} className={styles.field}>
          <Field
            label={t("keeping.passcode")}
            type="password"
            autoComplete="current-password"
            value={passcode}
            onChange={setPasscode}
            error={wrong}
          />
          <div className={styles.row}>
            <Button kind="main" big type="submit" isDisabled={isBusy || passcode === ""}>
              {t(isBusy ? "keeping.opening" : "keeping.open")}
            </Button>
          </div>
        </form>
        {others.length > 0 && (
          <div className={styles.others}>
            <p>{t("keeping.others")}</p>
            <div className={styles.row}>
              {others.map(({ person, label }) => (
                <Button key={person} onPress={() => switchTo(person)}>
                  {label || t("keeping.nameless")}
                </Button>
              ))}
            </div>
          </div>
        )}
      </div>
    </Page>
  );
}
