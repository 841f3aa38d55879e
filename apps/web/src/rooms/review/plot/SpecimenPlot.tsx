import { useText } from "../../../texts/texts.ts";
import { scaleOf } from "./axes.ts";
import styles from "./Plot.module.css";
import { useWidth } from "./useWidth.ts";

const VALUES = [6, 6, 5, 6, 5, 4, 5, 3, 3, 4, 3, 2, 3];
const HEIGHT = 250;
const [LEFT, RIGHT, TOP, FLOOR] = [14, 14, 34, 196];

/** How to read the room's pictures, on invented numbers: each part carries the number that explains it. */
export function SpecimenPlot() {
  const t = useText();
  const { box, width } = useWidth();
  const x = scaleOf(0, 12.6, LEFT, width - RIGHT);
  const y = scaleOf(0, 10, FLOOR, TOP);
  return (
    <figure ref={box} style={{ minHeight: HEIGHT }} aria-label={t("review.empty.picture")}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} className={styles.plot} aria-hidden="true">
          <rect className={styles.expected} x={x(4)} width={x(6) - x(4)} y={TOP} height={FLOOR - TOP} />
          <line className={styles.judge} x1={x(12)} x2={x(12)} y1={TOP} y2={FLOOR} />
          <rect className={styles.band} x={LEFT} width={width - LEFT - RIGHT} y={y(8)} height={y(4) - y(8)} />
          <line className={styles.axis} x1={LEFT} x2={width - RIGHT} y1={FLOOR} y2={FLOOR} />
          {(width < 520 ? [0, 4, 8, 12] : [0, 2, 4, 6, 8, 10, 12]).map((week) => (
            <g key={week}>
              <line className={styles.axis} x1={x(week)} x2={x(week)} y1={FLOOR} y2={FLOOR + 5} />
              <text
                className={styles.tick}
                x={week === 12 ? width - RIGHT : x(week)}
                y={FLOOR + 42}
                textAnchor={week === 0 ? "start" : week === 12 ? "end" : "middle"}
              >
                {week === 0 ? t("review.plot.start") : t("review.plot.week", { week })}
              </text>
            </g>
          ))}
          <path
            className={styles.trace}
            d={VALUES.map((value, week) => `${week === 0 ? "M" : "L"}${x(week)} ${y(value)}`).join("")}
          />
          {VALUES.map((value, week) => (
            <circle
              // oxlint-disable-next-line react/no-array-index-key -- a week is its place
              key={week}
              className={week === 12 ? styles.newest : styles.point}
              cx={x(week)}
              cy={y(value)}
              r={week === 12 ? 6.5 : 5}
            />
          ))}
          <path className={styles.decision} transform={`translate(${x(4)} ${FLOOR})`} d="M-5.5 14L0 4.5L5.5 14Z" />
          <path className={styles.decision} transform={`translate(${x(8)} ${FLOOR})`} d="M-5.5 14L0 4.5L5.5 14Z" />
          <Numeral n={1} x={x(9)} y={y(6)} />
          <Numeral n={2} x={(x(4) + x(6)) / 2} y={TOP - 14} />
          <Numeral n={3} x={x(4) + 24} y={FLOOR + 18} />
        </svg>
      )}
    </figure>
  );
}

function Numeral({ n, x, y }: { readonly n: number; readonly x: number; readonly y: number }) {
  return (
    <g>
      <circle className={styles.numeral} cx={x} cy={y} r={12} />
      <text className={styles.numeralText} x={x} y={y + 5.5} textAnchor="middle">
        {n}
      </text>
    </g>
  );
}
