import { Button } from "../../../../design/Button.tsx";
import { type Action, Key } from "../Frame.tsx";
import styles from "./views.module.css";

/** A few answers under each other, each wide enough for a thumb or a heel; pressing one goes on. */
export function Options({ label, options }: { readonly label: string; readonly options: readonly Action[] }) {
  return (
    <fieldset aria-label={label} className={styles.options}>
      {options.map(({ label: text, keys, press, kind = "plain" }) => (
        <Button key={text} kind={kind} big onPress={press}>
          <span>{text}</span>
          {keys?.[0] && <Key of={keys[0]} />}
        </Button>
      ))}
    </fieldset>
  );
}
