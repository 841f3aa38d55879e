import styles from "./LevelLine.module.css";

/** A point on the circle of radius `r` at `angle_deg` counter-clockwise from the right, in SVG's downward y. */
const at = (r: number, angle_deg: number): string => {
  const a = (angle_deg * Math.PI) / 180;
  return `${(r * Math.cos(a)).toFixed(2)} ${(-r * Math.sin(a)).toFixed(2)}`;
};

/** Both halves of the soft wedge between angle − error and angle + error. */
const wedge = (r: number, from_deg: number, to_deg: number): string =>
  [0, 180].map((turn) => `M0 0L${at(r, turn + from_deg)}A${r} ${r} 0 0 0 ${at(r, turn + to_deg)}Z`).join("");

/** The pelvis: two hip bones on the line, the bowl between them. Half-width 1 in its own units. */
const PELVIS = "M-1-.02C-.97.34-.6.62-.2.66C-.08.67.08.67.2.66C.6.62.97.34 1-.02";

/** The ring inside it, for large drawings. */
const INLET = "M-.6.1C-.5.36-.26.43 0 .43C.26.43.5.36.6.1";

interface LevelLineProps {
  /** tilt of the pelvis in the picture [deg], + = the right end of the drawing up */
  readonly angle_deg: number;
  /** half-width of the error wedge [deg]; 0 draws none */
  readonly error_deg?: number;
  /** half-width of the pelvis [px of the drawing]; the line reaches 2.1 times as far on both sides */
  readonly reach?: number;
  /** shows a scale at both ends, a mark every 5° up to ±15° */
  readonly scale?: boolean;
  /** tilts are drawn this much larger than they are, so that a small one can be seen; the scale is stretched alike */
  readonly stretch?: number;
  /** the standing leg, on this side of the drawing, and the spine are drawn as lines */
  readonly stands?: "left" | "right" | undefined;
  readonly title?: string;
  readonly className?: string | undefined;
}

const STEPS = [-15, -10, -5, 0, 5, 10, 15];

/** The motif: a level line, the pelvis as an arc on it, tilted by its angle, its error a soft wedge. */
export function LevelLine({
  angle_deg,
  error_deg = 0,
  reach = 100,
  scale = false,
  stretch = 1,
  stands,
  title,
  className,
}: LevelLineProps) {
  const r = reach * 2.1;
  const top = scale ? r * Math.sin((15 * stretch * Math.PI) / 180) + 14 : reach * 0.42;
  const bottom = Math.max(top, reach * (stands ? 1.04 : 0.9));
  const half = r + (scale ? 46 : 4);
  const shown = angle_deg * stretch;
  return (
    <svg
      viewBox={`${-half} ${-top} ${2 * half} ${top + bottom}`}
      className={[styles.line, className].filter(Boolean).join(" ")}
      role={title ? "img" : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      {error_deg > 0 && (
        <path
          d={wedge(r, (angle_deg - error_deg) * stretch, (angle_deg + error_deg) * stretch)}
          className={styles.wedge}
        />
      )}
      <line x1={-r} x2={r} y1={0} y2={0} className={styles.level} />
      {stands && <Limbs reach={reach} tilt_deg={shown} stands={stands} />}
      {scale && <Scale r={r} stretch={stretch} />}
      <g transform={`rotate(${-shown})`} className={styles.tilting}>
        <line x1={-r} x2={r} y1={0} y2={0} className={styles.tilt} />
        <g transform={`scale(${reach})`}>
          {scale && <path d={INLET} className={styles.inlet} />}
          <path d={PELVIS} className={styles.pelvis} strokeWidth={scale ? 0.055 : 0.1} />
          <circle cx={-1} cy={-0.02} r={scale ? 0.065 : 0.085} className={styles.hip} />
          <circle cx={1} cy={-0.02} r={scale ? 0.065 : 0.085} className={styles.hip} />
        </g>
      </g>
    </svg>
  );
}

/** The leg that is stood on, from the hip joint down, and the spine from the middle up. */
function Limbs({
  reach,
  tilt_deg,
  stands,
}: {
  readonly reach: number;
  readonly tilt_deg: number;
  readonly stands: "left" | "right";
}) {
  const a = (-tilt_deg * Math.PI) / 180;
  const hip = { x: (stands === "left" ? -0.58 : 0.58) * reach, y: 0.47 * reach };
  const x = hip.x * Math.cos(a) - hip.y * Math.sin(a);
  const y = hip.x * Math.sin(a) + hip.y * Math.cos(a);
  return (
    <g className={styles.limbs}>
      <path d={`M${x} ${y}V${reach * 1.02}`} />
      <path d={`M0 0C0 ${-reach * 0.2} ${x * 0.12} ${-reach * 0.35} ${x * 0.12} ${-reach * 0.62}`} />
      <circle cx={x} cy={y} r={reach * 0.075} />
    </g>
  );
}

function Scale({ r, stretch }: { readonly r: number; readonly stretch: number }) {
  return (
    <g className={styles.scale} aria-hidden>
      {STEPS.flatMap((step) =>
        [0, 180].map((turn) => {
          const angle = turn === 0 ? step * stretch : 180 - step * stretch;
          const [x0, y0] = at(r + 6, angle).split(" ");
          const [x1, y1] = at(r + (step === 0 ? 20 : 14), angle).split(" ");
          const [tx, ty] = at(r + 32, angle).split(" ");
          return (
            <g key={`${turn}/${step}`}>
              <line x1={x0} y1={y0} x2={x1} y2={y1} />
              {step % 10 === 0 && (
                <text x={tx} y={ty} dy="0.35em">
                  {Math.abs(step)}
                </text>
              )}
            </g>
          );
        }),
      )}
    </g>
  );
}

/** A name, the same in every language. */
const PRODUCT = "levelhip";

/** The name of the product with its mark. */
export function Logo() {
  return (
    <span className={styles.logo}>
      <svg viewBox="-24 -9 48 24" width="46" height="23" aria-hidden="true">
        <line x1={-24} x2={24} y1={0} y2={0} className={styles.markLevel} />
        <g transform="rotate(-7)">
          <path d={PELVIS} transform="scale(14)" className={styles.pelvis} />
          <circle cx={-14} cy={0} r={2.3} className={styles.hip} />
          <circle cx={14} cy={0} r={2.3} className={styles.hip} />
        </g>
      </svg>
      <span>{PRODUCT}</span>
    </span>
  );
}
