import type { Cue, Kept, RepSource } from "./events.ts";
import { COUNT_IN_S, countsPresses, elapsed_s, type Flow, fromNextRep, rhythmNow, turnOf } from "./flow.ts";
import { firstSegment, type Rhythm, type Segment } from "./tempo.ts";

export type Timed = "warming" | "resting" | "counting" | "moving";
/** What a tick brings: the session further on, what is heard and kept, and whether its stretch of time is over. */
export interface Ticked {
  readonly flow: Flow;
  readonly cues: readonly Cue[];
  readonly kept: readonly Kept[];
  readonly isOver: boolean;
}
/** The last seconds of a rest are counted, and this many before its end are announced. */
const SOON_S = 10;

/** Whole seconds that a stretch lasts; null: it lasts until somebody says so. */
function lasts_s(flow: Flow, state: Timed): number | null {
  if (state === "warming") return flow.input.warmUp[flow.warm]?.seconds ?? 0;
  if (state === "resting") return turnOf(flow)?.rest_s ?? 0;
  if (state === "counting") return COUNT_IN_S;
  return countsPresses(flow) ? null : (segmentNow(flow)?.seconds ?? 0);
}
export const segmentNow = (flow: Flow): Segment | undefined => rhythmNow(flow)?.segments[flow.segment];

/** When the next tick is due [ms]: at the next whole second, or at the end of the stretch. */
export function dueAt_ms(flow: Flow, state: Timed): number | null {
  const most = lasts_s(flow, state);
  if (most === null) return null;
  const next = Math.floor(flow.told) + 1;
  const isLong = state === "resting" && flow.told >= most;
  return isLong ? null : flow.since_ms + Math.min(next, most) * 1_000;
}

/** Lets time pass up to now. A tick that comes too late is told apart before (see {@link isLate}). */
export function tick(flow: Flow, state: Timed, now_ms: number): Ticked {
  if (state === "moving") return countsPresses(flow) ? still(flow, now_ms) : move(flow, now_ms);
  const most = lasts_s(flow, state) ?? 0;
  const second = Math.min(most, Math.floor(elapsed_s(flow, now_ms) + 1e-6));
  const cues = second > flow.told ? secondCues(flow, state, most - second) : [];
  return { flow: { ...flow, now_ms, told: second }, cues, kept: [], isOver: second >= most };
}
const still = (flow: Flow, now_ms: number): Ticked => ({
  flow: { ...flow, now_ms },
  cues: [],
  kept: [],
  isOver: false,
});

export function isLate(flow: Flow, state: Timed, now_ms: number, slept_ms: number): boolean {
  const due = dueAt_ms(flow, state);
  return due !== null && now_ms - due > slept_ms;
}

function secondCues(flow: Flow, state: Timed, left: number): Cue[] {
  if (state === "counting") return left >= 1 && left <= 3 ? [{ cue: "count-in", n: left }] : [];
  if (state === "warming") return left >= 1 && left <= 3 ? [{ cue: "second", left }] : [];
  return left === SOON_S && (turnOf(flow)?.rest_s ?? 0) > SOON_S + 5 ? [{ cue: "rest-soon", seconds: left }] : [];
}

/** A set led by the guide: from segment to segment, a repetition kept at the end of each. */
function move(start: Flow, now_ms: number): Ticked {
  const rhythm = rhythmNow(start);
  const cues: Cue[] = [];
  const kept: Kept[] = [];
  let flow: Flow = { ...start, now_ms };
  if (!rhythm) return { flow, cues, kept, isOver: true };
  for (;;) {
    const segment = rhythm.segments[flow.segment];
    if (!segment) return { flow, cues, kept, isOver: true };
    const gone_s = elapsed_s(flow, now_ms) + 1e-6;
    if (gone_s < segment.seconds) {
      const second = Math.floor(gone_s);
      if (second > flow.told && segment.part === "hold" && segment.seconds >= 3) {
        cues.push({ cue: "second", left: Math.ceil(segment.seconds - second) });
      }
      return { flow: { ...flow, told: Math.max(flow.told, second) }, cues, kept, isOver: false };
    }
    const at_ms = flow.since_ms + segment.seconds * 1_000;
    flow = { ...flow, since_ms: at_ms, told: 0, segment: flow.segment + 1 };
    if (flow.segment >= rhythm.segments.length) {
      const counted = count(flow, rhythm, at_ms, "tempo");
      cues.push(...counted.cues);
      kept.push(...counted.kept);
      flow = { ...counted.flow, segment: firstSegment(rhythm, false) };
      if (counted.isOver) return { flow, cues, kept, isOver: true };
    }
    cues.push(partCue(flow, rhythm));
  }
}

/** The cue of the segment that begins. */
function partCue(flow: Flow, rhythm: Rhythm): Cue {
  const segment = rhythm.segments[flow.segment];
  return {
    cue: "part",
    part: segment?.part ?? "rest",
    way: rhythm.way,
    seconds: segment?.seconds ?? 0,
    rep: flow.reps_ms.length + 1,
  };
}

/** One repetition more. */
export function count(flow: Flow, rhythm: Rhythm, at_ms: number, source: RepSource): Ticked {
  const t_ms = Math.max(flow.reps_ms.at(-1) ?? 0, at_ms - flow.setStart_ms, 0);
  const reps_ms = [...flow.reps_ms, t_ms];
  const n = reps_ms.length;
  return {
    flow: { ...flow, reps_ms },
    cues: [{ cue: "rep", n, of: rhythm.reps }],
    kept: [{ what: "tick", n, t_ms, source }],
    isOver: n >= rhythm.reps,
  };
}

/** A set begins, or goes on after a pause, with a whole repetition. */
export function startMoving(flow: Flow, now_ms: number): Ticked {
  const rhythm = rhythmNow(flow);
  const turn = turnOf(flow);
  if (!rhythm || !turn) return { flow, cues: [], kept: [], isOver: true };
  const isNew = flow.reps_ms.length === 0 && flow.setStart_ms === 0;
  const set = { step: turn.step, set: turn.set, exercise: turn.exercise.id, side: turn.row.side };
  const begun = fromNextRep({ ...flow, setStart_ms: isNew ? now_ms : flow.setStart_ms }, now_ms);
  const isOver = flow.reps_ms.length >= rhythm.reps;
  return {
    flow: begun,
    cues: isOver || countsPresses(flow) ? [] : [partCue(begun, rhythm)],
    kept: isNew ? [{ what: "set-start", ...set }] : [],
    isOver,
  };
}
