import { bandOf, type Point, type RecordOf, type Series } from "@levelhip/records";
import { type PointerEvent, useState } from "react";
import { useText } from "../../../texts/texts.ts";
import { useNumbers } from "../numbers.ts";
import { scaleOf, type Span, timeTicks, valueRange, valueTicks } from "./axes.ts";
import { DecisionMark, sizeOfMarks } from "./DecisionMark.tsx";
import styles from "./Plot.module.css";
import { useWidth } from "./useWidth.ts";

interface Props {
  readonly series: Series;
  readonly span: Span;
  readonly decisions: readonly RecordOf<"programme">[];
  /** draws when a change can be expected: for pain and function */
  readonly expects: boolean;
  /** what somebody hears who does not see the picture */
  readonly label: string;
}

const HEIGHT = 216;
const EDGE = { left: 40, right: 14, top: 26, bottom: 46 };
const WEEK_MS = 7 * 86_400_000;

/**
 * One series over time: points with their errors, the span around the first value that is no change beyond error, programme
 * decisions on the axis. The same numbers stand in a table beside it.
 */
export function SeriesPlot(props: Props) {
  const { box, width } = useWidth();
  return (
    <figure ref={box} className={styles.box} aria-label={props.label}>
      {width > 0 && <Drawing {...props} width={width} />}
    </figure>
  );
}

function Drawing({ series, span, decisions, expects, width }: Props & { readonly width: number }) {
  const t = useText();
  const { value, day, number } = useNumbers();
  const [near, setNear] = useState<Point | null>(null);
  const band = bandOf(series);
  const range = valueRange(series.key, series.points, band);
  const marks = valueTicks(range.low, range.high, 5);
  const [low, high] = [Math.min(range.low, marks[0] ?? 0), Math.max(range.high, marks.at(-1) ?? 1)];
  const right = width - EDGE.right;
  const floor = HEIGHT - EDGE.bottom;
  const x = scaleOf(span.from_ms, span.to_ms, EDGE.left, right);
  const y = scaleOf(low, high, floor, EDGE.top);
  const seek = (event: PointerEvent<SVGSVGElement>) => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left;
    setNear(nearest(series.points, at, x));
  };
  return (
    <svg
      width={width}
      height={HEIGHT}
      className={styles.plot}
      aria-hidden="true"
      onPointerMove={seek}
      onPointerDown={seek}
      onPointerLeave={() => setNear(null)}
    >
      {band && (
        <rect
          className={styles.band}
          x={EDGE.left}
          width={right - EDGE.left}
          y={y(Math.min(band.high, high))}
          height={Math.max(0, y(Math.max(band.low, low)) - y(Math.min(band.high, high)))}
        />
      )}
      {expects && span.start_ms !== null && <Expected span={span} x={x} floor={floor} />}
      {marks.map((mark) => (
        <g key={mark}>
          <line className={styles.grid} x1={EDGE.left} x2={right} y1={y(mark)} y2={y(mark)} />
          <text className={styles.tick} x={EDGE.left - 8} y={y(mark) + 5} textAnchor="end">
            {number(mark)}
          </text>
        </g>
      ))}
      <TimeAxis span={span} x={x} y={floor} width={right - EDGE.left} />
      {decisions.map((decision) => (
        <DecisionMark
          key={decision.id}
          kind={decision.payload.kind}
          x={x(decision.at_ms)}
          y={floor}
          size={sizeOfMarks(decisions.length, width)}
        />
      ))}
      <Trace series={series} x={x} y={y} />
      {series.gaps.map(({ at_ms }) => (
        <path key={at_ms} className={styles.gap} d={`M${x(at_ms) - 4} ${floor - 12}l8 8m0-8l-8 8`} />
      ))}
      {near ? (
        <g>
          <line className={styles.near} x1={x(near.at_ms)} x2={x(near.at_ms)} y1={EDGE.top} y2={floor} />
          <text
            className={styles.readout}
            x={Math.min(Math.max(x(near.at_ms), 90), right - 90)}
            y={15}
            textAnchor="middle"
          >
            {`${day(near.at_ms)}: ${value(near.value, near.sem, series.unit)}`}
          </text>
        </g>
      ) : (
        band && (
          <text className={styles.note} x={right} y={15} textAnchor="end">
            {t("review.plot.band")}
          </text>
        )
      )}
    </svg>
  );
}

