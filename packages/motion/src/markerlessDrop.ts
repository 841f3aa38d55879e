import table from "./markerlessModel.json" with { type: "json" };
import { type FeatureVector, MARKERLESS_FEATURES, type MarkerlessFeature } from "./markerlessFeatures.ts";
import type { RefusalCode } from "./refusals.ts";

/**
 * The committed table of the markerless estimate: drop = intercept + Σ coefficient·z, z = (feature − mean)/scale. Written by the
 * fit in validation/, never by hand. `fitted: false` = no fit yet: every clip is refused.
 */
export interface MarkerlessModel {
  readonly schema: "levelhip.markerless/1";
  readonly fitted: boolean;
  /** what it was fitted on and how, in words */
  readonly source: string;
  readonly intercept_deg: number;
  readonly terms: readonly {
    readonly feature: string;
    readonly mean: number;
    readonly scale: number;
    readonly coefficient_deg: number;
  }[];
  /** standard error of one estimate on a person not fitted on [deg], widened for real people */
  readonly sem_deg: number;
  /**
   * inverse covariance of the fitted clips' z, row-major   (terms × terms); with it, the standard error grows as
   * sem·√(1 + m²/clips), m² = zᵀ·C⁻¹·z. Empty = no growth.
   */
  readonly inverseCovariance: readonly number[];
  readonly clips: number;
  /** refuse when m/√terms exceeds this: a posture unlike the fitted ones */
  readonly farthest: number;
  /** refuse when the standard error exceeds this [deg] */
  readonly largestSem_deg: number;
}

export type MarkerlessEstimate =
  | { readonly ok: true; readonly drop_deg: number; readonly sem_deg: number }
  | { readonly ok: false; readonly code: RefusalCode };

export const MARKERLESS_MODEL = table as MarkerlessModel;

const isFeature = (name: string): name is MarkerlessFeature =>
  (MARKERLESS_FEATURES as readonly string[]).includes(name);

/** Pelvic drop of a hold against the two-leg stand [deg], + = free side lower, with its standard error; or why not. */
export function markerlessDrop(features: FeatureVector, model: MarkerlessModel = MARKERLESS_MODEL): MarkerlessEstimate {
  if (!model.fitted || model.terms.length === 0) return { ok: false, code: "markerless-not-ready" };
  const z = model.terms.map((t) => (isFeature(t.feature) ? (features[t.feature] - t.mean) / t.scale : Number.NaN));
  if (!z.every((v) => Number.isFinite(v))) return { ok: false, code: "not-seen" };
  const size = z.length;
  let far = 0;
  if (model.inverseCovariance.length === size * size)
    for (let r = 0; r < size; r++)
      for (let c = 0; c < size; c++) far += z[r]! * model.inverseCovariance[r * size + c]! * z[c]!;
  const drop_deg = model.terms.reduce((sum, t, i) => sum + t.coefficient_deg * z[i]!, model.intercept_deg);
  const sem_deg = model.sem_deg * Math.sqrt(1 + Math.max(0, far) / Math.max(1, model.clips));
  const unlike = Math.sqrt(Math.max(0, far) / size) > model.farthest;
  if (unlike || !(sem_deg <= model.largestSem_deg)) return { ok: false, code: "markerless-unsure" };
  return { ok: true, drop_deg, sem_deg };
}
