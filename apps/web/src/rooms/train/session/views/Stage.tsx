import type { Exercise } from "@levelhip/care";
import { useEffect, useMemo, useState } from "react";
import { type ExerciseFigure, exerciseFigure } from "../../../../figure/exercisePose.ts";
import { MovingFigure } from "../../../../figure/MovingFigure.tsx";
import { Curve } from "../Curve.tsx";
import { countsPresses, elapsed_s, rhythmNow, turnOf } from "../flow.ts";
import { Frame } from "../Frame.tsx";
import { now_ms } from "../ports/clock.ts";
import { Progress } from "../Progress.tsx";
import { PART_WORDS, sideWords } from "../speaker.ts";
import { heightIn, type Rhythm, secondsBefore } from "../tempo.ts";
import { segmentNow } from "../time.ts";
import { common, type View } from "./view.ts";
import styles from "./Stage.module.css";

const DRAWN_EVERY_MS = 40;
const wantsStill = (): boolean => window.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false;

/** The time since something began, as often as a picture moves; by the second where motion is not wanted. */
function useElapsed(since_ms: number, isRunning: boolean): number {
  const [now, setNow] = useState(now_ms);
  useEffect(() => {
    if (!isRunning || wantsStill()) return;
    let frame = 0;
    let last = 0;
    const draw = (at: number) => {
      frame = requestAnimationFrame(draw);
      if (at - last < DRAWN_EVERY_MS) return;
      last = at;
      setNow(now_ms());
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [since_ms, isRunning]);
  return Math.max(0, now - since_ms) / 1_000;
}

/** A set under way: the word, the count, the breath, the body. Everything on it is read from three metres away. */
export function Moving(view: View) {
  const { flow, press, t, say } = view;
  const { pause, hurts, endSet } = common(view);
  const turn = turnOf(flow);
  const rhythm = useMemo(() => rhythmNow(flow), [flow]);
  if (!turn || !rhythm) return null;
  const byPress = countsPresses(flow);
  const name = say({ id: `exercise.${turn.exercise.id}.name` });
  const rep = {
    label: t("train.session.count"),
    keys: ["Enter", "r", "ArrowRight", "PageDown"],
    kind: "main",
    press: () => press({ type: "REP", source: "key" }),
  } as const;
  return (
    <Frame
      page={`set-${flow.at}`}
      title={name}
      quietTitle
      layout="stage"
      top={<Progress flow={flow} />}
      actions={byPress ? [rep, pause, hurts, endSet] : [pause, hurts, endSet]}
    >
      <div className={styles.stage}>
        <Body exercise={turn.exercise} side={turn.row.side} flow={flow} rhythm={rhythm} moves={!byPress} />
        <div className={styles.words}>
          <p className={styles.name}>
            {name}
            {sideWords(turn, t) !== null && <span> · {sideWords(turn, t)}</span>}
          </p>
          <Now view={view} rhythm={rhythm} byPress={byPress} />
        </div>
      </div>
    </Frame>
  );
}

function Now({
  view: { flow, t },
  rhythm,
  byPress,
}: {
  readonly view: View;
  readonly rhythm: Rhythm;
  readonly byPress: boolean;
}) {
  const segment = segmentNow(flow);
  const part = segment?.part ?? "rest";
  const done = flow.reps_ms.length;
  const left = segment ? Math.max(1, Math.ceil(segment.seconds - flow.told)) : 0;
  const isHolding = rhythm.kind === "hold" && part === "hold";
  return (
    <>
      <p className={styles.part} data-part={part} aria-hidden="true">
        {byPress ? t("train.session.own-pace") : t(PART_WORDS[rhythm.way][part])}
      </p>
      <p className={styles.count}>
        <span className={styles.number} data-testid="count">
          {isHolding ? left : done}
        </span>
        <span className={styles.of}>
          {isHolding
            ? t("train.session.hold-of", { n: done + 1, of: rhythm.reps })
            : t("train.session.of", { of: rhythm.reps })}
        </span>
      </p>
      {!byPress && <Breath flow={flow} rhythm={rhythm} />}
    </>
  );
}

function Breath({ flow, rhythm }: { readonly flow: View["flow"]; readonly rhythm: Rhythm }) {
  const inSegment = useElapsed(flow.since_ms, true);
  return (
    <div className={styles.breath}>
      <Curve rhythm={rhythm} at={secondsBefore(rhythm, flow.segment) + inSegment} />
    </div>
  );
}

interface BodyProps {
  readonly exercise: Exercise;
  readonly side: "left" | "right" | null;
  readonly flow: View["flow"];
  readonly rhythm: Rhythm;
  readonly moves: boolean;
}
function Body({ exercise, side, flow, rhythm, moves }: BodyProps) {
  const figure = useMemo(() => exerciseFigure(exercise, side), [exercise, side]);
  const inSegment = useElapsed(flow.since_ms, moves);
  const segment = rhythm.segments[flow.segment];
  const height = moves && segment ? heightIn(segment, wantsStill() ? segment.seconds : inSegment) : 0;
  return (
    <div className={styles.figure}>
      <MovingFigure figure={figure} height={height} ghost={!moves || wantsStill()} />
    </div>
  );
}

/** The figure in a slow loop, to see how it goes before it begins. */
export function Preview({
  exercise,
  side,
  rhythm,
}: {
  readonly exercise: Exercise;
  readonly side: "left" | "right" | null;
  readonly rhythm: Rhythm;
}) {
  const figure = useMemo(() => exerciseFigure(exercise, side), [exercise, side]);
  const [since] = useState(now_ms);
  const gone = useElapsed(since, true);
  let left = gone % rhythm.rep_s;
  let height = wantsStill() ? 0 : (rhythm.segments.at(-1)?.to ?? 0);
  if (!wantsStill())
    for (const segment of rhythm.segments) {
      if (left < segment.seconds) {
        height = heightIn(segment, left);
        break;
      }
      left -= segment.seconds;
    }
  return <MovingFigure figure={figure} height={height} ghost className={styles.preview} />;
}

/** To and fro without an end, as the warm-up goes. */
export function Swinging({ figure }: { readonly figure: ExerciseFigure & { readonly seconds: number } }) {
  const [since] = useState(now_ms);
  const gone = useElapsed(since, true);
  const height = wantsStill() ? 0 : 0.5 - 0.5 * Math.cos((Math.PI * gone) / figure.seconds);
  return <MovingFigure figure={figure} height={height} className={styles.preview} />;
}

/** Three, two, one: large enough to be seen lying down. */
export function Counting(view: View) {
  const { flow, t, say } = view;
  const { pause, hurts, skip } = common(view);
  const turn = turnOf(flow);
  const rhythm = useMemo(() => rhythmNow(flow), [flow]);
  if (!turn || !rhythm) return null;
  const name = say({ id: `exercise.${turn.exercise.id}.name` });
  return (
    <Frame
      page={`count-${flow.at}`}
      title={name}
      quietTitle
      layout="stage"
      top={<Progress flow={flow} />}
      actions={[pause, hurts, skip]}
    >
      <div className={styles.stage}>
        <Body exercise={turn.exercise} side={turn.row.side} flow={flow} rhythm={rhythm} moves={false} />
        <div className={styles.words}>
          <p className={styles.name}>
            {name}
            {sideWords(turn, t) !== null && <span> · {sideWords(turn, t)}</span>}
          </p>
          <p className={styles.part}>{t("train.session.ready")}</p>
          <p className={styles.count}>
            <span className={styles.number}>{Math.max(1, Math.ceil(5 - elapsed_s(flow, flow.now_ms)))}</span>
          </p>
        </div>
      </div>
    </Frame>
  );
}
