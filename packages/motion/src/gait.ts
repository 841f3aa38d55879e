import {
  crossingTime,
  fitHarmonics,
  findPeaks,
  fundamental,
  median,
  naturalSpline,
  quantile,
  smoothSeries,
} from "@levelhip/signal";
import type { View } from "./analysis.ts";
import { distance, forward } from "./angles.ts";
import type { Body, Point } from "./body.ts";
import { alignCycles } from "./cycles.ts";
import type { Side } from "./measurement.ts";
import { windowBetween } from "./window.ts";

export interface GaitEvent {
  readonly side: Side;
  readonly t_s: number;
}
export interface Gait {
  readonly strikes: readonly GaitEvent[];
  readonly offs: readonly GaitEvent[];
  /** middle time between strikes of the same foot [s] */
  readonly stride_s: number;
}

/** Stride rates of walking people [Hz]; cadence 60–180 steps/min. */
const SLOWEST_HZ = 0.45;
const FASTEST_HZ = 1.5;
const RHYTHM_S = 30;
/** Feet swing at least this far before and behind each other, peak to peak over leg length, in a side view and in a frontal one. */
const LEAST_SWING = { side: 0.2, frontal: 0.03 };

/**
 * Heel strikes and toe-offs of walking. All views follow how far each foot is forward of the pelvis: from the side directly
 * (Zeni, Richards & Higginson 2008, Gait Posture 27:710), from the front and from behind by its height in the picture, because
 * the floor rises in the picture with distance. The feet's difference gives the rhythm; at its peaks a foot is farthest forward.
 * It then turns back before it lands, so the strike is put where its backward speed has reached half of that in stance, and
 * toe-off where it has fallen below half again. Works over ground and on a treadmill. Null when there is no walking rhythm.
 */
export function findGait(body: Body, view: View): Gait | null {
  const scale = scaleOf(body);
  const ahead = { left: aheadOf(body, view, "left", scale), right: aheadOf(body, view, "right", scale) };
  const difference = ahead.left.ankle.map((v, i) => v - ahead.right.ankle[i]!);
  const swing = quantile(difference, 0.95) - quantile(difference, 0.05);
  const isSide = view === "left" || view === "right";
  if (!(swing >= (isSide ? LEAST_SWING.side : LEAST_SWING.frontal))) return null;
  // the beginning tells the rhythm; later strides may drift from it
  const enough = windowBetween(body.t_s, body.t_s[0]!, body.t_s[0]! + RHYTHM_S).to;
  const rhythm = fundamental(body.t_s.subarray(0, enough), difference.subarray(0, enough), SLOWEST_HZ, FASTEST_HZ, 3);
  if (!rhythm || rhythm.explained < 0.6) return null;
  const stride_s = 1 / rhythm.frequency_hz;
  const strikes = SIDES.flatMap((side) => eventsOf(body, ahead[side].strike, side, stride_s, strikeOffset));
  const feet = alternating(strikes).map((e) => ({ ...e, t_s: e.t_s + SMOOTHED_S }));
  const landed = isSide ? feet : landings(body, view, feet, stride_s);
  // from behind the heel hides the toes: no toe-off is told
  const offs =
    view === "rear"
      ? []
      : SIDES.flatMap((side) =>
          eventsOf(
            body,
            ahead[side].off.map((v) => -v),
            side,
            stride_s,
            offOffset,
          ),
        );
  return { strikes: landed, offs: byTime(offs), stride_s };
}

const SIDES = ["left", "right"] as const;

/** Events of one foot: at `offset` from the top of the mean cycle, in every cycle. */
function eventsOf(
  body: Body,
  x: Float64Array,
  side: Side,
  stride_s: number,
  offset: (at_s: Float64Array, shape: Float64Array) => number,
): GaitEvent[] {
  const cycles = alignCycles(body.t_s, x, roughTops(body.t_s, x, stride_s), stride_s);
  if (!cycles) return [];
  const shift = offset(cycles.at_s, cycles.shape);
  const [first, last] = [body.t_s[0]!, body.t_s[body.n - 1]!];
  return cycles.times_s.map((t) => ({ side, t_s: t + shift })).filter((e) => e.t_s >= first && e.t_s <= last);
}

