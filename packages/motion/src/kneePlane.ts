import { median, quantile } from "@levelhip/signal";
import type { View } from "./analysis.ts";
import { leftward, legPoints, sideSign, wrapped } from "./angles.ts";
import type { Body, Point } from "./body.ts";
import type { Side } from "./measurement.ts";
import type { Window } from "./window.ts";

/** How far the hips go back of the ankles while they come down, over the way down: hips sit back in a squat. */
export const SIT_BACK = 0.7;
/** Focal length of a phone's video over the picture's long side: 26 mm lenses give 0.75 to 0.95 after cropping, longer ones more. */
const FOCAL = 0.95;
/** Heel to toe over hip to ankle. */
const FOOT_LENGTH = 0.32;
/**
 * People who were asked to face the camera stand square to it within about 3°, and feet tell it to about 2° (toes do not turn out
 * evenly, landmarks err): so 0.7 of what the feet say is believed (3²/(3² + 2²)), and about 1.5° stay open.
 */
const BELIEVED = 0.7;
export const SLANT_ERROR = 0.026;

/**
 * How far a point that lies forward of another appears beside it in the picture, sideways over forward: the sine of the turn between
 * body and camera, told by the mean direction of both feet (toes turned out evenly cancel). + = forward leans to the right of
 * the picture. 0 when the feet are not seen.
 */
export function forwardSlant(body: Body, standing: Window): number {
  const sideways = (["left", "right"] as const).map((side) => {
    const [heel, toe] = [body.at(`${side}_heel`), body.at(`${side}_foot_index`)];
    return median(toe.x.map((x, i) => x - heel.x[i]!).subarray(standing.from, standing.to));
  });
  const slant = (BELIEVED * (sideways[0]! + sideways[1]!)) / 2 / (FOOT_LENGTH * body.size_px);
  return Number.isFinite(slant) ? slant : 0;
}

/** Where hip and knee of a leg of two equal parts lie forward of the ankle, over leg length, when the hip has come down to `height`. */
export function forwardOf(height: number): { readonly hip: number; readonly knee: number } {
  const h = Math.min(1, Math.max(0.05, height));
  const hip = -SIT_BACK * (1 - h);
  const d = Math.hypot(h, hip);
  const bulge = Math.sqrt(Math.max(0, 0.25 - (d * d) / 4));
  return { hip, knee: hip / 2 + (bulge * h) / d };
}

export interface KneePlane {
  readonly view: View;
  /** straight length of the leg, hip to ankle [px] */
  readonly leg_px: number;
  /** `forwardSlant`; 0 = square to the camera */
  readonly slant: number;
}

/**
 * FPPA of a bent knee in the plane square to the feet, per frame [deg], + = inward: a bent knee lies nearer to the camera than hip
 * and ankle, so it appears too far from the body's middle, and beside the leg when the body is turned; both are taken out with
 * the depth that the height of the hip implies. Up to 2° a degree of turn in a deep squat would be left otherwise.
 * @param height height of the hip over its standing height   (n)
 */
export function planeFppa(body: Body, side: Side, height: Float64Array, plane: KneePlane): Float64Array {
  const { width_px, height_px } = body.series;
  const centre = ownCentre(body);
  const toward = plane.view === "rear" ? -1 : 1;
  const camera_px = FOCAL * Math.max(width_px, height_px);
  const place = (p: Point, i: number, forward: number): readonly [number, number] => {
    const depth_px = forward * plane.leg_px;
    const shrink = 1 - (toward * depth_px) / camera_px;
    return [(p.x[i]! - centre.x) * shrink - plane.slant * depth_px, (p.y[i]! - centre.y) * shrink];
  };
  const [hip, knee, ankle] = legPoints(body, side);
  const m = leftward(plane.view);
  const lean = (low: readonly [number, number], high: readonly [number, number]): number =>
    (Math.atan2(m * (high[0] - low[0]), low[1] - high[1]) * 180) / Math.PI;
  return height.map((h, i) => {
    const f = forwardOf(h);
    const [ph, pk, pa] = [place(hip, i, f.hip), place(knee, i, f.knee), place(ankle, i, 0)];
    return sideSign(side) * wrapped(lean(pk, ph) - lean(pa, pk));
  });
}

/**
 * Middle of the ankles, at the height of the standing hips [px]. Perspective is taken about the person's own middle (what standing
 * beside the picture's middle adds is a turn, and the feet tell it already) from a camera at hip height.
 */
function ownCentre(body: Body): { readonly x: number; readonly y: number } {
  const hips = body.mid("left_hip", "right_hip");
  const ankles = body.mid("left_ankle", "right_ankle");
  return { x: median(ankles.x), y: quantile(hips.y, 0.05) };
}

/** Turn of the body to the camera that the feet say [deg], from their slant: for warnings. */
export const turn_deg = (slant: number): number => (Math.asin(Math.min(1, Math.abs(slant) / BELIEVED)) * 180) / Math.PI;

/** What the error of the feet's direction, and the part of it that is not believed, does to the FPPA of a bent knee [deg]. */
export function slantError_deg(height: number, slant: number): number {
  const { knee } = forwardOf(height);
  const half = Math.max(0.1, Math.min(1, height) / 2);
  const open = Math.hypot(SLANT_ERROR, (1 / BELIEVED - 1) * slant);
  return ((open * 2 * Math.abs(knee)) / half) * (180 / Math.PI);
}

/** From here on a turned body is warned of, and beyond the second a bent knee is not read [deg]. */
const TURN_WARNED_DEG = 4;
const TURN_REFUSED_DEG = 10;

/** Whether a bent knee can still be read in this turn; warns of one that costs accuracy. */
export function turnAllowsKnee(slant: number, warnings: { code: string; text: string }[]): boolean {
  const turn = turn_deg(slant);
  if (turn >= TURN_REFUSED_DEG) return false;
  if (turn >= TURN_WARNED_DEG)
    warnings.push({
      code: "turned",
      text: `You stood turned to the camera by about ${turn.toFixed(0)}°, which makes the knee angle less sure. Point both feet at the camera.`,
    });
  return true;
}
