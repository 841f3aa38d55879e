import { LANDMARK } from "@levelhip/signal";
import { usePerson } from "../../../keeping/journal.ts";
import { useText } from "../../../texts/texts.ts";
import styles from "./Recording.module.css";
import { earlierFraming } from "./earlier.ts";
import { LINES } from "./Live.tsx";

/** The earlier framing as a shadow over the camera's picture, so that the re-test is filmed the same way. */
export function Ghost({ test, side }: { readonly test: string; readonly side: "left" | "right" | null }) {
  const t = useText();
  const kept = usePerson();
  const earlier = kept.status === "ready" ? earlierFraming(kept.state.tests, test, side) : null;
  if (!earlier) return null;
  const { width, height, points } = earlier;
  const at = (index: number) => {
    const [x, y] = points[index] ?? [0, 0];
    return `${(x * width).toFixed(0)} ${(y * height).toFixed(0)}`;
  };
  const path = LINES.map((line) => `M${line.map((name) => at(LANDMARK[name])).join("L")}`).join("");
  const [headX = 0, headY = 0] = points[LANDMARK.nose] ?? [];
  const shoulders = Math.abs((points[LANDMARK.left_shoulder]?.[0] ?? 0) - (points[LANDMARK.right_shoulder]?.[0] ?? 0));
  return (
    <>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className={styles.ghost}
        role="img"
        aria-label={t("check.record.ghost")}
        preserveAspectRatio="xMidYMid meet"
      >
        <path d={path} />
        <circle cx={headX * width} cy={headY * height} r={Math.max(0.025, shoulders * 0.36) * width} />
      </svg>
      <p className={styles.ghostWords} aria-hidden="true">
        {t("check.record.ghost")}
      </p>
    </>
  );
}