/** From a strike to the lowest point of the trunk, over the stride: the middle of double support, seen from either end. */
const LOWEST_AFTER = { front: 0.05, rear: 0.065 };
/** What the trunk adds to the feet: from behind the feet tell only which foot it was. */
const TRUNK_WEIGHT = { front: 0.5, rear: 1 };
/** Feet land when they are forward a little later than their backward speed tells, because the signal is smoothed [s]. */
const SMOOTHED_S = 0.015;

/**
 * Strikes in frontal views: from so shallow an angle a foot's way forward is seen badly, but the trunk is lowest in the middle of
 * double support, a twentieth of a stride after the foot has landed (Saunders, Inman & Eberhart 1953), and that is seen well.
 * Feet tell the side. Where the trunk has no clear rhythm or contradicts the feet, the feet alone count.
 */
function landings(body: Body, view: View, feet: readonly GaitEvent[], stride_s: number): readonly GaitEvent[] {
  const end = view === "rear" ? "rear" : "front";
  const lows = trunkLows(body, stride_s).map((t) => t - LOWEST_AFTER[end] * stride_s);
  if (lows.length < 4) return feet;
  // the sides take turns: the start that suits the feet better
  const sideOf = (k: number, first: Side): Side => (k % 2 === 0 ? first : first === "left" ? "right" : "left");
  const steps = numberedSteps(lows, stride_s / 2);
  const apart = (first: Side): number =>
    median(
      feet.map((e) =>
        Math.min(
          ...lows.filter((_, i) => sideOf(steps[i]!, first) === e.side).map((t) => Math.abs(t - e.t_s)),
          stride_s,
        ),
      ),
    );
  const first: Side = apart("left") <= apart("right") ? "left" : "right";
  if (apart(first) > 0.1 * stride_s) return feet;
  return lows
    .map((t, i): GaitEvent => {
      const side = sideOf(steps[i]!, first);
      const foot = feet.find((e) => e.side === side && Math.abs(e.t_s - t) < 0.12 * stride_s);
      return { side, t_s: foot ? TRUNK_WEIGHT[end] * t + (1 - TRUNK_WEIGHT[end]) * foot.t_s : t };
    })
    .filter((e) => e.t_s >= body.t_s[0]! && e.t_s <= body.t_s[body.n - 1]!);
}

/** Number of each step in the rhythm, so that a missed one does not exchange the sides of all that follow. */
function numberedSteps(times: readonly number[], step_s: number): number[] {
  const numbers = [0];
  for (let i = 1; i < times.length; i++)
    numbers.push(numbers[i - 1]! + Math.max(1, Math.round((times[i]! - times[i - 1]!) / step_s)));
  return numbers;
}

/** Times at which mid-shoulder is lowest, once a step. */
function trunkLows(body: Body, stride_s: number): number[] {
  const y = body.mid("left_shoulder", "right_shoulder").y;
  const slow = body.mid("left_shoulder", "right_shoulder", 0.8 / stride_s).y;
  const bounce = y.map((v, i) => (v - slow[i]!) / body.size_px);
  const step_s = stride_s / 2;
  if (fitHarmonics(body.t_s, bounce, 1 / step_s, 1).explained < 0.4) return [];
  const cycles = alignCycles(body.t_s, bounce, roughTops(body.t_s, bounce, step_s), step_s);
  if (!cycles) return [];
  const { at, x } = fine(cycles.at_s, cycles.shape);
  const low = at[topOf(x)]!;
  return cycles.times_s.map((t) => t + low);
}

/** Tops of the slow part of a foot's motion, with those that the clip's ends or a bad moment hid put in at the stride's distance. */
function roughTops(t_s: Float64Array, x: Float64Array, stride_s: number): number[] {
  const slow = smoothSeries(t_s, x, { cutoff_hz: 2.5 / stride_s, maxGap_s: stride_s });
  const middle = (quantile(slow, 0.95) + quantile(slow, 0.05)) / 2;
  const minDistance = (0.6 * stride_s * (t_s.length - 1)) / (t_s[t_s.length - 1]! - t_s[0]!);
  const tops = findPeaks(slow, { minDistance, minHeight: middle }).map((p) => t_s[p.index]!);
  if (tops.length === 0) return [];
  const out = [tops[0]! - stride_s];
  for (const t of tops) {
    const missing = Math.round((t - out[out.length - 1]!) / stride_s) - 1;
    const last = out[out.length - 1]!;
    for (let k = 1; k <= missing; k++) out.push(last + (k * (t - last)) / (missing + 1));
    out.push(t);
  }
  out.push(out[out.length - 1]! + stride_s);
  return out.filter((t) => t >= t_s[0]! - 0.15 * stride_s && t <= t_s[t_s.length - 1]! + 0.15 * stride_s);
}

