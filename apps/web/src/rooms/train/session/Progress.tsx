import { useText } from "../../../texts/texts.ts";
import type { Flow } from "./flow.ts";
import styles from "./Progress.module.css";

/** The sets of the session along the level line: done, under way, to come; exercises stand apart. */
export function Progress({ flow }: { readonly flow: Flow }) {
  const t = useText();
  const { turns, done, skipped, at } = flow;
  const left = turns.filter((turn, index) => !done.includes(index) && !skipped.includes(turn.step)).length;
  // exercises stand apart
  const places = turns.reduce<number[]>(
    (all, turn) => [...all, (all.at(-1) ?? 0) + (turn.isFirst && all.length > 0 ? 2.2 : 1)],
    [],
  );
  const marks = turns.map((turn, index) => {
    const x = places[index] ?? 0;
    const state = done.includes(index)
      ? "done"
      : skipped.includes(turn.step)
        ? "skipped"
        : index === at
          ? "now"
          : "open";
    return { x, state };
  });
  const width = (places.at(-1) ?? 0) + 1;
  return (
    <div className={styles.progress}>
      <svg viewBox={`0 -0.8 ${width} 1.6`} preserveAspectRatio="none" aria-hidden="true" className={styles.line}>
        <line x1="0" x2={width} y1="0" y2="0" />
      </svg>
      {marks.map(({ x: place, state }, index) => (
        // sets have no other name than their place
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className={styles[state]} style={{ left: `${(place / width) * 100}%` }} />
      ))}
      <span className="visually-hidden">
        {t("train.session.progress", { done: turns.length - left, of: turns.length })}
      </span>
    </div>
  );
}
