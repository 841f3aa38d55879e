import { LANDMARK } from "@levelhip/signal";
import type { BandRow } from "./bandRow.ts";

const { left_hip, right_hip, left_shoulder, right_shoulder } = LANDMARK;
/** Shoulder span in torso lengths: 0.63…0.71 seen from the front; below this the person stands side on. */
const LEAST_SPAN = 0.35;
const LEAST_TORSO_PX = 48;

/** Where the hips are in a picture, in a scale that does not change with distance. Reused: fill it with `locateHips`. */
export interface HipFrame {
  /** middle of the hip landmarks [px] */
  x_px: number;
  y_px: number;
  /** torso length, hip middle to shoulder middle [px]: about 0.5 m of an adult */
  torso_px: number;
}

export const newHipFrame = (): HipFrame => ({ x_px: Number.NaN, y_px: Number.NaN, torso_px: Number.NaN });

/**
 * Puts the hips of `row` into `out`.
 * @returns false where they cannot be used: not seen, lying (trunk more than 40° off the picture's vertical), side on, too small
 */
export function locateHips(row: BandRow, out: HipFrame): boolean {
  const { x_px: x, y_px: y } = row;
  const dx = (x[left_shoulder]! + x[right_shoulder]! - x[left_hip]! - x[right_hip]!) / 2;
  const dy = (y[left_shoulder]! + y[right_shoulder]! - y[left_hip]! - y[right_hip]!) / 2;
  out.x_px = (x[left_hip]! + x[right_hip]!) / 2;
  out.y_px = (y[left_hip]! + y[right_hip]!) / 2;
  out.torso_px = Math.hypot(dx, dy);
  if (!Number.isFinite(out.torso_px + out.x_px + out.y_px) || out.torso_px < LEAST_TORSO_PX || out.torso_px > 1e5)
    return false;
  if (Math.min(row.visibility[left_hip]!, row.visibility[right_hip]!) < 0.3) return false;
  if (!(-dy >= Math.abs(dx) * 1.2)) return false;
  return Math.abs(x[left_shoulder]! - x[right_shoulder]!) >= LEAST_SPAN * out.torso_px;
}
