import { counts, type RecordOf, type SessionState } from "@levelhip/records";
import { useText } from "../../../texts/texts.ts";
import { scaleOf, type Span } from "./axes.ts";
import { DecisionMark, sizeOfMarks } from "./DecisionMark.tsx";
import styles from "./Plot.module.css";
import { TimeAxis } from "./SeriesPlot.tsx";
import { useWidth } from "./useWidth.ts";

interface Props {
  readonly span: Span;
  readonly decisions: readonly RecordOf<"programme">[];
  readonly sessions: readonly SessionState[];
  /** what somebody hears who does not see the picture */
  readonly label: string;
}

const WEEK_MS = 7 * 86_400_000;
const HEIGHT = 132;
const [LEFT, RIGHT, LINE] = [16, 16, 78];

/** The way from the start to week 12 and on: sessions, decisions, when a change can be expected, and today. */
export function WayLine(props: Props) {
  const { box, width } = useWidth();
  return (
    <figure ref={box} style={{ minHeight: HEIGHT }} aria-label={props.label}>
      {width > 0 && <Way {...props} width={width} />}
    </figure>
  );
}

function Way({ span, decisions, sessions, width }: Props & { readonly width: number }) {
  const t = useText();
  const x = scaleOf(span.from_ms, span.to_ms, LEFT, width - RIGHT);
  const start = span.start_ms;
  const today = x(span.now_ms);
  const first = start === null ? null : ([x(start + 4 * WEEK_MS), x(start + 6 * WEEK_MS)] as const);
  const judge = start === null ? null : x(start + 12 * WEEK_MS);
  const done = sessions.filter(counts);
  const dot_px = Math.min(2.6, Math.max(0.9, width / Math.max(1, done.length) / 3));
  // after a long time both lie close together, and behind: their words would lie on each other
  const isNear = first !== null && judge !== null && judge - first[1] > 44;
  return (
    <svg width={width} height={HEIGHT} className={styles.plot} aria-hidden="true">
      {first && judge !== null && (
        <g data-evidence="first-change">
          <rect className={styles.expected} x={first[0]} width={first[1] - first[0]} y={26} height={LINE - 26} />
          {isNear && (
            <text className={styles.note} x={(first[0] + first[1]) / 2} y={16} textAnchor="middle">
              {t("review.way.first")}
            </text>
          )}
          <line className={styles.judge} x1={judge} x2={judge} y1={26} y2={LINE} />
          {isNear && (
            <text className={styles.note} x={Math.min(judge, width - 40)} y={16} textAnchor="middle">
              {t("review.way.judge")}
            </text>
          )}
        </g>
      )}
      {done.map(({ id, startedAt_ms }) => (
        <circle key={id} className={styles.session} cx={x(startedAt_ms)} cy={LINE - 9} r={dot_px} />
      ))}
      <TimeAxis span={span} x={x} y={LINE} width={width - LEFT - RIGHT} />
      {decisions.map((decision) => (
        <DecisionMark
          key={decision.id}
          kind={decision.payload.kind}
          x={x(decision.at_ms)}
          y={LINE}
          size={sizeOfMarks(decisions.length, width)}
        />
      ))}
      <g transform={`translate(${today.toFixed(1)} ${LINE - 22})`}>
        <path className={styles.today} d="M-13-.2C-12.6 4.4-7.8 8-2.6 8.6-1 8.7 1 8.7 2.6 8.6 7.8 8 12.6 4.4 13-.2" />
        <circle className={styles.todayDot} cx={-13} cy={0} r={3} />
        <circle className={styles.todayDot} cx={13} cy={0} r={3} />
      </g>
      <text
        className={styles.todayText}
        x={Math.min(Math.max(today, 26), width - 26)}
        y={LINE - 30}
        textAnchor="middle"
      >
        {t("review.way.today")}
      </text>
    </svg>
  );
}
