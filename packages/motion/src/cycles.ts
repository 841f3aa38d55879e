import { median, naturalSpline } from "@levelhip/signal";

/** The mean shape of a movement that repeats, and when each repetition of it happened. */
export interface Cycles {
  /** time within the shape, from −half to half [s]   (m) */
  readonly at_s: Float64Array;
  /** median shape   (m) */
  readonly shape: Float64Array;
  /** when the shape's zero lies in each repetition [s] */
  readonly times_s: readonly number[];
}

const POINTS = 61;
/** Half the shape's length and the farthest shift tried, over the period. */
const HALF = 0.42;
const FARTHEST = 0.2;
/** Share of a repetition that must lie within the clip, and how well it must follow the shape. */
const LEAST_SEEN = 0.5;
const LEAST_LIKENESS = 0.7;
const ROUNDS = 3;

/**
 * Times of a repeating movement to a fraction of a frame: cuts the signal at rough times, takes the median shape, shifts every
 * repetition until it fits the shape best, and does so again. One noisy sample cannot move an event, because a whole cycle
 * decides. Repetitions that do not resemble the shape are left out.
 * @param x smoothed signal; unknown ends (NaN) are outside the clip, unknown moments within are bridged   (n)
 */
export function alignCycles(
  t_s: Float64Array,
  x: Float64Array,
  rough_s: readonly number[],
  period_s: number,
): Cycles | null {
  const known = Array.from(x.keys()).filter((i) => Number.isFinite(x[i]!));
  if (rough_s.length < 2 || known.length < 4) return null;
  const curve = naturalSpline(known.map((i) => t_s[i]!), known.map((i) => x[i]!)); // biome-ignore format: one line
  const [first, last] = [t_s[known[0]!]!, t_s[known[known.length - 1]!]!];
  const value = (t: number): number => (t < first || t > last ? Number.NaN : curve(t));
  const at_s = Float64Array.from({ length: POINTS }, (_, i) => HALF * period_s * ((2 * i) / (POINTS - 1) - 1));
  let times = [...rough_s];
  let shape = new Float64Array(POINTS);
  for (let round = 0; round < ROUNDS; round++) {
    shape = at_s.map((p) => median(times.map((t) => value(t + p))));
    if (!shape.every((v) => Number.isFinite(v))) return null;
    const variance = varianceOf(shape);
    times = times.flatMap((t) => {
      // what the clip's end hides of a repetition is made up for by trust in the rhythm
      const hidden = at_s.filter((p) => !Number.isFinite(value(t + p))).length / POINTS;
      if (hidden > 1 - LEAST_SEEN) return [];
      const doubt = (s: number): number => variance * hidden * (s / (0.1 * period_s)) ** 2;
      return [t + bestShift((s) => misfit(at_s, shape, (p) => value(t + s + p)) + doubt(s), period_s)];
    });
    if (times.length < 2) return null;
  }
  const kept = times.filter(
    (t) =>
      likeness(at_s, shape, (p) => value(t + p)) >= LEAST_LIKENESS &&
      t >= first - 0.1 * period_s &&
      t <= last + 0.1 * period_s,
  );
  return { at_s, shape, times_s: distinct(kept, 0.4 * period_s) };
}

/** Two rough times may slide into the same repetition: the first stays. */
const distinct = (times: readonly number[], apart_s: number): number[] => {
  const order = [...times].sort((a, b) => a - b);
  return order.filter((t, i) => i === 0 || t - order[i - 1]! >= apart_s);
};

function bestShift(cost: (shift: number) => number, period_s: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  const scan = (centre: number, reach: number, step: number): void => {
    for (let k = Math.ceil(-reach / step); k <= reach / step; k++) {
      const c = cost(centre + k * step);
      if (c < least) {
        least = c;
        best = centre + k * step;
      }
    }
  };
  scan(0, FARTHEST * period_s, 0.02 * period_s);
  scan(best, 0.02 * period_s, 0.002 * period_s);
  return best;
}

/** Mean square difference from the shape, level taken out; infinite where too little lies within the clip. */
function misfit(at_s: Float64Array, shape: Float64Array, value: (p: number) => number): number {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < POINTS; i++) {
    const d = value(at_s[i]!) - shape[i]!;
    if (!Number.isFinite(d)) continue;
    n += 1;
    sum += d;
    squares += d * d;
  }
  return n < LEAST_SEEN * POINTS ? Number.POSITIVE_INFINITY : squares / n - (sum / n) ** 2;
}

function varianceOf(shape: Float64Array): number {
  const mean = shape.reduce((a, b) => a + b, 0) / POINTS;
  return shape.reduce((s, v) => s + (v - mean) ** 2, 0) / POINTS;
}

/** 1 − misfit / variance of the shape: 1 = the very shape. */
function likeness(at_s: Float64Array, shape: Float64Array, value: (p: number) => number): number {
  const variance = varianceOf(shape);
  return variance > 0 ? 1 - misfit(at_s, shape, value) / variance : 0;
}
