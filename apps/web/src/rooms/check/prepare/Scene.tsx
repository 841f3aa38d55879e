import { useMemo } from "react";
import { draw } from "../../../figure/drawing.ts";
import { BRIDGE_LOW, STANDING } from "../../../figure/poses.ts";
import figure from "../../../figure/Figure.module.css";
import { useText } from "../../../texts/texts.ts";
import styles from "./Scene.module.css";

interface SceneProps {
  readonly camera: { readonly height_m: number; readonly distance_m: number };
  readonly lying: boolean;
}

/** The room from the side: the phone on something steady, how far, how high, and what it sees. In centimetres. */
export function Scene({ camera, lying }: SceneProps) {
  const t = useText();
  const person = useMemo(() => draw(lying ? BRIDGE_LOW : STANDING, lying ? 90 : -90, { band: !lying }), [lying]);
  const { bounds } = person;
  const far = Math.min(camera.distance_m, 3.4) * 100; // the drawing is not stretched for a long room; the words say how long
  const high = camera.height_m * 100;
  const top = -190;
  const reach = lying ? 70 : 178;
  const at = { x: far - (lying ? 0 : 10), y: -(bounds.y + bounds.height) };
  return (
    <svg
      viewBox={`-34 ${top - 12} ${far + (lying ? 190 : 90)} ${-top + 56}`}
      className={styles.scene}
      role="img"
      aria-label={t("check.scene", { distance: camera.distance_m })}
    >
      <path d={`M0 ${-high}L${far} ${-reach - 8}L${far} 0Z`} className={styles.seen} />
      <line x1={-34} x2={far + 200} y1={0} y2={0} className={styles.floor} />
      <path d={`M-20 0V${-high + 16}M-28 0H-6M-26 ${-high + 16}H4`} className={styles.stand} />
      <rect x={-3.5} y={-high - 15} width={7} height={31} rx={2} className={styles.phone} />
      <g transform={`translate(${at.x} ${at.y})`}>
        {person.shapes.map((shape, index) => (
          // the order of the parts is fixed: the index is their name
          // oxlint-disable-next-line react/no-array-index-key
          <g key={index}>
            {shape.edge && <path d={shape.path} className={figure.edge} />}
            <path d={shape.path} className={figure[shape.ink]} />
          </g>
        ))}
      </g>
      <path d={`M0 20H${far}M0 14V26M${far} 14V26`} className={styles.span} />
      <text x={far / 2} y={42} className={styles.word}>
        {t("check.scene.metres", { distance: camera.distance_m })}
      </text>
    </svg>
  );
}
