import type { TaskGroup } from "@levelhip/body";
import { memo, type ReactNode, useCallback, useMemo } from "react";
import { Button } from "../../design/Button.tsx";
import { Choice, ChoiceGroup } from "../../design/Choice.tsx";
import type { Ready } from "../../keeping/journal.ts";
import { useText } from "../../texts/texts.ts";
import { LinkGrade } from "./beside/LinkGrade.tsx";
import { type Curve, Loads } from "./beside/Loads.tsx";
import { Sentence, sentencesOf } from "./beside/Sentence.tsx";
import { tell, workersOf } from "./beside/telling.ts";
import { Workers } from "./beside/Workers.tsx";
import { Hands } from "./hands/Hands.tsx";
import { Mine } from "./hands/Mine.tsx";
import { Person } from "./hands/Person.tsx";
import { Presets } from "./hands/Presets.tsx";
import styles from "./RoomPage.module.css";
import type { Player } from "./state/player.ts";
import { FULL, isFull, type Setting } from "./state/setting.ts";
import type { Hand, Room } from "./state/room.ts";
import { useRoom, useSettled } from "./state/useRoom.ts";

interface BesideProps {
  readonly room: Room;
  readonly player: Player;
  readonly isOwn: boolean;
  readonly keep: Ready["write"] | null;
  readonly onPick: (group: TaskGroup) => void;
}

const HANDS = { a: "why.compare.a", b: "why.compare.b" } as const; // text-ids

/** Beside the body: what changes, the sliders, who works, what the joints carry. */
export const Beside = memo(function Beside({ room, player, isOwn, keep, onPick }: BesideProps) {
  return (
    <Outcome room={room} player={player} onPick={onPick}>
      <Settings room={room} isOwn={isOwn} keep={keep} onPick={onPick} />
    </Outcome>
  );
});

type SettingsProps = Pick<BesideProps, "room" | "isOwn" | "keep" | "onPick">;

/** What can be set: presets, strengths, posture, the person's own movement and size, a second body. */
const Settings = memo(function Settings({ room, isOwn, keep, onPick }: SettingsProps) {
  const t = useText();
  const hand = useRoom(room, (state) => state.hand);
  const compares = useRoom(room, (state) => state.compares);
  const person = useRoom(room, (state) => state.person);
  const side = useRoom(room, (state) => state.side);
  const setting = useRoom(room, (state) => state.settings[state.hand]);
  const drag = useCallback((by: (now: Setting) => Setting) => room.drag(by), [room]);
  return (
    <section aria-labelledby="why-hands" className={styles.hands}>
      <div>
        <h2 id="why-hands">{t("why.hands.title")}</h2>
        <p className={styles.small}>{t("why.hands.lead")}</p>
      </div>
      {compares && (
        <ChoiceGroup label={t("why.compare.hand")} value={hand} onChange={(value) => room.setHand(value as Hand)}>
          <Choice value="a">{t("why.compare.a")}</Choice>
          <Choice value="b">{t("why.compare.b")}</Choice>
        </ChoiceGroup>
      )}
      <Presets
        side={side}
        setting={setting}
        onChoose={(task, next) => room.begin(task ?? room.now().task, side, next)}
      />
      <Hands setting={setting} onChange={drag} onPick={onPick} />
      <Posture room={room} posture={setting.posture} />
      <Mine
        applied={setting.measured !== null}
        onApply={(own) =>
          own
            ? room.begin(own.task, own.side, { ...setting, measured: own.posture })
            : room.change({ ...setting, measured: null })
        }
      />
      <div className={styles.buttons}>
        <Button onPress={() => room.compare(!compares)}>{t(compares ? "why.compare.off" : "why.compare.on")}</Button>
        {!isFull(setting) && (
          <Button kind="quiet" onPress={() => room.change({ ...FULL, posture: setting.posture })}>
            {t("why.hands.reset")}
          </Button>
        )}
      </div>
      <Person
        key={`${person.sex}/${person.height_m}/${person.mass_kg}`}
        person={person}
        isOwn={isOwn}
        onChange={(next) => {
          room.setPerson(next);
          void keep?.("person", { sex: next.sex, height_m: next.height_m, mass_kg: next.mass_kg });
        }}
      />
    </section>
  );
});

