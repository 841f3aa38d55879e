import { readShortForm } from "@levelhip/care";
import { setup, type SnapshotFrom } from "xstate";
import type { Emitted, SessionEvent } from "./events.ts";
import * as f from "./flow.ts";
import * as s from "./steps.ts";
import { RED_ABOVE } from "./stopRules.ts";
import { isLate, tick, type Timed } from "./time.ts";

type Flow = f.Flow;
interface Args {
  readonly context: Flow;
  readonly event: SessionEvent;
}

const session = setup({
  types: { context: {} as Flow, events: {} as SessionEvent, emitted: {} as Emitted, input: {} as f.SessionInput },
});

/** A pure step as an action: it assigns what is known next and emits what is heard and kept. */
const does = (...steps: readonly s.Doing[]) =>
  session.enqueueActions(({ context, event, enqueue }) => {
    // the machine's own first event carries no time
    const now_ms = (event as Partial<SessionEvent>).now_ms ?? context.now_ms;
    const { flow, cues = [], kept = [] } = s.all(...steps)(context, { ...event, now_ms });
    enqueue.assign({ ...flow, now_ms });
    for (const one of kept) enqueue.emit({ type: "keep", kept: one });
    for (const one of cues) enqueue.emit({ type: "cue", cue: one });
  });

// --- questions about what comes ------------------------------------------------------------------------------------------

const slept =
  (state: Timed) =>
  ({ context, event }: Args) =>
    isLate(context, state, event.now_ms, f.SLEPT_MS);
const isOver =
  (state: Timed) =>
  ({ context, event }: Args) =>
    tick(context, state, event.now_ms).isOver;
const noneLeft = ({ context }: Args) => f.nextTurn(context) < 0;
/** Another question, or no answer of this one. */
const notAsked = ({ context, event }: Args) => {
  const question = f.safetyQuestion(context);
  return event.type !== "SIGN" || event.question !== question?.id || !Object.hasOwn(question.options, event.answer);
};
const isSign = ({ context, event }: Args) => readShortForm(s.signsAfter(context, event)).verdict === "stop";
const hasMoreSigns = ({ context }: Args) => f.safetyQuestion(s.nextSign(context, NO_EVENT).flow) !== null;
const isOpenForm = ({ context, event }: Args) => readShortForm(s.signsAfter(context, event)).verdict !== "go";
const isSore = ({ event }: Args) => event.type === "PAIN" && event.pain > RED_ABOVE;
const isAllAnswered = ({ context, event }: Args) =>
  f.openQuestion({ ...context, answers: s.answersAfter(context, event) }) === null &&
  typeof s.answersAfter(context, event).pain === "number";
const isRed = (args: Args) => isAllAnswered(args) && (s.answersAfter(args.context, args.event).pain ?? 0) > RED_ABOVE;
/** Questions come in order, and the one about pain is answered with a number. */
const isOutOfTurn = ({ context, event }: Args) => {
  if (event.type === "SAME") return f.sameAsBefore(context) === null || context.answers.pain !== undefined;
  if (event.type !== "ANSWER") return true;
  const open = f.openQuestion(context);
  const isPain = open === "pain" && typeof event.answer.pain !== "number";
  return open === null || event.answer[open] === undefined || isPain;
};
const ruledTo =
  (verdict: ReturnType<typeof s.rulingOf>["verdict"]) =>
  ({ context, event }: Args) =>
    s.rulingOf(context, event).verdict === verdict;
const hasBegun = ({ context }: Args) => f.isRunning(context) && context.reps_ms.length > 0;
const cameFrom =
  (...from: readonly Flow["from"][]) =>
  ({ context }: Args) =>
    from.includes(context.from);
const goesOnAt =
  (stage: f.Resume["stage"]) =>
  ({ context }: Args) =>
    context.input.resume?.stage === stage;
const NO_EVENT: SessionEvent = { type: "TICK", now_ms: 0 };

// --- ways that many states share -----------------------------------------------------------------------------------------

const END = { END: { target: "#session.closing", actions: does(s.endEarly, s.askAfter) } } as const;
const hurtsFrom = (from: Flow["from"]) =>
  ({ HURTS: { target: "#session.hurting", actions: does(s.hurts(from)) } }) as const;
const pauseFrom = (from: Flow["from"]) =>
  ({ PAUSE: { target: "#session.paused", actions: does(s.pause("asked", from)) } }) as const;
const whenSlept = (state: Timed, from: Flow["from"]) =>
  ({ guard: slept(state), target: "#session.paused", actions: does(s.pause("slept", from)) }) as const;
const SKIP = {
  SKIP: [
    { guard: hasBegun, target: "#session.asking", actions: does(s.leaveOut, s.askAboutIt) },
    { target: "#session.going", actions: does(s.leaveOut) },
  ],
} as const;

/**
 * A session, from the warning signs to the pain after it. Pure: time comes with the events; what is heard and kept is emitted.
 * From every state until the end one can stop, from every timed one pause, and "this hurts" is heard in all of them.
 */
