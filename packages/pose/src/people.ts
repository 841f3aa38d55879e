import type { Detection } from "./detection.ts";
import type { Estimate } from "./estimate.ts";

/** Two detections whose hips are closer than this share of the smaller circle are one person. */
const SAME_PERSON = 0.35;

const radius = (d: Detection) => Math.hypot(d.rimX_px - d.hipX_px, d.rimY_px - d.hipY_px);

/** The detections of distinct people, in the order given (best first): doubles of the same person are left out. */
export function distinctPeople(detections: readonly Detection[]): Detection[] {
  const people: Detection[] = [];
  for (const d of detections) {
    const known = people.some((p) => {
      const apart = Math.hypot(p.hipX_px - d.hipX_px, p.hipY_px - d.hipY_px);
      return apart < SAME_PERSON * Math.min(radius(p), radius(d));
    });
    if (!known) people.push(d);
  }
  return people;
}

/** Where to look for the person to follow. */
export interface Preference {
  readonly x_px: number;
  readonly y_px: number;
}

/** The person nearest to the wished point; without a wish the largest. */
export function preferred(people: readonly Detection[], wish: Preference | null): Detection | undefined {
  const rank = (d: Detection) =>
    wish ? -Math.hypot(d.hipX_px - wish.x_px, d.hipY_px - wish.y_px) : radius(d) * d.score;
  return people.reduce<Detection | undefined>((best, d) => (best && rank(best) >= rank(d) ? best : d), undefined);
}

/** A second person must be seen this surely: a chance likeness in the background stays below (0.5 to 0.7 was seen). */
const SECOND_SCORE_MIN = 0.6;
const SECOND_PRESENCE_MIN = 0.9;

/** Detections that may be a second person at all. */
export function sureOnes(detections: readonly Detection[]): Detection[] {
  return detections.filter((d) => d.score >= SECOND_SCORE_MIN);
}

/**
 * Whether the second estimate is another person than the first: somebody is surely there, and their hips and shoulders
 * lie elsewhere. A look at a doubtful detection often snaps back to the first person.
 */
export function isAnother(first: Estimate, second: Estimate): boolean {
  if (!(second.presence >= SECOND_PRESENCE_MIN)) return false;
  const trunk = [11, 12, 23, 24];
  const apart = trunk.map((i) => Math.hypot(first.x_px[i] - second.x_px[i], first.y_px[i] - second.y_px[i]));
  const length = Math.min(trunkLength(first), trunkLength(second));
  return Math.min(...apart) > 0.25 * length;
}

/** Middle of the shoulders to middle of the hips [px]. */
function trunkLength({ x_px, y_px }: Estimate): number {
  return Math.hypot(x_px[11] + x_px[12] - x_px[23] - x_px[24], y_px[11] + y_px[12] - y_px[23] - y_px[24]) / 2;
}
