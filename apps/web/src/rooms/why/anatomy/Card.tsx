import { TASK_GROUPS, type TaskGroup } from "@levelhip/body";
import { Button } from "../../../design/Button.tsx";
import { useText } from "../../../texts/texts.ts";
import { Source } from "../beside/Source.tsx";
import type { Room } from "../state/room.ts";
import { SIDES } from "../state/setting.ts";
import { useSettled } from "../state/useRoom.ts";
import { groupWord, percent, sideWord } from "../words.ts";
import { CARDS } from "./cards.ts";
import styles from "./Card.module.css";

/** What a muscle is, where it lies and what it does, for somebody who never learnt it. */
export function Card({
  group,
  room,
  onClose,
}: {
  readonly group: TaskGroup;
  readonly room: Room;
  readonly onClose: () => void;
}) {
  const t = useText();
  const result = useSettled(room).answers.a?.result ?? null;
  const { plain, where, does, evidence } = CARDS[group];
  return (
    <section className={styles.card} aria-live="polite" aria-label={groupWord(group, t)}>
      <h3>{groupWord(group, t)}</h3>
      <p className={styles.plain}>{t(plain)}</p>
      <p>{t(where)}</p>
      <p>{t(does)}</p>
      {result?.posture.holdable && (
        <p className={styles.now}>
          {SIDES.map((side) => {
            const found = result.groups.find((one) => one.group === group && one.side === side);
            return found
              ? `${t("why.card.effort", { side: sideWord(side, t), now: percent(found.activation_peak) })} `
              : "";
          })}
        </p>
      )}
      <div className={styles.foot}>
        {evidence.map((id) => (
          <span key={id} data-evidence={id}>
            <Source id={id} />
          </span>
        ))}
        <Button kind="quiet" onPress={onClose}>
          {t("why.card.close")}
        </Button>
      </div>
    </section>
  );
}

interface ListProps {
  readonly chosen: TaskGroup | null;
  readonly onChoose: (group: TaskGroup | null) => void;
}

/** The muscles by name: the same as touching them. */
export function MuscleList({ chosen, onChoose }: ListProps) {
  const t = useText();
  return (
    <ul className={styles.list}>
      {TASK_GROUPS.map((group) => (
        <li key={group}>
          <button
            type="button"
            aria-pressed={group === chosen}
            onClick={() => onChoose(group === chosen ? null : group)}
          >
            {groupWord(group, t)}
          </button>
        </li>
      ))}
    </ul>
  );
}