const Posture = memo(function Posture({
  room,
  posture,
}: {
  readonly room: Room;
  readonly posture: Setting["posture"];
}) {
  const t = useText();
  return (
    <div>
      <ChoiceGroup
        label={t("why.posture.choose")}
        value={posture}
        onChange={(value) => room.changeBy((now) => ({ ...now, posture: value as Setting["posture"] }))}
      >
        <Choice value="held">{t("why.posture.held")}</Choice>
        <Choice value="free">{t("why.posture.free")}</Choice>
      </ChoiceGroup>
      <p className={styles.small}>{t("why.posture.note")}</p>
    </div>
  );
});

interface OutcomeProps {
  readonly room: Room;
  readonly player: Player;
  readonly onPick: (group: TaskGroup) => void;
  readonly children: ReactNode;
}

/** What follows from the settings: the sentence first, the numbers after the sliders. */
function Outcome({ room, player, onPick, children }: OutcomeProps) {
  const t = useText();
  const { full, answers, settings, compares } = useSettled(room);
  const hands: readonly Hand[] = compares ? ["a", "b"] : ["a"];
  const told = useMemo(
    () =>
      (["a", "b"] as const).flatMap((hand) => {
        const answer = answers[hand];
        return full && answer && full.task === answer.result.task && full.side === answer.result.side
          ? [
              {
                hand,
                answer,
                telling: tell(full, answer, settings[hand]),
                rows: workersOf(full, answer.result, settings[hand]),
              },
            ]
          : [];
      }),
    [full, answers, settings],
  );
  const shown = told.filter(({ hand }) => hands.includes(hand));
  const curves = useMemo((): readonly Curve[] => {
    if (!full) return [];
    const all = shown
      .filter(({ answer }) => answer.result.posture.holdable)
      .map(
        ({ hand, answer }): Curve => ({
          result: answer.result,
          ink: hand,
          label: compares ? t(HANDS[hand]) : t("why.now"),
        }),
      );
    return [...(full.posture.holdable ? [{ result: full, ink: "full" as const, label: t("why.full") }] : []), ...all];
  }, [full, shown, compares, t]);
  // once for both settings
  const evidence = [...new Set(shown.flatMap(({ telling }) => telling.evidence))];
  const said = shown.map(
    ({ hand, telling }) => `${compares ? `${t(HANDS[hand])}: ` : ""}${sentencesOf(telling, t).join(" ")}`,
  );
  return (
    <>
      <section aria-label={t("why.say.title")} className={styles.outcome}>
        {shown.length === 0 && <p className={styles.small}>{t("why.say.working")}</p>}
        {shown.map(({ hand, telling }) => (
          <Sentence key={hand} telling={telling} hand={compares ? t(HANDS[hand]) : undefined} />
        ))}
        {evidence.length > 0 && <LinkGrade evidence={evidence} />}
      </section>
      <p className="visually-hidden" aria-live="polite">
        {said.join(" ")}
      </p>
      {children}
      {shown.map(({ hand, rows, answer }) =>
        answer.result.posture.holdable ? (
          <section
            key={hand}
            aria-label={compares ? t("why.workers.title-hand", { hand: t(HANDS[hand]) }) : t("why.workers.title")}
          >
            <h2>{compares ? t("why.workers.title-hand", { hand: t(HANDS[hand]) }) : t("why.workers.title")}</h2>
            <Workers rows={rows} caption={t("why.workers.title")} onPick={({ group }) => onPick(group)} />
          </section>
        ) : null,
      )}
      {curves.length > 0 && (
        <section aria-labelledby="why-loads">
          <h2 id="why-loads">{t("why.load.title")}</h2>
          <Loads curves={curves} player={player} />
        </section>
      )}
    </>
  );
}