/** When a first change can be expected, and when to judge. */
function Expected({ span, x, floor }: { span: Span; x: (at: number) => number; floor: number }) {
  const start = span.start_ms ?? 0;
  const [from, to, judge] = [x(start + 4 * WEEK_MS), x(start + 6 * WEEK_MS), x(start + 12 * WEEK_MS)];
  return (
    <g data-evidence="first-change">
      <rect className={styles.expected} x={from} width={to - from} y={EDGE.top} height={floor - EDGE.top} />
      <line className={styles.judge} x1={judge} x2={judge} y1={EDGE.top} y2={floor} />
    </g>
  );
}

export function TimeAxis({ span, x, y, width }: { span: Span; x: (at: number) => number; y: number; width: number }) {
  const t = useText();
  const { day } = useNumbers();
  const ticks = timeTicks(span, width);
  return (
    <g>
      <line className={styles.axis} x1={x(span.from_ms)} x2={x(span.to_ms)} y1={y} y2={y} />
      {ticks.map(({ at, week }, index) => (
        <g key={at}>
          <line className={styles.axis} x1={x(at)} x2={x(at)} y1={y} y2={y + 5} />
          <text className={styles.tick} y={y + 38} {...placed(x(at), index === 0, x(span.to_ms))}>
            {week === null ? day(at) : week === 0 ? t("review.plot.start") : t("review.plot.week", { week })}
          </text>
        </g>
      ))}
    </g>
  );
}

/** A word under its mark; the first begins there, and one at the edge ends there. */
function placed(
  at_px: number,
  isFirst: boolean,
  edge_px: number,
): { x: number; textAnchor: "start" | "middle" | "end" } {
  if (isFirst) return { x: at_px, textAnchor: "start" };
  return at_px > edge_px - 30 ? { x: edge_px + 8, textAnchor: "end" } : { x: at_px, textAnchor: "middle" };
}

/** A line through the points where there are not too many, the newest one filled. Errors are whiskers. */
function Trace({
  series: { points },
  x,
  y,
}: {
  series: Series;
  x: (at: number) => number;
  y: (value: number) => number;
}) {
  const many = points.length > 40;
  const last = points.at(-1);
  return (
    <g>
      <path
        className={styles.trace}
        d={points
          .map(({ at_ms, value }, index) => `${index === 0 ? "M" : "L"}${x(at_ms).toFixed(1)} ${y(value).toFixed(1)}`)
          .join("")}
      />
      {!many &&
        points.map(
          ({ at_ms, value, sem, record }) =>
            sem !== null &&
            sem > 0 && (
              <line
                key={record}
                className={styles.error}
                x1={x(at_ms)}
                x2={x(at_ms)}
                y1={y(value - 1.96 * sem)}
                y2={y(value + 1.96 * sem)}
              />
            ),
        )}
      {!many &&
        points.map(({ at_ms, value, record, isAtLeast }) => (
          <g key={record}>
            <circle className={styles.point} cx={x(at_ms)} cy={y(value)} r={5} />
            {isAtLeast && <path className={styles.atLeast} d={`M${x(at_ms)} ${y(value) - 7}v-10m-4 4l4-4l4 4`} />}
          </g>
        ))}
      {last && <circle className={styles.newest} cx={x(last.at_ms)} cy={y(last.value)} r={6.5} />}
    </g>
  );
}

function nearest(points: readonly Point[], at_px: number, x: (at: number) => number): Point | null {
  let best: Point | null = null;
  for (const point of points)
    if (!best || Math.abs(x(point.at_ms) - at_px) < Math.abs(x(best.at_ms) - at_px)) best = point;
  return best;
}
