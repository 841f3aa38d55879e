import { analyse } from "@levelhip/motion";
import type { BandSeries, LandmarkSeries } from "@levelhip/signal";
import type { KeptResult } from "../../../keeping/record.ts";
import { type Settings, settings } from "../../../keeping/settings.ts";
import type { Job } from "./job.ts";
import type { BandFound, Observe } from "./observe.ts";
import { openPose } from "./pose.ts";
import { pictureAt } from "./still.ts";

/** How far the measuring is: what is being done, and how much of it. */
export interface Progress {
  readonly step: "models" | "open" | "follow" | "measure" | "finish";
  /** share of the whole, 0…1; null = not known yet */
  readonly share: number | null;
  readonly bytes?: { readonly loaded: number; readonly total: number };
  readonly frames?: { readonly done: number; readonly of: number };
}
/** The largest model only where the person wants the most: it is large, and slow. */
const modelFor = (quality: Settings["quality"]) => (quality === "best" ? "heavy" : "full");

export interface MeasureCall {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** What the pictures gave: everything that was seen, before it is known what movement it is. */
export interface Seen {
  readonly landmarks: LandmarkSeries;
  readonly band: BandSeries | null;
  readonly bandRefusal: BandFound["refusal"];
  readonly model: "lite" | "full" | "heavy";
  readonly quality: Settings["quality"];
}

/**
 * Pictures → landmarks, on this device.
 * @throws VideoError, ModelLoadError by their names; the signal's reason when it is aborted
 */
export async function look(job: Job, { signal, onProgress }: MeasureCall): Promise<Seen> {
  const { quality } = settings();
  const model = modelFor(quality);
  const pose = await openPose(model, {
    signal,
    onBytes: (loaded, total) => onProgress({ step: "models", share: loaded / total, bytes: { loaded, total } }),
  });
  onProgress({ step: "open", share: null });
  const { analysis, observed } = await pose.analyse(
    {
      clip: job.file,
      name: job.name,
      model,
      options: { quality },
      observe: { bandAt: job.bandAt ?? null } satisfies Observe,
    },
    {
      signal,
      onProgress: ({ pass, frames, of, share }) =>
        onProgress({
          step: pass === 1 ? "follow" : "measure",
          share,
          ...(of !== null && { frames: { done: frames, of } }),
        }),
    },
  );
  onProgress({ step: "finish", share: 1 });
  const found = observed["band"] as BandFound;
  return {
    landmarks: analysis.series,
    band: found.series,
    bandRefusal: found.refusal,
    model: analysis.provenance.model,
    quality: analysis.provenance.quality,
  };
}

/** A tap that led to no band is answered; a band that nobody pointed at may simply not be there. */
const tapMissed = ({ bandAt }: Job, { bandRefusal: why }: Seen) =>
  bandAt && why ? [{ code: `tap-${why.code}`, text: `${why.reason} ${why.remedy}` }] : [];

/** Landmarks → measurements, as a result that is not kept yet (its id is "draft"); null if the movement is not clear. */
export async function judge(job: Job, seen: Seen, signal: AbortSignal): Promise<KeptResult | null> {
  const { landmarks, band, model, quality } = seen;
  const { test, side, cameraRoll_deg } = job;
  const analysis = analyse({ test, side, instrument: "auto", landmarks, band, cameraRoll_deg, model });
  if (analysis.test === "unknown") return null;
  const times = landmarks.t_s;
  const key_s = analysis.keyFrame_s ?? times[times.length >> 1] ?? 0;
  return {
    version: 1,
    id: "draft",
    at_ms: Date.now(),
    source: job.source,
    name: job.source === "camera" ? "" : job.name,
    video: {
      width: landmarks.width_px,
      height: landmarks.height_px,
      frames: times.length,
      duration_s: (times.at(-1) ?? 0) - (times[0] ?? 0),
    },
    analysis: { ...analysis, test: analysis.test, warnings: [...analysis.warnings, ...tapMissed(job, seen)] },
    landmarks,
    band,
    model,
    quality,
    picture: await pictureAt(job.file, key_s, signal),
    hasClip: false,
  };
}
