import type { LandmarkSeries } from "@levelhip/signal";
import type { View } from "./analysis.ts";
import { makeBody } from "./body.ts";
import { findGravity } from "./gravity.ts";
import { type FeatureVector, markerlessFeatures } from "./markerlessFeatures.ts";
import type { Side } from "./measurement.ts";
import { findStances } from "./stance.ts";
import { estimateView } from "./view.ts";
import { duration_s } from "./window.ts";

export interface StanceFeatures {
  readonly stance: Side;
  readonly view: View;
  readonly features: FeatureVector;
}

/**
 * The posture features of a clip's longest stand on one leg, found as `analyse` finds it: what the markerless estimate is fitted on.
 * Null when the clip has no such stand, no stand on two legs, or another view than front or rear.
 */
export function stanceFeatures(landmarks: LandmarkSeries): StanceFeatures | null {
  const body = makeBody(landmarks, findGravity(landmarks, null).roll_deg);
  const { view } = estimateView(body);
  if (view !== "front" && view !== "rear") return null;
  const { holds, baseline } = findStances(body);
  const longest = [...holds].sort((a, b) => duration_s(b.hold) - duration_s(a.hold))[0];
  if (!longest || !baseline) return null;
  return {
    stance: longest.stance,
    view,
    features: markerlessFeatures(body, view, longest.stance, longest.hold, baseline),
  };
}
