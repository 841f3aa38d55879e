import { crossingTime, median, phasesAbove, quantile } from "@levelhip/signal";
import { distance, sideSign } from "./angles.ts";
import type { Body } from "./body.ts";
import type { Side } from "./measurement.ts";
import { duration_s, type Window, windowBetween } from "./window.ts";

/** A stand on one leg: from the free foot's leaving of the floor to its return, and the still hold within. */
export interface StanceHold {
  readonly stance: Side;
  readonly lift_s: number;
  /** NaN when the clip ends first */
  readonly down_s: number;
  /** the hold without the moments of lifting and lowering */
  readonly hold: Window;
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

export interface StancePhases {
  readonly holds: readonly StanceHold[];
  /** stand on both legs before the first lift, else after the last return; null when there is none */
  readonly baseline: Window | null;
  readonly baselineAt: "start" | "end" | null;
  /** which foot is off the floor, per frame: + = left, − = right, 0 = both down; in leg lengths */
  readonly leftFootHigher: Float64Array;
  /** hip to ankle, standing [px] */
  readonly leg_px: number;
}

/** A foot counts as lifted from this share of leg length (about 3 cm), or from a third of the clip's own range. */
const LEAST_LIFT = 0.05;
/** A foot that has gone this share of leg length from where it stood is not standing there. */
const LEAST_TRAVEL = 0.03;
const LEAST_HOLD_S = 1;
/** Weight moves over the standing leg before the foot leaves the floor: this long before the lift is no two-leg stand. */
const SHIFT_BEFORE_LIFT_S = 0.4;
const LEAST_BASELINE_S = 0.25;
const SETTLE_S = 0.2;

export const legLength_px = (body: Body): number =>
  quantile(
    [
      ...distance(body.at("left_hip"), body.at("left_ankle")),
      ...distance(body.at("right_hip"), body.at("right_ankle")),
    ],
    0.9,
  );

/** Finds the stands on one leg and the stand on two from the height of one foot over the other. Frontal views. */
export function findStances(body: Body): StancePhases {
  const { t_s } = body;
  const leg_px = legLength_px(body);
  const { signal: leftFootHigher, least } = liftSignal(body, leg_px);
  const high = Math.max(least, 0.35 * quantile(leftFootHigher.map(Math.abs), 0.95));
  const holds = (["left", "right"] as const)
    .flatMap((stance) => holdsOn(body, stance, leftFootHigher, high))
    .sort((a, b) => a.lift_s - b.lift_s);
  const atStart = baselineBefore(t_s, leftFootHigher, high / 2, holds[0]?.lift_s ?? Number.NaN);
  const baseline =
    atStart ?? baselineAfter(t_s, leftFootHigher, high / 2, holds[holds.length - 1]?.down_s ?? Number.NaN);
  return { holds, baseline, baselineAt: atStart ? "start" : baseline ? "end" : null, leftFootHigher, leg_px };
}

/**
 * Which foot is off the floor, per frame: + = left, − = right, 0 = both down. First by height in the picture (foot and knee: a
 * foot held forward comes closer to the camera and lower, but its knee is then high). Where height says little, or says it of the
 * foot that keeps its place, by how far each foot has gone from where it stood at the start of the clip.
 */
function liftSignal(body: Body, leg_px: number): { signal: Float64Array; least: number } {
  const { t_s } = body;
  const firstFrames = Math.max(1, windowBetween(t_s, t_s[0] ?? 0, (t_s[0] ?? 0) + 0.3).to);
  const height = footDifference(body, leg_px);
  const begin = median(height.subarray(0, firstFrames));
  const higher = height.map((v) => v - (Math.abs(begin) < 0.06 ? begin : 0));
  const gone = {
    left: footTravel(body, "left", leg_px, firstFrames),
    right: footTravel(body, "right", leg_px, firstFrames),
  };
  const travel = gone.left.map((v, i) => v - gone.right[i]!);
  const extreme = quantile(higher.map(Math.abs), 0.95);
  let agreeing = 0;
  for (const [i, v] of higher.entries())
    if (Math.abs(v) > 0.5 * extreme) agreeing += Math.sign(v) * Math.sign(travel[i]!);
  const beganOnBoth = Math.abs(begin) < 0.06;
  const byTravel = beganOnBoth && (extreme < 2 * LEAST_LIFT || agreeing < 0);
  return byTravel ? { signal: travel, least: LEAST_TRAVEL } : { signal: higher, least: LEAST_LIFT };
}

/** Height of left ankle and knee above the right ones in the picture, summed, over leg length. */
function footDifference(body: Body, leg_px: number): Float64Array {
  const [la, ra, lk, rk] = [body.at("left_ankle"), body.at("right_ankle"), body.at("left_knee"), body.at("right_knee")];
  return la.y.map((y, i) => (ra.y[i]! - y + rk.y[i]! - lk.y[i]!) / leg_px);
}

/** How far a foot (ankle or toes, whichever more) has gone in the picture from where it stood in the first frames, over leg length. */
function footTravel(body: Body, side: Side, leg_px: number, firstFrames: number): Float64Array {
  const gone = (["ankle", "foot_index"] as const).map((part) => {
    const { x, y } = body.at(`${side}_${part}`);
    const [x0, y0] = [median(x.subarray(0, firstFrames)), median(y.subarray(0, firstFrames))];
    return x.map((v, i) => Math.hypot(v - x0, y[i]! - y0) / leg_px);
  });
  return gone[0]!.map((v, i) => (gone[1]![i]! > v ? gone[1]![i]! : v));
}

function holdsOn(body: Body, stance: Side, leftFootHigher: Float64Array, high: number): StanceHold[] {
  const { t_s, n } = body;
  const lifted = leftFootHigher.map((v) => -sideSign(stance) * v);
  const found: StanceHold[] = [];
  for (const phase of phasesAbove(steady(t_s, lifted), high / 2, high)) {
    const last = Math.min(phase.end, n) - 1;
    if (t_s[last]! - t_s[phase.start]! < LEAST_HOLD_S) continue;
    const height = median(lifted.subarray(phase.start, last + 1));
    let from = phase.start;
    while (from < last && !(lifted[from]! >= 0.9 * height)) from += 1;
    let to = last;
    while (to > from && !(lifted[to]! >= 0.9 * height)) to -= 1;
    const start_s = phase.openStart ? t_s[from]! : t_s[from]! + SETTLE_S;
    const end_s = phase.openEnd ? t_s[to]! : t_s[to]! - SETTLE_S;
    const hold = windowBetween(t_s, start_s, end_s);
    if (!(end_s - start_s >= LEAST_HOLD_S / 2) || hold.to - hold.from < 5) continue;
    const foot = Math.min(0.12 * height, high / 2);
    const lift_s = phase.openStart
      ? t_s[phase.start]!
      : orElse(crossingTime(t_s, lifted, foot, phase.start, -1, -1), t_s[phase.start]!);
    const down_s = phase.openEnd ? Number.NaN : orElse(crossingTime(t_s, lifted, foot, last, 1, n), t_s[last]!);
    found.push({ stance, lift_s, down_s, hold, openStart: phase.openStart, openEnd: phase.openEnd });
  }
  return found;
}

/** Running median over 0.35 s: a moment's wobble of a landmark puts no foot down. */
function steady(t_s: Float64Array, x: Float64Array): Float64Array {
  return x.map((_, i) => {
    const { from, to } = windowBetween(t_s, t_s[i]! - 0.175, t_s[i]! + 0.175);
    return median(x.subarray(from, to));
  });
}
const orElse = (value: number, other: number): number => (Number.isFinite(value) ? value : other);

/** The longest stretch with both feet down that ends before the lift, without the shift of weight; at most its last 5 s. */
function baselineBefore(t_s: Float64Array, leftFootHigher: Float64Array, low: number, lift_s: number): Window | null {
  if (!Number.isFinite(lift_s)) return null;
  let first = 0;
  for (let i = 0; i < t_s.length && t_s[i]! < lift_s; i++) if (Math.abs(leftFootHigher[i]!) > low) first = i + 1;
  const whole = windowBetween(t_s, Math.max(t_s[first] ?? lift_s, lift_s - SHIFT_BEFORE_LIFT_S - 5), lift_s);
  const cut = Math.min(SHIFT_BEFORE_LIFT_S, 0.45 * duration_s(whole));
  return usable(windowBetween(t_s, whole.start_s, lift_s - cut));
}

function baselineAfter(t_s: Float64Array, leftFootHigher: Float64Array, low: number, down_s: number): Window | null {
  if (!Number.isFinite(down_s)) return null;
  const end_s = t_s[t_s.length - 1]!;
  const cut = Math.min(SHIFT_BEFORE_LIFT_S, 0.45 * (end_s - down_s));
  const w = windowBetween(t_s, down_s + cut, Math.min(end_s, down_s + cut + 5));
  for (let i = w.from; i < w.to; i++) if (!(Math.abs(leftFootHigher[i]!) <= low)) return null;
  return usable(w);
}

const usable = (w: Window): Window | null => (duration_s(w) >= LEAST_BASELINE_S && w.to - w.from >= 5 ? w : null);
