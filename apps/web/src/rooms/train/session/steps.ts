import { readShortForm } from "@levelhip/care";
import type { Cue, Kept, SessionEvent } from "./events.ts";
import * as f from "./flow.ts";
import { ruleOf } from "./stopRules.ts";
import { count, startMoving, tick, type Timed } from "./time.ts";

type Flow = f.Flow;
/** One step of a session: what it knows next, what is heard, what is kept. */
export interface Done {
  readonly flow: Flow;
  readonly cues?: readonly Cue[];
  readonly kept?: readonly Kept[];
}
export type Doing = (flow: Flow, event: SessionEvent) => Done;

/** Several steps in order. */
export const all =
  (...steps: readonly Doing[]): Doing =>
  (flow, event) =>
    steps.reduce<Required<Done>>(
      (before, one) => {
        const { flow: next, cues = [], kept = [] } = one(before.flow, event);
        return { flow: next, cues: [...before.cues, ...cues], kept: [...before.kept, ...kept] };
      },
      { flow, cues: [], kept: [] },
    );

export const sinceNow: Doing = (flow, { now_ms }) => ({ flow: { ...flow, since_ms: now_ms, told: 0 } });

const eventOf = (flow: Flow, what: "pause" | "resume" | "skip" | "hurts", hurt: Flow["hurt"] = {}): Kept => ({
  what: "event",
  event: {
    what,
    step: f.turnOf(flow)?.step ?? null,
    pain: hurt.pain ?? null,
    spreading: hurt.leg ?? null,
    instead: null,
    words: null,
  },
});

// --- before -----------------------------------------------------------------------------------------------------------

export const signsAfter = (flow: Flow, event: SessionEvent): Flow["signs"] =>
  event.type === "SIGN" ? { ...flow.signs, [event.question]: event.answer } : flow.signs;
export const noteSign: Doing = (flow, event) => ({ flow: { ...flow, signs: signsAfter(flow, event) } });
export const nextSign: Doing = (flow) => ({ flow: { ...flow, asked: flow.asked + 1 } });
export const lastSign: Doing = (flow) => ({ flow: { ...flow, asked: Math.max(0, flow.asked - 1) } });
export const keepForm: Doing = (flow) => ({
  flow,
  kept: [{ what: "safety", signs: flow.signs, verdict: readShortForm(flow.signs).verdict }],
});
export const notePain: Doing = (flow, event) => ({
  flow: event.type === "PAIN" ? { ...flow, pain: event.pain } : flow,
});
export const start: Doing = (flow) => ({ flow, kept: [{ what: "start", painBefore: flow.pain ?? 0 }] });

// --- warm-up, rest, pause ----------------------------------------------------------------------------------------------

export const warm: Doing = (flow, { now_ms }) => {
  const part = flow.input.warmUp[flow.warm];
  return {
    flow: { ...flow, since_ms: now_ms, told: 0 },
    cues: part ? [{ cue: "warm-up", id: part.id, seconds: part.seconds }] : [],
  };
};
export const warmNext: Doing = (flow, event) => warm({ ...flow, warm: flow.warm + 1 }, event);

/** Rest before the next set, which is named. The rest began when the last set ended; some of it is always left. */
export const rest: Doing = (flow, { now_ms }) => {
  const at = f.nextTurn(flow);
  const next: Flow = {
    ...flow,
    at: Math.max(0, at),
    reps_ms: [],
    setStart_ms: 0,
    answers: {},
    hurt: {},
    from: "resting",
  };
  const turn = f.turnOf(next);
  const rest_ms = (turn?.rest_s ?? 0) * 1_000;
  const began_ms = flow.from === "asking" ? flow.since_ms : now_ms;
  const since_ms = Math.max(began_ms, now_ms - Math.max(0, rest_ms - f.LEAST_REST_S * 1_000));
  return {
    flow: { ...next, since_ms, told: Math.floor((now_ms - since_ms) / 1_000) },
    cues: at >= 0 && turn ? [{ cue: "next", turn }] : [],
  };
};
export const pause =
  (why: "asked" | "slept", from: Flow["from"]): Doing =>
  (flow, { now_ms }) => ({
    flow: { ...flow, pausedAt_ms: now_ms, why, from },
    cues: [{ cue: "paused", why }],
    kept: [eventOf(flow, "pause")],
  });
