import type { LandmarkSeries } from "@levelhip/signal";
import type { ClipSource } from "./clipSource.ts";
import { averaged, cropCount, cropsOf, type Quality } from "./crops.ts";
import type { Estimate } from "./estimate.ts";
import type { LandmarkProvenance } from "./landmarkFile.ts";
import { emptyRow, LandmarkRows, rowOf } from "./landmarkRows.ts";
import type { ClipObserver, LandmarkRow } from "./observer.ts";
import type { Preference } from "./people.ts";
import type { TimedPicture } from "./picture.ts";
import type { PoseRuntime } from "./poseRuntime.ts";
import type { Region } from "./region.ts";
import { smoothRegions } from "./regionTrack.ts";
import { repairSides } from "./sideSwap.ts";
import { type Sighting, startState, step, type TrackState } from "./tracker.ts";

export interface AnalyseOptions {
  /** "standard" when not said */
  readonly quality?: Quality;
  /** the person to follow where there are several: a point on them [px] of the upright picture */
  readonly pick?: Preference;
}

export interface AnalyseProgress {
  /** 1 = track, 2 = measure */
  readonly pass: 1 | 2;
  /** frames done in this pass */
  readonly frames: number;
  /** frames of the clip; null = not known */
  readonly of: number | null;
  /** share of the whole work done, 0…1, by the model runs it takes */
  readonly share: number;
}

export interface AnalyseContext {
  readonly onProgress?: (progress: AnalyseProgress) => void;
  readonly signal?: AbortSignal;
  readonly observers?: readonly ClipObserver[];
}

export interface ClipAnalysis {
  readonly series: LandmarkSeries;
  readonly provenance: LandmarkProvenance;
}

/**
 * Landmarks of one person over a recording, in pixels of the source's working picture. Two passes: the first tracks the
 * person; then the regions are smoothed without delay, and the second estimates again through fixed regions, several
 * crops to a frame, whose mean and spread are the result (with "quick" the first pass is the result).
 * Pictures are streamed: memory does not grow with the clip but for its landmarks (about 1 KB a frame).
 * The result does not depend on the runtime's lanes or on timing.
 * @throws the signal's reason when it is aborted; VideoError from the source
 */
export async function analyseClip(
  source: ClipSource,
  runtime: PoseRuntime,
  options: AnalyseOptions = {},
  context: AnalyseContext = {},
): Promise<ClipAnalysis> {
  const quality = options.quality ?? "standard";
  const observers = context.observers ?? [];
  for (const observer of observers) observer.start?.(source.info);
  const report = progressReporter(source, quality, context);
  const { series, regions } = await track(source, runtime, options.pick ?? null, context, report);
  const surveyed = repairSides(series);
  for (const observer of observers) await observer.surveyed?.(surveyed); // oxlint-disable-line no-await-in-loop
  const final = await measure(source, runtime, quality, surveyed, smoothRegions(series.t_s, regions), context, report);
  const provenance = { clip: source.info.name, model: runtime.model, quality, crops: Math.max(1, cropCount(quality)) };
  return { series: final, provenance };
}

type Report = (pass: 1 | 2, frames: number) => void;

function progressReporter({ info }: ClipSource, quality: Quality, { onProgress }: AnalyseContext): Report {
  const crops = cropCount(quality);
  return (pass, frames) => {
    const done = info.frameCount === null || info.frameCount === 0 ? 0 : Math.min(1, frames / info.frameCount);
    const before = pass === 1 ? 0 : 1 / (1 + crops);
    const share = before + done * (pass === 1 ? 1 / (1 + crops) : crops / (1 + crops));
    onProgress?.({ pass, frames, of: info.frameCount, share });
  };
}

/** Seconds between two counts of the people. */
const COUNT_EVERY_S = 0.5;
/** From this rate on two frames are tracked side by side, each from the one two frames before it. */
const SIDE_BY_SIDE_HZ = 20;

interface Tracked {
  readonly series: LandmarkSeries;
  /** region around the person as seen in the frame itself   (nFrames) */
  readonly regions: (Region | null)[];
}

interface InFlight {
  readonly picture: TimedPicture;
  readonly step: Promise<{ sighting: Sighting; state: TrackState }>;
}

