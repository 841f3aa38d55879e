import { memo, useMemo } from "react";
import { type Drawing, draw } from "./drawing.ts";
import { type ExerciseFigure, poseBetween } from "./exercisePose.ts";
import styles from "./Figure.module.css";

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
  readonly anchor: "footLeft" | "footRight";
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}
const SAMPLES = [0, 0.25, 0.5, 0.75, 1];
const drawn = ({ start, top, azimuth_deg }: ExerciseFigure, height: number): Drawing =>
  draw(poseBetween(start, top, height), azimuth_deg, { band: false });

/** How a drawing is moved so that it rests on the floor (y = 0) with its anchor at x = 0. */
const offsetOf = (drawing: Drawing, anchor: Ground["anchor"]) => ({
  x: -drawing.joints[anchor].x,
  y: -(drawing.bounds.y + drawing.bounds.height),
});

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
  const anchor = moved("footRight") < moved("footLeft") - 0.01 ? "footRight" : "footLeft";
  let [left, top, right] = [Infinity, Infinity, -Infinity];
  for (const drawing of all) {
    const { x, y } = offsetOf(drawing, anchor);
    left = Math.min(left, drawing.bounds.x + x);
    right = Math.max(right, drawing.bounds.x + drawing.bounds.width + x);
    top = Math.min(top, drawing.bounds.y + y);
  }
  return { anchor, box: { x: left, y: top, width: right - left, height: -top } };
}

/** A person in ink, somewhere in a movement. The floor stays where it is and so does the picture's frame. */
export const MovingFigure = memo(function MovingFigure({
  figure,
  height,
  ghost = false,
  title,
  className,
}: MovingFigureProps) {
  const { anchor, box } = useMemo(() => groundOf(figure), [figure]);
  // a hundredth of the way is less than a line's width
  const step = Math.round(height * 100) / 100;
  const now = useMemo(() => drawn(figure, step), [figure, step]);
  const far = useMemo(() => (ghost ? drawn(figure, 1) : null), [figure, ghost]);
  return (
    <svg
      viewBox={`${box.x - 10} ${box.y - 4} ${box.width + 20} ${box.height + 8}`}
      className={[styles.figure, className].filter(Boolean).join(" ")}
      role={title ? "img" : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      <line x1={box.x - 10} x2={box.x + box.width + 10} y1={0} y2={0} className={styles.floor} />
      {far && <Body drawing={far} offset={offsetOf(far, anchor)} className={styles.ghost} />}
      <Body drawing={now} offset={offsetOf(now, anchor)} />
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
