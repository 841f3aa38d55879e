import { crossingTime, findPeaks, type Phase, phasesAbove, quantile } from "@levelhip/signal";
import type { Repetition } from "./analysis.ts";

/** One repetition as found in its own signal, with how complete it was. */
export interface FoundRep extends Repetition {
  /** largest value of the signal in it, in the signal's unit above rest */
  readonly size: number;
  /** "partial": clearly smaller than the others; "double": went down again before coming up */
  readonly kind: "whole" | "partial" | "double";
}

export interface RepetitionOptions {
  /** excursions smaller than this are no movement at all, in the signal's unit */
  readonly least: number;
  /** a repetition lasts at least this long [s] */
  readonly least_s?: number;
}

/** A repetition smaller than this share of the usual one is partial; from a third of the range on it is one at all. */
const PARTIAL = 0.7;
const ENTER = 0.35;
const LEAVE = 0.2;

/**
 * Finds repetitions in a signal that is 0 at rest and rises with effort (squat depth, bridge height). Hysteresis on the
 * clip's own range: a repetition begins above 35 % of it and ends below 20 %, so pauses and wavering do not split it, and
 * partial ones are seen. Its four times are those of a smooth reach: where each flank passes 10, 50 and 90 % of its height
 * tells, by the minimum-jerk shape of human reaching, where it began and ended (Flash & Hogan 1985, J Neurosci 5:1688).
 * Repetitions cut off by the clip's start or end are left out.
 * @param signal smoothed   (n); NaN where not seen
 */
export function findRepetitions(
  t_s: Float64Array,
  signal: Float64Array,
  range: Float64Array,
  options: RepetitionOptions,
): FoundRep[] {
  const rest = quantile(signal, 0.05);
  const full = quantile(signal, 0.97) - rest;
  if (!(full >= options.least)) return [];
  const phases = phasesAbove(signal, rest + LEAVE * full, rest + ENTER * full).filter(
    (p) => !p.openStart && !p.openEnd,
  );
  const reps: FoundRep[] = [];
  for (const [k, phase] of phases.entries()) {
    const before = phases[k - 1]?.end ?? 0;
    const after = phases[k + 1]?.start ?? t_s.length;
    const rep = timesOf(t_s, signal, phase, before, after);
    if (!rep || rep.end_s - rep.start_s < (options.least_s ?? 0.5)) continue;
    const last = reps[reps.length - 1];
    const start_s = last ? Math.max(rep.start_s, last.end_s) : rep.start_s;
    reps.push({
      ...rep,
      start_s,
      range_deg: rangeIn(t_s, range, rep),
      size: rep.size,
      kind: rep.double ? "double" : "whole",
    });
  }
  const usual = quantile(reps.map((r) => r.size), 0.6); // biome-ignore format: one line
  return reps.map((r) => (r.size < PARTIAL * usual ? { ...r, kind: "partial" as const } : r));
}

interface Times {
  readonly start_s: number;
  readonly top_s: number;
  readonly top_end_s: number;
  readonly end_s: number;
  readonly size: number;
  readonly double: boolean;
}

function timesOf(t_s: Float64Array, signal: Float64Array, phase: Phase, before: number, after: number): Times | null {
  const inside = signal.subarray(phase.start, phase.end);
  const high = quantile(inside, 1);
  const floorBefore = lowest(signal, before, phase.start);
  const floorAfter = lowest(signal, phase.end, after);
  // height of the plateau: what is reached for a while, not one sample
  const plateau = quantile(inside, 0.9);
  const top = 0.5 * (plateau + high);
  const rise = flank(
    t_s,
    signal,
    firstAbove(signal, phase, floorBefore + 0.95 * (top - floorBefore)),
    floorBefore,
    top,
    before,
    1,
  );
  const fall = flank(
    t_s,
    signal,
    lastAbove(signal, phase, floorAfter + 0.95 * (top - floorAfter)),
    floorAfter,
    top,
    after,
    -1,
  );
  if (!rise || !fall) return null;
  const middle = (rise.reached + fall.reached) / 2;
  const top_s = Math.min(rise.reached, middle);
  const top_end_s = Math.max(fall.reached, middle);
  const dips = findPeaks(inside.map((v) => -v), { minProminence: 0.25 * (high - Math.max(floorBefore, floorAfter)) }); // biome-ignore format: one line
  return {
    start_s: rise.began,
    top_s,
    top_end_s,
    end_s: fall.began,
    size: top - Math.min(floorBefore, floorAfter),
    double: dips.length > 0,
  };
}

const lowest = (x: Float64Array, from: number, to: number): number => {
  const low = quantile(x.subarray(from, to), 0.1);
  return Number.isFinite(low) ? low : quantile(x, 0.05);
};
const firstAbove = (x: Float64Array, p: Phase, level: number): number => {
  for (let i = p.start; i < p.end; i++) if (x[i]! >= level) return i;
  return p.start;
};
const lastAbove = (x: Float64Array, p: Phase, level: number): number => {
  for (let i = p.end - 1; i >= p.start; i--) if (x[i]! >= level) return i;
  return p.end - 1;
};

/** Share of a minimum-jerk reach's time at which it has gone the share `f` of its way: s(u) = u³(10 − 15u + 6u²). */
export function minimumJerkTime(f: number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 50; i++) {
    const u = (low + high) / 2;
    if (u * u * u * (10 - 15 * u + 6 * u * u) < f) low = u;
    else high = u;
  }
  return (low + high) / 2;
}
const U10 = minimumJerkTime(0.1);
const U50 = 0.5;
const U90 = minimumJerkTime(0.9);

/**
 * When a flank between rest (`floor`) and `top` began (at rest) and was completed (at the top). `step` 1: a rise, read forward
 * in time; −1: a fall, read backward. Each end is told by its own half of the flank, so uneven flanks are followed.
 */
function flank(
  t_s: Float64Array,
  x: Float64Array,
  topIndex: number,
  floor: number,
  top: number,
  limit: number,
  step: 1 | -1,
): { began: number; reached: number } | null {
  const level = (f: number): number => floor + f * (top - floor);
  const down = step === 1 ? -1 : 1;
  const edge = step === 1 ? limit - 1 : limit;
  const t10 = crossingTime(t_s, x, level(0.1), topIndex, down, edge);
  const t50 = crossingTime(t_s, x, level(0.5), topIndex, down, edge);
  const t90 = crossingTime(t_s, x, level(0.9), topIndex, down, edge);
  if (!Number.isFinite(t50) || !Number.isFinite(t90)) return null;
  const early = Number.isFinite(t10) ? (t50 - t10) / (U50 - U10) : (t90 - t50) / (U90 - U50);
  const late = (t90 - t50) / (U90 - U50);
  const first = t_s[0]!;
  const last = t_s[t_s.length - 1]!;
  const clamp = (t: number): number => Math.min(last, Math.max(first, t));
  return { began: clamp(t50 - U50 * early), reached: clamp(t50 + (1 - U50) * late) };
}

function rangeIn(t_s: Float64Array, values: Float64Array, rep: Times): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < t_s.length; i++) {
    if (t_s[i]! < rep.start_s || t_s[i]! > rep.end_s || !Number.isFinite(values[i]!)) continue;
    low = Math.min(low, values[i]!);
    high = Math.max(high, values[i]!);
  }
  return high >= low ? high - low : 0;
}
