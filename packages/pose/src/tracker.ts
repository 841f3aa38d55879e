import { type Detection, regionOfDetection } from "./detection.ts";
import { type Estimate, PRESENCE_MIN } from "./estimate.ts";
import { distinctPeople, isAnother, type Preference, preferred, sureOnes } from "./people.ts";
import type { Picture } from "./picture.ts";
import type { PoseRuntime } from "./poseRuntime.ts";
import type { Region } from "./region.ts";

/** What the tracker saw in one frame. */
export interface Sighting {
  /** null = nobody */
  readonly estimate: Estimate | null;
  /** distinct people: 0, 1, 2 (= two or more); as known before where they were not counted */
  readonly people: number;
  /** the people were counted in this frame */
  readonly counted: boolean;
}

/** Where to look and what is known, carried from an earlier frame. */
export interface TrackState {
  /** null = look for the person anew */
  readonly region: Region | null;
  /** last place of the person's hips, kept while they are out of sight */
  readonly place: Preference | null;
  /** how the picture is turned for the detector [deg clockwise]; null = not found yet, try all four */
  readonly turn_deg: number | null;
  /** as counted last */
  readonly people: number;
}

export function startState(pick: Preference | null): TrackState {
  return { region: null, place: pick, turn_deg: null, people: 0 };
}

export interface Step {
  readonly sighting: Sighting;
  readonly state: TrackState;
}

/**
 * Follows one person by one frame: looks where the earlier frame says; who is lost there is searched for in the whole
 * picture at once. With `count` the whole picture is also searched for a second person.
 * Until somebody was found, frames with `count` are searched in all four turns of the picture (standing, lying either
 * way, upside down), the others only upright.
 */
export async function step(runtime: PoseRuntime, picture: Picture, state: TrackState, count: boolean): Promise<Step> {
  if (state.region !== null) {
    const [estimate] = await runtime.estimate(picture, [state.region]);
    if (estimate.presence >= PRESENCE_MIN) {
      const people = count ? await countPeople(runtime, picture, estimate, state.turn_deg ?? 0) : state.people;
      return seen(estimate, { ...state, people: Math.max(1, people) }, count);
    }
  }
  const turns = state.turn_deg === null ? (count ? ALL_TURNS : [0]) : [state.turn_deg];
  const found = await search(runtime, picture, turns, state.place);
  if (found === null) {
    const nobody = { estimate: null, people: 0, counted: true };
    return { sighting: nobody, state: { ...state, region: null, people: 0 } };
  }
  return seen(found.estimate, { ...state, people: found.people, turn_deg: found.turn_deg }, true);
}

const ALL_TURNS = [0, 90, 270, 180] as const;
/** Another turn of the picture must be this much better than upright to be believed. */
const UPRIGHT_BONUS = 0.05;

function seen(estimate: Estimate, state: TrackState, counted: boolean): Step {
  const region = estimate.next;
  const place = { x_px: region.cx_px, y_px: region.cy_px };
  return { sighting: { estimate, people: state.people, counted }, state: { ...state, region, place } };
}

interface Found {
  readonly estimate: Estimate;
  readonly people: number;
  readonly turn_deg: number;
}

/** The wished person as best seen in the turns given; null = nobody in any. */
async function search(
  runtime: PoseRuntime,
  picture: Picture,
  turns: readonly number[],
  wish: Preference | null,
): Promise<Found | null> {
  const tries = await Promise.all(turns.map((turn_deg) => searchTurned(runtime, picture, turn_deg, wish)));
  let best: { found: Found; sure: number } | null = null;
  for (const found of tries) {
    if (found === null) continue;
    const sure = certainty(found.estimate) + (found.turn_deg === 0 ? UPRIGHT_BONUS : 0);
    if (best === null || sure > best.sure) best = { found, sure };
  }
  return best?.found ?? null;
}

async function searchTurned(
  runtime: PoseRuntime,
  picture: Picture,
  turn_deg: number,
  wish: Preference | null,
): Promise<Found | null> {
  const people = distinctPeople(await runtime.detect(picture, turn_deg));
  const chosen = preferred(people, wish);
  if (!chosen) return null;
  const [estimate] = await runtime.estimate(picture, [regionOfDetection(chosen)]);
  if (!(estimate.presence >= PRESENCE_MIN)) return null;
  const others = people.filter((d) => d !== chosen);
  return { estimate, people: (await anyAnother(runtime, picture, estimate, others)) ? 2 : 1, turn_deg };
}

async function countPeople(
  runtime: PoseRuntime,
  picture: Picture,
  tracked: Estimate,
  turn_deg: number,
): Promise<number> {
  const people = distinctPeople(await runtime.detect(picture, turn_deg));
  return (await anyAnother(runtime, picture, tracked, people)) ? 2 : 1;
}

/** Whether one of the detections is somebody else; those that lie on the tracked person are not looked at again. */
async function anyAnother(
  runtime: PoseRuntime,
  picture: Picture,
  tracked: Estimate,
  detections: readonly Detection[],
): Promise<boolean> {
  const { cx_px, cy_px, size_px } = tracked.next;
  const away = sureOnes(detections).filter((d) => Math.hypot(d.hipX_px - cx_px, d.hipY_px - cy_px) > 0.1 * size_px);
  if (away.length === 0) return false;
  const estimates = await runtime.estimate(picture, away.slice(0, 2).map(regionOfDetection));
  return estimates.some((estimate) => isAnother(tracked, estimate));
}

/** How well the whole body is seen: presence times the mean visibility of shoulders, hips, knees, ankles. */
function certainty({ presence, visibility }: Estimate): number {
  const body = [11, 12, 23, 24, 25, 26, 27, 28];
  return presence * (body.reduce((sum, i) => sum + visibility[i], 0) / body.length);
}
