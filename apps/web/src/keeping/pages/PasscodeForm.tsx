import { MIN_PASSCODE } from "@levelhip/records";
import { type FormEvent, useState } from "react";
import { Button } from "../../design/Button.tsx";
import { useText } from "../../texts/texts.ts";
import { Field } from "../Field.tsx";
import styles from "../Keeping.module.css";

interface Props {
  readonly hasOne: boolean;
  /** resolves to whether it was set; null takes it away */
  readonly onSet: (passcode: string | null) => Promise<boolean>;
  readonly onLeave: () => void;
}

/** A passcode, typed twice; what it does and does not protect stands before it. */
export function PasscodeForm({ hasOne, onSet, onLeave }: Props) {
  const t = useText();
  const [first, setFirst] = useState("");
  const [again, setAgain] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const set = async (passcode: string | null) => {
    setBusy(true);
    await onSet(passcode);
    setBusy(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (Array.from(first).length < MIN_PASSCODE) return setError(t("keeping.passcode.short", { n: MIN_PASSCODE }));
    if (first !== again) return setError(t("keeping.differ"));
    setError(null);
    void set(first);
  };
  return (
    <form onSubmit={submit} className={styles.block}>
      <ul className={styles.points}>
        <li>{t("keeping.passcode.protects")}</li>
        <li>{t("keeping.passcode.not")}</li>
        <li>{t("keeping.passcode.lost")}</li>
      </ul>
      <Field
        label={t("keeping.passcode.new")}
        type="password"
        autoComplete="new-password"
        value={first}
        onChange={setFirst}
      />
      <Field
        label={t("keeping.again-word")}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        error={error}
      />
      <div className={styles.row}>
        <Button type="submit" kind="main" isDisabled={isBusy}>
          {t(isBusy ? "keeping.sealing" : "keeping.passcode.set")}
        </Button>
        {hasOne && (
          <Button onPress={() => void set(null)} isDisabled={isBusy}>
            {t("keeping.passcode.away")}
          </Button>
        )}
        <Button onPress={onLeave}>{t("keeping.cancel")}</Button>
      </div>
    </form>
  );
}
