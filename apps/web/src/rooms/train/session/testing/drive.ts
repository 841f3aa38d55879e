import type { Prescription } from "@levelhip/records";
import { type Actor, createActor } from "xstate";
import type { Cue, Kept, SessionEvent, SessionPress } from "../events.ts";
import type { SessionInput } from "../flow.ts";
import { sessionMachine, stateOf, timedOf } from "../machine.ts";
import { dueAt_ms } from "../time.ts";

const row = (exercise: string, over: Partial<Prescription> = {}): Prescription => ({
  exercise,
  side: null,
  sets: 2,
  reps: 3,
  hold_s: 2,
  tempo: "3-1-2-2",
  level: 1,
  load: 0,
  ...over,
});
export const PLAN: readonly Prescription[] = [
  row("glute-bridge"),
  row("clamshell", { side: "left", tempo: "3-0-2-2" }),
  row("clamshell", { side: "right", tempo: "3-0-2-2" }),
  row("bridge-hold", { reps: 2, sets: 1, hold_s: 8, tempo: "3-2-2-8" }),
];
export const input = (over: Partial<SessionInput> = {}): SessionInput => ({
  plan: PLAN,
  phase: "learn",
  warmUp: [
    { id: "warm-up.march", seconds: 20 },
    { id: "warm-up.squeeze", seconds: 10 },
  ],
  greenPain: 3,
  source: "tempo",
  handsFree: true,
  resume: null,
  ...over,
});
export const SIGNS = ["s1", "s2", "s3", "s4", "s5"] as const;

/** A session under a clock of its own. */
export class Drive {
  readonly kept: Kept[] = [];
  readonly cues: Cue[] = [];
  readonly actor: Actor<typeof sessionMachine>;
  now_ms: number;

  constructor(given: SessionInput = input(), now_ms = 1_000_000) {
    this.now_ms = now_ms;
    this.actor = createActor(sessionMachine, { input: given });
    this.actor.on("keep", ({ kept }) => void this.kept.push(kept));
    this.actor.on("cue", ({ cue }) => void this.cues.push(cue));
    this.actor.start();
  }
  get state(): string {
    return stateOf(this.actor.getSnapshot());
  }
  get flow() {
    return this.actor.getSnapshot().context;
  }
  press(event: SessionPress): this {
    if (this.actor.getSnapshot().status === "active")
      this.actor.send({ ...event, now_ms: this.now_ms } as SessionEvent);
    return this;
  }
  /** Time passes as in a page: a tick whenever one is due. */
  wait(seconds: number): this {
    const until = this.now_ms + seconds * 1_000;
    for (;;) {
      const timed = timedOf(this.actor.getSnapshot());
      const due = timed && dueAt_ms(this.flow, timed);
      if (due === null || due > until) break;
      this.now_ms = Math.max(this.now_ms, due);
      this.press({ type: "TICK" });
    }
    this.now_ms = until;
    return this;
  }
  /** Lets time pass until the state is another one. */
  waitFor(state: string, most_s = 600): this {
    for (let second = 0; second < most_s && this.state !== state; second += 0.25) this.wait(0.25);
    if (this.state !== state) throw new Error(`Still in "${this.state}" after ${most_s} s, not in "${state}"`);
    return this;
  }
  /** Answers the form with no, pain with 1, and stands in the warm-up. */
  open(pain = 1): this {
    for (const question of SIGNS) this.press({ type: "SIGN", question, answer: "no" });
    return this.press({ type: "PAIN", pain });
  }
  toSet(): this {
    return this.open().press({ type: "SKIP" }).press({ type: "GO" }).waitFor("moving");
  }
  answer(pain = 1, rpe: number | null = 5): this {
    return this.press({ type: "ANSWER", answer: { pain } })
      .press({ type: "ANSWER", answer: { rpe } })
      .press({ type: "ANSWER", answer: { felt: ["buttock"] } })
      .press({ type: "ANSWER", answer: { form: 1 } });
  }
}