/** The mean cycle on a fine grid: values and speeds. */
function fine(at_s: Float64Array, shape: Float64Array): { at: Float64Array; x: Float64Array; speed: Float64Array } {
  const curve = naturalSpline(at_s, shape);
  const count = 401;
  const step = (at_s[at_s.length - 1]! - at_s[0]!) / (count - 1);
  const at = Float64Array.from({ length: count }, (_, i) => at_s[0]! + i * step);
  return { at, x: at.map((t) => curve(t)), speed: at.map((t) => (curve(t + step) - curve(t - step)) / (2 * step)) };
}

function topOf(x: Float64Array): number {
  let top = Math.round(0.2 * x.length);
  for (let i = top; i < 0.8 * x.length; i++) if (x[i]! > x[top]!) top = i;
  return top;
}
/** Middle speed of the foot while it goes backward, negative: stance. */
const backward = (speed: Float64Array): number => median(speed.filter((v) => v < 0));

/** Strike: after the foot was farthest forward, its backward speed has reached half of that in stance. */
function strikeOffset(at_s: Float64Array, shape: Float64Array): number {
  const { at, x, speed } = fine(at_s, shape);
  const top = topOf(x);
  const passed = crossingTime(at, speed, 0.5 * backward(speed), top, 1, Math.min(x.length, top + 80));
  return Number.isFinite(passed) ? passed : at[top]!;
}

/** Toe-off (of the signal turned over, so that its top is farthest back): the backward speed has fallen to half. */
function offOffset(at_s: Float64Array, shape: Float64Array): number {
  const { at, x, speed } = fine(at_s, shape.map((v) => -v)); // biome-ignore format: one line
  const top = topOf(x.map((v) => -v));
  const passed = crossingTime(at, speed, 0.5 * backward(speed), top, -1, Math.max(-1, top - 80));
  return Number.isFinite(passed) ? passed : at[top]!;
}

/** Size of the person per frame [px]: trunk plus legs, slowly smoothed, so that walking toward the camera changes nothing. */
function scaleOf(body: Body): Float64Array {
  const trunk = distance(body.mid("left_shoulder", "right_shoulder", 0.7), body.mid("left_hip", "right_hip", 0.7));
  const standing = body.size_px / median(trunk);
  return trunk.map((v) => v * standing);
}

interface Ahead {
  readonly ankle: Float64Array;
  /** the foot's point that tells the strike best in this view, and the one that tells toe-off */
  readonly strike: Float64Array;
  readonly off: Float64Array;
}

function aheadOf(body: Body, view: View, side: Side, scale: Float64Array): Ahead {
  const hips = body.mid("left_hip", "right_hip");
  const isSide = view === "left" || view === "right";
  const sign = isSide ? forward(view) : view === "rear" ? -1 : 1;
  const relative = (p: Point): Float64Array =>
    isSide
      ? p.x.map((x, i) => (sign * (x - hips.x[i]!)) / scale[i]!)
      : p.y.map((y, i) => (sign * (y - hips.y[i]!)) / scale[i]!);
  const ankle = relative(body.at(`${side}_ankle`));
  const heel = relative(body.at(`${side}_heel`));
  const toe = relative(body.at(`${side}_foot_index`));
  // from behind the heel hides what the foot does until it is down, the toes show it; from the front ankle and heel together are steadiest
  const foot = ankle.map((v, i) => (v + heel[i]!) / 2);
  return { ankle, strike: view === "rear" ? toe : foot, off: view === "front" ? ankle : toe };
}

const byTime = (events: readonly GaitEvent[]): GaitEvent[] => [...events].sort((a, b) => a.t_s - b.t_s);

/** Left and right strikes must take turns: of two of the same side in a row the later is kept out when too near. */
function alternating(events: readonly GaitEvent[]): GaitEvent[] {
  const kept: GaitEvent[] = [];
  for (const e of byTime(events)) {
    const last = kept[kept.length - 1];
    if (last && last.side === e.side && e.t_s - last.t_s < 0.4) continue;
    kept.push(e);
  }
  return kept;
}