async function track(
  source: ClipSource,
  runtime: PoseRuntime,
  pick: Preference | null,
  context: AnalyseContext,
  report: Report,
): Promise<Tracked> {
  const { info } = source;
  const lag = info.meanRate_hz >= SIDE_BY_SIDE_HZ ? 2 : 1;
  const rows = new LandmarkRows(info.width_px, info.height_px, info.frameCount);
  const regions: (Region | null)[] = [];
  const flights: InFlight[] = [];
  let state = startState(pick);
  let people = 0;
  let counted_s = Number.NEGATIVE_INFINITY;
  const land = async ({ picture, step: pending }: InFlight, depart?: () => void) => {
    const { sighting, state: after } = await pending;
    const { estimate } = sighting;
    // two frames run side by side: what was counted in either holds for both from here on
    if (sighting.counted) people = sighting.people;
    else people = Math.max(1, people);
    state = { ...after, people };
    depart?.(); // the next frame sets off before this one's observers are called
    regions.push(estimate?.next ?? null);
    const row = trackedRow(rows.count, picture.t_s, estimate, people);
    rows.push(row, false);
    for (const observer of context.observers ?? []) await observer.pass1?.(picture, row); // oxlint-disable-line no-await-in-loop
    report(1, rows.count);
  };
  try {
    for await (const picture of source.frames(frameOptions(context, lag))) {
      const depart = () => {
        const count = picture.t_s - counted_s >= COUNT_EVERY_S;
        if (count) counted_s = picture.t_s;
        flights.push({ picture, step: quiet(step(runtime, picture, state, count)) });
      };
      // the first frame is awaited alone: who is followed must be settled before two run side by side
      if (flights.length >= lag || (rows.count === 0 && flights.length > 0)) await land(flights.shift()!, depart);
      else depart();
    }
    while (flights.length > 0) await land(flights.shift()!); // oxlint-disable-line no-await-in-loop
  } finally {
    await Promise.allSettled(flights.map((flight) => flight.step));
  }
  return { series: rows.series(), regions };
}

function trackedRow(index: number, t_s: number, estimate: Estimate | null, people: number): LandmarkRow {
  const empty = emptyRow(index, t_s, 0, people);
  if (estimate === null) return empty;
  const { x_px, y_px, visibility, presence } = estimate;
  return { ...empty, x_px, y_px, visibility, presence };
}

async function measure(
  source: ClipSource,
  runtime: PoseRuntime,
  quality: Quality,
  surveyed: LandmarkSeries,
  regions: readonly (Region | null)[],
  context: AnalyseContext,
  report: Report,
): Promise<LandmarkSeries> {
  const observers = (context.observers ?? []).filter((observer) => observer.pass2 !== undefined);
  const runs = cropCount(quality) > 0;
  if (!runs && observers.length === 0) return surveyed;
  const rows = new LandmarkRows(surveyed.width_px, surveyed.height_px, surveyed.t_s.length);
  const flights: { picture: TimedPicture; estimates: Promise<Estimate[]> }[] = [];
  const land = async ({ picture, estimates }: (typeof flights)[number]) => {
    const reference = rowOf(surveyed, rows.count);
    const mean = runs
      ? averaged(await estimates, reference, surveyed.swapped[rows.count] === 1)
      : { row: reference, swapped: surveyed.swapped[rows.count] === 1 };
    const row = mean?.row ?? emptyRow(reference.index, reference.t_s, 0, reference.people);
    rows.push(row, mean?.swapped ?? false);
    for (const observer of observers) await observer.pass2?.(picture, row); // oxlint-disable-line no-await-in-loop
    report(2, rows.count);
  };
  const ahead = runtime.lanes + 1;
  let n = 0;
  try {
    for await (const picture of source.frames(frameOptions(context, ahead))) {
      const region = n < regions.length ? regions[n] : null;
      n++;
      const wanted = runs && region !== null;
      flights.push({
        picture,
        estimates: quiet(wanted ? runtime.estimate(picture, cropsOf(region, quality)) : Promise.resolve([])),
      });
      if (flights.length >= ahead) await land(flights.shift()!);
    }
    while (flights.length > 0) await land(flights.shift()!); // oxlint-disable-line no-await-in-loop
  } finally {
    await Promise.allSettled(flights.map((flight) => flight.estimates));
  }
  return repairSides(rows.series());
}

function frameOptions({ signal }: AnalyseContext, keep: number): { signal?: AbortSignal; keep: number } {
  return signal ? { signal, keep } : { keep };
}

/** A promise whose failure may come before anyone waits for it. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
