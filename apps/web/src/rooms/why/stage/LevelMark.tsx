import { useEffect, useRef } from "react";
import styles from "./BodyStage.module.css";
import type { Show } from "./show.ts";

const SLOTS = [0, 1] as const;
/** How far the line reaches beyond the hips, in distances between them. */
const REACH = 1.15;

/** The level line at the hips, and the line through both hip joints: how the pelvis lies, seen from the front or from behind. */
export function LevelMark({ show }: { readonly show: Show | null }) {
  const svg = useRef<SVGSVGElement>(null);
  useEffect(() => {
    if (!show) return undefined;
    const put = () => {
      const lines = svg.current?.querySelectorAll("line");
      for (const slot of SLOTS) {
        const at = show.hipsAt(slot);
        const [level, tilt] = [lines?.[2 * slot], lines?.[2 * slot + 1]];
        for (const line of [level, tilt]) line?.toggleAttribute("data-hidden", at === null);
        if (!at || !level || !tilt) continue;
        const [rx = 0, ry = 0, lx = 0, ly = 0, ax = 0, ay = 0, bx = 0, by = 0] = at;
        reach(tilt, rx, ry, lx, ly);
        reach(level, ax, ay, bx, by);
      }
    };
    put();
    return show.onDrawn(put);
  }, [show]);
  return (
    <svg ref={svg} className={styles.level} aria-hidden="true">
      {SLOTS.map((slot) => (
        <g key={slot}>
          <line data-hidden="" />
          <line data-hidden="" className={styles.tilt} />
        </g>
      ))}
    </svg>
  );
}

/** Draws a line through two points, as far beyond both. */
function reach(line: SVGLineElement, x0: number, y0: number, x1: number, y1: number): void {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const [dx, dy] = [(x0 - x1) * REACH, (y0 - y1) * REACH];
  for (const [name, value] of Object.entries({ x1: x - dx, y1: y - dy, x2: x + dx, y2: y + dy }))
    line.setAttribute(name, value.toFixed(1));
}
