import type { Said } from "@levelhip/care";
import type { Payload, Words } from "@levelhip/records";
import { Told } from "./Told.tsx";
import styles from "./views.module.css";

/** Why the plan is as it is now, each reason with what it rests on. */
export function Reasons({ reasons, say }: { readonly reasons: Payload<"programme">["reasons"]; readonly say: Words }) {
  const seen = new Set<string>();
  const once = (reasons as readonly Said[]).filter((reason) => {
    const words = say(reason);
    return seen.has(words) ? false : seen.add(words);
  });
  return (
    <ul className={styles.list}>
      {once.map((reason) => (
        <li key={say(reason)}>
          <Told what={reason} say={say} />
        </li>
      ))}
    </ul>
  );
}
