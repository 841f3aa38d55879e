import { useMemo } from "react";
import styles from "./Curve.module.css";
import { curveOf, type Rhythm } from "./tempo.ts";

const WIDTH = 1000;
const HEIGHT = 150;
const BASE = 170;

/** One repetition drawn as a breath over the level line; the dot is where the body should be now. */
export function Curve({ rhythm, at }: { readonly rhythm: Rhythm; readonly at: number | null }) {
  const points = useMemo(() => curveOf(rhythm), [rhythm]);
  const path = useMemo(
    () =>
      points
        .map(({ t, h }, i) => `${i === 0 ? "M" : "L"}${(t * WIDTH).toFixed(1)} ${(BASE - h * HEIGHT).toFixed(1)}`)
        .join(""),
    [points],
  );
  const t = at === null ? null : Math.min(1, Math.max(0, at / rhythm.rep_s));
  const h = t === null ? 0 : (points[Math.round(t * (points.length - 1))]?.h ?? 0);
  return (
    <svg viewBox={`-20 0 ${WIDTH + 40} ${BASE + 24}`} className={styles.curve} aria-hidden="true">
      <line x1="-20" x2={WIDTH + 20} y1={BASE} y2={BASE} className={styles.level} />
      <path d={path} className={styles.breath} />
      {t !== null && (
        <>
          <line x1={t * WIDTH} x2={t * WIDTH} y1={BASE - h * HEIGHT} y2={BASE} className={styles.drop} />
          <circle cx={t * WIDTH} cy={BASE - h * HEIGHT} r="17" className={styles.dot} />
        </>
      )}
    </svg>
  );
}
