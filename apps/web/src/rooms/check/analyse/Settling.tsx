import { ProgressBar } from "react-aria-components/ProgressBar";
import styles from "./Settling.module.css";

/** Progress as the level line: the pelvis wanders along it and comes to rest in the middle, level, when all is done. */
export function Settling({ share, label }: { readonly share: number | null; readonly label: string }) {
  const done = share ?? 0;
  const tilt = (1 - done) * 14 * Math.cos(done * 18);
  return (
    <ProgressBar
      aria-label={label}
      value={share === null ? 0 : Math.round(share * 100)}
      isIndeterminate={share === null}
      className={styles.settling ?? ""}
    >
      <svg viewBox="-220 -40 440 110" aria-hidden="true">
        <line x1={-210} x2={210} y1={0} y2={0} className={styles.rest} />
        <line x1={-210} x2={-210 + 420 * done} y1={0} y2={0} className={styles.done} />
        <g
          className={share === null ? styles.waiting : styles.pelvis}
          style={share === null ? undefined : { transform: `rotate(${tilt.toFixed(2)}deg)` }}
        >
          <path d="M-62-.02C-60 21-37 38-12 41-5 42 5 42 12 41 37 38 60 21 62-.02" />
          <circle cx={-62} cy={0} r={5.4} />
          <circle cx={62} cy={0} r={5.4} />
        </g>
      </svg>
    </ProgressBar>
  );
}
