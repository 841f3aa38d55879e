import { memo, useMemo } from "react";
import { type Drawing, draw } from "./drawing.ts";
import { type ExerciseFigure, poseBetween } from "./exercisePose.ts";
import { Around, type Placed } from "./Around.tsx";
import styles from "./Figure.module.css";
import { BODY } from "./skeleton.ts";

interface MovingFigureProps {
  readonly figure: ExerciseFigure;
  /** where in the movement: 0 = start, 1 = top */
  readonly height: number;
  /** the other end of the movement stays to be seen, faint */
  readonly ghost?: boolean;
  readonly title?: string;
  readonly className?: string | undefined;
}

interface Ground {
  /** what stays on the floor while the rest moves */
  readonly anchor: Anchor;
  /** the anchored foot stands on a step; the floor lies this much lower [cm] */
  readonly step: number;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}
const SAMPLES = [0, 0.25, 0.5, 0.75, 1];
const drawn = ({ start, top, azimuth_deg }: ExerciseFigure, height: number): Drawing =>
  draw(poseBetween(start, top, height), azimuth_deg, { band: false });

/** How a drawing is moved so that it rests on the floor (y = 0) with its anchor at x = 0; on a step by the foot that stands there. */
const offsetOf = (drawing: Drawing, anchor: Anchor, step = 0) => ({
  x: -drawing.joints[anchor].x,
  y: step > 0 ? -(drawing.joints[anchor].y + ANKLE) : -(drawing.bounds.y + drawing.bounds.height),
});
type Anchor = "footLeft" | "footRight";
/** Height of the ankle over the sole [cm]. */
const ANKLE = BODY.ankleHeight;
/** A stair is about as high [cm]. */
const STEP = 17;

/** Who steps up stands on the step with one foot from the start, and the other shows where the floor is. */
function stepOf(
  { props = [] }: ExerciseFigure,
  first: Drawing,
): { readonly anchor: Anchor; readonly step: number } | null {
  if (!props.includes("step")) return null;
  const { footLeft, footRight } = first.joints;
  const apart = footLeft.y - footRight.y;
  if (Math.abs(apart) > 8) return { anchor: apart > 0 ? "footRight" : "footLeft", step: Math.abs(apart) };
  return null;
}

/** The foot that moves less stays where it is; the picture holds the whole movement. */
function groundOf(figure: ExerciseFigure): Ground {
  const all = SAMPLES.map((height) => drawn(figure, height));
  const [first, last] = [all[0] as Drawing, all.at(-1) as Drawing];
  const moved = (anchor: Ground["anchor"]): number => {
    const other = anchor === "footLeft" ? "footRight" : "footLeft";
    const [a, b] = [offsetOf(first, anchor), offsetOf(last, anchor)];
    const lift = (one: Drawing, y: number) => one.joints[anchor].y + y;
    // what is kept in place must not leave the floor, and keep the other foot still if it can
    return (
      Math.abs(lift(first, a.y) - lift(last, b.y)) * 4 +
      Math.abs(first.joints[other].x + a.x - last.joints[other].x - b.x)
    );
  };
  const up = stepOf(figure, first);
  const still = moved("footRight") < moved("footLeft") - 0.01 ? "footRight" : "footLeft";
  const anchor = up?.anchor ?? still;
  const step = up?.step ?? (figure.props?.includes("step") ? STEP : 0);
  let [left, top, right] = [Infinity, Infinity, -Infinity];
  for (const drawing of all) {
    const { x, y } = offsetOf(drawing, anchor, step);
    left = Math.min(left, drawing.bounds.x + x);
    right = Math.max(right, drawing.bounds.x + drawing.bounds.width + x);
    top = Math.min(top, drawing.bounds.y + y);
  }
  return { anchor, step, box: { x: left, y: top, width: right - left, height: step - top } };
}

/** A person in ink, somewhere in a movement. The floor stays where it is and so does the picture's frame. */
export const MovingFigure = memo(function MovingFigure({
  figure,
  height,
  ghost = false,
  title,
  className,
}: MovingFigureProps) {
  const { anchor, step: rise, box } = useMemo(() => groundOf(figure), [figure]);
  // a hundredth of the way is less than a line's width
  const step = Math.round(height * 100) / 100;
  const now = useMemo(() => drawn(figure, step), [figure, step]);
  const far = useMemo(() => (ghost ? drawn(figure, 1) : null), [figure, ghost]);
  const place = useMemo(() => {
    const ends = [drawn(figure, 0), drawn(figure, 1)].map((one) => ({
      drawing: one,
      offset: offsetOf(one, anchor, rise),
    }));
    return {
      start: ends[0] as Placed,
      top: ends[1] as Placed,
      now: { drawing: now, offset: offsetOf(now, anchor, rise) },
    };
  }, [figure, anchor, rise, now]);
  return (
    <svg
      viewBox={`${box.x - 10} ${box.y - 4} ${box.width + 20} ${box.height + 8}`}
      className={[styles.figure, className].filter(Boolean).join(" ")}
      role={title ? "img" : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      <line x1={box.x - 10} x2={box.x + box.width + 10} y1={rise} y2={rise} className={styles.floor} />
      <Around figure={figure} place={place} rise={rise} layer="behind" />
      {far && <Body drawing={far} offset={offsetOf(far, anchor, rise)} className={styles.ghost} />}
      <Body drawing={now} offset={offsetOf(now, anchor, rise)} />
      <Around figure={figure} place={place} rise={rise} layer="before" />
    </svg>
  );
});

function Body({
  drawing,
  offset,
  className,
}: {
  readonly drawing: Drawing;
  readonly offset: { x: number; y: number };
  readonly className?: string | undefined;
}) {
  return (
    <g transform={`translate(${offset.x.toFixed(2)} ${offset.y.toFixed(2)})`} className={className}>
      {drawing.shapes.map((shape, index) => (
        // the order of the parts is fixed for a pose: the index is their name
        // oxlint-disable-next-line react/no-array-index-key
        <g key={index}>
          {shape.edge && <path d={shape.path} className={styles.edge} />}
          <path d={shape.path} className={styles[shape.ink]} />
        </g>
      ))}
    </g>
  );
}
