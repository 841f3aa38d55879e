import { exerciseOf } from "@levelhip/care";
import { useMemo } from "react";
import { exerciseFigure } from "../../../figure/exercisePose.ts";
import { MovingFigure } from "../../../figure/MovingFigure.tsx";

interface DrawingProps {
  readonly id: string;
  readonly side: "left" | "right" | null;
  /** 0 = start, 1 = top */
  readonly height: number;
  readonly title?: string;
}
/** An exercise, drawn somewhere in its movement. */
export function ExerciseDrawing({ id, side, height, title }: DrawingProps) {
  const figure = useMemo(() => exerciseFigure(exerciseOf(id), side), [id, side]);
  return <MovingFigure figure={figure} height={height} {...(title === undefined ? {} : { title })} />;
}
