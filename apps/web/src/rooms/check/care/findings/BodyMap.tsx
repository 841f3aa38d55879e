import { COMPONENTS, type ComponentId, type Finding } from "@levelhip/care";
import { Told } from "../../../../care/Told.tsx";
import { useCareWords } from "../../../../care/words.ts";
import type { Drawing } from "../../../../figure/drawing.ts";
import { Figure } from "../../../../figure/Figure.tsx";
import { STANDING } from "../../../../figure/poses.ts";
import { useText } from "../../../../texts/texts.ts";
import { BandGlyph, BandMark } from "./BandGlyph.tsx";
import styles from "./findings.module.css";

/** Seen from behind: the person's left is on the left. */
const BEHIND = 180;
/** From the shoulder blades to the knees: where the marks are [cm]. */
const CUT = { side: 14, top: -34, bottom: -42 };

/** The five components on the body, each with the mark of its band; the words stand beside it. */
export function BodyMap({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useText();
  const { say } = useCareWords();
  return (
    <div className={styles.map}>
      <div className={styles.body}>
        <Figure
          pose={STANDING}
          azimuth_deg={BEHIND}
          band={false}
          margin={CUT}
          floor={false}
          className={styles.cut}
          title={t("check.care.findings.picture")}
          marks={(drawing) => <Marks drawing={drawing} findings={findings} />}
        />
        <p className={styles.leftRight} aria-hidden>
          <span>{say("side.left")}</span>
          <span>{say("side.right")}</span>
        </p>
      </div>
      <ol className={styles.legend}>
        {COMPONENTS.map(({ id }, i) => (
          <li key={id}>
            <span className={styles.number}>{i + 1}</span>
            <div>
              <p className={styles.name}>{say(`component.${id}.name`)}</p>
              <ul>
                {findings
                  .filter(({ component }) => component === id)
                  .map((one) => (
                    <li key={one.side ?? "both"}>
                      <BandGlyph band={one.band} />
                      <span>
                        {one.side !== null && `${say(`side.${one.side}`)}: `}
                        <Told what={`band.${one.band}`} />
                      </span>
                    </li>
                  ))}
              </ul>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

interface Spot {
  readonly x: number;
  readonly y: number;
}
/** Where a component lies on the drawing [cm]: sideways from the middle, and down. */
function spotOf(component: ComponentId, side: "left" | "right" | null, { joints }: Drawing): Spot {
  const middle = (joints.thighLeft.x + joints.thighRight.x) / 2;
  const hip = side === "right" ? joints.thighRight : joints.thighLeft;
  const knee = side === "right" ? joints.shankRight : joints.shankLeft;
  const out = Math.sign(hip.x - middle) || 1;
  switch (component) {
    case "C1":
      return { x: hip.x - out * 1.2, y: hip.y + 2 };
    case "C2":
      return { x: middle + out * 30, y: hip.y - 8 };
    case "C3":
      return { x: hip.x + out * 9, y: hip.y - 6 };
    case "C4":
      return { x: hip.x, y: hip.y + (knee.y - hip.y) * 0.55 };
    case "C5":
      return { x: middle, y: joints.lumbar.y - 7 };
  }
}

function Marks({ drawing, findings }: { readonly drawing: Drawing; readonly findings: readonly Finding[] }) {
  const { joints } = drawing;
  const middle = (joints.thighLeft.x + joints.thighRight.x) / 2;
  const level = joints.thighLeft.y - 8;
  return (
    <g>
      <path d={`M${middle - 42} ${level}H${middle + 42}`} className={styles.level} />
      {findings.map((one) => {
        const { x, y } = spotOf(one.component, one.side, drawing);
        const number = COMPONENTS.findIndex(({ id }) => id === one.component) + 1;
        return (
          <g key={`${one.component}/${one.side}`} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(.42)`}>
            <circle r="12" className={styles.ground} />
            <BandMark band={one.band} />
            <text y="27" textAnchor="middle" className={styles.spotNumber}>
              {number}
            </text>
          </g>
        );
      })}
    </g>
  );
}