/** Goes on: a rest or a part of the warm-up where it was; a set with a whole repetition, after a count. */
export const goOn: Doing = (flow, { now_ms }) => {
  const isFresh = flow.from === "moving" || flow.why === "slept";
  const since_ms = isFresh ? now_ms : flow.since_ms + Math.max(0, now_ms - flow.pausedAt_ms);
  return {
    flow: { ...flow, since_ms, told: isFresh ? 0 : flow.told },
    cues: [{ cue: "going-on" }],
    kept: [eventOf(flow, "resume")],
  };
};
export const ticked =
  (state: Timed): Doing =>
  (flow, { now_ms }) =>
    tick(flow, state, now_ms);
export const yourTurn: Doing = (flow) => ({ flow, cues: [{ cue: "your-turn" }] });

// --- a set ------------------------------------------------------------------------------------------------------------

export const toMoving: Doing = (flow, { now_ms }) => startMoving(flow, now_ms);
export const oneRep: Doing = (flow, event) => {
  const rhythm = f.rhythmNow(flow);
  return rhythm && event.type === "REP" ? count(flow, rhythm, event.now_ms, event.source) : { flow };
};
/** A press that counts: not led by the guide, and not the same press again. */
export const counts = (flow: Flow, event: SessionEvent): boolean =>
  event.type === "REP" &&
  event.source !== "tempo" &&
  f.countsPresses(flow) &&
  event.now_ms - flow.setStart_ms - (flow.reps_ms.at(-1) ?? -Infinity) >= f.BOUNCE_MS;

export const endSet =
  (how: "done" | "cut-short"): Doing =>
  (flow, { now_ms }) => {
    const done = [...flow.done, flow.at];
    return {
      flow: { ...flow, since_ms: now_ms, told: 0, from: "asking", answers: {}, done },
      cues: [
        { cue: "set-done", last: f.nextTurn({ ...flow, done }) < 0 },
        { cue: "ask", question: "pain" },
      ],
      kept: [{ what: "set-end", ...f.setEnd(flow, how) }],
    };
  };
/** A set that runs while something else comes first: kept as far as it went. */
const cutRunning: Doing = (flow) => {
  if (!f.isRunning(flow)) return { flow };
  const how = flow.reps_ms.length > 0 ? "cut-short" : "skipped";
  return { flow: { ...flow, done: [...flow.done, flow.at] }, kept: [{ what: "set-end", ...f.setEnd(flow, how) }] };
};
export const answersAfter = (flow: Flow, event: SessionEvent): Flow["answers"] => {
  const more = event.type === "SAME" ? f.sameAsBefore(flow) : event.type === "ANSWER" ? event.answer : null;
  return { ...flow.answers, ...more };
};
export const answer: Doing = (flow, event) => {
  const answers = answersAfter(flow, event);
  const next = { ...flow, answers };
  const open = f.openQuestion(next);
  if (open !== null) return { flow: next, cues: [{ cue: "ask", question: open }] };
  const { pain = 0, rpe = null, felt = [], form = null } = answers;
  const id = f.turnOf(flow)?.exercise.id ?? "";
  return {
    flow: { ...next, before: { ...flow.before, [id]: { pain, rpe, felt, form } } },
    kept: [{ what: "answer", pain, rpe, felt: [...felt], form }],
  };
};
export const takeBack: Doing = (flow) => ({
  flow: { ...flow, answers: Object.fromEntries(Object.entries(flow.answers).slice(0, -1)) },
});

