import type { TaskGroup, TaskName, TaskSide } from "@levelhip/body";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Button, ButtonLink } from "../../design/Button.tsx";
import { Choice, ChoiceGroup } from "../../design/Choice.tsx";
import { Notice } from "../../design/Notice.tsx";
import type { Ready } from "../../keeping/journal.ts";
import { Page } from "../../shell/Page.tsx";
import { type Route, to } from "../../shell/router.ts";
import { useText } from "../../texts/texts.ts";
import { Card, MuscleList } from "./anatomy/Card.tsx";
import { groupsOf } from "./anatomy/cards.ts";
import { Beside } from "./Beside.tsx";
import { TaskPicker } from "./hands/TaskPicker.tsx";
import styles from "./RoomPage.module.css";
import { BodyStage } from "./stage/BodyStage.tsx";
import { firstView } from "./stage/firstView.ts";
import { PlayBar } from "./stage/PlayBar.tsx";
import { personKey, type Show } from "./stage/show.ts";
import { ViewBar } from "./stage/ViewBar.tsx";
import type { Player } from "./state/player.ts";
import type { Room } from "./state/room.ts";
import { useRoom } from "./state/useRoom.ts";
import { Story } from "./story/Story.tsx";
import { STEPS } from "./story/steps.ts";
import { taskWord } from "./words.ts";

interface PageProps {
  readonly room: Room;
  readonly player: Player;
  readonly route: Route;
  readonly isOwn: boolean;
  readonly keep: Ready["write"] | null;
}

const NONE: ReadonlySet<number> = new Set();

/** The body on one side; on the other the story, or the sliders and what follows from them. */
export function RoomPage({ room, player, route, isOwn, keep }: PageProps) {
  const t = useText();
  const task = useRoom(room, (state) => state.task);
  const side = useRoom(room, (state) => state.side);
  const person = useRoom(room, (state) => state.person);
  const isCompared = useRoom(room, (state) => state.compares);
  const crashed = useRoom(room, (state) => state.crashed);
  const refused = useRoom(room, (state) => state.refused);
  const isStill = useRoom(room, (state) => (state.answers.a?.result.series.frames ?? 1) < 3);
  const [show, setShow] = useState<Show | null>(null);
  const [chosen, setChosen] = useState<TaskGroup | null>(null);
  const tells = route.parts[0] === "story";
  const at = Math.min(STEPS.length, Math.max(1, Number(route.parts[1] ?? 1) || 1)) - 1;
  const groups = useMemo(() => {
    const description = show?.anatomy.model.description;
    return description
      ? groupsOf(
          description.groups,
          description.muscles.map(({ name }) => name),
        )
      : null;
  }, [show]);
  const marked = useMemo(() => {
    const names = tells ? (STEPS[at]?.chosen ?? []) : chosen ? [chosen] : [];
    return names.length === 0 || !groups ? NONE : new Set(names.flatMap((name) => groups.members.get(name) ?? []));
  }, [tells, at, chosen, groups]);
  useHeadingFocus(tells);
  useStory(tells ? at : null, room, player, show);
  useFirstLook(room, player, show, tells);

  const pick = (muscle: number) => setChosen(muscle < 0 ? null : (groups?.groupOf.get(muscle) ?? null));
  const setTask = useCallback((next: TaskName) => room.setTask(next), [room]);
  return (
    <Page
      title={t(tells ? "why.story.title" : "why.title")}
      wide
      {...(tells && { back: { href: to("why"), label: t("why.back") } })}
    >
      {!tells && (
        <div className={styles.open}>
          <p>{t("why.lead")}</p>
          <ButtonLink href={to("why", "story")}>{t("why.story.open")}</ButtonLink>
        </div>
      )}
      {!tells && <TaskPicker task={task} onChange={setTask} />}
      <div className={styles.room} data-tells={tells}>
        <div className={styles.body}>
          <BodyStage
            room={room}
            player={player}
            persona={personKey(person)}
            compares={isCompared}
            chosen={marked}
            onPick={pick}
            onShow={setShow}
            label={t("why.stage.label", { task: taskWord(task, t) })}
          />
          {!isStill && <PlayBar player={player} name={taskWord(task, t)} />}
        </div>
        <div className={styles.views}>
          <ViewBar show={show} side={side} />
          {!tells && (
            <ChoiceGroup label={t("why.leg")} quiet value={side} onChange={(side) => room.setSide(side as TaskSide)}>
              <Choice value="left">{t("why.leg.left")}</Choice>
              <Choice value="right">{t("why.leg.right")}</Choice>
            </ChoiceGroup>
          )}
        </div>
        <div className={styles.beside}>
          {(crashed || refused) && (
            <Notice kind="caution" title={t(crashed ? "why.say.crashed" : "why.say.refused")} live />
          )}
          {tells ? (
            <Story
              at={at}
              onStep={(next) => {
                window.location.hash = to("why", "story", String(next + 1));
              }}
            />
          ) : (
            <>
              {chosen && <Card group={chosen} room={room} onClose={() => setChosen(null)} />}
              <Beside room={room} player={player} isOwn={isOwn} keep={keep} onPick={setChosen} />
              <section aria-labelledby="why-muscles" className={styles.muscles}>
                <h2 id="why-muscles">{t("why.muscles.title")}</h2>
                <p>{t("why.muscles.lead")}</p>
                <MuscleList
                  chosen={chosen}
                  onChoose={(group) => {
                    setChosen(group);
                    if (group) window.scrollTo({ top: 0, behavior: "smooth" });
                  }}
                />
              </section>
              <p className={styles.note} data-evidence="model-not-you">
                {t("why.model.note")}
              </p>
              {isCompared && (
                <Button kind="quiet" onPress={() => room.compare(false)}>
                  {t("why.compare.off")}
                </Button>
              )}
            </>
          )}
        </div>
      </div>
    </Page>
  );
}

