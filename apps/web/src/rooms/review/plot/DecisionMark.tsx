import type { Payload } from "@levelhip/records";
import styles from "./Plot.module.css";

type Kind = Payload<"programme">["kind"];
/** Up: a step more; down: a step less; a bar: the same; a dot: anything else. */
const SHAPES: Readonly<Record<Kind, string>> = {
  start: "M-5 9a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z",
  progress: "M-5.5 14L0 4.5L5.5 14Z",
  phase: "M-5.5 14L0 4.5L5.5 14Z",
  regress: "M-5.5 5L0 14.5L5.5 5Z",
  deload: "M-5.5 5L0 14.5L5.5 5Z",
  hold: "M-5.5 8h11v3.5h-11Z",
  pause: "M-5 5h3.4v9h-3.4ZM1.6 5h3.4v9h-3.4Z",
  swap: "M-3 9.5a3 3 0 1 0 6 0a3 3 0 1 0-6 0Z",
  days: "M-3 9.5a3 3 0 1 0 6 0a3 3 0 1 0-6 0Z",
  resume: "M-3 9.5a3 3 0 1 0 6 0a3 3 0 1 0-6 0Z",
  stop: "M-4.5 5h9v9h-9Z",
};

/** Marks shrink where many stand side by side, to no less than half. */
export const sizeOfMarks = (count: number, width_px: number): number =>
  Math.min(1, Math.max(0.5, width_px / Math.max(1, count) / 16));

interface Props {
  readonly kind: Kind;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}
/** A decision about the programme, hung under the time axis. */
export function DecisionMark({ kind, x, y, size = 1 }: Props) {
  return (
    <path
      className={styles.decision}
      transform={`translate(${x.toFixed(1)} ${y}) scale(${size.toFixed(2)})`}
      d={SHAPES[kind]}
    />
  );
}