export const sessionMachine = session.createMachine({
  id: "session",
  context: ({ input }) => f.begin(input),
  initial: "opening",
  states: {
    opening: {
      always: [{ guard: ({ context }) => context.input.resume === null, target: "safety" }, { target: "kept" }],
    },
    /** a session that was left: go on where it was, or end it there */
    kept: {
      on: {
        GO: [
          { guard: goesOnAt("set"), target: "counting", actions: does(s.goOn) },
          { guard: goesOnAt("ask"), target: "asking", actions: does(s.askAboutIt) },
          { guard: goesOnAt("rest"), target: "going" },
          { target: "closing", actions: does(s.askAfter) },
        ],
        ...END,
      },
    },
    safety: {
      on: {
        SIGN: [
          { guard: notAsked },
          { guard: isSign, target: "confirming", actions: does(s.noteSign) },
          { guard: hasMoreSigns, actions: does(s.noteSign, s.nextSign) },
          { guard: isOpenForm, target: "waiting", actions: does(s.noteSign, s.keepForm) },
          { target: "painBefore", actions: does(s.noteSign, s.keepForm) },
        ],
        BACK: { actions: does(s.lastSign) },
        LEAVE: "left",
      },
    },
    /** a warning sign was pressed: is that so? */
    confirming: {
      on: {
        YES: { target: "blocked", actions: does(s.keepForm) },
        BACK: { target: "safety", actions: does((flow) => ({ flow: { ...flow, signs: f.withoutSign(flow) } })) },
      },
    },
    /** a question was left open: nothing starts */
    waiting: {
      on: {
        BACK: { target: "safety", actions: does((flow) => ({ flow: { ...flow, asked: 0, signs: {} } })) },
        LEAVE: "left",
      },
    },
    painBefore: {
      on: {
        PAIN: [
          { guard: isSore, target: "sore", actions: does(s.notePain) },
          { target: "warming", actions: does(s.notePain, s.start, s.warm) },
        ],
        BACK: "safety",
        LEAVE: "left",
      },
    },
    /** pain is above 5 before anything began */
    sore: { on: { GO: { target: "warming", actions: does(s.start, s.warm) }, BACK: "painBefore", LEAVE: "left" } },
    warming: {
      on: {
        TICK: [
          whenSlept("warming", "warming"),
          { guard: isOver("warming"), target: "warmed", actions: does(s.ticked("warming")) },
          { actions: does(s.ticked("warming")) },
        ],
        NEXT: "warmed",
        SKIP: "going",
        ...pauseFrom("warming"),
        ...hurtsFrom("warming"),
        ...END,
      },
    },
    warmed: {
      always: [
        {
          guard: ({ context }) => context.warm + 1 < context.input.warmUp.length,
          target: "warming",
          actions: does(s.warmNext),
        },
        { target: "going" },
      ],
    },
    /** on to the next set, or to the end */
    going: {
      always: [
        { guard: noneLeft, target: "closing", actions: does(s.askAfter) },
        { target: "resting", actions: does(s.rest) },
      ],
    },
    resting: {
      on: {
        TICK: [
          whenSlept("resting", "resting"),
          {
            guard: (args) => isOver("resting")(args) && args.context.input.handsFree,
            target: "counting",
            actions: does(s.ticked("resting"), s.sinceNow),
          },
          { guard: isOver("resting"), actions: does(s.ticked("resting"), s.yourTurn) },
          { actions: does(s.ticked("resting")) },
        ],
        GO: { target: "counting", actions: does(s.sinceNow) },
        CHOOSE: "choosing",
        ...SKIP,
        ...pauseFrom("resting"),
        ...hurtsFrom("resting"),
        ...END,
      },
    },
    counting: {
      on: {
        TICK: [
          whenSlept("counting", "moving"),
          { guard: isOver("counting"), target: "begun", actions: does(s.ticked("counting"), s.toMoving) },
          { actions: does(s.ticked("counting")) },
        ],
        ...SKIP,
        ...pauseFrom("moving"),
        ...hurtsFrom("moving"),
        ...END,
      },
    },
    /** a set that was left after its last repetition is over already */
    begun: {
      always: [
        {
          guard: ({ context }) => context.reps_ms.length >= (f.rhythmNow(context)?.reps ?? 0),
          target: "asking",
          actions: does(s.endSet("done")),
        },
        { target: "moving" },
      ],
    },
    moving: {
      on: {
        TICK: [
          whenSlept("moving", "moving"),
          { guard: isOver("moving"), target: "asking", actions: does(s.ticked("moving"), s.endSet("done")) },
          { actions: does(s.ticked("moving")) },
        ],
        REP: [
          { guard: ({ context, event }) => !s.counts(context, event) },
          {
            guard: ({ context }) => context.reps_ms.length + 1 >= (f.rhythmNow(context)?.reps ?? 1),
            target: "asking",
            actions: does(s.oneRep, s.endSet("done")),
          },
          { actions: does(s.oneRep) },
        ],
        STOP_SET: { target: "asking", actions: does(s.endSet("cut-short")) },
        ...SKIP,
        ...pauseFrom("moving"),
        ...hurtsFrom("moving"),
        ...END,
      },
    },
    asking: {
      on: {
        ANSWER: [
          { guard: isOutOfTurn },
          { guard: isRed, target: "exerciseOver", actions: does(s.answer, s.leaveOut) },
          { guard: isAllAnswered, target: "going", actions: does(s.answer) },
          { actions: does(s.answer) },
        ],
        SAME: [{ guard: isOutOfTurn }, { target: "going", actions: does(s.answer) }],
        BACK: { actions: does(s.takeBack) },
        ...hurtsFrom("asking"),
        ...END,
      },
    },
    paused: {
      on: {
        GO: [
          { guard: cameFrom("warming"), target: "warming", actions: does(s.goOn) },
          { guard: ({ context }) => !f.isRunning(context) && f.nextTurn(context) !== context.at, target: "going" },
          { guard: cameFrom("resting"), target: "resting", actions: does(s.goOn) },
          { target: "counting", actions: does(s.goOn) },
        ],
        STOP_SET: { guard: hasBegun, target: "asking", actions: does(s.endSet("cut-short")) },
        SKIP: [{ guard: cameFrom("warming"), target: "going" }, ...SKIP.SKIP],
        HURTS: { target: "hurting", actions: does((flow, event) => s.hurts(flow.from)(flow, event)) },
        ...END,
      },
    },
    hurting: {
      initial: "sign",
      states: {
        sign: {
          on: {
            HURT_SIGN: [
              {
                guard: ({ event }) => event.type === "HURT_SIGN" && event.sign !== null,
                target: "#session.over",
                actions: does(s.hurtWith, s.keepHurt, s.stopBySign),
              },
              { target: "pain", actions: does(s.hurtWith) },
            ],
            BACK: [
              { guard: cameFrom("asking"), target: "#session.asking" },
              { guard: cameFrom("closing"), target: "#session.closing" },
              { target: "#session.paused" },
            ],
          },
        },
        pain: { on: { HURT_PAIN: { target: "leg", actions: does(s.hurtWith) }, BACK: "sign" } },
        leg: {
          on: {
            HURT_LEG: [
              {
                guard: ruledTo("end-session"),
                target: "#session.over",
                actions: does(s.hurtWith, s.keepHurt, s.stopBySign),
              },
              {
                guard: ruledTo("end-exercise"),
                target: "#session.exerciseOver",
                actions: does(s.hurtWith, s.keepHurt, s.leaveOut),
              },
              { target: "#session.eased", actions: does(s.hurtWith, s.keepHurt) },
            ],
            BACK: "pain",
          },
        },
      },
      on: { END: { target: "closing", actions: does(s.endEarly, s.askAfter) } },
    },
    /** pain was above 5: this exercise is over for today */
    exerciseOver: { on: { GO: "#session.going", ...hurtsFrom("resting"), ...END } },
    /** pain within the limits: the person chooses */
    eased: {
      on: {
        GO: [
          { guard: cameFrom("asking"), target: "asking" },
          { guard: cameFrom("closing"), target: "closing" },
          { guard: cameFrom("warming"), target: "warming", actions: does(s.goOn) },
          { target: "going" },
        ],
        SKIP: [
          { guard: cameFrom("asking"), target: "asking", actions: does(s.leaveOut) },
          { guard: cameFrom("closing"), target: "closing" },
          { target: "going", actions: does(s.leaveOut) },
        ],
        CHOOSE: [{ guard: cameFrom("asking", "closing") }, { target: "choosing" }],
        HURTS: { target: "hurting", actions: does((flow, event) => s.hurts(flow.from)(flow, event)) },
        ...END,
      },
    },
    choosing: {
      on: { SWAP: { target: "going", actions: does(s.swap) }, BACK: "going", ...hurtsFrom("resting"), ...END },
    },
    /** pain now, then the end */
    closing: {
      on: { PAIN: { target: "over", actions: does(s.notePain, s.close) }, ...hurtsFrom("closing") },
    },
    over: { type: "final" },
    blocked: { type: "final" },
    left: { type: "final" },
  },
});

export type SessionSnapshot = SnapshotFrom<typeof sessionMachine>;
/** The state's name, with the part of it: "moving", "hurting.pain". */
export const stateOf = ({ value }: SessionSnapshot): string =>
  typeof value === "string" ? value : Object.entries(value).flat().join(".");

const TIMED: Readonly<Record<string, Timed>> = {
  warming: "warming",
  resting: "resting",
  counting: "counting",
  moving: "moving",
};
/** The stretch of time under way; null where nothing runs. */
export const timedOf = (snapshot: SessionSnapshot): Timed | null => TIMED[stateOf(snapshot)] ?? null;
