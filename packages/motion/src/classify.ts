import { median, quantile } from "@levelhip/signal";
import type { TestName } from "./analysis.ts";
import { hipRise, LEAST_RISE } from "./bridge.ts";
import { findRepetitions } from "./repetitions.ts";
import type { Scene } from "./scene.ts";
import { heightOnLeg } from "./singleLegSquat.ts";
import { depthOf, flexionFromHeight, hipHeight, LEAST_DEPTH } from "./squat.ts";
import { findStances, legLength_px } from "./stance.ts";
import { duration_s } from "./window.ts";

/**
 * Which test a clip shows, told from its movement alone; null when that is not clear.
 * Lying on the back: a bridge. Upright: a stand on one leg of 1.5 s or more is a single-leg stance, or a single-leg squat when
 * the hips go down and up on it; feet that pass each other again and again are a walk; hips that go down and up over two still
 * feet a squat; and standing still, seen from the side, is posture.
 */
export function classify(scene: Scene): TestName | null {
  const { body, view, estimate } = scene;
  if (estimate.posture === "lying") {
    if (view !== "left" && view !== "right") return null;
    return findRepetitions(body.t_s, hipRise(body, view), body.t_s, { least: LEAST_RISE }).length > 0 ? "bridge" : null;
  }
  if (estimate.posture !== "upright" || view === "unknown" || view === "oblique") return null;
  const frontal = view === "front" || view === "rear";
  const steps = footExchanges(scene);
  const span_s = body.t_s[body.n - 1]! - body.t_s[0]!;
  if (frontal) {
    const held = findStances(body).holds.filter((h) => duration_s(h.hold) >= 1.2);
    if (held.length > 0 && steps < 4) {
      const within = (["left", "right"] as const).flatMap((stance) => {
        const mine = held.filter((h) => h.stance === stance);
        const height = heightOnLeg(body, stance, mine);
        return mine.length > 0
          ? findRepetitions(body.t_s, depthOf(height), flexionFromHeight(height), { least: 1.5 * LEAST_DEPTH })
          : [];
      });
      return within.length > 0 ? "single-leg-squat" : "single-leg-stance";
    }
  }
  if (steps >= 3 && steps / span_s > 0.5) return "walk";
  const near = view === "left" || view === "right" ? view : null;
  const height = hipHeight(body, near);
  const reps = findRepetitions(body.t_s, depthOf(height), flexionFromHeight(height), { least: 2 * LEAST_DEPTH });
  if (reps.length > 0 && steps < 2) return "squat";
  const still = quantile(depthOf(height), 0.97) < LEAST_DEPTH;
  return !frontal && still && steps === 0 ? "posture-side" : null;
}

/** How often the higher (or, from the side, the forward) foot changes, with hysteresis: steps taken. */
function footExchanges(scene: Scene): number {
  const { body, view } = scene;
  const leg_px = legLength_px(body);
  const frontal = view === "front" || view === "rear";
  const [left, right] = [body.at("left_ankle"), body.at("right_ankle")];
  const difference = frontal
    ? left.y.map((y, i) => (right.y[i]! - y) / leg_px)
    : left.x.map((x, i) => (x - right.x[i]!) / leg_px);
  const centre = median(difference);
  const limit = frontal ? 0.025 : 0.15;
  let state = 0;
  let changes = 0;
  for (const v of difference) {
    const now = v - centre > limit ? 1 : v - centre < -limit ? -1 : 0;
    if (now === 0 || now === state) continue;
    if (state !== 0) changes += 1;
    state = now;
  }
  return changes;
}
