import { crossingTime, findPeaks, fundamental, median, parabolicTop, quantile } from "@levelhip/signal";
import type { View } from "./analysis.ts";
import { distance, forward } from "./angles.ts";
import type { Body, Point } from "./body.ts";
import type { Side } from "./measurement.ts";

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
  const rhythm = fundamental(body.t_s, difference, SLOWEST_HZ, FASTEST_HZ, 3);
  if (!rhythm || rhythm.explained < 0.6) return null;
  const stride_s = 1 / rhythm.frequency_hz;
  const strikes: GaitEvent[] = [];
  const offs: GaitEvent[] = [];
  for (const side of ["left", "right"] as const) {
    const minDistance = 0.6 * stride_s * body.rate_hz;
    const least = (x: Float64Array): number => 0.3 * (quantile(x, 0.95) - quantile(x, 0.05));
    for (const peak of findPeaks(ahead[side].strike, { minDistance, minProminence: least(ahead[side].strike) })) {
      const t_s = strikeTime(body, ahead[side].strike, peak.index, stride_s);
      if (Number.isFinite(t_s)) strikes.push({ side, t_s });
    }
    const behind = ahead[side].off.map((v) => -v);
    for (const low of findPeaks(behind, { minDistance, minProminence: least(behind) })) {
      const t_s = offTime(body, ahead[side].off, low.index, stride_s);
      if (Number.isFinite(t_s)) offs.push({ side, t_s });
    }
  }
  return { strikes: alternating(strikes), offs: byTime(offs), stride_s };
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
  return { ankle, strike: view === "rear" ? ankle : heel, off: view === "front" ? ankle : toe };
}

const slope = (body: Body, x: Float64Array): Float64Array =>
  x.map((_, i) => {
    const a = Math.max(0, i - 1);
    const b = Math.min(x.length - 1, i + 1);
    return (x[b]! - x[a]!) / (body.t_s[b]! - body.t_s[a]!);
  });

/** Middle speed of the foot while it goes backward [1/s], negative: stance. */
const stanceSpeed = (speed: Float64Array): number => median(speed.filter((v) => v < 0));

function strikeTime(body: Body, x: Float64Array, near: number, stride_s: number): number {
  const reach = Math.round(0.15 * stride_s * body.rate_hz);
  const speed = slope(body, x);
  const passed = crossingTime(body.t_s, speed, 0.5 * stanceSpeed(speed), near, 1, Math.min(x.length, near + reach + 1));
  return Number.isFinite(passed) ? passed : timeOfTop(body, x, near);
}

function offTime(body: Body, x: Float64Array, near: number, stride_s: number): number {
  const reach = Math.round(0.15 * stride_s * body.rate_hz);
  const speed = slope(body, x);
  const passed = crossingTime(body.t_s, speed, 0.5 * stanceSpeed(speed), near, -1, Math.max(-1, near - reach - 1));
  return Number.isFinite(passed) ? passed : timeOfTop(body, x.map((v) => -v), near); // biome-ignore format: one line
}

function timeOfTop(body: Body, x: Float64Array, top: number): number {
  const { offset } = parabolicTop(x, top);
  const next = Math.min(x.length - 1, Math.max(0, top + Math.sign(offset)));
  return body.t_s[top]! + Math.abs(offset) * (body.t_s[next]! - body.t_s[top]!);
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