/** Story and room are one page to the body, but two to a reader: the heading has the focus when one becomes the other. */
function useHeadingFocus(tells: boolean): void {
  const was = useRef<boolean | null>(null);
  useEffect(() => {
    const isFirst = was.current === null;
    if (was.current === tells || (isFirst && !tells)) {
      was.current = tells;
      return;
    }
    was.current = tells;
    if (!isFirst) document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    // again when the page has its new height: the browser may have kept its place in the old one
    const frame = requestAnimationFrame(() => window.scrollTo(0, 0));
    return () => cancelAnimationFrame(frame);
  }, [tells]);
}

/** Puts the body as a step of the story wants it, and back as it was when the story is left. */
function useStory(at: number | null, room: Room, player: Player, show: Show | null): void {
  const telling = at !== null;
  useEffect(() => {
    if (!telling) return;
    const giveBack = room.borrow();
    return () => {
      player.play(false);
      giveBack();
    };
  }, [telling, room, player]);
  useEffect(() => {
    const step = at === null ? null : STEPS[at];
    if (!step) return;
    room.begin(step.task, "right", step.setting, "a");
    show?.turnTo(step.azimuth_deg, step.elevation_deg, step.zoom);
    if (step.phase !== null) player.set(step.phase);
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    player.play(step.phase === null && !isStill);
    if (step.phase === null && isStill) player.set(0.5);
  }, [at, room, player, show]);
}

/** A new task opens at the moment when the standing hip carries most, still, and seen from where it shows best. */
function useFirstLook(room: Room, player: Player, show: Show | null, tells: boolean): void {
  const seen = useRef("");
  const turned = useRef<string | null>(null);
  useEffect(() => {
    const turn = () => {
      const { task, side } = room.now();
      const key = `${task}/${side}`;
      if (!show || tells || turned.current === key) return;
      const { azimuth_deg, elevation_deg, zoom } = firstView(task, side);
      turned.current = key;
      show.turnTo(azimuth_deg, elevation_deg, zoom);
    };
    turn();
    return room.subscribe(turn);
  }, [room, show, tells]);
  useEffect(() => {
    const look = () => {
      const { full, task, side } = room.now();
      const key = `${task}/${side}`;
      if (!full || seen.current === key || full.task !== task) return;
      seen.current = key;
      if (tells) return;
      const loads = side === "left" ? full.series.hip_left_bw : full.series.hip_right_bw;
      let best = 0;
      loads.forEach((value, i) => {
        if (value > (loads[best] as number)) best = i;
      });
      player.play(false);
      player.set(loads.length > 1 ? best / (loads.length - 1) : 0);
    };
    look();
    return room.subscribe(look);
  }, [room, player, tells]);
}
