import { type ReactNode, useMemo } from "react";
import { type Drawing, draw } from "./drawing.ts";
import styles from "./Figure.module.css";
import type { Pose } from "./pose.ts";

interface FigureProps {
  readonly pose: Pose;
  /** seen from [deg]: 0 front, 90 the person's right side, −90 the left, 180 behind */
  readonly azimuth_deg?: number;
  /** the band around the hips */
  readonly band?: boolean;
  /** the floor line under the figure */
  readonly floor?: boolean;
  /** room around the figure [cm] */
  readonly margin?: { readonly top?: number; readonly side?: number; readonly bottom?: number };
  readonly title?: string;
  readonly className?: string | undefined;
  /** marks over the figure, in its own centimetres */
  readonly marks?: (drawing: Drawing) => ReactNode;
}

/** A person drawn in ink from joint angles. */
export function Figure({
  pose,
  azimuth_deg = 0,
  band = true,
  floor = true,
  margin = {},
  title,
  className,
  marks,
}: FigureProps) {
  const drawing = useMemo(() => draw(pose, azimuth_deg, { band }), [pose, azimuth_deg, band]);
  const { x, y, width, height } = drawing.bounds;
  const { top = 3, side = 8, bottom = 5 } = margin;
  const ground = y + height;
  return (
    <svg
      viewBox={`${x - side} ${y - top} ${width + 2 * side} ${height + top + bottom}`}
      className={[styles.figure, className].filter(Boolean).join(" ")}
      role={title ? "img" : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      {floor && <line x1={x - side} x2={x + width + side} y1={ground} y2={ground} className={styles.floor} />}
      {drawing.shapes.map((shape, index) => (
        // the order of the parts is fixed for a pose: the index is their name
        // oxlint-disable-next-line react/no-array-index-key
        <g key={index}>
          {shape.edge && <path d={shape.path} className={styles.edge} />}
          <path d={shape.path} className={styles[shape.ink]} />
        </g>
      ))}
      {marks?.(drawing)}
    </svg>
  );
}
