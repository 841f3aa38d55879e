import styles from "./Strip.module.css";

interface StripProps {
  readonly value: number;
  /** half-width of the 95 % interval */
  readonly span: number;
  readonly usual: readonly [number | null, number | null] | null;
  readonly clear: readonly [number | null, number | null] | null;
  readonly usualLabel: string;
  readonly label: string;
  /** the same measure the last time */
  readonly before?: { readonly value: number; readonly span: number } | undefined;
}

const W = 340;
const nice = (range: number): number => {
  const raw = range / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 5, 10].map((k) => k * power).find((step) => step >= raw) ?? raw;
};

/** A number on its scale: the usual span, the value, and its error. */
export function Strip({ value, span, usual, clear, usualLabel, label, before }: StripProps) {
  const ends = [
    value - span,
    value + span,
    ...(before ? [before.value - before.span, before.value + before.span] : []),
  ];
  for (const end of [...(usual ?? []), ...(clear ?? [])]) if (end !== null) ends.push(end);
  if (usual) ends.push(0);
  const [lowest, highest] = [Math.min(...ends), Math.max(...ends)];
  const pad = (highest - lowest || 1) * 0.14;
  const [low, high] = [lowest - pad, highest + pad];
  const x = (v: number | null, open: number) => (v === null ? open : ((v - low) / (high - low)) * W);
  const step = nice(high - low);
  const marks: number[] = [];
  for (let mark = Math.ceil(low / step) * step; mark <= high; mark += step) marks.push(Math.round(mark / step) * step);
  return (
    <svg viewBox={`-6 -14 ${W + 12} 74`} className={styles.strip} role="img" aria-label={label}>
      {usual && (
        <>
          <rect x={x(usual[0], 0)} width={x(usual[1], W) - x(usual[0], 0)} y={8} height={28} className={styles.usual} />
          <text x={(x(usual[0], 0) + x(usual[1], W)) / 2} y={-1} className={styles.usualWord}>
            {usualLabel}
          </text>
        </>
      )}
      <line x1={0} x2={W} y1={36} y2={36} className={styles.axis} />
      {marks.map((mark) => (
        <g key={mark}>
          <line x1={x(mark, 0)} x2={x(mark, 0)} y1={36} y2={41} className={styles.axis} />
          {(usual?.every((end) => end === null || Math.abs(end - mark) > step * 0.55) ?? true) && (
            <text x={x(mark, 0)} y={55} className={styles.mark}>
              {String(mark).replace("-", "−")}
            </text>
          )}
        </g>
      ))}
      {usual?.map((end) => end !== null && <Tick key={end} x={x(end, 0)} text={String(end).replace("-", "−")} />)}
      {before && (
        <g className={styles.before}>
          <line x1={x(before.value - before.span, 0)} x2={x(before.value + before.span, 0)} y1={29} y2={29} />
          <circle cx={x(before.value, 0)} cy={29} r={4.5} />
        </g>
      )}
      <line x1={x(value - span, 0)} x2={x(value + span, 0)} y1={19} y2={19} className={styles.error} />
      <line x1={x(value - span, 0)} x2={x(value - span, 0)} y1={14} y2={24} className={styles.error} />
      <line x1={x(value + span, 0)} x2={x(value + span, 0)} y1={14} y2={24} className={styles.error} />
      <circle cx={x(value, 0)} cy={19} r={7.5} className={styles.value} />
    </svg>
  );
}

const Tick = ({ x, text }: { readonly x: number; readonly text: string }) => (
  <text x={x} y={55} className={styles.mark}>
    {text}
  </text>
);
