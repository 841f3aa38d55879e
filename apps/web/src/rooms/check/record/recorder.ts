import { assign, setup } from "xstate";
import type { Part } from "../tests.ts";
import type { Hint } from "./framing.ts";

/** How long the framing must stay good before the countdown begins [ms], and how long a number stands. */
const SETTLE_MS = 1500;
const COUNT_MS = 1000;
export const COUNT_FROM = 3;

interface Context {
  readonly parts: readonly Part[];
  /** ends by itself when the lifted foot comes down */
  readonly oneLeg: boolean;
  readonly hint: Hint;
  readonly part: number;
  readonly count: number;
  readonly lifted: boolean;
  readonly problem: string | null;
}
type Event =
  | { type: "READY" } // camera and models are there
  | { type: "FAILED"; problem: string }
  | { type: "SEEN"; hint: Hint; footUp: boolean }
  | { type: "NOW" } // the person does not want to wait for the framing
  | { type: "STOP" }
  | { type: "SAVED" }
  | { type: "AGAIN" };

/**
 * The way of a recording: starting → framing → settling → counting → recording part by part → saving → done.
 * It knows no camera and no clock of its own; the page feeds it what is seen and does what its states say.
 */
export const recorder = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as { parts: readonly Part[]; oneLeg: boolean } },
  delays: {
    SETTLE: SETTLE_MS,
    COUNT: COUNT_MS,
    PART: ({ context }) => (context.parts[context.part]?.lasts_s ?? 0) * 1000,
  },
  guards: {
    good: ({ event }) => event.type === "SEEN" && event.hint === "good",
    notGood: ({ event }) => event.type === "SEEN" && event.hint !== "good",
    lost: ({ event }) => event.type === "SEEN" && (event.hint === "nobody" || event.hint === "two-people"),
    counted: ({ context }) => context.count <= 1,
    lastPart: ({ context }) => context.part >= context.parts.length - 1,
    // the middle part is the one on one leg; a foot that came down ends it
    footDown: ({ context, event }) =>
      event.type === "SEEN" && context.oneLeg && context.part === 1 && context.lifted && !event.footUp,
  },
  actions: {
    see: assign({
      hint: ({ event, context }) => (event.type === "SEEN" ? event.hint : context.hint),
      lifted: ({ event, context }) =>
        event.type === "SEEN" && context.part === 1 ? context.lifted || event.footUp : context.lifted,
    }),
    nextPart: assign({ part: ({ context }) => context.part + 1 }),
    fromStart: assign({ part: 0, count: COUNT_FROM, lifted: false, problem: null, hint: "nobody" as Hint }),
    countDown: assign({ count: ({ context }) => context.count - 1 }),
    fail: assign({ problem: ({ event }) => (event.type === "FAILED" ? event.problem : null) }),
  },
}).createMachine({
  id: "recorder",
  initial: "starting",
  context: ({ input }) => ({ ...input, hint: "nobody", part: 0, count: COUNT_FROM, lifted: false, problem: null }),
  on: { FAILED: { target: ".failed", actions: "fail" } },
  states: {
    starting: { entry: "fromStart", on: { READY: "framing" } },
    framing: {
      on: { SEEN: [{ guard: "good", target: "settling", actions: "see" }, { actions: "see" }], NOW: "counting" },
    },
    settling: {
      on: { SEEN: [{ guard: "notGood", target: "framing", actions: "see" }, { actions: "see" }], NOW: "counting" },
      after: { SETTLE: "counting" },
    },
    counting: {
      entry: assign({ count: COUNT_FROM }),
      initial: "number",
      on: { SEEN: [{ guard: "lost", target: "framing", actions: "see" }, { actions: "see" }], STOP: "framing" },
      states: {
        number: {
          after: {
            COUNT: [
              { guard: "counted", target: "#recorder.recording" },
              { target: "number", reenter: true, actions: "countDown" },
            ],
          },
        },
      },
    },
    recording: {
      entry: assign({ part: 0, lifted: false }),
      initial: "part",
      on: { STOP: "saving" },
      states: {
        part: {
          on: {
            SEEN: [
              { guard: "footDown", target: "part", reenter: true, actions: ["see", "nextPart"] },
              { actions: "see" },
            ],
          },
          after: {
            PART: [
              { guard: "lastPart", target: "#recorder.saving" },
              { target: "part", reenter: true, actions: "nextPart" },
            ],
          },
        },
      },
    },
    saving: { on: { SAVED: "done" } },
    done: { type: "final" },
    failed: { on: { AGAIN: "starting" } },
  },
});
