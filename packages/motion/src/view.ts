import { median } from "@levelhip/signal";
import type { View } from "./analysis.ts";
import type { Body, Point } from "./body.ts";

/** From where the camera sees the person, and how they hold themselves. */
export interface ViewEstimate {
  readonly view: View;
  readonly posture: "upright" | "lying" | "unknown";
  /** shoulder and hip width over trunk length, medians; signed: + = the person's left lies to the right of the picture */
  readonly shoulderRatio: number;
  readonly hipRatio: number;
}

/**
 * Widths over trunk length (landmark models, people standing square to the camera): shoulders about 0.7, hips about 0.4.
 * A turn by ψ leaves cos ψ of it. Body shapes differ by ±15 %, so these limits keep what is within about ±15° of frontal and
 * ±20° of side for most people, and let nothing beyond about 40° pass.
 */
const FRONTAL_SHOULDERS = 0.5;
const SIDE_SHOULDERS = 0.32;
const UNKNOWN: ViewEstimate = { view: "unknown", posture: "unknown", shoulderRatio: Number.NaN, hipRatio: Number.NaN };

export function estimateView(body: Body): ViewEstimate {
  const shoulders = body.mid("left_shoulder", "right_shoulder");
  const hips = body.mid("left_hip", "right_hip");
  const trunk = shoulders.x.map((x, i) => Math.hypot(x - hips.x[i]!, shoulders.y[i]! - hips.y[i]!));
  const trunk_px = median(trunk);
  if (!(trunk_px > 0)) return UNKNOWN;
  const rise = median(shoulders.y.map((y, i) => (hips.y[i]! - y) / trunk[i]!));
  const posture = rise > 0.5 ? "upright" : Math.abs(rise) <= 0.6 ? "lying" : "unknown";
  const ratio = (left: Point, right: Point): number => median(left.x.map((x, i) => (x - right.x[i]!) / trunk[i]!));
  const shoulderRatio = ratio(body.at("left_shoulder"), body.at("right_shoulder"));
  const hipRatio = ratio(body.at("left_hip"), body.at("right_hip"));
  if (posture === "unknown") return { ...UNKNOWN, shoulderRatio, hipRatio };
  const view = posture === "lying" ? lyingView(body, shoulders, hips) : uprightView(body, shoulderRatio);
  return { view, posture, shoulderRatio, hipRatio };
}

function uprightView(body: Body, shoulderRatio: number): View {
  const width = Math.abs(shoulderRatio);
  if (width >= FRONTAL_SHOULDERS) return shoulderRatio > 0 ? "front" : "rear";
  if (width > SIDE_SHOULDERS) return "oblique";
  const facing = facingRight(body);
  return facing === 0 ? "unknown" : facing > 0 ? "right" : "left";
}

/** > 0 when the feet (and the face, where seen) point to the right of the picture, 0 when nothing tells. */
function facingRight(body: Body): number {
  const points: number[] = [];
  for (const side of ["left", "right"] as const) {
    const [heel, toe] = [body.at(`${side}_heel`), body.at(`${side}_foot_index`)];
    points.push(median(toe.x.map((x, i) => (x - heel.x[i]!) / body.size_px)));
  }
  const nose = body.at("nose");
  const ears = body.mid("left_ear", "right_ear");
  points.push(2 * median(nose.x.map((x, i) => (x - ears.x[i]!) / body.size_px)));
  const known = points.filter((v) => Number.isFinite(v));
  return known.reduce((a, b) => a + b, 0);
}

/**
 * Lying on the back with the knees bent: the knees point to the ceiling, so head direction and knee direction together tell
 * which side faces the camera. Head to the left of the picture: the right side.
 */
function lyingView(body: Body, shoulders: Point, hips: Point): View {
  const headRight = median(shoulders.x.map((x, i) => x - hips.x[i]!));
  const knees = body.mid("left_knee", "right_knee");
  const ankles = body.mid("left_ankle", "right_ankle");
  const kneesUp = median(knees.y.map((y, i) => (hips.y[i]! + ankles.y[i]!) / 2 - y));
  if (!(Math.abs(headRight) > 0) || !(kneesUp > 0)) return "unknown";
  return headRight > 0 ? "left" : "right";
}
