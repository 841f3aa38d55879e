import type { LandmarkSeries } from "@levelhip/signal";
import type { View } from "./analysis.ts";
import { makeBody } from "./body.ts";
import { findGravity } from "./gravity.ts";
import { type FeatureVector, markerlessFeatures } from "./markerlessFeatures.ts";
import type { Side } from "./measurement.ts";
import { findStances } from "./stance.ts";
import { estimateView } from "./view.ts";
import { duration_s } from "./window.ts";

/** The features of a clip's longest stand on one leg, as the analysis would use them: for fitting the markerless table. */
export interface StanceFeatures {
  readonly stance: Side;
  readonly view: View;
  readonly features: FeatureVector;
}

/** Null when there is no stand on one leg with a stand on two beside it, or the view is not frontal. */
export function stanceFeatures(landmarks: LandmarkSeries, cameraRoll_deg: number | null = null): StanceFeatures | null {
  const body = makeBody(landmarks, findGravity(landmarks, cameraRoll_deg).roll_deg);
  const { view } = estimateView(body);
  if (view !== "front" && view !== "rear") return null;
  const { holds, baseline } = findStances(body);
  if (holds.length === 0 || !baseline) return null;
  const { stance, hold } = holds.reduce((a, b) => (duration_s(b.hold) > duration_s(a.hold) ? b : a));
  return { stance, view, features: markerlessFeatures(body, view, stance, hold, baseline) };
}
