import type { Contribution, Finding } from "@levelhip/care";
import { Told } from "../../../../care/Told.tsx";
import { useCareWords } from "../../../../care/words.ts";
import styles from "./findings.module.css";

/** The drawing's width, and the log-odds at its ends. */
const WIDTH = 220;
const FROM = -3.6;
const TO = 3.1;
const logit = (p: number): number => Math.log(p / (1 - p));
const xOf = (logOdds: number): number => ((Math.min(TO, Math.max(FROM, logOdds)) - FROM) / (TO - FROM)) * WIDTH;
const NEUTRAL = 0.02;
const MARKS = [0.05, 0.25, 0.5, 0.75, 0.95];

/** One thing that counted: what it is, what was read, and which way it speaks. */
export function Counted({ part }: { readonly part: Contribution }) {
  const { say } = useCareWords();
  const way = part.log_odds > NEUTRAL ? "finding.adds" : part.log_odds < -NEUTRAL ? "finding.takes" : "finding.neutral";
  return (
    <>
      {say(`item.${part.item}`)}
      <Read part={part} />
      <span className={styles.speaks}>
        {" "}
        <Told what={way} />
      </span>
    </>
  );
}

/** What counted, one after another: each bar begins where the one before ended, from the assumed start to the finding. */
export function Waterfall({ finding }: { readonly finding: Finding }) {
  const start = logit(finding.prior);
  const ends: number[] = [start];
  for (const part of finding.contributions) ends.push((ends.at(-1) ?? start) + part.log_odds);
  const last = logit(finding.probability);
  return (
    <ol className={styles.waterfall}>
      <li>
        <span>
          <Told what="finding.start" />
        </span>
        <svg viewBox={`0 0 ${WIDTH} 24`} aria-hidden="true">
          <path d={`M${xOf(start)} 4V24`} className={styles.start} />
          <circle cx={xOf(start)} cy="12" r="4.5" className={styles.startDot} />
        </svg>
      </li>
      {finding.contributions.map((part, i) => (
        <li key={part.item}>
          <span>
            <Counted part={part} />
          </span>
          <Bar from={ends[i] ?? start} to={ends[i + 1] ?? start} />
        </li>
      ))}
      <li>
        <span>
          <strong>
            <Told what={`band.${finding.band}`} />
          </strong>{" "}
          {Math.round(finding.probability * 100)} %
        </span>
        <svg viewBox={`0 0 ${WIDTH} 40`} aria-hidden="true">
          <path d={`M0 12H${WIDTH}`} className={styles.axis} />
          <path d={`M${xOf(last)} 0V12`} className={styles.start} />
          <circle cx={xOf(last)} cy="12" r="6" className={styles.value} />
          {MARKS.map((mark) => (
            <g key={mark}>
              <path d={`M${xOf(logit(mark))} 9V15`} className={styles.edge} />
              <text x={xOf(logit(mark))} y="32" textAnchor="middle" className={styles.tickText}>
                {Math.round(mark * 100)} %
              </text>
            </g>
          ))}
        </svg>
      </li>
    </ol>
  );
}

function Read({ part }: { readonly part: Contribution }) {
  const { number, say } = useCareWords();
  if (part.value === null) return null;
  return (
    <span className={styles.read}>
      {` ${number(part.value)} ± ${number(part.sem ?? 0)} ${part.unit === null ? "" : say(`unit.${part.unit}`)}`}
    </span>
  );
}

function Bar({ from, to }: { readonly from: number; readonly to: number }) {
  const [a, b] = [xOf(from), xOf(to)];
  const left = Math.min(a, b);
  return (
    <svg viewBox={`0 0 ${WIDTH} 24`} aria-hidden="true">
      <path d={`M${a} 0V12`} className={styles.start} />
      <path d={`M${b} 12V24`} className={styles.start} />
      <rect
        x={left}
        y="6"
        width={Math.max(1.5, Math.abs(b - a))}
        height="12"
        className={to >= from ? styles.adds : styles.takes}
      />
      {Math.abs(b - a) > 8 && (
        <path d={to >= from ? `m${b - 7} 9 4 3-4 3` : `m${b + 7} 9-4 3 4 3`} className={styles.arrow} />
      )}
    </svg>
  );
}
