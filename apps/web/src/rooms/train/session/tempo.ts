import type { Exercise } from "@levelhip/care";
import type { Prescription } from "@levelhip/records";

/** Parts of a repetition, by what the person does. */
export type Part = "rest" | "away" | "hold" | "back" | "step";

/** A stretch of a repetition. Height: 0 = the start of the drawn figure, 1 = its other end. */
export interface Segment {
  readonly part: Part;
  readonly seconds: number;
  readonly from: number;
  readonly to: number;
}

/** How a movement goes out and comes back, for the words that lead it. */
export type Way = "up" | "down" | "open" | "out" | "squeeze" | "stretch" | "step";

/** A set in time. The first repetition has no rest before it. */
export interface Rhythm {
  readonly kind: "reps" | "hold" | "steps";
  readonly way: Way;
  readonly segments: readonly Segment[];
  readonly reps: number;
  /** one repetition, rest before it included [s] */
  readonly rep_s: number;
  readonly set_s: number;
}

/** Movements that begin by going down; the drawn figure's other end is the lowest place. */
const DOWN = new Set([
  "squat",
  "mini-squat",
  "hip-hinge",
  "split-squat",
  "single-leg-deadlift",
  "single-leg-squat-box",
  "lateral-step-down",
  "hip-hike",
]);
const WAYS: Readonly<Record<string, Way>> = {
  clamshell: "open",
  "clamshell-band": "open",
  "bird-dog": "out",
  "weight-shift": "out",
  "standing-hip-abduction": "out",
  "standing-hip-extension": "out",
  "glute-squeeze": "squeeze",
  "isometric-abduction": "squeeze",
  "hip-flexor-stretch": "stretch",
  "hamstring-stretch": "stretch",
};

export const wayOf = ({ id, dose }: Exercise): Way =>
  dose.kind === "steps" ? "step" : (WAYS[id] ?? (DOWN.has(id) ? "down" : "up"));

/** A set's rhythm from its prescription: "3-1-2-2" is lowering, staying down, lifting, staying up. */
export function rhythmOf(row: Prescription, exercise: Exercise): Rhythm {
  const [lower = 3, bottom = 0, lift = 2, top = 0] = (row.tempo ?? "").split("-").map(Number);
  const { kind } = exercise.dose;
  const way = wayOf(exercise);
  const reps = Math.max(1, row.reps ?? 1);
  const hold = row.hold_s ?? top;
  const [rest, away, stay, back] =
    kind === "hold"
      ? [bottom, lift, hold, lower]
      : way === "down"
        ? [hold, lower, bottom, lift]
        : [bottom, lift, hold, lower];
  const all: Segment[] =
    kind === "steps"
      ? [{ part: "step", seconds: Math.max(1, lower + lift), from: 0, to: 0 }]
      : [
          { part: "rest", seconds: rest, from: 0, to: 0 },
          { part: "away", seconds: Math.max(0.5, away), from: 0, to: 1 },
          { part: "hold", seconds: stay, from: 1, to: 1 },
          { part: "back", seconds: Math.max(0.5, back), from: 1, to: 0 },
        ];
  const segments = all.filter(({ seconds }) => seconds > 0);
  const rep_s = segments.reduce((sum, { seconds }) => sum + seconds, 0);
  const first = kind === "steps" ? 0 : rest;
  return { kind, way, segments, reps, rep_s, set_s: reps * rep_s - first };
}

/** The first segment of a repetition: the rest before it falls away at the start of a set. */
export const firstSegment = (rhythm: Rhythm, isStart: boolean): number =>
  isStart && rhythm.segments[0]?.part === "rest" ? 1 : 0;

/** Where the body is, 0…1, this far into a segment: slow at both ends, as a body moves. */
export function heightIn({ from, to, seconds, part }: Segment, elapsed_s: number): number {
  const x = Math.min(1, Math.max(0, elapsed_s / seconds));
  if (part === "step") return Math.sin(Math.PI * x);
  return from + (to - from) * (0.5 - 0.5 * Math.cos(Math.PI * x));
}

/** The curve of one repetition as points (time 0…1, height 0…1), for drawing. */
export function curveOf(rhythm: Rhythm, points = 96): { readonly t: number; readonly h: number }[] {
  return Array.from({ length: points + 1 }, (_, i) => {
    const t = i / points;
    return { t, h: heightAt(rhythm, t * rhythm.rep_s) };
  });
}

/** Height this long into a repetition [s]. */
export function heightAt({ segments }: Rhythm, elapsed_s: number): number {
  let left = elapsed_s;
  for (const segment of segments) {
    if (left < segment.seconds) return heightIn(segment, left);
    left -= segment.seconds;
  }
  return segments.at(-1)?.to ?? 0;
}

/** Seconds of a repetition before a segment. */
export const secondsBefore = ({ segments }: Rhythm, segment: number): number =>
  segments.slice(0, segment).reduce((sum, { seconds }) => sum + seconds, 0);