/** The exercise is left out from here on, both its sides. */
export const leaveOut: Doing = (flow, event) => {
  const { flow: next, steps } = f.without(flow);
  const pain = flow.answers.pain ?? flow.hurt.pain ?? null;
  const kept = steps.map(
    (step): Kept => ({
      what: "event",
      event: { what: "skip", step, pain, spreading: null, instead: null, words: null },
    }),
  );
  const cut = cutRunning({ ...next }, event);
  return { flow: cut.flow, kept: [...(cut.kept ?? []), ...kept] };
};
/** A set of which something was done is asked about even when the rest of it is left out. */
export const askAboutIt: Doing = (flow, { now_ms }) => ({
  flow: { ...flow, since_ms: now_ms, told: 0, from: "asking", answers: {} },
  cues: [{ cue: "ask", question: "pain" }],
});

// --- pain, another exercise, the end -------------------------------------------------------------------------------------

export const hurts =
  (from: Flow["from"]): Doing =>
  (flow, { now_ms }) => ({
    flow: { ...flow, hurt: {}, from, pausedAt_ms: now_ms, why: "asked" },
    cues: [{ cue: "hurts" }],
  });
export const hurtWith: Doing = (flow, event) => {
  const { hurt } = flow;
  if (event.type === "HURT_SIGN") return { flow: { ...flow, hurt: { ...hurt, sign: event.sign } } };
  if (event.type === "HURT_PAIN") return { flow: { ...flow, hurt: { ...hurt, pain: event.pain } } };
  if (event.type === "HURT_LEG") return { flow: { ...flow, hurt: { ...hurt, leg: event.leg } } };
  return { flow };
};
export const rulingOf = (flow: Flow, event: SessionEvent) => {
  const { sign = null, pain = 0, leg = false } = hurtWith(flow, event).flow.hurt;
  return ruleOf({ sign, pain, leg }, flow.input.greenPain);
};
/** What hurt is kept, and a set under way ends with it. */
export const keepHurt: Doing = (flow) => {
  const { pain, leg } = flow.hurt;
  const kept: Kept[] = [eventOf(flow, "hurts", flow.hurt)];
  if (!f.isRunning(flow)) return { flow, kept };
  const answers = { rpe: null, felt: [], form: null };
  return {
    flow: { ...flow, done: [...flow.done, flow.at], from: "resting" },
    kept: [
      ...kept,
      { what: "set-end", ...f.setEnd(flow, "hurts") },
      ...(pain === undefined && leg === undefined ? [] : [{ what: "answer", pain: pain ?? null, ...answers } as const]),
    ],
  };
};
export const stopBySign: Doing = (flow, event) => {
  const rule = rulingOf(flow, event);
  const sign = rule.verdict === "end-session" ? rule.sign : null;
  return over({ ...flow, how: "stopped-warning-sign" }, sign, flow.hurt.pain ?? null);
};
export const swap: Doing = (flow, event) => {
  if (event.type !== "SWAP") return { flow };
  const kept = [...event.rows].map(
    ([step, instead]): Kept => ({
      what: "event",
      event: { what: instead ? "swap" : "skip", step, pain: null, spreading: null, instead, words: null },
    }),
  );
  return { flow: f.swapped(flow, event.rows), kept };
};
export const endEarly: Doing = (flow, event) => cutRunning({ ...flow, how: "ended-early" }, event);
export const askAfter: Doing = (flow) => ({
  flow: { ...flow, how: flow.done.length === 0 ? "ended-early" : flow.how, hurt: {} },
  cues: [{ cue: "ask", question: "pain-after" }],
});
const over = (flow: Flow, sign: string | null, painAfter: number | null): Done => ({
  flow,
  cues: [{ cue: "over", how: flow.how }],
  kept: [{ what: "end", end: { how: flow.how, sign, painAfter, words: null } }],
});
export const close: Doing = (flow, event) => over(flow, null, event.type === "PAIN" ? event.pain : null);
