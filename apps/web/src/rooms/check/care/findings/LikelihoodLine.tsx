import type { Finding } from "@levelhip/care";
import { useText } from "../../../../texts/texts.ts";
import styles from "./findings.module.css";

const WIDTH = 300;
const EDGES = [0.25, 0.5, 0.75];

/** 0 to 100 % as a level line: the value a hip bone on it, its interval a soft bar, the assumed start a mark below. */
export function LikelihoodLine({ finding }: { readonly finding: Finding }) {
  const t = useText();
  const [low, high] = finding.interval;
  const x = (share: number): string => (share * WIDTH).toFixed(1);
  return (
    <div className={styles.likelihood}>
      <p>
        {t("check.care.findings.likelihood", {
          about: Math.round(finding.probability * 100),
          low: Math.round(low * 100),
          high: Math.round(high * 100),
        })}
      </p>
      <svg viewBox={`-8 -12 ${WIDTH + 16} 32`} aria-hidden="true">
        <rect
          x={x(low)}
          y="-7"
          width={Math.max(2, (high - low) * WIDTH).toFixed(1)}
          height="14"
          className={styles.interval}
        />
        <path d={`M0 0H${WIDTH}`} className={styles.axis} />
        {EDGES.map((edge) => (
          <path key={edge} d={`M${x(edge)} -4V4`} className={styles.edge} />
        ))}
        <path d={`M${x(finding.prior)} 5V12`} className={styles.start} />
        <circle cx={x(finding.probability)} cy="0" r="6" className={styles.value} />
        <text x="0" y="18" className={styles.tickText}>
          {"0 %"}
        </text>
        <text x={WIDTH} y="18" textAnchor="end" className={styles.tickText}>
          {"100 %"}
        </text>
      </svg>
    </div>
  );
}
