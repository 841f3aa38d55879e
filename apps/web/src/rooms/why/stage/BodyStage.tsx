import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useText } from "../../../texts/texts.ts";
import { isSlow } from "../body/slow.ts";
import type { Player } from "../state/player.ts";
import type { Room } from "../state/room.ts";
import styles from "./BodyStage.module.css";
import { LevelMark } from "./LevelMark.tsx";
import { inThree, Show } from "./show.ts";

interface StageProps {
  readonly room: Room;
  readonly player: Player;
  /** changes with what must be built anew: the person, how many bodies */
  readonly persona: string;
  readonly compares: boolean;
  readonly chosen: ReadonlySet<number>;
  readonly onPick: (muscle: number) => void;
  readonly onShow: (show: Show | null) => void;
  /** said of the picture */
  readonly label: string;
  readonly children?: ReactNode;
}

const STEP_deg = 12;

/** The picture: turned by dragging or by the arrow keys; a touch on a muscle names it. */
export function BodyStage({ room, player, persona, compares, chosen, onPick, onShow, label, children }: StageProps) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const show = useRef<Show | null>(null);
  const drag = useRef<{ x: number; y: number; moved: boolean } | null>(null);
  const [flat, setFlat] = useState(false);
  const [shown, setShown] = useState<Show | null>(null);

  useEffect(() => {
    const [element, picture] = [box.current, flat ? svg.current : canvas.current];
    if (!element || !picture) return;
    let gone = false;
    let made: Show | null = null;
    const open = async () => {
      const maker =
        picture instanceof HTMLCanvasElement ? inThree(picture) : (await import("../body/drawn.ts")).drawnOn(picture);
      if (gone) return;
      const now = new Show(room, player, maker, flat ? 0.3 : isSlow() ? 0.5 : 1);
      made = now;
      now.resize(element.clientWidth, element.clientHeight);
      await now.open();
      if (gone) return now.close();
      show.current = now;
      setShown(now);
      onShow(now);
    };
    open().catch(() => !gone && setFlat(true));
    const resized = new ResizeObserver(() => made?.resize(element.clientWidth, element.clientHeight));
    resized.observe(element);
    const themed = new MutationObserver(() => made?.setInks());
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    const lost = () => !gone && setFlat(true);
    picture.addEventListener("webglcontextlost", lost);
    return () => {
      gone = true;
      resized.disconnect();
      themed.disconnect();
      picture.removeEventListener("webglcontextlost", lost);
      made?.close();
      show.current = null;
      setShown(null);
      onShow(null);
    };
    // the figure is built anew for another person only
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [room, player, persona, flat]);
  useEffect(() => show.current?.setFigures(), [compares]);
  useEffect(() => show.current?.mark(chosen), [chosen]);

  const down = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, y: event.clientY, moved: false };
  };
  const move = (event: PointerEvent) => {
    const from = drag.current;
    if (!from) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.moved && Math.hypot(dx, dy) < 5) return;
    drag.current = { x: event.clientX, y: event.clientY, moved: true };
    show.current?.turnBy(dx * 0.45, event.pointerType === "mouse" ? dy * 0.3 : 0);
  };
  const up = (event: PointerEvent) => {
    const from = drag.current;
    drag.current = null;
    const rect = box.current?.getBoundingClientRect();
    if (!from || from.moved || !rect) return;
    onPick(show.current?.muscleAt(event.clientX - rect.left, event.clientY - rect.top) ?? -1);
  };
  const key = (event: KeyboardEvent) => {
    const now = show.current;
    const turns: Record<string, () => void> = {
      ArrowLeft: () => now?.turnBy(-STEP_deg, 0),
      ArrowRight: () => now?.turnBy(STEP_deg, 0),
      ArrowUp: () => now?.turnBy(0, STEP_deg / 2),
      ArrowDown: () => now?.turnBy(0, -STEP_deg / 2),
      "+": () => now?.nearerBy(1.15),
      "=": () => now?.nearerBy(1.15),
      "-": () => now?.nearerBy(1 / 1.15),
      Escape: () => onPick(-1),
    };
    const turn = turns[event.key];
    if (!turn) return;
    event.preventDefault();
    turn();
  };

  return (
    <div className={styles.frame}>
      {/* turned and zoomed by keys of its own: named and explained to screen readers */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={box}
        className={styles.stage}
        role="application"
        aria-roledescription={t("why.stage.role")}
        aria-label={label}
        aria-describedby="why-stage-keys"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onKeyDown={key}
        data-flat={flat}
      >
        {flat ? (
          <svg ref={svg} className={styles.picture} aria-hidden="true" />
        ) : (
          <canvas ref={canvas} className={styles.picture} aria-hidden="true" />
        )}
        <LevelMark show={shown} />
        {compares && (
          <p className={styles.hands} aria-hidden="true">
            <span>{t("why.compare.a")}</span>
            <span>{t("why.compare.b")}</span>
          </p>
        )}
      </div>
      <p id="why-stage-keys" className="visually-hidden">
        {t("why.stage.keys")}
      </p>
      {flat && <p className={styles.flat}>{t("why.stage.flat")}</p>}
      {children}
    </div>
  );
}
