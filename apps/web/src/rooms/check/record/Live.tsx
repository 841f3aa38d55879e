import { LANDMARK, type LandmarkName } from "@levelhip/signal";
import type { Sight } from "./framing.ts";
import styles from "./Recording.module.css";

/** The body as lines from place to place. */
export const LINES: readonly (readonly LandmarkName[])[] = [
  ["left_wrist", "left_elbow", "left_shoulder", "right_shoulder", "right_elbow", "right_wrist"],
  ["left_shoulder", "left_hip", "right_hip", "right_shoulder"],
  ["left_hip", "left_knee", "left_ankle", "left_foot_index"],
  ["right_hip", "right_knee", "right_ankle", "right_foot_index"],
];

/** What the camera sees of the person, as lines over the picture. */
export function Live({ sight }: { readonly sight: Sight }) {
  const at = (name: LandmarkName) => {
    const i = LANDMARK[name];
    const [x, y] = [sight.x_px[i] ?? Number.NaN, sight.y_px[i] ?? Number.NaN];
    return Number.isNaN(x) || (sight.visibility[i] ?? 0) < 0.4 ? null : `${x.toFixed(0)} ${y.toFixed(0)}`;
  };
  const path = LINES.map((line) => {
    const points = line.map(at).filter((point) => point !== null);
    return points.length > 1 ? `M${points.join("L")}` : "";
  }).join("");
  return (
    <svg
      viewBox={`0 0 ${sight.width} ${sight.height}`}
      className={styles.live}
      aria-hidden="true"
      preserveAspectRatio="xMidYMid meet"
    >
      <path d={path} />
    </svg>
  );
}
