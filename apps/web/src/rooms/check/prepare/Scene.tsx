import { useMemo } from "react";
import { type Drawing, draw } from "../../../figure/drawing.ts";
import figure from "../../../figure/Figure.module.css";
import { STANDING } from "../../../figure/poses.ts";
import { useText } from "../../../texts/texts.ts";
import type { CheckTest } from "../tests.ts";
import styles from "./Scene.module.css";

/** A long room is not drawn longer than this [cm]; the words say how long it is. */
const DRAWN_MOST = 340;

/** Where the camera stands, how far, how high, and what it sees. In centimetres. */
export function Scene({ test }: { readonly test: CheckTest }) {
  return test.lying ? <FromAbove test={test} /> : <FromBeside test={test} />;
}

/** The room from the side: the phone on something steady at hip height. */
function FromBeside({ test: { camera, view, band } }: { readonly test: CheckTest }) {
  const t = useText();
  // the camera is on the left: it sees the front of a person turned to it, the side of one who faces us
  const person = useMemo(() => draw(STANDING, view === "front" ? -90 : 0, { band }), [view, band]);
  const far = Math.min(camera.distance_m * 100, DRAWN_MOST);
  const high = camera.height_m * 100;
  const ground = person.bounds.y + person.bounds.height;
  return (
    <svg
      viewBox={`-34 -202 ${far + 90} 246`}
      className={styles.scene}
      role="img"
      aria-label={t("check.scene", { distance: camera.distance_m })}
    >
      <path d={`M0 ${-high}L${far} -186L${far} 0Z`} className={styles.seen} />
      <line x1={-34} x2={far + 200} y1={0} y2={0} className={styles.floor} />
      <path d={`M-20 0V${-high + 16}M-28 0H-6M-26 ${-high + 16}H4`} className={styles.stand} />
      <rect x={-3.5} y={-high - 15} width={7} height={31} rx={2} className={styles.phone} />
      <Person drawing={person} at={{ x: far - 10, y: -ground }} />
      <Span far={far} y={20} metres={camera.distance_m} />
    </svg>
  );
}

/** The floor from above: the person lies across the camera's view. */
function FromAbove({ test: { camera, band } }: { readonly test: CheckTest }) {
  const t = useText();
  const person = useMemo(() => draw(STANDING, 0, { band }), [band]);
  const far = camera.distance_m * 100;
  const middle = person.bounds.y + person.bounds.height / 2;
  return (
    <svg
      viewBox={`-34 -104 ${far + 90} 254`}
      className={styles.scene}
      role="img"
      aria-label={t("check.scene.above", { distance: camera.distance_m })}
    >
      <path d={`M0 0L${far} -100L${far} 100Z`} className={styles.seen} />
      <rect x={-4} y={-8} width={8} height={16} rx={2} className={styles.phone} />
      <Person drawing={person} at={{ x: far, y: -middle }} />
      <Span far={far} y={112} metres={camera.distance_m} />
      <text x={-34} y={-84} className={styles.from}>
        {t("check.scene.from-above")}
      </text>
    </svg>
  );
}

function Person({
  drawing,
  at,
}: {
  readonly drawing: Drawing;
  readonly at: { readonly x: number; readonly y: number };
}) {
  return (
    <g transform={`translate(${at.x} ${at.y})`}>
      {drawing.shapes.map((shape, index) => (
        // the order of the parts is fixed: the index is their name
        // oxlint-disable-next-line react/no-array-index-key
        <g key={index}>
          {shape.edge && <path d={shape.path} className={figure.edge} />}
          <path d={shape.path} className={figure[shape.ink]} />
        </g>
      ))}
    </g>
  );
}

function Span({ far, y, metres }: { readonly far: number; readonly y: number; readonly metres: number }) {
  const t = useText();
  return (
    <>
      <path d={`M0 ${y}H${far}M0 ${y - 6}V${y + 6}M${far} ${y - 6}V${y + 6}`} className={styles.span} />
      <text x={far / 2} y={y + 22} className={styles.word}>
        {t("check.scene.metres", { distance: metres })}
      </text>
    </>
  );
}
